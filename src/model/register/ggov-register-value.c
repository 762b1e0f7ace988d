/* ggov-register-value.c: what people type for a field of the register, made the value kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-model-error.h"
#include "ggov-register-value-private.h"
#include "ggov-typed-text.h"

#define MOST_CHARACTERS 500
#define CARD            "111"
#define NO_PAPER        "000"
#define LONGEST_PAPER   30

static gboolean
refuse (GError         **error,
        GgovModelError   code,
        const char      *sentence)
{
  g_set_error_literal (error, GGOV_MODEL_ERROR, code, sentence);

  return FALSE;
}

/* Kinds of values ---------------------------------------------------------------------------- */

static gboolean
read_text (GgovRegisterTyped  *self,
           GError            **error)
{
  self->value = g_strdup (self->text);

  return TRUE;
}

static const GgovRegisterCode *
read_one (GgovRegisterTyped  *self,
          const char         *text,
          GError            **error)
{
  GgovRegisterMatch match;
  const GgovRegisterCode *code = ggov_register_codes_match (self->codes, text, &match);

  if (code == NULL)
    {
      const char *label = ggov_register_field_get_label (self->field);

      if (strspn (text, "0123456789") == strlen (text))
        /* Translators: a number, and what a field is called */
        g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                     _("“%1$s” is no code of “%2$s”."), text, label);
      else
        g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                     /* Translators: what somebody typed, what a field is called, two examples */
                     _("“%1$s” is not in the list of “%2$s”; write a word of it, such as %3$s or "
                       "%4$s."), text, label,
                     ggov_register_code_get_label (ggov_register_codes_get_at (self->codes, 0)),
                     ggov_register_code_get_label (ggov_register_codes_get_at (self->codes, 1)));
      return NULL;
    }

  if (match == GGOV_REGISTER_MATCH_ZERO && self->notice == NULL)
    /* Translators: what somebody typed, and what it was taken for */
    self->notice = g_strdup_printf (_("“%1$s” was taken for the code %2$s, which lost its zero."),
                                    text, code->code);

  return code;
}

static gboolean
read_code (GgovRegisterTyped  *self,
           GError            **error)
{
  const GgovRegisterCode *code = read_one (self, self->text, error);

  self->value = code ? g_strdup (code->code) : NULL;

  return code != NULL;
}

static gboolean
has_code (GString    *list,
          const char *code)
{
  g_auto(GStrv) codes = g_strsplit (list->str, ",", -1);

  return g_strv_contains ((const char *const *) codes, code);
}

/* One of a list first: a name may have a sign in it that parts others. */
static gboolean
read_codes (GgovRegisterTyped  *self,
            GError            **error)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *text = g_strdup (self->text);
  g_auto(GStrv) words = NULL;
  static const char *const signs[] = { "、", ";", "；", "，", "/", "|", "+" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_auto(GStrv) parts = g_strsplit (text, signs[i], -1);

      g_free (text);
      text = g_strjoinv (",", parts);
    }
  words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i]; i++)
    {
      const GgovRegisterCode *code = NULL;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (!(code = read_one (self, words[i], error)))
        return FALSE;
      if (!has_code (list, code->code))
        g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", code->code);
    }
  self->value = list->len > 0 ? g_strdup (list->str) : NULL;

  return TRUE;
}

static gboolean
read_boolean (GgovRegisterTyped  *self,
              GError            **error)
{
  static const struct { const char *word, *value; } words[] = {
    { "是", "1" }, { "有", "1" }, { "对", "1" }, { "√", "1" }, { "✓", "1" }, { "✔", "1" },
    { "y", "1" }, { "yes", "1" }, { "true", "1" }, { "1", "1" }, { "已报到", "1" },
    { "否", "0" }, { "无", "0" }, { "没有", "0" }, { "不是", "0" }, { "×", "0" }, { "x", "0" },
    { "n", "0" }, { "no", "0" }, { "false", "0" }, { "0", "0" }, { "未报到", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (self->text, words[i].word) == 0)
      {
        self->value = g_strdup (words[i].value);
        return TRUE;
      }

  /* Translators: what somebody typed, and what a field is called */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               _("“%1$s” says neither yes nor no for “%2$s”; write 是 or 否."), self->text,
               ggov_register_field_get_label (self->field));

  return FALSE;
}

