/* ggov-reader-kind.c: what a file really is, by its content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <stdio.h>
#include <string.h>

#include "ggov-reader-kind.h"
#include "ggov-reader-ole.h"
#include "ggov-reader-xml.h"

#define HEAD_SIZE (64 * 1024) /* bytes looked at */
#define MANIFEST_SIZE (64 * 1024)

typedef struct
{
  const char *word;
  const char *name;
  const char *drivers;
} Facts;

static const Facts facts[GGOV_READER_N_KINDS] = {
  [GGOV_READER_KIND_UNKNOWN] = { "unknown", "data of an unknown kind", NULL },
  [GGOV_READER_KIND_EMPTY] = { "empty", "nothing", NULL },
  [GGOV_READER_KIND_GEOJSON] = { "geojson", "GeoJSON", "GeoJSON" },
  [GGOV_READER_KIND_GPKG] = { "gpkg", "a GeoPackage", "GPKG" },
  [GGOV_READER_KIND_SHAPEFILE] = { "shapefile", "a shapefile", "ESRI Shapefile" },
  [GGOV_READER_KIND_SHAPEFILE_ZIP] = { "shapefile-zip", "a zipped shapefile", "ESRI Shapefile" },
  [GGOV_READER_KIND_KML] = { "kml", "KML", "LIBKML,KML" },
  [GGOV_READER_KIND_KMZ] = { "kmz", "zipped KML (.kmz)", "LIBKML" },
  [GGOV_READER_KIND_OSM] = { "osm", "OpenStreetMap XML (.osm)", "OSM" },
  [GGOV_READER_KIND_PBF] = { "pbf", "OpenStreetMap data (.osm.pbf)", "OSM" },
  [GGOV_READER_KIND_XLSX] = { "xlsx", "an Excel workbook (.xlsx)", "XLSX" },
  [GGOV_READER_KIND_XLS] = { "xls", "an old Excel workbook (.xls)", "XLS" },
  [GGOV_READER_KIND_ODS] = { "ods", "an OpenDocument spreadsheet (.ods)", "ODS" },
  [GGOV_READER_KIND_REQUESTS_JSON] = { "requests-json", "service requests (GeoReport JSON)", NULL },
  [GGOV_READER_KIND_REQUESTS_XML] = { "requests-xml", "service requests (GeoReport XML)", NULL },
  [GGOV_READER_KIND_CSV] = { "text", "plain text", NULL },
  [GGOV_READER_KIND_GZIP] = { "gzip", "a gzip archive", NULL },
  [GGOV_READER_KIND_LOCKED_XLSX] = { "locked-xlsx", "a workbook protected by a password", NULL },
  [GGOV_READER_KIND_LOCKED_XLS] = { "locked-xls", "an old workbook protected by a password", NULL },
  [GGOV_READER_KIND_LOCKED_ODS] = { "locked-ods", "a spreadsheet protected by a password", NULL },
  [GGOV_READER_KIND_LOCKED_ZIP] = { "locked-zip", "a zip archive protected by a password", NULL },
  [GGOV_READER_KIND_OLE] = { "ole", "an old Office document that is no workbook", NULL },
  [GGOV_READER_KIND_DBF] = { "dbf", "the table part (.dbf) of a shapefile", NULL },
  [GGOV_READER_KIND_SQLITE] = { "sqlite", "an SQLite database that is no GeoPackage", NULL },
  [GGOV_READER_KIND_ZIP] = { "zip", "a zip archive without a shapefile in it", NULL },
  [GGOV_READER_KIND_JSON] = { "json", "JSON that is neither GeoJSON nor GeoReport", NULL },
  [GGOV_READER_KIND_VRT] = { "vrt", "a list of other files to open (GDAL virtual format)", NULL },
  [GGOV_READER_KIND_GML] = { "gml", "GML", NULL },
  [GGOV_READER_KIND_GPX] = { "gpx", "GPX", NULL },
  [GGOV_READER_KIND_HTML] = { "html", "a web page (HTML)", NULL },
  [GGOV_READER_KIND_XML] = { "xml", "XML of another kind", NULL },
  [GGOV_READER_KIND_XML_BOMB] = { "xml-entities", "XML that defines entities", NULL },
  [GGOV_READER_KIND_PDF] = { "pdf", "a PDF document", NULL },
  [GGOV_READER_KIND_IMAGE] = { "image", "a picture", NULL },
  [GGOV_READER_KIND_RAR] = { "rar", "a RAR archive", NULL },
  [GGOV_READER_KIND_SEVEN_ZIP] = { "7z", "a 7-Zip archive", NULL },
  [GGOV_READER_KIND_PROGRAM] = { "program", "a program", NULL },
};

