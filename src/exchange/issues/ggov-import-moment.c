/* ggov-import-moment.c: moments as other platforms write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "ggov-import-moment.h"
#include "ggov-local-time.h"

#define FIRST_YEAR 1970
#define LAST_YEAR  2199
#define CENTURY    2000 /* of years that are written with two digits */

typedef struct
{
  guint year;
  guint month;
  guint day;
  guint hour;
  guint minute;
  guint second;
} Moment;

/* Reads at the front of @text; returns what follows, or NULL where it is no day. */
static const char *
read_day (const char *text,
          Moment     *moment)
{
  guint a, b, c;
  int n = 0;

  if ((sscanf (text, "%4u-%2u-%2u%n", &a, &b, &c, &n) == 3 && n > 0) ||
      (sscanf (text, "%4u/%2u/%2u%n", &a, &b, &c, &n) == 3 && n > 0 && a > 31) ||
      (sscanf (text, "%4u.%2u.%2u%n", &a, &b, &c, &n) == 3 && n > 0 && a > 31) ||
      (sscanf (text, "%4u年%2u月%2u日%n", &a, &b, &c, &n) == 3 && n > 0))
    *moment = (Moment) { a, b, c, 0, 0, 0 };
  else if (sscanf (text, "%2u/%2u/%4u%n", &b, &c, &a, &n) == 3 && n > 0)
    *moment = (Moment) { a < 100 ? a + CENTURY : a, b, c, 0, 0, 0 };
  else
    return NULL;

  return text + n;
}

/* "4:30 PM": noon is 12 PM, midnight 12 AM. */
static const char *
read_half (const char *text,
           Moment     *moment)
{
  const char *rest = text + strspn (text, " ");

  if (g_ascii_strncasecmp (rest, "am", 2) != 0 && g_ascii_strncasecmp (rest, "pm", 2) != 0)
    return text;

  if (moment->hour > 12 || moment->hour == 0)
    return NULL;

  moment->hour = moment->hour % 12 + (g_ascii_tolower (*rest) == 'p' ? 12 : 0);

  return rest + 2;
}

static const char *
read_time (const char *text,
           Moment     *moment)
{
  int n = 0;

  text += strspn (text, " T");
  if (sscanf (text, "%2u:%2u:%2u%n", &moment->hour, &moment->minute, &moment->second, &n) == 3 &&
      n > 0)
    text += n;
  else if ((sscanf (text, "%2u:%2u%n", &moment->hour, &moment->minute, &n) == 2 && n > 0) ||
           (sscanf (text, "%2u时%2u分%n", &moment->hour, &moment->minute, &n) == 2 && n > 0))
    text += n;
  else
    return NULL;

  /* Parts of a second do not matter. */
  if (*text == '.' && g_ascii_isdigit (text[1]))
    text += 1 + strspn (text + 1, "0123456789");

  return read_half (text, moment);
}

/* "Z", "+08:00", "+0800" or "+08", minutes east of Greenwich. */
static gboolean
read_zone (const char *text,
           int        *minutes)
{
  guint hours, rest = 0;
  int n = 0;

  if (g_str_equal (text, "Z"))
    {
      *minutes = 0;
      return TRUE;
    }
  if (*text != '+' && *text != '-')
    return FALSE;

  if (!(sscanf (text + 1, "%2u:%2u%n", &hours, &rest, &n) == 2 && n > 0) &&
      !(sscanf (text + 1, "%2u%2u%n", &hours, &rest, &n) == 2 && n > 0) &&
      !(sscanf (text + 1, "%2u%n", &hours, &n) == 1 && n > 0))
    return FALSE;

  *minutes = (int) (hours * 60 + rest) * (*text == '-' ? -1 : 1);

  return text[1 + n] == '\0' && hours <= 14 && rest < 60;
}

static gboolean
is_real (const Moment *moment)
{
  return moment->year >= FIRST_YEAR && moment->year <= LAST_YEAR && moment->month > 0 &&
         g_date_valid_dmy ((GDateDay) moment->day, (GDateMonth) moment->month,
                           (GDateYear) moment->year) &&
         moment->hour < 24 && moment->minute < 60 && moment->second <= 60;
}

static gint64
to_office (const Moment *moment)
{
  const int day = ggov_local_day_from_date ((int) moment->year, (int) moment->month,
                                            (int) moment->day);

  return ggov_local_time_from_day (day, (int) (moment->hour * 60 + moment->minute)) +
         moment->second;
}

gboolean
ggov_import_moment_parse (const char *text,
                          gint64     *time,
                          gboolean   *has_zone)
{
  Moment moment = { 0 };
  const char *rest;
  int minutes = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!(rest = read_day (text, &moment)))
    return FALSE;
  if (rest[strspn (rest, " ")] != '\0' && !(rest = read_time (rest, &moment)))
    return FALSE;

  rest += strspn (rest, " ");
  if (!is_real (&moment) || (*rest != '\0' && !read_zone (rest, &minutes)))
    return FALSE;

  *has_zone = *rest != '\0';
  *time = to_office (&moment);
  if (*has_zone)
    *time -= ggov_local_time_from_day (0, 0) + minutes * 60;

  return TRUE;
}