static gboolean
read_phone (GgovRegisterTyped  *self,
            GError            **error)
{
  g_autofree char *rest = NULL;

  self->value = ggov_typed_dup_phone (self->text);
  if (self->value == NULL)
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   strpbrk (self->text, "eE")
                     ? _("A spreadsheet has rounded the phone number: its last digits are lost. Make "
                         "the column text and type the number again.")
                     : _("The phone number cannot be read: it has 5 to 13 digits and no letters."));

  rest = g_strdup (self->text);
  g_strcanon (rest, "0123456789", ' ');
  for (char *p = rest; *p; p++)
    if (*p == ' ')
      memmove (p, p + 1, strlen (p)), p--;
  if (strlen (rest) > strlen (self->value) + 2)
    /* Translators: a phone number */
    self->notice = g_strdup_printf (_("Of several phone numbers the first was taken: %s."),
                                    self->value);

  return TRUE;
}

static gboolean
read_identity (GgovRegisterTyped  *self,
               GError            **error)
{
  GgovIdentity identity;

  if (!ggov_identity_parse (self->text, self->reading->today, &identity, error))
    return FALSE;

  self->value = g_strdup (identity.number);
  self->notice = ggov_identity_dup_notice (&identity);

  return TRUE;
}

/* By GgovRegisterType. */
static gboolean (*const readers[GGOV_REGISTER_N_TYPES]) (GgovRegisterTyped *, GError **) = {
  read_text, _ggov_register_read_name, read_code, read_codes, _ggov_register_read_day,
  _ggov_register_read_number, read_boolean, read_phone, read_identity, read_text,
};

/* All of them ---------------------------------------------------------------------------------- */

/* A formula that went wrong leaves its error where a value should be. */
static gboolean
check_cell (const char  *text,
            GError     **error)
{
  static const char *const errors[] = { "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!",
                                        "#VALUE!", "#SPILL!", "#CALC!", NULL };

  if (*text != '#')
    return TRUE;
  if (g_strv_contains (errors, text))
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("A formula went wrong here; correct it in the table, or type its value."));
  if (g_str_equal (text, "#FORMULA!"))
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("A formula has no result in the file; open the table in its own program and "
                     "save it."));

  return TRUE;
}

static gboolean
check_length (const GgovRegisterField  *field,
              const char               *text,
              GError                  **error)
{
  const guint most = field->max_length > 0 ? field->max_length : MOST_CHARACTERS;

  if (strlen (text) <= most || g_utf8_strlen (text, -1) <= (glong) most)
    return TRUE;

  /* Translators: what a field is called, and how many characters it may have */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
               _("The text is too long for “%1$s”, which has room for %2$u characters."),
               ggov_register_field_get_label (field), most);

  return FALSE;
}

static gboolean
check_pattern (const GgovRegisterField  *field,
               const char               *value,
               GError                  **error)
{
  if (field->pattern == NULL || value == NULL ||
      g_regex_match_simple (field->pattern, value, 0, 0))
    return TRUE;

  /* Translators: what somebody typed, and what a field is called */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               _("“%1$s” has not the form of “%2$s”."), value, ggov_register_field_get_label (field));

  return FALSE;
}

/* Signs that stand for nothing in people's tables. */
static gboolean
is_nothing (const char *text)
{
  static const char *const signs[] = { "-", "--", "---", "/", "\\", "—", "——", "N/A", "n/a", "NULL",
                                       "null", "*", NULL };

  return g_strv_contains (signs, text);
}

gboolean
ggov_register_field_parse (GgovRegisterCatalogue      *catalogue,
                           const GgovRegisterField    *field,
                           const char                 *typed,
                           const GgovRegisterReading  *reading,
                           char                      **value,
                           char                      **notice,
                           GError                    **error)
{
  g_autofree char *text = NULL;
  GgovRegisterTyped self = { .field = field, .reading = reading };
  gboolean ok;

  g_return_val_if_fail (catalogue != NULL && field != NULL && reading != NULL, FALSE);

  *value = NULL;
  if (notice)
    *notice = NULL;
  if (!(text = ggov_typed_dup_text (typed)) || is_nothing (text))
    return TRUE;

  self.codes = ggov_register_catalogue_get_codes (catalogue, field);
  self.text = text;
  ok = check_cell (text, error) && check_length (field, text, error) &&
       readers[field->type] (&self, error) && check_pattern (field, self.value, error);
  if (ok)
    *value = g_steal_pointer (&self.value);
  if (ok && notice)
    *notice = g_steal_pointer (&self.notice);
  g_free (self.value);
  g_free (self.notice);

  return ok;
}

