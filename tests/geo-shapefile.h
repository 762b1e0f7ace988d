/* geo-shapefile.h: just enough of zipped shapefiles to read one's polygons and a whole number
 *
 * Source: PKWARE, APPNOTE 4.3; ESRI Shapefile Technical Description (1998); dBASE III.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

static inline guint32
shapefile_get (const guint8 *at,
               guint         n_bytes)
{
  guint32 number = 0;

  for (guint i = n_bytes; i-- > 0;)
    number = number << 8 | at[i];

  return number;
}

static inline GBytes *
shapefile_inflate (const guint8 *data,
                   gsize         size)
{
  g_autoptr(GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr(GInputStream) packed = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  stream = g_converter_input_stream_new (packed, G_CONVERTER (inflate));
  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* Returns: (transfer full): a member of a zip file, found from its directory at the end */
static inline GBytes *
shapefile_unzip (GBytes     *zip,
                 const char *name)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (zip, &size);
  const guint8 *end = data + size - 22, *at;

  while (shapefile_get (end, 4) != 0x06054b50)
    end--;

  at = data + shapefile_get (end + 16, 4);

  for (guint i = shapefile_get (end + 10, 2); i-- > 0;)
    {
      guint n_name = shapefile_get (at + 28, 2);
      const guint8 *local = data + shapefile_get (at + 42, 4);

      if (n_name == strlen (name) && memcmp (at + 46, name, n_name) == 0)
        return shapefile_inflate (local + 30 + shapefile_get (local + 26, 2) +
                                  shapefile_get (local + 28, 2), shapefile_get (at + 20, 4));

      at += 46 + n_name + shapefile_get (at + 30, 2) + shapefile_get (at + 32, 2);
    }

  g_assert_not_reached ();
}

/* Returns: (transfer full) (element-type GBytes): WKB polygons; what is not the first ring is taken
 * for a hole */
static inline GPtrArray *
shapefile_read_polygons (GBytes *shp)
{
  GPtrArray *polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize size;
  const guint8 *data = g_bytes_get_data (shp, &size);

  for (gsize at = 100; at + 8 < size;)
    {
      const guint8 *record = data + at + 8;
      guint n_rings = shapefile_get (record + 36, 4), n_points = shapefile_get (record + 40, 4);
      const guint8 *points = record + 44 + 4 * n_rings;
      GByteArray *wkb = g_byte_array_new ();

      g_byte_array_append (wkb, (const guint8 *) "\1\3\0\0\0", 5);
      g_byte_array_append (wkb, record + 36, 4);

      for (guint i = 0; i < n_rings; i++)
        {
          guint first = shapefile_get (record + 44 + 4 * i, 4);
          guint n = (i + 1 < n_rings ? shapefile_get (record + 48 + 4 * i, 4) : n_points) - first;
          guint32 count = GUINT32_TO_LE (n);

          g_byte_array_append (wkb, (const guint8 *) &count, 4);
          g_byte_array_append (wkb, points + 16 * first, 16 * n);
        }

      g_ptr_array_add (polygons, g_byte_array_free_to_bytes (wkb));
      at += 8 + 2 * GUINT32_SWAP_LE_BE (shapefile_get (data + at + 4, 4));
    }

  return polygons;
}

/* Returns: (transfer full) (element-type guint): a column of whole numbers */
static inline GArray *
shapefile_read_numbers (GBytes     *dbf,
                        const char *column)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint8 *data = g_bytes_get_data (dbf, NULL);
  guint n = shapefile_get (data + 4, 4), n_header = shapefile_get (data + 8, 2);
  guint n_record = shapefile_get (data + 10, 2), offset = 1, width = 0;

  for (const guint8 *field = data + 32; *field != '\r'; field += 32)
    {
      width = field[16];

      if (strcmp ((const char *) field, column) == 0)
        break;

      offset += width;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strndup ((const char *) data + n_header + i * n_record + offset,
                                         width);
      guint number = strtoul (text, NULL, 10);

      g_array_append_val (numbers, number);
    }

  return numbers;
}
