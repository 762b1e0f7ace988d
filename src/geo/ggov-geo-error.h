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

G_END_DECLS
