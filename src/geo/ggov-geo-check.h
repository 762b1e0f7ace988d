/* ggov-geo-check.h: what is odd about a footprint or border that comes in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * GgovGeoFlaw:
 * @GGOV_GEO_FLAW_NONE: nothing is odd
 * @GGOV_GEO_FLAW_NO_SHAPE: the bytes are no flat little-endian shape, or break off
 * @GGOV_GEO_FLAW_NOT_POLYGON: a point or line
 * @GGOV_GEO_FLAW_EMPTY: no points
 * @GGOV_GEO_FLAW_NOT_A_NUMBER: a coordinate is infinite or not a number
 * @GGOV_GEO_FLAW_SWAPPED: outside China, and inside once latitude and longitude are swapped
 * @GGOV_GEO_FLAW_OUTSIDE_WORLD: beyond 180 or 90 degrees: metres, for instance
 * @GGOV_GEO_FLAW_TOO_FEW_POINTS: a ring of fewer than 4 points, the closing one counted
 * @GGOV_GEO_FLAW_UNCLOSED: a ring whose last point is not its first
 * @GGOV_GEO_FLAW_CROSSING: rings cross or lie wrongly in one another
 * @GGOV_GEO_FLAW_OUTSIDE_CHINA: wholly or in part outside ggov_geo_datum_is_in_china()
 * @GGOV_GEO_FLAW_TINY: footprint under 1 m², border under 1,000 m²
 * @GGOV_GEO_FLAW_HUGE: footprint over 500,000 m² (the largest building there is covers some
 *   400,000), border over 1,000 km² (the largest sub-districts are smaller)
 *
 * In the order of looking: a shape has the first of these that is true of it.
 */
typedef enum
{
  GGOV_GEO_FLAW_NONE,
  GGOV_GEO_FLAW_NO_SHAPE,
  GGOV_GEO_FLAW_NOT_POLYGON,
  GGOV_GEO_FLAW_EMPTY,
  GGOV_GEO_FLAW_NOT_A_NUMBER,
  GGOV_GEO_FLAW_SWAPPED,
  GGOV_GEO_FLAW_OUTSIDE_WORLD,
  GGOV_GEO_FLAW_TOO_FEW_POINTS,
  GGOV_GEO_FLAW_UNCLOSED,
  GGOV_GEO_FLAW_CROSSING,
  GGOV_GEO_FLAW_OUTSIDE_CHINA,
  GGOV_GEO_FLAW_TINY,
  GGOV_GEO_FLAW_HUGE,
  GGOV_GEO_N_FLAWS,
} GgovGeoFlaw;

/**
 * GgovGeoSeverity:
 * @GGOV_GEO_SEVERITY_FINE: keep
 * @GGOV_GEO_SEVERITY_NOTICE: keep, and tell
 * @GGOV_GEO_SEVERITY_REPAIR: reject, unless ggov_geo_repair() makes a shape of it that is kept
 *   with a notice
 * @GGOV_GEO_SEVERITY_REJECT: reject
 */
typedef enum
{
  GGOV_GEO_SEVERITY_FINE,
  GGOV_GEO_SEVERITY_NOTICE,
  GGOV_GEO_SEVERITY_REPAIR,
  GGOV_GEO_SEVERITY_REJECT,
} GgovGeoSeverity;

typedef enum
{
  GGOV_GEO_SUBJECT_FOOTPRINT,
  GGOV_GEO_SUBJECT_BORDER,
} GgovGeoSubject;

/**
 * GgovGeoPlace:
 * @lon: degrees, NaN where the flaw has no place
 * @lat: degrees, likewise
 * @reason: for a crossing, what GEOS says of it, in English; else ""
 */
typedef struct
{
  double lon;
  double lat;
  char reason[64];
} GgovGeoPlace;

GgovGeoSeverity ggov_geo_flaw_get_severity (GgovGeoFlaw flaw);

/* A stable English key, for instance "outside-china". */
const char     *ggov_geo_flaw_get_name     (GgovGeoFlaw flaw);

/* What it says to a user, translated, for instance "Outside China". */
const char     *ggov_geo_flaw_get_label    (GgovGeoFlaw flaw);

/**
 * ggov_geo_check_shape:
 * @wkb: (array length=size): longitude then latitude, degrees of WGS 84
 * @size: bytes
 * @subject: whose sizes are usual
 * @place: (out) (optional): where the flaw is
 *
 * Looks for what is odd about one shape. 100,000 footprints take a fraction of a second. Any
 * thread.
 *
 * Source: OGC 06-103r4, 6.1.11 (what makes a polygon valid), as GEOS 3.11 tests it.
 */
GgovGeoFlaw     ggov_geo_check_shape          (const guint8   *wkb,
                                               gsize           size,
                                               GgovGeoSubject  subject,
                                               GgovGeoPlace   *place);

/**
 * GgovGeoLook:
 * @flaw: what is odd about a shape
 * @place: where
 */
typedef struct
{
  GgovGeoFlaw    flaw;
  GgovGeoPlace   place;
} GgovGeoLook;

/**
 * ggov_geo_check_shapes:
 * @shapes: (array length=n) (element-type GBytes) (nullable elements): WKB; NULL counts as empty
 * @n: how many
 * @subject: whose sizes are usual
 * @looks: (out caller-allocates) (array length=n): one for each shape
 *
 * ggov_geo_check_shape() for many shapes, on as many threads as there are processors. Returns when
 * all are done.
 */
void            ggov_geo_check_shapes         (GBytes         **shapes,
                                               guint            n,
                                               GgovGeoSubject   subject,
                                               GgovGeoLook     *looks);

/**
 * ggov_geo_repair:
 * @wkb: a polygon or multipolygon that crosses itself or is not closed
 * @error: GGOV_GEO_ERROR_SHAPE where it is no polygon; GGOV_GEO_ERROR_INVALID where nothing with
 *   an area is left of it; GGOV_GEO_ERROR_ENGINE; or NULL
 *
 * Makes a valid polygon or multipolygon of the same ground: a bow tie becomes two triangles, spikes
 * go. A ring wound twice round the same ground counts once. What is valid comes back unchanged in
 * shape, though its rings may be wound or begun differently.
 *
 * Source: GEOS 3.11, GEOSMakeValidWithParams, method "structure".
 *
 * Returns: (transfer full) (nullable): the repaired shape, or NULL with @error set
 */
GBytes         *ggov_geo_repair               (GBytes  *wkb,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