/* Papers --------------------------------------------------------------------------------------- */

static gboolean
is_card (const char *id_type)
{
  static const char *const cards[] = { "111", "112", "113", "710", "730", NULL };

  return g_strv_contains (cards, id_type);
}

static gboolean
take_card (const char                 *text,
           const GgovRegisterReading  *reading,
           char                      **number,
           const char                **kind,
           GgovIdentity               *identity,
           char                      **notice,
           GError                    **error)
{
  if (!ggov_identity_parse (text, reading->today, identity, error))
    return FALSE;

  *number = g_strdup (identity->number);
  if (identity->kind != GGOV_IDENTITY_CARD || *kind == NULL)
    *kind = ggov_identity_kind_get_code (identity->kind);
  if (notice)
    *notice = ggov_identity_dup_notice (identity);

  return TRUE;
}

/* Passports and the like have letters and digits, of which nothing else is known. */
static gboolean
take_other (const char  *text,
            char       **number,
            GError     **error)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  if (strlen (upper) > LONGEST_PAPER || strlen (upper) < 3 ||
      strspn (upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-()/") != strlen (upper))
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("The number of the paper has letters, digits, “-” and “()” only, three to thirty "
                     "of them."));

  *number = g_steal_pointer (&upper);

  return TRUE;
}

gboolean
ggov_register_check_paper (const char                 *id_type,
                           const char                 *typed,
                           const GgovRegisterReading  *reading,
                           char                      **number,
                           const char                **kind,
                           GgovIdentity               *identity,
                           char                      **notice,
                           GError                    **error)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  GgovIdentity read = { .notices = 0 };
  gboolean ok = TRUE;

  g_return_val_if_fail (reading != NULL && number != NULL && kind != NULL, FALSE);

  *number = NULL;
  *kind = id_type && *id_type ? id_type : NULL;
  if (notice)
    *notice = NULL;

  if (text == NULL || is_nothing (text))
    *kind = *kind ? *kind : NO_PAPER;
  else if (*kind == NULL || is_card (*kind))
    ok = take_card (text, reading, number, kind, &read, notice, error);
  else if (g_str_equal (*kind, NO_PAPER))
    ok = refuse (error, GGOV_MODEL_ERROR_STATE,
                 _("There is a number although the person is said to have no paper; say which paper "
                   "it is."));
  else
    ok = take_other (text, number, error);
  if (identity)
    *identity = read;

  return ok;
}

/* Showing -------------------------------------------------------------------------------------- */

static char *
dup_labels (const GgovRegisterCodes *codes,
            const char              *value)
{
  g_auto(GStrv) list = g_strsplit (value, ",", -1);
  g_autoptr(GString) labels = g_string_new (NULL);

  for (guint i = 0; list[i]; i++)
    {
      const GgovRegisterCode *code = ggov_register_codes_find (codes, list[i]);

      /* Translators: what parts the words of a list */
      g_string_append_printf (labels, "%s%s", i > 0 ? C_("list", ", ") : "",
                              code ? ggov_register_code_get_label (code) : list[i]);
    }

  return g_strdup (labels->str);
}

char *
ggov_register_field_dup_shown (GgovRegisterCatalogue   *catalogue,
                               const GgovRegisterField *field,
                               const char              *value)
{
  const GgovRegisterCodes *codes;

  g_return_val_if_fail (catalogue != NULL && field != NULL, NULL);

  if (value == NULL || *value == '\0')
    return g_strdup ("");
  if ((codes = ggov_register_catalogue_get_codes (catalogue, field)))
    return dup_labels (codes, value);
  if (field->type == GGOV_REGISTER_BOOLEAN)
    return g_strdup (*value == '1' ? C_("value", "Yes") : C_("value", "No"));

  return g_strdup (value);
}

gboolean
ggov_register_is_head (const char *relation)
{
  return g_strcmp0 (relation, "01") == 0 || g_strcmp0 (relation, "02") == 0;
}
