/* ggov-place-code.c: the codes of communities and grids, and the order they are given in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-model-error.h"
#include "ggov-place-code.h"

#define COUNTY_DIGITS 6
#define PART_DIGITS   3
#define MAX_PART      999

/* On a sphere of the earth's mean radius, 6,371,009 m; rows need no better. */
#define METRES_PER_DEGREE 111195.0

static const guint8 provinces[] = {
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
  50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
};

/* The digits from @offset on; what lies beyond the text is 0. */
static guint
read_part (const char *text,
           guint       offset,
           guint       n_digits)
{
  guint value = 0;

  if (offset >= strlen (text))
    return 0;

  for (guint i = offset; i < offset + n_digits; i++)
    value = value * 10 + g_ascii_digit_value (text[i]);

  return value;
}

static gboolean
is_province (guint county)
{
  return county < 1000000 &&
         memchr (provinces, county / 10000, G_N_ELEMENTS (provinces)) != NULL;
}

/* A part that the level asks for lies from 1 to 999; one below the level is not set. */
static gboolean
fits_level (guint          value,
            GgovPlaceLevel part,
            GgovPlaceLevel level)
{
  return part <= level ? value >= 1 && value <= MAX_PART : value == 0;
}

gboolean
ggov_place_code_parse (const char     *text,
                       GgovPlaceCode  *code,
                       GError        **error)
{
  GgovPlaceCode parsed = { 0 };
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  length = strspn (text, "0123456789");
  if (text[length] != '\0' || length < COUNTY_DIGITS ||
      length > COUNTY_DIGITS + 3 * PART_DIGITS || length % PART_DIGITS != 0)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                   "“%s” is not a code of 6, 9, 12 or 15 digits", text);
      return FALSE;
    }

  parsed.level = (length - COUNTY_DIGITS) / PART_DIGITS;
  parsed.county = read_part (text, 0, COUNTY_DIGITS);
  parsed.sub_district = read_part (text, COUNTY_DIGITS, PART_DIGITS);
  parsed.community = read_part (text, COUNTY_DIGITS + PART_DIGITS, PART_DIGITS);
  parsed.grid = read_part (text, COUNTY_DIGITS + 2 * PART_DIGITS, PART_DIGITS);
  if (!ggov_place_code_check (&parsed, error))
    return FALSE;

  *code = parsed;
  return TRUE;
}

gboolean
ggov_place_code_check (const GgovPlaceCode  *code,
                       GError              **error)
{
  const char *trouble = NULL;

  g_return_val_if_fail (code != NULL, FALSE);

  if (!is_province (code->county))
    trouble = "the county's first two digits are no province";
  else if (!fits_level (code->sub_district, GGOV_PLACE_SUB_DISTRICT, code->level))
    trouble = "the sub-district is not from 001 to 999";
  else if (!fits_level (code->community, GGOV_PLACE_COMMUNITY, code->level))
    trouble = "the community is not from 001 to 999";
  else if (!fits_level (code->grid, GGOV_PLACE_GRID, code->level))
    trouble = "the grid is not from 001 to 999";

  if (trouble == NULL)
    return TRUE;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE, "%06u %03u %03u %03u: %s",
               code->county, code->sub_district, code->community, code->grid, trouble);
  return FALSE;
}

char *
ggov_place_code_compose (const GgovPlaceCode  *code,
                         GError              **error)
{
  char *digits = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  if (!ggov_place_code_check (code, error))
    return NULL;

  digits = g_strdup_printf ("%06u%03u%03u%03u",
                            code->county, code->sub_district, code->community, code->grid);
  digits[COUNTY_DIGITS + PART_DIGITS * code->level] = '\0';

  return digits;
}

gboolean
ggov_place_code_is_within (const GgovPlaceCode *inner,
                           const GgovPlaceCode *outer)
{
  g_return_val_if_fail (inner != NULL, FALSE);
  g_return_val_if_fail (outer != NULL, FALSE);

  return inner->level >= outer->level &&
         inner->county == outer->county &&
         (outer->level < GGOV_PLACE_SUB_DISTRICT || inner->sub_district == outer->sub_district) &&
         (outer->level < GGOV_PLACE_COMMUNITY || inner->community == outer->community) &&
         (outer->level < GGOV_PLACE_GRID || inner->grid == outer->grid);
}

static int
compare_numbers (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static int
compare_ids (const GgovPlacePoint *a,
             const GgovPlacePoint *b)
{
  return (a->id > b->id) - (a->id < b->id);
}

static int
compare_north (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const GgovPlacePoint *first = a;
  const GgovPlacePoint *second = b;

  return compare_numbers (second->lat, first->lat);
}

static int
compare_west (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const GgovPlacePoint *first = a;
  const GgovPlacePoint *second = b;
  int order = compare_numbers (first->lon, second->lon);

  if (order == 0)
    order = compare_north (first, second, NULL);

  return order != 0 ? order : compare_ids (first, second);
}

void
ggov_place_order (GgovPlacePoint *points,
                  guint           n_points,
                  double          row_height_m)
{
  guint end;

  g_return_if_fail (points != NULL || n_points == 0);
  g_return_if_fail (row_height_m >= 0);

  g_qsort_with_data (points, n_points, sizeof *points, compare_north, NULL);

  for (guint begin = 0; begin < n_points; begin = end)
    {
      for (end = begin + 1; end < n_points; end++)
        if ((points[begin].lat - points[end].lat) * METRES_PER_DEGREE > row_height_m)
          break;
      g_qsort_with_data (points + begin, end - begin, sizeof *points, compare_west, NULL);
    }
}
