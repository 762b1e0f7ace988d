/* ggov-paper-roster.c: the grid roster, and that of the staff alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-people-private.h"
#include "ggov-report-staff.h"

static GgovReportPager *
make_roster (gpointer                 content,
             const GgovPaperOptions  *options,
             PangoContext            *context,
             guint                   *n_counted,
             GError                 **error)
{
  return _ggov_paper_make_people (content, ggov_report_roster_new, options, context, n_counted,
                                  error);
}

static GgovReportPager *
make_staff (gpointer                 content,
            const GgovPaperOptions  *options,
            PangoContext            *context,
            guint                   *n_counted,
            GError                 **error)
{
  return _ggov_paper_make_people (content, ggov_report_staff_new, options, context, n_counted,
                                  error);
}

const GgovPaperKind _ggov_paper_roster = {
  .name = "roster",
  .title = N_("Grid roster"),
  .about = N_("Who holds which post, grid by grid, with totals"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN | GGOV_PAPER_PHONES | GGOV_PAPER_ROLE |
           GGOV_PAPER_TEXT,
  .counts = "posts",
  .read = _ggov_paper_read_rows,
  .free_content = g_object_unref,
  .make = make_roster,
};

const GgovPaperKind _ggov_paper_staff = {
  .name = "staff",
  .title = N_("Roster of communities and grids"),
  .about = N_("The office’s staff first, then each community’s and its grids’"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN | GGOV_PAPER_PHONES,
  .counts = "posts",
  .read = _ggov_paper_read_rows,
  .free_content = g_object_unref,
  .make = make_staff,
};
