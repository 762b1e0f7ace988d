/* ggov-write-posts.c: appointing and standing down, within the rules of the roles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-write-people.h"

#define SQL_ROLE "SELECT scope, coalesce (holders, 0), coalesce (places, 0) FROM role WHERE id = $1"

/* A place and a person have few posts, a role has many: its index is kept out of it by the sum. */
#define DAYS_OVERLAP \
  "p.role_id + 0 = $1 AND p.valid_from <= coalesce ($3, '9999-12-31') " \
  "AND coalesce (p.valid_to, '9999-12-31') >= $2"

/* Who holds the role at the place in these days. */
#define SQL_HOLDERS(column) \
  "SELECT n.name, p.valid_from, count (*) OVER () FROM post p JOIN person n ON n.id = p.person_id " \
  "WHERE " DAYS_OVERLAP \
  " AND p." column " = $4 ORDER BY p.valid_from LIMIT 1"

/* Where the person holds the role in these days. */
#define SQL_PLACES \
  "SELECT coalesce (g.code, b.number, u.name, ''), p.valid_from, count (*) OVER () FROM post p " \
  "LEFT JOIN grid g ON g.id = p.grid_id LEFT JOIN building b ON b.id = p.building_id " \
  "LEFT JOIN community u ON u.id = p.community_id " \
  "WHERE " DAYS_OVERLAP " AND p.person_id = $4 ORDER BY p.valid_from LIMIT 1"

static const struct
{
  const char *code;
  gsize       place; /* in a GgovPostRecord */
  const char *holders;
} scopes[] = {
  { "sub-district", G_STRUCT_OFFSET (GgovPostRecord, sub_district_id),
    SQL_HOLDERS ("sub_district_id") },
  { "community", G_STRUCT_OFFSET (GgovPostRecord, community_id), SQL_HOLDERS ("community_id") },
  { "grid", G_STRUCT_OFFSET (GgovPostRecord, grid_id), SQL_HOLDERS ("grid_id") },
  { "building", G_STRUCT_OFFSET (GgovPostRecord, building_id), SQL_HOLDERS ("building_id") },
  { "unit", G_STRUCT_OFFSET (GgovPostRecord, unit_id), SQL_HOLDERS ("unit_id") },
};

/* Scopes are a closed set, which the schema checks. */
static guint
find_scope (const char *code)
{
  guint scope = 0;

  while (scope < G_N_ELEMENTS (scopes) - 1 && !g_str_equal (scopes[scope].code, code))
    scope++;

  return scope;
}

static gint64
get_place (const GgovPostRecord *record,
           guint                 scope)
{
  return G_STRUCT_MEMBER (gint64, record, scopes[scope].place);
}

typedef struct
{
  guint scope; /* of scopes */
  int   holders;
  int   places;
} RoleRule;

static gboolean
read_rule (GgovChange  *change,
           gint64       role_id,
           RoleRule    *rule,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ROLE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, role_id);
  step = ggov_stmt_step (stmt, error);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no role %" G_GINT64_FORMAT, role_id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  rule->scope = find_scope (ggov_stmt_get_text (stmt, 0));
  rule->holders = ggov_stmt_get_int (stmt, 1);
  rule->places = ggov_stmt_get_int (stmt, 2);

  return TRUE;
}

static void
bind_days (GgovStmt             *stmt,
           const GgovPostRecord *record)
{
  ggov_stmt_bind_int (stmt, 1, record->role_id);
  ggov_stmt_bind_text (stmt, 2, record->valid_from);
  ggov_stmt_bind_text (stmt, 3, record->valid_to);
}

static gboolean
check_holders (GgovChange            *change,
               const GgovPostRecord  *record,
               guint                  scope,
               int                    most,
               GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, scopes[scope].holders, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  bind_days (stmt, record);
  ggov_stmt_bind_id (stmt, 4, get_place (record, scope));

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE || ggov_stmt_get_int (stmt, 2) < most)
    return TRUE;

  /* Translators: the first is a person's name, the second a date. */
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               _("%s has held this post since %s. End that post first."),
               ggov_stmt_get_text (stmt, 0), ggov_stmt_get_text (stmt, 1));
  return FALSE;
}

static gboolean
check_places (GgovChange            *change,
              const GgovPostRecord  *record,
              int                    most,
              GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PLACES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  bind_days (stmt, record);
  ggov_stmt_bind_int (stmt, 4, record->person_id);

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE || ggov_stmt_get_int (stmt, 2) < most)
    return TRUE;

  /* Translators: the first is a date, the second a place such as a grid's code. */
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               _("Since %s this person has held the same post at %s. End that post first."),
               ggov_stmt_get_text (stmt, 1), ggov_stmt_get_text (stmt, 0));
  return FALSE;
}

static gboolean
check_rules (GgovChange            *change,
             const GgovPostRecord  *record,
             GError               **error)
{
  RoleRule rule = { 0, 0, 0 };
  gboolean ok;

  if (!read_rule (change, record->role_id, &rule, error))
    return FALSE;

  ok = get_place (record, rule.scope) != 0;
  if (!ok)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT,
                 "the role is held on a %s", scopes[rule.scope].code);

  ok = ok &&
       (rule.holders == 0 || check_holders (change, record, rule.scope, rule.holders, error)) &&
       (rule.places == 0 || check_places (change, record, rule.places, error));

  return ok;
}

gint64
ggov_change_add_post (GgovChange            *change,
                      const GgovPostRecord  *record,
                      GError               **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("person_id", record->person_id),
    GGOV_ID ("role_id", record->role_id),
    GGOV_ID ("sub_district_id", record->sub_district_id),
    GGOV_ID ("community_id", record->community_id),
    GGOV_ID ("grid_id", record->grid_id),
    GGOV_ID ("building_id", record->building_id),
    GGOV_ID ("unit_id", record->unit_id),
    GGOV_TEXT ("valid_from", record->valid_from),
    GGOV_TEXT ("valid_to", record->valid_to),
    GGOV_ID ("nominated_by_id", record->nominated_by_id),
    GGOV_ID ("approved_by_id", record->approved_by_id),
    GGOV_TEXT ("reason", record->reason ? record->reason : ""),
  };

  if (!check_rules (change, record, error))
    return 0;

  return _ggov_change_insert (change, "post", columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_end_post (GgovChange  *change,
                      gint64       post_id,
                      const char  *valid_to,
                      const char  *end_reason,
                      GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("valid_to", valid_to),
    GGOV_TEXT ("end_reason", end_reason),
  };

  return _ggov_change_update (change, "post", post_id, -1, columns, G_N_ELEMENTS (columns), error);
}
