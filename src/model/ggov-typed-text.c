/* ggov-typed-text.c: what people type into tables, understood without guessing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-typed-text.h"

#define SERIAL_EPOCH 25569 /* of 1970-01-01, counted from 1899-12-30 */
#define SERIAL_FIRST 20000
#define SERIAL_LAST  80000
#define REPUBLIC     1911  /* years before its first */
#define MOST_PARTS   3     /* year, month, day */

/* Text ------------------------------------------------------------------------------------- */

static gboolean
is_invisible (gunichar c)
{
  return (g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_iscntrl (c)) && !g_unichar_isspace (c);
}

static gunichar
narrow (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xff01 + '!';

  return g_unichar_isspace (c) ? ' ' : c;
}

/* Most texts are signs of ASCII and Chinese characters (U+4000 to U+9FFF) only, with nothing to be
 * changed; large imports spend their time on these. */
static gboolean
is_plain (const char *typed)
{
  const guchar *p = (const guchar *) typed;

  while (*p)
    if (*p > ' ' && *p < 0x7f)
      p++;
    else if (*p >= 0xe4 && *p <= 0xe9)
      p += 3;
    else if (*p == ' ' && p != (const guchar *) typed && p[1] != ' ' && p[1] != '\0')
      p++;
    else
      return FALSE;

  return p != (const guchar *) typed;
}

char *
ggov_typed_dup_text (const char *typed)
{
  GString *text;

  if (typed == NULL || is_plain (typed))
    return g_strdup (typed);

  text = g_string_new (NULL);
  for (const char *p = typed; *p; p = g_utf8_next_char (p))
    {
      gunichar c = narrow (g_utf8_get_char (p));

      if (is_invisible (c) || (c == ' ' && (text->len == 0 || text->str[text->len - 1] == ' ')))
        continue;
      g_string_append_unichar (text, c);
    }
  g_strchomp (text->str);

  return g_string_free (text, *text->str == '\0');
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

gboolean
ggov_typed_is_blank (const char *typed)
{
  for (; typed && *typed; typed = g_utf8_next_char (typed))
    if (!g_unichar_isspace (g_utf8_get_char (typed)))
      return FALSE;

  return TRUE;
}

char *
ggov_typed_dup_name (const char *typed)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  g_autoptr(GString) name = NULL;
  gunichar before = 0;

  if (text == NULL || !strchr (text, ' '))
    return g_steal_pointer (&text);

  name = g_string_new (NULL);
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' && is_han (before) && is_han (g_utf8_get_char (p + 1)))
        continue;
      g_string_append_unichar (name, c);
      before = c;
    }

  return g_strdup (name->str);
}

/* Days ------------------------------------------------------------------------------------- */

static gboolean
has_time_of_midnight (const char *rest)
{
  rest += *rest == 'T' || *rest == ' ';

  return rest[strspn (rest, "0:.")] == '\0';
}

/* Skips what parts a date's numbers; each of them after the number it belongs to. */
static const char *
skip_sign (const char *p,
           guint       part)
{
  static const char * const words[MOST_PARTS] = { "年", "月", "日" };

  if (g_str_has_prefix (p, words[part]))
    p += strlen (words[part]);
  else if (part < MOST_PARTS - 1 && *p && strchr ("-/.", *p))
    p++;

  return p;
}

static gboolean
parse_parts (const char *text,
             guint       parts[MOST_PARTS],
             guint       digits[MOST_PARTS])
{
  const char *p = text;

  for (guint i = 0; i < MOST_PARTS; i++)
    {
      const char *sign;

      p += strspn (p, " ");
      digits[i] = strspn (p, "0123456789");
      if (digits[i] == 0 || digits[i] > 4)
        return FALSE;

      parts[i] = (guint) g_ascii_strtoull (p, NULL, 10);
      p += digits[i];
      sign = p + strspn (p, " ");
      if (skip_sign (sign, i) != sign)
        p = skip_sign (sign, i);
      else if (i < MOST_PARTS - 1)
        return FALSE;
    }

  return has_time_of_midnight (p);
}

static GgovTypedDay
make_day (guint  year,
          guint  month,
          guint  day_of_month,
          int   *day)
{
  if (year < 1800 || year > 2200 || month > 12 ||
      !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return GGOV_TYPED_DAY_BAD;

  *day = ggov_local_day_from_date ((int) year, (int) month, (int) day_of_month);

  return GGOV_TYPED_DAY_FINE;
}

static GgovTypedDay
parse_digits (const char *text,
              gsize       n_digits,
              int        *day)
{
  const guint number = (guint) g_ascii_strtoull (text, NULL, 10);

  if (n_digits == 8 && has_time_of_midnight (text + n_digits))
    return make_day (number / 10000, number / 100 % 100, number % 100, day);

  if (n_digits != 5 || number < SERIAL_FIRST || number > SERIAL_LAST ||
      text[n_digits + strspn (text + n_digits, ".0")] != '\0')
    return GGOV_TYPED_DAY_BAD;

  *day = (int) number - SERIAL_EPOCH;

  return GGOV_TYPED_DAY_SERIAL;
}

GgovTypedDay
ggov_typed_parse_day (const char *typed,
                      int        *day)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  const gboolean is_republic = text && g_str_has_prefix (text, "民国");
  const char *p = text;
  guint parts[MOST_PARTS], digits[MOST_PARTS];
  gsize n_digits;

  g_return_val_if_fail (day != NULL, GGOV_TYPED_DAY_BAD);

  if (text == NULL)
    return GGOV_TYPED_DAY_BAD;

  p += is_republic ? strlen ("民国") : 0;
  n_digits = strspn (p, "0123456789");
  if (!is_republic && n_digits > 4)
    return parse_digits (p, n_digits, day);
  if (!parse_parts (p, parts, digits) || (digits[0] != 4 && !is_republic) || digits[1] > 2 ||
      digits[2] > 2)
    return GGOV_TYPED_DAY_BAD;

  return make_day (parts[0] + (is_republic ? REPUBLIC : 0), parts[1], parts[2], day);
}

