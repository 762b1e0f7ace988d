/* ggov-reader-answer.c: the one JSON document that the program prints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "ggov-reader-answer.h"
#include "ggov-reader-error.h"
#include "ggov-reader-log.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  puts (text);
}

static void
add_fields (JsonBuilder *builder,
            GPtrArray   *fields)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *column = g_strdup_printf ("c%u", i + 1);

      json_builder_begin_object (builder);
      add_string (builder, "name", g_ptr_array_index (fields, i));
      add_string (builder, "column", column);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_types (JsonBuilder *builder,
           GHashTable  *types)
{
  GHashTableIter iter;
  gpointer name, count;

  json_builder_set_member_name (builder, "geometry_types");
  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, types);
  while (g_hash_table_iter_next (&iter, &name, &count))
    add_int (builder, name, GPOINTER_TO_UINT (count));
  json_builder_end_object (builder);
}

static void
add_extent (JsonBuilder           *builder,
            const GgovReaderLayer *layer)
{
  json_builder_set_member_name (builder, "bbox");
  if (!layer->has_extent)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (layer->extent); i++)
    json_builder_add_double_value (builder, layer->extent[i]);
  json_builder_end_array (builder);
}

static void
add_layer (JsonBuilder           *builder,
           const GgovReaderLayer *layer)
{
  json_builder_begin_object (builder);
  add_string (builder, "name", layer->name);
  add_string (builder, "table", layer->table);
  add_int (builder, "features", layer->n_rows);
  add_int (builder, "blank_rows", layer->n_blank);
  add_int (builder, "empty_geometries", layer->n_empty);
  add_int (builder, "unplaced_geometries", layer->n_unplaced);
  add_int (builder, "out_of_range", layer->n_out_of_range);
  add_string (builder, "ids", layer->ids);
  add_boolean (builder, "hidden", layer->is_hidden);
  add_string (builder, "crs", layer->crs);
  add_types (builder, layer->types);
  add_extent (builder, layer);
  add_fields (builder, layer->fields);
  json_builder_end_object (builder);
}

static void
add_problem (JsonBuilder *builder,
             const char  *code,
             const char  *message,
             const char  *layer,
             gint64       count)
{
  if (count == 0)
    return;

  json_builder_begin_object (builder);
  add_string (builder, "code", code);
  add_string (builder, "message", message);
  add_string (builder, "layer", layer);
  add_int (builder, "count", count);
  json_builder_end_object (builder);
}

static void
add_problems (JsonBuilder            *builder,
              const GgovReaderAnswer *self)
{
  GPtrArray *warnings = ggov_reader_log_get_warnings ();

  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  if (self->source->guessed_encoding != NULL)
    add_problem (builder, "encoding-guessed",
                 "The shapefile does not tell the encoding of its text; look whether names are "
                 "right.", NULL, 1);
  for (guint i = 0; i < self->layers->len; i++)
    {
      const GgovReaderLayer *layer = g_ptr_array_index (self->layers, i);

      add_problem (builder, "empty-geometry", "Rows have no shape.", layer->name, layer->n_empty);
      add_problem (builder, "unplaced", "Shapes lie beyond the reach of their coordinate system.",
                   layer->name, layer->n_unplaced);
      add_problem (builder, "out-of-range",
                   "Shapes are not in longitude and latitude; the coordinate system may be "
                   "another, or the axes swapped.",
                   layer->name, layer->n_out_of_range);
    }
  for (guint i = 0; i < warnings->len; i++)
    add_problem (builder, "warning", g_ptr_array_index (warnings, i), NULL, 1);
  json_builder_end_array (builder);
}

static const char *
find_crs (GPtrArray *layers)
{
  for (guint i = 0; i < layers->len; i++)
    {
      const GgovReaderLayer *layer = g_ptr_array_index (layers, i);

      if (layer->crs != NULL)
        return layer->crs;
    }

  return NULL;
}

static void
add_text_facts (JsonBuilder            *builder,
                const GgovReaderAnswer *self)
{
  const char delimiter[2] = { self->delimiter, '\0' };

  if (self->source->encoding != NULL)
    add_string (builder, "encoding", self->source->encoding);
  else if (self->source->guessed_encoding != NULL)
    add_string (builder, "encoding", self->source->guessed_encoding);
  if (self->source->workbook != NULL)
    add_int (builder, "epoch", self->source->workbook->is_from_1904 ? 1904 : 1900);
  if (self->delimiter != '\0')
    add_string (builder, "delimiter", delimiter);
}

void
ggov_reader_answer_print (const GgovReaderAnswer *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_boolean (builder, "ok", TRUE);
  add_string (builder, "driver", self->driver);
  add_string (builder, "kind", ggov_reader_kind_get_word (self->source->found));
  add_text_facts (builder, self);
  add_string (builder, "crs", find_crs (self->layers));
  json_builder_set_member_name (builder, "layers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->layers->len; i++)
    add_layer (builder, g_ptr_array_index (self->layers, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "confinement");
  json_builder_begin_object (builder);
  add_int (builder, "landlock", self->confinement.landlock);
  add_boolean (builder, "seccomp", self->confinement.seccomp);
  json_builder_end_object (builder);
  add_problems (builder, self);
  json_builder_end_object (builder);

  print (builder);
}

void
ggov_reader_answer_print_written (guint n_written)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *warnings = ggov_reader_log_get_warnings ();

  json_builder_begin_object (builder);
  add_boolean (builder, "ok", TRUE);
  add_int (builder, "shapes", n_written);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    add_problem (builder, "warning", g_ptr_array_index (warnings, i), NULL, 1);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  print (builder);
}

void
ggov_reader_answer_print_refusal (const GgovReaderSource *source,
                                  const GError           *reason)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *message = g_utf8_make_valid (reason->message, -1);

  json_builder_begin_object (builder);
  add_boolean (builder, "ok", FALSE);
  add_string (builder, "code", ggov_reader_error_get_name ((GgovReaderError) reason->code));
  add_string (builder, "message", message);
  if (source != NULL)
    {
      add_string (builder, "named", source->extension);
      add_string (builder, "holds", ggov_reader_kind_get_word (source->found));
      if (source->bad_line > 0)
        add_int (builder, "line", source->bad_line);
    }
  json_builder_end_object (builder);

  print (builder);
}
