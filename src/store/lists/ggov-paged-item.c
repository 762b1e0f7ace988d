/* ggov-paged-item.c: a place in a long list, whose row may not have been read yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-paged-item.h"

struct _GgovPagedItem
{
  GObject     parent_instance;

  GHashTable *siblings;
  GgovRowKey  key;
  GObject    *row;      /* the blank one until it is read */
  gboolean    is_read;
};

enum {
  PROP_ROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovPagedItem, ggov_paged_item, G_TYPE_OBJECT)

static void
ggov_paged_item_finalize (GObject *object)
{
  GgovPagedItem *self = GGOV_PAGED_ITEM (object);

  g_hash_table_remove (self->siblings, &self->key.id);
  g_clear_pointer (&self->siblings, g_hash_table_unref);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (ggov_paged_item_parent_class)->finalize (object);
}

static void
ggov_paged_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_ROW)
    g_value_set_object (value, GGOV_PAGED_ITEM (object)->row);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_paged_item_class_init (GgovPagedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_paged_item_finalize;
  object_class->get_property = ggov_paged_item_get_property;

  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ggov_paged_item_init (GgovPagedItem *self)
{
}

GgovPagedItem *
ggov_paged_item_new (GHashTable       *siblings,
                     const GgovRowKey *key,
                     gpointer          row,
                     gpointer          blank)
{
  GgovPagedItem *self = g_object_new (GGOV_TYPE_PAGED_ITEM, NULL);

  self->siblings = g_hash_table_ref (siblings);
  self->key = *key;
  self->row = g_object_ref (row ? row : blank);
  self->is_read = row != NULL;
  g_hash_table_insert (siblings, &self->key.id, self);

  return self;
}

const GgovRowKey *
ggov_paged_item_get_key (GgovPagedItem *self)
{
  g_return_val_if_fail (GGOV_IS_PAGED_ITEM (self), NULL);

  return &self->key;
}

gpointer
ggov_paged_item_get_row (GgovPagedItem *self)
{
  g_return_val_if_fail (GGOV_IS_PAGED_ITEM (self), NULL);

  return self->is_read ? self->row : NULL;
}

void
ggov_paged_item_set_row (GgovPagedItem    *self,
                         const GgovRowKey *key,
                         gpointer          row)
{
  g_return_if_fail (GGOV_IS_PAGED_ITEM (self));
  g_return_if_fail (key->id == self->key.id);

  self->key.detail = key->detail;
  if (row == NULL)
    return;

  self->is_read = TRUE;
  if (g_set_object (&self->row, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}
