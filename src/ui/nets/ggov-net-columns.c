/* ggov-net-columns.c: columns of the tables about old nets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-cell-tooltip.h"
#include "ggov-net-columns.h"

typedef struct
{
  GgovNetCellFunc func;
  gpointer        data;
  gboolean        is_number;
} Filler;

static void
filler_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Filler                   *filler)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), filler->is_number ? 1 : 0);
  gtk_widget_add_css_class (cell, "net-cell");
  if (filler->is_number)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_set_has_tooltip (cell, !filler->is_number);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (ggov_cell_show_tooltip), NULL);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Filler                   *filler)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  const char *css_class = NULL;
  g_autofree char *text = filler->func (gtk_list_item_get_item (item),
                                        gtk_list_item_get_position (item), filler->data,
                                        &css_class);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (css_class)
    gtk_widget_add_css_class (cell, css_class);
  g_object_set_data (G_OBJECT (cell), "net-class", (gpointer) css_class);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Filler                   *filler)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  const char *css_class = g_object_get_data (G_OBJECT (cell), "net-class");

  if (css_class)
    gtk_widget_remove_css_class (cell, css_class);
}

static Filler *
filler_new (GgovNetCellFunc func,
            gpointer        data,
            gboolean        is_number)
{
  Filler *filler = g_new0 (Filler, 1);

  *filler = (Filler) { func, data, is_number };

  return filler;
}

void
ggov_net_columns_add (GtkColumnView   *view,
                      const char      *title,
                      int              width_px,
                      gboolean         is_number,
                      GgovNetCellFunc  func,
                      gpointer         data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb),
                         filler_new (func, data, is_number), filler_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb),
                         filler_new (func, data, is_number), filler_free, 0);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind_cb),
                         filler_new (func, data, is_number), filler_free, 0);

  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width_px > 0)
    gtk_column_view_column_set_fixed_width (column, width_px);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

void
ggov_net_columns_clear (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}
