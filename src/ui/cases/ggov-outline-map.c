/* ggov-outline-map.c: a small map on which a structure is drawn, with its area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-icon-button.h"
#include "ggov-map-canvas.h"
#include "ggov-measure-text.h"
#include "ggov-outline-map.h"
#include "ggov-outline-tool.h"
#include "ggov-store-places.h"
#include "ggov-store-structures.h"
#include "ggov-structure-layer.h"

#define HEIGHT_PX 300

/* A house fills a good part of the map. */
#define HOUSE_ZOOM 19.0

struct _GgovOutlineMap
{
  AdwBin              parent_instance;

  GgovSession        *session;
  GgovMeasure        *outline;
  GgovOutlineTool    *tool;
  GgovMapCanvas      *canvas; /* (unowned) */
  GgovStructureLayer *others; /* (unowned): of the canvas */
  GtkWidget          *label;  /* (unowned) */
  gint64              structure_id;
  gint64              grid_id;
  gint64              building_id;
};

G_DEFINE_FINAL_TYPE (GgovOutlineMap, ggov_outline_map, ADW_TYPE_BIN)

static void
update (GgovOutlineMap *self)
{
  guint n = ggov_measure_get_n_points (self->outline);
  double area_m2 = ggov_measure_get_area_m2 (self->outline);
  g_autofree char *area = ggov_measure_dup_area (area_m2);
  g_autofree char *text = NULL;

  if (area_m2 < 0)
    text = g_strdup (_("The outline crosses itself."));
  else if (n == 0)
    text = g_strdup (_("Click on the corners; Enter closes the outline, Esc takes it away. By keys: "
                       "arrows move the map, Space puts a corner at the cross."));
  else if (ggov_measure_is_finished (self->outline))
    /* Translators: how many corners, and an area */
    text = g_strdup_printf (ngettext ("%1$u corner, %2$s", "%1$u corners, %2$s", n), n, area);
  else
    text = g_strdup_printf (ngettext ("%1$u corner, %2$s. Enter closes the outline.",
                                      "%1$u corners, %2$s. Enter closes the outline.", n), n, area);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.take-back", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.clear", n > 0);
}

/* Where it is ---------------------------------------------------------------------------------- */

static GgovGeoBounds
find_bounds (GgovOutlineMap *self,
             GgovPlaces     *places)
{
  GgovGeoFootprints *footprints = ggov_places_get_footprints (places);
  GgovGeoSubdivision *subdivision = ggov_places_find_subdivision (places, self->grid_id);
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  double edges[4];
  guint n, i;
  const double *path = ggov_measure_get_path (self->outline, &n, NULL);

  for (guint k = 0; k < n; k++)
    ggov_geo_bounds_add (&bounds, path[2 * k], path[2 * k + 1]);
  if (n == 0 && self->building_id != 0 &&
      ggov_geo_footprints_find_id (footprints, self->building_id, &i))
    {
      const GgovGeoBounds *house = ggov_geo_footprints_get_bounds (footprints, i);

      ggov_geo_bounds_add (&bounds, (house->min_lon + house->max_lon) / 2,
                           (house->min_lat + house->max_lat) / 2);
    }
  else if (n == 0 && subdivision &&
           ggov_geo_subdivision_get_bounds (subdivision, self->grid_id, edges))
    bounds = (GgovGeoBounds) { edges[0], edges[1], edges[2], edges[3] };

  return bounds;
}

static void
places_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovOutlineMap) self = user_data;
  g_autoptr(GgovPlaces) places = ggov_store_load_map_finish (GGOV_STORE (object), result, NULL);
  GgovGeoBounds bounds;

  if (places == NULL || self->canvas == NULL)
    return;

  /* The first places are fitted into view: where to look is said after them. */
  ggov_map_canvas_set_places (self->canvas, places);
  ggov_map_canvas_select (self->canvas, self->grid_id, self->building_id);
  bounds = find_bounds (self, places);
  if (!ggov_geo_bounds_is_empty (&bounds))
    ggov_map_canvas_show_bounds (self->canvas, &bounds, HOUSE_ZOOM);
}

static void
others_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovOutlineMap) self = user_data;
  g_autoptr(GListModel) structures = ggov_store_list_structures_finish (GGOV_STORE (object), result,
                                                                        NULL);

  if (structures && self->others)
    ggov_structure_layer_set (self->others, structures, self->structure_id);
}

static void
read_map (GgovOutlineMap *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *today = ggov_session_get_today (self->session);

  ggov_store_load_map_async (store, today, NULL, NULL, places_cb, g_object_ref (self));
  ggov_store_list_structures_async (store, 0, today, NULL, others_cb, g_object_ref (self));
}

/* Actions -------------------------------------------------------------------------------------- */

static void
take_back_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ggov_measure_remove_last (GGOV_OUTLINE_MAP (widget)->outline);
}

