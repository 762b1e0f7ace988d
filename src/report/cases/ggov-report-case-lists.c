/* ggov-report-case-lists.c: structures, a joint action and utility problems as lists on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-joint-action-line.h"
#include "ggov-report-cases.h"
#include "ggov-report-flow.h"
#include "ggov-structure.h"
#include "ggov-utility-row.h"

#define CM2_IN_M2 1e4
#define NUMBER_MM 24
#define DAY_MM    23
#define AREA_MM   21
#define COUNT_MM  16
#define PEOPLE_MM 18

static GgovReportFlow *
begin (const char                   *title,
       const char                   *subtitle,
       gboolean                      is_personal,
       const GgovReportCasesOptions *options,
       PangoContext                 *context)
{
  const GgovReportFlowOptions flow = {
    .title = title,
    .subtitle = subtitle,
    .as_of = options->as_of,
    .printed_at = options->printed_at,
    .account = options->account,
    .is_personal = is_personal,
    .size = options->size,
    .turn = options->turn,
  };

  return ggov_report_flow_new (&flow, context);
}

static char *
dup_area (gint64 area_cm2)
{
  return g_strdup_printf ("%.2f", area_cm2 / CM2_IN_M2);
}

static GgovReportPager *
finish (GgovReportFlow *flow)
{
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}

/* Structures ------------------------------------------------------------------------------------ */

GgovReportPager *
ggov_report_structures_new (GListModel                   *structures,
                            const GgovReportCasesOptions *options,
                            PangoContext                 *context)
{
  const GgovReportColumn columns[] = {
    { C_("structure", "Issue"), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("structure", "Structure"), 0, PANGO_ALIGN_LEFT },
    { C_("structure", "Place"), 0, PANGO_ALIGN_LEFT },
    { C_("structure", "Found"), DAY_MM, PANGO_ALIGN_CENTER },
    { C_("structure", "m² found"), AREA_MM, PANGO_ALIGN_RIGHT },
    { C_("structure", "Stopped"), DAY_MM, PANGO_ALIGN_CENTER },
    { C_("structure", "Pulled down"), DAY_MM, PANGO_ALIGN_CENTER },
    { C_("structure", "m² down"), AREA_MM, PANGO_ALIGN_RIGHT },
  };
  GgovReportFlow *flow = begin (C_("structure", "Illegal Structures"), options->office, FALSE, options,
                                context);
  guint n = g_list_model_get_n_items (structures), n_down = 0;
  gint64 found = 0, down = 0;
  g_autofree char *total = NULL;

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 1),
                                NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovStructure) row = g_list_model_get_item (structures, i);
      const GgovStructureFields *fields = ggov_structure_get_fields (row);
      char *const cells[] = {
        g_strdup (fields->number), g_strdup (fields->label), g_strdup (fields->place),
        g_strdup (fields->found_on), dup_area (fields->area_cm2), g_strdup (fields->stopped_on),
        g_strdup (fields->demolished_on),
        fields->demolished_cm2 ? dup_area (fields->demolished_cm2) : NULL,
      };

      found += fields->area_cm2;
      down += fields->demolished_cm2;
      n_down += *fields->demolished_on != '\0';
      ggov_report_flow_take_row (flow, cells);
    }

  /* Translators: how many structures, their area, how many are down, and of which area */
  total = g_strdup_printf (_("%1$u structures, %2$.2f m²; %3$u pulled down or put right, %4$.2f m²"),
                           n, found / CM2_IN_M2, n_down, down / CM2_IN_M2);
  ggov_report_flow_add_line (flow, total);

  return finish (flow);
}

/* Joint actions --------------------------------------------------------------------------------- */

static void
add_lines (GgovReportFlow *flow,
           GListModel     *lines,
           const char     *kind,
           guint           columns,
           const char     *heading)
{
  ggov_report_flow_add_section (flow, columns, heading, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovJointActionLine) line = g_list_model_get_item (lines, i);
      const GgovJointActionLineFields *fields = ggov_joint_action_line_get_fields (line);
      g_autofree char *people = g_strdup_printf ("%d", (int) fields->people);
      const char *const party[] = {
        fields->is_lead ? C_("joint action", "Leads") : C_("joint action", "Takes part"),
        fields->name, people, fields->text,
      };
      const char *const step[] = { fields->day, fields->text };
      const char *const issue[] = { fields->number, fields->name, fields->stage, fields->text };

      if (!g_str_equal (fields->kind, kind))
        continue;
      ggov_report_flow_add_row (flow, *kind == 'p' ? party : *kind == 's' ? step : issue);
    }
}

