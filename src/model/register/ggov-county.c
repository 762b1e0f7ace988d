/* ggov-county.c: the codes of counties that identity numbers begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-catalogue-private.h"
#include "ggov-county.h"

#define TABLE       "fields/divisions.txt"
#define CODE_DIGITS 6

/* Provinces, and the residence permits of Hong Kong, Macau and Taiwan. */
#define PROVINCES "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 " \
                  "61 62 63 64 65 71 81 82 83"
/* Beijing, Tianjin, Shanghai and Chongqing have two or three parts, not up to seventy. */
#define CITY_PROVINCES "11 12 31 50"

/* Each line of the table is a code, "-" if it is retired or else a blank, a name, and where it is
 * newer than the oldest list, a blank and a year. */
static GHashTable *
read_table (void)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GBytes) bytes = _ggov_catalogue_load_default (TABLE);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      const char *name = lines[i] + CODE_DIGITS + 1;
      const char *year = *lines[i] ? strchr (name, ' ') : NULL;
      GgovCounty *division;

      if (*lines[i] == '\0')
        continue;
      division = g_new0 (GgovCounty, 1);
      division->code = g_strndup (lines[i], CODE_DIGITS);
      division->is_retired = lines[i][CODE_DIGITS] == '-';
      division->name = year ? g_strndup (name, (gsize) (year - name)) : g_strdup (name);
      division->since = year ? (int) g_ascii_strtoll (year, NULL, 10) : 0;
      g_hash_table_insert (table, (gpointer) division->code, division);
    }

  return table;
}

static const GgovCounty *
look_up (const char *code)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, read_table ());

  return g_hash_table_lookup (table, code);
}

static gboolean
has_pair (const char *pairs,
          const char *code)
{
  const char pair[] = { code[0], code[1], '\0' };

  return strstr (pairs, pair) != NULL;
}

static gboolean
is_possible (const char *code)
{
  const int prefecture = (code[2] - '0') * 10 + code[3] - '0';
  const int county = (code[4] - '0') * 10 + code[5] - '0';

  if (!has_pair (PROVINCES, code) || code[0] == '8')
    return FALSE;
  if (has_pair (CITY_PROVINCES, code))
    return prefecture >= 1 && prefecture <= 3 && county > 0;

  return prefecture >= 1 && (prefecture <= 70 || prefecture == 90) && county > 0;
}

GgovCountyFate
ggov_county_find (const char          *code,
                    const GgovCounty **division)
{
  char key[CODE_DIGITS + 1] = { 0 };
  const GgovCounty *found;

  g_return_val_if_fail (code != NULL, GGOV_COUNTY_IMPOSSIBLE);

  if (division)
    *division = NULL;
  if (strspn (code, "0123456789") < CODE_DIGITS)
    return GGOV_COUNTY_IMPOSSIBLE;

  memcpy (key, code, CODE_DIGITS);
  found = look_up (key);
  if (division)
    *division = found;
  if (found)
    return found->is_retired ? GGOV_COUNTY_RETIRED : GGOV_COUNTY_CURRENT;

  return is_possible (key) ? GGOV_COUNTY_UNKNOWN : GGOV_COUNTY_IMPOSSIBLE;
}

char *
ggov_county_dup_name (const char *code)
{
  static const guint digits[] = { 2, 4, 6 };
  g_autoptr(GString) name = g_string_new (NULL);
  const char *before = "";

  g_return_val_if_fail (code != NULL, NULL);

  if (strspn (code, "0123456789") < CODE_DIGITS)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      char key[] = "000000";
      const GgovCounty *division;

      memcpy (key, code, digits[i]);
      division = look_up (key);
      if (division && !g_str_equal (division->code, before) &&
          !g_str_equal (division->name, "市辖区") && !g_str_equal (division->name, "县"))
        g_string_append (name, division->name);
      before = division ? division->code : before;
    }

  return name->len > 0 ? g_strdup (name->str) : NULL;
}
