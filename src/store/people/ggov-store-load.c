/* ggov-store-load.c: who looks after how much
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-load-private.h"
#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-store-load.h"
#include "ggov-store-private.h"

#define SQL_LIST \
  "WITH " GGOV_LOAD_OF_ALL "SELECT " GGOV_LOAD_COLUMNS " " GGOV_LOAD_JOIN \
  "JOIN post p ON p.id = w.post_id " GGOV_ROSTER_JOIN_PLACE GGOV_LOAD_ORDER

enum
{
  PERSON_ID, PLACES, HOUSEHOLDS, UNITS, OPEN_ISSUES, STRAIN_NUMBER, GRID_ID, NAME, PHONE, ROLE_CODE,
  ROLE_NAME, ROLE_NAME_ZH, GRID_CODE, PLACE,
};

gboolean
_ggov_load_bind (GgovStmt    *stmt,
                 const char  *as_of,
                 GError     **error)
{
  int day;

  if (!ggov_local_day_parse (as_of, &day, error))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, as_of);
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (day + 1, 0));
  ggov_stmt_bind_int (stmt, 3, GGOV_LOAD_MOST);
  ggov_stmt_bind_int (stmt, 4, GGOV_LOAD_LEAST);

  return TRUE;
}

GgovLoad *
_ggov_load_read_row (GgovStmt *stmt,
                     gint64    rank)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);
  const GgovLoadRecord record = {
    .rank = rank,
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

  return ggov_load_new (&record);
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

  if (stmt && _ggov_load_bind (stmt, as_of, &error))
    while ((step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
      g_ptr_array_add (rows, _ggov_load_read_row (stmt, rows->len + 1));

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
