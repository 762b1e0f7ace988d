/* ggov-post-chain.c: who may bring whom forward for a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-post-rules-private.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"

/* The place of a post that is not there yet, on the day $1. */
#define TARGET \
  "target AS (SELECT u.id AS unit_id, b.id AS building_id, g.id AS grid_id, c.id AS community_id, " \
  "s.id AS sub_district_id FROM (SELECT $2 AS unit_id, $3 AS building_id, $4 AS grid_id, " \
  "$5 AS community_id, $6 AS sub_district_id) p " GGOV_ROSTER_JOIN_SPOT ")"

#define SQL_ROLE \
  "SELECT r.chain, r.nominated_by, r.resident, r.name, r.name_zh, m.name, m.name_zh " \
  "FROM role r LEFT JOIN role m ON m.code = r.nominated_by WHERE r.id = $1"
enum
{
  CHAIN, NOMINATED_BY, RESIDENT, NAME, NAME_ZH, NOMINATOR, NOMINATOR_ZH,
};

/* Who may on that day: those with the role $7 at the place, and who stands in for them; those who are
 * $8 first. */
#define SQL_MAY \
  "WITH " TARGET ", holder AS (SELECT p.id, p.person_id FROM target t JOIN role m ON m.code = $7 " \
  "JOIN post p ON p.role_id = m.id AND (p.unit_id = t.unit_id OR p.building_id = t.building_id " \
  "OR " GGOV_ROSTER_PRESENT_GRID ("p") " = t.grid_id OR p.community_id = t.community_id " \
  "OR p.sub_district_id = t.sub_district_id) WHERE " GGOV_ROSTER_ON_DAY ("p") "), " \
  "may AS (SELECT person_id, 0 AS stands_in FROM holder UNION ALL " \
  "SELECT l.substitute_id, 1 FROM holder h JOIN post_leave l ON l.post_id = h.id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") ") " \
  "SELECT y.person_id, n.name FROM may y JOIN person n ON n.id = y.person_id " \
  "ORDER BY y.person_id <> $8, y.stands_in, n.id LIMIT 1"

/* The communities of the place and of the home of the person $7, where they are two. */
#define SQL_HOMES \
  "WITH " TARGET " SELECT c.name, hc.name, n.name FROM target t " \
  "JOIN community c ON c.id = t.community_id JOIN person n ON n.id = $7 " \
  "JOIN unit hu ON hu.id = n.unit_id JOIN building hb ON hb.id = hu.building_id " \
  "JOIN community hc ON hc.id = hb.community_id WHERE hc.id <> c.id"

#define SQL_NAME "SELECT name FROM person WHERE id = $1"

static void
bind_place (GgovStmt             *stmt,
            const GgovPostRecord *record)
{
  ggov_stmt_bind_text (stmt, 1, record->valid_from);
  ggov_stmt_bind_id (stmt, 2, record->unit_id);
  ggov_stmt_bind_id (stmt, 3, record->building_id);
  ggov_stmt_bind_id (stmt, 4, record->grid_id);
  ggov_stmt_bind_id (stmt, 5, record->community_id);
  ggov_stmt_bind_id (stmt, 6, record->sub_district_id);
}

static gboolean
has_exception (const GgovPostRecord *record)
{
  g_autofree char *text = g_strstrip (g_strdup (record->exception ? record->exception : ""));

  return *text != '\0';
}

/* Takes @sentence over. */
static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

