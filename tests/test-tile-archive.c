/* test-tile-archive.c: MBTiles files: good ones read, the others refused in a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "ggov-tile-archive.h"
#include "store-fixture.h"

#define METADATA "CREATE TABLE metadata (name text, value text);"
#define TILES \
  "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"

/* The eight bytes that every PNG begins with, and one more to tell tiles apart. */
#define PNG "x'89504e470d0a1a0a"

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "town.mbtiles", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static void
write_file (Fixture    *fixture,
            const char *script)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static GgovTileArchive *
open_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  GgovTileArchive *archive = ggov_tile_archive_open (path, &error);

  g_assert_no_error (error);

  return archive;
}

static void
assert_refused (const char *path,
                int         code,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (path);

  g_assert_null (ggov_tile_archive_open (path, &error));
  g_assert_error (error, GGOV_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

/* The ninth byte of a tile, or -1 where there is none. */
static int
read_mark (GgovTileArchive *archive,
           int              zoom,
           int              x,
           int              y)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) picture = ggov_tile_archive_read (archive, zoom, x, y, &error);

  g_assert_no_error (error);

  return picture ? ((const guint8 *) g_bytes_get_data (picture, NULL))[8] : -1;
}

/* Rows count from the south unless the file says otherwise. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GgovTileArchive) tms = NULL;
  g_autoptr(GgovTileArchive) xyz = NULL;

  write_file (fixture, METADATA TILES
              "INSERT INTO tiles VALUES (2, 1, 0, " PNG "01'), (2, 1, 3, " PNG "02');");
  tms = open_file (fixture->path);
  g_assert_cmpint (read_mark (tms, 2, 1, 3), ==, 1);
  g_assert_cmpint (read_mark (tms, 2, 1, 0), ==, 2);
  g_assert_cmpint (read_mark (tms, 2, 1, 1), ==, -1);
  g_assert_cmpint (read_mark (tms, 3, 1, 0), ==, -1);
  g_assert_finalize_object (g_steal_pointer (&tms));

  write_file (fixture, "INSERT INTO metadata VALUES ('scheme', 'xyz')");
  xyz = open_file (fixture->path);
  g_assert_cmpint (read_mark (xyz, 2, 1, 0), ==, 1);
}

static void
test_metadata (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovTileArchive) archive = NULL;
  GgovGeoBounds bounds;
  int min, max;

  write_file (fixture, METADATA TILES
              "INSERT INTO metadata VALUES ('name', 'Our town'), ('format', 'jpg'),"
              "('bounds', '109.5,40.25,110.5,40.75'), ('minzoom', '11'), ('maxzoom', '17'),"
              "('attribution', '<a href=\"https://example.org\">&copy; A &amp; B</a>');"
              "INSERT INTO tiles VALUES (11, 1649, 1278, x'ffd8ffe0')");
  archive = open_file (fixture->path);

  g_assert_cmpstr (ggov_tile_archive_get_name (archive), ==, "Our town");
  g_assert_cmpstr (ggov_tile_archive_get_attribution (archive), ==, "© A & B");
  g_assert_cmpint (ggov_tile_archive_get_format (archive), ==, GGOV_TILE_JPEG);
  ggov_tile_archive_get_bounds (archive, &bounds);
  g_assert_cmpfloat (bounds.min_lon, ==, 109.5);
  g_assert_cmpfloat (bounds.min_lat, ==, 40.25);
  g_assert_cmpfloat (bounds.max_lon, ==, 110.5);
  g_assert_cmpfloat (bounds.max_lat, ==, 40.75);
  ggov_tile_archive_get_zooms (archive, &min, &max);
  g_assert_cmpint (min, ==, 11);
  g_assert_cmpint (max, ==, 17);
}

/* What it does not say, or says wrongly, is found or taken for unknown. */
static void
test_no_metadata (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GgovTileArchive) archive = NULL;
  GgovGeoBounds bounds;
  int min, max;

  write_file (fixture, METADATA TILES
              "INSERT INTO metadata VALUES ('bounds', '170,10,-170,20'), ('minzoom', '99'),"
              "('name', NULL), (NULL, 'x'), ('maxzoom', 'deep');"
              "INSERT INTO tiles VALUES (3, 0, 0, " PNG "01'), (5, 0, 0, " PNG "02')");
  archive = open_file (fixture->path);

  g_assert_cmpstr (ggov_tile_archive_get_name (archive), ==, "town.mbtiles");
  g_assert_cmpstr (ggov_tile_archive_get_attribution (archive), ==, "");
  g_assert_cmpint (ggov_tile_archive_get_format (archive), ==, GGOV_TILE_PNG);
  ggov_tile_archive_get_bounds (archive, &bounds);
  g_assert_cmpfloat (bounds.min_lon, ==, -180);
  g_assert_cmpfloat (bounds.max_lon, ==, 180);
  ggov_tile_archive_get_zooms (archive, &min, &max);
  g_assert_cmpint (min, ==, 3);
  g_assert_cmpint (max, ==, 5);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *script;
    const char *words;
  } files[] = {
    { "CREATE TABLE t (a)", "not an MBTiles file" },
    { METADATA, "not an MBTiles file" },
    { METADATA TILES, "holds no tiles" },
    { METADATA TILES "INSERT INTO metadata VALUES ('format', 'pbf')", "vector tiles" },
    { METADATA TILES "INSERT INTO tiles VALUES (0, 0, 0, x'1f8b0800')", "vector tiles" },
    { METADATA TILES "INSERT INTO metadata VALUES ('format', 'tif')", "PNG, JPEG or WebP" },
    { METADATA TILES "INSERT INTO tiles VALUES (0, 0, 0, 'words')", "PNG, JPEG or WebP" },
    { METADATA TILES "INSERT INTO tiles VALUES (0, 0, 0, " PNG "01'), (4, 7, 9, NULL)",
      "zoom level 4, column 7, row 9" },
    /* Longer than any picture; a view without end; a view that would load a program. */
    { METADATA TILES "INSERT INTO tiles VALUES (0, 0, 0, zeroblob (5000000))", "too large" },
    { METADATA "CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
      "FROM n) SELECT i AS zoom_level, i AS tile_column, i AS tile_row, nullif (i, i) AS tile_data "
      "FROM n",
      "too slow" },
    { METADATA "CREATE VIEW tiles AS SELECT 0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, "
      "load_extension ('x') AS tile_data", "not an MBTiles file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      write_file (fixture, files[i].script);
      assert_refused (fixture->path, GGOV_STORE_ERROR_REFUSED, files[i].words);
      g_unlink (fixture->path);
    }
}

