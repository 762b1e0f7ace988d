/* ggov-roster-list-columns.c: which columns the roster's table has, and lines in these columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-column-sorter.h"
#include "ggov-roster-list-private.h"

GgovTableColumns *
ggov_roster_list_get_table (GgovRosterList *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  return self->columns;
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
  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));

  ggov_table_columns_sort (self->columns, column, descending);
}

void
ggov_roster_list_set_columns (GgovRosterList     *self,
                              const char *const  *codes)
{
  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));

  ggov_table_columns_set (self->columns, codes);
}

guint
ggov_roster_list_read_columns (GgovRosterList   *self,
                               GgovRosterColumn *columns)
{
  g_auto(GStrv) codes = ggov_roster_list_dup_columns (self);

  return codes ? ggov_roster_columns_parse ((const char *const *) codes, columns) : 0;
}

GStrv
ggov_roster_list_dup_columns (GgovRosterList *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  return ggov_table_columns_dup (self->columns);
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
