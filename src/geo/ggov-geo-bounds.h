/* ggov-geo-bounds.h: a rectangle of longitudes and latitudes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovGeoBounds:
 *
 * Degrees, edges included. Never crosses the 180th meridian. Empty while a minimum exceeds its
 * maximum, as GGOV_GEO_BOUNDS_EMPTY does.
 */
typedef struct
{
  double min_lon;
  double min_lat;
  double max_lon;
  double max_lat;
} GgovGeoBounds;

#define GGOV_GEO_BOUNDS_EMPTY { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE }

static inline gboolean
ggov_geo_bounds_is_empty (const GgovGeoBounds *self)
{
  return !(self->min_lon <= self->max_lon && self->min_lat <= self->max_lat);
}

/* A value that is not a number leaves the bounds as they are. */
static inline void
ggov_geo_bounds_add (GgovGeoBounds *self,
                     double         lon,
                     double         lat)
{
  self->min_lon = lon < self->min_lon ? lon : self->min_lon;
  self->min_lat = lat < self->min_lat ? lat : self->min_lat;
  self->max_lon = lon > self->max_lon ? lon : self->max_lon;
  self->max_lat = lat > self->max_lat ? lat : self->max_lat;
}

static inline void
ggov_geo_bounds_join (GgovGeoBounds       *self,
                      const GgovGeoBounds *other)
{
  ggov_geo_bounds_add (self, other->min_lon, other->min_lat);
  ggov_geo_bounds_add (self, other->max_lon, other->max_lat);
}

static inline gboolean
ggov_geo_bounds_contains (const GgovGeoBounds *self,
                          double               lon,
                          double               lat)
{
  return lon >= self->min_lon && lon <= self->max_lon && lat >= self->min_lat &&
         lat <= self->max_lat;
}

static inline gboolean
ggov_geo_bounds_intersects (const GgovGeoBounds *self,
                            const GgovGeoBounds *other)
{
  return self->min_lon <= other->max_lon && other->min_lon <= self->max_lon &&
         self->min_lat <= other->max_lat && other->min_lat <= self->max_lat;
}

G_END_DECLS