static void
test_not_there (Fixture       *fixture,
                gconstpointer  data)
{
  assert_refused (fixture->path, GGOV_STORE_ERROR_MISSING, "not there");
  assert_refused (fixture->dir, GGOV_STORE_ERROR_REFUSED, "not an MBTiles file");

  g_assert_true (g_file_set_contents (fixture->path, "a letter, not a map", -1, NULL));
  assert_refused (fixture->path, GGOV_STORE_ERROR_REFUSED, "not an MBTiles file");
}

/* Whatever is done with it, the file and its folder stay as they were. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GgovTileArchive) archive = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  write_file (fixture, "PRAGMA journal_mode = WAL;" METADATA TILES
              "INSERT INTO tiles VALUES (0, 0, 0, " PNG "01')");
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  archive = open_file (fixture->path);
  g_assert_cmpint (read_mark (archive, 0, 0, 0), ==, 1);

  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  dir = g_dir_open (fixture->dir, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "town.mbtiles");
  g_assert_null (g_dir_read_name (dir));
}

/* Damage that is met only later is told of where it is. */
static void
test_damaged_later (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GgovTileArchive) archive = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  write_file (fixture, METADATA TILES
              "INSERT INTO metadata VALUES ('minzoom', '0'), ('maxzoom', '1');"
              "INSERT INTO tiles VALUES (0, 0, 0, " PNG "01');"
              "CREATE UNIQUE INDEX place ON tiles (zoom_level, tile_column, tile_row);");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));

  /* The last page is the index's. */
  g_assert_cmpint (size, ==, 4 * 4096);
  memset (bytes + 3 * 4096, 0xff, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, size, NULL));
  archive = open_file (fixture->path);

  g_assert_null (ggov_tile_archive_read (archive, 0, 0, 0, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "town.mbtiles"));
  g_assert_nonnull (strstr (error->message, "damaged"));
}

/* Files of somebody else's, good and bad. */
static void
test_real (void)
{
  static const struct
  {
    const char *name;
    const char *words; /* (nullable): NULL where it is good */
  } files[] = {
    { "plain_1.mbtiles", NULL },
    { "plain_2.mbtiles", NULL },
    { "plain_4.mbtiles", NULL },
    { "some-empty-tiles.mbtiles", NULL },
    { "unindexed.mbtiles", NULL },
    { "corrupt.mbtiles", "cut off or damaged" },
    { "corrupt_null_tile.mbtiles", "zoom level 1, column" },
    { "with spaces.mbtiles", "holds no tiles" },
  };
  const char *root = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *dir = g_build_filename (root ? root : "", "tiles", "node-mbtiles", NULL);

  if (!g_file_test (dir, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the folder tiles/node-mbtiles is not in GRIDGOV_TEST_DATA");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (dir, files[i].name, NULL);
      g_autoptr(GgovTileArchive) archive = NULL;
      g_autoptr(GBytes) picture = NULL;

      if (files[i].words)
        {
          assert_refused (path, GGOV_STORE_ERROR_REFUSED, files[i].words);
          continue;
        }

      archive = open_file (path);
      g_assert_cmpint (ggov_tile_archive_get_format (archive), ==, GGOV_TILE_PNG);
      picture = ggov_tile_archive_read (archive, 1, 0, 0, NULL);
      g_assert_nonnull (picture);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/tile-archive/rows", test_rows);
  ADD ("/store/tile-archive/metadata", test_metadata);
  ADD ("/store/tile-archive/no-metadata", test_no_metadata);
  ADD ("/store/tile-archive/refused", test_refused);
  ADD ("/store/tile-archive/not-there", test_not_there);
  ADD ("/store/tile-archive/untouched", test_untouched);
  ADD ("/store/tile-archive/damaged-later", test_damaged_later);
#undef ADD
  g_test_add_func ("/store/tile-archive/real", test_real);

  return g_test_run ();
}
