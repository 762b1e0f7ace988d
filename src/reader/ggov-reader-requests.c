/* ggov-reader-requests.c: service requests (Open311 GeoReport v2) as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "ggov-reader-error.h"
#include "ggov-reader-requests.h"

#define MAX_DEPTH 32 /* of what is nested: the parser of JSON calls itself for each level */
#define MAX_NAMES 400

#define DEPTH_OF_REQUEST 2
#define DEPTH_OF_MEMBER  3

static const char *const standard[] = {
  "service_request_id", "status", "status_notes", "service_name", "service_code", "description",
  "agency_responsible", "service_notice", "requested_datetime", "updated_datetime",
  "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
};

static guint
find_column (GgovReaderRequests *self,
             const char         *name)
{
  gpointer found;
  char *copy;

  if (g_hash_table_lookup_extended (self->columns, name, NULL, &found))
    return GPOINTER_TO_UINT (found);

  if (self->names->len >= MAX_NAMES)
    return G_MAXUINT;

  copy = g_strdup (name);
  g_ptr_array_add (self->names, copy);
  g_hash_table_insert (self->columns, copy, GUINT_TO_POINTER (self->names->len - 1));

  return self->names->len - 1;
}

static GgovReaderRequests *
requests_new (void)
{
  GgovReaderRequests *self = g_new0 (GgovReaderRequests, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->texts = g_string_chunk_new (64 * 1024);
  self->columns = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (standard); i++)
    find_column (self, standard[i]);

  return self;
}

void
ggov_reader_requests_free (GgovReaderRequests *self)
{
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->names);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
begin_row (GgovReaderRequests *self)
{
  self->row = g_ptr_array_new ();
  g_ptr_array_add (self->rows, self->row);
}

static gboolean
add_value (GgovReaderRequests  *self,
           const char          *name,
           const char          *value,
           GError             **error)
{
  const guint column = find_column (self, name);

  if (column == G_MAXUINT)
    {
      g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TOO_LARGE,
                           "The requests have too many different members; split the file.");
      return FALSE;
    }
  if (column >= self->row->len)
    g_ptr_array_set_size (self->row, (int) column + 1);
  self->row->pdata[column] = g_string_chunk_insert (self->texts, value);

  return TRUE;
}

/* JSON --------------------------------------------------------------------------------------- */

static gboolean
check_depth (const char  *text,
             gsize        length,
             GError     **error)
{
  gboolean in_text = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (in_text)
        {
          if (text[i] == '\\')
            i++;
          else
            in_text = text[i] != '"';
          continue;
        }
      in_text = text[i] == '"';
      if (text[i] == '[' || text[i] == '{')
        depth++;
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        {
          g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNSAFE,
                               "The file is nested deeper than requests are; export it again from "
                               "the program that made it.");
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
fail_unreadable (const GError  *cause,
                 GError       **error)
{
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
               "The file is damaged; export it again from the program that made it (%s).",
               cause != NULL ? cause->message : "it holds no list of requests");
  return FALSE;
}

static JsonNode *
parse_json (const char  *text,
            gsize        length,
            GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;
  gsize end = length;

  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  if (end == 0 || (text[end - 1] != ']' && text[end - 1] != '}'))
    {
      g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TRUNCATED,
                           "The end of the file is missing; copy or download it again.");
      return NULL;
    }
  if (!check_depth (text, length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &cause)
      || json_parser_get_root (parser) == NULL)
    {
      fail_unreadable (cause, error);
      return NULL;
    }

  return json_node_ref (json_parser_get_root (parser));
}

/* (nullable) */
static JsonArray *
find_requests (JsonNode *root)
{
  JsonNode *node = root;

  if (JSON_NODE_HOLDS_OBJECT (root))
    node = json_object_get_member (json_node_get_object (root), "service_requests");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The shortest that is read back as the same number. */
static char *
dup_number (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.15g", number);

  return g_strdup (g_ascii_strtod (digits, NULL) == number
                     ? digits
                     : g_ascii_dtostr (digits, sizeof digits, number));
}

/* (nullable) */
static char *
dup_value (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return json_to_string (node, FALSE);

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return json_node_dup_string (node);

    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

    case G_TYPE_DOUBLE:
      return dup_number (json_node_get_double (node));

    default:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    }
}

static gboolean
read_object (GgovReaderRequests  *self,
             JsonObject          *object,
             GError             **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  begin_row (self);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      g_autofree char *value = dup_value (node);

      if (value != NULL && !add_value (self, name, value, error))
        return FALSE;
    }

  return TRUE;
}

GgovReaderRequests *
ggov_reader_requests_read_json (const char  *text,
                                gsize        length,
                                GError     **error)
{
  g_autoptr (GgovReaderRequests) self = requests_new ();
  g_autoptr (JsonNode) root = parse_json (text, length, error);
  JsonArray *requests;

  if (root == NULL)
    return NULL;
  if ((requests = find_requests (root)) == NULL)
    {
      fail_unreadable (NULL, error);
      return NULL;
    }

  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonNode *node = json_array_get_element (requests, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          fail_unreadable (NULL, error);
          return NULL;
        }
      if (!read_object (self, json_node_get_object (node), error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/* XML ---------------------------------------------------------------------------------------- */

typedef struct
{
  GgovReaderRequests *requests;
  guint               depth;
  char               *name; /* (nullable): of the member that is read */
  GString            *text; /* of it */
} Document;

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Document *self = user_data;

  self->depth++;
  if (self->depth > MAX_DEPTH)
    g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNSAFE,
                         "The file is nested deeper than requests are; export it again from the "
                         "program that made it.");
  else if (self->depth == DEPTH_OF_REQUEST && g_str_equal (element, "request"))
    begin_row (self->requests);
  else if (self->depth == DEPTH_OF_REQUEST)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
                 "The file holds %s where a request is due; export it again.", element);
  else if (self->depth == DEPTH_OF_MEMBER)
    {
      g_free (self->name);
      self->name = g_strdup (element);
      g_string_truncate (self->text, 0);
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Document *self = user_data;

  if (self->depth >= DEPTH_OF_MEMBER)
    g_string_append_len (self->text, text, (gssize) length);
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *element,
        gpointer              user_data,
        GError              **error)
{
  Document *self = user_data;

  if (self->depth == DEPTH_OF_MEMBER && *g_strstrip (self->text->str) != '\0')
    add_value (self->requests, self->name, self->text->str, error);
  self->depth--;
}

GgovReaderRequests *
ggov_reader_requests_read_xml (const char  *text,
                               gsize        length,
                               GError     **error)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb,
                                        .text = text_cb };
  g_autoptr (GgovReaderRequests) self = requests_new ();
  Document document = { .requests = self, .text = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &document, NULL);
  g_autoptr (GError) cause = NULL;
  gboolean ok = g_markup_parse_context_parse (context, text, (gssize) length, &cause)
                && g_markup_parse_context_end_parse (context, &cause);

  g_free (document.name);
  g_string_free (document.text, TRUE);
  if (ok)
    return g_steal_pointer (&self);

  if (cause->domain == GGOV_READER_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (document.depth > 0 && g_error_matches (cause, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE)
           && g_markup_parse_context_get_element (context) != NULL
           && text[length - 1] != '>')
    g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TRUNCATED,
                         "The end of the file is missing; copy or download it again.");
  else
    fail_unreadable (cause, error);

  return NULL;
}
