/* ggov-geo-near-private.h: what is near, among many short segments and points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovGeoNear:
 *
 * Segments (a point is one whose ends are the same) sorted into square cells. In metres.
 */
typedef struct _GgovGeoNear GgovGeoNear;

GgovGeoNear *_ggov_geo_near_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void         _ggov_geo_near_free     (GgovGeoNear       *self);

/**
 * _ggov_geo_near_add:
 * @a: (array fixed-size=2): one end
 * @b: (array fixed-size=2): the other
 *
 * Returns: its number
 */
guint        _ggov_geo_near_add      (GgovGeoNear       *self,
                                      const double      *a,
                                      const double      *b);

void         _ggov_geo_near_remove   (GgovGeoNear       *self,
                                      guint              number);

/**
 * _ggov_geo_near_measure:
 * @limit: what to answer where nothing is nearer
 *
 * Returns: the distance from the segment @a to @b to the nearest one, 0 where they meet
 */
double       _ggov_geo_near_measure  (const GgovGeoNear *self,
                                      const double      *a,
                                      const double      *b,
                                      double             limit);

/**
 * _ggov_geo_near_is_empty:
 *
 * Looks at the first ends of the segments.
 *
 * Returns: whether none lies in the triangle or on its sides; its corners do not count
 */
gboolean     _ggov_geo_near_is_empty (const GgovGeoNear *self,
                                      const double      *a,
                                      const double      *b,
                                      const double      *c);

/**
 * _ggov_geo_near_is_clear:
 * @except: a point that does not count
 * @reach: metres
 *
 * Looks at the first ends of the segments.
 *
 * Returns: whether none is nearer than @reach to the segment @a to @b; those as near to one of its
 *   ends do not count, as they were before
 */
gboolean     _ggov_geo_near_is_clear (const GgovGeoNear *self,
                                      const double      *a,
                                      const double      *b,
                                      const double      *except,
                                      double             reach);

double       _ggov_geo_measure_to_segment (const double *place,
                                           const double *a,
                                           const double *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoNear, _ggov_geo_near_free)

G_END_DECLS
