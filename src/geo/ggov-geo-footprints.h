/* ggov-geo-footprints.h: all the buildings of an office, packed for drawing and searching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-geo-bounds.h"
#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * GgovGeoFootprints:
 *
 * Footprints in a few flat arrays: 16 bytes a point and 50 a building, so 100,000 buildings of the
 * usual 8 or 9 points take 19 MB. Never changes once built, so any number of threads may read it;
 * the reference count is atomic. A footprint is known by its index, from 0, in the order of
 * appending, which is also the order of drawing.
 */
typedef struct _GgovGeoFootprints GgovGeoFootprints;

/* One thread's. */
typedef struct _GgovGeoFootprintsBuilder GgovGeoFootprintsBuilder;

/**
 * ggov_geo_footprints_builder_new:
 * @n_expected: room to make for so many footprints; 0 if not known
 */
GgovGeoFootprintsBuilder *
ggov_geo_footprints_builder_new    (guint n_expected) G_GNUC_WARN_UNUSED_RESULT;
void
ggov_geo_footprints_builder_free   (GgovGeoFootprintsBuilder *self);

/**
 * ggov_geo_footprints_builder_append:
 * @id: the caller's number for it; not looked at, may come twice
 * @kind: the caller's
 * @wkb: a polygon or multipolygon, little endian, two dimensions; (unowned), copied
 * @size: bytes
 * @error: GGOV_GEO_ERROR_SHAPE where the bytes are no polygon; GGOV_GEO_ERROR_INVALID where it has
 *   no points; or NULL
 *
 * Does not check validity; see ggov_geo_check_shape().
 *
 * Returns: TRUE, or FALSE with @error set and nothing appended
 */
gboolean
ggov_geo_footprints_builder_append (GgovGeoFootprintsBuilder  *self,
                                    gint64                     id,
                                    guint8                     kind,
                                    const guint8              *wkb,
                                    gsize                      size,
                                    GError                   **error);

/**
 * ggov_geo_footprints_builder_end:
 * @self: (transfer full): of no use afterwards
 *
 * Returns: (transfer full): what was appended; may hold nothing
 */
GgovGeoFootprints *
ggov_geo_footprints_builder_end    (GgovGeoFootprintsBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

GgovGeoFootprints   *ggov_geo_footprints_ref        (GgovGeoFootprints *self);
void                 ggov_geo_footprints_unref      (GgovGeoFootprints *self);

guint                ggov_geo_footprints_get_n      (const GgovGeoFootprints *self);
gint64               ggov_geo_footprints_get_id     (const GgovGeoFootprints *self,
                                                     guint                    i);
guint8               ggov_geo_footprints_get_kind   (const GgovGeoFootprints *self,
                                                     guint                    i);

/* (transfer none): the smallest rectangle round footprint @i. */
const GgovGeoBounds *ggov_geo_footprints_get_bounds (const GgovGeoFootprints *self,
                                                     guint                    i);

/* (transfer none): the smallest rectangle round all of them; empty when there are none. */
const GgovGeoBounds *ggov_geo_footprints_get_extent (const GgovGeoFootprints *self);

/* Rings of all polygons of a footprint, at least 1. Fill them with the even-odd rule. */
guint                ggov_geo_footprints_get_n_rings (const GgovGeoFootprints *self,
                                                      guint                    i);

/**
 * ggov_geo_footprints_get_ring:
 * @i: which footprint
 * @ring: which of its rings
 * @n_points: (out): number of points
 * @is_hole: (out) (optional): FALSE where a new polygon of a multipolygon starts
 *
 * Returns: (transfer none) (array): shape [n_points][2], longitude then latitude; the last point
 *   repeats the first if it did so in what was appended
 */
const double        *ggov_geo_footprints_get_ring   (const GgovGeoFootprints *self,
                                                     guint                    i,
                                                     guint                    ring,
                                                     guint                   *n_points,
                                                     gboolean                *is_hole);

/**
 * ggov_geo_footprints_find_id:
 * @id: a number given to append
 * @i: (out): the first footprint with it
 *
 * Quick (bisection) when ids were appended in ascending order, else looks through all.
 *
 * Returns: TRUE when there is one; @i is left as it was otherwise
 */
gboolean             ggov_geo_footprints_find_id    (const GgovGeoFootprints *self,
                                                     gint64                   id,
                                                     guint                   *i);

/* Whether a place is within a footprint and not in one of its holes. */
gboolean             ggov_geo_footprints_contains   (const GgovGeoFootprints *self,
                                                     guint                    i,
                                                     double                   lon,
                                                     double                   lat);

/* Metres from a place to the footprint: 0 inside; good to a few parts in 1,000 up to 10 km. */
double               ggov_geo_footprints_get_distance_m (const GgovGeoFootprints *self,
                                                         guint                    i,
                                                         double                   lon,
                                                         double                   lat);

/* (transfer full): the footprint as a polygon, or as a multipolygon where it has several parts. */
GBytes              *ggov_geo_footprints_dup_wkb    (const GgovGeoFootprints *self,
                                                     guint                    i)
                                                     G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoFootprints, ggov_geo_footprints_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoFootprintsBuilder, ggov_geo_footprints_builder_free)

G_END_DECLS
