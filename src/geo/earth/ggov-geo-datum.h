/* ggov-geo-datum.h: coordinates of Chinese web maps, to and from WGS 84
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovGeoDatum:
 * @GGOV_GEO_DATUM_WGS84: as satellites give it
 * @GGOV_GEO_DATUM_CGCS2000: the national system; the same numbers as WGS 84 here, for the frames
 *   differ by less than a metre and a record does not say its epoch
 * @GGOV_GEO_DATUM_GCJ02: as AutoNavi, Tencent and others draw it, 100 to 700 m away from WGS 84
 * @GGOV_GEO_DATUM_BD09: as Baidu draws it, GCJ-02 shifted once more
 *
 * What the degrees of a file are counted from.
 */
typedef enum
{
  GGOV_GEO_DATUM_WGS84,
  GGOV_GEO_DATUM_CGCS2000,
  GGOV_GEO_DATUM_GCJ02,
  GGOV_GEO_DATUM_BD09,
} GgovGeoDatum;

/**
 * ggov_geo_datum_from_name:
 * @name: "wgs84", "cgcs2000", "gcj02" or "bd09", lower case
 * @datum: (out): left as it was when the name is unknown
 *
 * Returns: TRUE when the name is known
 */
gboolean    ggov_geo_datum_from_name  (const char   *name,
                                       GgovGeoDatum *datum);

/**
 * ggov_geo_datum_get_name:
 *
 * Returns: the name that ggov_geo_datum_from_name() takes
 */
const char *ggov_geo_datum_get_name   (GgovGeoDatum datum);

/**
 * ggov_geo_datum_is_in_china:
 * @lon: degrees
 * @lat: degrees
 *
 * Whether a place is in the rectangle (72.004 to 137.8347 east, 0.8293 to 55.8271 north) in which
 * GCJ-02 is shifted. It is wider than the country and takes in parts of its neighbours.
 *
 * Returns: TRUE inside; FALSE outside or when a value is not a number
 */
gboolean    ggov_geo_datum_is_in_china (double lon,
                                        double lat);

/**
 * ggov_geo_datum_from_wgs84:
 * @to: the datum wanted
 * @coords: (array) (inout): shape [n][2], WGS 84 longitude then latitude, degrees; changed in place
 * @n: number of places, not of doubles
 *
 * Outside the rectangle of ggov_geo_datum_is_in_china() GCJ-02 and BD-09 are the same as WGS 84
 * and nothing is changed.
 *
 * Source: neither shift is published; the formulas are those in general use, as in
 * github.com/hujiulong/gcoord, whose cities they meet within 1e-5 degrees, the list's own
 * precision.
 */
void        ggov_geo_datum_from_wgs84 (GgovGeoDatum  to,
                                       double       *coords,
                                       gsize         n);

/**
 * ggov_geo_datum_to_wgs84:
 * @from: the datum the coordinates are in
 * @coords: (array) (inout): shape [n][2], longitude then latitude, degrees; changed in place
 * @n: number of places, not of doubles
 *
 * The inverse of ggov_geo_datum_from_wgs84(), by iteration, to 1e-9 degrees (a tenth of a
 * millimetre) or better. The result for a place depends on that place alone, so a closed ring
 * stays closed. Within a kilometre of the rectangle's edge, where one place may be shifted over
 * the edge and another not, there is no inverse; no part of China is near it.
 */
void        ggov_geo_datum_to_wgs84   (GgovGeoDatum  from,
                                       double       *coords,
                                       gsize         n);

G_END_DECLS