/* Phones, sexes ---------------------------------------------------------------------------- */

/* Up to where the first of several numbers goes. */
static gsize
get_first_length (const char *text)
{
  static const char * const signs[] = { ";", ",", "/", "、", "或", "|" };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = strstr (text, signs[i]);

      if (sign)
        length = MIN (length, (gsize) (sign - text));
    }

  return length;
}

static gboolean
is_bare_mobile (const char *text)
{
  return strlen (text) == 11 && strspn (text, "0123456789") == 11;
}

char *
ggov_typed_dup_phone (const char *typed)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  g_autoptr(GString) phone = NULL;
  const char *p;
  gsize n_digits = 0;

  if (text == NULL || is_bare_mobile (text))
    return g_steal_pointer (&text);

  phone = g_string_new (NULL);
  text[get_first_length (text)] = '\0';
  if (g_str_has_suffix (text, ".0"))
    text[strlen (text) - 2] = '\0';

  p = text + (g_str_has_prefix (text, "+86") ? 3 : 0);
  for (; *p; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (phone, *p);
          n_digits++;
        }
      else if (*p == '-' && phone->str[0] == '0' && n_digits <= 4 && n_digits >= 3)
        g_string_append_c (phone, *p);
      else if (!strchr (" -()", *p))
        return NULL;
    }

  if (n_digits == 13 && g_str_has_prefix (phone->str, "861"))
    g_string_erase (phone, 0, 2);

  return n_digits >= 5 && n_digits <= 13 ? g_strdup (phone->str) : NULL;
}

const char *
ggov_typed_get_sex (const char *typed)
{
  static const struct { const char *word, *code; } words[] = {
    { "男", "1" }, { "男性", "1" }, { "m", "1" }, { "male", "1" }, { "1", "1" },
    { "女", "2" }, { "女性", "2" }, { "f", "2" }, { "female", "2" }, { "2", "2" },
    { "未知", "0" }, { "0", "0" }, { "未说明", "9" }, { "9", "9" },
  };
  g_autofree char *text = ggov_typed_dup_text (typed);

  for (guint i = 0; text && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0)
      return words[i].code;

  return NULL;
}

/* Places ----------------------------------------------------------------------------------- */

/* 1 to 9, 10 for 十; 0 for anything else. */
static int
get_numeral (gunichar c)
{
  static const char numerals[] = "一二三四五六七八九十";
  const char *found = NULL;
  char bytes[7] = { 0 };

  g_unichar_to_utf8 (c, bytes);
  if (c == g_utf8_get_char ("两"))
    return 2;
  if (c != 0)
    found = strstr (numerals, bytes);

  return found ? (int) g_utf8_pointer_to_offset (numerals, found) + 1 : 0;
}

/* The number that Chinese numerals at @p tell, and how many of them; 0 where there are none. */
static int
read_numerals (const char  *p,
               const char **end)
{
  int number = 0;
  int numeral;

  for (*end = p; (numeral = get_numeral (g_utf8_get_char (*end))) != 0; *end = g_utf8_next_char (*end))
    {
      if (numeral == 10)
        number = MAX (number, 1) * 10;
      else if (number % 10 != 0)
        return 0;
      else
        number += numeral;
    }

  return number < 100 ? number : 0;
}

static gboolean
has_counter (const char *p)
{
  static const char * const counters[] = { "号", "栋", "幢", "座", "楼", "单元", "#", "层",
                                          "室", "门", "户", "排" };

  for (guint i = 0; i < G_N_ELEMENTS (counters); i++)
    if (g_str_has_prefix (p, counters[i]))
      return TRUE;

  return FALSE;
}

/* Digits instead of numerals before a counter, and no blanks. */
static GString *
spell_numbers (const char *text)
{
  GString *spelled = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const char *end;
      int number = read_numerals (p, &end);

      if (number > 0 && has_counter (end))
        {
          g_string_append_printf (spelled, "%d", number);
          p = g_utf8_prev_char (end);
        }
      else if (*p != ' ')
        g_string_append_unichar (spelled, g_unichar_tolower (g_utf8_get_char (p)));
    }

  return spelled;
}

char *
ggov_typed_dup_counted (const char *typed)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  g_autoptr(GString) counted = text ? spell_numbers (text) : NULL;

  return counted ? g_strdup (counted->str) : NULL;
}

char *
ggov_typed_dup_place (const char *typed)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  g_autoptr(GString) place = NULL;

  if (text == NULL)
    return NULL;

  place = spell_numbers (text);
  g_string_replace (place, "号楼", "#", 0);
  g_string_replace (place, "#楼", "#", 0);
  g_string_replace (place, "栋", "#", 0);
  g_string_replace (place, "幢", "#", 0);
  g_string_replace (place, "座", "#", 0);
  if (g_str_has_suffix (place->str, "号"))
    g_string_replace (g_string_append (place, "\n"), "号\n", "#", 0);
  g_string_replace (place, "#", "号楼", 0);

  return g_strdup (place->str);
}

int
ggov_typed_get_number (const char *typed)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  const char *end;

  if (text == NULL)
    return 0;

  return g_ascii_isdigit (*text) ? (int) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT)
                                 : read_numerals (text, &end);
}