static const struct
{
  const char *bytes;
  guint8 length;
  guint8 kind;
} magics[] = {
  { "PK\3\4", 4, GGOV_READER_KIND_ZIP },
  { "PK\5\6", 4, GGOV_READER_KIND_ZIP },
  { "\x1f\x8b", 2, GGOV_READER_KIND_GZIP },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, GGOV_READER_KIND_OLE },
  { "SQLite format 3", 16, GGOV_READER_KIND_SQLITE },
  { "\0\0\x27\x0a", 4, GGOV_READER_KIND_SHAPEFILE },
  { "%PDF-", 5, GGOV_READER_KIND_PDF },
  { "\x89PNG", 4, GGOV_READER_KIND_IMAGE },
  { "\xff\xd8\xff", 3, GGOV_READER_KIND_IMAGE },
  { "GIF8", 4, GGOV_READER_KIND_IMAGE },
  { "II*\0", 4, GGOV_READER_KIND_IMAGE },
  { "MM\0*", 4, GGOV_READER_KIND_IMAGE },
  { "Rar!", 4, GGOV_READER_KIND_RAR },
  { "7z\xbc\xaf", 4, GGOV_READER_KIND_SEVEN_ZIP },
  { "\x7f" "ELF", 4, GGOV_READER_KIND_PROGRAM },
  { "MZ\x90\0", 4, GGOV_READER_KIND_PROGRAM },
};

static const struct
{
  const char *extension;
  GgovReaderKind kind;
} extensions[] = {
  { "geojson", GGOV_READER_KIND_GEOJSON },
  { "json", GGOV_READER_KIND_GEOJSON },
  { "gpkg", GGOV_READER_KIND_GPKG },
  { "shp", GGOV_READER_KIND_SHAPEFILE },
  { "zip", GGOV_READER_KIND_SHAPEFILE_ZIP },
  { "kml", GGOV_READER_KIND_KML },
  { "kmz", GGOV_READER_KIND_KMZ },
  { "osm", GGOV_READER_KIND_OSM },
  { "pbf", GGOV_READER_KIND_PBF },
  { "xlsx", GGOV_READER_KIND_XLSX },
  { "xls", GGOV_READER_KIND_XLS },
  { "ods", GGOV_READER_KIND_ODS },
  { "xml", GGOV_READER_KIND_REQUESTS_XML },
  { "csv", GGOV_READER_KIND_CSV },
  { "tsv", GGOV_READER_KIND_CSV },
  { "txt", GGOV_READER_KIND_CSV },
};

static const struct
{
  const char *root;
  GgovReaderKind kind;
} roots[] = {
  { "kml", GGOV_READER_KIND_KML },
  { "osm", GGOV_READER_KIND_OSM },
  { "service_requests", GGOV_READER_KIND_REQUESTS_XML },
  { "OGRVRTDataSource", GGOV_READER_KIND_VRT },
  { "VRTDataset", GGOV_READER_KIND_VRT },
  { "FeatureCollection", GGOV_READER_KIND_GML },
  { "gpx", GGOV_READER_KIND_GPX },
  { "html", GGOV_READER_KIND_HTML },
  { "HTML", GGOV_READER_KIND_HTML },
};

static gboolean
holds (const guint8 *head,
       gsize         length,
       const char   *word)
{
  return memmem (head, length, word, strlen (word)) != NULL;
}

static gboolean
is_locked_ods (const char *archive)
{
  g_autofree char *path = g_strconcat (archive, "/META-INF/manifest.xml", NULL);
  g_autofree guint8 *bytes = g_malloc (MANIFEST_SIZE);
  VSILFILE *file = VSIFOpenL (path, "rb");
  gsize length;

  if (file == NULL)
    return FALSE;
  length = VSIFReadL (bytes, 1, MANIFEST_SIZE, file);
  VSIFCloseL (file);

  return holds (bytes, length, "encryption-data");
}

