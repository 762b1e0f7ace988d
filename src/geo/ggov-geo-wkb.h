/* ggov-geo-wkb.h: shapes as bytes: read strictly, written, measured without GEOS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

#include "ggov-geo-bounds.h"
#include "ggov-geo-datum.h"
#include "ggov-geo-error.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_GEO_WKB_POINT = 1,
  GGOV_GEO_WKB_LINE_STRING = 2,
  GGOV_GEO_WKB_POLYGON = 3,
  GGOV_GEO_WKB_MULTI_POINT = 4,
  GGOV_GEO_WKB_MULTI_LINE_STRING = 5,
  GGOV_GEO_WKB_MULTI_POLYGON = 6,
} GgovGeoWkbType;

/**
 * GgovGeoWkb:
 * @type: what the shape is
 * @n_parts: polygons, lines or points in it; 1 for a shape that is not a multi shape
 * @n_rings: rings of all polygons, or lines, or points
 * @n_points: points of all rings
 *
 * A look at somebody else's bytes, which must outlive it. Lives on the stack, owns nothing.
 */
typedef struct
{
  GgovGeoWkbType type;
  guint n_parts;
  guint n_rings;
  guint n_points;

  /*< private >*/
  const guint8 *data;
  gsize size;
} GgovGeoWkb;

/**
 * GgovGeoWkbRing:
 * @bytes: (unowned): @n_points times 16 bytes, at any alignment
 * @n_points: number of points; a sound ring repeats the first as the last
 * @part: to which polygon, line or point it belongs, from 0
 * @ring: within the part: 0 for the outer ring, a line or a point, then the holes
 */
typedef struct
{
  const guint8 *bytes;
  guint n_points;
  guint part;
  guint ring;
} GgovGeoWkbRing;

typedef struct
{
  /*< private >*/
  const guint8 *at;
  const guint8 *end;
  GgovGeoWkbType type;
  guint n_parts; /* begun so far */
  guint parts_left;
  guint n_rings; /* of the present part, begun so far */
  guint rings_left;
} GgovGeoWkbIter;

/**
 * ggov_geo_wkb_init:
 * @self: (out caller-allocates): of no use after a failure
 * @data: well-known binary, little endian, two dimensions, no SRID; (unowned)
 * @size: bytes; there may be none left over
 * @error: GGOV_GEO_ERROR_SHAPE where it is anything else or breaks off; or NULL
 *
 * Walks over the whole shape, so that everything after it can trust the counts. Does not judge
 * the coordinates: ggov_geo_check_shape() does.
 *
 * Source: OGC 06-103r4, 8.2 (well-known binary).
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean ggov_geo_wkb_init          (GgovGeoWkb    *self,
                                     const guint8  *data,
                                     gsize          size,
                                     GError       **error);
gboolean ggov_geo_wkb_init_bytes    (GgovGeoWkb    *self,
                                     GBytes        *bytes,
                                     GError       **error);

/* Rings come in the order of the bytes. The shape may be walked over as often as wanted. */
void     ggov_geo_wkb_iter_init     (GgovGeoWkbIter   *iter,
                                     const GgovGeoWkb *wkb);
gboolean ggov_geo_wkb_iter_next     (GgovGeoWkbIter *iter,
                                     GgovGeoWkbRing *ring);

/**
 * ggov_geo_wkb_ring_copy:
 * @coords: (out caller-allocates) (array): shape [n_points][2], longitude then latitude
 */
void     ggov_geo_wkb_ring_copy     (const GgovGeoWkbRing *ring,
                                     double               *coords);

/* One point of a ring: @coords is longitude then latitude. */
static inline void
ggov_geo_wkb_ring_get (const GgovGeoWkbRing *ring,
                       guint                 i,
                       double                coords[2])
{
  guint64 words[2];

  memcpy (words, ring->bytes + (gsize) i * sizeof words, sizeof words);
  words[0] = GUINT64_FROM_LE (words[0]);
  words[1] = GUINT64_FROM_LE (words[1]);
  memcpy (coords, words, sizeof words);
}

/**
 * ggov_geo_wkb_get_bounds:
 * @bounds: (out): the smallest that holds every point; empty for a shape without points
 */
void     ggov_geo_wkb_get_bounds    (const GgovGeoWkb *self,
                                     GgovGeoBounds    *bounds);

/**
 * ggov_geo_wkb_get_centroid:
 * @lon: (out): degrees
 * @lat: (out): degrees
 *
 * The centre of the area, holes taken off, winding as it may be; for lines, points and polygons
 * without area the mean of the points. It can be outside the shape.
 *
 * Returns: FALSE for a shape without points, with the outputs left as they were
 */
gboolean ggov_geo_wkb_get_centroid  (const GgovGeoWkb *self,
                                     double           *lon,
                                     double           *lat);

/**
 * ggov_geo_wkb_get_area_m2:
 *
 * The area in square metres, holes taken off, by the cosine of the middle latitude on a sphere:
 * within 0.7 % for a shape of a town's size, and quick. ggov_geo_measure() is exact.
 *
 * Returns: square metres, 0 for lines and points
 */
double   ggov_geo_wkb_get_area_m2   (const GgovGeoWkb *self);

/**
 * ggov_geo_wkb_contains:
 *
 * Whether a place is within a polygon or multipolygon and not in one of its holes; on its outline
 * it may be either. Never true of lines and points.
 */
gboolean ggov_geo_wkb_contains      (const GgovGeoWkb *self,
                                     double            lon,
                                     double            lat);

/**
 * ggov_geo_wkb_shift_to_wgs84:
 * @data: well-known binary as ggov_geo_wkb_init() takes it; changed in place
 * @size: bytes
 * @from: what its degrees are counted from
 * @error: GGOV_GEO_ERROR_SHAPE, and nothing is changed; or NULL
 *
 * See ggov_geo_datum_to_wgs84().
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean ggov_geo_wkb_shift_to_wgs84 (guint8        *data,
                                      gsize          size,
                                      GgovGeoDatum   from,
                                      GError       **error);

/* The way back, see ggov_geo_datum_from_wgs84(). */
gboolean ggov_geo_wkb_shift_from_wgs84 (guint8        *data,
                                        gsize          size,
                                        GgovGeoDatum   to,
                                        GError       **error);

GBytes  *ggov_geo_wkb_new_point     (double lon,
                                     double lat) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_wkb_new_line_string:
 * @coords: (array): shape [n_points][2], longitude then latitude
 */
GBytes  *ggov_geo_wkb_new_line_string (const double *coords,
                                       guint         n_points) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_wkb_new_polygon:
 * @coords: (array): shape [points of all rings][2], longitude then latitude, ring after ring, each
 *   with its first point again as its last
 * @ring_sizes: (array length=n_rings): points of each ring
 * @n_rings: the outer ring and the holes; 0 for an empty polygon
 */
GBytes  *ggov_geo_wkb_new_polygon   (const double *coords,
                                     const guint  *ring_sizes,
                                     guint         n_rings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_wkb_new_multi:
 * @type: a multi type
 * @parts: (element-type GBytes): well-known binaries of the type it is a multiple of
 */
GBytes  *ggov_geo_wkb_new_multi     (GgovGeoWkbType  type,
                                     GPtrArray      *parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
