/* base-map-tiles.h: tiles of one colour each, for the tests of base maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <sqlite3.h>

/* (transfer full): a PNG, its left and its right half of a colour each: 0xRRGGBB */
static inline GBytes *
new_tile (guint left,
          guint right)
{
  g_autoptr(GdkPixbuf) whole = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 256, 256);
  g_autoptr(GdkPixbuf) half = gdk_pixbuf_new_subpixbuf (whole, 128, 0, 128, 256);
  char *data;
  gsize size;

  gdk_pixbuf_fill (whole, left << 8 | 0xff);
  gdk_pixbuf_fill (half, right << 8 | 0xff);
  g_assert_true (gdk_pixbuf_save_to_buffer (whole, &data, &size, "png", NULL, NULL));

  return g_bytes_new_take (data, size);
}

/* Makes an empty archive. */
static inline sqlite3 *
begin_archive (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE metadata (name text, value text);"
                                 "INSERT INTO metadata VALUES ('scheme', 'xyz'),"
                                 " ('attribution', 'Somebody');"
                                 "CREATE TABLE tiles (zoom_level integer, tile_column integer,"
                                 " tile_row integer, tile_data blob);", NULL, NULL, NULL), ==,
                   SQLITE_OK);

  return db;
}

static inline void
add_tile (sqlite3 *db,
          int      zoom,
          int      x,
          int      y,
          GBytes  *picture)
{
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO tiles VALUES (?, ?, ?, ?)", -1, &stmt,
                                       NULL), ==, SQLITE_OK);
  sqlite3_bind_int (stmt, 1, zoom);
  sqlite3_bind_int (stmt, 2, x);
  sqlite3_bind_int (stmt, 3, y);
  sqlite3_bind_blob (stmt, 4, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture),
                     SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
  g_bytes_unref (picture);
}
