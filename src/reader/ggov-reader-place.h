/* ggov-reader-place.h: geometry brought to longitude and latitude
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <ogr_api.h>

#include "ggov-reader-layer.h"

G_BEGIN_DECLS

typedef struct _GgovReaderPlace GgovReaderPlace;

/**
 * ggov_reader_place_new:
 * @layer: of the source
 * @crs: (nullable): "EPSG:nnnn" to take the layer for, whatever it says of itself
 * @name: (out) (transfer full): the coordinate system in force, such as "EPSG:3857"
 * @error: return location for CRS_UNKNOWN
 */
GgovReaderPlace *ggov_reader_place_new (OGRLayerH    layer,
                                        const char  *crs,
                                        char       **name,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

void ggov_reader_place_free (GgovReaderPlace *self);

/**
 * ggov_reader_place_bring:
 * @geometry: (nullable) (transfer full): in the source's coordinates
 * @layer: where the geometry's type, its extent or its absence is counted
 *
 * Returns: (nullable) (transfer full): WGS 84, longitude then latitude, 2D, without arcs
 */
OGRGeometryH ggov_reader_place_bring (GgovReaderPlace *self,
                                      OGRGeometryH     geometry,
                                      GgovReaderLayer *layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReaderPlace, ggov_reader_place_free)

G_END_DECLS
