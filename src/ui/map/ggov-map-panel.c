/* ggov-map-panel.c: beside the map: the list of grids, and what is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-map-panel.h"

struct _GgovMapPanel
{
  AdwBin              parent_instance;

  gboolean            is_told; /* while the selection is set from outside */

  /* From the template. */
  GgovMapDetails     *details;
  GListStore         *grids; /* (element-type GgovGrid) */
  GtkListView        *list;
  GtkWidget          *scroller;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (GgovMapPanel, ggov_map_panel, ADW_TYPE_BIN)

static gint64
get_selected (GgovMapPanel *self)
{
  GgovGrid *grid = gtk_single_selection_get_selected_item (self->selection);

  return grid ? ggov_grid_get_id (grid) : 0;
}

static void
selected_cb (GgovMapPanel *self)
{
  gint64 id = get_selected (self);

  if (!self->is_told && id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.select-grid", "x", id);
}

static void
row_activated_cb (GgovMapPanel *self,
                  guint         position)
{
  g_autoptr(GgovGrid) grid = g_list_model_get_item (G_LIST_MODEL (self->grids), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "map.zoom-to-grid", "x", ggov_grid_get_id (grid));
}

static GtkWidget *
new_label (const char *style,
           float       xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* Number and name above community and member, households at the end. */
static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *households = new_label ("numeric", 1);

  gtk_box_append (GTK_BOX (words), new_label (NULL, 0));
  gtk_box_append (GTK_BOX (words), new_label ("caption", 0));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), households);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GgovGrid *grid = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_first_child (row);
  const char *member = ggov_grid_get_member (grid);
  g_autofree char *title = g_strdup_printf ("%s  %s", ggov_grid_get_number (grid),
                                            ggov_grid_get_name (grid));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", ggov_grid_get_community (grid),
                                               member ? member : _("Vacant"));
  g_autofree char *households =
    g_strdup_printf (ngettext ("%d household", "%d households", ggov_grid_get_households (grid)),
                     ggov_grid_get_households (grid));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), subtitle);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), households);
}

static void
ggov_map_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GGOV_TYPE_MAP_PANEL);

  G_OBJECT_CLASS (ggov_map_panel_parent_class)->dispose (object);
}

static void
ggov_map_panel_class_init (GgovMapPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_map_panel_dispose;

  g_type_ensure (GGOV_TYPE_GRID);
  g_type_ensure (GGOV_TYPE_MAP_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/map/ggov-map-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovMapPanel, details);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPanel, grids);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPanel, list);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPanel, selection);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
}

static void
ggov_map_panel_init (GgovMapPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_map_panel_set_places (GgovMapPanel *self,
                           GgovPlaces   *places)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  gint64 selected = get_selected (self);

  g_return_if_fail (GGOV_IS_MAP_PANEL (self));

  for (guint i = 0; i < ggov_places_get_n_grids (places); i++)
    g_ptr_array_add (rows, ggov_places_get_grid (places, i));

  self->is_told = TRUE;
  g_list_store_splice (self->grids, 0, g_list_model_get_n_items (G_LIST_MODEL (self->grids)),
                       rows->pdata, rows->len);
  self->is_told = FALSE;

  gtk_widget_set_visible (self->scroller, rows->len > 0);
  ggov_map_panel_select_grid (self, selected);
}

void
ggov_map_panel_select_grid (GgovMapPanel *self,
                            gint64        grid_id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GGOV_IS_MAP_PANEL (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->grids)); i++)
    {
      g_autoptr(GgovGrid) grid = g_list_model_get_item (G_LIST_MODEL (self->grids), i);

      if (ggov_grid_get_id (grid) == grid_id)
        position = i;
    }

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->is_told = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_told = FALSE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

GgovMapDetails *
ggov_map_panel_get_details (GgovMapPanel *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_PANEL (self), NULL);

  return self->details;
}
