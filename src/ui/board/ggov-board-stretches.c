/* ggov-board-stretches.c: stretches of time that issues are filtered by, by words that are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "ggov-board-stretches.h"
#include "ggov-local-time.h"
#include "ggov-place-chooser.h"

typedef struct
{
  const char *code;
  const char *label;
  int         days; /* backwards from today, or ahead of it; 0 where a month or a year is meant */
} Stretch;

static const Stretch periods[] = {
  { "", N_("Filed at any time"), 0 },
  { "today", N_("Filed today"), 1 },
  { "7d", N_("Filed in the last 7 days"), 7 },
  { "30d", N_("Filed in the last 30 days"), 30 },
  { "month", N_("Filed this month"), 0 },
  { "last-month", N_("Filed last month"), 0 },
  { "year", N_("Filed this year"), 0 },
};

static const Stretch dues[] = {
  { "", N_("Due at any time"), 0 },
  { "today", N_("Due by the end of today"), 1 },
  { "2d", N_("Due by the end of tomorrow"), 2 },
  { "4d", N_("Due within 3 days"), 4 },
  { "8d", N_("Due within 7 days"), 8 },
  { "31d", N_("Due within 30 days"), 31 },
};

static GListStore *
make_choices (const Stretch *stretches,
              guint          n)
{
  GListStore *choices = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; i < n; i++)
    ggov_choices_append (choices, stretches[i].code, _(stretches[i].label));

  return choices;
}

GListStore *
ggov_board_periods_new (void)
{
  return make_choices (periods, G_N_ELEMENTS (periods));
}

GListStore *
ggov_board_dues_new (void)
{
  return make_choices (dues, G_N_ELEMENTS (dues));
}

static const Stretch *
find (const Stretch *stretches,
      guint          n,
      const char    *code)
{
  for (guint i = 0; code && i < n; i++)
    if (g_str_equal (stretches[i].code, code))
      return &stretches[i];

  return &stretches[0];
}

/* The first day of the month that is @months away, or of the year. */
static int
find_first (int      today,
            int      months,
            gboolean of_year)
{
  g_autofree char *text = ggov_local_day_format (today);
  int year = atoi (text);
  int month = of_year ? 0 : atoi (text + strlen ("2026-")) - 1 + months;
  g_autofree char *first = NULL;
  int day = today;

  year += month < 0 ? -1 : month / 12;
  first = g_strdup_printf ("%04d-%02d-01", year, (month + 12) % 12 + 1);
  ggov_local_day_parse (first, &day, NULL);

  return day;
}

gboolean
ggov_board_period_read (const char      *code,
                        int              today,
                        GgovIssueFilter *filter)
{
  const Stretch *stretch = find (periods, G_N_ELEMENTS (periods), code);
  gboolean is_last = g_str_equal (stretch->code, "last-month");
  int first;

  if (*stretch->code == '\0')
    return FALSE;

  first = stretch->days > 0 ? today + 1 - stretch->days
                            : find_first (today, is_last ? -1 : 0,
                                          g_str_equal (stretch->code, "year"));
  filter->filed_from = ggov_local_time_from_day (first, 0);
  if (is_last)
    filter->filed_before = ggov_local_time_from_day (find_first (today, 0, FALSE), 0);

  return TRUE;
}

/* "2026-03": FALSE where it is none. */
static gboolean
parse_month (const char *code,
             int        *first)
{
  g_autofree char *day = code && strlen (code) == strlen ("2026-03") ? g_strconcat (code, "-01", NULL)
                                                                     : NULL;

  return day && ggov_local_day_parse (day, first, NULL);
}

char *
ggov_board_due_dup_month (const char *code)
{
  int first;

  /* Translators: a month, such as 2026-03 */
  return parse_month (code, &first) ? g_strdup_printf (_("Due in %s"), code) : NULL;
}

gboolean
ggov_board_due_read (const char      *code,
                     int              today,
                     GgovIssueFilter *filter)
{
  const Stretch *stretch = find (dues, G_N_ELEMENTS (dues), code);
  int first;

  if (parse_month (code, &first))
    {
      filter->due_from = ggov_local_time_from_day (first, 0);
      filter->due_before = ggov_local_time_from_day (find_first (first, 1, FALSE), 0);
      return TRUE;
    }
  if (stretch->days == 0)
    return FALSE;

  filter->due_before = ggov_local_time_from_day (today + stretch->days, 0);
  filter->stages = GGOV_ISSUE_FILTER_OPEN;

  return TRUE;
}
