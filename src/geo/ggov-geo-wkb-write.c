/* ggov-geo-wkb-write.c: shapes as bytes: written, and shifted in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-wkb.h"

#define POINT_SIZE 16

static void
append_word (GByteArray *bytes,
             guint32     word)
{
  word = GUINT32_TO_LE (word);
  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

static void
append_header (GByteArray     *bytes,
               GgovGeoWkbType  type)
{
  const guint8 little_endian = 1;

  g_byte_array_append (bytes, &little_endian, 1);
  append_word (bytes, type);
}

static void
store_points (guint8       *at,
              const double *coords,
              guint         n_points)
{
  for (gsize i = 0; i < 2 * (gsize) n_points; i++)
    {
      guint64 word;

      memcpy (&word, coords + i, sizeof word);
      word = GUINT64_TO_LE (word);
      memcpy (at + i * sizeof word, &word, sizeof word);
    }
}

static void
append_points (GByteArray   *bytes,
               const double *coords,
               guint         n_points)
{
  guint start = bytes->len;

  g_byte_array_set_size (bytes, start + POINT_SIZE * n_points);
  store_points (bytes->data + start, coords, n_points);
}

typedef void (*ShiftFunc) (GgovGeoDatum  datum,
                           double       *coords,
                           gsize         n);

static gboolean
shift (guint8        *data,
       gsize          size,
       ShiftFunc      func,
       GgovGeoDatum   datum,
       GError       **error)
{
  GgovGeoWkb wkb;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  if (!ggov_geo_wkb_init (&wkb, data, size, error))
    return FALSE;

  ggov_geo_wkb_iter_init (&iter, &wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      for (guint i = 0; i < ring.n_points; i++)
        {
          double place[2];

          ggov_geo_wkb_ring_get (&ring, i, place);
          func (datum, place, 1);
          store_points (data + (ring.bytes - data) + POINT_SIZE * (gsize) i, place, 1);
        }
    }

  return TRUE;
}

gboolean
ggov_geo_wkb_shift_to_wgs84 (guint8        *data,
                             gsize          size,
                             GgovGeoDatum   from,
                             GError       **error)
{
  return shift (data, size, ggov_geo_datum_to_wgs84, from, error);
}

gboolean
ggov_geo_wkb_shift_from_wgs84 (guint8        *data,
                               gsize          size,
                               GgovGeoDatum   to,
                               GError       **error)
{
  return shift (data, size, ggov_geo_datum_from_wgs84, to, error);
}

GBytes *
ggov_geo_wkb_new_point (double lon,
                        double lat)
{
  const double place[] = { lon, lat };
  GByteArray *bytes = g_byte_array_sized_new (21);

  append_header (bytes, GGOV_GEO_WKB_POINT);
  append_points (bytes, place, 1);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
ggov_geo_wkb_new_line_string (const double *coords,
                              guint         n_points)
{
  GByteArray *bytes;

  g_return_val_if_fail (coords != NULL || n_points == 0, NULL);

  bytes = g_byte_array_sized_new (9 + POINT_SIZE * n_points);
  append_header (bytes, GGOV_GEO_WKB_LINE_STRING);
  append_word (bytes, n_points);
  append_points (bytes, coords, n_points);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
ggov_geo_wkb_new_polygon (const double *coords,
                          const guint  *ring_sizes,
                          guint         n_rings)
{
  GByteArray *bytes;

  g_return_val_if_fail ((coords != NULL && ring_sizes != NULL) || n_rings == 0, NULL);

  bytes = g_byte_array_new ();
  append_header (bytes, GGOV_GEO_WKB_POLYGON);
  append_word (bytes, n_rings);

  for (guint i = 0; i < n_rings; i++)
    {
      append_word (bytes, ring_sizes[i]);
      append_points (bytes, coords, ring_sizes[i]);
      coords += 2 * (gsize) ring_sizes[i];
    }

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
ggov_geo_wkb_new_multi (GgovGeoWkbType  type,
                        GPtrArray      *parts)
{
  GByteArray *bytes;

  g_return_val_if_fail (type >= GGOV_GEO_WKB_MULTI_POINT, NULL);
  g_return_val_if_fail (parts != NULL, NULL);

  bytes = g_byte_array_new ();
  append_header (bytes, type);
  append_word (bytes, parts->len);

  for (guint i = 0; i < parts->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (parts, i), &size);

      g_byte_array_append (bytes, data, size);
    }

  return g_byte_array_free_to_bytes (bytes);
}
