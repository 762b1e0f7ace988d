/* ggov-report-population.c: how many lived in each grid, and what changed in a month, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-register-flow.h"
#include "ggov-report-residents-private.h"

#define CODE_MM  36
#define HEADS_MM 18

#define N_COUNTS 10

/* In the order of the columns: the first and the last are there, what is between changed it. */
static void
get_counts (const GgovRegisterFlowRecord *record,
            gint64                       *counts)
{
  const gint64 all[N_COUNTS] = {
    record->opening, record->recorded, record->moved_in, record->born,
    record->came, record->border_in - record->border_out,
    -record->moved_out, -record->died, -record->left, record->closing,
  };

  for (guint i = 0; i < N_COUNTS; i++)
    counts[i] = all[i];
}

/* What changes a count has its sign, 0 is left empty. */
static void
add_row (GgovReportFlow *flow,
         const char     *code,
         const char     *name,
         const gint64   *counts)
{
  char *cells[2 + N_COUNTS] = { g_strdup (code), g_strdup (name) };

  for (guint i = 0; i < N_COUNTS; i++)
    {
      const gboolean is_change = i > 0 && i + 1 < N_COUNTS;

      cells[2 + i] = is_change && counts[i] == 0 ? g_strdup ("")
                   : is_change ? g_strdup_printf ("%+" G_GINT64_FORMAT, counts[i])
                               : g_strdup_printf ("%" G_GINT64_FORMAT, counts[i]);
    }
  ggov_report_flow_take_row (flow, cells);
}

static void
add_to (gint64       *sum,
        const gint64 *counts)
{
  for (guint i = 0; i < N_COUNTS; i++)
    sum[i] += counts[i];
}

/* Ends a community: its sum, which begins anew. */
static void
add_sum (GgovReportFlow *flow,
         const char     *title,
         gint64         *sum)
{
  add_row (flow, "", title, sum);
  for (guint i = 0; i < N_COUNTS; i++)
    sum[i] = 0;
}

static void
add_flows (GgovReportFlow *flow,
           GListModel     *flows,
           guint           columns,
           gint64         *total)
{
  const char *community = NULL;
  gint64 sum[N_COUNTS] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (flows); i++)
    {
      g_autoptr(GgovRegisterFlow) row = g_list_model_get_item (flows, i);
      const GgovRegisterFlowRecord *record = ggov_register_flow_get_record (row);
      gint64 counts[N_COUNTS];

      if (g_strcmp0 (record->community, community) != 0)
        {
          if (community)
            add_sum (flow, C_("population", "Sum"), sum);
          ggov_report_flow_add_section (flow, columns, record->community, NULL,
                                        GGOV_REPORT_FLOW_NONE);
        }
      community = record->community;
      get_counts (record, counts);
      add_row (flow, record->code, record->name, counts);
      add_to (sum, counts);
      add_to (total, counts);
    }

  if (community)
    add_sum (flow, C_("population", "Sum"), sum);
}

GgovReportPager *
ggov_report_population_new (GListModel                       *flows,
                            const GgovReportResidentsOptions *options,
                            PangoContext                     *context)
{
  const GgovReportColumn columns[] = {
    { C_("population", "Code"), CODE_MM, PANGO_ALIGN_CENTER },
    { C_("population", "Grid"), 0, PANGO_ALIGN_LEFT },
    { C_("population", "Opening"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "First recorded"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "Moved in"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "Born"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "From another grid"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "New borders"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "Moved out"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "Died"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "To another grid"), HEADS_MM, PANGO_ALIGN_RIGHT },
    { C_("population", "Closing"), HEADS_MM, PANGO_ALIGN_RIGHT },
  };
  GgovReportResidentsOptions own = *options;
  gint64 total[N_COUNTS] = { 0 };
  GgovReportFlow *flow;
  guint kind;

  if (own.turn == GGOV_REPORT_TURN_AUTO)
    own.turn = GGOV_REPORT_TURN_LANDSCAPE;
  flow = _ggov_report_residents_begin (C_("population", "Monthly Population Report"), FALSE, &own,
                                       context);
  kind = ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0);
  add_flows (flow, flows, kind, total);
  ggov_report_flow_add_section (flow, kind, C_("population", "All grids"), NULL,
                                GGOV_REPORT_FLOW_KEEP);
  add_row (flow, "", C_("population", "Sum"), total);
  ggov_report_flow_add_line (flow, _("Opening and all changes with their signs make the closing."));

  return _ggov_report_residents_finish (flow);
}
