/* ggov-filing-map.c: a small map to point at where something is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-filing-map.h"
#include "ggov-filing-pin.h"
#include "ggov-map-canvas.h"

/* Close enough to tell houses apart, far enough to know the street. */
#define SPOT_ZOOM 17.0

struct _GgovFilingMap
{
  AdwBin           parent_instance;

  GgovFilingPlace *place; /* (nullable) */
  GgovFilingPin   *pin;
  GgovMapCanvas   *canvas;
};

G_DEFINE_FINAL_TYPE (GgovFilingMap, ggov_filing_map, ADW_TYPE_BIN)

/* In the middle of what is known; a grid is marked, not its middle. */
static void
put_pin (GgovFilingMap        *self,
         const GgovFilingSpot *spot)
{
  const GgovGeoBounds bounds = ggov_filing_place_get_bounds (self->place);

  ggov_filing_pin_put (self->pin, (spot->has_point || spot->building_id != 0) &&
                                    !ggov_geo_bounds_is_empty (&bounds),
                       (bounds.min_lon + bounds.max_lon) / 2,
                       (bounds.min_lat + bounds.max_lat) / 2);
  if (!ggov_geo_bounds_is_empty (&bounds))
    ggov_map_canvas_reveal_bounds (self->canvas, &bounds, SPOT_ZOOM);
}

static void
changed_cb (GgovFilingMap *self)
{
  const GgovFilingSpot *spot = ggov_filing_place_get_spot (self->place);

  if (ggov_filing_place_get_places (self->place) == NULL)
    return;

  ggov_map_canvas_select (self->canvas, spot->grid_id, spot->building_id);
  put_pin (self, spot);
  ggov_map_canvas_redraw_tool (self->canvas, GGOV_MAP_MARKS_STANDING);
}

static void
loaded_cb (GgovFilingMap *self)
{
  ggov_map_canvas_set_places (self->canvas, ggov_filing_place_get_places (self->place));
}

static void
near_cb (GgovFilingMap *self,
         gpointer       bounds)
{
  ggov_map_canvas_show_bounds (self->canvas, bounds, SPOT_ZOOM);
}

static void
picked_cb (GgovFilingMap *self,
           double         x,
           double         y)
{
  ggov_filing_map_pick (self, x, y);
}

static void
focus_cb (GgovFilingMap *self)
{
  ggov_map_canvas_redraw_tool (self->canvas, GGOV_MAP_MARKS_MOVING);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovFilingMap *self = GGOV_FILING_MAP (widget);

  if (g_str_equal (action_name, "map.zoom-in"))
    ggov_map_canvas_zoom_in (self->canvas);
  else if (g_str_equal (action_name, "map.zoom-out"))
    ggov_map_canvas_zoom_out (self->canvas);
  else
    ggov_map_canvas_show_all (self->canvas);
}

static void
ggov_filing_map_dispose (GObject *object)
{
  GgovFilingMap *self = GGOV_FILING_MAP (object);

  g_clear_object (&self->place);
  g_clear_object (&self->pin);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->canvas = NULL;

  G_OBJECT_CLASS (ggov_filing_map_parent_class)->dispose (object);
}

static gboolean
ggov_filing_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_FILING_MAP (widget)->canvas));
}

static void
ggov_filing_map_class_init (GgovFilingMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_filing_map_dispose;
  widget_class->grab_focus = ggov_filing_map_grab_focus;

  gtk_widget_class_install_action (widget_class, "map.show-all", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_cb);
}

static void
ggov_filing_map_init (GgovFilingMap *self)
{
  GtkWidget *canvas = g_object_new (GGOV_TYPE_MAP_CANVAS, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->canvas = GGOV_MAP_CANVAS (canvas);
  ggov_map_canvas_hide_tools (self->canvas);
  self->pin = ggov_filing_pin_new (canvas);
  g_signal_connect_object (self->pin, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  ggov_map_canvas_set_tool (self->canvas, GGOV_MAP_TOOL (self->pin));
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (canvas, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Where it is"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrows move the map, plus and minus zoom, Enter takes what is "
                                    "below the cross"), -1);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), canvas);
}

void
ggov_filing_map_set_place (GgovFilingMap   *self,
                           GgovFilingPlace *place)
{
  g_return_if_fail (GGOV_IS_FILING_MAP (self));
  g_return_if_fail (self->place == NULL || place == NULL);

  if (self->place)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_set_object (&self->place, place);
  if (place == NULL)
    return;

  g_signal_connect_object (place, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "near", G_CALLBACK (near_cb), self, G_CONNECT_SWAPPED);
  if (ggov_filing_place_get_places (place))
    loaded_cb (self);
}

void
ggov_filing_map_pick (GgovFilingMap *self,
                      double         x,
                      double         y)
{
  GgovMapFrame frame;
  double lon, lat;

  g_return_if_fail (GGOV_IS_FILING_MAP (self));

  if (self->place == NULL || ggov_filing_place_get_places (self->place) == NULL)
    return;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  ggov_map_frame_to_place (&frame, x, y, &lon, &lat);
  ggov_filing_place_choose_point (self->place, lon, lat);
}
