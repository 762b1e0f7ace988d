/* ggov-report-training-sheet.c: a training session on paper: who takes part, or who signs for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-flow.h"
#include "ggov-report-training-sheet.h"

/* What is not given is as wide as what stands in it needs. */
#define NUMBER_MM    11
#define RESULT_MM    32
#define SIGNATURE_MM 34

#define MAX_COLUMNS 6

/* Room for a hand: the cell is two lines high. */
#define SIGNATURE_ROOM "\u00a0\n\u00a0"

static const char *
get_result (const GgovAttendanceRecord *record)
{
  if (g_str_equal (record->state, GGOV_ATTENDANCE_INVITED))
    return "";
  if (g_str_equal (record->state, GGOV_ATTENDANCE_ABSENT))
    return *record->reason ? record->reason : C_("attendance", "Absent");

  return record->passed < 0 ? C_("attendance", "Attended")
                            : record->passed ? C_("attendance", "Passed")
                                             : C_("attendance", "Did not pass");
}

/* @record: (nullable): NULL for a line to write on */
static void
add_row (GgovReportFlow                       *flow,
         const GgovAttendanceRecord           *record,
         guint                                 number,
         const GgovReportTrainingSheetOptions *options)
{
  const char *last = options->to_sign ? SIGNATURE_ROOM : get_result (record);
  g_autofree char *words = g_strdup_printf ("%u", number);
  const char *cells[MAX_COLUMNS] = {
    words,
    record ? record->person : NULL,
    record ? record->role : NULL,
    record ? record->place : NULL,
    options->with_phones ? record ? record->phone : NULL : last,
    last,
  };

  ggov_report_flow_add_row (flow, cells);
}

/* Nothing is written for an empty text. Takes @value over. */
static void
add_fact (GgovReportFlow *flow,
          const char     *name,
          char           *value)
{
  /* Translators: what is told of a training session, such as its place */
  g_autofree char *line = value ? g_strdup_printf (C_("training", "%1$s: %2$s"), name, value) : NULL;

  if (value && *value)
    ggov_report_flow_add_line (flow, line);
  g_free (value);
}

static void
add_facts (GgovReportFlow                  *flow,
           const GgovTrainingSessionRecord *session)
{
  add_fact (flow, C_("training", "Course"),
            /* Translators: a course, how many hours it takes */
            g_strdup_printf (ngettext ("%1$s (%2$u hour)", "%1$s (%2$u hours)", session->hours),
                             session->course, (guint) session->hours));
  /* Translators: when a training session begins and ends */
  add_fact (flow, C_("training", "Time"), g_strdup_printf (C_("training", "%1$s to %2$s"),
                                                           session->starts, session->ends));
  add_fact (flow, C_("training", "Place"), g_strdup (session->place));
  add_fact (flow, C_("training", "Trainer"), g_strdup (session->trainer));
  add_fact (flow, C_("training", "Note"), g_strdup (session->note));
  add_fact (flow, C_("training", "Called off"), g_strdup (session->called_off));
}

static void
add_total (GgovReportFlow                  *flow,
           const GgovTrainingSessionRecord *session,
           gboolean                         to_sign)
{
  g_autofree char *total = NULL;

  if (to_sign)
    /* Translators: how many are expected; then room to write how many came */
    total = g_strdup_printf (C_("training", "Expected: %u    Came:              Absent:"),
                             (guint) session->n_people);
  else
    total = g_strdup_printf (C_("training", "On the list: %1$u    Attended: %2$u    Passed: %3$u    "
                                            "Absent: %4$u"),
                             (guint) session->n_people, (guint) session->n_attended,
                             (guint) session->n_passed, (guint) session->n_absent);
  ggov_report_flow_add_line (flow, total);
}

static guint
add_columns (GgovReportFlow                       *flow,
             const GgovReportTrainingSheetOptions *options)
{
  GgovReportColumn columns[MAX_COLUMNS] = {
    { C_("roster", "No."), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Name"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Place"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Phone"), 0, PANGO_ALIGN_CENTER },
    { options->to_sign ? C_("training", "Signature") : C_("training", "Result"),
      options->to_sign ? SIGNATURE_MM : RESULT_MM, PANGO_ALIGN_LEFT },
  };

  if (!options->with_phones)
    columns[MAX_COLUMNS - 2] = columns[MAX_COLUMNS - 1];

  return ggov_report_flow_add_columns (flow, columns, MAX_COLUMNS - !options->with_phones, 0);
}

static GgovReportFlow *
begin (const GgovTrainingSessionRecord      *session,
       const GgovReportTrainingSheetOptions *options,
       PangoContext                         *context)
{
  /* Translators: the titles of two papers; the place is a sub-district */
  g_autofree char *title =
    options->to_sign ? g_strdup_printf (C_("training", "Attendance sheet of %s"), options->office)
                     : g_strdup_printf (C_("training", "Training sheet of %s"), options->office);

  return ggov_report_flow_new (&(GgovReportFlowOptions) {
    .title = title,
    .as_of = session->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .is_personal = options->with_phones,
    .size = options->size,
    .turn = options->turn,
  }, context);
}

GgovReportPager *
ggov_report_training_sheet_new (GgovTrainingSession                  *session,
                                GListModel                           *rows,
                                const GgovReportTrainingSheetOptions *options,
                                PangoContext                         *context)
{
  const GgovTrainingSessionRecord *record;
  GgovReportFlow *flow;
  guint n;

  g_return_val_if_fail (GGOV_IS_TRAINING_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  record = ggov_training_session_get_record (session);
  n = g_list_model_get_n_items (rows);
  flow = begin (record, options, context);
  add_facts (flow, record);
  ggov_report_flow_add_section (flow, add_columns (flow, options), NULL, NULL,
                                GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovAttendance) row = g_list_model_get_item (rows, i);

      add_row (flow, ggov_attendance_get_record (row), i + 1, options);
    }
  for (guint i = 0; options->to_sign && i < GGOV_REPORT_TRAINING_SPARE; i++)
    add_row (flow, NULL, n + i + 1, options);

  add_total (flow, record, options->to_sign);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
