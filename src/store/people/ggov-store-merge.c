/* ggov-store-merge.c: two records of one person become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"
#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-organisation-rules-private.h"
#include "ggov-post-rules-private.h"
#include "ggov-residents-private.h"
#include "ggov-search-text-private.h"
#include "ggov-store-twins.h"
#include "ggov-training-private.h"

#define SQL_PEOPLE \
  "SELECT k.name, k.pinyin, k.merged_into_id IS NULL AND o.merged_into_id IS NULL, " \
  "CASE k.sex WHEN '0' THEN o.sex ELSE k.sex END, coalesce (k.birth_date, o.birth_date), " \
  "CASE WHEN k.phone <> '' THEN k.phone ELSE o.phone END, " \
  "coalesce (k.organisation_id, o.organisation_id), coalesce (k.unit_id, o.unit_id) " \
  "FROM person k JOIN person o ON o.id = $2 WHERE k.id = $1"
enum
{
  NAME, PINYIN, FREE, SEX, BIRTH_DATE, PHONE, ORGANISATION, HOME,
};

#define SQL_APART \
  "SELECT id FROM person_distinct WHERE first_id = $1 OR second_id = $1"
#define SQL_ACCOUNT "SELECT id FROM points_account WHERE person_id = $1"
#define SQL_MERGED  "SELECT id FROM points_merge WHERE into_id = $1 ORDER BY id"
#define SQL_POSTS \
  "SELECT id, role_id, sub_district_id, community_id, grid_id, building_id, unit_id, valid_from, " \
  "valid_to FROM post WHERE person_id = $1 ORDER BY id"
#define SQL_OWN_SUBSTITUTE \
  "SELECT 1 FROM post_leave l JOIN post p ON p.id = l.post_id " \
  "WHERE p.person_id = $1 AND l.substitute_id = $1 LIMIT 1"

typedef struct
{
  gint64 keep_id;
  gint64 other_id;
} Pair;

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* (element-type gint64): the numbers @sql answers about @id */
static GArray *
list_ids (GgovDb      *db,
          const char  *sql,
          gint64       id,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);

  return ggov_stmt_list_ints (stmt, error);
}

/* The account of a person, or 0; FALSE with @error set */
static gboolean
find_account (GgovDb  *db,
              gint64   person_id,
              gint64  *account_id,
              GError **error)
{
  g_autoptr(GArray) ids = list_ids (db, SQL_ACCOUNT, person_id, error);

  *account_id = ids && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;

  return ids != NULL;
}

/* What belonged to the other account belongs to the kept one with it. */
static gboolean
pass_accounts_on (GgovChange  *change,
                  gint64       from_id,
                  gint64       into_id,
                  GError     **error)
{
  g_autoptr(GArray) ids = list_ids (change->db, SQL_MERGED, from_id, error);
  const GgovColumn columns[] = { GGOV_ID ("into_id", into_id) };

  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_update (change, "points_merge", g_array_index (ids, gint64, i), -1, columns, 1,
                              error))
      return FALSE;

  return ids != NULL;
}

/* The ledger is never changed: where both have an account, the other keeps its entries and belongs to
 * the kept one. */
static gboolean
join_points (GgovChange  *change,
             const Pair  *pair,
             GError     **error)
{
  gint64 kept, other;

  if (!find_account (change->db, pair->keep_id, &kept, error) ||
      !find_account (change->db, pair->other_id, &other, error))
    return FALSE;

  if (other == 0)
    return TRUE;

  if (kept == 0)
    return _ggov_change_update (change, "points_account", other, -1,
                                &(GgovColumn) GGOV_ID ("person_id", pair->keep_id), 1, error);

  return pass_accounts_on (change, other, kept, error) &&
         _ggov_change_insert (change, "points_merge",
                              (const GgovColumn[]) { GGOV_ID ("account_id", other),
                                                     GGOV_ID ("into_id", kept) }, 2, error) != 0;
}

