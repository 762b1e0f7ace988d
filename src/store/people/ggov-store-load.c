/* ggov-store-load.c: who looks after how much
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-load.h"
#include "ggov-store-private.h"

#define STRAIN \
  "CASE WHEN r.family <> 'full_time_member' THEN 0 WHEN w.households > $3 THEN 1 " \
  "WHEN w.households < $4 THEN -1 ELSE 0 END"

/* $2 is the end of the day $1: an issue is open then that was filed before and not closed by then. */
#define SQL_LIST \
  "WITH " GGOV_ROSTER_GROUND ", " \
  "house AS MATERIALIZED (SELECT x.grid_id, sum (u.households) AS households, count (*) AS units " \
  "FROM ground x JOIN unit u ON u.building_id = x.building_id GROUP BY x.grid_id), " \
  "home AS MATERIALIZED (SELECT building_id, sum (households) AS households, count (*) AS units " \
  "FROM unit GROUP BY building_id), " \
  "pending AS MATERIALIZED (SELECT handler_id, count (*) AS n FROM issue " \
  "WHERE handler_id IS NOT NULL AND filed_at < $2 AND (closed_at IS NULL OR closed_at >= $2) " \
  "GROUP BY handler_id), " \
  "burden AS (SELECT p.person_id, p.role_id, min (p.id) AS post_id, count (*) AS places, " \
  "sum (coalesce (h.households, m.households, d.households, 0)) AS households, " \
  "sum (coalesce (h.units, m.units, CASE WHEN d.id IS NULL THEN 0 ELSE 1 END)) AS units, " \
  "max (" GGOV_ROSTER_PRESENT_GRID ("p") ") AS grid_id FROM post p " \
  "LEFT JOIN house h ON h.grid_id = " GGOV_ROSTER_PRESENT_GRID ("p") " " \
  "LEFT JOIN home m ON m.building_id = p.building_id LEFT JOIN unit d ON d.id = p.unit_id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " GROUP BY p.person_id, p.role_id) " \
  "SELECT n.id, w.places, w.households, w.units, coalesce (o.n, 0), " STRAIN ", w.grid_id, n.name, " \
  "n.phone, r.code, r.name, r.name_zh, g.code, " GGOV_ROSTER_PLACE_COLUMNS " " \
  "FROM burden w JOIN role r ON r.id = w.role_id JOIN person n ON n.id = w.person_id " \
  "LEFT JOIN pending o ON o.handler_id = w.person_id JOIN post p ON p.id = w.post_id " \
  GGOV_ROSTER_JOIN_PLACE \
  "WHERE w.grid_id IS NOT NULL OR w.places > 1 OR o.n IS NOT NULL " \
  "ORDER BY " STRAIN " = 0, " STRAIN " DESC, w.households DESC, r.sort_order, n.pinyin, n.id"
enum
{
  PERSON_ID, PLACES, HOUSEHOLDS, UNITS, OPEN_ISSUES, STRAIN_NUMBER, GRID_ID, NAME, PHONE, ROLE_CODE,
  ROLE_NAME, ROLE_NAME_ZH, GRID_CODE, PLACE,
};

static void
add_row (GPtrArray *rows,
         GgovStmt  *stmt)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);
  const GgovLoadRecord record = {
    .rank = rows->len + 1,
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .places = ggov_stmt_get_int (stmt, PLACES),
    .households = ggov_stmt_get_int (stmt, HOUSEHOLDS),
    .units = ggov_stmt_get_int (stmt, UNITS),
    .open_issues = ggov_stmt_get_int (stmt, OPEN_ISSUES),
    .strain = ggov_stmt_get_int (stmt, STRAIN_NUMBER),
    .name = ggov_stmt_get_text (stmt, NAME),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .role_code = ggov_stmt_get_text (stmt, ROLE_CODE),
    .role = ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE_NAME),
                                   ggov_stmt_get_text (stmt, ROLE_NAME_ZH)),
    .place = place,
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
  };

  g_ptr_array_add (rows, ggov_load_new (&record));
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const char *as_of = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;
  int day;

  if (stmt && ggov_local_day_parse (as_of, &day, &error))
    {
      ggov_stmt_bind_text (stmt, 1, as_of);
      ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (day + 1, 0));
      ggov_stmt_bind_int (stmt, 3, GGOV_LOAD_MOST);
      ggov_stmt_bind_int (stmt, 4, GGOV_LOAD_LEAST);
      while ((step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
        add_row (rows, stmt);
    }

  if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_load_async (GgovStore           *self,
                            const char          *as_of,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_load_async, list_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_load_finish (GgovStore     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_LOAD) : NULL;
}
