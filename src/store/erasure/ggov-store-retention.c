/* ggov-store-retention.c: whose data the office has no more purpose for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-store-erase.h"
#include "ggov-visits-private.h"

/* The day they left: of who is nowhere on $1 any more the last day that they were somewhere, or that of
 * their death. What was said about the day comes first. */
#define LEFT \
  "(SELECT max (r.moved_out) FROM residence r WHERE r.person_id = m.person_id)"
#define SQL_RETENTION \
  "SELECT n.id, n.name, m.purpose, m.died_on, " LEFT ", m.keep_until FROM resident m " \
  "JOIN person n ON n.id = m.person_id WHERE m.keep_until < $1 OR (m.keep_until IS NULL " \
  "AND coalesce (m.died_on, " LEFT ") <= $2 AND NOT EXISTS (SELECT 1 FROM residence r " \
  "WHERE r.person_id = m.person_id AND (r.moved_out IS NULL OR r.moved_out > $1))) " \
  "ORDER BY coalesce (m.keep_until, m.died_on, " LEFT "), n.id"
enum { ID, NAME, PURPOSE, DIED_ON, LEFT_ON, KEEP_UNTIL };

static gpointer
make_row (GgovStmt   *stmt,
          const char *day,
          guint       rank)
{
  const char *left = ggov_stmt_is_null (stmt, DIED_ON) ? ggov_stmt_get_text (stmt, LEFT_ON)
                                                       : ggov_stmt_get_text (stmt, DIED_ON);
  g_autofree char *until = g_strdup (ggov_stmt_get_text (stmt, KEEP_UNTIL));
  int today = 0, last = 0;

  if (until == NULL && ggov_local_day_parse (left, &last, NULL))
    until = ggov_local_day_format (last + GGOV_RETENTION_DAYS);
  if (until && ggov_local_day_parse (until, &last, NULL))
    ggov_local_day_parse (day, &today, NULL);

  return ggov_retention_new (&(GgovRetentionRecord) {
    .person_id = ggov_stmt_get_int (stmt, ID),
    .days_over = today - last,
    .name = ggov_stmt_get_text (stmt, NAME),
    .purpose = ggov_stmt_get_text (stmt, PURPOSE),
    .left_on = left,
    .keep_until = until,
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const char *day = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_RETENTION, &error);
  g_autofree char *left = NULL;
  GPtrArray *rows = NULL;
  int today = 0;

  if (stmt && ggov_local_day_parse (day, &today, &error))
    {
      left = ggov_local_day_format (today - GGOV_RETENTION_DAYS);
      ggov_stmt_bind_text (stmt, 1, day);
      ggov_stmt_bind_text (stmt, 2, left);
      rows = _ggov_residents_read_rows (stmt, day, make_row, &error);
    }

  if (rows)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_retention_async (GgovStore           *self,
                                 const char          *as_of,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_retention_async, list_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_retention_finish (GgovStore     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_RETENTION) : NULL;
}
