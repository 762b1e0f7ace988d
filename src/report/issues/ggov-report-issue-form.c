/* ggov-report-issue-form.c: the form of an issue, and the order to go there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issue-event.h"
#include "ggov-local-time.h"
#include "ggov-report-form-private.h"
#include "ggov-report-issues.h"

#define CODE_MM  24.0
#define TALL_MM  30.0 /* a box to write into */
#define LOW_MM   18.0 /* one for a line or two */
#define TIME_MM  36
#define MOVE_MM  30

static char *
dup_time (gint64 time)
{
  return time != 0 ? g_strdelimit (ggov_local_time_format (time), "T", ' ') : NULL;
}

static GgovReportFlow *
begin (const char                    *title,
       gboolean                       is_personal,
       const GgovReportIssuesOptions *options,
       PangoContext                  *context)
{
  const GgovReportFlowOptions flow = {
    .title = title,
    .subtitle = options->office,
    .as_of = options->as_of,
    .printed_at = options->printed_at,
    .account = options->account,
    .is_personal = is_personal,
    .size = GGOV_REPORT_A4,
    .turn = GGOV_REPORT_TURN_PORTRAIT,
  };

  return ggov_report_flow_new (&flow, context);
}

static void
add_head (GgovReportFlow       *flow,
          const GgovIssueFacts *facts,
          PangoContext         *context)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);
  /* Translators: on a form: an issue’s number */
  g_autofree char *number = g_strdup_printf (C_("issue form", "No. %s"), fields->number);
  g_autofree char *code = ggov_issue_dup_uri (fields->number);

  _ggov_report_form_add_code (flow, context, CODE_MM, number, fields->title, code);
}

static void
add_what (GgovReportForm       *form,
          const GgovIssueFacts *facts)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);
  g_autofree char *where = ggov_issue_dup_whereabouts (facts->issue);
  g_autofree char *filed = dup_time (fields->filed_at);
  g_autofree char *due = dup_time (fields->due_at);

  _ggov_report_form_add (form, 0, C_("issue form", "Class"), ggov_issue_facts_get_class_label (facts),
                         C_("issue form", "Kind"), ggov_issue_get_type_label (facts->issue));
  _ggov_report_form_add (form, 0, C_("issue form", "Lane"), ggov_lane_get_label (fields->lane),
                         C_("issue form", "Source"), ggov_issue_facts_get_source (facts));
  _ggov_report_form_add (form, 0, C_("issue form", "Filed"), filed, C_("issue form", "Due"), due);
  _ggov_report_form_add (form, 0, C_("issue form", "Place"), where, NULL, NULL);
  _ggov_report_form_add (form, TALL_MM, C_("issue form", "Description"),
                         *facts->description ? facts->description : fields->title, NULL, NULL);
}

static void
add_measures (GgovReportForm       *form,
              const GgovIssueFacts *facts)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);
  g_autofree char *closed = dup_time (fields->closed_at);

  _ggov_report_form_add (form, 0, C_("issue form", "Handled by"), fields->handler_name,
                         C_("issue form", "State"), ggov_issue_stage_get_label (fields->state.stage));
  _ggov_report_form_add (form, 0, C_("issue form", "Who answers for it"),
                         ggov_issue_facts_get_role_label (facts), C_("issue form", "Closed"), closed);
  _ggov_report_form_add (form, TALL_MM, C_("issue form", "What came of it"),
                         facts->last_note && *facts->last_note ? facts->last_note
                                                              : facts->status_notes, NULL, NULL);
}

static void
add_events (GgovReportFlow *flow,
            GPtrArray      *events)
{
  const GgovReportColumn columns[] = {
    { C_("issue form", "When"), TIME_MM, PANGO_ALIGN_CENTER },
    { C_("issue form", "What"), MOVE_MM, PANGO_ALIGN_LEFT },
    { C_("issue form", "Whom"), 0, PANGO_ALIGN_LEFT },
    { C_("issue form", "Note"), 0, PANGO_ALIGN_LEFT },
  };

  if (events == NULL || events->len == 0)
    return;

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 0),
                                C_("issue form", "What was done"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < events->len; i++)
    {
      const GgovIssueEventFields *event = ggov_issue_event_get_fields (events->pdata[i]);
      char *const cells[] = {
        dup_time (event->at), g_strdup (ggov_issue_move_get_label (event->move)),
        g_strdup (event->person_name), g_strdup (event->note),
      };

      ggov_report_flow_take_row (flow, cells);
    }
}

GgovReportPager *
ggov_report_issue_form_new (const GgovIssueFacts          *facts,
                            const GgovReportIssuesOptions *options,
                            PangoContext                  *context)
{
  GgovReportFlow *flow;
  GgovReportForm *form;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  flow = begin (C_("issue form", "Record of an Issue"), TRUE, options, context);
  form = _ggov_report_form_new (context);
  add_head (flow, facts, context);
  add_what (form, facts);
  _ggov_report_form_add (form, 0, C_("issue form", "Told by"), facts->reporter,
                         C_("issue form", "Phone"), facts->reporter_phone);
  add_measures (form, facts);
  _ggov_report_form_take (form, flow);
  add_events (flow, facts->events);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}

GgovReportPager *
ggov_report_dispatch_order_new (const GgovIssueFacts          *facts,
                                const GgovReportIssuesOptions *options,
                                PangoContext                  *context)
{
  GgovReportFlow *flow;
  GgovReportForm *form;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  flow = begin (C_("issue form", "Dispatch Order"), TRUE, options, context);
  form = _ggov_report_form_new (context);
  add_head (flow, facts, context);
  _ggov_report_form_add (form, 0, C_("issue form", "Sent to"),
                         ggov_issue_get_fields (facts->issue)->handler_name,
                         C_("issue form", "As"), ggov_issue_facts_get_role_label (facts));
  add_what (form, facts);
  _ggov_report_form_add (form, 0, C_("issue form", "To be closed when"),
                         ggov_issue_facts_get_closing (facts), NULL, NULL);
  _ggov_report_form_add (form, 0, C_("issue form", "Received by"), NULL,
                         C_("issue form", "When"), NULL);
  _ggov_report_form_add (form, TALL_MM, C_("issue form", "What was done"), NULL, NULL, NULL);
  _ggov_report_form_add (form, 0, C_("issue form", "Done by"), NULL, C_("issue form", "When"), NULL);
  _ggov_report_form_add (form, LOW_MM, C_("issue form", "Verified"), NULL, NULL, NULL);
  _ggov_report_form_take (form, flow);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
