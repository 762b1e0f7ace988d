/* ggov-indicator-rows.h: the issues behind a number, in a list of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"
#include "ggov-store-indicators.h"

G_BEGIN_DECLS

/**
 * ggov_indicator_rows_show:
 * @page: over whose window it stands; asked for win.show-record and win.show-issues
 * @title: what the number is
 * @cell: which number; copied
 */
void ggov_indicator_rows_show (GtkWidget               *page,
                               GgovSession             *session,
                               const char              *title,
                               const GgovIndicatorCell *cell);

/* The same for issues that are known already: (element-type GgovIssue) */
void ggov_issue_rows_show     (GtkWidget               *page,
                               const char              *title,
                               GListModel              *issues);

G_END_DECLS
