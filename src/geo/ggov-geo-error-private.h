/* ggov-geo-error-private.h: refusals with a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * _ggov_geo_refuse:
 * @reason: why
 * @grid_id: the grid it is about, or 0
 * @building_id: the building it is about, or 0
 * @place: (nullable) (array fixed-size=2): where, degrees
 * @error: return location, or NULL
 *
 * Sets GGOV_GEO_ERROR_REFUSED with a sentence made of the reason, the ids and the place.
 *
 * Returns: FALSE, so that a function can end with it
 */
gboolean _ggov_geo_refuse (GgovGeoReason   reason,
                           gint64          grid_id,
                           gint64          building_id,
                           const double   *place,
                           GError        **error);

G_END_DECLS
