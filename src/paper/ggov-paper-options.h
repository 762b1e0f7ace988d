/* ggov-paper-options.h: of what, when and on which sheets a paper is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-page.h"

G_BEGIN_DECLS

/* A code of a place is as long as that of a community or of a grid. */
#define GGOV_PAPER_COMMUNITY_LENGTH 12
#define GGOV_PAPER_GRID_LENGTH      15

/**
 * GgovPaperOptions:
 * @place: (nullable): code of a community or grid; NULL for all that the office has
 * @day: ISO day that the paper is of
 * @role: (nullable): code of a role or of a family of roles; NULL for all
 * @text: (nullable): words that have to be found; NULL for none
 * @record_id: what the paper is of, where it is of one record: see GgovPaperKind.record; else 0
 * @theme: (nullable): id of a GgovTheme that a map is coloured by; NULL for none
 * @now: the instant at which an issue's time may be up, seconds since 1970-01-01T00:00:00Z
 * @size: of the sheets
 * @turn: how they lie
 * @card: how large cards are, of a paper that is cards
 * @with_phones: whether phones are printed
 * @reason: (nullable): why what is masked is printed whole; NULL leaves it masked
 * @is_disclosed: the log has the reason already
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints
 *
 * What a paper does not take is not looked at. All texts are owned.
 */
typedef struct
{
  char            *place;
  char            *day;
  char            *role;
  char            *text;
  gint64           record_id;
  char            *theme;
  gint64           now;
  GgovReportPaper  size;
  GgovReportTurn   turn;
  GgovReportCard   card;
  gboolean         with_phones;
  char            *reason;
  gboolean         is_disclosed;
  char            *printed_at;
  char            *account;
} GgovPaperOptions;

/* Takes what can be left open as most papers have it: all places, A4, with phones, printed at
 * @now, seconds since 1970-01-01T00:00:00Z. */
GgovPaperOptions *ggov_paper_options_new    (const char             *day,
                                             gint64                  now) G_GNUC_WARN_UNUSED_RESULT;

GgovPaperOptions *ggov_paper_options_copy   (const GgovPaperOptions *self)
                                             G_GNUC_WARN_UNUSED_RESULT;
void              ggov_paper_options_free   (GgovPaperOptions       *self);

/* Whether @place is the code of a grid, not of a community. */
gboolean          ggov_paper_options_is_grid (const GgovPaperOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovPaperOptions, ggov_paper_options_free)

G_END_DECLS
