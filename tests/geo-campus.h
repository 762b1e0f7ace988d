/* geo-campus.h: a real campus, with its odd footprints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "geo-json.h"
#include "geo-town.h"

static inline void
campus_load_buildings (Town      *town,
                       JsonArray *features)
{
  town->buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));

  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      GgovGeoBuilding building = { i + 1, 0, NULL };

      building.footprint =
        json_geometry_to_wkb (json_object_get_object_member (feature, "geometry"));

      if (building.footprint != NULL)
        g_array_append_val (town->buildings, building);
    }
}

static const char *const campus_main_streets[] = { "trunk", "primary", "secondary", NULL };

static const char *const campus_streets[] = { "trunk", "primary", "secondary", "tertiary",
                                              "residential", "unclassified", "living_street",
                                              NULL };

static inline gboolean
campus_is_street (JsonObject        *feature,
                  const char *const *kinds)
{
  JsonNode *kind = json_object_get_member (json_object_get_object_member (feature, "properties"),
                                           "highway");

  return kind != NULL && JSON_NODE_HOLDS_VALUE (kind) &&
         g_strv_contains (kinds, json_node_get_string (kind));
}

/* Returns: (transfer full): WKB lines */
static inline GBytes *
campus_dup_streets (JsonArray         *features,
                    const char *const *kinds)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      JsonObject *geometry = json_object_get_object_member (feature, "geometry");

      if (campus_is_street (feature, kinds) &&
          g_str_equal (json_object_get_string_member (geometry, "type"), "LineString"))
        g_ptr_array_add (lines, json_geometry_to_wkb (geometry));
    }

  g_byte_array_append (bytes, (const guint8 *) "\1", 1);
  json_append_number (bytes, 5);
  json_append_number (bytes, lines->len);

  for (guint i = 0; i < lines->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (lines, i), &size);

      g_byte_array_append (bytes, data, size);
    }

  return g_byte_array_free_to_bytes (bytes);
}

/* Returns: FALSE where the files are not at hand, and the test is skipped */
static inline gboolean
campus_load (Town    *town,
             GBytes **main_streets)
{
  g_autoptr(JsonArray) border = json_load_features ("tsinghua-campus-boundary.geojson");
  g_autoptr(JsonArray) buildings = json_load_features ("tsinghua-osm-626.geojson");
  g_autoptr(JsonArray) streets = json_load_features ("tsinghua-osm-roads.geojson");

  if (border == NULL || buildings == NULL || streets == NULL)
    {
      g_test_skip ("The footprints of the campus are not in GRIDGOV_TEST_DATA");
      return FALSE;
    }

  town->community = json_geometry_to_wkb (json_object_get_object_member (
                      json_array_get_object_element (border, 0), "geometry"));
  campus_load_buildings (town, buildings);
  town->streets = campus_dup_streets (streets, campus_streets);

  if (main_streets != NULL)
    *main_streets = campus_dup_streets (streets, campus_main_streets);

  return TRUE;
}
