/* ggov-geo-areas.h: a set of areas on the ground, laid over another set or over itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * GgovGeoAreas:
 *
 * Polygons and multipolygons that may overlap, leave gaps and have holes, such as the grids of a
 * net that somebody else drew. One thread at a time may use an object.
 *
 * Square metres are those of the ellipsoid of CGCS2000, with sides that are straight in degrees, as
 * they are stored: so the parts of an area that is cut add up to it. A geodesic between the same
 * two points bends away by 2 cm a kilometre.
 *
 * Source: J. P. Snyder, Map projections, USGS professional paper 1395 (1987), (3-12): the area of a
 * zone of the ellipsoid.
 */
typedef struct _GgovGeoAreas GgovGeoAreas;

/**
 * ggov_geo_areas_new:
 * @shapes: (element-type GBytes): valid WKB polygons and multipolygons, longitude then latitude in
 *   degrees
 * @error: GGOV_GEO_ERROR_SHAPE where one is none; or NULL
 *
 * Areas are counted from 0, in the order of @shapes.
 */
GgovGeoAreas *ggov_geo_areas_new           (GPtrArray           *shapes,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void          ggov_geo_areas_free          (GgovGeoAreas        *self);

guint         ggov_geo_areas_get_n         (const GgovGeoAreas  *self);

/* Square metres, holes taken off. */
double        ggov_geo_areas_get_m2        (const GgovGeoAreas  *self,
                                            guint                i);

/* Square metres of ground that any of them covers, counted once. 0 with @error set on failure. */
double        ggov_geo_areas_get_union_m2  (GgovGeoAreas        *self,
                                            GError             **error);

/**
 * ggov_geo_areas_find_at:
 * @lon: degrees
 * @lat: degrees
 * @found: (element-type guint) (inout): the caller's array, emptied, then filled with the areas
 *   that the place is in, ascending; on an outline it may be in both, either or none
 */
void          ggov_geo_areas_find_at       (GgovGeoAreas        *self,
                                            double               lon,
                                            double               lat,
                                            GArray              *found);

/**
 * GgovGeoCrossing:
 * @row: an area of the one set
 * @column: an area of the other
 * @area_m2: what they have in common, more than 0.01 m²
 */
typedef struct
{
  guint  row;
  guint  column;
  double area_m2;
} GgovGeoCrossing;

/**
 * ggov_geo_areas_cross:
 * @other: another set, whose areas are the columns
 * @error: GGOV_GEO_ERROR_ENGINE; or NULL
 *
 * Lays one set over the other. Two nets of 1,000 grids take about a second.
 *
 * Returns: (transfer full) (element-type GgovGeoCrossing): by row, then column; NULL with @error
 */
GArray       *ggov_geo_areas_cross         (GgovGeoAreas        *self,
                                            GgovGeoAreas        *other,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovGeoPatch:
 * @a: the area it belongs to
 * @b: the other area that has it too, @a < @b; or @a again where it is a patch of one area
 * @area_m2: of all pieces together
 * @width_m: twice the area over the outline's length: how broad it is if it is long
 * @lon: a place inside the largest piece, degrees
 * @lat: degrees
 */
typedef struct
{
  guint  a;
  guint  b;
  double area_m2;
  double width_m;
  double lon;
  double lat;
} GgovGeoPatch;

/**
 * ggov_geo_areas_find_overlaps:
 * @least_m2: smaller ones are passed over, square metres
 *
 * Returns: (transfer full) (element-type GgovGeoPatch): the ground that two areas of the set have
 *   in common, by @a, then @b; NULL with @error set
 */
GArray       *ggov_geo_areas_find_overlaps (GgovGeoAreas        *self,
                                            double               least_m2,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_areas_find_uncovered:
 * @cover: another set
 * @least_m2: smaller ones are passed over, square metres
 *
 * Returns: (transfer full) (element-type GgovGeoPatch): for each area of which @cover leaves so
 *   much bare, what it leaves; NULL with @error set
 */
GArray       *ggov_geo_areas_find_uncovered (GgovGeoAreas       *self,
                                             GgovGeoAreas       *cover,
                                             double              least_m2,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* An area's own patch: its size, breadth and a place inside. */
void          ggov_geo_areas_get_patch     (GgovGeoAreas        *self,
                                            guint                i,
                                            GgovGeoPatch        *patch);

/* Pieces it is in: 1 for a polygon. */
guint         ggov_geo_areas_get_n_pieces  (const GgovGeoAreas  *self,
                                            guint                i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoAreas, ggov_geo_areas_free)

G_END_DECLS
