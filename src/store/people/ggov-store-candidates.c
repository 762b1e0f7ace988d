/* ggov-store-candidates.c: who could be appointed to a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-person.h"
#include "ggov-place-label.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-candidates.h"
#include "ggov-store-private.h"

/* The unit, building and grid of the place: $2 its kind, $3 its number. */
#define TARGET \
  "target AS (SELECT u.id AS unit_id, u.building_id, x.grid_id FROM unit u " \
  "LEFT JOIN ground x ON x.building_id = u.building_id WHERE $2 = 'unit' AND u.id = $3 UNION ALL " \
  "SELECT NULL, b.id, x.grid_id FROM building b LEFT JOIN ground x ON x.building_id = b.id " \
  "WHERE $2 = 'building' AND b.id = $3 UNION ALL " \
  "SELECT NULL, NULL, g.id FROM grid g WHERE $2 = 'grid' AND g.id = $3 UNION ALL " \
  "SELECT NULL, NULL, NULL WHERE $2 NOT IN ('unit', 'building', 'grid'))"

#define NEAR \
  "near AS (SELECT n.id, CASE WHEN n.unit_id = t.unit_id THEN 0 " \
  "WHEN hu.building_id = t.building_id THEN CASE WHEN t.unit_id IS NULL THEN 0 ELSE 1 END " \
  "WHEN hx.grid_id = t.grid_id THEN 2 ELSE 3 END AS nearness " \
  "FROM person n CROSS JOIN target t LEFT JOIN unit hu ON hu.id = n.unit_id " \
  "LEFT JOIN ground hx ON hx.building_id = hu.building_id)"

/* A line for each post somebody holds, or one without: those of a person stand together. */
#define SQL_LIST \
  "WITH " GGOV_ROSTER_GROUND ", " TARGET ", " NEAR " " \
  "SELECT n.id, w.nearness, n.name, n.pinyin, n.sex, n.phone, a.name, ho.name, hb.number, " \
  "hb.name, hu.number, n.search_text, r.name, r.name_zh, " GGOV_ROSTER_PLACE_COLUMNS " " \
  "FROM near w JOIN person n ON n.id = w.id AND n.merged_into_id IS NULL " \
  "LEFT JOIN organisation a ON a.id = n.organisation_id " \
  "LEFT JOIN unit hu ON hu.id = n.unit_id LEFT JOIN building hb ON hb.id = hu.building_id " \
  "LEFT JOIN compound ho ON ho.id = hb.compound_id " \
  "LEFT JOIN post p ON p.person_id = n.id AND " GGOV_ROSTER_ON_DAY ("p") " " \
  "LEFT JOIN role r ON r.id = p.role_id " GGOV_ROSTER_JOIN_PLACE \
  "ORDER BY w.nearness, n.pinyin, n.id, r.sort_order, g.code, b.id, u.number"

enum
{
  ID, NEARNESS, NAME, PINYIN, SEX, PHONE, ORGANISATION, COMPOUND, BUILDING_NUMBER, BUILDING_NAME,
  UNIT_NUMBER, SEARCH_TEXT, ROLE_NAME, ROLE_NAME_ZH, PLACE,
};

typedef struct
{
  char   *place_kind;
  gint64  place_id;
  char   *as_of;
  GStrv   typed; /* (nullable) */
  guint   limit;
} CandidatesOrder;

/* The person whose lines are being read. */
typedef struct
{
  GgovCandidateRecord  record;
  char                *texts[4]; /* what the record's texts point into */
  char                *home;
  GString             *posts;
  gboolean             wanted;
} Reading;

static void
candidates_order_free (CandidatesOrder *order)
{
  g_free (order->place_kind);
  g_free (order->as_of);
  g_strfreev (order->typed);
  g_free (order);
}

static void
clear_reading (Reading *reading)
{
  for (guint i = 0; i < G_N_ELEMENTS (reading->texts); i++)
    g_clear_pointer (&reading->texts[i], g_free);
  g_clear_pointer (&reading->home, g_free);
  if (reading->posts)
    g_string_free (g_steal_pointer (&reading->posts), TRUE);
  reading->record = (GgovCandidateRecord) { 0 };
}