static void
clear_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ggov_measure_clear (GGOV_OUTLINE_MAP (widget)->outline);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovOutlineMap *self = GGOV_OUTLINE_MAP (widget);

  if (g_str_equal (action_name, "map.zoom-in"))
    ggov_map_canvas_zoom_in (self->canvas);
  else if (g_str_equal (action_name, "map.zoom-out"))
    ggov_map_canvas_zoom_out (self->canvas);
  else
    ggov_map_canvas_show_all (self->canvas);
}

/* The widget ----------------------------------------------------------------------------------- */

static void
ggov_outline_map_dispose (GObject *object)
{
  GgovOutlineMap *self = GGOV_OUTLINE_MAP (object);

  self->canvas = NULL;
  self->others = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->tool);
  g_clear_object (&self->outline);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (ggov_outline_map_parent_class)->dispose (object);
}

static gboolean
ggov_outline_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_OUTLINE_MAP (widget)->canvas));
}

static void
ggov_outline_map_class_init (GgovOutlineMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_outline_map_dispose;
  widget_class->grab_focus = ggov_outline_map_grab_focus;

  gtk_widget_class_install_action (widget_class, "map.show-all", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "outline.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "outline.take-back", NULL, take_back_cb);
}

static GtkWidget *
make_canvas (GgovOutlineMap *self)
{
  GtkWidget *canvas = g_object_new (GGOV_TYPE_MAP_CANVAS, NULL);

  self->canvas = GGOV_MAP_CANVAS (canvas);
  ggov_map_canvas_hide_tools (self->canvas);
  self->others = ggov_structure_layer_new (ggov_map_canvas_get_viewport (self->canvas));
  ggov_map_canvas_add_layer (self->canvas, SHUMATE_LAYER (self->others));
  self->tool = ggov_outline_tool_new (self->canvas, self->outline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Outline on the map"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrows move the map, plus and minus zoom, Space puts a corner at "
                                    "the cross, Enter closes the outline"), -1);
  gtk_widget_set_size_request (canvas, -1, HEIGHT_PX);
  gtk_widget_set_overflow (canvas, GTK_OVERFLOW_HIDDEN);

  return canvas;
}

static GtkWidget *
make_line (GgovOutlineMap *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = ggov_icon_button_new ("edit-undo-symbolic", _("Take the last corner away"));
  GtkWidget *clear = ggov_icon_button_new ("edit-clear-all-symbolic", _("Take the outline away"));

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "outline.take-back");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "outline.clear");
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (line), back);
  gtk_box_append (GTK_BOX (line), clear);

  return line;
}

static void
ggov_outline_map_init (GgovOutlineMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->outline = ggov_measure_new ();
  ggov_measure_set_kind (self->outline, GGOV_MEASURE_AREA);
  gtk_box_append (GTK_BOX (box), make_canvas (self));
  gtk_box_append (GTK_BOX (box), make_line (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->outline, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
take_outline (GgovOutlineMap *self,
              const char     *outline)
{
  g_autoptr(GArray) corners = ggov_structure_parse_outline (outline);

  for (guint i = 0; i < corners->len; i += 2)
    ggov_outline_map_add (self, g_array_index (corners, double, i),
                          g_array_index (corners, double, i + 1));
  ggov_measure_finish (self->outline);
}

GtkWidget *
ggov_outline_map_new (GgovSession   *session,
                      GgovStructure *structure,
                      gint64         grid_id,
                      gint64         building_id)
{
  GgovOutlineMap *self = g_object_new (GGOV_TYPE_OUTLINE_MAP, NULL);

  self->session = g_object_ref (session);
  self->grid_id = grid_id;
  self->building_id = building_id;
  if (structure)
    {
      self->structure_id = ggov_structure_get_fields (structure)->id;
      take_outline (self, ggov_structure_get_fields (structure)->outline);
    }
  read_map (self);

  return GTK_WIDGET (self);
}

char *
ggov_outline_map_dup_outline (GgovOutlineMap *self)
{
  g_autoptr(GString) outline = g_string_new (NULL);
  const double *path;
  guint n;

  g_return_val_if_fail (GGOV_IS_OUTLINE_MAP (self), NULL);

  path = ggov_measure_get_path (self->outline, &n, NULL);
  n = ggov_measure_get_n_points (self->outline);
  for (guint i = 0; i < n; i++)
    {
      char text[2][G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text[0], sizeof text[0], "%.7f", path[2 * i]);
      g_ascii_formatd (text[1], sizeof text[1], "%.7f", path[2 * i + 1]);
      g_string_append_printf (outline, "%s%s,%s", i ? " " : "", text[0], text[1]);
    }

  return g_string_free (g_steal_pointer (&outline), FALSE);
}

double
ggov_outline_map_get_area_m2 (GgovOutlineMap *self)
{
  g_return_val_if_fail (GGOV_IS_OUTLINE_MAP (self), 0);

  return ggov_measure_get_area_m2 (self->outline);
}

void
ggov_outline_map_add (GgovOutlineMap *self,
                      double          lon,
                      double          lat)
{
  g_return_if_fail (GGOV_IS_OUTLINE_MAP (self));

  ggov_measure_add (self->outline, lon, lat);
}
