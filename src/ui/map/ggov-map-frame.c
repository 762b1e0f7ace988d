/* ggov-map-frame.c: the one conversion between the screen and the ground
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-frame.h"

#define EQUATOR_M 40075016.686 /* of the sphere that web maps are drawn on */

void
ggov_map_frame_init (GgovMapFrame    *self,
                     ShumateViewport *viewport,
                     GtkWidget       *widget)
{
  ShumateLocation *centre = SHUMATE_LOCATION (viewport);
  double lon = shumate_location_get_longitude (centre);
  double lat = shumate_location_get_latitude (centre);

  self->zoom = shumate_viewport_get_zoom_level (viewport);
  self->world = GGOV_MAP_TILE_SIZE * exp2 (self->zoom);
  self->width = gtk_widget_get_width (widget);
  self->height = gtk_widget_get_height (widget);
  self->scale = gtk_widget_get_scale_factor (widget);

  /* On whole device pixels tiles need not be resampled. */
  self->left = round ((ggov_mercator_x (lon) * self->world - self->width / 2.0) * self->scale) /
               self->scale;
  self->top = round ((ggov_mercator_y (lat) * self->world - self->height / 2.0) * self->scale) /
              self->scale;
}

void
ggov_map_frame_to_screen (const GgovMapFrame *self,
                          double              lon,
                          double              lat,
                          double             *x,
                          double             *y)
{
  *x = ggov_mercator_x (lon) * self->world - self->left;
  *y = ggov_mercator_y (lat) * self->world - self->top;
}

void
ggov_map_frame_to_place (const GgovMapFrame *self,
                         double              x,
                         double              y,
                         double             *lon,
                         double             *lat)
{
  *lon = ggov_mercator_lon ((x + self->left) / self->world);
  *lat = ggov_mercator_lat ((y + self->top) / self->world);
}

void
ggov_map_frame_get_box (const GgovMapFrame  *self,
                        const GgovGeoBounds *bounds,
                        graphene_rect_t     *box)
{
  double x0, y0, x1, y1;

  ggov_map_frame_to_screen (self, bounds->min_lon, bounds->max_lat, &x0, &y0);
  ggov_map_frame_to_screen (self, bounds->max_lon, bounds->min_lat, &x1, &y1);
  graphene_rect_init (box, x0, y0, x1 - x0, y1 - y0);
}

void
ggov_map_frame_get_bounds (const GgovMapFrame *self,
                           double              margin,
                           GgovGeoBounds      *bounds)
{
  ggov_map_frame_to_place (self, -margin, self->height + margin, &bounds->min_lon,
                           &bounds->min_lat);
  ggov_map_frame_to_place (self, self->width + margin, -margin, &bounds->max_lon,
                           &bounds->max_lat);
}

double
ggov_map_frame_get_metres (const GgovMapFrame *self)
{
  double lat = ggov_mercator_lat ((self->top + self->height / 2.0) / self->world);

  return EQUATOR_M * cos (lat * G_PI / 180) / self->world;
}
