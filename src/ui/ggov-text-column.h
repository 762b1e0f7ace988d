/* ggov-text-column.h: columns of texts that are made of a row when it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GgovTextFunc:
 * @context: what ggov_text_columns_add() was given
 * @row: of the list
 *
 * Returns: (transfer full): what the column says of a row
 */
typedef char *(*GgovTextFunc) (gpointer context,
                               gpointer row);

/**
 * GgovTextColumn:
 * @title: marked for translation in the context "column"
 * @width_px: 0 for what is left
 * @is_number: whether it is set to the right
 */
typedef struct
{
  const char   *title;
  GgovTextFunc  dup_text;
  int           width_px;
  gboolean      is_number;
} GgovTextColumn;

/**
 * ggov_text_columns_add:
 * @columns: (array length=n): static
 * @context: (nullable): a GObject; the columns keep it
 *
 * Adds columns to a view. A text that does not fit is in the tooltip.
 */
void ggov_text_columns_add (GtkColumnView        *view,
                            const GgovTextColumn *columns,
                            guint                 n,
                            gpointer              context);

G_END_DECLS
