/* ggov-columns-dialog.h: which columns a table has, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-table-columns.h"

G_BEGIN_DECLS

/**
 * ggov_columns_dialog_show:
 * @page: over whose window it stands
 * @columns: what is chosen; the table shows it at once
 */
void ggov_columns_dialog_show (GtkWidget        *page,
                               GgovTableColumns *columns);

G_END_DECLS
