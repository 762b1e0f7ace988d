/* ggov-report-register.c: a household, and the register by building, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-residents-private.h"
#include "ggov-resident.h"
#include "ggov-visit.h"

#define NAME_MM     21 /* four characters */
#define SEX_MM      16
#define DOOR_MM     16
#define IDENTITY_MM 40
#define PHONE_MM    28

/* Columns of people; those of a household lack the door. */
#define PEOPLE_COLUMNS \
  { C_("residents", "Name"), NAME_MM, PANGO_ALIGN_LEFT }, \
  { C_("residents", "Relation"), 0, PANGO_ALIGN_LEFT }, \
  { C_("residents", "Sex"), SEX_MM, PANGO_ALIGN_CENTER }, \
  { C_("residents", "Age"), GGOV_RESIDENTS_AGE_MM, PANGO_ALIGN_RIGHT }, \
  { C_("residents", "Identity number"), IDENTITY_MM, PANGO_ALIGN_CENTER }, \
  { C_("residents", "Phone"), PHONE_MM, PANGO_ALIGN_CENTER }, \
  { C_("residents", "Stay"), 0, PANGO_ALIGN_LEFT }, \
  { C_("residents", "Special groups"), 0, PANGO_ALIGN_LEFT }, \
  { C_("residents", "Confirmed"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER }
#define N_PEOPLE_COLUMNS 9

/* @cells: room for N_PEOPLE_COLUMNS; they are the caller's */
static void
fill_person (const GgovReportResidentsOptions *options,
             const GgovResidentRecord         *record,
             char                            **cells)
{
  *cells++ = g_strdup (record->name);
  *cells++ = _ggov_report_residents_dup_value (options, "relation", record->relation);
  *cells++ = g_strdup (record->sex_label);
  *cells++ = record->age >= 0 ? _ggov_report_residents_dup_count (record->age) : g_strdup ("");
  *cells++ = _ggov_report_residents_dup_identity (record->identity_number);
  *cells++ = _ggov_report_residents_dup_phone (record->phone);
  *cells++ = g_strdup (_ggov_report_residents_get_stay (record->registered, record->living));
  *cells++ = g_strdup (record->group_names);
  *cells++ = g_strdup (record->confirmed_on ? record->confirmed_on : "");
}

/* A household ------------------------------------------------------------------------------------- */

static void
add_members (GgovReportFlow                   *flow,
             GListModel                       *members,
             const GgovReportResidentsOptions *options)
{
  const GgovReportColumn columns[] = { PEOPLE_COLUMNS };

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    N_PEOPLE_COLUMNS, 0),
                                C_("residents", "Who is of it"), NULL, GGOV_REPORT_FLOW_KEEP);
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (members, i);
      char *cells[N_PEOPLE_COLUMNS];

      fill_person (options, ggov_resident_get_record (row), cells);
      ggov_report_flow_take_row (flow, cells);
    }
}

static void
add_visits (GgovReportFlow *flow,
            GListModel     *visits)
{
  const GgovReportColumn columns[] = {
    { C_("residents", "Day"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("residents", "Who went"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "Whom it was about"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "What came of it"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "What was found"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "Issue"), 0, PANGO_ALIGN_CENTER },
  };

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 0),
                                C_("residents", "Visits"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(GgovVisit) row = g_list_model_get_item (visits, i);
      const GgovVisitRecord *record = ggov_visit_get_record (row);
      const char *const cells[] = {
        record->day, record->visitor, record->person ? record->person : record->head,
        _ggov_report_residents_get_outcome (record->outcome), record->found, record->issue,
      };

      ggov_report_flow_add_row (flow, cells);
    }
}

/* What is known of the household as such; lines that would be empty are left out. */
static void
add_facts (GgovReportFlow            *flow,
           const GgovHouseholdRecord *record)
{
  const struct { const char *label, *value; } facts[] = {
    { C_("residents", "Place"), record->place },
    { C_("residents", "Door"), record->door },
    { C_("residents", "Grid"), record->grid },
    { C_("residents", "Head"), record->head },
    { C_("residents", "Number in the book of the police"), record->number },
    { C_("residents", "There since"), record->formed_on },
    { C_("residents", "Until"), record->ended_on },
    { C_("residents", "Last gone over"), record->confirmed_on },
    { C_("residents", "Last met"), record->visited_on },
  };
  const GgovReportColumn columns[] = {
    { C_("residents", "Household"), 52, PANGO_ALIGN_LEFT },
    { "", 0, PANGO_ALIGN_LEFT },
  };

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns, 2, 0), NULL, NULL,
                                GGOV_REPORT_FLOW_KEEP);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].value && *facts[i].value)
      ggov_report_flow_add_row (flow, (const char *const[]) { facts[i].label, facts[i].value });
}

GgovReportPager *
ggov_report_household_new (GgovHousehold                    *household,
                           GListModel                       *members,
                           GListModel                       *visits,
                           const GgovReportResidentsOptions *options,
                           PangoContext                     *context)
{
  GgovReportFlow *flow = _ggov_report_residents_begin (C_("residents", "Household Sheet"), TRUE,
                                                       options, context);

  add_facts (flow, ggov_household_get_record (household));
  add_members (flow, members, options);
  add_visits (flow, visits);

  return _ggov_report_residents_finish (flow);
}

/* By building ------------------------------------------------------------------------------------- */

static void
add_total (GgovReportFlow *flow,
           guint           n_people,
           guint           n_living,
           guint           n_registered)
{
  g_autofree char *total =
    /* Translators: of a list of residents: lines, of these who lives there, who is registered there */
    g_strdup_printf (_("%1$u lines: %2$u live there, %3$u are registered there"), n_people, n_living,
                     n_registered);

  ggov_report_flow_add_line (flow, total);
}

GgovReportPager *
ggov_report_register_new (GListModel                       *residents,
                          const GgovReportResidentsOptions *options,
                          PangoContext                     *context)
{
  const GgovReportColumn columns[] = {
    { C_("residents", "Door"), DOOR_MM, PANGO_ALIGN_CENTER },
    PEOPLE_COLUMNS,
  };
  GgovReportFlow *flow = _ggov_report_residents_begin (C_("residents", "Register by Building"), TRUE,
                                                       options, context);
  const guint kind = ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 1);
  const guint n = g_list_model_get_n_items (residents);
  gint64 unit_id = -1;
  guint living = 0, registered = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (residents, i);
      const GgovResidentRecord *record = ggov_resident_get_record (row);
      char *cells[N_PEOPLE_COLUMNS + 1] = { g_strdup (record->door) };

      if (record->unit_id != unit_id)
        ggov_report_flow_add_section (flow, kind, record->place, record->grid,
                                      GGOV_REPORT_FLOW_NONE);
      unit_id = record->unit_id;
      living += record->living != 0;
      registered += record->registered != 0;
      fill_person (options, record, cells + 1);
      ggov_report_flow_take_row (flow, cells);
    }
  add_total (flow, n, living, registered);

  return _ggov_report_residents_finish (flow);
}
