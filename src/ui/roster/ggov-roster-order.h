/* ggov-roster-order.h: what the tables of this page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text that sorts as people count: 3号楼 before 12号楼. */
char *ggov_roster_order_dup_key   (const char    *text) G_GNUC_WARN_UNUSED_RESULT;

/* Moves a line of a table into sight, once the table has its size. */
void  ggov_roster_order_scroll_to (GtkColumnView *column_view,
                                   guint          position);

G_END_DECLS
