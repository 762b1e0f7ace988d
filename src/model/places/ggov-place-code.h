/* ggov-place-code.h: the codes of communities and grids, and the order they are given in
 *
 * County 6 digits + sub-district 3 + community 3 + grid 3 = 15 digits; a code may stop after any
 * of the parts.
 *
 * Source: GB/T 2260 for the county; the form of the Beijing unit-grid standard for the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Buildings of one street front lie within this of each other, and grids of one street row too. */
#define GGOV_PLACE_ROW_HEIGHT_M 150.0

/**
 * GgovPlaceLevel:
 * @GGOV_PLACE_COUNTY: 6 digits
 * @GGOV_PLACE_SUB_DISTRICT: 9 digits
 * @GGOV_PLACE_COMMUNITY: 12 digits
 * @GGOV_PLACE_GRID: 15 digits
 */
typedef enum
{
  GGOV_PLACE_COUNTY,
  GGOV_PLACE_SUB_DISTRICT,
  GGOV_PLACE_COMMUNITY,
  GGOV_PLACE_GRID,
} GgovPlaceLevel;

/**
 * GgovPlaceCode:
 * @level: how far down the code goes
 * @county: 110000 to 829999, its first two digits those of a province; retired codes too
 * @sub_district: 1 to 999, or 0 above that level
 * @community: 1 to 999, or 0 above that level
 * @grid: 1 to 999, or 0 above that level
 */
typedef struct
{
  GgovPlaceLevel level;
  guint          county;
  guint          sub_district;
  guint          community;
  guint          grid;
} GgovPlaceCode;

/**
 * GgovPlacePoint:
 * @id: whatever the caller knows the place by
 * @lon: degrees east
 * @lat: degrees north
 */
typedef struct
{
  gint64 id;
  double lon;
  double lat;
} GgovPlacePoint;

/**
 * ggov_place_code_parse:
 * @text: 6, 9, 12 or 15 digits
 * @code: (out): the code
 * @error: return location for a GgovModelError (SYNTAX or RANGE), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @code left as it was
 */
gboolean  ggov_place_code_parse   (const char           *text,
                                   GgovPlaceCode        *code,
                                   GError              **error);

/**
 * ggov_place_code_check:
 * @code: a code put together by the caller
 * @error: return location for a GgovModelError (RANGE), or NULL
 *
 * Returns: whether every part down to its level is in its range and none below it is set
 */
gboolean  ggov_place_code_check   (const GgovPlaceCode  *code,
                                   GError              **error);

/**
 * ggov_place_code_compose:
 * @code: a code put together by the caller
 * @error: return location for a GgovModelError (RANGE), or NULL
 *
 * Returns: (transfer full): its digits, or NULL with @error set
 */
char     *ggov_place_code_compose (const GgovPlaceCode  *code,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_place_code_is_within:
 * @inner: a code
 * @outer: another, of the same level or above
 *
 * Returns: whether @inner lies in @outer; a place lies in itself
 */
gboolean  ggov_place_code_is_within (const GgovPlaceCode *inner,
                                     const GgovPlaceCode *outer);

/**
 * ggov_place_order:
 * @points: (array length=n_points) (inout): places, WGS 84 or CGCS2000, all numbers finite
 * @n_points: how many
 * @row_height_m: how far south of a row's first place the row still reaches, metres, 0 or more;
 *   GGOV_PLACE_ROW_HEIGHT_M where nothing speaks for another
 *
 * Puts places in the order their sequence numbers are given in, as one reads: rows from north to
 * south, in each from west to east. The northernmost place that is in no row yet opens one, and
 * those no more than @row_height_m south of it belong to it. Places at the same spot come by id, so
 * the order never depends on how the points were given.
 */
void      ggov_place_order        (GgovPlacePoint       *points,
                                   guint                 n_points,
                                   double                row_height_m);

G_END_DECLS
