/* ggov-cell-tooltip.h: the whole of a text that a cell may have cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ggov_cell_show_tooltip:
 * @cell: a GtkInscription or GtkLabel
 *
 * For "query-tooltip" of the cells of long lists. A tooltip text of their own would cost each of
 * them a question to the display server, where the pointer is, whenever a line is given to them.
 *
 * Returns: whether there is anything to show
 */
gboolean ggov_cell_show_tooltip (GtkWidget  *cell,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip,
                                 gpointer    user_data);

G_END_DECLS
