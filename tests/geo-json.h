/* geo-json.h: shapes out of GeoJSON files, for tests on real places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include <string.h>

static inline void
json_append_number (GByteArray *bytes,
                    guint32     number)
{
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static inline void
json_append_places (GByteArray *bytes,
                    JsonArray  *places)
{
  json_append_number (bytes, json_array_get_length (places));

  for (guint i = 0; i < json_array_get_length (places); i++)
    {
      JsonArray *place = json_array_get_array_element (places, i);
      double lon_lat[] = { json_array_get_double_element (place, 0),
                           json_array_get_double_element (place, 1) };

      g_byte_array_append (bytes, (const guint8 *) lon_lat, sizeof lon_lat);
    }
}

static inline void
json_append_shape (GByteArray *bytes,
                   guint32     type,
                   JsonArray  *coordinates)
{
  g_byte_array_append (bytes, (const guint8 *) "\1", 1);
  json_append_number (bytes, type);

  if (type == 2)
    {
      json_append_places (bytes, coordinates);
      return;
    }

  json_append_number (bytes, json_array_get_length (coordinates));

  for (guint i = 0; i < json_array_get_length (coordinates); i++)
    if (type == 3)
      json_append_places (bytes, json_array_get_array_element (coordinates, i));
    else
      json_append_shape (bytes, type - 3, json_array_get_array_element (coordinates, i));
}

/* Returns: (transfer full) (nullable): little endian WKB; NULL for points */
static inline GBytes *
json_geometry_to_wkb (JsonObject *geometry)
{
  static const char *const types[] = { "", "Point", "LineString", "Polygon", "MultiPoint",
                                       "MultiLineString", "MultiPolygon" };
  const char *name = json_object_get_string_member (geometry, "type");
  GByteArray *bytes = g_byte_array_new ();

  for (guint32 type = 2; type < G_N_ELEMENTS (types); type++)
    if (type != 4 && g_str_equal (types[type], name))
      json_append_shape (bytes, type, json_object_get_array_member (geometry, "coordinates"));

  if (bytes->len > 0)
    return g_byte_array_free_to_bytes (bytes);

  g_byte_array_unref (bytes);

  return NULL;
}

/* Returns: (transfer full) (nullable): the features; NULL where the data is not at hand */
static inline JsonArray *
json_load_features (const char *name)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : "", "buildings", name, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  if (folder == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  return json_array_ref (json_object_get_array_member (
           json_node_get_object (json_parser_get_root (parser)), "features"));
}