static GgovReaderKind
detect_zip (const char   *path,
            const guint8 *head,
            gsize         length)
{
  g_autofree char *archive = g_strconcat ("/vsizip/{", path, "}", NULL);
  char **names = VSIReadDirRecursive (archive);
  GgovReaderKind kind = GGOV_READER_KIND_ZIP;

  /* Bit 0 of the flags of the first entry. */
  if (length > 6 && (head[6] & 1) != 0)
    kind = GGOV_READER_KIND_LOCKED_ZIP;
  for (gsize i = 0; names != NULL && names[i] != NULL && kind == GGOV_READER_KIND_ZIP; i++)
    {
      g_autofree char *name = g_ascii_strdown (names[i], -1);

      if (g_str_equal (names[i], "xl/workbook.xml"))
        kind = GGOV_READER_KIND_XLSX;
      else if (g_str_equal (names[i], "content.xml"))
        kind = is_locked_ods (archive) ? GGOV_READER_KIND_LOCKED_ODS : GGOV_READER_KIND_ODS;
      else if (g_str_has_prefix (names[i], "__MACOSX/"))
        continue;
      else if (g_str_has_suffix (name, ".shp"))
        kind = GGOV_READER_KIND_SHAPEFILE_ZIP;
      else if (g_str_has_suffix (name, ".kml"))
        kind = GGOV_READER_KIND_KMZ;
    }
  CSLDestroy (names);

  return kind;
}

/* The application id sits at byte 68: "GPKG", or "GP10", "GP11" in the first versions. */
static GgovReaderKind
detect_sqlite (const guint8 *head,
               gsize         length)
{
  return length > 72 && memcmp (head + 68, "GP", 2) == 0 ? GGOV_READER_KIND_GPKG
                                                         : GGOV_READER_KIND_SQLITE;
}

static GgovReaderKind
detect_xml (const char *text)
{
  g_autofree char *root = NULL;

  if (!ggov_reader_xml_find_root (text, &root))
    return GGOV_READER_KIND_XML_BOMB;
  for (gsize i = 0; root != NULL && i < G_N_ELEMENTS (roots); i++)
    if (g_str_equal (root, roots[i].root))
      return roots[i].kind;

  return GGOV_READER_KIND_XML;
}

/* By members that a request has to have. */
static gboolean
is_requests (const char *text)
{
  return strstr (text, "\"service_requests\"") != NULL
         || strstr (text, "\"service_request_id\"") != NULL
         || (strstr (text, "\"service_code\"") != NULL
             && strstr (text, "\"requested_datetime\"") != NULL);
}

