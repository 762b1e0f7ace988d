/* ggov-catalogue.c: reading the data files the model is built with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"

#define RESOURCE_PREFIX "/org/example/GridGov/model/"

/* Made by glib-compile-resources. Asked for by name, because a linker may leave an object file of a
 * static library out when nothing but its constructor would be called. */
GResource *ggov_model_data_get_resource (void);

GBytes *
_ggov_catalogue_load_default (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *full_path = g_strconcat (RESOURCE_PREFIX, path, NULL);
  GBytes *bytes = g_resource_lookup_data (ggov_model_data_get_resource (), full_path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);

  return bytes;
}

JsonNode *
_ggov_catalogue_parse (const char  *json,
                       gssize       length,
                       GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) cause = NULL;
  JsonNode *root = NULL;

  if (!json_parser_load_from_data (parser, json, length, &cause))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, "not JSON: %s", cause->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, "not a JSON object");
      return NULL;
    }

  return json_node_ref (root);
}

static gboolean
holds_objects (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return FALSE;

  return TRUE;
}

JsonArray *
_ggov_catalogue_get_objects (JsonObject  *object,
                             const char  *name,
                             GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || !holds_objects (json_node_get_array (node)))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "“%s” is not a list of objects", name);
      return NULL;
    }

  return json_node_get_array (node);
}

const char *
_ggov_catalogue_get_text (JsonObject  *object,
                          const char  *name,
                          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);

  if (text == NULL || *text == '\0')
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "“%s” is missing or not a text", name);
      return NULL;
    }

  return text;
}

gboolean
_ggov_catalogue_prefers_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}
