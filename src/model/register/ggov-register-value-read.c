/* ggov-register-value-read.c: names, days and numbers as people type them into the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-register-value-private.h"
#include "ggov-typed-text.h"

#define SERIAL_EPOCH 25569 /* of 1970-01-01, counted from 1899-12-30 */
#define DAYS_LATE    1462  /* 1904-01-01 after 1899-12-30 */
#define SERIAL_FIRST 10000 /* 1927-05-18; shorter numbers may be years */
#define SERIAL_LAST  80000
#define DOT          0xb7  /* that parts the names of peoples who have several */

static gboolean
refuse (GError         **error,
        GgovModelError   code,
        const char      *sentence)
{
  g_set_error_literal (error, GGOV_MODEL_ERROR, code, sentence);

  return FALSE;
}

/* Names ------------------------------------------------------------------------------------ */

/* All the dots that keyboards have for the one. */
static gboolean
is_dot (gunichar c,
        gunichar before,
        gunichar after)
{
  static const gunichar dots[] = { DOT, 0x2022, 0x2027, 0x22c5, 0x30fb, 0xff65, 0x2219, 0x25cf };

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    if (c == dots[i])
      return TRUE;

  return c == '.' && before > 0x2e80 && after > 0x2e80;
}

/* What stands for a character that a program could not write. */
static gboolean
is_lost (gunichar c)
{
  return c == '?' || c == 0xfffd || c == 0x25a1 || c == 0x3013 || c == 0x25a0;
}

gboolean
_ggov_register_read_name (GgovRegisterTyped  *self,
                          GError            **error)
{
  g_autofree char *name = ggov_typed_dup_name (self->text);
  g_autoptr(GString) read = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = name; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                       _("A name has no digits; write what they say into another column."));
      if (is_lost (c))
        return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                       _("A character of the name was lost on the way (?, □); type the name again."));
      if (g_unichar_type (c) == G_UNICODE_PRIVATE_USE && self->notice == NULL)
        self->notice = g_strdup (_("A character of the name has a private code and may not be seen "
                                   "on other computers; type it again if you can."));
      g_string_append_unichar (read, is_dot (c, before, g_utf8_get_char (g_utf8_next_char (p)))
                                       ? DOT : c);
      before = c;
    }
  self->value = g_strdup (read->str);

  return TRUE;
}

/* Days ------------------------------------------------------------------------------------- */

/* A spreadsheet's number of a day, or FALSE. */
static gboolean
read_serial (GgovRegisterTyped *self,
             int               *day)
{
  const gsize n = strspn (self->text, "0123456789");
  const guint64 number = g_ascii_strtoull (self->text, NULL, 10);

  if (self->reading->epoch == 0 || n != 5 || self->text[n + strspn (self->text + n, ".0")] ||
      number < SERIAL_FIRST || number > SERIAL_LAST)
    return FALSE;

  *day = (int) number - SERIAL_EPOCH + (self->reading->epoch == 1904 ? DAYS_LATE : 0);

  return TRUE;
}

/* Numbers with signs between them: how many, and the digits of the first. */
static guint
count_parts (const char *text,
             guint      *first)
{
  guint n = 0;

  for (const char *p = text; *p; n++)
    {
      const gsize digits = strspn (p, "0123456789");

      if (digits == 0)
        break;
      if (n == 0)
        *first = (guint) digits;
      p += digits;
      p += strspn (p, "-/. ");
      for (guint i = 0; i < 3; i++)
        if (g_str_has_prefix (p, (const char *[]) { "年", "月", "日" }[i]))
          p += strlen ("年");
    }

  return n;
}

static gboolean
refuse_day (const char  *text,
            GError     **error)
{
  const char *rest = g_str_has_prefix (text, "民国") ? text + strlen ("民国") : text;
  guint first = 0;
  const guint n = count_parts (rest, &first);

  if (n == 1 && first == 5)
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("A bare number is no date; write it as 1985-01-05."));
  if (n == 1 && first == 8)
    return refuse (error, GGOV_MODEL_ERROR_RANGE, _("The calendar has no such day."));
  if ((n == 1 && first <= 4) || (n == 2 && first == 4) || (n == 1 && first == 6))
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("The date has no day; write year, month and day, as in 1985-01-05."));
  if (n == 3 && first <= 2 && rest == text)
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("The year has two digits and could be of two centuries; write it with four, as in "
                     "1985-01-05."));
  if (n == 3)
    return refuse (error, GGOV_MODEL_ERROR_RANGE, _("The calendar has no such day."));

  return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                 _("The date cannot be read; write it as 1985-01-05."));
}

