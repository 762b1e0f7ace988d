/* ggov-exchange-reading.c: a foreign file, read and waiting to be taken in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-exchange-reading-private.h"

struct _GgovExchangeReading
{
  GObject parent_instance;

  char *folder;
  char *path;
  char *driver;
  char *encoding;      /* (nullable) */
  GPtrArray *layers;   /* (element-type GgovExchangeLayer) */
  GPtrArray *warnings; /* (element-type utf8) */
  gboolean encoding_guessed;
  guint epoch;
};

G_DEFINE_FINAL_TYPE (GgovExchangeReading, ggov_exchange_reading, G_TYPE_OBJECT)

static void
layer_free (GgovExchangeLayer *self)
{
  g_free (self->name);
  g_free (self->crs);
  g_free (self->ids);
  g_ptr_array_unref (self->fields);
  g_hash_table_unref (self->types);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovExchangeLayer, layer_free)

static const char *
get_text (JsonObject *object,
          const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static gint64
get_count (JsonObject *object,
           const char *name)
{
  return MAX (json_object_get_int_member_with_default (object, name, 0), 0);
}

/* An array of objects, or NULL. */
static JsonArray *
get_objects (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return NULL;

  return array;
}

static void
read_extent (GgovExchangeLayer *layer,
             JsonObject        *object)
{
  JsonNode *node = json_object_get_member (object, "bbox");
  JsonArray *numbers;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  numbers = json_node_get_array (node);
  if (json_array_get_length (numbers) != G_N_ELEMENTS (layer->extent))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (layer->extent); i++)
    layer->extent[i] = json_array_get_double_element (numbers, i);
  layer->has_extent = TRUE;
}

static void
read_types (GgovExchangeLayer *layer,
            JsonObject        *object)
{
  JsonNode *node = json_object_get_member (object, "geometry_types");
  g_autoptr (GList) names = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  names = json_object_get_members (json_node_get_object (node));
  for (GList *l = names; l != NULL; l = l->next)
    g_hash_table_insert (layer->types, g_strdup (l->data),
                         GUINT_TO_POINTER (get_count (json_node_get_object (node), l->data)));
}

static gboolean
read_fields (GgovExchangeLayer *layer,
             JsonObject        *object)
{
  JsonArray *fields = get_objects (object, "fields");

  for (guint i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);

      if (get_text (field, "name") == NULL)
        return FALSE;
      g_ptr_array_add (layer->fields, g_strdup (get_text (field, "name")));
    }

  return fields != NULL;
}

/* NULL where the answer is not as it should be. */
static GgovExchangeLayer *
layer_new (JsonObject *object)
{
  g_autoptr (GgovExchangeLayer) self = g_new0 (GgovExchangeLayer, 1);

  self->name = g_strdup (get_text (object, "name"));
  self->crs = g_strdup (get_text (object, "crs"));
  self->ids = g_strdup (get_text (object, "ids"));
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_hidden = json_object_get_boolean_member_with_default (object, "hidden", FALSE);
  self->n_rows = get_count (object, "features");
  self->n_blank = get_count (object, "blank_rows");
  self->n_empty = get_count (object, "empty_geometries");
  self->n_unplaced = get_count (object, "unplaced_geometries");
  self->n_out_of_range = get_count (object, "out_of_range");
  read_extent (self, object);
  read_types (self, object);
  if (!read_fields (self, object) || self->name == NULL || self->ids == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
read_layers (GgovExchangeReading *self,
             JsonObject          *answer)
{
  JsonArray *layers = get_objects (answer, "layers");

  for (guint i = 0; layers != NULL && i < json_array_get_length (layers); i++)
    {
      GgovExchangeLayer *layer = layer_new (json_array_get_object_element (layers, i));

      if (layer == NULL)
        return FALSE;
      g_ptr_array_add (self->layers, layer);
    }

  return self->layers->len > 0;
}

static void
read_problems (GgovExchangeReading *self,
               JsonObject          *answer)
{
  JsonArray *problems = get_objects (answer, "problems");

  for (guint i = 0; problems != NULL && i < json_array_get_length (problems); i++)
    {
      JsonObject *problem = json_array_get_object_element (problems, i);

      if (g_strcmp0 (get_text (problem, "code"), "encoding-guessed") == 0)
        self->encoding_guessed = TRUE;
      else if (g_strcmp0 (get_text (problem, "code"), "warning") == 0)
        g_ptr_array_add (self->warnings, g_strdup (get_text (problem, "message")));
    }
}

static void
ggov_exchange_reading_finalize (GObject *object)
{
  GgovExchangeReading *self = GGOV_EXCHANGE_READING (object);

  if (self->folder != NULL)
    _ggov_exchange_remove_scratch (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->driver);
  g_free (self->encoding);
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->warnings);

  G_OBJECT_CLASS (ggov_exchange_reading_parent_class)->finalize (object);
}

static void
ggov_exchange_reading_class_init (GgovExchangeReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_exchange_reading_finalize;
}

static void
ggov_exchange_reading_init (GgovExchangeReading *self)
{
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) layer_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
}

GgovExchangeReading *
_ggov_exchange_reading_new (const char *folder,
                            const char *path,
                            JsonObject *answer)
{
  g_autoptr (GgovExchangeReading) self = g_object_new (GGOV_TYPE_EXCHANGE_READING, NULL);

  self->path = g_strdup (path);
  self->driver = g_strdup (get_text (answer, "driver"));
  self->encoding = g_strdup (get_text (answer, "encoding"));
  self->epoch = get_count (answer, "epoch") == 1904 ? 1904 : 1900;
  read_problems (self, answer);
  if (!read_layers (self, answer) || self->driver == NULL
      || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  self->folder = g_strdup (folder);
  return g_steal_pointer (&self);
}

static void
remove_folder (const char *folder,
               gboolean    with_folders)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* A link is removed, never followed. */
      if (g_unlink (path) != 0 && with_folders)
        remove_folder (path, FALSE);
    }
  g_rmdir (folder);
}

void
_ggov_exchange_remove_scratch (const char *folder)
{
  remove_folder (folder, TRUE);
}

int
ggov_exchange_layer_find_field (const GgovExchangeLayer *layer,
                                const char              *name)
{
  g_return_val_if_fail (layer != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < layer->fields->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (layer->fields, i), name) == 0)
      return (int) i;

  return -1;
}

const char *
ggov_exchange_reading_get_path (GgovExchangeReading *self)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), NULL);

  return self->path;
}

const char *
ggov_exchange_reading_get_driver (GgovExchangeReading *self)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), NULL);

  return self->driver;
}

const char *
ggov_exchange_reading_get_encoding (GgovExchangeReading *self)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), NULL);

  return self->encoding;
}

guint
ggov_exchange_reading_get_epoch (GgovExchangeReading *self)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), 1900);

  return self->epoch;
}

gboolean
ggov_exchange_reading_is_encoding_guessed (GgovExchangeReading *self)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), FALSE);

  return self->encoding_guessed;
}

guint
ggov_exchange_reading_get_n_layers (GgovExchangeReading *self)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), 0);

  return self->layers->len;
}

const GgovExchangeLayer *
ggov_exchange_reading_get_layer (GgovExchangeReading *self,
                                 guint                position)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), NULL);
  g_return_val_if_fail (position < self->layers->len, NULL);

  return g_ptr_array_index (self->layers, position);
}

GPtrArray *
ggov_exchange_reading_get_warnings (GgovExchangeReading *self)
{
  g_return_val_if_fail (GGOV_IS_EXCHANGE_READING (self), NULL);

  return self->warnings;
}
