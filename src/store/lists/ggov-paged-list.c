/* ggov-paged-list.c: a list of any length, of which only what is looked at is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-paged-list.h"
#include "ggov-paged-steps-private.h"

/* More than a table shows at once on a large screen. */
#define N_FIRST 100

/* Read rows that are kept: those of a minute's scrolling back and forth. */
#define MAX_ROWS 4000

struct _GgovPagedList
{
  GObject       parent_instance;

  GgovStore    *store;     /* (nullable) */
  GgovQuery    *query;     /* (nullable): what the list is the answer to */
  GgovQuery    *asked;     /* (nullable): what an answer is awaited to */
  gboolean      is_anew;   /* what is asked is something else than the list is */
  guint         limit;     /* of the answer awaited */
  GCancellable *asking;    /* (nullable): of the answer awaited */
  GCancellable *reading;   /* (nullable): of the rows being read */
  GArray       *keys;      /* (element-type GgovRowKey) */
  GHashTable   *rows;      /* (element-type gint64 GObject): read */
  GHashTable   *items;     /* (element-type gint64 GgovPagedItem): that somebody has; not owned */
  GHashTable   *wanted;    /* (element-type gint64): of rows to be read */
  guint         read_id;   /* idle source, 0 if none */
};

enum {
  REPLACING,
  ANSWERED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovPagedList, ggov_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void read_wanted (GgovPagedList *self);
static void ask         (GgovPagedList *self,
                         GgovQuery     *query,
                         guint          limit);

static const GgovRowKey *
get_key (GgovPagedList *self,
         guint          position)
{
  return &g_array_index (self->keys, GgovRowKey, position);
}

static void
stop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
tell_failure (GgovPagedList *self,
              const GError  *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* Rows ------------------------------------------------------------------------------------ */

static void
take_row (GgovPagedList *self,
          const gint64  *id,
          GObject       *row)
{
  GgovPagedItem *item = g_hash_table_lookup (self->items, id);

  g_hash_table_insert (self->rows, g_memdup2 (id, sizeof *id), g_object_ref (row));
  if (item)
    ggov_paged_item_set_row (item, ggov_paged_item_get_key (item), row);
}

static gboolean
is_unused (gpointer id,
           gpointer row,
           gpointer user_data)
{
  return !g_hash_table_contains (GGOV_PAGED_LIST (user_data)->items, id);
}

static void
rows_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovPagedList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovAnswer) answer = ggov_store_rows_finish (GGOV_STORE (object), result, &error);
  GHashTableIter iter;
  gpointer id, row;

  /* Cancelled ones come back after others have taken their place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;

  g_clear_object (&self->reading);
  if (answer == NULL)
    {
      tell_failure (self, error);
      return;
    }

  if (g_hash_table_size (self->rows) > MAX_ROWS)
    g_hash_table_foreach_remove (self->rows, is_unused, self);
  g_hash_table_iter_init (&iter, answer->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    take_row (self, id, G_OBJECT (row));

  read_wanted (self);
}

/* What was scrolled past meanwhile is nobody's any more and not read. */
static GArray *
collect_wanted (GgovPagedList *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (GgovRowKey));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      GgovPagedItem *item = g_hash_table_lookup (self->items, id);

      if (item && !g_hash_table_contains (self->rows, id))
        g_array_append_vals (keys, ggov_paged_item_get_key (item), 1);
    }
  g_hash_table_remove_all (self->wanted);

  return keys;
}

static void
read_wanted (GgovPagedList *self)
{
  g_autoptr(GArray) keys = NULL;

  if (self->reading || self->query == NULL)
    return;

  keys = collect_wanted (self);
  if (keys->len == 0)
    return;

  self->reading = g_cancellable_new ();
  ggov_store_read_rows_async (self->store, self->query, keys, self->reading, rows_read_cb,
                              g_object_ref (self));
}

static gboolean
read_cb (gpointer user_data)
{
  GgovPagedList *self = user_data;

  self->read_id = 0;
  read_wanted (self);

  return G_SOURCE_REMOVE;
}

static void
want (GgovPagedList *self,
      const gint64  *id)
{
  g_hash_table_add (self->wanted, g_memdup2 (id, sizeof *id));

  /* Once a view has asked for all that it is about to show. */
  if (self->read_id == 0)
    self->read_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_cb, self, NULL);
}

