/* ggov-store-erase.c: nothing is left of somebody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-erase-private.h"
#include "ggov-residents-private.h"
#include "ggov-store-erase.h"

/* The record that goes on, and all that were merged into it, one after the other. */
#define SQL_RECORDS \
  "WITH RECURSIVE up AS (SELECT id, merged_into_id FROM person WHERE id = $1 " \
  "UNION SELECT p.id, p.merged_into_id FROM person p JOIN up ON p.id = up.merged_into_id), " \
  "down AS (SELECT id FROM up UNION SELECT p.id FROM person p JOIN down ON p.merged_into_id = down.id) " \
  "SELECT id FROM down ORDER BY id"

/* What keeps somebody in the records on the day $2, each with its sentence. */
static const struct
{
  const char *sql;
  const char *sentence;
} obstacles[] = {
  { "SELECT 1 FROM post p WHERE p.person_id = $1 AND (p.valid_to IS NULL OR p.valid_to >= $2) LIMIT 1",
    N_("They hold a post. Stand them down first.") },
  { "SELECT 1 FROM residence r WHERE r.person_id = $1 AND r.relation = '02' "
    "AND " GGOV_SQL_RESIDES_ON ("r", "$2") " AND EXISTS (SELECT 1 FROM residence o "
    "WHERE o.household_id = r.household_id AND o.person_id <> $1 "
    "AND " GGOV_SQL_RESIDES_ON ("o", "$2") ") LIMIT 1",
    N_("They are the head of a household that others are of. Say who is its head first.") },
  { "SELECT 1 FROM dispute_party y JOIN dispute d ON d.id = y.dispute_id "
    "WHERE y.person_id = $1 AND d.ended_on IS NULL AND $2 IS NOT NULL LIMIT 1",
    N_("They are a party to a dispute that is not ended yet.") },
};

typedef struct
{
  gint64  person_id;
  char   *as_of;
} Order;

static void
order_free (Order *order)
{
  g_free (order->as_of);
  g_free (order);
}

static GArray *
list_records (GgovDb       *db,
              const Order  *order,
              GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_RECORDS, error);
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, order->person_id);
  if ((ids = ggov_stmt_list_ints (stmt, error)) && ids->len == 0)
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                   "there is no person %" G_GINT64_FORMAT, order->person_id);
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static gboolean
check_obstacle (GgovDb       *db,
                guint         which,
                gint64        person_id,
                const Order  *order,
                GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, obstacles[which].sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  ggov_stmt_bind_text (stmt, 2, order->as_of);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return _ggov_residents_refuse (error, g_strdup (_(obstacles[which].sentence)));

  return step == GGOV_DB_DONE;
}

/* On the store's thread, within the change. */
static gboolean
erase (GgovChange   *change,
       const Order  *order,
       GError      **error)
{
  g_autoptr(GArray) ids = list_records (change->db, order, error);

  for (guint i = 0; ids && i < ids->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (obstacles); j++)
      if (!check_obstacle (change->db, j, g_array_index (ids, gint64, i), order, error))
        return FALSE;

  ggov_change_set_irreversible (change);

  return ids && _ggov_erase_rows (change, ids, error) && _ggov_erase_images (change, ids, error);
}

/* On the store's thread. What is on the disk is done, even if it was given up in the same moment. */
static void
erase_job (GTask  *task,
           GgovDb *db)
{
  GgovStore *store = g_task_get_source_object (task);
  GgovChange change = {
    .db = db,
    .cancellable = g_task_get_cancellable (task),
    .at = g_get_real_time () / G_USEC_PER_SEC,
    .account = ggov_store_get_account (store),
    .action = N_("Erase a person"),
    .subject = g_strdup (""),
  };
  GError *error = NULL;

  if (!_ggov_change_begin (&change, &error))
    g_task_return_error (task, error);
  else if (!erase (&change, g_task_get_task_data (task), &error))
    {
      _ggov_change_abandon (&change);
      g_task_return_error (task, error);
    }
  else if (!_ggov_change_end (&change, store, &error) || !ggov_db_scrub (db, &error))
    g_task_return_error (task, error);
  else
    {
      g_task_set_check_cancellable (task, FALSE);
      g_task_return_pointer (task, g_memdup2 (&change.id, sizeof change.id), g_free);
    }

  g_free (change.subject);
}

void
ggov_store_erase_person_async (GgovStore           *self,
                               gint64               person_id,
                               const char          *as_of,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Order *order;

  g_return_if_fail (as_of != NULL);

  order = g_new0 (Order, 1);
  order->person_id = person_id;
  order->as_of = g_strdup (as_of);
  _ggov_store_call (self, ggov_store_erase_person_async, erase_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

gboolean
ggov_store_erase_person_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                gint64        *change_id,
                                GError       **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!(id = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  if (change_id)
    *change_id = *id;

  return TRUE;
}
