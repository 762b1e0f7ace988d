/* ggov-column-sorter.h: how the heading of a column says what a list is to be asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GgovColumnSorter:
 *
 * The sorter of a column whose list is sorted by the store. It sorts nothing: it makes the heading one
 * that can be clicked, and has the writable property "column", the name the store knows the column by.
 */
#define GGOV_TYPE_COLUMN_SORTER (ggov_column_sorter_get_type ())

G_DECLARE_FINAL_TYPE (GgovColumnSorter, ggov_column_sorter, GGOV, COLUMN_SORTER, GtkSorter)

/**
 * ggov_column_sorter_read:
 * @view: all of whose columns have a GgovColumnSorter, or none
 * @descending: (out): whether the last come first
 *
 * Finds out by which column a user wants a table sorted. To be asked when the sorter of @view tells
 * that it has changed.
 *
 * Returns: (nullable): the column's name, or NULL if there is no wish
 */
const char *ggov_column_sorter_read (GtkColumnView *view,
                                     gboolean      *descending);

/* The name the store knows the column by. */
const char *ggov_column_sorter_get_column (GgovColumnSorter *self);

G_END_DECLS
