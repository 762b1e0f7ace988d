/* ggov-reader-layer.c: one layer of a foreign file, and what was found in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include "ggov-reader-layer.h"

GgovReaderLayer *
ggov_reader_layer_new (const char *name,
                       guint       number,
                       gboolean    has_shapes)
{
  GgovReaderLayer *self = g_new0 (GgovReaderLayer, 1);

  self->name = g_utf8_make_valid (name, -1);
  self->table = g_strdup_printf ("layer_%u", number);
  self->ids = "none";
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->types = g_hash_table_new (g_str_hash, g_str_equal);
  self->has_shapes = has_shapes;

  return self;
}

void
ggov_reader_layer_free (GgovReaderLayer *self)
{
  g_free (self->name);
  g_free (self->table);
  g_free (self->crs);
  g_ptr_array_unref (self->fields);
  g_hash_table_unref (self->types);
  g_free (self);
}

void
ggov_reader_layer_count_shape (GgovReaderLayer *self,
                               const char      *type,
                               const double     box[4])
{
  const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->types, type));

  g_hash_table_insert (self->types, (gpointer) type, GUINT_TO_POINTER (count + 1));
  if (box[0] < -180 || box[2] > 180 || box[1] < -90 || box[3] > 90)
    self->n_out_of_range++;

  for (guint i = 0; i < 4; i++)
    if (!self->has_extent || (i < 2 ? box[i] < self->extent[i] : box[i] > self->extent[i]))
      self->extent[i] = box[i];
  self->has_extent = TRUE;
}
