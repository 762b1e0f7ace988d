/* ggov-report-roster-frame.c: how lists of people begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-roster-rows-private.h"
#include "ggov-report-words-private.h"

#define COUNT_MM 45

/* The place of the name in a title is a translator's. */
static char *
dup_title (const char *title,
           const char *office)
{
  g_auto(GStrv) parts = g_strsplit (title, "%s", 2);

  return g_strjoinv (office, parts);
}

GgovReportFlow *
_ggov_report_roster_begin (GListModel                    *rows,
                           const char                    *title,
                           const char                    *bare_title,
                           const GgovReportRosterOptions *options,
                           PangoContext                  *context)
{
  g_autoptr(GgovRosterRow) first = g_list_model_get_item (rows, 0);
  const char *office = first ? ggov_roster_row_get_record (first)->sub_district : NULL;
  g_autofree char *day = _ggov_report_dup_day (options->as_of);
  g_autofree char *as_of = g_strdup_printf (C_("roster", "As of %s"), day);
  g_autofree char *whole = office ? dup_title (title, office) : g_strdup (bare_title);
  /* Translators: what part of the office the list is of, and the day */
  g_autofree char *subtitle = options->scope ? g_strdup_printf (C_("roster", "%1$s, %2$s"),
                                                                options->scope, as_of)
                                             : g_strdup (as_of);
  const GgovReportFlowOptions flow = {
    .title = whole,
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

void
_ggov_report_roster_end (GgovReportFlow *flow,
                         GListModel     *rows)
{
  add_totals (flow, rows);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);
}
