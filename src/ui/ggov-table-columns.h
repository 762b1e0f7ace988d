/* ggov-table-columns.h: which columns a table has, in which order, and by which it is sorted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GGOV_TYPE_TABLE_COLUMNS (ggov_table_columns_get_type ())

/* Signal "changed" once the user chose other columns or moved one. */
G_DECLARE_FINAL_TYPE (GgovTableColumns, ggov_table_columns, GGOV, TABLE_COLUMNS, GObject)

/**
 * ggov_table_columns_new:
 * @view: not kept alive; has all columns there are, each with a GgovColumnSorter, by whose name it is
 *   known
 * @n_usual: as many of the first of them are shown until others are chosen
 */
GgovTableColumns  *ggov_table_columns_new       (GtkColumnView       *view,
                                                 guint                n_usual)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none): the names of all columns, shown or not */
const char *const *ggov_table_columns_get_all   (GgovTableColumns    *self);

/* (nullable): what stands above a column */
const char        *ggov_table_columns_get_title (GgovTableColumns    *self,
                                                 const char          *name);

/* (transfer full): the names of those that are shown, in their order */
GStrv              ggov_table_columns_dup       (GgovTableColumns    *self)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* @names: (nullable): to be shown, in this order; NULL, or none that is known, for the usual ones */
void               ggov_table_columns_set       (GgovTableColumns    *self,
                                                 const char *const   *names);

/* The same, as a user's choice: emits "changed". */
void               ggov_table_columns_choose    (GgovTableColumns    *self,
                                                 const char *const   *names);

/* Sorts by a column, as a click on its heading does, if it is shown. */
void               ggov_table_columns_sort      (GgovTableColumns    *self,
                                                 const char          *name,
                                                 gboolean             descending);

G_END_DECLS
