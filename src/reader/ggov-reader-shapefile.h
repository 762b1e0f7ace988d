/* ggov-reader-shapefile.h: are all parts of a shapefile there, and whole?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_reader_shapefile_list_parts:
 * @path: the .shp file
 *
 * Returns: (transfer full): the files beside it that belong to it; not @path itself
 */
char **ggov_reader_shapefile_list_parts (const char *path);

/**
 * ggov_reader_shapefile_check:
 * @path: the .shp file
 * @error: return location for PART_MISSING, TRUNCATED or UNREADABLE
 *
 * GDAL gives empty shapes, and no error, for those that lie behind the end of a cut file. This
 * compares lengths: of each part with its header, of each shape with the file, of the index
 * with the table.
 *
 * Source: ESRI Shapefile Technical Description (July 1998), pages 3 and 23; dBASE III header.
 */
gboolean ggov_reader_shapefile_check (const char  *path,
                                      GError     **error);

/**
 * ggov_reader_shapefile_guess_encoding:
 * @path: the .shp file
 *
 * Returns: NULL where the shapefile tells its encoding itself (a .cpg file or a code page in
 *   the table); else "UTF-8" when all its text is that, or "GB18030"
 */
const char *ggov_reader_shapefile_guess_encoding (const char *path);

/* Whether a .prj file stands beside @path. */
gboolean ggov_reader_shapefile_tells_crs (const char *path);

G_END_DECLS
