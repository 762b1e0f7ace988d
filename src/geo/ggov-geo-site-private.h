/* ggov-geo-site-private.h: a site's places in metres
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-frame-private.h"
#include "ggov-geo-site.h"

G_BEGIN_DECLS

/**
 * GgovGeoTrack:
 * @coords: (array): shape [n_points][2], degrees
 * @bounds: the smallest rectangle round it
 *
 * A street's line.
 */
typedef struct
{
  double *coords;
  guint n_points;
  GgovGeoBounds bounds;
} GgovGeoTrack;

/* (transfer none): metres around the community. */
const GgovGeoFrame *_ggov_geo_site_get_frame  (const GgovGeoSite *self);

/* (transfer none) (element-type GgovGeoTrack): the streets. */
GArray             *_ggov_geo_site_get_tracks (const GgovGeoSite *self);

/* (transfer none) (nullable) (array fixed-size=2): a place inside a building, degrees; NULL where
 * its footprint is not sound. */
const double       *_ggov_geo_site_get_middle (const GgovGeoSite *self,
                                               guint              building);

/* Whether a place is, bit for bit, a vertex of the community's own border. */
gboolean            _ggov_geo_site_is_corner  (const GgovGeoSite *self,
                                               const double      *place);

/* Whether a segment goes into one building as _ggov_geo_site_find_cut() has it. */
gboolean            _ggov_geo_site_is_cut     (const GgovGeoSite *self,
                                               guint              building,
                                               const double      *a,
                                               const double      *b,
                                               GArray            *found);

/**
 * _ggov_geo_site_find_cut:
 * @a: (array fixed-size=2): one end of a segment, degrees
 * @b: (array fixed-size=2): the other
 * @found: (element-type guint): scratch space
 * @place: (out) (array fixed-size=2): where
 *
 * Finds a building into which the segment goes further than rounding explains. Some microseconds.
 *
 * Returns: its index, or G_MAXUINT
 */
guint               _ggov_geo_site_find_cut   (const GgovGeoSite *self,
                                               const double      *a,
                                               const double      *b,
                                               GArray            *found,
                                               double            *place);

G_END_DECLS
