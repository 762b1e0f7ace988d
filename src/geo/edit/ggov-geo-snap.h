/* ggov-geo-snap.h: where a pointer means, near vertices, borders, streets and walls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-layout.h"

G_BEGIN_DECLS

/**
 * GgovGeoSnapTargets:
 * @GGOV_GEO_SNAP_VERTEX: the vertices of borders
 * @GGOV_GEO_SNAP_BORDER: the borders themselves
 * @GGOV_GEO_SNAP_STREET: the lines of streets
 * @GGOV_GEO_SNAP_FOOTPRINT: the outlines of buildings
 *
 * What to snap to; of several within reach the first in this order, of a kind the nearest.
 */
typedef enum
{
  GGOV_GEO_SNAP_NOTHING = 0,
  GGOV_GEO_SNAP_VERTEX = 1 << 0,
  GGOV_GEO_SNAP_BORDER = 1 << 1,
  GGOV_GEO_SNAP_STREET = 1 << 2,
  GGOV_GEO_SNAP_FOOTPRINT = 1 << 3,
  GGOV_GEO_SNAP_ALL = GGOV_GEO_SNAP_VERTEX | GGOV_GEO_SNAP_BORDER | GGOV_GEO_SNAP_STREET |
                      GGOV_GEO_SNAP_FOOTPRINT,
} GgovGeoSnapTargets;

/**
 * GgovGeoSnap:
 * @target: what was found: one of the targets, or GGOV_GEO_SNAP_NOTHING
 * @lon: the place snapped to, degrees; the pointer's own where nothing was found
 * @lat: likewise
 * @distance_m: metres from the pointer
 * @arc_id: the border's arc, of a vertex or border; else 0
 * @index: the vertex, or the point before the place on the border
 * @building: index in the site, of a footprint
 */
typedef struct
{
  GgovGeoSnapTargets target;
  double lon;
  double lat;
  double distance_m;
  gint64 arc_id;
  guint index;
  guint building;
} GgovGeoSnap;

/**
 * ggov_geo_snap:
 * @layout: the borders; its site has streets and footprints
 * @targets: what to look for
 * @lon: the pointer, degrees
 * @lat: the pointer, degrees
 * @tolerance_m: how far to look, metres: some pixels of the map
 * @snap: (out): the place
 *
 * For each motion of the pointer: some 50 microseconds. Any thread.
 *
 * Returns: whether anything was found
 */
gboolean ggov_geo_snap (const GgovGeoLayout *layout,
                        GgovGeoSnapTargets   targets,
                        double               lon,
                        double               lat,
                        double               tolerance_m,
                        GgovGeoSnap         *snap);

/**
 * ggov_geo_snap_except:
 * @arc_id: an arc
 * @index: the vertex that is dragged: neither it nor the borders on both sides of it are snapped to
 *
 * The same while a vertex is dragged.
 *
 * Returns: whether anything was found
 */
gboolean ggov_geo_snap_except (const GgovGeoLayout *layout,
                               GgovGeoSnapTargets   targets,
                               double               lon,
                               double               lat,
                               double               tolerance_m,
                               gint64               arc_id,
                               guint                index,
                               GgovGeoSnap         *snap);

/**
 * ggov_geo_snap_to_building:
 * @index: of the footprints
 * @lon: the pointer, degrees
 * @lat: the pointer, degrees
 * @tolerance_m: how far to look, metres: some pixels of the map
 * @place: (out caller-allocates) (array fixed-size=2): the place snapped to, longitude then latitude;
 *   the pointer's own where nothing was found
 *
 * To the corners of buildings, and to their walls where no corner is within reach: for something that
 * is built onto them. Any thread.
 *
 * Returns: whether anything was found
 */
gboolean ggov_geo_snap_to_building (GgovGeoIndex *index,
                                    double        lon,
                                    double        lat,
                                    double        tolerance_m,
                                    double       *place);

G_END_DECLS
