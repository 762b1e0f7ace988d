/* ggov-local-time.c: dates and times of day as the office's clock shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-model-error.h"

#define SECONDS_PER_DAY ((gint64) 86400)
#define UTC_OFFSET      ((gint64) 8 * 3600)

/* The Gregorian calendar repeats after this many years and days. */
#define YEARS_PER_ERA 400
#define DAYS_PER_ERA  146097

/* From 0000-03-01, where an era begins, to 1970-01-01. */
#define DAYS_TO_1970 719468

static gint64
floor_div (gint64 value,
           gint64 divisor)
{
  return value / divisor - (value % divisor < 0);
}

/* Reads exactly @n digits and moves on; FALSE leaves @text where it was. */
static gboolean
read_digits (const char **text,
             guint        n,
             int         *value)
{
  int sum = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value ((*text)[i]);
    }

  *text += n;
  *value = sum;
  return TRUE;
}

static gboolean
read_mark (const char **text,
           const char  *marks)
{
  if (**text == '\0' || strchr (marks, **text) == NULL)
    return FALSE;

  (*text)++;
  return TRUE;
}

static gboolean
read_date (const char **text,
           int         *year,
           int         *month,
           int         *day_of_month)
{
  return read_digits (text, 4, year) && read_mark (text, "-") &&
         read_digits (text, 2, month) && read_mark (text, "-") &&
         read_digits (text, 2, day_of_month);
}

static gboolean
read_clock (const char **text,
            int         *hour,
            int         *minute,
            int         *second)
{
  if (!read_digits (text, 2, hour) || !read_mark (text, ":") || !read_digits (text, 2, minute))
    return FALSE;

  return !read_mark (text, ":") || read_digits (text, 2, second);
}

gboolean
ggov_local_time_parse (const char  *text,
                       gint64      *time,
                       GError     **error)
{
  const char *rest = text;
  int year, month, day_of_month;
  int hour = 0, minute = 0, second = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  if (!read_date (&rest, &year, &month, &day_of_month) ||
      (read_mark (&rest, "T ") && !read_clock (&rest, &hour, &minute, &second)) ||
      *rest != '\0')
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                   "“%s” is not a time such as 2026-02-13T16:30", text);
      return FALSE;
    }

  if (!g_date_valid_dmy (day_of_month, month, year) || hour > 23 || minute > 59 || second > 59)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                   "“%s” names a day or time that does not exist", text);
      return FALSE;
    }

  *time = ggov_local_time_from_day (ggov_local_day_from_date (year, month, day_of_month),
                                    hour * 60 + minute) + second;
  return TRUE;
}

char *
ggov_local_time_format (gint64 time)
{
  int day = ggov_local_time_get_day (time);
  int minute = (time - ggov_local_time_from_day (day, 0)) / 60;
  int year, month, day_of_month;

  ggov_local_day_to_date (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d",
                          year, month, day_of_month, minute / 60, minute % 60);
}

int
ggov_local_time_get_day (gint64 time)
{
  return floor_div (time + UTC_OFFSET, SECONDS_PER_DAY);
}

gint64
ggov_local_time_from_day (int day,
                          int minute)
{
  return day * SECONDS_PER_DAY + minute * (gint64) 60 - UTC_OFFSET;
}

/* Years are taken to begin in March, so that the leap day is the last of its year and the lengths
 * of the months before it follow a straight line: 153 days in five months. */
int
ggov_local_day_from_date (int year,
                          int month,
                          int day_of_month)
{
  int march_year = month > 2 ? year : year - 1;
  int era = floor_div (march_year, YEARS_PER_ERA);
  int year_of_era = march_year - era * YEARS_PER_ERA;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

void
ggov_local_day_to_date (int  day,
                        int *year,
                        int *month,
                        int *day_of_month)
{
  int era = floor_div (day + DAYS_TO_1970, DAYS_PER_ERA);
  int day_of_era = day + DAYS_TO_1970 - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096)
                    / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int plain_month = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year != NULL)
    *year = year_of_era + era * YEARS_PER_ERA + (plain_month <= 2);
  if (month != NULL)
    *month = plain_month;
  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
}

int
ggov_local_day_get_weekday (int day)
{
  /* Day 0 was a Thursday. */
  int shifted = (day + 3) % 7;

  return (shifted < 0 ? shifted + 7 : shifted) + 1;
}

gboolean
ggov_local_day_parse (const char  *text,
                      int         *day,
                      GError     **error)
{
  const char *rest = text;
  int year, month, day_of_month;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (!read_date (&rest, &year, &month, &day_of_month) || *rest != '\0')
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                   "“%s” is not a date such as 2026-02-13", text);
      return FALSE;
    }

  if (!g_date_valid_dmy (day_of_month, month, year))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                   "“%s” names a day that does not exist", text);
      return FALSE;
    }

  *day = ggov_local_day_from_date (year, month, day_of_month);
  return TRUE;
}

char *
ggov_local_day_format (int day)
{
  int year, month, day_of_month;

  ggov_local_day_to_date (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}
