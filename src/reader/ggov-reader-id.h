/* ggov-reader-id.h: the id that a feature has in its source, if it has one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <ogr_api.h>

G_BEGIN_DECLS

typedef enum
{
  GGOV_READER_ID_NONE,
  GGOV_READER_ID_OSM_LAYER, /* GDAL's OSM driver: a field for relations' ids, one for ways' */
  GGOV_READER_ID_OSM_PAIR,  /* a field with node, way or relation, and one with the number */
  GGOV_READER_ID_FIELD,     /* a field has all of it */
  GGOV_READER_ID_FID,       /* the feature's number */
} GgovReaderIdKind;

typedef struct
{
  GgovReaderIdKind kind;
  int type_field;         /* OSM_PAIR: the word; OSM_LAYER: the relation's id, or any id */
  int id_field;           /* OSM_PAIR, FIELD: the id; OSM_LAYER: the way's id, or -1 */
  const char *osm_type;   /* OSM_LAYER: what type_field numbers */
} GgovReaderIdRule;

/**
 * ggov_reader_id_find_rule:
 * @is_osm: the layer is of GDAL's OSM driver
 * @is_geojson: the layer's feature numbers may be the file's own
 *
 * Row numbers are no ids: they change whenever a row is removed. So a shapefile or a GeoPackage
 * has ids only in a field of a known name.
 */
GgovReaderIdRule ggov_reader_id_find_rule (OGRLayerH layer,
                                           gboolean  is_osm,
                                           gboolean  is_geojson);

/* "osm" where the ids are node/1, way/2, relation/3; "feature" or "none" otherwise. */
const char *ggov_reader_id_get_word (const GgovReaderIdRule *rule);

/* Returns: (nullable) (transfer full): such as way/123, or NULL where the feature has none */
char *ggov_reader_id_make (const GgovReaderIdRule *rule,
                           OGRFeatureH             feature);

G_END_DECLS
