/* ggov-geo-proj-private.h: PROJ, loaded when it is first needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <geodesic.h>
#include <gio/gio.h>
#include <proj.h>

#include "ggov-late-library.h"

G_BEGIN_DECLS

/* The ellipsoid of CGCS2000: GB 22021-2008, 3.2. */
#define GGOV_GEO_EQUATOR_RADIUS_M 6378137.0
#define GGOV_GEO_FLATTENING       (1 / 298.257222101)

/* PROJ's functions that are called, each once: X (name). */
#define GGOV_GEO_PROJ_FUNCTIONS(X) \
  X (geod_init) \
  X (geod_inverse) \
  X (geod_polygon_addpoint) \
  X (geod_polygon_compute) \
  X (geod_polygon_init) \
  X (proj_context_create) \
  X (proj_context_destroy) \
  X (proj_context_errno) \
  X (proj_context_errno_string) \
  X (proj_context_set_enable_network) \
  X (proj_create) \
  X (proj_destroy) \
  X (proj_errno_reset) \
  X (proj_log_level) \
  X (proj_trans_generic)

/**
 * GgovGeoProj:
 *
 * PROJ's functions by their own names. PROJ brings a network client with some fifteen libraries
 * that are never used here; linked to the program they would cost each of its starts, whose frame
 * is drawn by a driver that looks up tens of thousands of names in every library there is.
 */
typedef struct
{
  GGOV_GEO_PROJ_FUNCTIONS (GGOV_LATE_MEMBER)
} GgovGeoProj;

/**
 * _ggov_geo_proj:
 * @error: GGOV_GEO_ERROR_ENGINE where the library is not there, or NULL
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the functions, or NULL with @error set
 */
const GgovGeoProj *_ggov_geo_proj (GError **error);

G_END_DECLS
