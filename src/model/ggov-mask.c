/* ggov-mask.c: personal data as far as anybody may see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-mask.h"

#define MOBILE_DIGITS  11
#define MOBILE_HEAD    3
#define MOBILE_TAIL    4
#define SHORTEST_PHONE 7
#define PHONE_TAIL     2
#define COUNTRY_CODE   "86"

#define IDENTITY_LENGTH     18
#define OLD_IDENTITY_LENGTH 15
#define ISO_LENGTH          10 /* 1985-01-05 */

/* Characters @head from the front and @tail from the back stay; each between becomes a star. */
static char *
mask_middle (const char *text,
             glong       head,
             glong       tail)
{
  glong n = g_utf8_strlen (text, -1);
  GString *masked = g_string_new (NULL);
  glong i = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      if (i < head || i >= n - tail)
        g_string_append_unichar (masked, g_utf8_get_char (p));
      else
        g_string_append_c (masked, '*');
    }

  return g_string_free (masked, FALSE);
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isdigit (*p);

  return n;
}

/* Digits from number @from up to, not with, number @to become stars. */
static char *
mask_digits (const char *text,
             guint       from,
             guint       to)
{
  char *masked = g_strdup (text);
  guint i = 0;

  for (char *p = masked; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        if (i >= from && i < to)
          *p = '*';
        i++;
      }

  return masked;
}

/* Where the eleven digits of a mobile number begin among the digits, or -1. */
static int
find_mobile (const char *phone,
             guint       n_digits)
{
  g_autofree char *digits = g_strdup (phone);
  guint n = 0;

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits[n++] = *p;
  digits[n] = '\0';

  if (n_digits == MOBILE_DIGITS && digits[0] == '1')
    return 0;
  if (n_digits == MOBILE_DIGITS + strlen (COUNTRY_CODE) &&
      g_str_has_prefix (digits, COUNTRY_CODE "1"))
    return strlen (COUNTRY_CODE);

  return -1;
}

char *
ggov_mask_name (const char *name)
{
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  switch (g_utf8_strlen (name, -1))
    {
    case 0:
    case 1:
      return mask_middle (name, 0, 0);

    case 2:
      return mask_middle (name, 1, 0);

    default:
      return mask_middle (name, 1, 1);
    }
}

char *
ggov_mask_phone (const char *phone)
{
  guint n_digits;
  int mobile;

  g_return_val_if_fail (phone != NULL, NULL);

  n_digits = count_digits (phone);
  mobile = find_mobile (phone, n_digits);
  if (mobile >= 0)
    return mask_digits (phone, mobile + MOBILE_HEAD, n_digits - MOBILE_TAIL);
  if (n_digits >= SHORTEST_PHONE)
    return mask_digits (phone, 0, n_digits - PHONE_TAIL);

  return mask_digits (phone, 0, n_digits);
}

char *
ggov_mask_identity (const char *number)
{
  glong n;

  g_return_val_if_fail (number != NULL && g_utf8_validate (number, -1, NULL), NULL);

  n = g_utf8_strlen (number, -1);
  if (n == 18 || n == 15)
    return mask_middle (number, 6, 1);

  return mask_middle (number, 0, 0);
}

char *
ggov_mask_day (const char *day)
{
  g_return_val_if_fail (day != NULL && g_utf8_validate (day, -1, NULL), NULL);

  if (strlen (day) != ISO_LENGTH || day[4] != '-' || day[7] != '-')
    return mask_middle (day, 0, 0);

  return g_strdup_printf ("%.4s-**-**", day);
}

/* What is left of a text up to the last of the words that count buildings and units. */
static gsize
find_end (const char *address)
{
  static const char *const words[] = { "单元", "号楼", "栋", "幢", "座", "小区", "街坊", "社区", "街道",
                                       "路", "街", "巷", "村", "镇", "乡", "区", "县", "市", "省" };
  gsize end = 0;

  for (guint i = 0; end == 0 && i < G_N_ELEMENTS (words); i++)
    {
      const char *found = g_strrstr (address, words[i]);

      end = found ? (gsize) (found - address) + strlen (words[i]) : 0;
    }

  return end;
}

char *
ggov_mask_door (const char *address)
{
  gsize end;

  g_return_val_if_fail (address != NULL && g_utf8_validate (address, -1, NULL), NULL);

  end = find_end (address);
  if (address[end] == '\0')
    return g_strdup (address);

  return g_strdup_printf ("%.*s***", (int) end, address);
}

/* A mobile number, one with an area code, an identity number: as they are usually written. */
#define NUMBERS \
  "(?<!\\d)(?:" \
  "(?:86[- ]?)?1\\d{2}[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[- ]?\\d{7,8}|\\d{17}[\\dXx]|\\d{15}" \
  ")(?!\\d)"

static gboolean
mask_number (const GMatchInfo *match,
             GString          *masked,
             gpointer          data)
{
  g_autofree char *number = g_match_info_fetch (match, 0);
  const gsize n = strlen (number);
  g_autofree char *stars = n == IDENTITY_LENGTH || n == OLD_IDENTITY_LENGTH
                             ? ggov_mask_identity (number) : ggov_mask_phone (number);

  g_string_append (masked, stars);

  return FALSE;
}

char *
ggov_mask_free_text (const char *text)
{
  static GRegex *numbers = NULL;
  static gsize is_made = 0;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  if (g_once_init_enter (&is_made))
    {
      numbers = g_regex_new (NUMBERS, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&is_made, 1);
    }

  return g_regex_replace_eval (numbers, text, -1, 0, 0, mask_number, NULL, NULL);
}
