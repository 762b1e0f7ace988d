/* ggov-text-column.c: columns of texts that are made of a row when it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-cell-tooltip.h"
#include "ggov-text-column.h"

/* How a column's cells are filled. */
typedef struct
{
  GObject              *context; /* (owned) (nullable) */
  const GgovTextColumn *column;
} Filler;

static void
filler_free (gpointer  data,
             GClosure *closure)
{
  Filler *filler = data;

  g_clear_object (&filler->context);
  g_free (filler);
}

static Filler *
filler_new (gpointer              context,
            const GgovTextColumn *column)
{
  Filler *filler = g_new0 (Filler, 1);

  filler->context = context ? g_object_ref (context) : NULL;
  filler->column = column;

  return filler;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Filler                   *filler)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), filler->column->is_number ? 1 : 0);
  if (filler->column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (ggov_cell_show_tooltip), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Filler                   *filler)
{
  g_autofree char *text = filler->column->dup_text (filler->context, gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add (GtkColumnView        *view,
     const GgovTextColumn *column,
     gpointer              context)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) added = NULL;

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), filler_new (context, column),
                         filler_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), filler_new (context, column),
                         filler_free, 0);
  added = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", column->title), factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  if (column->width_px > 0)
    gtk_column_view_column_set_fixed_width (added, column->width_px);
  else
    gtk_column_view_column_set_expand (added, TRUE);
  gtk_column_view_append_column (view, added);
}

void
ggov_text_columns_add (GtkColumnView        *view,
                       const GgovTextColumn *columns,
                       guint                 n,
                       gpointer              context)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (context == NULL || G_IS_OBJECT (context));

  for (guint i = 0; i < n; i++)
    add (view, &columns[i], context);
}
