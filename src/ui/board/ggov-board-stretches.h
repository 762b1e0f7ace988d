/* ggov-board-stretches.h: stretches of time that issues are filtered by, by words that are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-choice.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

/* (transfer full) (element-type GgovChoice): when an issue was filed and when it is due; the first of
 * each is any time. The codes are what is kept: "today" is another day tomorrow. */
GListStore *ggov_board_periods_new  (void) G_GNUC_WARN_UNUSED_RESULT;
GListStore *ggov_board_dues_new     (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_board_period_read:
 * @code: (nullable): of a period; NULL, or one that is not known, for any time
 * @today: number of a local day
 * @filter: gets from when on and before when issues were filed
 *
 * Returns: whether any are left out
 */
gboolean    ggov_board_period_read  (const char      *code,
                                     int              today,
                                     GgovIssueFilter *filter);

/* (nullable): what a code such as 2026-03 is called among those of when issues are due: all of the
 * month, closed or not; NULL where it is no month */
char       *ggov_board_due_dup_month (const char     *code) G_GNUC_WARN_UNUSED_RESULT;

/* Likewise, when they are due, by a code of the list or a month; what is closed is due no more, but in
 * a month that is given. */
gboolean    ggov_board_due_read     (const char      *code,
                                     int              today,
                                     GgovIssueFilter *filter);

G_END_DECLS
