/* ggov-compare-window.h: what a plan would change: grids, households and posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-draft.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_compare_window_show:
 * @page: whose window it belongs to
 * @draft: any plan; it is set beside the one that it follows
 *
 * Tables of the grids before and after, of the buildings whose households get another worker, and
 * of posts on grids that are given up; a map with the borders of both; and all that on paper.
 */
void  ggov_compare_window_show (GtkWidget          *page,
                                GgovSession        *session,
                                GgovDraft          *draft);

/* (transfer full): how many households change their worker, in a sentence */
char *ggov_compare_dup_summary (GgovPlanComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
