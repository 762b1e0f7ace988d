/* ggov-report-issue-list.c: issues as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-report-issues.h"
#include "ggov-report-words-private.h"

#define NUMBER_MM 24
#define TIME_MM   31
#define STATE_MM  20

static char *
dup_due (const GgovIssueFields *fields,
         gint64                 now)
{
  g_autofree char *due = fields->due_at ? ggov_local_time_format (fields->due_at) : NULL;

  if (due == NULL || !ggov_issue_stage_is_open (fields->state.stage))
    return NULL;

  g_strdelimit (due, "T", ' ');
  /* Translators: in a list: a time that is past */
  return fields->due_at <= now && !fields->state.suspended
           ? g_strdup_printf (C_("issue list", "%s late"), due) : g_steal_pointer (&due);
}

static void
add_row (GgovReportFlow *flow,
         GgovIssue      *issue,
         gint64          now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  char *const cells[] = {
    g_strdup (fields->number), g_strdup (fields->title),
    g_strdup (ggov_issue_get_type_label (issue)),
    g_strdup (*fields->place || fields->grid_name == NULL ? fields->place : fields->grid_name),
    g_strdup (fields->handler_name), g_strdup (ggov_issue_stage_get_label (fields->state.stage)),
    dup_due (fields, now),
  };

  ggov_report_flow_take_row (flow, cells);
}

GgovReportPager *
ggov_report_issue_list_new (GListModel                    *issues,
                            const GgovReportIssuesOptions *options,
                            PangoContext                  *context)
{
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;
  const GgovReportColumn columns[] = {
    { C_("issue list", "Number"), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("issue list", "What it is about"), 0, PANGO_ALIGN_LEFT },
    { C_("issue list", "Kind"), 0, PANGO_ALIGN_LEFT },
    { C_("issue list", "Place"), 0, PANGO_ALIGN_LEFT },
    { C_("issue list", "Handled by"), 0, PANGO_ALIGN_LEFT },
    { C_("issue list", "State"), STATE_MM, PANGO_ALIGN_CENTER },
    { C_("issue list", "Due"), TIME_MM, PANGO_ALIGN_CENTER },
  };
  GgovReportFlowOptions flow_options;
  GgovReportFlow *flow;

  g_return_val_if_fail (G_IS_LIST_MODEL (issues), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  day = _ggov_report_dup_day (options->as_of);
  /* Translators: below the title of a list: which part of the office, a day, how many */
  subtitle = g_strdup_printf (C_("issue list", "%1$s, as of %2$s, %3$u in all"),
                              options->scope ? options->scope : options->office, day,
                              g_list_model_get_n_items (issues));
  flow_options = (GgovReportFlowOptions) {
    .title = C_("issue list", "List of Issues"), .subtitle = subtitle, .as_of = options->as_of,
    .printed_at = options->printed_at, .account = options->account, .size = options->size,
    .turn = options->turn == GGOV_REPORT_TURN_AUTO ? GGOV_REPORT_TURN_LANDSCAPE : options->turn,
  };
  flow = ggov_report_flow_new (&flow_options, context);
  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 0),
                                NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);

      add_row (flow, issue, options->now);
    }
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
