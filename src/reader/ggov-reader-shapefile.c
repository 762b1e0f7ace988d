/* ggov-reader-shapefile.c: are all parts of a shapefile there, and whole?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-error.h"
#include "ggov-reader-shapefile.h"

#define HEADER_SIZE 100     /* of .shp and .shx */
#define INDEX_SIZE 8        /* of a record of .shx: offset and length, 16-bit words, big-endian */
#define RECORD_HEADER 8     /* of a record of .shp */
#define DBF_HEADER_SIZE 32
#define LDID_UNKNOWN 0x00
#define LDID_WINDOWS_ANSI 0x57 /* "the code page of this machine", whatever that was */

static const char *const extensions[] = { "shx", "dbf", "prj", "cpg", "SHX", "DBF", "PRJ", "CPG" };

static char *
make_part_path (const char *path,
                const char *extension)
{
  g_autofree char *stem = g_strndup (path, strrchr (path, '.') - path);

  return g_strdup_printf ("%s.%s", stem, extension);
}

/* Lower case first, as GDAL looks for them. */
static char *
find_part (const char *path,
           const char *extension)
{
  g_autofree char *upper = g_ascii_strup (extension, -1);
  g_autofree char *lower_path = make_part_path (path, extension);
  g_autofree char *upper_path = make_part_path (path, upper);

  if (g_file_test (lower_path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&lower_path);

  return g_file_test (upper_path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&upper_path) : NULL;
}

static GMappedFile *
map_part (const char *path,
          const char *extension)
{
  g_autofree char *part = find_part (path, extension);

  return part != NULL ? g_mapped_file_new (part, FALSE, NULL) : NULL;
}

static guint64
get_big (const guint8 *bytes)
{
  return (guint64) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

static guint64
get_little (const guint8 *bytes,
            guint         n_bytes)
{
  guint64 value = 0;

  for (guint i = n_bytes; i > 0; i--)
    value = value << 8 | bytes[i - 1];

  return value;
}

static gboolean
fail_truncated (const char *part,
                GError    **error)
{
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TRUNCATED,
               "The end of the shapefile's .%s part is missing; copy all its parts again.", part);
  return FALSE;
}

static gboolean
check_main (GMappedFile *file,
            const char  *part,
            GError     **error)
{
  const guint8 *bytes = (const guint8 *) g_mapped_file_get_contents (file);
  const gsize length = g_mapped_file_get_length (file);

  if (length < HEADER_SIZE || length < get_big (bytes + 24) * 2)
    return fail_truncated (part, error);

  return TRUE;
}

/* Every shape that the index names must lie within the main file. */
static gboolean
check_index (GMappedFile *shp,
             GMappedFile *shx,
             GError     **error)
{
  const guint8 *bytes = (const guint8 *) g_mapped_file_get_contents (shx);
  const gsize length = g_mapped_file_get_length (shx);
  const gsize shp_length = g_mapped_file_get_length (shp);

  for (gsize at = HEADER_SIZE; at + INDEX_SIZE <= length; at += INDEX_SIZE)
    if (get_big (bytes + at) * 2 + RECORD_HEADER + get_big (bytes + at + 4) * 2 > shp_length)
      return fail_truncated ("shp", error);

  return TRUE;
}

static gboolean
check_table (GMappedFile *shx,
             GMappedFile *dbf,
             GError     **error)
{
  const guint8 *bytes = (const guint8 *) g_mapped_file_get_contents (dbf);
  const gsize length = g_mapped_file_get_length (dbf);
  const gsize n_shapes = (g_mapped_file_get_length (shx) - HEADER_SIZE) / INDEX_SIZE;
  guint64 n_rows;

  if (length < DBF_HEADER_SIZE)
    return fail_truncated ("dbf", error);
  n_rows = get_little (bytes + 4, 4);
  if (length < get_little (bytes + 8, 2) + n_rows * get_little (bytes + 10, 2))
    return fail_truncated ("dbf", error);
  if (n_rows == n_shapes)
    return TRUE;

  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TRUNCATED,
               "The shapefile has %" G_GSIZE_FORMAT " shapes but %" G_GUINT64_FORMAT " rows in its "
               "table; copy all its parts again, from one export.",
               n_shapes, n_rows);
  return FALSE;
}

/* Some writers fill fields up with NUL. */
static gboolean
is_utf8 (const char *text,
         gsize       length)
{
  const char *end = text;

  while (!g_utf8_validate_len (text, length, &end))
    {
      if (*end != '\0')
        return FALSE;
      length -= end + 1 - text;
      text = end + 1;
    }

  return TRUE;
}

char **
ggov_reader_shapefile_list_parts (const char *path)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  g_return_val_if_fail (path != NULL && strrchr (path, '.') != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      g_autofree char *part = make_part_path (path, extensions[i]);

      if (g_file_test (part, G_FILE_TEST_EXISTS))
        g_strv_builder_add (found, part);
    }

  return g_strv_builder_end (found);
}

gboolean
ggov_reader_shapefile_check (const char  *path,
                             GError     **error)
{
  g_autoptr (GMappedFile) shp = NULL;
  g_autoptr (GMappedFile) shx = NULL;
  g_autoptr (GMappedFile) dbf = NULL;

  g_return_val_if_fail (path != NULL && strrchr (path, '.') != NULL, FALSE);

  shp = g_mapped_file_new (path, FALSE, NULL);
  shx = map_part (path, "shx");
  dbf = map_part (path, "dbf");
  if (shp == NULL || shx == NULL || dbf == NULL)
    {
      g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_PART_MISSING,
                   "The .%s part that belongs to the shapefile is missing; put it beside the .shp "
                   "file, or zip all parts together.",
                   shx == NULL ? "shx" : "dbf");
      return FALSE;
    }

  return check_main (shp, "shp", error) && check_main (shx, "shx", error)
         && check_index (shp, shx, error) && check_table (shx, dbf, error);
}

const char *
ggov_reader_shapefile_guess_encoding (const char *path)
{
  g_autofree char *cpg = NULL;
  g_autoptr (GMappedFile) dbf = NULL;
  const guint8 *bytes;
  gsize start, length;

  g_return_val_if_fail (path != NULL && strrchr (path, '.') != NULL, NULL);

  cpg = find_part (path, "cpg");
  dbf = map_part (path, "dbf");
  if (cpg != NULL || dbf == NULL)
    return NULL;

  bytes = (const guint8 *) g_mapped_file_get_contents (dbf);
  length = g_mapped_file_get_length (dbf);
  if (length < DBF_HEADER_SIZE || (bytes[29] != LDID_UNKNOWN && bytes[29] != LDID_WINDOWS_ANSI))
    return NULL;

  start = get_little (bytes + 8, 2);
  length = start < length ? MIN (length, start + get_little (bytes + 4, 4)
                                                   * get_little (bytes + 10, 2)) : start;
  return is_utf8 ((const char *) bytes + start, length - start) ? "UTF-8" : "GB18030";
}

gboolean
ggov_reader_shapefile_tells_crs (const char *path)
{
  g_autofree char *prj = NULL;

  g_return_val_if_fail (path != NULL && strrchr (path, '.') != NULL, FALSE);

  prj = find_part (path, "prj");
  return prj != NULL;
}
