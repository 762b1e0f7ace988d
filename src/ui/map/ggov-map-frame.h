/* ggov-map-frame.h: the one conversion between the screen and the ground
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>
#include <shumate/shumate.h>

#include "ggov-geo-bounds.h"

G_BEGIN_DECLS

/* Pixels of a tile at its own zoom level, before the device's scale. */
#define GGOV_MAP_TILE_SIZE 256

/**
 * GgovMapFrame:
 * @zoom: zoom level, fractions included
 * @world: width of the world in pixels
 * @left: where in the world the widget's left edge is, pixels; a whole device pixel
 * @top: where its upper edge is
 * @width: of the widget, pixels
 * @height: of the widget, pixels
 * @scale: device pixels in a pixel
 *
 * What a map widget shows at one moment. Computed once a frame, so that all that is drawn in it
 * agrees. Pixels are the widget's, from its upper left corner.
 *
 * Source: OGC 17-083r4, annex D (WebMercatorQuad).
 */
typedef struct
{
  double zoom;
  double world;
  double left;
  double top;
  int    width;
  int    height;
  int    scale;
} GgovMapFrame;

/* Longitude and latitude in degrees to parts of the world's square, 0 to 1 from its north-west
 * corner; and back. */
static inline double
ggov_mercator_x (double lon)
{
  return (lon + 180) / 360;
}

static inline double
ggov_mercator_y (double lat)
{
  return 0.5 - asinh (tan (lat * G_PI / 180)) / (2 * G_PI);
}

static inline double
ggov_mercator_lon (double x)
{
  return x * 360 - 180;
}

static inline double
ggov_mercator_lat (double y)
{
  return atan (sinh ((0.5 - y) * 2 * G_PI)) * 180 / G_PI;
}

void     ggov_map_frame_init       (GgovMapFrame       *self,
                                    ShumateViewport    *viewport,
                                    GtkWidget          *widget);

void     ggov_map_frame_to_screen  (const GgovMapFrame *self,
                                    double              lon,
                                    double              lat,
                                    double             *x,
                                    double             *y);
void     ggov_map_frame_to_place   (const GgovMapFrame *self,
                                    double              x,
                                    double              y,
                                    double             *lon,
                                    double             *lat);

/* The box that bounds take on the screen. */
void     ggov_map_frame_get_box    (const GgovMapFrame  *self,
                                    const GgovGeoBounds *bounds,
                                    graphene_rect_t     *box);

/* What of the ground is seen, @margin pixels around included. */
void     ggov_map_frame_get_bounds (const GgovMapFrame  *self,
                                    double               margin,
                                    GgovGeoBounds       *bounds);

/* Metres in a pixel in the middle of the widget. */
double   ggov_map_frame_get_metres (const GgovMapFrame  *self);

G_END_DECLS
