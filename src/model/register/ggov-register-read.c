/* ggov-register-read.c: a field of the register out of its document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"
#include "ggov-register-read-private.h"

#define MOST_LENGTH 1000

/* By GgovRegisterSensitivity and GgovRegisterOrigin, without their first. */
static const char *const sensitivities[] = { "personal", "sensitive" };
static const char *const origins[] = { "identity", "today", "residence", "household", "visits" };

/* What the choice is among @words, from 1; 0 where the member is missing. */
static gboolean
read_choice (JsonObject         *object,
             const char         *name,
             const char *const  *words,
             guint               n_words,
             guint              *choice,
             GError            **error)
{
  int place = -1;

  if (json_object_has_member (object, name) &&
      !_ggov_catalogue_get_choice (object, name, words, n_words, &place, error))
    return FALSE;

  *choice = (guint) (place + 1);
  return TRUE;
}

static gboolean
read_type (JsonObject         *object,
           GgovRegisterField  *field,
           GError            **error)
{
  const char *type = _ggov_catalogue_get_text (object, "type", error);

  if (type == NULL)
    return FALSE;
  if (ggov_register_type_from_code (type, &field->type))
    return TRUE;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, "there is no type “%s”", type);
  return FALSE;
}

static gboolean
read_texts (JsonObject         *object,
            GgovRegisterField  *field,
            GError            **error)
{
  return (field->code = _ggov_catalogue_get_text (object, "code", error)) != NULL &&
         (field->name = _ggov_catalogue_get_text (object, "name", error)) != NULL &&
         (field->name_zh = _ggov_catalogue_get_text (object, "name_zh", error)) != NULL &&
         (field->group = _ggov_catalogue_get_text (object, "group", error)) != NULL &&
         _ggov_catalogue_get_optional_text (object, "table", &field->table, error) &&
         _ggov_catalogue_get_optional_text (object, "source", &field->source, error) &&
         _ggov_catalogue_get_optional_text (object, "deprecated", &field->deprecated, error) &&
         _ggov_catalogue_get_optional_text (object, "unit", &field->unit, error) &&
         _ggov_catalogue_get_optional_text (object, "pattern", &field->pattern, error);
}

static gboolean
read_choices (JsonObject         *object,
              GgovRegisterField  *field,
              GError            **error)
{
  guint sensitivity, origin;

  if (!read_choice (object, "sensitivity", sensitivities, G_N_ELEMENTS (sensitivities),
                    &sensitivity, error) ||
      !read_choice (object, "derived", origins, G_N_ELEMENTS (origins), &origin, error))
    return FALSE;

  field->sensitivity = (GgovRegisterSensitivity) sensitivity;
  field->origin = (GgovRegisterOrigin) origin;

  return TRUE;
}

static gboolean
read_limits (JsonObject         *object,
             GgovRegisterField  *field,
             GError            **error)
{
  int length = 0, decimals = 0;

  if ((json_object_has_member (object, "length") &&
       !_ggov_catalogue_get_number (object, "length", 1, MOST_LENGTH, &length, error)) ||
      (json_object_has_member (object, "decimals") &&
       !_ggov_catalogue_get_number (object, "decimals", 1, 6, &decimals, error)))
    return FALSE;

  field->max_length = (guint) length;
  field->decimals = (guint) decimals;
  field->has_range = json_object_has_member (object, "min") && json_object_has_member (object, "max");
  field->min = json_object_get_double_member_with_default (object, "min", 0);
  field->max = json_object_get_double_member_with_default (object, "max", 0);
  field->is_required = json_object_get_boolean_member_with_default (object, "required", FALSE);
  field->is_past = json_object_get_boolean_member_with_default (object, "past", FALSE);

  return TRUE;
}

/* The texts are the document's; the list of them is not. */
static void
read_synonyms (JsonObject        *object,
               GPtrArray         *lists,
               GgovRegisterField *field)
{
  JsonArray *also = json_object_has_member (object, "also")
                      ? json_object_get_array_member (object, "also") : NULL;
  const guint n = also ? json_array_get_length (also) : 0;
  const char **list = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    list[i] = json_array_get_string_element (also, i);

  g_ptr_array_add (lists, list);
  field->synonyms = list;
}

gboolean
_ggov_register_read_field (JsonObject         *object,
                           GPtrArray          *lists,
                           GgovRegisterField  *field,
                           GError            **error)
{
  *field = (GgovRegisterField) { .code = NULL };
  if (!read_texts (object, field, error) || !read_type (object, field, error) ||
      !read_choices (object, field, error) || !read_limits (object, field, error))
    return FALSE;

  read_synonyms (object, lists, field);

  return TRUE;
}
