/* ggov-report-roster.c: the roster on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-flow.h"
#include "ggov-report-roster-rows-private.h"
#include "ggov-report-roster.h"
#include "ggov-report-words-private.h"

/* Widths of columns; what is left goes to the others. */
#define NUMBER_MM 11
#define NAME_MM   23
#define PHONE_MM  27
#define DAY_MM    23
#define COUNT_MM  45

#define N_COLUMNS 7

static GgovReportFlow *
make_flow (GListModel                    *rows,
           const GgovReportRosterOptions *options,
           PangoContext                  *context)
{
  g_autoptr(GgovRosterRow) first = g_list_model_get_item (rows, 0);
  const char *office = first ? ggov_roster_row_get_record (first)->sub_district : NULL;
  g_autofree char *day = _ggov_report_dup_day (options->as_of);
  g_autofree char *as_of = g_strdup_printf (C_("roster", "As of %s"), day);
  /* Translators: the title of a list on paper; the place is a sub-district */
  g_autofree char *title = office ? g_strdup_printf (C_("roster", "Grid roster of %s"), office)
                                  : g_strdup (C_("roster", "Grid roster"));
  /* Translators: what part of the office the list is of, and the day */
  g_autofree char *subtitle = options->scope ? g_strdup_printf (C_("roster", "%1$s, %2$s"),
                                                                options->scope, as_of)
                                             : g_strdup (as_of);
  const GgovReportFlowOptions flow = {
    .title = title,
    .subtitle = subtitle,
    .as_of = options->as_of,
    .printed_at = options->printed_at,
    .account = options->account,
    .is_personal = options->with_phones,
    .size = options->size,
    .turn = options->turn,
  };

  return ggov_report_flow_new (&flow, context);
}

static guint
add_people_columns (GgovReportFlow *flow,
                    gboolean        with_phones)
{
  GgovReportColumn columns[N_COLUMNS] = {
    { C_("roster", "No."), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Name"), NAME_MM, PANGO_ALIGN_LEFT },
    { C_("roster", "Sex"), 0, PANGO_ALIGN_CENTER },
    { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Place"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Phone"), PHONE_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Since"), DAY_MM, PANGO_ALIGN_CENTER },
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
  const char *cells[N_COLUMNS] = {
    text, record->name, record->sex_label, record->role, _ggov_report_roster_get_place (record),
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

/* What is signed is on one page. */
static void
add_totals (GgovReportFlow *flow,
            GListModel     *rows)
{
  g_autoptr(GPtrArray) counts = _ggov_report_roster_count (rows);
  const GgovReportColumn columns[] = {
    { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Posts"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("roster", "People"), COUNT_MM, PANGO_ALIGN_RIGHT },
  };

  ggov_report_flow_add_section (
    flow, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0),
    C_("roster", "Totals"), NULL, GGOV_REPORT_FLOW_KEEP);
  for (guint i = 0; i < counts->len; i++)
    {
      const GgovReportCount *count = counts->pdata[i];
      g_autofree char *posts = g_strdup_printf ("%u", count->n_posts);
      g_autofree char *people = g_strdup_printf ("%u", g_hash_table_size (count->people));
      const char *cells[] = { count->role, posts, people };

      ggov_report_flow_add_row (flow, cells);
    }
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

  flow = make_flow (rows, options, context);
  columns = add_people_columns (flow, options->with_phones);
  for (guint i = 0; i < g_list_model_get_n_items (rows);)
    i = add_section (flow, rows, i, columns, options->with_phones);
  add_totals (flow, rows);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
