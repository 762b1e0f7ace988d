/* ggov-store-import-mapping.c: asking what is remembered of a table's columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-import-mapping-private.h"
#include "ggov-store-import-mapping.h"
#include "ggov-store-private.h"

typedef struct
{
  char *kind;
  char *headings;
} Question;

static void
question_free (Question *question)
{
  g_free (question->kind);
  g_free (question->headings);
  g_free (question);
}

/* On the store's thread. */
static void
find_job (GTask  *task,
          GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  GHashTable *wishes;
  GError *error = NULL;

  if (_ggov_import_mapping_find (db, question->kind, question->headings, &wishes, &error))
    g_task_return_pointer (task, wishes, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_find_import_mapping_async (GgovStore           *self,
                                      const char          *kind,
                                      const char          *headings,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  Question *question = g_new0 (Question, 1);

  question->kind = g_strdup (kind);
  question->headings = g_strdup (headings);
  _ggov_store_call (self, ggov_store_find_import_mapping_async, find_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GHashTable *
ggov_store_find_import_mapping_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
