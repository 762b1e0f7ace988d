/* bench-polygons.h: footprints out of a packed GeoJSON file, with next to no allocations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "ggov-geo-wkb.h"

static inline char *
read_gzip (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) packed = g_file_read (file, NULL, NULL);
  g_autoptr(GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (packed == NULL)
    return NULL;

  input = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (gzip));
  g_output_stream_splice (output, input, 0, NULL, NULL);
  g_output_stream_write_all (output, "", 1, NULL, NULL, NULL);
  g_output_stream_close (output, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (output));
}

static inline const char *
parse_polygon (const char *at,
               GPtrArray  *polygons)
{
  g_autoptr(GArray) coords = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint before = 0;
  int depth = 0;

  do
    {
      if (*at == '[')
        depth++;
      else if (*at == ']' && --depth == 1)
        {
          guint size = coords->len / 2 - before;

          g_array_append_val (sizes, size);
          before += size;
        }

      if (depth == 3 && (*at == '-' || g_ascii_isdigit (*at)))
        {
          char *end;
          double number = strtod (at, &end);

          g_array_append_val (coords, number);
          at = end;
        }
      else
        at++;
    }
  while (depth > 0);

  g_ptr_array_add (polygons,
                   ggov_geo_wkb_new_polygon ((const double *) (gpointer) coords->data,
                                             (const guint *) (gpointer) sizes->data, sizes->len));

  return at;
}

/* (element-type GBytes): the polygons of a GeoJSON file; multipolygons are left out. */
static inline GPtrArray *
read_polygons (const char *text)
{
  const char begin[] = "\"Polygon\",\"coordinates\":";
  GPtrArray *polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *at = text;

  while ((at = strstr (at, begin)) != NULL)
    at = parse_polygon (at + strlen (begin), polygons);

  return polygons;
}
