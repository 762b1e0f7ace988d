/* ggov-catalogue.c: reading the data files the model is built with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"

#define RESOURCE_PREFIX "/org/example/GridGov/model/"

/* Of brackets in one another; case types have four. */
#define MAX_DEPTH 64u

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

/* Whether brackets stand in one another deeper than any catalogue's do: the parser calls itself for each
 * of them, and a file of brackets alone would have it use up its stack. */
static gboolean
is_too_deep (const char *json,
             gsize       length)
{
  gboolean in_text = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    if (in_text && json[i] == '\\')
      i++;
    else if (json[i] == '"')
      in_text = !in_text;
    else if (!in_text && (json[i] == '[' || json[i] == '{'))
      depth++;
    else if (!in_text && (json[i] == ']' || json[i] == '}') && depth > 0)
      depth--;

  return depth > MAX_DEPTH;
}

JsonNode *
_ggov_catalogue_parse (const char  *json,
                       gssize       length,
                       GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) cause = NULL;
  JsonNode *root = NULL;

  if (is_too_deep (json, length < 0 ? strlen (json) : (gsize) length))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "nested deeper than %u levels", MAX_DEPTH);
      return NULL;
    }
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

/* The member, or NULL where it is missing or of another type. */
static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;

  return node;
}

const char *
_ggov_catalogue_get_text (JsonObject  *object,
                          const char  *name,
                          GError     **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  if (text == NULL || *text == '\0')
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "“%s” is missing or not a text", name);
      return NULL;
    }

  return text;
}

gboolean
_ggov_catalogue_get_optional_text (JsonObject  *object,
                                   const char  *name,
                                   const char **text,
                                   GError     **error)
{
  *text = NULL;
  if (!json_object_has_member (object, name))
    return TRUE;

  *text = _ggov_catalogue_get_text (object, name, error);
  return *text != NULL;
}

gboolean
_ggov_catalogue_get_number (JsonObject  *object,
                            const char  *name,
                            int          least,
                            int          most,
                            int         *number,
                            GError     **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  if (node == NULL || json_node_get_int (node) < least || json_node_get_int (node) > most)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "“%s” is missing or not a whole number from %d to %d", name, least, most);
      return FALSE;
    }

  *number = json_node_get_int (node);
  return TRUE;
}

gboolean
_ggov_catalogue_get_boolean (JsonObject  *object,
                             const char  *name,
                             gboolean    *value,
                             GError     **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  if (node == NULL)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "“%s” is missing or neither true nor false", name);
      return FALSE;
    }

  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
_ggov_catalogue_get_choice (JsonObject         *object,
                            const char         *name,
                            const char *const  *words,
                            guint               n_words,
                            int                *choice,
                            GError            **error)
{
  const char *word = _ggov_catalogue_get_text (object, name, error);

  if (word == NULL)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (word, words[i]))
      {
        *choice = i;
        return TRUE;
      }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
               "“%s”: there is no “%s”", name, word);
  return FALSE;
}

gboolean
_ggov_catalogue_prefers_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}
