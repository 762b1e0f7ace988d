/* ggov-reader-id.c: the id that a feature has in its source, if it has one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-id.h"

#define N_PROBED 10 /* features looked at to tell given numbers from counted ones */

/* Field pairs of osmnx, of Nominatim and of older overpass exports. */
static const struct
{
  const char *type;
  const char *id;
} pairs[] = {
  { "element", "id" },
  { "element_type", "osmid" },
  { "osm_type", "osm_id" },
};

static int
find_field (OGRFeatureDefnH  fields,
            const char      *name)
{
  return OGR_FD_GetFieldIndex (fields, name);
}

/* GDAL numbers features from 0 where the file does not. */
static gboolean
has_own_numbers (OGRLayerH layer)
{
  gboolean own = FALSE;

  OGR_L_ResetReading (layer);
  for (gint64 i = 0; i < N_PROBED && !own; i++)
    {
      OGRFeatureH feature = OGR_L_GetNextFeature (layer);

      if (feature == NULL)
        break;
      own = OGR_F_GetFID (feature) != i;
      OGR_F_Destroy (feature);
    }
  OGR_L_ResetReading (layer);

  return own;
}

static GgovReaderIdRule
find_osm_rule (OGRLayerH        layer,
               OGRFeatureDefnH  fields)
{
  GgovReaderIdRule rule = { .kind = GGOV_READER_ID_OSM_LAYER, .osm_type = "relation" };
  const char *name = OGR_L_GetName (layer);

  rule.type_field = find_field (fields, "osm_id");
  rule.id_field = find_field (fields, "osm_way_id");
  if (g_str_equal (name, "points"))
    rule.osm_type = "node";
  else if (g_str_equal (name, "lines"))
    rule.osm_type = "way";

  return rule;
}

GgovReaderIdRule
ggov_reader_id_find_rule (OGRLayerH layer,
                          gboolean  is_osm,
                          gboolean  is_geojson)
{
  static const char *const names[] = { "osm_id", "osmid" };
  GgovReaderIdRule rule = { .kind = GGOV_READER_ID_FIELD };
  OGRFeatureDefnH fields = OGR_L_GetLayerDefn (layer);

  if (is_osm)
    return find_osm_rule (layer, fields);

  rule.id_field = find_field (fields, "@id");
  if (rule.id_field >= 0)
    return rule;
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      rule.type_field = find_field (fields, pairs[i].type);
      rule.id_field = find_field (fields, pairs[i].id);
      rule.kind = GGOV_READER_ID_OSM_PAIR;
      if (rule.type_field >= 0 && rule.id_field >= 0)
        return rule;
    }

  rule.kind = GGOV_READER_ID_FIELD;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      rule.id_field = find_field (fields, names[i]);
      if (rule.id_field >= 0)
        return rule;
    }
  if (is_geojson && has_own_numbers (layer))
    rule.kind = GGOV_READER_ID_FID;
  else if (is_geojson && find_field (fields, "id") >= 0)
    rule.id_field = find_field (fields, "id");
  else
    rule.kind = GGOV_READER_ID_NONE;

  return rule;
}

const char *
ggov_reader_id_get_word (const GgovReaderIdRule *rule)
{
  if (rule->kind == GGOV_READER_ID_NONE)
    return "none";

  return rule->kind == GGOV_READER_ID_OSM_LAYER || rule->kind == GGOV_READER_ID_OSM_PAIR
           ? "osm"
           : "feature";
}

static char *
make_typed (OGRFeatureH  feature,
            int          field,
            const char  *type)
{
  if (field < 0 || !OGR_F_IsFieldSetAndNotNull (feature, field))
    return NULL;

  return g_strconcat (type, "/", OGR_F_GetFieldAsString (feature, field), NULL);
}

static char *
make_pair (const GgovReaderIdRule *rule,
           OGRFeatureH             feature)
{
  g_autofree char *type = NULL;

  if (!OGR_F_IsFieldSetAndNotNull (feature, rule->type_field))
    return NULL;
  type = g_strdup (OGR_F_GetFieldAsString (feature, rule->type_field));

  return make_typed (feature, rule->id_field, type);
}

char *
ggov_reader_id_make (const GgovReaderIdRule *rule,
                     OGRFeatureH             feature)
{
  char *id = NULL;

  switch (rule->kind)
    {
    case GGOV_READER_ID_OSM_LAYER:
      id = make_typed (feature, rule->id_field, "way");
      return id != NULL ? id : make_typed (feature, rule->type_field, rule->osm_type);

    case GGOV_READER_ID_OSM_PAIR:
      return make_pair (rule, feature);

    case GGOV_READER_ID_FIELD:
      if (!OGR_F_IsFieldSetAndNotNull (feature, rule->id_field))
        return NULL;
      return g_strdup (OGR_F_GetFieldAsString (feature, rule->id_field));

    case GGOV_READER_ID_FID:
      return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) OGR_F_GetFID (feature));

    case GGOV_READER_ID_NONE:
    default:
      return NULL;
    }
}
