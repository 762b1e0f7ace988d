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

/* Likewise, when they are due; what is closed is due no more. */
gboolean    ggov_board_due_read     (const char      *code,
                                     int              today,
                                     GgovIssueFilter *filter);

G_END_DECLS