static gboolean
read_name (GgovDb  *db,
           gint64   person_id,
           char   **name,
           GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_NAME, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  if (ggov_stmt_step (stmt, error) == GGOV_DB_ERROR)
    return FALSE;

  *name = g_strdup (ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

/* @may: (nullable): who may nominate, or NULL where nobody holds that role there */
static char *
make_sentence (const char *nominator,
               const char *role,
               const char *may,
               gboolean    strict)
{
  if (nominator == NULL)
    /* Translators: the role that nominates */
    return g_strdup_printf (_("Say who nominates: for this post it is the %s of the place."), role);
  if (may && strict)
    /* Translators: a person, a role and another person */
    return g_strdup_printf (_("%1$s is not the %2$s of this place on that day; %3$s is. Only they may "
                              "nominate."), nominator, role, may);
  if (may)
    /* Translators: a person, a role and another person */
    return g_strdup_printf (_("%1$s is not the %2$s of this place on that day; %3$s is. Let them "
                              "nominate, or give a reason for the exception."), nominator, role,
                            may);
  if (strict)
    /* Translators: a role */
    return g_strdup_printf (_("Nobody is the %1$s of this place on that day. Fill that post first."),
                            role);

  /* Translators: a person and a role */
  return g_strdup_printf (_("%1$s is not the %2$s of this place on that day; nobody is. Fill that "
                            "post first, or give a reason for the exception."), nominator, role);
}

static gboolean
check_nominator (GgovDb                *db,
                 const GgovPostRecord  *record,
                 GgovStmt              *rule,
                 gboolean               strict,
                 GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MAY, error);
  g_autofree char *nominator = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  bind_place (stmt, record);
  ggov_stmt_bind_text (stmt, 7, ggov_stmt_get_text (rule, NOMINATED_BY));
  ggov_stmt_bind_int (stmt, 8, record->nominated_by_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_ROW && record->nominated_by_id != 0 &&
      ggov_stmt_get_int (stmt, 0) == record->nominated_by_id)
    return TRUE;

  return (record->nominated_by_id == 0 ||
          read_name (db, record->nominated_by_id, &nominator, error)) &&
         refuse (error, make_sentence (nominator,
                                       ggov_role_choose_name (ggov_stmt_get_text (rule, NOMINATOR),
                                                              ggov_stmt_get_text (rule, NOMINATOR_ZH)),
                                       step == GGOV_DB_ROW ? ggov_stmt_get_text (stmt, 1) : NULL,
                                       strict));
}

static gboolean
check_home (GgovDb                *db,
            const GgovPostRecord  *record,
            GgovStmt              *rule,
            GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_HOMES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  bind_place (stmt, record);
  ggov_stmt_bind_int (stmt, 7, record->person_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person, a community, the community of the post, a role */
  return refuse (error, g_strdup_printf (_("%1$s lives in the community %2$s, the post is in %3$s. For "
                                           "the role “%4$s” choose somebody who lives there, or "
                                           "give a reason for the exception."),
                                         ggov_stmt_get_text (stmt, 2), ggov_stmt_get_text (stmt, 1),
                                         ggov_stmt_get_text (stmt, 0),
                                         ggov_role_choose_name (ggov_stmt_get_text (rule, NAME),
                                                                ggov_stmt_get_text (rule,
                                                                                    NAME_ZH))));
}

gboolean
_ggov_post_check_chain (GgovDb                *db,
                        const GgovPostRecord  *record,
                        GError               **error)
{
  g_autoptr(GgovStmt) rule = ggov_db_prepare (db, SQL_ROLE, error);
  gboolean strict, asked, excepted;

  if (rule == NULL)
    return FALSE;

  ggov_stmt_bind_int (rule, 1, record->role_id);
  if (ggov_stmt_step (rule, error) != GGOV_DB_ROW)
    return FALSE;

  excepted = has_exception (record);
  strict = g_strcmp0 (ggov_stmt_get_text (rule, CHAIN),
                      ggov_role_chain_get_code (GGOV_ROLE_CHAIN_STRICT)) == 0;
  asked = !ggov_stmt_is_null (rule, NOMINATED_BY) &&
          (strict || (!excepted && record->nominated_by_id != 0 &&
                      g_strcmp0 (ggov_stmt_get_text (rule, CHAIN),
                                 ggov_role_chain_get_code (GGOV_ROLE_CHAIN_REASON)) == 0));

  return (!asked || check_nominator (db, record, rule, strict, error)) &&
         (!ggov_stmt_get_int (rule, RESIDENT) || excepted || check_home (db, record, rule, error));
}