static GgovReaderKind
detect_json (const char *text)
{
  static const char *const words[] = { "FeatureCollection", "\"Feature\"", "\"coordinates\"",
                                       "\"GeometryCollection\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return GGOV_READER_KIND_GEOJSON;

  return is_requests (text) ? GGOV_READER_KIND_REQUESTS_JSON : GGOV_READER_KIND_JSON;
}

/* UTF-16 is made UTF-8; other encodings are left, since only ASCII is looked for. NULL where it
 * is no text. */
static char *
make_text (const guint8 *head,
           gsize         length)
{
  const gboolean little = length >= 2 && head[0] == 0xff && head[1] == 0xfe;
  const gboolean big = length >= 2 && head[0] == 0xfe && head[1] == 0xff;
  g_autoptr (GString) text = NULL;

  if (!little && !big && memchr (head, 0, length) != NULL)
    return NULL;
  if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    return g_strndup ((const char *) head + 3, length - 3);
  if (!little && !big)
    return g_strndup ((const char *) head, length);

  text = g_string_new (NULL);
  for (gsize i = 2; i + 1 < length; i += 2)
    g_string_append_unichar (text, little ? head[i] | head[i + 1] << 8
                                          : head[i] << 8 | head[i + 1]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GgovReaderKind
detect_text (const guint8 *head,
             gsize         length)
{
  g_autofree char *text = make_text (head, length);
  const char *start = text;

  if (text == NULL)
    return GGOV_READER_KIND_UNKNOWN;
  while (g_ascii_isspace (*start))
    start++;
  if (*start == '<')
    return detect_xml (start);
  if (*start == '{' || *start == '[')
    return detect_json (start);

  return *start != '\0' ? GGOV_READER_KIND_CSV : GGOV_READER_KIND_EMPTY;
}

/* A dBASE table: version, a plausible date, header and record lengths. */
static gboolean
is_dbf (const guint8 *head,
        gsize         length)
{
  if (length < 32 || (head[0] & 7) != 3 || head[2] < 1 || head[2] > 12 || head[3] > 31)
    return FALSE;

  return (head[8] | head[9] << 8) >= 33 && (head[10] | head[11] << 8) > 0 && head[12] == 0;
}

static GgovReaderKind
detect_head (const char   *path,
             const guint8 *head,
             gsize         length)
{
  GgovReaderKind kind = GGOV_READER_KIND_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (magics) && kind == GGOV_READER_KIND_UNKNOWN; i++)
    if (length >= magics[i].length && memcmp (head, magics[i].bytes, magics[i].length) == 0)
      kind = magics[i].kind;

  if (kind == GGOV_READER_KIND_ZIP)
    return detect_zip (path, head, length);
  if (kind == GGOV_READER_KIND_OLE)
    return ggov_reader_ole_detect (path);
  if (kind == GGOV_READER_KIND_SQLITE)
    return detect_sqlite (head, length);
  if (kind != GGOV_READER_KIND_UNKNOWN)
    return kind;
  if (holds (head, MIN (length, 512), "OSMHeader"))
    return GGOV_READER_KIND_PBF;

  return is_dbf (head, length) ? GGOV_READER_KIND_DBF : detect_text (head, length);
}

GgovReaderKind
ggov_reader_kind_detect (const char *path)
{
  g_autofree guint8 *head = g_malloc (HEAD_SIZE);
  FILE *file;
  gsize length;

  g_return_val_if_fail (path != NULL, GGOV_READER_KIND_UNKNOWN);

  file = fopen (path, "rb");
  if (file == NULL)
    return GGOV_READER_KIND_UNKNOWN;
  length = fread (head, 1, HEAD_SIZE, file);
  fclose (file);

  return length == 0 ? GGOV_READER_KIND_EMPTY : detect_head (path, head, length);
}

GgovReaderKind
ggov_reader_kind_from_name (const char  *path,
                            char       **extension)
{
  g_autofree char *name = NULL;
  const char *dot;

  g_return_val_if_fail (path != NULL, GGOV_READER_KIND_UNKNOWN);
  g_return_val_if_fail (extension != NULL, GGOV_READER_KIND_UNKNOWN);

  name = g_ascii_strdown (strrchr (path, '/') != NULL ? strrchr (path, '/') + 1 : path, -1);
  if (g_str_has_suffix (name, ".gz"))
    name[strlen (name) - 3] = '\0';

  dot = strrchr (name, '.');
  *extension = g_strdup (dot != NULL ? dot + 1 : "");
  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_str_equal (*extension, extensions[i].extension))
      return extensions[i].kind;

  return GGOV_READER_KIND_UNKNOWN;
}

gboolean
ggov_reader_kind_fits (GgovReaderKind said,
                       GgovReaderKind found)
{
  /* A table's first cell may begin with a bracket. */
  if (said == GGOV_READER_KIND_CSV)
    return found == GGOV_READER_KIND_CSV || found == GGOV_READER_KIND_JSON;

  /* Both are JSON. */
  return said == found
         || (said == GGOV_READER_KIND_GEOJSON && found == GGOV_READER_KIND_REQUESTS_JSON);
}

const char *
ggov_reader_kind_get_word (GgovReaderKind kind)
{
  g_return_val_if_fail (kind < GGOV_READER_N_KINDS, NULL);

  return facts[kind].word;
}

const char *
ggov_reader_kind_get_name (GgovReaderKind kind)
{
  g_return_val_if_fail (kind < GGOV_READER_N_KINDS, NULL);

  return facts[kind].name;
}

const char *
ggov_reader_kind_get_drivers (GgovReaderKind kind)
{
  g_return_val_if_fail (kind < GGOV_READER_N_KINDS, NULL);

  return facts[kind].drivers;
}

gboolean
ggov_reader_kind_is_table (GgovReaderKind kind)
{
  return kind >= GGOV_READER_KIND_XLSX && kind <= GGOV_READER_KIND_CSV;
}
