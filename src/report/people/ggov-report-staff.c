/* ggov-report-staff.c: who works where: the staff of the office, of communities and grids on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-report-roster-rows-private.h"
#include "ggov-report-staff.h"

#define N_COLUMNS 6

/* Of a grid's code, what is its own. */
#define SEQUENCE_LENGTH 3

static guint
add_columns (GgovReportFlow *flow,
             gboolean        with_phones)
{
  GgovReportColumn columns[N_COLUMNS] = {
    { C_("roster", "Grid"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Name"), GGOV_REPORT_NAME_MM, PANGO_ALIGN_LEFT },
    { C_("roster", "Sex"), 0, PANGO_ALIGN_CENTER },
    { C_("roster", "Phone"), GGOV_REPORT_PHONE_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Since"), GGOV_REPORT_DAY_MM, PANGO_ALIGN_CENTER },
  };

  if (!with_phones)
    columns[4] = columns[5];

  return ggov_report_flow_add_columns (flow, columns, N_COLUMNS - !with_phones, 1);
}

static gboolean
is_counted_only (const GgovRosterRecord *record)
{
  return record->building_id != 0;
}

/* "001 Lake", or what the post is held for where it is no grid. */
static char *
dup_place (const GgovRosterRecord *record)
{
  const char *code = record->grid_code;

  if (record->grid_id == 0)
    return g_strdup (record->place);

  return g_strdup_printf ("%s %s", strlen (code) > SEQUENCE_LENGTH
                                     ? code + strlen (code) - SEQUENCE_LENGTH : code, record->grid);
}

static void
add_row (GgovReportFlow         *flow,
         const GgovRosterRecord *record,
         gboolean                with_phones)
{
  g_autofree char *place = dup_place (record);
  g_autofree char *role = _ggov_report_roster_dup_away (record->role, record, with_phones);
  const char *cells[N_COLUMNS] = {
    place, role, record->name, record->sex_label,
    with_phones ? record->phone : record->since, record->since,
  };

  ggov_report_flow_add_row (flow, cells);
}

/* "7 building leaders and 28 unit leaders besides" of a community; NULL where there are none. */
static char *
dup_note (GListModel *rows,
          gint64      community_id)
{
  guint n_buildings = 0, n_units = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);

      if (record->community_id == community_id && is_counted_only (record))
        (*(record->unit_id != 0 ? &n_units : &n_buildings))++;
    }

  if (n_buildings + n_units == 0)
    return NULL;

  /* Translators: how many leaders of buildings, then of units, there are who are not listed */
  return g_strdup_printf (C_("roster", "besides, %1$u building leaders and %2$u unit leaders"),
                          n_buildings, n_units);
}

static void
begin_section (GgovReportFlow         *flow,
               GListModel             *rows,
               const GgovRosterRecord *record,
               guint                   columns)
{
  g_autofree char *note = dup_note (rows, record->community_id);
  const char *title = record->community_id != 0 ? record->community : record->sub_district;

  ggov_report_flow_add_section (flow, columns, title, note,
                                record->community_id != 0 ? GGOV_REPORT_FLOW_NEW_PAGE
                                                          : GGOV_REPORT_FLOW_NONE);
}

GgovReportPager *
ggov_report_staff_new (GListModel                    *rows,
                       const GgovReportRosterOptions *options,
                       PangoContext                  *context)
{
  GgovReportFlow *flow;
  guint columns;
  gint64 community_id = -1;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  /* Translators: the title of a list on paper; the place is a sub-district */
  flow = _ggov_report_roster_begin (rows, C_("roster", "Staff of %s and its grids"),
                                    C_("roster", "Staff of the grids"), options, context);
  columns = add_columns (flow, options->with_phones);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);

      if (is_counted_only (record))
        continue;
      if (record->community_id != community_id)
        begin_section (flow, rows, record, columns);
      community_id = record->community_id;
      add_row (flow, record, options->with_phones);
    }
  _ggov_report_roster_end (flow, rows);

  return GGOV_REPORT_PAGER (flow);
}
