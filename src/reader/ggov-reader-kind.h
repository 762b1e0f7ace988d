/* ggov-reader-kind.h: what a file really is, by its content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GGOV_READER_KIND_UNKNOWN,
  GGOV_READER_KIND_EMPTY,
  /* Those that are read. */
  GGOV_READER_KIND_GEOJSON,
  GGOV_READER_KIND_GPKG,
  GGOV_READER_KIND_SHAPEFILE,
  GGOV_READER_KIND_SHAPEFILE_ZIP,
  GGOV_READER_KIND_KML,
  GGOV_READER_KIND_KMZ,
  GGOV_READER_KIND_OSM,
  GGOV_READER_KIND_PBF,
  GGOV_READER_KIND_XLSX,
  GGOV_READER_KIND_XLS,
  GGOV_READER_KIND_ODS,
  GGOV_READER_KIND_REQUESTS_JSON, /* Open311 GeoReport v2 */
  GGOV_READER_KIND_REQUESTS_XML,
  GGOV_READER_KIND_CSV, /* any text: only the name says that it is a table */
  GGOV_READER_KIND_GZIP, /* one of the others, packed */
  /* Those that are told apart only to say so. */
  GGOV_READER_KIND_LOCKED_XLSX,
  GGOV_READER_KIND_LOCKED_XLS,
  GGOV_READER_KIND_LOCKED_ODS,
  GGOV_READER_KIND_LOCKED_ZIP,
  GGOV_READER_KIND_OLE,
  GGOV_READER_KIND_DBF,
  GGOV_READER_KIND_SQLITE,
  GGOV_READER_KIND_ZIP,
  GGOV_READER_KIND_JSON,
  GGOV_READER_KIND_VRT,
  GGOV_READER_KIND_GML,
  GGOV_READER_KIND_GPX,
  GGOV_READER_KIND_HTML,
  GGOV_READER_KIND_XML,
  GGOV_READER_KIND_XML_BOMB,
  GGOV_READER_KIND_PDF,
  GGOV_READER_KIND_IMAGE,
  GGOV_READER_KIND_RAR,
  GGOV_READER_KIND_SEVEN_ZIP,
  GGOV_READER_KIND_PROGRAM,
  GGOV_READER_N_KINDS
} GgovReaderKind;

/**
 * ggov_reader_kind_detect:
 * @path: a file on disk
 *
 * Looks at the content alone. A zip archive is told by the names in it, an XML file by its
 * outermost element, a compound (OLE) file by its streams.
 *
 * Source: the formats' own magic numbers; ECMA-376 part 2 (zip of a workbook); [MS-CFB],
 * [MS-OFFCRYPTO] 2.3 (EncryptedPackage), [MS-XLS] 2.4.117 (FilePass).
 *
 * Returns: the kind; UNKNOWN also where the file cannot be read
 */
GgovReaderKind ggov_reader_kind_detect (const char *path);

/**
 * ggov_reader_kind_from_name:
 * @path: a file name; an ending ".gz" is looked past
 * @extension: (out) (transfer full): the ending, lower case, without the dot; may be empty
 *
 * Returns: what the name says, or UNKNOWN
 */
GgovReaderKind ggov_reader_kind_from_name (const char  *path,
                                           char       **extension);

/* Whether a file of the kind @said by its name may hold what was @found in it. */
gboolean ggov_reader_kind_fits (GgovReaderKind said,
                                GgovReaderKind found);

/* A stable word for the answer, such as "shapefile". */
const char *ggov_reader_kind_get_word (GgovReaderKind kind);

/* English, with its article, such as "a shapefile". */
const char *ggov_reader_kind_get_name (GgovReaderKind kind);

/* GDAL's short name of the only driver that may open it; NULL where GDAL does not. A kind with
 * two drivers has both, comma between. */
const char *ggov_reader_kind_get_drivers (GgovReaderKind kind);

/* A table without shapes. */
gboolean ggov_reader_kind_is_table (GgovReaderKind kind);

G_END_DECLS
