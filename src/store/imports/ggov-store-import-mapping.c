/* ggov-store-import-mapping.c: asking what is remembered of tables' columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-import-mapping-private.h"
#include "ggov-store-import-mapping.h"
#include "ggov-store-private.h"

/* On the store's thread. */
static void
load_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GHashTable *mappings = _ggov_import_mappings_load (db, g_task_get_task_data (task), &error);

  if (mappings)
    g_task_return_pointer (task, mappings, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_load_import_mappings_async (GgovStore           *self,
                                       const char          *kind,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_load_import_mappings_async, load_job, g_strdup (kind), g_free,
                    cancellable, callback, user_data);
}

GHashTable *
ggov_store_load_import_mappings_finish (GgovStore     *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
