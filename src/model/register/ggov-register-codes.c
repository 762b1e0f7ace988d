/* ggov-register-codes.c: the code tables of the standards, and how other people spell them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"
#include "ggov-register-codes-private.h"

struct _GgovRegisterCodes
{
  const char *code;
  const char *source;
  gboolean    zero_lost; /* a single digit means the code with a zero before it, and nothing else */
  GArray     *codes;     /* (element-type GgovRegisterCode) */
  GHashTable *exact;     /* (element-type utf8 guint): in small letters, to index + 1 */
  GHashTable *others;    /* the same */
};

void
_ggov_register_codes_free (GgovRegisterCodes *self)
{
  g_clear_pointer (&self->codes, g_array_unref);
  g_clear_pointer (&self->exact, g_hash_table_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self);
}

/* A word that means two codes would be a guess. */
static gboolean
keep_word (GgovRegisterCodes  *self,
           GHashTable         *words,
           const char         *word,
           guint               place,
           GError            **error)
{
  g_autofree char *key = g_utf8_strdown (word, -1);
  const guint known = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (self->exact, key)),
                           GPOINTER_TO_UINT (g_hash_table_lookup (self->others, key)));

  if (known == 0)
    g_hash_table_insert (words, g_steal_pointer (&key), GUINT_TO_POINTER (place));
  else if (known != place)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "table “%s”: “%s” means two codes", self->code, word);
      return FALSE;
    }

  return TRUE;
}

static gboolean
keep_others (GgovRegisterCodes  *self,
             JsonObject         *object,
             guint               place,
             GError            **error)
{
  JsonArray *also = json_object_has_member (object, "also")
                      ? json_object_get_array_member (object, "also") : NULL;

  for (guint i = 0; also && i < json_array_get_length (also); i++)
    if (!keep_word (self, self->others, json_array_get_string_element (also, i), place, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_code (GgovRegisterCodes  *self,
          JsonObject         *object,
          GError            **error)
{
  GgovRegisterCode code;

  if ((code.code = _ggov_catalogue_get_text (object, "code", error)) == NULL ||
      (code.name = _ggov_catalogue_get_text (object, "name", error)) == NULL ||
      (code.name_zh = _ggov_catalogue_get_text (object, "name_zh", error)) == NULL)
    return FALSE;

  g_array_append_val (self->codes, code);

  return keep_word (self, self->exact, code.code, self->codes->len, error) &&
         keep_word (self, self->exact, code.name, self->codes->len, error) &&
         keep_word (self, self->exact, code.name_zh, self->codes->len, error) &&
         keep_others (self, object, self->codes->len, error);
}

GgovRegisterCodes *
_ggov_register_codes_new (JsonObject  *object,
                          GError     **error)
{
  g_autoptr(GgovRegisterCodes) self = g_new0 (GgovRegisterCodes, 1);
  JsonArray *codes = NULL;

  self->codes = g_array_new (FALSE, FALSE, sizeof (GgovRegisterCode));
  self->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if ((self->code = _ggov_catalogue_get_text (object, "code", error)) == NULL ||
      (self->source = _ggov_catalogue_get_text (object, "source", error)) == NULL ||
      (codes = _ggov_catalogue_get_objects (object, "codes", error)) == NULL)
    return NULL;

  self->zero_lost = json_object_get_boolean_member_with_default (object, "zero_lost", FALSE);
  for (guint i = 0; i < json_array_get_length (codes); i++)
    if (!add_code (self, json_array_get_object_element (codes, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

const char *
ggov_register_codes_get_code (const GgovRegisterCodes *self)
{
  return self->code;
}

const char *
ggov_register_codes_get_source (const GgovRegisterCodes *self)
{
  return self->source;
}

guint
ggov_register_codes_get_n (const GgovRegisterCodes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->codes->len;
}

const GgovRegisterCode *
ggov_register_codes_get_at (const GgovRegisterCodes *self,
                            guint                    index)
{
  g_return_val_if_fail (self != NULL && index < self->codes->len, NULL);

  return &g_array_index (self->codes, GgovRegisterCode, index);
}

static const GgovRegisterCode *
look_up (const GgovRegisterCodes *self,
         GHashTable              *words,
         const char              *key)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (words, key));

  return place > 0 ? &g_array_index (self->codes, GgovRegisterCode, place - 1) : NULL;
}

const GgovRegisterCode *
ggov_register_codes_find (const GgovRegisterCodes *self,
                          const char              *code)
{
  const GgovRegisterCode *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = code ? look_up (self, self->exact, code) : NULL;

  return found && g_str_equal (found->code, code) ? found : NULL;
}

/* "01 汉族", "01-汉族" and "01.汉族": both parts have to mean the same. */
static const GgovRegisterCode *
match_pair (const GgovRegisterCodes *self,
            const char              *key)
{
  const gsize n_digits = strspn (key, "0123456789");
  g_autofree char *digits = g_strndup (key, n_digits);
  const char *rest = key + n_digits + strspn (key + n_digits, " -.:_");
  const GgovRegisterCode *code = look_up (self, self->exact, digits);
  const GgovRegisterCode *name = look_up (self, self->exact, rest);

  if (name == NULL)
    name = look_up (self, self->others, rest);

  return n_digits > 0 && code == name ? code : NULL;
}

const GgovRegisterCode *
ggov_register_codes_match (const GgovRegisterCodes *self,
                           const char              *typed,
                           GgovRegisterMatch       *match)
{
  g_autofree char *key = NULL;
  const GgovRegisterCode *code;
  GgovRegisterMatch how = GGOV_REGISTER_MATCH_EXACT;

  g_return_val_if_fail (self != NULL && typed != NULL, NULL);

  key = g_utf8_strdown (typed, -1);
  if ((code = look_up (self, self->exact, key)) == NULL)
    {
      how = GGOV_REGISTER_MATCH_OTHER;
      code = look_up (self, self->others, key);
    }
  if (code == NULL && self->zero_lost && g_ascii_isdigit (key[0]) && key[1] == '\0')
    {
      const char with_zero[] = { '0', key[0], '\0' };

      how = GGOV_REGISTER_MATCH_ZERO;
      code = look_up (self, self->exact, with_zero);
    }
  if (code == NULL)
    {
      how = GGOV_REGISTER_MATCH_EXACT;
      code = match_pair (self, key);
    }
  if (match)
    *match = code ? how : GGOV_REGISTER_MATCH_NONE;

  return code;
}

const char *
ggov_register_code_get_label (const GgovRegisterCode *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return _ggov_catalogue_prefers_chinese () ? code->name_zh : code->name;
}
