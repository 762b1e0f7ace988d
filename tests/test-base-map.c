/* test-base-map.c: base maps painted from archives: coarser, finer, shifted, damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base-map-tiles.h"
#include "ggov-base-map.h"
#include "ggov-map-frame.h"
#include "ggov-tile-picture.h"
#include "store-fixture.h"

#define RED   0xd02020
#define GREEN 0x20d020
#define BLUE  0x2020d0

typedef struct
{
  char    *dir;
  char    *path;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "base.mbtiles", NULL);
  fixture->db = begin_archive (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_null (fixture->db);
  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static GgovBaseMap *
open_map (Fixture      *fixture,
          GgovGeoDatum  datum,
          double        opacity)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovTileArchive) archive = NULL;

  g_clear_pointer (&fixture->db, sqlite3_close);
  archive = ggov_tile_archive_open (fixture->path, &error);
  g_assert_no_error (error);

  return ggov_base_map_new_for_archive (archive, datum, opacity);
}

/* The colour of a pixel of a tile of ours: (128, 128) is its middle, and -1 just outside it. White
 * is where nothing is painted. */
static guint
paint_and_look (GgovBaseMap *map,
                int          zoom,
                int          x,
                int          y,
                int          px,
                int          py,
                gboolean     is_dark,
                gboolean    *is_painted)
{
  const GgovMapTileSpot spot = { zoom, x, y, 256, 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 258, 258);
  cairo_t *cr = cairo_create (surface);
  gboolean is_partial;
  guint colour;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 1, 1);
  *is_painted = ggov_base_map_paint (map, cr, &spot, is_dark, &is_partial);
  g_assert_false (is_partial);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  colour = *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                    (py + 1) * cairo_image_surface_get_stride (surface) +
                                    (px + 1) * 4) & 0xffffff;
  cairo_surface_destroy (surface);

  return colour;
}

static void
assert_colour (GgovBaseMap *map,
               int          zoom,
               int          x,
               int          y,
               int          px,
               int          py,
               guint        expected)
{
  gboolean is_painted;
  guint colour = paint_and_look (map, zoom, x, y, px, py, FALSE, &is_painted);

  if (colour != expected)
    g_test_message ("%d/%d/%d at %d, %d", zoom, x, y, px, py);
  g_assert_cmphex (colour, ==, expected);
  g_assert_cmpint (is_painted, ==, expected != 0xffffff);
}

/* A tile of ours is one of theirs, to the pixel and a little beyond. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GgovBaseMap) map = NULL;

  add_tile (fixture->db, 10, 800, 400, new_tile (RED, GREEN));
  map = open_map (fixture, GGOV_GEO_DATUM_WGS84, 1);

  assert_colour (map, 10, 800, 400, 0, 0, RED);
  assert_colour (map, 10, 800, 400, -1, -1, RED);
  assert_colour (map, 10, 800, 400, 127, 255, RED);
  assert_colour (map, 10, 800, 400, 128, 128, GREEN);
  assert_colour (map, 10, 800, 400, 256, 256, GREEN);
  assert_colour (map, 10, 801, 400, 128, 128, 0xffffff);
  g_assert_cmpstr (ggov_base_map_get_attribution (map), ==, "Somebody");
  g_assert_null (ggov_base_map_get_problem (map));
}

static void
test_coarser (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GgovBaseMap) map = NULL;

  add_tile (fixture->db, 10, 800, 400, new_tile (RED, GREEN));
  add_tile (fixture->db, 12, 3200, 1600, new_tile (BLUE, BLUE));
  map = open_map (fixture, GGOV_GEO_DATUM_WGS84, 1);

  /* The finest there is; where it is missing, two levels up: the western half, the eastern one. */
  assert_colour (map, 12, 3200, 1600, 128, 128, BLUE);
  assert_colour (map, 12, 3201, 1600, 128, 128, RED);
  assert_colour (map, 12, 3202, 1603, 128, 128, GREEN);
  assert_colour (map, 13, 6401, 3201, 128, 128, BLUE);
  assert_colour (map, 13, 6407, 3207, 128, 128, GREEN);

  /* Eight levels above the coarse one, and one more. */
  assert_colour (map, 18, 800 * 256 + 255, 400 * 256 + 9, 128, 128, GREEN);
  assert_colour (map, 19, 800 * 512 + 511, 400 * 512 + 9, 128, 128, 0xffffff);
}

/* Put together out of the finer ones, but not out of more than sixteen. */
static void
test_finer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovBaseMap) map = NULL;

  for (int i = 0; i < 16; i++)
    add_tile (fixture->db, 12, 3200 + i % 4, 1600 + i / 4,
              i == 15 ? new_tile (RED, GREEN) : new_tile (BLUE, BLUE));
  map = open_map (fixture, GGOV_GEO_DATUM_WGS84, 1);

  assert_colour (map, 10, 800, 400, 100, 100, BLUE);
  assert_colour (map, 10, 800, 400, 191, 220, BLUE);
  assert_colour (map, 10, 800, 400, 200, 220, RED);
  assert_colour (map, 10, 800, 400, 250, 220, GREEN);
  assert_colour (map, 9, 400, 200, 50, 50, 0xffffff);
}

