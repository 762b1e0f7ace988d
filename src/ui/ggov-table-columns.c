/* ggov-table-columns.c: which columns a table has, in which order, and by which it is sorted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-column-sorter.h"
#include "ggov-table-columns.h"

struct _GgovTableColumns
{
  GObject        parent_instance;

  GtkColumnView *view;     /* (weak) (nullable) */
  GPtrArray     *columns;  /* (element-type GtkColumnViewColumn): all; where one of the view is hidden,
                            * GTK 4.8 lets no other expand, so that those not shown are taken out */
  GPtrArray     *names;    /* (element-type utf8) (unowned): of the same; NULL at the end */
  guint          n_usual;
  gboolean       is_quiet; /* the program changes them, not the user */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovTableColumns, ggov_table_columns, G_TYPE_OBJECT)

static const char *
get_name (GtkColumnViewColumn *column)
{
  return ggov_column_sorter_get_column (
    GGOV_COLUMN_SORTER (gtk_column_view_column_get_sorter (column)));
}

static GtkColumnViewColumn *
find (GgovTableColumns *self,
      const char       *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (self->names->pdata[i], name))
      return self->columns->pdata[i];

  return NULL;
}

/* A column is moved by taking it away and putting it back. */
static void
items_changed_cb (GgovTableColumns *self,
                  guint             position,
                  guint             removed,
                  guint             added)
{
  if (!self->is_quiet && added > 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ggov_table_columns_finalize (GObject *object)
{
  GgovTableColumns *self = GGOV_TABLE_COLUMNS (object);

  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_table_columns_parent_class)->finalize (object);
}

static void
ggov_table_columns_class_init (GgovTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_table_columns_finalize;

  signals[CHANGED] = g_signal_new ("changed", GGOV_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ggov_table_columns_init (GgovTableColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_ptr_array_new ();
}

GgovTableColumns *
ggov_table_columns_new (GtkColumnView *view,
                        guint          n_usual)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GgovTableColumns *self = g_object_new (GGOV_TYPE_TABLE_COLUMNS, NULL);

  g_set_weak_pointer (&self->view, view);
  self->n_usual = n_usual;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      GtkColumnViewColumn *column = g_list_model_get_item (columns, i);

      g_ptr_array_add (self->columns, column);
      g_ptr_array_add (self->names, (gpointer) get_name (column));
    }
  g_ptr_array_add (self->names, NULL);
  ggov_table_columns_set (self, NULL);
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

const char *const *
ggov_table_columns_get_all (GgovTableColumns *self)
{
  g_return_val_if_fail (GGOV_IS_TABLE_COLUMNS (self), NULL);

  return (const char *const *) self->names->pdata;
}

const char *
ggov_table_columns_get_title (GgovTableColumns *self,
                              const char       *name)
{
  GtkColumnViewColumn *column;

  g_return_val_if_fail (GGOV_IS_TABLE_COLUMNS (self), NULL);

  column = find (self, name);

  return column ? gtk_column_view_column_get_title (column) : NULL;
}

GStrv
ggov_table_columns_dup (GgovTableColumns *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  GListModel *shown;

  g_return_val_if_fail (GGOV_IS_TABLE_COLUMNS (self), NULL);

  shown = self->view ? gtk_column_view_get_columns (self->view) : NULL;
  for (guint i = 0; shown && i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      g_strv_builder_add (names, get_name (column));
    }

  return g_strv_builder_end (names);
}

/* (transfer container): what is to be shown, each once. */
static GPtrArray *
list_wanted (GgovTableColumns  *self,
             const char *const *names)
{
  GPtrArray *wanted = g_ptr_array_new ();
  GtkColumnViewColumn *column;

  for (guint i = 0; names && names[i]; i++)
    if ((column = find (self, names[i])) && !g_ptr_array_find (wanted, column, NULL))
      g_ptr_array_add (wanted, column);
  for (guint i = 0, none = wanted->len == 0; none && i < self->n_usual; i++)
    g_ptr_array_add (wanted, self->columns->pdata[i]);

  return wanted;
}

/* Whether the view has it now. */
static gboolean
is_shown (GgovTableColumns    *self,
          GtkColumnViewColumn *column)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) one = g_list_model_get_item (shown, i);

      if (one == column)
        return TRUE;
    }

  return FALSE;
}

void
ggov_table_columns_set (GgovTableColumns  *self,
                        const char *const *names)
{
  g_autoptr(GPtrArray) wanted = NULL;

  g_return_if_fail (GGOV_IS_TABLE_COLUMNS (self) && self->view);

  wanted = list_wanted (self, names);
  self->is_quiet = TRUE;
  for (guint i = 0; i < wanted->len; i++)
    gtk_column_view_insert_column (self->view, i, wanted->pdata[i]);
  for (guint i = 0; i < self->columns->len; i++)
    if (!g_ptr_array_find (wanted, self->columns->pdata[i], NULL) &&
        is_shown (self, self->columns->pdata[i]))
      gtk_column_view_remove_column (self->view, self->columns->pdata[i]);
  self->is_quiet = FALSE;
}

void
ggov_table_columns_choose (GgovTableColumns  *self,
                           const char *const *names)
{
  g_return_if_fail (GGOV_IS_TABLE_COLUMNS (self));

  ggov_table_columns_set (self, names);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ggov_table_columns_sort (GgovTableColumns *self,
                         const char       *name,
                         gboolean          descending)
{
  GtkColumnViewColumn *column;

  g_return_if_fail (GGOV_IS_TABLE_COLUMNS (self) && self->view);
  g_return_if_fail (name != NULL);

  column = find (self, name);
  if (column && is_shown (self, column))
    gtk_column_view_sort_by_column (self->view, column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
