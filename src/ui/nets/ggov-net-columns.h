/* ggov-net-columns.h: columns of the tables about old nets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GgovNetCellFunc:
 * @item: the row's object
 * @position: the row's place, from 0
 * @css_class: (out) (nullable): a style class of the cell, static; NULL on entry
 *
 * Returns: (transfer full): what the cell says
 */
typedef char *(*GgovNetCellFunc) (gpointer     item,
                                  guint        position,
                                  gpointer     data,
                                  const char **css_class);

/**
 * ggov_net_columns_add:
 * @title: translated
 * @width_px: 0 for what is left
 * @data: (unowned): passed to @func; lives as long as @view
 *
 * Adds a column of texts; one that is cut off is told whole in its tooltip.
 */
void ggov_net_columns_add (GtkColumnView   *view,
                           const char      *title,
                           int              width_px,
                           gboolean         is_number,
                           GgovNetCellFunc  func,
                           gpointer         data);

/* Takes all columns away. */
void ggov_net_columns_clear (GtkColumnView  *view);

G_END_DECLS