static void
finish_reading (Reading   *reading,
                GPtrArray *rows)
{
  if (reading->posts && reading->wanted)
    {
      reading->record.posts = reading->posts->str;
      g_ptr_array_add (rows, ggov_candidate_new (&reading->record));
    }

  clear_reading (reading);
}

static void
begin_reading (Reading               *reading,
               GgovStmt              *stmt,
               const CandidatesOrder *order)
{
  const int columns[] = { NAME, PINYIN, PHONE, ORGANISATION };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    reading->texts[i] = g_strdup (ggov_stmt_get_text (stmt, columns[i]));
  if (!ggov_stmt_is_null (stmt, UNIT_NUMBER))
    reading->home = ggov_place_label_dup (ggov_stmt_get_text (stmt, COMPOUND),
                                          ggov_stmt_get_text (stmt, BUILDING_NUMBER),
                                          ggov_stmt_get_text (stmt, BUILDING_NAME),
                                          ggov_stmt_get_int (stmt, UNIT_NUMBER));
  reading->posts = g_string_new (NULL);
  reading->record = (GgovCandidateRecord) {
    .person_id = ggov_stmt_get_int (stmt, ID),
    .nearness = ggov_stmt_get_int (stmt, NEARNESS),
    .name = reading->texts[0],
    .pinyin = reading->texts[1],
    .sex_label = ggov_sex_get_label (ggov_stmt_get_text (stmt, SEX)),
    .phone = reading->texts[2],
    .organisation = reading->texts[3],
    .home = reading->home,
  };
  reading->wanted =
    _ggov_roster_match ((const char *const *) order->typed, ggov_stmt_get_text (stmt, SEARCH_TEXT),
                        (const char *const[]) { reading->texts[0], reading->texts[2],
                                                reading->texts[3], reading->home }, 4);
}

static void
add_post (Reading  *reading,
          GgovStmt *stmt)
{
  g_autofree char *place = NULL;
  const char *role;

  if (ggov_stmt_is_null (stmt, ROLE_NAME))
    return;

  place = _ggov_roster_dup_place (stmt, PLACE);
  role = ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE_NAME),
                                ggov_stmt_get_text (stmt, ROLE_NAME_ZH));
  if (reading->posts->len > 0)
    /* Translators: stands between the posts somebody holds */
    g_string_append (reading->posts, C_("list", "; "));

  /* Translators: a place and a role there, as in 3号楼楼长 */
  g_string_append_printf (reading->posts, C_("post", "%1$s %2$s"), place, role);
}

static GgovDbStep
read_people (GgovStmt               *stmt,
             const CandidatesOrder  *order,
             GPtrArray              *rows,
             GError                **error)
{
  Reading reading = { 0 };
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      if (reading.record.person_id != ggov_stmt_get_int (stmt, ID))
        {
          finish_reading (&reading, rows);
          if (rows->len >= order->limit)
            break;
          begin_reading (&reading, stmt, order);
        }
      add_post (&reading, stmt);
    }
  finish_reading (&reading, rows);

  return step;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const CandidatesOrder *order = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, order->as_of);
      ggov_stmt_bind_text (stmt, 2, order->place_kind);
      ggov_stmt_bind_int (stmt, 3, order->place_id);
      step = read_people (stmt, order, rows, &error);
    }

  if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_candidates_async (GgovStore           *self,
                                  const char          *place_kind,
                                  gint64               place_id,
                                  const char          *as_of,
                                  const char          *text,
                                  guint                limit,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  CandidatesOrder *order;

  g_return_if_fail (place_kind != NULL);
  g_return_if_fail (as_of != NULL);
  g_return_if_fail (limit > 0);

  order = g_new0 (CandidatesOrder, 1);
  order->place_kind = g_strdup (place_kind);
  order->place_id = place_id;
  order->as_of = g_strdup (as_of);
  order->typed = _ggov_roster_split_text (text);
  order->limit = limit;

  _ggov_store_call (self, ggov_store_list_candidates_async, list_job, order,
                    (GDestroyNotify) candidates_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_candidates_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_CANDIDATE) : NULL;
}
