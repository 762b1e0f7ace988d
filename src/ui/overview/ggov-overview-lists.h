/* ggov-overview-lists.h: what is due next, and what was done last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-office-clock.h"

G_BEGIN_DECLS

/**
 * ggov_overview_fill_due:
 * @issues: (element-type GgovIssue): open ones
 * @clock: the office's clock
 * @now: seconds since 1970-01-01T00:00:00Z
 *
 * Shows the few that are due first.
 */
void ggov_overview_fill_due     (GtkListBox      *list,
                                 GListModel      *issues,
                                 GgovOfficeClock *clock,
                                 gint64           now);

/* @changes: (element-type GgovChangeEntry): newest first */
void ggov_overview_fill_changes (GtkListBox      *list,
                                 GListModel      *changes);

G_END_DECLS
