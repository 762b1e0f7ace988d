/* ggov-roster-list-columns.c: which columns the roster's table has, and lines in these columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-column-sorter.h"
#include "ggov-roster-list-private.h"

static GgovRosterColumn
get_column (gpointer column)
{
  const char *code = ggov_column_sorter_get_column (
    GGOV_COLUMN_SORTER (gtk_column_view_column_get_sorter (column)));
  GgovRosterColumn found = GGOV_ROSTER_COLUMN_GRID;

  if (!ggov_roster_column_from_code (code, &found))
    g_critical ("the roster has no column “%s”", code);

  return found;
}

void
_ggov_roster_list_keep_columns (GgovRosterList *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->column_view);

  g_assert (g_list_model_get_n_items (shown) == GGOV_ROSTER_N_COLUMNS);

  self->columns = g_ptr_array_new_full (GGOV_ROSTER_N_COLUMNS, g_object_unref);
  g_ptr_array_set_size (self->columns, GGOV_ROSTER_N_COLUMNS);
  for (guint i = 0; i < GGOV_ROSTER_N_COLUMNS; i++)
    {
      GtkColumnViewColumn *column = g_list_model_get_item (shown, i);

      self->columns->pdata[get_column (column)] = column;
    }
}

const char *
ggov_roster_list_get_order (GgovRosterList *self,
                            gboolean       *descending)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  return ggov_column_sorter_read (self->column_view, descending);
}

void
ggov_roster_list_set_order (GgovRosterList *self,
                            const char     *column,
                            gboolean        descending)
{
  GListModel *columns;

  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));
  g_return_if_fail (column != NULL);

  columns = gtk_column_view_get_columns (self->column_view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) one = g_list_model_get_item (columns, i);

      if (g_str_equal (ggov_roster_column_get_code (get_column (one)), column))
        gtk_column_view_sort_by_column (self->column_view, one,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

static void
hide_column (GgovRosterList      *self,
             GtkColumnViewColumn *column)
{
  GListModel *shown = gtk_column_view_get_columns (self->column_view);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) one = g_list_model_get_item (shown, i);

      if (one == column)
        {
          gtk_column_view_remove_column (self->column_view, column);
          return;
        }
    }
}

void
ggov_roster_list_set_columns (GgovRosterList     *self,
                              const char *const  *codes)
{
  GgovRosterColumn columns[GGOV_ROSTER_N_COLUMNS];
  gboolean is_shown[GGOV_ROSTER_N_COLUMNS] = { FALSE };
  gboolean was_quiet = self->is_quiet;
  guint n;

  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));

  n = codes ? ggov_roster_columns_parse (codes, columns) : 0;
  for (guint i = 0; n == 0 && i < GGOV_ROSTER_N_USUAL; i++)
    columns[i] = i;
  if (n == 0)
    n = GGOV_ROSTER_N_USUAL;

  self->is_quiet = TRUE;
  for (guint i = 0; i < n; i++)
    {
      is_shown[columns[i]] = TRUE;
      gtk_column_view_insert_column (self->column_view, i,
                                     g_ptr_array_index (self->columns, columns[i]));
    }
  for (guint i = 0; i < GGOV_ROSTER_N_COLUMNS; i++)
    if (!is_shown[i])
      hide_column (self, g_ptr_array_index (self->columns, i));
  self->is_quiet = was_quiet;
}

guint
ggov_roster_list_read_columns (GgovRosterList   *self,
                               GgovRosterColumn *columns)
{
  GListModel *all;
  guint n = 0;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), 0);

  all = gtk_column_view_get_columns (self->column_view);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      columns[n++] = get_column (column);
    }

  return n;
}

GStrv
ggov_roster_list_dup_columns (GgovRosterList *self)
{
  GgovRosterColumn columns[GGOV_ROSTER_N_COLUMNS];
  guint n = ggov_roster_list_read_columns (self, columns);
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (codes, ggov_roster_column_get_code (columns[i]));

  return g_strv_builder_end (codes);
}

/* Rows ------------------------------------------------------------------------------------ */

static GHashTable *
index_rows (GListModel *rows)
{
  GHashTable *by_post = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      GgovRosterRow *row = g_list_model_get_item (rows, i);

      g_hash_table_insert (by_post, (gpointer) &ggov_roster_row_get_record (row)->post_id, row);
    }

  return by_post;
}

GListModel *
ggov_roster_list_sort (GgovRosterList *self,
                       GListModel     *rows)
{
  g_autoptr(GHashTable) by_post = NULL;
  g_autoptr(GArray) keys = NULL;
  g_autoptr(GPtrArray) sorted = NULL;
  GListStore *store;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  by_post = index_rows (rows);
  keys = ggov_paged_list_copy_keys (self->posts);
  sorted = g_ptr_array_new ();
  for (guint i = 0; keys && i < keys->len; i++)
    {
      gpointer row = g_hash_table_lookup (by_post, &g_array_index (keys, GgovRowKey, i).id);

      if (row)
        g_ptr_array_add (sorted, row);
    }

  /* The list may not be there yet, or be of another filter by now. */
  if (sorted->len != g_list_model_get_n_items (rows))
    return g_object_ref (rows);

  store = g_list_store_new (GGOV_TYPE_ROSTER_ROW);
  g_list_store_splice (store, 0, 0, sorted->pdata, sorted->len);

  return G_LIST_MODEL (store);
}

static void
append_cells (GString                *out,
              const GgovRosterColumn *columns,
              guint                   n_columns,
              GgovRosterRow          *row)
{
  for (guint i = 0; i < n_columns; i++)
    {
      const char *text = row ? ggov_roster_column_get_text (columns[i],
                                                            ggov_roster_row_get_record (row))
                             : ggov_roster_column_get_title (columns[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "", text ? text : "");
    }
  g_string_append_c (out, '\n');
}

char *
ggov_roster_list_dup_text (GgovRosterList *self,
                           GListModel     *rows)
{
  GgovRosterColumn columns[GGOV_ROSTER_N_COLUMNS];
  guint n_columns;
  GString *out;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  n_columns = ggov_roster_list_read_columns (self, columns);
  out = g_string_new (NULL);
  append_cells (out, columns, n_columns, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      append_cells (out, columns, n_columns, row);
    }

  return g_string_free (out, FALSE);
}
