/* ggov-geo-private.h: GEOS, one handle a thread, with shapes that clean up after themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * _ggov_geo_engine:
 *
 * The calling thread's GEOS handle, made at its first use and freed with the thread. A geometry
 * may pass from one thread to another; the handle may not.
 *
 * Returns: (transfer none): the handle, never NULL
 */
GEOSContextHandle_t _ggov_geo_engine (void);

/**
 * _ggov_geo_engine_fail:
 * @error: return location, or NULL
 *
 * Sets GGOV_GEO_ERROR_ENGINE with the last complaint GEOS made on this thread, and forgets it.
 *
 * Returns: FALSE, so that a function can end with it
 */
gboolean _ggov_geo_engine_fail (GError **error);

/**
 * _ggov_geo_geom_from_wkb:
 * @wkb: well-known binary, any byte order; a third dimension is read and ignored later
 * @error: GGOV_GEO_ERROR_SHAPE where the bytes are none; or NULL
 *
 * Whether the shape is valid is not looked at.
 *
 * Returns: (transfer full) (nullable): the shape, or NULL with @error set
 */
GEOSGeometry *_ggov_geo_geom_from_wkb (GBytes  *wkb,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_geom_to_wkb:
 * @geom: any shape
 * @error: GGOV_GEO_ERROR_ENGINE; or NULL
 *
 * Returns: (transfer full) (nullable): little endian, two dimensions, no SRID
 */
GBytes *_ggov_geo_geom_to_wkb (const GEOSGeometry  *geom,
                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_geom_dup_coords:
 * @line: a line string, linear ring or point
 * @n_points: (out): number of points
 *
 * Returns: (transfer full) (array): shape [n_points][2], as stored; NULL only for an empty shape
 */
double *_ggov_geo_geom_dup_coords (const GEOSGeometry *line,
                                   guint              *n_points) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_geom_new_line:
 * @coords: (array): shape [n_points][2]
 * @n_points: at least 2
 * @error: GGOV_GEO_ERROR_ENGINE; or NULL
 *
 * Returns: (transfer full) (nullable): a line string
 */
GEOSGeometry *_ggov_geo_geom_new_line (const double  *coords,
                                       guint          n_points,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_geom_new_polygon:
 * @coords: (array): shape [n_points][2]; the last point repeats the first
 * @n_points: at least 4
 * @error: GGOV_GEO_ERROR_ENGINE; or NULL
 *
 * Returns: (transfer full) (nullable): a polygon without holes
 */
GEOSGeometry *_ggov_geo_geom_new_polygon (const double  *coords,
                                          guint          n_points,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* These three free on the calling thread's handle. */
void _ggov_geo_geom_free     (GEOSGeometry               *geom);
void _ggov_geo_prepared_free (const GEOSPreparedGeometry *prepared);
void _ggov_geo_tree_free     (GEOSSTRtree                *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GEOSGeometry, _ggov_geo_geom_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GEOSSTRtree, _ggov_geo_tree_free)

typedef const GEOSPreparedGeometry GgovGeoPrepared;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoPrepared, _ggov_geo_prepared_free)

G_END_DECLS
