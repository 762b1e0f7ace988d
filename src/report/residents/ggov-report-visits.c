/* ggov-report-visits.c: sheets of doors to go to, and people of special groups, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-residents-private.h"
#include "ggov-visit-due.h"
#include "ggov-visit-stop.h"

#define NUMBER_MM 9
#define PHONE_MM  28
#define NAME_MM   21 /* four characters */
#define PEOPLE_MM 16
#define RESULT_MM 40
#define FOUND_MM  40

/* Where nothing was entered yet: what is ticked on the way. */
static const char *
get_result (const GgovVisitStopRecord *record)
{
  return record->visit_id == 0
           /* Translators: boxes to tick on a visit sheet, one a line */
           ? C_("visit", "□ met  □ gone over\n□ nobody at home\n□ refused")
           : _ggov_report_residents_get_outcome (record->outcome);
}

static const char *
get_reason (const GgovVisitStopRecord *record)
{
  if (g_strcmp0 (record->reason, "care") == 0)
    return record->groups;

  return C_("visit", "Go over the register");
}

static void
add_stop (GgovReportFlow            *flow,
          const GgovVisitStopRecord *record)
{
  g_autofree char *position = _ggov_report_residents_dup_count (record->position);
  g_autofree char *door = g_strdup_printf ("%s %s", record->place, record->door);
  g_autofree char *phone = _ggov_report_residents_dup_phone (record->phone);
  g_autofree char *members = _ggov_report_residents_dup_count (record->members);
  g_autofree char *absences = record->absences > 0
                              ? _ggov_report_residents_dup_count (record->absences) : g_strdup ("");
  const char *const cells[] = {
    position, door, record->person ? record->person : record->head, members, phone,
    get_reason (record), record->due_on, record->last_on, absences, get_result (record),
    record->visit_id ? record->found : "",
  };

  ggov_report_flow_add_row (flow, cells);
}

GgovReportPager *
ggov_report_visit_sheet_new (GgovVisitRound                   *round,
                             GListModel                       *stops,
                             const GgovReportResidentsOptions *options,
                             PangoContext                     *context)
{
  const GgovReportColumn columns[] = {
    { C_("visit", "No."), NUMBER_MM, PANGO_ALIGN_RIGHT },
    { C_("visit", "Place and door"), 0, PANGO_ALIGN_LEFT },
    { C_("visit", "Whom"), NAME_MM, PANGO_ALIGN_LEFT },
    { C_("visit", "People"), PEOPLE_MM, PANGO_ALIGN_RIGHT },
    { C_("visit", "Phone"), PHONE_MM, PANGO_ALIGN_CENTER },
    { C_("visit", "Why"), 0, PANGO_ALIGN_LEFT },
    { C_("visit", "Due"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("visit", "Last met"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("visit", "Not at home"), GGOV_RESIDENTS_COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("visit", "Result"), RESULT_MM, PANGO_ALIGN_LEFT },
    { C_("visit", "What was found"), FOUND_MM, PANGO_ALIGN_LEFT },
  };
  const GgovVisitRoundRecord *record = ggov_visit_round_get_record (round);
  GgovReportResidentsOptions own = *options;
  g_autofree char *who =
    /* Translators: the number of a visit sheet, who goes, the day */
    g_strdup_printf (C_("visit", "Sheet %1$d · %2$s · %3$s"), (int) record->id,
                     record->visitor ? record->visitor : "", record->day);
  GgovReportFlow *flow;

  own.scope = who;
  if (own.turn == GGOV_REPORT_TURN_AUTO)
    own.turn = GGOV_REPORT_TURN_LANDSCAPE;
  flow = _ggov_report_residents_begin (C_("visit", "Visit Sheet"), TRUE, &own, context);
  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 0),
                                record->grid, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (stops); i++)
    {
      g_autoptr(GgovVisitStop) row = g_list_model_get_item (stops, i);

      add_stop (flow, ggov_visit_stop_get_record (row));
    }

  return _ggov_report_residents_finish (flow);
}

/* Special groups ---------------------------------------------------------------------------------- */

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const GgovVisitDueRecord *x = ggov_visit_due_get_record (*(GgovVisitDue *const *) a);
  const GgovVisitDueRecord *y = ggov_visit_due_get_record (*(GgovVisitDue *const *) b);
  int difference = (x->group_id > y->group_id) - (x->group_id < y->group_id);

  if (difference == 0)
    difference = g_strcmp0 (x->grid_code, y->grid_code);
  if (difference == 0)
    difference = (x->rank > y->rank) - (x->rank < y->rank);

  return difference;
}

static void
add_person (GgovReportFlow           *flow,
            const GgovVisitDueRecord *record)
{
  g_autofree char *door = g_strdup_printf ("%s %s", record->place, record->door);
  g_autofree char *phone = _ggov_report_residents_dup_phone (record->phone);
  g_autofree char *every = _ggov_report_residents_dup_count (record->every_days);
  g_autofree char *late = record->days_late > 0 ? _ggov_report_residents_dup_count (record->days_late)
                                                : g_strdup ("");
  const char *const cells[] = {
    record->grid, record->person, door, phone, record->responsible, every, record->last_on,
    record->due_on, late,
  };

  ggov_report_flow_add_row (flow, cells);
}

static void
add_people (GgovReportFlow *flow,
            GPtrArray      *people,
            guint           columns,
            guint          *n_late)
{
  gint64 group_id = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const GgovVisitDueRecord *record = ggov_visit_due_get_record (people->pdata[i]);

      if (record->group_id != group_id)
        ggov_report_flow_add_section (flow, columns, record->group, NULL, GGOV_REPORT_FLOW_NONE);
      group_id = record->group_id;
      *n_late += record->days_late > 0;
      add_person (flow, record);
    }
}

GgovReportPager *
ggov_report_special_groups_new (GListModel                       *people,
                                const GgovReportResidentsOptions *options,
                                PangoContext                     *context)
{
  const GgovReportColumn columns[] = {
    { C_("visit", "Grid"), 0, PANGO_ALIGN_LEFT },
    { C_("visit", "Whom"), NAME_MM, PANGO_ALIGN_LEFT },
    { C_("visit", "Place and door"), 0, PANGO_ALIGN_LEFT },
    { C_("visit", "Phone"), PHONE_MM, PANGO_ALIGN_CENTER },
    { C_("visit", "Responsible"), 0, PANGO_ALIGN_LEFT },
    { C_("visit", "Every … days"), GGOV_RESIDENTS_COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("visit", "Last met"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("visit", "Due"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("visit", "Days late"), GGOV_RESIDENTS_COUNT_MM, PANGO_ALIGN_RIGHT },
  };
  GgovReportFlow *flow = _ggov_report_residents_begin (C_("visit", "Special Groups"), TRUE, options,
                                                       context);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *total = NULL;
  guint late = 0;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    g_ptr_array_add (rows, g_list_model_get_item (people, i));
  g_ptr_array_sort (rows, compare_people);
  add_people (flow, rows, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 1),
              &late);

  /* Translators: of people in special groups: lines, and for how many a visit is late */
  total = g_strdup_printf (_("%1$u lines; a visit is late for %2$u of them"), rows->len, late);
  ggov_report_flow_add_line (flow, total);

  return _ggov_report_residents_finish (flow);
}
