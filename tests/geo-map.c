/* geo-map.c: communities to edit: the demo's, and maps of real towns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "geo-map.h"

#include <json-glib/json-glib.h>

#include "geo-coverage.h"
#include "geo-town.h"
#include "ggov-geo-wkb.h"

#define LON_M    84600.0 /* near enough for the width of a building */
#define LAT_M    111050.0
#define MIDDLE_M 4.0     /* that width, on maps without buildings */

void
map_clear (Map *self)
{
  for (guint i = 0; self->buildings != NULL && i < self->buildings->len; i++)
    g_bytes_unref (g_array_index (self->buildings, GgovGeoBuilding, i).footprint);

  g_clear_pointer (&self->community, g_bytes_unref);
  g_clear_pointer (&self->streets, g_bytes_unref);
  g_clear_pointer (&self->buildings, g_array_unref);
  g_clear_pointer (&self->households, g_array_unref);
  g_clear_object (&self->subdivision);
}

void
map_read_demo (Map          *map,
               GgovDemoTown *town,
               guint         community)
{
  GgovDemoCommunity *place = _ggov_demo_town_community (town, community);
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  map->community = g_bytes_ref (place->border);
  map->buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  map->households = g_array_new (FALSE, FALSE, sizeof (guint));
  map->subdivision = g_object_ref (place->subdivision);

  for (guint i = 0; i < town->streets->len; i++)
    g_ptr_array_add (lines, g_array_index (town->streets, GgovDemoStreet, i).line);

  map->streets = ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_LINE_STRING, lines);

  for (guint i = place->first_building; i < place->first_building + place->n_buildings; i++)
    {
      const GgovDemoBuilding *house = _ggov_demo_town_building (town, i);
      GgovGeoBuilding building = { i + 1, house->grid + 1, g_bytes_ref (house->footprint) };
      guint households = house->households;

      g_array_append_val (map->buildings, building);
      g_array_append_val (map->households, households);
    }
}

/* A small building in the middle of each polygon of a map, unless a border runs there. */
static void
build (Map            *map,
       const Coverage *coverage)
{
  g_autoptr(GPtrArray) findings = NULL;
  const guint households = 20;

  map->buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  map->households = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < coverage->middles->len; i++)
    {
      const double *middle = (const double *) (gpointer) coverage->middles->data + 2 * i;
      const double w = MIDDLE_M / 2 / LON_M, h = MIDDLE_M / 2 / LAT_M;
      const double box[] = { middle[0] - w, middle[1] - h, middle[0] + w, middle[1] - h,
                             middle[0] + w, middle[1] + h, middle[0] - w, middle[1] + h,
                             middle[0] - w, middle[1] - h };
      GgovGeoBuilding building = { i + 1, 0, town_new_polygon (box, 5) };

      building.grid_id = ggov_geo_subdivision_find_grid (map->subdivision, middle[0], middle[1]);
      findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);

      if (building.grid_id != 0)
        ggov_geo_subdivision_check_buildings (map->subdivision, &building, 1, findings, NULL);

      if (building.grid_id != 0 && findings->len == 0)
        {
          g_array_append_val (map->buildings, building);
          g_array_append_val (map->households, households);
        }
      else
        g_bytes_unref (building.footprint);

      g_clear_pointer (&findings, g_ptr_array_unref);
    }
}

static void
read_coverage (Map            *map,
               const Coverage *coverage)
{
  g_autoptr(GError) error = NULL;

  map->subdivision = coverage_to_subdivision (coverage);
  map->community = ggov_geo_subdivision_dup_grid_wkb (map->subdivision, 0, &error);
  g_assert_no_error (error);
  build (map, coverage);
  g_test_message ("%u polygons, %u arcs, %u buildings", coverage->grid_ids->len,
                  ggov_geo_subdivision_get_n_arcs (map->subdivision), map->buildings->len);
}

static char *
find_file (const char *name)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : "", "boundaries", name, NULL);

  if (folder != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("The map is not in GRIDGOV_TEST_DATA");

  return NULL;
}