static void
test_shades (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GgovBaseMap) whole = NULL;
  g_autoptr(GgovBaseMap) half = NULL;
  gboolean is_painted;
  guint colour;

  add_tile (fixture->db, 10, 800, 400, new_tile (0x000000, 0xffffff));
  whole = open_map (fixture, GGOV_GEO_DATUM_WGS84, 1);
  half = open_map (fixture, GGOV_GEO_DATUM_WGS84, 0.5);

  /* Black half seen through to white; in the dark white is 4 parts of 10 left. */
  colour = paint_and_look (half, 10, 800, 400, 20, 20, FALSE, &is_painted);
  g_assert_cmpint (ABS ((int) (colour & 0xff) - 0x80), <=, 1);
  colour = paint_and_look (whole, 10, 800, 400, 200, 20, TRUE, &is_painted);
  g_assert_cmpint (ABS ((int) (colour & 0xff) - 0x66), <=, 1);
}

/* A published place in Beijing, as satellites give it and as web maps draw it (see
 * coordinates/wgs84-gcj02-pairs.csv): their tile that is under it is the third to the east. */
static void
test_shifted (Fixture       *fixture,
              gconstpointer  data)
{
  const double x = ggov_mercator_x (116.377817) * 131072, y = ggov_mercator_y (39.911954) * 131072;
  const int column = ggov_mercator_x (116.38404722455657) * 131072;
  const int row = ggov_mercator_y (39.91334545536069) * 131072;
  g_autoptr(GgovBaseMap) straight = NULL;
  g_autoptr(GgovBaseMap) shifted = NULL;

  g_assert_cmpint (column, ==, (int) x + 3);
  for (int i = -4; i <= 4; i++)
    for (int j = -4; j <= 4; j++)
      add_tile (fixture->db, 17, column + i, row + j,
                i == 0 && j == 0 ? new_tile (RED, GREEN) : new_tile (BLUE, BLUE));
  straight = open_map (fixture, GGOV_GEO_DATUM_WGS84, 1);
  shifted = open_map (fixture, GGOV_GEO_DATUM_GCJ02, 1);

  assert_colour (straight, 17, x, y, (x - (int) x) * 256, (y - (int) y) * 256, BLUE);
  /* In that tile the place is 0.14 from the west, which is in the red half. */
  g_assert_cmpfloat (ggov_mercator_x (116.38404722455657) * 131072 - column, <, 0.45);
  assert_colour (shifted, 17, x, y, (x - (int) x) * 256, (y - (int) y) * 256, RED);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GgovBaseMap) map = NULL;
  g_autoptr(GBytes) good = new_tile (RED, RED);

  add_tile (fixture->db, 10, 800, 400, g_bytes_ref (good));
  add_tile (fixture->db, 11, 1600, 800, g_bytes_new_from_bytes (good, 0, 60));
  map = open_map (fixture, GGOV_GEO_DATUM_WGS84, 1);

  /* A coarser one stands in, and the place is named. */
  assert_colour (map, 11, 1600, 800, 128, 128, RED);
  while (ggov_base_map_get_problem (map) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (ggov_base_map_get_problem (map), "level 11, column 1600, row 800"));
}

/* By what its header says, before room for it is made. */
static void
test_too_large (void)
{
  g_autoptr(GdkPixbuf) wide = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1025, 1);
  g_autoptr(GBytes) good = new_tile (RED, RED);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface = ggov_tile_picture_decode (good, &error);
  char *data;
  gsize size;

  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 256);
  cairo_surface_destroy (surface);

  g_assert_true (gdk_pixbuf_save_to_buffer (wide, &data, &size, "png", NULL, NULL));
  bytes = g_bytes_new_take (data, size);
  g_assert_null (ggov_tile_picture_decode (bytes, &error));
  g_assert_nonnull (error);
}

/* What would be read as another format is not. */
static void
test_other_format (void)
{
  const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (svg, sizeof svg - 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (ggov_tile_picture_decode (bytes, &error));
  g_assert_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE);
  g_assert_true (ggov_tile_picture_can_read (GGOV_TILE_PNG));
  g_assert_true (ggov_tile_picture_can_read (GGOV_TILE_JPEG));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ui/base-map/same", test_same);
  ADD ("/ui/base-map/coarser", test_coarser);
  ADD ("/ui/base-map/finer", test_finer);
  ADD ("/ui/base-map/shades", test_shades);
  ADD ("/ui/base-map/shifted", test_shifted);
  ADD ("/ui/base-map/damaged", test_damaged);
#undef ADD
  g_test_add_func ("/ui/base-map/too-large", test_too_large);
  g_test_add_func ("/ui/base-map/other-format", test_other_format);

  return g_test_run ();
}
