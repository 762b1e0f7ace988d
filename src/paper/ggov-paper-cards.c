/* ggov-paper-cards.c: cards for stairwells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-people-private.h"
#include "ggov-report-cards.h"

static GgovReportPager *
make (gpointer                 content,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  const GgovPaperPosts *posts = content;
  const GgovReportRosterOptions report = _ggov_paper_get_people_options (options, NULL);
  GgovReportCards *cards = ggov_report_cards_new (posts->rows, posts->vacancies, options->place,
                                                  &report, options->card, context);

  if (cards == NULL)
    {
      g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                           _("No building there has units on that day. Check the place and the "
                             "day."));
      return NULL;
    }

  *n_counted = ggov_report_cards_get_n_cards (cards);

  return GGOV_REPORT_PAGER (cards);
}

const GgovPaperKind _ggov_paper_cards = {
  .name = "stairwell-cards",
  .title = N_("Stairwell cards"),
  .about = N_("A card for each stairwell: grid, leaders, phones and a code to scan"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_CARD | GGOV_PAPER_PHONES,
  .counts = "cards",
  .read = _ggov_paper_read_posts,
  .free_content = _ggov_paper_free_posts,
  .make = make,
};
