/* ggov-map-canvas-view.c: which part of the ground the map shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-canvas-private.h"

/* What is shown as a whole keeps this distance to the edges. */
#define FIT_MARGIN_PX 36

/* What is to be seen keeps this distance to the edges. */
#define PLACE_MARGIN_PX 40

#define MIN_FIT_ZOOM 9.0
#define MAX_FIT_ZOOM 18.0

static void
go_to (GgovMapCanvas *self,
       double         lon,
       double         lat,
       double         zoom,
       gboolean       is_animated)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  gboolean has_animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &has_animations, NULL);
  shumate_map_stop_go_to (self->map);

  if (is_animated && has_animations && gtk_widget_get_mapped (GTK_WIDGET (self)))
    shumate_map_go_to_full (self->map, lat, lon, zoom);
  else
    {
      shumate_viewport_set_zoom_level (viewport, zoom);
      shumate_location_set_location (SHUMATE_LOCATION (viewport), lat, lon);
    }
}

static void
show_target (GgovMapCanvas *self,
             gboolean       is_animated)
{
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * FIT_MARGIN_PX;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * FIT_MARGIN_PX;
  double x0, y0, x1, y1, zoom;

  if (ggov_geo_bounds_is_empty (&self->target) || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      width <= 0 || height <= 0)
    return;

  x0 = ggov_mercator_x (self->target.min_lon);
  x1 = ggov_mercator_x (self->target.max_lon);
  y0 = ggov_mercator_y (self->target.max_lat);
  y1 = ggov_mercator_y (self->target.min_lat);
  zoom = MIN (log2 (width / MAX (x1 - x0, 1e-9)), log2 (height / MAX (y1 - y0, 1e-9))) -
         log2 (GGOV_MAP_TILE_SIZE);

  go_to (self, ggov_mercator_lon ((x0 + x1) / 2), ggov_mercator_lat ((y0 + y1) / 2),
         CLAMP (zoom, MIN_FIT_ZOOM, self->target_zoom), is_animated);
  self->target = nowhere;
  self->has_view = TRUE;
}

static gboolean
wait_for_room_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  GgovMapCanvas *self = GGOV_MAP_CANVAS (widget);

  show_target (self, FALSE);

  return ggov_geo_bounds_is_empty (&self->target) || !gtk_widget_get_mapped (widget)
           ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
_ggov_map_canvas_await_room (GgovMapCanvas *self)
{
  if (!ggov_geo_bounds_is_empty (&self->target) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), wait_for_room_cb, NULL, NULL);
}

void
_ggov_map_canvas_pan (GgovMapCanvas *self,
                      double         x_px,
                      double         y_px)
{
  GgovMapFrame frame;
  double lon, lat;

  ggov_map_canvas_get_frame (self, &frame);
  ggov_map_frame_to_place (&frame, frame.width / 2.0 + x_px, frame.height / 2.0 + y_px, &lon, &lat);
  go_to (self, lon, lat, frame.zoom, FALSE);
}

void
ggov_map_canvas_show_bounds (GgovMapCanvas       *self,
                             const GgovGeoBounds *bounds,
                             double               max_zoom)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (ggov_geo_bounds_is_empty (bounds))
    return;

  self->target = *bounds;
  self->target_zoom = max_zoom;
  show_target (self, self->has_view);
  _ggov_map_canvas_await_room (self);
}

void
ggov_map_canvas_reveal_bounds (GgovMapCanvas       *self,
                               const GgovGeoBounds *bounds,
                               double               max_zoom)
{
  GgovMapFrame frame;
  GgovGeoBounds seen;

  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_map_canvas_get_frame (self, &frame);
  ggov_map_frame_get_bounds (&frame, 0, &seen);
  if (!ggov_geo_bounds_contains (&seen, bounds->min_lon, bounds->min_lat) ||
      !ggov_geo_bounds_contains (&seen, bounds->max_lon, bounds->max_lat))
    ggov_map_canvas_show_bounds (self, bounds, max_zoom);
}

void
ggov_map_canvas_show_place (GgovMapCanvas *self,
                            double         lon,
                            double         lat)
{
  GgovMapFrame frame;
  double x, y, x_px = 0, y_px = 0;

  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_map_canvas_get_frame (self, &frame);
  ggov_map_frame_to_screen (&frame, lon, lat, &x, &y);
  if (x < PLACE_MARGIN_PX || x > frame.width - PLACE_MARGIN_PX)
    x_px = x - CLAMP (x, 2 * PLACE_MARGIN_PX, MAX (frame.width - 2 * PLACE_MARGIN_PX,
                                                   2 * PLACE_MARGIN_PX));
  if (y < PLACE_MARGIN_PX || y > frame.height - PLACE_MARGIN_PX)
    y_px = y - CLAMP (y, 2 * PLACE_MARGIN_PX, MAX (frame.height - 2 * PLACE_MARGIN_PX,
                                                   2 * PLACE_MARGIN_PX));
  if (x_px != 0 || y_px != 0)
    _ggov_map_canvas_pan (self, x_px, y_px);
}

void
ggov_map_canvas_show_all (GgovMapCanvas *self)
{
  GgovGeoBounds bounds;

  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (self->places == NULL)
    return;

  ggov_places_get_extent (self->places, &bounds);
  ggov_map_canvas_show_bounds (self, &bounds, MAX_FIT_ZOOM);
}

void
ggov_map_canvas_zoom_in (GgovMapCanvas *self)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  shumate_map_zoom_in (self->map);
}

void
ggov_map_canvas_zoom_out (GgovMapCanvas *self)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  shumate_map_zoom_out (self->map);
}

void
ggov_map_canvas_get_frame (GgovMapCanvas *self,
                           GgovMapFrame  *frame)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_map_frame_init (frame, shumate_map_get_viewport (self->map), GTK_WIDGET (self->map));
}

ShumateViewport *
ggov_map_canvas_get_viewport (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return shumate_map_get_viewport (self->map);
}
