/* ggov-report-statistics.c: the month's statistics on issues, with charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-bars.h"
#include "ggov-report-flow.h"
#include "ggov-report-statistics.h"
#include "ggov-report-words-private.h"

#define CHART_MM 54.0
#define CHART_PT 8.5

#define SHARE_MM 26.0
#define COUNT_MM 13.0
#define RATE_MM  18.5
#define TIME_MM  28.0

/* Of a table by grid, type and so on. */
#define N_COLUMNS 8

/* A chart that keeps what it draws. */
typedef struct
{
  GgovReportBars  chart;
  GgovReportBar  *bars;
  GPtrArray      *texts;
  PangoContext   *context;
} Chart;

static void
chart_free (gpointer data)
{
  Chart *chart = data;

  g_free (chart->bars);
  g_clear_pointer (&chart->texts, g_ptr_array_unref);
  g_clear_object (&chart->context);
  g_free (chart);
}

static void
draw_chart (cairo_t *cr,
            double   width,
            double   height,
            gpointer data)
{
  const Chart *chart = data;

  ggov_report_bars_draw (&chart->chart, cr, chart->context, width, height);
}

/* The text stays until the chart is gone. */
static const char *
keep (Chart *chart,
      char  *text)
{
  g_ptr_array_add (chart->texts, text);

  return text;
}

static Chart *
chart_new (guint         n_bars,
           guint         n_series,
           PangoContext *context)
{
  static const double dark[3] = { 0.13, 0.35, 0.6 }, light[3] = { 0.62, 0.75, 0.88 };
  Chart *chart = g_new0 (Chart, 1);

  chart->texts = g_ptr_array_new_with_free_func (g_free);
  chart->bars = g_new0 (GgovReportBar, n_bars + 1);
  chart->context = g_object_ref (context);
  chart->chart.bars = chart->bars;
  chart->chart.n_bars = n_bars;
  chart->chart.n_series = n_series;
  chart->chart.size = CHART_PT;
  for (guint i = 0; i < 3; i++)
    {
      chart->chart.fills[0][i] = n_series > 1 ? light[i] : dark[i];
      chart->chart.fills[1][i] = dark[i];
    }

  return chart;
}

static void
set_bar (Chart  *chart,
         guint   i,
         guint   series,
         double  value,
         char   *text)
{
  chart->bars[i].values[series] = value;
  chart->bars[i].texts[series] = keep (chart, text);
}

static const GgovRate *
get_rate (const GgovIndicatorSums *sums,
          GgovIndicator            indicator)
{
  return &sums->rates[indicator];
}

/* How many were due and closed on time, month by month. */
static Chart *
make_months (GListModel   *months,
             PangoContext *context)
{
  guint n = g_list_model_get_n_items (months);
  Chart *chart = chart_new (n, 2, context);

  chart->chart.series[0] = C_("statistics", "Due to close");
  chart->chart.series[1] = C_("statistics", "Closed on time");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (months, i);
      const GgovRate *rate = get_rate (ggov_indicator_row_get_sums (row), GGOV_INDICATOR_ON_TIME);

      chart->bars[i].label = keep (chart, g_strdup (ggov_indicator_row_get_label (row)));
      set_bar (chart, i, 0, rate->denominator,
               g_strdup_printf ("%" G_GINT64_FORMAT, rate->denominator));
      set_bar (chart, i, 1, rate->numerator, g_strdup_printf ("%" G_GINT64_FORMAT, rate->numerator));
    }

  return chart;
}

/* The on-time rate, side by side. */
static Chart *
make_rates (GListModel   *rows,
            PangoContext *context)
{
  guint n = g_list_model_get_n_items (rows);
  Chart *chart = chart_new (n, 1, context);

  chart->chart.most = 10000;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (rows, i);
      const GgovRate *rate = get_rate (ggov_indicator_row_get_sums (row), GGOV_INDICATOR_ON_TIME);
      double value = rate->denominator > 0 ? ggov_rate_get_basis_points (rate) : -1;

      chart->bars[i].label = keep (chart, g_strdup (ggov_indicator_row_get_label (row)));
      set_bar (chart, i, 0, value, ggov_rate_dup_percent (rate));
    }

  return chart;
}

/* @title: a literal or its translation */
static void
add_chart (GgovReportFlow *flow,
           const char     *title,
           Chart          *chart)
{
  chart->chart.title = title;
  ggov_report_flow_add_drawing (flow, CHART_MM, draw_chart, chart, chart_free);
}

/* Tables ------------------------------------------------------------------------------------ */

static void
add_summary (GgovReportFlow          *flow,
             const GgovIndicatorSums *totals)
{
  const GgovReportColumn columns[] = {
    { C_("statistics", "Indicator"), 24.0, PANGO_ALIGN_LEFT },
    { C_("statistics", "Above the line"), 0, PANGO_ALIGN_LEFT },
    { C_("statistics", "Below the line"), 0, PANGO_ALIGN_LEFT },
    { C_("statistics", "Count"), SHARE_MM, PANGO_ALIGN_RIGHT },
    { C_("statistics", "Rate"), RATE_MM, PANGO_ALIGN_RIGHT },
  };

  ggov_report_flow_add_section (
    flow, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0),
    C_("statistics", "The month"), NULL, GGOV_REPORT_FLOW_KEEP);
  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    {
      char *const cells[] = {
        g_strdup (ggov_indicator_get_label (i)), g_strdup (ggov_indicator_get_numerator (i)),
        g_strdup (ggov_indicator_get_denominator (i)),
        ggov_rate_dup_fraction (&totals->rates[i]), ggov_rate_dup_percent (&totals->rates[i]),
      };

      ggov_report_flow_take_row (flow, cells);
    }
}

