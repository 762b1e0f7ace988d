/* ggov-columns-dialog.h: which columns the roster has, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-list.h"

G_BEGIN_DECLS

/**
 * ggov_columns_dialog_show:
 * @page: over whose window it stands
 * @list: whose columns are chosen; it shows them at once and emits "columns-changed"
 */
void ggov_columns_dialog_show (GtkWidget      *page,
                               GgovRosterList *list);

G_END_DECLS