/* Answers --------------------------------------------------------------------------------- */

static void
apply_steps (GgovPagedList *self,
             GArray        *keys)
{
  g_autoptr(GArray) steps = self->is_anew ? _ggov_paged_steps_replace (self->keys->len, keys->len)
                                          : _ggov_paged_steps_find (self->keys, keys);

  for (guint i = 0; i < steps->len; i++)
    {
      const GgovPagedStep *step = &g_array_index (steps, GgovPagedStep, i);

      if (step->removed > 0)
        g_array_remove_range (self->keys, step->position, step->removed);
      if (step->added > 0)
        g_array_insert_vals (self->keys, step->position,
                             &g_array_index (keys, GgovRowKey, step->from), step->added);
      g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
    }

  /* Details of rows that stayed may have changed. */
  g_array_set_size (self->keys, 0);
  if (keys->len > 0)
    g_array_append_vals (self->keys, keys->data, keys->len);
}

/* Items that came into being while the answer was awaited show what they have until their rows are
 * read anew. */
static void
refresh_items (GgovPagedList *self,
               GArray        *keys)
{
  for (guint i = 0; i < keys->len && g_hash_table_size (self->items) > 0; i++)
    {
      const GgovRowKey *key = &g_array_index (keys, GgovRowKey, i);
      GgovPagedItem *item = g_hash_table_lookup (self->items, &key->id);
      gpointer row = item ? g_hash_table_lookup (self->rows, &key->id) : NULL;

      if (item)
        ggov_paged_item_set_row (item, key, row);
      if (item && row == NULL)
        want (self, &key->id);
    }
}

static void
take_answer (GgovPagedList *self,
             GgovQuery     *query,
             GgovAnswer    *answer)
{
  stop (&self->reading);
  g_clear_pointer (&self->query, ggov_query_unref);
  self->query = ggov_query_ref (query);
  g_hash_table_unref (self->rows);
  self->rows = g_hash_table_ref (answer->rows);

  g_signal_emit (self, signals[REPLACING], 0, self->is_anew);
  refresh_items (self, answer->keys);
  apply_steps (self, answer->keys);
  g_signal_emit (self, signals[ANSWERED], 0);

  read_wanted (self);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovPagedList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovAnswer) answer = ggov_store_rows_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GgovQuery) query = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  g_clear_object (&self->asking);
  query = g_steal_pointer (&self->asked);
  if (answer == NULL)
    {
      tell_failure (self, error);
      return;
    }

  /* It was the beginning of more. */
  if (answer->keys->len == self->limit)
    ask (self, query, GGOV_QUERY_ALL);
  take_answer (self, query, answer);
  self->is_anew = FALSE;
}

static GArray *
list_ids_held (GgovPagedList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  return ids;
}

static void
ask (GgovPagedList *self,
     GgovQuery     *query,
     guint          limit)
{
  g_autoptr(GArray) ids = list_ids_held (self);

  stop (&self->asking);
  self->asking = g_cancellable_new ();
  g_clear_pointer (&self->asked, ggov_query_unref);
  self->asked = ggov_query_ref (query);
  self->limit = limit;
  ggov_store_find_rows_async (self->store, query, limit, N_FIRST, ids, self->asking, answered_cb,
                              g_object_ref (self));
}

/* Object ---------------------------------------------------------------------------------- */

static GType
ggov_paged_list_get_item_type (GListModel *model)
{
  return GGOV_TYPE_PAGED_ITEM;
}

static guint
ggov_paged_list_get_n_items (GListModel *model)
{
  return GGOV_PAGED_LIST (model)->keys->len;
}

static gpointer
ggov_paged_list_get_item (GListModel *model,
                          guint       position)
{
  GgovPagedList *self = GGOV_PAGED_LIST (model);
  const GgovRowKey *key;
  GgovPagedItem *item;
  gpointer row;

  if (position >= self->keys->len)
    return NULL;

  key = get_key (self, position);
  if ((item = g_hash_table_lookup (self->items, &key->id)))
    return g_object_ref (item);

  row = g_hash_table_lookup (self->rows, &key->id);
  item = ggov_paged_item_new (self->items, key, row, ggov_query_get_blank (self->query));
  if (row == NULL)
    want (self, &key->id);

  return item;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = ggov_paged_list_get_item_type;
  iface->get_n_items = ggov_paged_list_get_n_items;
  iface->get_item = ggov_paged_list_get_item;
}

