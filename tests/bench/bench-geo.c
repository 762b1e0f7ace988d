/* bench-geo.c: 100,000 real footprints: checked, packed, found and matched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-polygons.h"
#include "ggov-geo-check.h"
#include "ggov-geo-match.h"
#include "ggov-geo-wkb.h"

#define N_QUERIES 10000

static double
seconds_since (gint64 began)
{
  return (g_get_monotonic_time () - began) / 1e6;
}

static void
time_checks (GPtrArray *polygons)
{
  gint64 began = g_get_monotonic_time ();
  guint counts[GGOV_GEO_N_FLAWS] = { 0 };

  for (guint i = 0; i < polygons->len; i++)
    {
      GBytes *wkb = g_ptr_array_index (polygons, i);

      counts[ggov_geo_check_shape (g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb),
                                   GGOV_GEO_SUBJECT_FOOTPRINT, NULL)]++;
    }

  g_print ("checked: %.3f s\n", seconds_since (began));
  for (guint i = 0; i < GGOV_GEO_N_FLAWS; i++)
    {
      if (counts[i] > 0)
        g_print ("  %s: %u\n", ggov_geo_flaw_get_name (i), counts[i]);
    }
}

static void
time_shift (GPtrArray *polygons)
{
  gint64 began = g_get_monotonic_time ();
  guint n_points = 0;

  for (guint i = 0; i < polygons->len; i++)
    {
      g_autoptr(GByteArray) copy = g_byte_array_new ();
      GBytes *wkb = g_ptr_array_index (polygons, i);
      GgovGeoWkb shape;

      g_byte_array_append (copy, g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb));
      ggov_geo_wkb_init (&shape, copy->data, copy->len, NULL);
      n_points += shape.n_points;

      /* To China and back: outside nothing is shifted. */
      for (gsize k = 13; k + 16 <= copy->len && shape.n_rings == 1; k += 16)
        {
          double lon;

          memcpy (&lon, copy->data + k, sizeof lon);
          lon += 190;
          memcpy (copy->data + k, &lon, sizeof lon);
        }
      ggov_geo_wkb_shift_to_wgs84 (copy->data, copy->len, GGOV_GEO_DATUM_BD09, NULL);
    }

  g_print ("shifted from BD-09: %.3f s, %u points\n", seconds_since (began), n_points);
}

static GgovGeoFootprints *
time_packing (GPtrArray *polygons)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (polygons->len);
  GgovGeoFootprints *prints;

  for (guint i = 0; i < polygons->len; i++)
    {
      GBytes *wkb = g_ptr_array_index (polygons, i);

      if (!ggov_geo_footprints_builder_append (builder, i, 0, g_bytes_get_data (wkb, NULL),
                                               g_bytes_get_size (wkb), NULL))
        g_error ("polygon %u was refused", i);
    }

  prints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
  g_print ("packed: %.3f s\n", seconds_since (began));

  return prints;
}

static void
time_index (GgovGeoFootprints *prints)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr(GgovGeoIndex) index = ggov_geo_index_new (prints);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  const GgovGeoBounds *extent = ggov_geo_footprints_get_extent (prints);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  guint total = 0, hits = 0, i;

  g_print ("indexed: %.3f s\n", seconds_since (began));

  began = g_get_monotonic_time ();
  for (guint k = 0; k < N_QUERIES; k++)
    {
      /* A tile of zoom 16. */
      double lon = g_rand_double_range (rand, extent->min_lon, extent->max_lon);
      double lat = g_rand_double_range (rand, extent->min_lat, extent->max_lat);
      GgovGeoBounds tile = { lon, lat, lon + 0.0055, lat + 0.0042 };

      ggov_geo_index_query (index, &tile, found);
      total += found->len;
    }
  g_print ("asked for a tile: %.1f us, %.0f footprints in the mean\n",
           seconds_since (began) / N_QUERIES * 1e6, (double) total / N_QUERIES);

  began = g_get_monotonic_time ();
  for (guint k = 0; k < N_QUERIES; k++)
    hits += ggov_geo_index_find_at (index,
                                    g_rand_double_range (rand, extent->min_lon, extent->max_lon),
                                    g_rand_double_range (rand, extent->min_lat, extent->max_lat),
                                    &i);
  g_print ("asked for a place: %.1f us, %u hits\n", seconds_since (began) / N_QUERIES * 1e6, hits);

  began = g_get_monotonic_time ();
  hits = 0;
  for (guint k = 0; k < N_QUERIES; k++)
    hits += ggov_geo_index_find_nearest (
      index, g_rand_double_range (rand, extent->min_lon, extent->max_lon),
      g_rand_double_range (rand, extent->min_lat, extent->max_lat), 200, &i, NULL);
  g_print ("asked for the nearest within 200 m: %.1f us, %u hits\n",
           seconds_since (began) / N_QUERIES * 1e6, hits);
}