static void
add_summary (GgovReportFlow              *flow,
             const GgovJointActionFields *action)
{
  g_autofree char *counts =
    /* Translators: of a joint action: parties, people, issues closed, issues, places, square metres */
    g_strdup_printf (_("%1$d parties with %2$d people; %3$d of %4$d issues closed; %5$d places, "
                       "%6$.2f m² put right"), (int) action->n_parties, (int) action->n_people,
                     (int) action->n_closed, (int) action->n_issues, (int) action->n_places,
                     action->area_cm2 / CM2_IN_M2);
  /* Translators: what a joint action is for; what came of it */
  g_autofree char *purpose = g_strdup_printf (_("Purpose: %s"), action->purpose);
  g_autofree char *result = g_strdup_printf (_("Result: %s"), action->result);

  if (*action->purpose)
    ggov_report_flow_add_line (flow, purpose);
  ggov_report_flow_add_line (flow, counts);
  if (*action->result)
    ggov_report_flow_add_line (flow, result);
}

GgovReportPager *
ggov_report_joint_action_new (GgovJointAction              *action,
                              GListModel                   *lines,
                              const GgovReportCasesOptions *options,
                              PangoContext                 *context)
{
  const GgovJointActionFields *fields = ggov_joint_action_get_fields (action);
  const GgovReportColumn parties[] = {
    { C_("joint action", "Part"), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("joint action", "Party"), 0, PANGO_ALIGN_LEFT },
    { C_("joint action", "People"), PEOPLE_MM, PANGO_ALIGN_RIGHT },
    { C_("joint action", "Task"), 0, PANGO_ALIGN_LEFT },
  };
  const GgovReportColumn steps[] = {
    { C_("joint action", "Day"), DAY_MM, PANGO_ALIGN_CENTER },
    { C_("joint action", "Step"), 0, PANGO_ALIGN_LEFT },
  };
  const GgovReportColumn issues[] = {
    { C_("joint action", "Issue"), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("joint action", "What it is about"), 0, PANGO_ALIGN_LEFT },
    { C_("joint action", "State"), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("joint action", "What came of it"), 0, PANGO_ALIGN_LEFT },
  };
  /* Translators: the days of a joint action; the second may be empty */
  g_autofree char *days = g_strdup_printf (C_("joint action", "%1$s to %2$s"), fields->starts_on,
                                           *fields->ended_on ? fields->ended_on : "…");
  GgovReportFlow *flow = begin (fields->title, days, FALSE, options, context);

  add_summary (flow, fields);
  add_lines (flow, lines, "party", ggov_report_flow_add_columns (flow, parties, 4, 0),
             C_("joint action", "Parties"));
  add_lines (flow, lines, "step", ggov_report_flow_add_columns (flow, steps, 2, 0),
             C_("joint action", "Steps"));
  add_lines (flow, lines, "issue", ggov_report_flow_add_columns (flow, issues, 4, 0),
             C_("joint action", "Issues"));

  return finish (flow);
}

/* Utilities ------------------------------------------------------------------------------------- */

static void
add_utility (GgovReportFlow             *flow,
             const GgovUtilityRowFields *fields)
{
  char *const cells[] = {
    g_strdup (fields->service_label), g_strdup (fields->company),
    g_strdup_printf ("%d", (int) fields->n_reported), g_strdup_printf ("%d", (int) fields->n_solved),
    g_strdup_printf ("%d", (int) fields->n_open), g_strdup_printf ("%d", (int) fields->n_overdue),
    g_strdup (fields->months),
  };

  ggov_report_flow_take_row (flow, cells);
}

GgovReportPager *
ggov_report_utilities_new (GListModel                   *rows,
                           const GgovReportCasesOptions *options,
                           PangoContext                 *context)
{
  const GgovReportColumn columns[] = {
    { C_("utility", "Service"), 0, PANGO_ALIGN_LEFT },
    { C_("utility", "Company"), 0, PANGO_ALIGN_LEFT },
    { C_("utility", "Reported"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("utility", "Solved"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("utility", "Open"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("utility", "Overdue"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("utility", "By month, the last is this one"), 0, PANGO_ALIGN_LEFT },
  };
  GgovReportFlow *flow = begin (C_("utility", "Utility Problems by Company"), options->office, FALSE,
                                options, context);
  gint64 sums[4] = { 0 };
  g_autofree char *total = NULL;

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 1),
                                NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovUtilityRow) row = g_list_model_get_item (rows, i);
      const GgovUtilityRowFields *fields = ggov_utility_row_get_fields (row);

      sums[0] += fields->n_reported;
      sums[1] += fields->n_solved;
      sums[2] += fields->n_open;
      sums[3] += fields->n_overdue;
      add_utility (flow, fields);
    }

  /* Translators: utility problems of the last twelve months */
  total = g_strdup_printf (_("In twelve months %1$d were reported and %2$d solved; %3$d are open, %4$d "
                             "of them overdue."), (int) sums[0], (int) sums[1], (int) sums[2],
                           (int) sums[3]);
  ggov_report_flow_add_line (flow, total);

  return finish (flow);
}
