/* ggov-reader-write.h: the office's own shapes into a foreign format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GGOV_READER_JOB:
 *
 * What a job file holds, a GVariant in the machine's byte order:
 *   s         format: geojson, gpkg, shp, shp.zip or kml
 *   s         coordinate system: "EPSG:4490" or WKT; shapes are in it already
 *   s         name of the layer
 *   s         what it is, for people to read
 *   s         what to know of its coordinates; may be empty
 *   a(ssss)   fields: name; name of ten characters at most; type: text, int or day; what it means
 *   s s s     name of the style, QGIS style (QML), Styled Layer Descriptor; empty for none
 *   a(ayssams) shapes: WKB; title; OGR feature style; a text for each field, a day as 2026-07-01
 */
#define GGOV_READER_JOB "(sssssa(ssss)sssa(ayssams))"

/**
 * ggov_reader_write:
 * @job: absolute path of a job file
 * @output: absolute path of a file that does not exist; of a shapefile its .shp
 * @scratch: an empty folder
 * @n_written: (out): shapes written
 * @error: GGOV_READER_ERROR_UNREADABLE where the job is none, _OUTPUT
 *
 * Texts that a format cannot hold whole are among the log's warnings.
 */
gboolean ggov_reader_write (const char  *job,
                            const char  *output,
                            const char  *scratch,
                            guint       *n_written,
                            GError     **error);

G_END_DECLS
