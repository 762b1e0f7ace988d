/* ggov-map-source.c: how a viewport without a base map lays the world out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-frame.h"
#include "ggov-map-source.h"

/* From a prefecture on the screen down to a door. */
#define MIN_ZOOM 9
#define MAX_ZOOM 20

struct _GgovMapSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (GgovMapSource, ggov_map_source, SHUMATE_TYPE_MAP_SOURCE)

static void
ggov_map_source_class_init (GgovMapSourceClass *klass)
{
}

static void
ggov_map_source_init (GgovMapSource *self)
{
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);

  shumate_map_source_set_id (source, "gridgov");
  shumate_map_source_set_name (source, "GridGov");
  shumate_map_source_set_license (source, "");
  shumate_map_source_set_license_uri (source, "");
  shumate_map_source_set_min_zoom_level (source, MIN_ZOOM);
  shumate_map_source_set_max_zoom_level (source, MAX_ZOOM);
  shumate_map_source_set_tile_size (source, GGOV_MAP_TILE_SIZE);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
}

ShumateMapSource *
ggov_map_source_new (void)
{
  return g_object_new (GGOV_TYPE_MAP_SOURCE, NULL);
}
