/* ggov-reader-unpack.h: taking files out of archives, within limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An archive that unfolds to more than this many times its size, and is not small, is a bomb. */
#define GGOV_READER_MAX_RATIO 100
#define GGOV_READER_SMALL ((guint64) 64 << 20) /* bytes */

/**
 * ggov_reader_unpack_gzip:
 * @path: a gzip file; several members in a row are one stream
 * @target: file to write
 * @error: return location for TRUNCATED, TOO_LARGE, UNREADABLE or OUTPUT
 *
 * Source: RFC 1952.
 */
gboolean ggov_reader_unpack_gzip (const char  *path,
                                  const char  *target,
                                  GError     **error);

/**
 * ggov_reader_unpack_check_zip:
 * @path: a zip file
 * @error: return location for TRUNCATED, TOO_LARGE or UNSAFE
 *
 * Looks at what the archive promises before anybody unfolds it: its end record, the sum of its
 * parts, and for XML parts the entities they define.
 */
gboolean ggov_reader_unpack_check_zip (const char  *path,
                                       GError     **error);

/**
 * ggov_reader_unpack_shapefiles:
 * @path: a zip file that has passed the check
 * @folder: folder to write into
 * @error: return location for TOO_LARGE, UNREADABLE or OUTPUT
 *
 * Returns: (transfer full): paths of the .shp files written, each with its other parts beside it
 */
char **ggov_reader_unpack_shapefiles (const char  *path,
                                      const char  *folder,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