static void
read_rings (Coverage  *coverage,
            JsonArray *rings,
            gint64     grid_id)
{
  for (guint i = 0; i < json_array_get_length (rings); i++)
    {
      JsonArray *ring = json_array_get_array_element (rings, i);
      guint n = json_array_get_length (ring);
      g_autofree double *coords = g_new (double, 2 * n);

      for (guint j = 0; j < 2 * n; j++)
        coords[j] = json_array_get_double_element (json_array_get_array_element (ring, j / 2),
                                                   j % 2);

      coverage_add_ring (coverage, coords, n, i > 0, grid_id);
    }
}

gboolean
map_read_taipei (Map *map)
{
  g_autofree char *path = find_file ("taipei-daan-63000030.geojson");
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(Coverage) coverage = { 0 };
  JsonArray *features;

  if (path == NULL)
    return FALSE;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  features = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "features");
  coverage_init (&coverage);

  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      const char *code =
        json_object_get_string_member (json_object_get_object_member (feature, "properties"),
                                       "CODE2");
      JsonArray *rings =
        json_object_get_array_member (json_object_get_object_member (feature, "geometry"),
                                      "coordinates");

      if (!g_hash_table_contains (ids, code))
        g_hash_table_insert (ids, (gpointer) code,
                             GUINT_TO_POINTER (g_hash_table_size (ids) + 1));

      read_rings (&coverage, rings, GPOINTER_TO_UINT (g_hash_table_lookup (ids, code)));
    }

  read_coverage (map, &coverage);

  return TRUE;
}

/* One record of a shapefile: 44 bytes, then where parts begin, then points. */
static void
read_shape (Coverage     *coverage,
            const guint8 *record,
            gint64        grid_id)
{
  guint32 n_parts, n_points;

  memcpy (&n_parts, record + 36, 4);
  memcpy (&n_points, record + 40, 4);

  for (guint i = 0; i < n_parts; i++)
    {
      guint32 from, to = n_points;
      g_autofree double *coords = NULL;

      memcpy (&from, record + 44 + 4 * i, 4);

      if (i + 1 < n_parts)
        memcpy (&to, record + 48 + 4 * i, 4);

      coords = g_new (double, 2 * (to - from));
      memcpy (coords, record + 44 + 4 * n_parts + 16 * from, 16 * (to - from));

      /* Outer rings run clockwise, holes the other way. */
      coverage_add_ring (coverage, coords, to - from, coverage_get_area (coords, to - from) > 0,
                         grid_id);
    }
}

/* The ward is the last field of a block's record. */
gboolean
map_read_providence (Map *map)
{
  g_autofree char *path = find_file ("Providence_blocks.zip");
  g_autoptr(GBytes) shapes = NULL;
  g_autoptr(GBytes) records = NULL;
  g_auto(Coverage) coverage = { 0 };
  const guint8 *shape, *record, *end;
  guint16 header, size;
  gsize length;

  if (path == NULL)
    return FALSE;

  shapes = coverage_unzip (path, "Providence_blocks.shp");
  records = coverage_unzip (path, "Providence_blocks.dbf");
  g_assert_nonnull (shapes);
  g_assert_nonnull (records);
  coverage_init (&coverage);
  shape = g_bytes_get_data (shapes, &length);
  end = shape + length;
  record = g_bytes_get_data (records, NULL);
  memcpy (&header, record + 8, 2);
  memcpy (&size, record + 10, 2);
  record += header;

  for (shape += 100; shape + 8 < end; record += size)
    {
      guint32 words;
      g_autofree char *ward = g_strndup ((const char *) record + size - 24, 24);

      memcpy (&words, shape + 4, 4);
      read_shape (&coverage, shape + 8, 1 + (gint64) g_ascii_strtod (g_strstrip (ward), NULL));
      shape += 8 + 2 * GUINT32_FROM_BE (words);
    }

  read_coverage (map, &coverage);

  return TRUE;
}
