/* ggov-reader-copy.h: from a foreign layer to the output, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdal.h>
#include <glib.h>

#include "ggov-reader-layer.h"
#include "ggov-reader-sink.h"
#include "ggov-reader-workbook.h"

G_BEGIN_DECLS

/**
 * GgovReaderCopy:
 * @dataset: where @source belongs to
 * @source: the layer to read
 * @second: (nullable): another layer of @dataset, whose wanted features join those of @source; only
 *   where @is_osm
 * @workbook: (nullable): where @source is a sheet of it
 * @crs: (nullable): coordinate system to take @source for, whatever it says of itself
 * @progress_from: what is already done, 0 to 1
 * @progress_to: what is done after this layer
 * @is_osm: @source is a layer of GDAL's OSM driver
 * @is_geojson: @source comes from GeoJSON
 * @only_buildings: pass over what is not tagged building=*; building=no is such a tag
 */
typedef struct
{
  GDALDatasetH dataset;
  OGRLayerH source;
  OGRLayerH second;
  const GgovReaderWorkbook *workbook;
  const char *crs;
  double progress_from;
  double progress_to;
  gboolean is_osm;
  gboolean is_geojson;
  gboolean only_buildings;
} GgovReaderCopy;

/**
 * ggov_reader_copy_layer:
 * @job: what to copy
 * @number: of the layer in the output, from 1
 * @sink: where to
 * @error: return location for CRS_UNKNOWN, TRUNCATED, TOO_LARGE or OUTPUT
 *
 * Geometry is brought to WGS 84 longitude and latitude, made two-dimensional and straight, and
 * otherwise left as it is, valid or not.
 *
 * Returns: (transfer full): what was found, or NULL with @error set
 */
GgovReaderLayer *ggov_reader_copy_layer (const GgovReaderCopy  *job,
                                         guint                  number,
                                         GgovReaderSink        *sink,
                                         GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
