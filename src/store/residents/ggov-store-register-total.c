/* ggov-store-register-total.c: the register of the whole office in three numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-residents-private.h"
#include "ggov-store-register-grids.h"
#include "ggov-store-register-total.h"

/* Nobody lives at two places on one day. */
#define SQL_TOTAL \
  "SELECT count (*), count (DISTINCT r.household_id), count (*) FILTER (WHERE m.confirmed_on >= $2) " \
  "FROM residence r LEFT JOIN resident m ON m.person_id = r.person_id " \
  "WHERE r.living = 1 AND " GGOV_SQL_RESIDES_ON ("r", "$1")

/* On the store's thread. */
static void
count_job (GTask  *task,
           GgovDb *db)
{
  const char *day = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_TOTAL, &error);
  g_autofree char *fresh = NULL;
  GgovRegisterTotal *total;
  int number = 0;

  if (stmt && ggov_local_day_parse (day, &number, &error))
    {
      fresh = ggov_local_day_format (number - GGOV_REGISTER_FRESH_DAYS);
      ggov_stmt_bind_text (stmt, 1, day);
      ggov_stmt_bind_text (stmt, 2, fresh);
    }
  if (error || ggov_stmt_step (stmt, &error) != GGOV_DB_ROW)
    {
      g_task_return_error (task, error);
      return;
    }

  total = g_new0 (GgovRegisterTotal, 1);
  total->people = ggov_stmt_get_int (stmt, 0);
  total->households = ggov_stmt_get_int (stmt, 1);
  total->fresh = ggov_stmt_get_int (stmt, 2);
  g_task_return_pointer (task, total, g_free);
}

void
ggov_store_get_register_total_async (GgovStore           *self,
                                     const char          *day,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_get_register_total_async, count_job, g_strdup (day), g_free,
                    cancellable, callback, user_data);
}

gboolean
ggov_store_get_register_total_finish (GgovStore          *self,
                                      GAsyncResult       *result,
                                      GgovRegisterTotal  *total,
                                      GError            **error)
{
  g_autofree GgovRegisterTotal *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!(found = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  *total = *found;

  return TRUE;
}
