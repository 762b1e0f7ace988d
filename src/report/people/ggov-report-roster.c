/* ggov-report-roster.c: the roster on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-roster-rows-private.h"
#include "ggov-report-roster.h"

#define N_COLUMNS 7

static guint
add_people_columns (GgovReportFlow *flow,
                    gboolean        with_phones)
{
  GgovReportColumn columns[N_COLUMNS] = {
    { C_("roster", "No."), GGOV_REPORT_NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Name"), GGOV_REPORT_NAME_MM, PANGO_ALIGN_LEFT },
    { C_("roster", "Sex"), 0, PANGO_ALIGN_CENTER },
    { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Place"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Phone"), GGOV_REPORT_PHONE_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Since"), GGOV_REPORT_DAY_MM, PANGO_ALIGN_CENTER },
  };

  if (!with_phones)
    columns[5] = columns[6];

  return ggov_report_flow_add_columns (flow, columns, N_COLUMNS - !with_phones, 0);
}

/* @number: from 1 in its section */
static void
add_row (GgovReportFlow         *flow,
         const GgovRosterRecord *record,
         guint                   number,
         gboolean                with_phones)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *place = _ggov_report_roster_dup_place (record, with_phones);
  const char *cells[N_COLUMNS] = {
    text, record->name, record->sex_label, record->role, place,
    with_phones ? record->phone : record->since, record->since,
  };

  ggov_report_flow_add_row (flow, cells);
}

/* @first: of the rows under one heading. Returns: that of the next */
static guint
add_section (GgovReportFlow *flow,
             GListModel     *rows,
             guint           first,
             guint           columns,
             gboolean        with_phones)
{
  g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, first);
  const GgovRosterRecord *record = ggov_roster_row_get_record (row);
  g_autofree char *title = _ggov_report_roster_dup_title (record);
  g_autofree char *note = NULL;
  g_autoptr(GPtrArray) section = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) next = g_list_model_get_item (rows, i);

      if (!_ggov_report_roster_is_same (record, ggov_roster_row_get_record (next)))
        break;
      g_ptr_array_add (section, g_steal_pointer (&next));
    }

  note = _ggov_report_roster_dup_note (record, section->len);
  ggov_report_flow_add_section (flow, columns, title, note, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < section->len; i++)
    add_row (flow, ggov_roster_row_get_record (section->pdata[i]), i + 1, with_phones);

  return first + section->len;
}

GgovReportPager *
ggov_report_roster_new (GListModel                    *rows,
                        const GgovReportRosterOptions *options,
                        PangoContext                  *context)
{
  GgovReportFlow *flow;
  guint columns;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  /* Translators: the title of a list on paper; the place is a sub-district */
  flow = _ggov_report_roster_begin (rows, C_("roster", "Grid roster of %s"),
                                    C_("roster", "Grid roster"), options, context);
  columns = add_people_columns (flow, options->with_phones);
  for (guint i = 0; i < g_list_model_get_n_items (rows);)
    i = add_section (flow, rows, i, columns, options->with_phones);
  _ggov_report_roster_end (flow, rows);

  return GGOV_REPORT_PAGER (flow);
}