static void
ggov_paged_list_dispose (GObject *object)
{
  GgovPagedList *self = GGOV_PAGED_LIST (object);

  stop (&self->asking);
  stop (&self->reading);
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ggov_paged_list_parent_class)->dispose (object);
}

static void
ggov_paged_list_finalize (GObject *object)
{
  GgovPagedList *self = GGOV_PAGED_LIST (object);

  g_clear_pointer (&self->query, ggov_query_unref);
  g_clear_pointer (&self->asked, ggov_query_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_paged_list_parent_class)->finalize (object);
}

static void
ggov_paged_list_class_init (GgovPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = ggov_paged_list_dispose;
  object_class->finalize = ggov_paged_list_finalize;

  signals[REPLACING] =
    g_signal_new ("replacing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_BOOLEAN);
  signals[ANSWERED] =
    g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
    g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_ERROR);
}

static GHashTable *
make_rows (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static void
ggov_paged_list_init (GgovPagedList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (GgovRowKey));
  self->rows = make_rows ();
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GgovPagedList *
ggov_paged_list_new (void)
{
  return g_object_new (GGOV_TYPE_PAGED_LIST, NULL);
}

/* Items that are still held are of another office, whose numbers mean other rows. */
static void
empty (GgovPagedList *self)
{
  guint n = self->keys->len;

  stop (&self->reading);
  g_signal_emit (self, signals[REPLACING], 0, TRUE);
  g_array_set_size (self->keys, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);

  /* Not before: until then a view may still ask for what there was. */
  g_clear_pointer (&self->query, ggov_query_unref);
  g_hash_table_unref (self->rows);
  self->rows = make_rows ();
  g_hash_table_remove_all (self->wanted);
  g_hash_table_unref (self->items);
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_signal_emit (self, signals[ANSWERED], 0);
}

void
ggov_paged_list_ask (GgovPagedList *self,
                     GgovStore     *store,
                     GgovQuery     *query)
{
  gboolean is_other;

  g_return_if_fail (GGOV_IS_PAGED_LIST (self));

  stop (&self->asking);
  g_clear_pointer (&self->asked, ggov_query_unref);
  is_other = store == NULL || query == NULL || store != self->store;
  g_set_object (&self->store, store);
  if (store && query)
    {
      self->is_anew = TRUE;
      ask (self, query, ggov_query_is_quick_to_begin (query) ? N_FIRST : GGOV_QUERY_ALL);
    }
  if (is_other)
    empty (self);
}

void
ggov_paged_list_ask_again (GgovPagedList *self)
{
  g_autoptr(GgovQuery) query = NULL;

  g_return_if_fail (GGOV_IS_PAGED_LIST (self));

  if (self->asked || self->query)
    {
      query = ggov_query_ref (self->asked ? self->asked : self->query);
      ask (self, query, GGOV_QUERY_ALL);
    }
}

gboolean
ggov_paged_list_is_asking (GgovPagedList *self)
{
  g_return_val_if_fail (GGOV_IS_PAGED_LIST (self), FALSE);

  return self->asking != NULL;
}

guint
ggov_paged_list_find (GgovPagedList *self,
                      gint64         id)
{
  g_return_val_if_fail (GGOV_IS_PAGED_LIST (self), GGOV_PAGED_LIST_NOWHERE);

  for (guint i = 0; i < self->keys->len; i++)
    if (get_key (self, i)->id == id)
      return i;

  return GGOV_PAGED_LIST_NOWHERE;
}

guint
ggov_paged_list_find_detail (GgovPagedList *self,
                             gint64         detail)
{
  g_return_val_if_fail (GGOV_IS_PAGED_LIST (self), GGOV_PAGED_LIST_NOWHERE);

  for (guint i = 0; i < self->keys->len; i++)
    if (get_key (self, i)->detail == detail)
      return i;

  return GGOV_PAGED_LIST_NOWHERE;
}

GArray *
ggov_paged_list_copy_keys (GgovPagedList *self)
{
  g_return_val_if_fail (GGOV_IS_PAGED_LIST (self), NULL);

  return self->keys->len > 0 ? g_array_copy (self->keys) : NULL;
}
