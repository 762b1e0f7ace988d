/* ggov-geo-error.h: what can go wrong with shapes on the ground
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_GEO_ERROR (ggov_geo_error_quark ())

/**
 * GgovGeoError:
 * @GGOV_GEO_ERROR_SHAPE: the bytes are no shape, or one of another kind than was asked for, or
 *   a coordinate is no place on earth; the caller may ask for other data
 * @GGOV_GEO_ERROR_INVALID: the shape crosses itself or is empty; the caller may ask for it to be
 *   redrawn
 * @GGOV_GEO_ERROR_REFUSED: the shapes are sound, but what was asked would break a rule of the
 *   subdivision (a grid in pieces, a grid without buildings); the caller may show the message
 *   and offer another choice
 * @GGOV_GEO_ERROR_ENGINE: GEOS or PROJ failed; a defect, the message is its own
 */
typedef enum
{
  GGOV_GEO_ERROR_SHAPE,
  GGOV_GEO_ERROR_INVALID,
  GGOV_GEO_ERROR_REFUSED,
  GGOV_GEO_ERROR_ENGINE,
} GgovGeoError;

GQuark ggov_geo_error_quark (void);

/**
 * GgovGeoReason:
 * @GGOV_GEO_REASON_NONE: the error is no refusal, or of a kind not told apart
 * @GGOV_GEO_REASON_CROSSES_ITSELF: a border would cross or touch itself
 * @GGOV_GEO_REASON_CROSSES_BORDER: it would cross or touch another border
 * @GGOV_GEO_REASON_LEAVES_COMMUNITY: it would leave the community
 * @GGOV_GEO_REASON_OUTER_BORDER: the community's own border does not move here
 * @GGOV_GEO_REASON_CUTS_BUILDING: it would cut building_id
 * @GGOV_GEO_REASON_PIECES: grid_id would be in pieces
 * @GGOV_GEO_REASON_HOLE: grid_id would surround another
 * @GGOV_GEO_REASON_EMPTY: grid_id would lose its last building, or all its ground
 * @GGOV_GEO_REASON_LOCKED: grid_id is locked
 * @GGOV_GEO_REASON_NOT_NEIGHBOUR: grid_id does not share a border with the other
 * @GGOV_GEO_REASON_NOT_BESIDE: building_id does not stand next to grid_id
 * @GGOV_GEO_REASON_NODE: grids meet at this vertex: it cannot be deleted
 * @GGOV_GEO_REASON_TOO_FEW_POINTS: the border would have too few vertices
 * @GGOV_GEO_REASON_OFF_BORDER: the drawn line does not begin or end on a border of the grid
 * @GGOV_GEO_REASON_NO_CHANGE: nothing would change
 * @GGOV_GEO_REASON_OUTSIDE: building_id does not stand in the community
 * @GGOV_GEO_REASON_NO_BUILDINGS: the community has none, so there is nothing to divide
 * @GGOV_GEO_REASON_NO_PEOPLE: nobody lives in the community, likewise
 * @GGOV_GEO_REASON_NO_GRIDS: there are no grids to rebalance
 * @GGOV_GEO_REASON_ENCLOSED: no division was found in which no grid surrounds another
 * @GGOV_GEO_REASON_TERMS: the size wanted for a grid is not within the band
 * @GGOV_GEO_REASON_HOUSEHOLDS: building_id has more households than any building can have
 *
 * Why an edit or a proposal was refused.
 */
typedef enum
{
  GGOV_GEO_REASON_NONE,
  GGOV_GEO_REASON_CROSSES_ITSELF,
  GGOV_GEO_REASON_CROSSES_BORDER,
  GGOV_GEO_REASON_LEAVES_COMMUNITY,
  GGOV_GEO_REASON_OUTER_BORDER,
  GGOV_GEO_REASON_CUTS_BUILDING,
  GGOV_GEO_REASON_PIECES,
  GGOV_GEO_REASON_HOLE,
  GGOV_GEO_REASON_EMPTY,
  GGOV_GEO_REASON_LOCKED,
  GGOV_GEO_REASON_NOT_NEIGHBOUR,
  GGOV_GEO_REASON_NOT_BESIDE,
  GGOV_GEO_REASON_NODE,
  GGOV_GEO_REASON_TOO_FEW_POINTS,
  GGOV_GEO_REASON_OFF_BORDER,
  GGOV_GEO_REASON_NO_CHANGE,
  GGOV_GEO_REASON_OUTSIDE,
  GGOV_GEO_REASON_NO_BUILDINGS,
  GGOV_GEO_REASON_NO_PEOPLE,
  GGOV_GEO_REASON_NO_GRIDS,
  GGOV_GEO_REASON_ENCLOSED,
  GGOV_GEO_REASON_TERMS,
  GGOV_GEO_REASON_HOUSEHOLDS,
} GgovGeoReason;

/**
 * GgovGeoRefusal:
 * @reason: why
 * @grid_id: the grid it is about, or 0
 * @building_id: the building it is about, or 0
 * @lon: where, degrees; NaN where no place is known
 * @lat: where, degrees; NaN where no place is known
 *
 * What a caller needs to say it in its own words, with the grid's code and the building's name,
 * and to show the place.
 */
typedef struct
{
  GgovGeoReason reason;
  gint64 grid_id;
  gint64 building_id;
  double lon;
  double lat;
} GgovGeoRefusal;

/**
 * ggov_geo_error_get_refusal:
 * @error: an error of GGOV_GEO_ERROR
 *
 * Returns: (transfer none): what it says of the place and the reason; good as long as @error is
 */
const GgovGeoRefusal *ggov_geo_error_get_refusal (const GError *error);

/**
 * ggov_geo_error_dup_sentence:
 * @error: an error of GGOV_GEO_ERROR
 *
 * What it says to a user who is not told which grid or building it is about: whoever knows their
 * names and codes words ggov_geo_error_get_refusal() better.
 *
 * Returns: (transfer full): a translated sentence; of a defect, the message in English
 */
char       *ggov_geo_error_dup_sentence (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_reason_to_nick:
 *
 * Returns: (transfer none): a stable English word for machines: "cuts-building" and so on
 */
const char *ggov_geo_reason_to_nick (GgovGeoReason reason);

/* Returns: (transfer none): why, in a translated sentence that names no grid or building */
const char *ggov_geo_reason_get_sentence (GgovGeoReason reason);

G_END_DECLS