static void
add_times (GgovReportFlow          *flow,
           const GgovIndicatorSums *totals)
{
  g_autofree char *median = ggov_work_time_dup_text (totals->median_minutes);
  g_autofree char *p90 = ggov_work_time_dup_text (totals->p90_minutes);
  /* Translators: on paper: how many issues, and two times such as 12 h 30 min */
  g_autofree char *line = g_strdup_printf (
    C_("statistics", "Closed in the month: %1$d. Time to close: median %2$s, 90th percentile %3$s."),
    (int) totals->n_closed, median, p90);

  ggov_report_flow_add_line (flow, line);
}

static guint
add_columns (GgovReportFlow *flow,
             const char     *title)
{
  const GgovReportColumn columns[N_COLUMNS] = {
    { title, 0, PANGO_ALIGN_LEFT },
    { C_("statistics", "Due to close"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("statistics", "Closed"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("statistics", "Closing rate"), RATE_MM, PANGO_ALIGN_RIGHT },
    { C_("statistics", "On time"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("statistics", "On-time rate"), RATE_MM, PANGO_ALIGN_RIGHT },
    { C_("statistics", "Median"), TIME_MM, PANGO_ALIGN_RIGHT },
    { C_("statistics", "90th percentile"), TIME_MM, PANGO_ALIGN_RIGHT },
  };

  return ggov_report_flow_add_columns (flow, columns, N_COLUMNS, 0);
}

static void
add_row (GgovReportFlow          *flow,
         const char              *label,
         const GgovIndicatorSums *sums)
{
  const GgovRate *closing = get_rate (sums, GGOV_INDICATOR_CLOSING);
  const GgovRate *on_time = get_rate (sums, GGOV_INDICATOR_ON_TIME);
  char *const cells[N_COLUMNS] = {
    g_strdup (label),
    g_strdup_printf ("%" G_GINT64_FORMAT, closing->denominator),
    g_strdup_printf ("%" G_GINT64_FORMAT, closing->numerator),
    ggov_rate_dup_percent (closing),
    g_strdup_printf ("%" G_GINT64_FORMAT, on_time->numerator),
    ggov_rate_dup_percent (on_time),
    ggov_work_time_dup_text (sums->median_minutes),
    ggov_work_time_dup_text (sums->p90_minutes),
  };

  ggov_report_flow_take_row (flow, cells);
}

/* What had nothing due and closed nothing is not worth a line. */
static gboolean
is_empty (const GgovIndicatorSums *sums)
{
  return get_rate (sums, GGOV_INDICATOR_CLOSING)->denominator == 0 && sums->n_closed == 0;
}

static void
add_table (GgovReportFlow *flow,
           const char     *heading,
           const char     *title,
           GListModel     *rows)
{
  ggov_report_flow_add_section (flow, add_columns (flow, title), heading, NULL,
                                GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (rows, i);

      if (!is_empty (ggov_indicator_row_get_sums (row)))
        add_row (flow, ggov_indicator_row_get_label (row), ggov_indicator_row_get_sums (row));
    }
}

/* The pages --------------------------------------------------------------------------------- */

static GgovReportFlow *
begin (const GgovReportStatistics *statistics,
       PangoContext               *context)
{
  g_autofree char *day = _ggov_report_dup_day (statistics->as_of);
  /* Translators: the title of a paper; the place is the office's */
  g_autofree char *title = g_strdup_printf (C_("statistics", "Issues of %s: Monthly Statistics"),
                                            statistics->office);
  /* Translators: below it: a month such as 2026-03, and the day up to which it was counted */
  g_autofree char *subtitle = g_strdup_printf (C_("statistics", "%1$s, counted up to %2$s"),
                                               statistics->month, day);
  const GgovReportFlowOptions options = {
    .title = title,
    .subtitle = subtitle,
    .as_of = statistics->as_of,
    .printed_at = statistics->printed_at,
    .account = statistics->account,
    .turn = GGOV_REPORT_TURN_PORTRAIT,
  };

  return ggov_report_flow_new (&options, context);
}

GgovReportPager *
ggov_report_statistics_new (const GgovReportStatistics *statistics,
                            PangoContext               *context)
{
  GgovReportFlow *flow;

  g_return_val_if_fail (statistics != NULL && PANGO_IS_CONTEXT (context), NULL);

  flow = begin (statistics, context);
  add_summary (flow, statistics->totals);
  add_times (flow, statistics->totals);
  ggov_report_flow_add_line (flow, ggov_indicator_get_due_about ());
  ggov_report_flow_add_line (flow, ggov_indicator_get_time_about ());
  add_chart (flow, C_("statistics", "Issues due to close and closed on time, month by month"),
             make_months (statistics->months, context));
  add_chart (flow, C_("statistics", "On-time rate of the communities in the month"),
             make_rates (statistics->communities, context));
  add_table (flow, C_("statistics", "By community"), C_("statistics", "Community"),
             statistics->communities);
  add_table (flow, C_("statistics", "By lane"), C_("statistics", "Lane"), statistics->lanes);
  add_table (flow, C_("statistics", "By department"), C_("statistics", "Department"),
             statistics->departments);
  add_table (flow, C_("statistics", "By case type"), C_("statistics", "Case type"),
             statistics->types);
  add_table (flow, C_("statistics", "By grid"), C_("statistics", "Grid"), statistics->grids);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
