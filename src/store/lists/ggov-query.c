/* ggov-query.c: a question to the store whose answer is read a few rows at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-query-private.h"
#include "ggov-store-private.h"

struct _GgovQuery
{
  const GgovQueryClass *klass;
  gpointer              question; /* (owned) */
  GDestroyNotify        free_question;
  GObject              *blank;
  gboolean              is_quick_to_begin;
};

/* What is to be found or read. */
typedef struct
{
  GgovQuery *query;
  guint      limit;
  guint      n_first;
  GArray    *ids;  /* (nullable) (element-type gint64) */
  GArray    *keys; /* (nullable) (element-type GgovRowKey): NULL if they are to be found */
} Order;

GgovQuery *
_ggov_query_new (const GgovQueryClass *klass,
                 gpointer              question,
                 GDestroyNotify        free_question,
                 gpointer              blank,
                 gboolean              is_quick_to_begin)
{
  GgovQuery *self = g_atomic_rc_box_new0 (GgovQuery);

  self->klass = klass;
  self->question = question;
  self->free_question = free_question;
  self->blank = blank;
  self->is_quick_to_begin = is_quick_to_begin;

  return self;
}

gconstpointer
_ggov_query_get_question (GgovQuery            *self,
                          const GgovQueryClass *klass)
{
  return self->klass == klass ? self->question : NULL;
}

gboolean
_ggov_query_find_keys (GgovQuery  *self,
                       GgovDb     *db,
                       guint       limit,
                       GArray     *keys,
                       GError    **error)
{
  return self->klass->find_keys (self->question, db, limit, NULL, keys, error);
}

gboolean
_ggov_query_step_keys (GgovStmt      *stmt,
                       GCancellable  *cancellable,
                       GArray        *keys,
                       GError       **error)
{
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovRowKey key = { ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1) };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      g_array_append_val (keys, key);
    }

  return step == GGOV_DB_DONE;
}

GgovQuery *
ggov_query_ref (GgovQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_query (gpointer box)
{
  GgovQuery *self = box;

  self->free_question (self->question);
  g_clear_object (&self->blank);
}

void
ggov_query_unref (GgovQuery *self)
{
  g_atomic_rc_box_release_full (self, clear_query);
}

gpointer
ggov_query_get_blank (GgovQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blank;
}

gboolean
ggov_query_is_quick_to_begin (GgovQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_quick_to_begin;
}

void
ggov_answer_free (GgovAnswer *self)
{
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_free (self);
}

static void
order_free (Order *order)
{
  g_clear_pointer (&order->query, ggov_query_unref);
  g_clear_pointer (&order->ids, g_array_unref);
  g_clear_pointer (&order->keys, g_array_unref);
  g_free (order);
}

static gboolean
read_row (const Order       *order,
          GgovDb            *db,
          const GgovRowKey  *key,
          GHashTable        *rows,
          GError           **error)
{
  g_autoptr(GError) failure = NULL;
  gpointer row = order->query->klass->read_row (order->query->question, db, key, &failure);

  if (row)
    g_hash_table_insert (rows, g_memdup2 (&key->id, sizeof key->id), row);
  if (failure)
    g_propagate_error (error, g_steal_pointer (&failure));

  return *error == NULL;
}

static GHashTable *
make_set (GArray *ids)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; ids && i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));

  return set;
}

static gboolean
read_rows (const Order   *order,
           GgovDb        *db,
           GCancellable  *cancellable,
           GgovAnswer    *answer,
           GError       **error)
{
  g_autoptr(GHashTable) wanted = make_set (order->ids);
  GArray *keys = answer->keys ? answer->keys : order->keys;

  for (guint i = 0; i < keys->len; i++)
    {
      const GgovRowKey *key = &g_array_index (keys, GgovRowKey, i);

      if (order->keys == NULL && i >= order->n_first && !g_hash_table_contains (wanted, &key->id))
        continue;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !read_row (order, db, key, answer->rows, error))
        return FALSE;
    }

  return TRUE;
}

/* On the store's thread. */
static void
answer_job (GTask  *task,
            GgovDb *db)
{
  const Order *order = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const GgovQueryClass *klass = order->query->klass;
  g_autoptr(GgovAnswer) answer = g_new0 (GgovAnswer, 1);
  GError *error = NULL;

  answer->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  if (order->keys == NULL)
    answer->keys = g_array_new (FALSE, FALSE, sizeof (GgovRowKey));

  if ((order->keys == NULL &&
       !klass->find_keys (order->query->question, db, order->limit, cancellable, answer->keys,
                          &error)) ||
      !read_rows (order, db, cancellable, answer, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) ggov_answer_free);
}

void
ggov_store_find_rows_async (GgovStore           *self,
                            GgovQuery           *query,
                            guint                limit,
                            guint                n_first,
                            GArray              *ids,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Order *order;

  g_return_if_fail (query != NULL);

  order = g_new0 (Order, 1);
  order->query = ggov_query_ref (query);
  order->limit = limit;
  order->n_first = n_first;
  order->ids = ids ? g_array_ref (ids) : NULL;
  _ggov_store_call (self, ggov_store_find_rows_async, answer_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_read_rows_async (GgovStore           *self,
                            GgovQuery           *query,
                            GArray              *keys,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Order *order;

  g_return_if_fail (query != NULL);
  g_return_if_fail (keys != NULL);

  order = g_new0 (Order, 1);
  order->query = ggov_query_ref (query);
  order->keys = g_array_ref (keys);
  _ggov_store_call (self, ggov_store_read_rows_async, answer_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

/* On the store's thread. */
static void
prepare_job (GTask  *task,
             GgovDb *db)
{
  const Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (order->query->klass->prepare == NULL ||
      order->query->klass->prepare (order->query->question, db, g_task_get_cancellable (task),
                                    &error))
    g_task_return_pointer (task, g_new0 (GgovAnswer, 1), (GDestroyNotify) ggov_answer_free);
  else
    g_task_return_error (task, error);
}

void
ggov_store_prepare_rows_async (GgovStore           *self,
                               GgovQuery           *query,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Order *order;

  g_return_if_fail (query != NULL);

  order = g_new0 (Order, 1);
  order->query = ggov_query_ref (query);
  _ggov_store_call (self, ggov_store_prepare_rows_async, prepare_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

GgovAnswer *
ggov_store_rows_finish (GgovStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
