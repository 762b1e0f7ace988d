/* ggov-geo-areas-private.h: what the files about sets of areas share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-areas.h"
#include "ggov-geo-private.h"

G_BEGIN_DECLS

/* One area. */
typedef struct
{
  GEOSGeometry    *geom;     /* (owned) */
  GgovGeoPrepared *prepared; /* (owned): of geom */
  double           area_m2;
} GgovGeoArea;

struct _GgovGeoAreas
{
  GArray      *areas; /* (element-type GgovGeoArea) */
  GEOSSTRtree *tree;  /* items are indices, plus one */
};

/* Square metres of a polygon or multipolygon in degrees; 0 for anything else. */
double _ggov_geo_area_measure (const GEOSGeometry *geom);

/* Metres round all rings of a shape in degrees, on a sphere: good to half a percent. */
double _ggov_geo_area_perimeter (const GEOSGeometry *geom);

/**
 * _ggov_geo_areas_query:
 * @found: (element-type guint): emptied, then filled with the areas whose bounds meet those of
 *   @geom, ascending
 */
void   _ggov_geo_areas_query (GgovGeoAreas       *self,
                              const GEOSGeometry *geom,
                              GArray             *found);

static inline const GgovGeoArea *
_ggov_geo_areas_peek (const GgovGeoAreas *self,
                      guint               i)
{
  return &g_array_index (self->areas, GgovGeoArea, i);
}

G_END_DECLS