static gboolean
is_long_term (const GgovRegisterTyped *self)
{
  return !self->field->is_past &&
         (g_str_equal (self->text, "长期") || g_str_equal (self->text, "永久"));
}

gboolean
_ggov_register_read_day (GgovRegisterTyped  *self,
                         GError            **error)
{
  int day;

  if (is_long_term (self))
    {
      self->value = g_strdup ("9999-12-31");
      return TRUE;
    }
  if (read_serial (self, &day))
    {
      g_autofree char *iso = ggov_local_day_format (day);

      /* Translators: a number, and a date */
      self->notice = g_strdup_printf (_("The number %1$s was taken for a spreadsheet’s number of the "
                                        "day %2$s."), self->text, iso);
    }
  else if (ggov_typed_parse_day (self->text, &day) != GGOV_TYPED_DAY_FINE)
    return refuse_day (self->text, error);

  if (self->field->is_past && day > self->reading->today)
    return refuse (error, GGOV_MODEL_ERROR_RANGE, _("The date is still to come."));

  self->value = ggov_local_day_format (day);

  return TRUE;
}

/* Numbers ---------------------------------------------------------------------------------- */

/* The number without the unit people write after it, and without signs between thousands. */
static char *
strip_unit (const char *text)
{
  static const char *const units[] = { "平方米", "平米", "㎡", "m²", "m2", "厘米", "cm", "公分", "元/月",
                                       "元", "周岁", "岁", "间", "人", "口", "层", "楼", "个", "名" };
  g_autofree char *number = g_ascii_strdown (text, -1);
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (number, units[i]))
      {
        number[strlen (number) - strlen (units[i])] = '\0';
        break;
      }
  g_strstrip (number);
  parts = g_strsplit (number, ",", -1);

  return g_strjoinv ("", parts);
}

static gboolean
check_range (const GgovRegisterField  *field,
             double                    number,
             GError                  **error)
{
  if (!field->has_range || (number >= field->min && number <= field->max))
    return TRUE;

  /* Translators: what a field is called, and the least and the most it can be */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
               _("“%1$s” is a number from %2$g to %3$g."), ggov_register_field_get_label (field),
               field->min, field->max);

  return FALSE;
}

static gboolean
check_decimals (const GgovRegisterField  *field,
                const char               *number,
                GError                  **error)
{
  const char *point = strchr (number, '.');
  const char *end = number + strlen (number);

  while (point && end > point + 1 && end[-1] == '0')
    end--;
  if (field->is_own || point == NULL || (guint) (end - point - 1) <= field->decimals)
    return TRUE;

  /* Translators: what a field is called */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               field->decimals > 0 ? _("“%s” has too many decimals.") : _("“%s” is a whole number."),
               ggov_register_field_get_label (field));

  return FALSE;
}

gboolean
_ggov_register_read_number (GgovRegisterTyped  *self,
                            GError            **error)
{
  g_autofree char *number = strip_unit (self->text);
  char spelled[G_ASCII_DTOSTR_BUF_SIZE];
  char *end = NULL;
  const double read = g_ascii_strtod (number, &end);

  if (*number == '\0' || *end != '\0' || number[strspn (number, "+-.0123456789")] != '\0')
    {
      /* Translators: what somebody typed, and what a field is called */
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                   _("“%1$s” is no number for “%2$s”."), self->text,
                   ggov_register_field_get_label (self->field));
      return FALSE;
    }
  if (!check_range (self->field, read, error) || !check_decimals (self->field, number, error))
    return FALSE;

  self->value = g_strdup (g_ascii_formatd (spelled, sizeof spelled, "%.12g", read));

  return TRUE;
}
