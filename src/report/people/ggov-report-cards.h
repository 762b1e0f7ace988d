/* ggov-report-cards.h: a card for each stairwell: which grid it is, and whom to call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"
#include "ggov-report-roster.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_CARDS (ggov_report_cards_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportCards, ggov_report_cards, GGOV, REPORT_CARDS, GObject)

/**
 * ggov_report_cards_new:
 * @rows: (element-type GgovRosterRow): of which those on grids, buildings and units are looked at
 * @vacancies: (element-type GgovVacancy): units without a leader have a card too
 * @place: (nullable): code of the community or grid that vacancies count of
 * @options: copied; sheets are A4 that stand or lie as the cards ask
 * @card: how large a card is
 * @context: from ggov_report_context_new(); kept
 *
 * A card has the grid's name and code, building and unit, its leaders, the grid's full-time member,
 * police and medical member with their phones, and a code with the address card of the full-time
 * member. Sheets have marks to cut along. Without phones there is no code.
 *
 * Returns: (transfer full) (nullable): NULL where there is no unit
 */
GgovReportCards *ggov_report_cards_new         (GListModel                    *rows,
                                                GListModel                    *vacancies,
                                                const char                    *place,
                                                const GgovReportRosterOptions *options,
                                                GgovReportCard                 card,
                                                PangoContext                  *context)
                                                G_GNUC_WARN_UNUSED_RESULT;

guint            ggov_report_cards_get_n_cards (GgovReportCards               *self);

G_END_DECLS
