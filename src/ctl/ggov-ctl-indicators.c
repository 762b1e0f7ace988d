/* ggov-ctl-indicators.c: gridgovctl indicators, by what the work on issues is judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"
#include "ggov-issue.h"
#include "ggov-local-time.h"
#include "ggov-store-indicators.h"

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  if (value >= 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* {"closing": {"numerator", "denominator", "percent"}, …, "closed", "median_minutes", "p90_minutes"} */
static void
add_sums (JsonBuilder             *builder,
          const GgovIndicatorSums *sums)
{
  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (ggov_indicator_get_code (i)), "-", '_');
      g_autofree char *percent = ggov_rate_dup_percent (&sums->rates[i]);

      json_builder_set_member_name (builder, name);
      json_builder_begin_object (builder);
      add_number (builder, "numerator", sums->rates[i].numerator);
      add_number (builder, "denominator", sums->rates[i].denominator);
      json_builder_set_member_name (builder, "percent");
      if (sums->rates[i].denominator > 0)
        json_builder_add_string_value (builder, percent);
      else
        json_builder_add_null_value (builder);
      json_builder_end_object (builder);
    }
  add_number (builder, "closed", sums->n_closed);
  add_number (builder, "median_minutes", sums->median_minutes);
  add_number (builder, "p90_minutes", sums->p90_minutes);
}

static void
print_json (GListModel              *rows,
            const GgovIndicatorSums *totals)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_object (builder);
  add_sums (builder, totals);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (rows, i);

      json_builder_begin_object (builder);
      add_text (builder, "key", ggov_indicator_row_get_key (row));
      add_text (builder, "label", ggov_indicator_row_get_label (row));
      add_sums (builder, ggov_indicator_row_get_sums (row));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

/* A line a row: what it is, then each indicator as a fraction and a rate. */
static void
print_line (const char              *label,
            const GgovIndicatorSums *sums)
{
  g_autofree char *median = ggov_work_time_dup_text (sums->median_minutes);
  g_autofree char *p90 = ggov_work_time_dup_text (sums->p90_minutes);

  g_print ("%s", label);
  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    {
      g_autofree char *fraction = ggov_rate_dup_fraction (&sums->rates[i]);
      g_autofree char *percent = ggov_rate_dup_percent (&sums->rates[i]);

      g_print ("\t%s = %s", fraction, percent);
    }
  g_print ("\t%s\t%s\n", median, p90);
}

static void
print_lines (GListModel              *rows,
             const GgovIndicatorSums *totals)
{
  g_print ("\t");
  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    g_print ("%s\t", ggov_indicator_get_label (i));
  g_print ("%s\t%s\n", C_("statistics", "Median"), C_("statistics", "90th percentile"));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (rows, i);

      print_line (ggov_indicator_row_get_label (row), ggov_indicator_row_get_sums (row));
    }
  if (g_list_model_get_n_items (rows) > 1)
    print_line (ggov_indicator_by_get_label (GGOV_INDICATOR_BY_ALL), totals);
}

static GgovCtlStatus
list (GgovCtl                   *ctl,
      const GgovIndicatorPeriod *period,
      GgovIndicatorBy            by)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  GgovIndicatorSums totals;

  ggov_store_list_indicators_async (ctl->store, period, by, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_indicators_finish (ctl->store, ggov_ctl_wait (&result), &totals, &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_json (rows, &totals);
  else
    print_lines (rows, &totals);

  return GGOV_CTL_DONE;
}

/* The issues behind a number, a line each. */
static GgovCtlStatus
open_rows (GgovCtl                 *ctl,
           const GgovIndicatorCell *cell)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_indicator_issues_async (ctl->store, cell, NULL, ggov_ctl_keep, &result);
  issues = ggov_store_list_indicator_issues_finish (ctl->store, ggov_ctl_wait (&result), NULL,
                                                    &error);
  if (issues == NULL)
    return ggov_ctl_refuse (ctl, error);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);

      g_print ("%s\t%s\t%s\t%s\n", fields->number, ggov_issue_stage_get_label (fields->state.stage),
               fields->grid_code ? fields->grid_code : "", fields->title);
    }

  return GGOV_CTL_DONE;
}

/* The month of the day that is today, up to now, where nothing is said. */
static gboolean
parse_period (GgovCtl              *ctl,
              const char           *from,
              const char           *to,
              GgovIndicatorPeriod  *period,
              GError              **error)
{
  int today, first, last, year, month;

  if (!ggov_local_day_parse (ctl->as_of, &today, error))
    return FALSE;

  ggov_local_day_to_date (today, &year, &month, NULL);
  first = ggov_local_day_from_date (year, month, 1);
  last = today;
  if ((from && !ggov_local_day_parse (from, &first, error)) ||
      (to && !ggov_local_day_parse (to, &last, error)))
    return FALSE;

  ggov_indicator_period_set_days (period, first, MIN (last, today));

  return TRUE;
}

GgovCtlStatus
ggov_ctl_indicators (GgovCtl  *ctl,
                     int       argc,
                     char    **argv)
{
  g_autofree char *from = NULL, *to = NULL, *by_code = NULL, *key = NULL;
  gboolean is_rest = FALSE, is_whole = FALSE;
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("The first day; else that of the month"),
      N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("The last day; else today"), N_("DAY") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by_code,
      N_("grid, community, type, lane, department, person or month"), N_("WORD") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &key, N_("Only this row, such as a grid’s code"),
      N_("KEY") },
    { "rest", 0, 0, G_OPTION_ARG_NONE, &is_rest,
      N_("List what is below the line only, such as what was due and is not closed"), NULL },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &is_whole, N_("List all that is below the line"), NULL },
    { NULL }
  };
  GgovIndicatorCell cell = { .by = GGOV_INDICATOR_BY_ALL, .limit = G_MAXUINT };
  GgovIndicator indicator;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, options, "[INDICATOR]", 0, 1) ||
      (by_code && !ggov_indicator_by_from_code (by_code, &cell.by)))
    return GGOV_CTL_USAGE;
  if (argc > 1 && !ggov_indicator_from_code (argv[1], &indicator))
    return GGOV_CTL_USAGE;
  if (!parse_period (ctl, from, to, &cell.period, &error))
    return ggov_ctl_refuse (ctl, error);
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (argc < 2)
    return list (ctl, &cell.period, cell.by);

  cell.key = key;
  cell.indicator = indicator;
  cell.rows = is_rest ? GGOV_INDICATOR_ROWS_REST
              : is_whole ? GGOV_INDICATOR_ROWS_DENOMINATOR : GGOV_INDICATOR_ROWS_NUMERATOR;

  return open_rows (ctl, &cell);
}
