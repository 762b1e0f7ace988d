/* ggov-print.h: paper from a page of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-report-pager.h"

G_BEGIN_DECLS

/* (transfer full): prints the pages of @pager, each on a whole sheet, once it is run */
GtkPrintOperation *ggov_print_operation_new (GgovReportPager *pager) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_print_pager:
 * @page: a widget in the window; asked for win.show-message if it cannot be printed
 * @preview: show how it will look instead of asking for a printer
 *
 * Prints the pages, through the system's dialog. They are drawn while the window goes on.
 */
void               ggov_print_pager         (GtkWidget       *page,
                                             GgovReportPager *pager,
                                             gboolean         preview);

G_END_DECLS