/* What was said about the other record being somebody else goes with it. */
static gboolean
forget_apart (GgovChange  *change,
              gint64       other_id,
              GError     **error)
{
  g_autoptr(GArray) ids = list_ids (change->db, SQL_APART, other_id, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_delete (change, "person_distinct", g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gboolean
move_references (GgovChange  *change,
                 const char  *table,
                 const char  *column,
                 const Pair  *pair,
                 GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = $1", table, column);
  g_autoptr(GArray) ids = list_ids (change->db, sql, pair->other_id, error);
  const GgovColumn columns[] = { GGOV_ID (column, pair->keep_id) };

  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_update (change, table, g_array_index (ids, gint64, i), -1, columns, 1, error))
      return FALSE;

  return ids != NULL;
}

/* Whatever table names people: the later ones of the schema as well. Accounts see join_points(). */
static gboolean
move_all (GgovChange  *change,
          const Pair  *pair,
          GError     **error)
{
  g_autoptr(GPtrArray) references = ggov_db_list_references (change->db, "person", error);

  for (guint i = 0; references && i < references->len; i += 2)
    if (!g_str_equal (references->pdata[i], "points_account") &&
        !move_references (change, references->pdata[i], references->pdata[i + 1], pair, error))
      return FALSE;

  return references != NULL;
}

static gboolean
check_post (GgovDb    *db,
            GgovStmt  *stmt,
            gint64     person_id,
            GError   **error)
{
  const GgovPostRecord record = {
    .person_id = person_id,
    .role_id = ggov_stmt_get_int (stmt, 1),
    .sub_district_id = ggov_stmt_get_int (stmt, 2),
    .community_id = ggov_stmt_get_int (stmt, 3),
    .grid_id = ggov_stmt_get_int (stmt, 4),
    .building_id = ggov_stmt_get_int (stmt, 5),
    .unit_id = ggov_stmt_get_int (stmt, 6),
    .valid_from = ggov_stmt_get_text (stmt, 7),
    .valid_to = ggov_stmt_get_text (stmt, 8),
  };

  return _ggov_post_check_rules (db, &record, ggov_stmt_get_int (stmt, 0), error);
}

/* One person may not have what two had. */
static gboolean
check_posts (GgovDb      *db,
             const Pair  *pair,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_POSTS, error);
  g_autoptr(GArray) own = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, pair->keep_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (!check_post (db, stmt, pair->keep_id, error))
      return FALSE;

  if (step == GGOV_DB_ERROR || !(own = list_ids (db, SQL_OWN_SUBSTITUTE, pair->keep_id, error)))
    return FALSE;

  return own->len == 0 ||
         refuse (error, _("One of the two stands in for the other, so they are two people. Take that "
                          "leave back first."));
}

static gboolean
write_people (GgovChange  *change,
              GgovStmt    *stmt,
              const Pair  *pair,
              GError     **error)
{
  const char *phone = ggov_stmt_get_text (stmt, PHONE);
  g_autofree char *words = _ggov_search_text_for_person (ggov_stmt_get_text (stmt, NAME),
                                                         ggov_stmt_get_text (stmt, PINYIN), phone);
  const GgovColumn kept[] = {
    GGOV_TEXT ("sex", ggov_stmt_get_text (stmt, SEX)),
    GGOV_TEXT ("birth_date", ggov_stmt_get_text (stmt, BIRTH_DATE)),
    GGOV_TEXT ("phone", phone),
    GGOV_ID ("organisation_id", ggov_stmt_get_int (stmt, ORGANISATION)),
    GGOV_ID ("unit_id", ggov_stmt_get_int (stmt, HOME)),
    GGOV_TEXT ("search_text", words),
  };
  const GgovColumn gone[] = {
    GGOV_ID ("merged_into_id", pair->keep_id),
    GGOV_TEXT ("search_text", NULL),
  };

  return _ggov_change_update (change, "person", pair->keep_id, -1, kept, G_N_ELEMENTS (kept),
                              error) &&
         _ggov_change_update (change, "person", pair->other_id, -1, gone, G_N_ELEMENTS (gone),
                              error);
}

static gboolean
count_fields (GgovChange  *change,
              gint64       person_id,
              GError     **error)
{
  g_autofree char *today = ggov_local_day_format (ggov_local_time_get_day (change->at));

  return _ggov_residents_count_fields (change, person_id, today, error);
}

/* On the store's thread. */
static gboolean
merge (GgovChange  *change,
       gpointer     data,
       GError     **error)
{
  const Pair *pair = data;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PEOPLE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, pair->keep_id);
  ggov_stmt_bind_int (stmt, 2, pair->other_id);
  step = ggov_stmt_step (stmt, error);
  if (step == GGOV_DB_DONE)
    g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                         "one of the two people is not there");
  if (step != GGOV_DB_ROW)
    return FALSE;

  if (pair->keep_id == pair->other_id || !ggov_stmt_get_int (stmt, FREE))
    return refuse (error, _("These two records are one already."));

  return join_points (change, pair, error) &&
         forget_apart (change, pair->other_id, error) &&
         _ggov_training_join (change, pair->keep_id, pair->other_id, error) &&
         _ggov_residents_join (change, pair->keep_id, pair->other_id, error) &&
         _ggov_disputes_join (change, pair->keep_id, pair->other_id, error) &&
         move_all (change, pair, error) &&
         check_posts (change->db, pair, error) &&
         _ggov_organisation_join_lines (change, pair->keep_id, error) &&
         write_people (change, stmt, pair, error) && count_fields (change, pair->keep_id, error);
}

/* On the store's thread. */
static gboolean
tell_apart (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Pair *pair = data;

  return ggov_change_tell_apart (change, pair->keep_id, pair->other_id, error);
}

static void
change_pair (GgovStore           *self,
             const char          *action,
             GgovChangeFunc       func,
             const Pair          *pair,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  ggov_store_change_async (self, action, "", func, g_memdup2 (pair, sizeof *pair), g_free,
                           cancellable, callback, user_data);
}

void
ggov_store_merge_people_async (GgovStore           *self,
                               gint64               keep_id,
                               gint64               other_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  const Pair pair = { keep_id, other_id };

  change_pair (self, N_("Merge two records of a person"), merge, &pair, cancellable, callback,
               user_data);
}

void
ggov_store_tell_apart_async (GgovStore           *self,
                             gint64               first_id,
                             gint64               second_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const Pair pair = { first_id, second_id };

  change_pair (self, N_("Tell two people apart"), tell_apart, &pair, cancellable, callback,
               user_data);
}