/* All moved a metre or so to the east, so that none is the same. */
static GgovGeoFootprints *
move_all (GPtrArray *polygons)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (polygons->len);

  for (guint i = 0; i < polygons->len; i++)
    {
      GBytes *wkb = g_ptr_array_index (polygons, i);
      g_autoptr(GArray) coords = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr(GBytes) moved = NULL;
      GgovGeoWkb shape;
      GgovGeoWkbIter iter;
      GgovGeoWkbRing ring;

      ggov_geo_wkb_init_bytes (&shape, wkb, NULL);
      ggov_geo_wkb_iter_init (&iter, &shape);
      while (ggov_geo_wkb_iter_next (&iter, &ring))
        {
          guint start = coords->len;

          g_array_append_val (sizes, ring.n_points);
          g_array_set_size (coords, start + 2 * ring.n_points);
          ggov_geo_wkb_ring_copy (&ring, &g_array_index (coords, double, start));
          for (guint k = start; k < coords->len; k += 2)
            g_array_index (coords, double, k) += 0.00001;
        }

      moved = ggov_geo_wkb_new_polygon ((const double *) (gpointer) coords->data,
                                        (const guint *) (gpointer) sizes->data, sizes->len);
      ggov_geo_footprints_builder_append (builder, i, 0, g_bytes_get_data (moved, NULL),
                                          g_bytes_get_size (moved), NULL);
    }

  return ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
}

static void
time_match (const char              *what,
            GgovGeoFootprints       *known,
            const GgovGeoFootprints *incoming)
{
  guint n = ggov_geo_footprints_get_n (incoming);
  g_autofree GgovGeoMatch *matches = g_new (GgovGeoMatch, n);
  gint64 began = g_get_monotonic_time ();
  g_autoptr(GgovGeoIndex) index = ggov_geo_index_new (known);
  g_autoptr(GgovGeoMatcher) matcher = ggov_geo_matcher_new (index);
  guint counts[3] = { 0 }, itself = 0;

  ggov_geo_matcher_find_all (matcher, incoming, NULL, matches);

  for (guint k = 0; k < n; k++)
    {
      counts[matches[k].kind]++;
      itself += matches[k].kind != GGOV_GEO_MATCH_NONE && matches[k].i == k;
    }

  g_print ("matched %s: %.3f s; same %u, by place %u, none %u; with itself %u\n", what,
           seconds_since (began), counts[GGOV_GEO_MATCH_SAME], counts[GGOV_GEO_MATCH_PLACE],
           counts[GGOV_GEO_MATCH_NONE], itself);
}

int
main (void)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : ".", "buildings",
                                            "nyc-osm-buildings-102034.geojson.gz", NULL);
  g_autofree char *text = read_gzip (path);
  g_autoptr(GPtrArray) polygons = NULL;
  g_autoptr(GgovGeoFootprints) prints = NULL;
  g_autoptr(GgovGeoFootprints) moved = NULL;

  if (text == NULL)
    {
      g_print ("the buildings of GRIDGOV_TEST_DATA are not there\n");
      return 77; /* skipped */
    }

  polygons = read_polygons (text);
  g_print ("%u footprints\n", polygons->len);
  time_checks (polygons);
  time_shift (polygons);
  prints = time_packing (polygons);
  time_index (prints);
  time_match ("the same", prints, prints);
  moved = move_all (polygons);
  time_match ("all moved by a metre", prints, moved);

  return 0;
}
