/* ggov-geo-site.c: what does not change while a community's borders are edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-ring-private.h"
#include "ggov-geo-site-private.h"
#include "ggov-geo-subdivision-private.h"

struct _GgovGeoSite
{
  gatomicrefcount ref_count;

  GBytes *community_wkb;
  GBytes *streets_wkb;         /* (nullable) */
  GgovGeoBuilding *buildings;  /* (array length=n_buildings): a reference on each footprint */
  guint *households;
  guint n_buildings;
  double (*middles)[2];        /* of buildings, degrees; NaN where there is none */
  GHashTable *by_id;           /* (element-type gint64 guint): keys owned by buildings */
  GgovGeoIndex *index;
  GArray *tracks;              /* (element-type GgovGeoTrack) */
  double *outline;             /* shape [n_outline][2]: all rings of the community */
  GHashTable *corners;         /* (element-type double[2]): owned by outline */
  GgovGeoFrame frame;
};

static void
clear_track (gpointer data)
{
  GgovGeoTrack *track = data;

  g_clear_pointer (&track->coords, g_free);
}

static void
add_track (GgovGeoSite        *self,
           const GEOSGeometry *line)
{
  GgovGeoTrack track = { NULL, 0, GGOV_GEO_BOUNDS_EMPTY };

  if (!(track.coords = _ggov_geo_geom_dup_coords (line, &track.n_points)))
    return;

  for (guint i = 0; i < track.n_points; i++)
    ggov_geo_bounds_add (&track.bounds, track.coords[2 * i], track.coords[2 * i + 1]);

  g_array_append_val (self->tracks, track);
}

static void
add_tracks (GgovGeoSite        *self,
            const GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();

  if (GEOSGeomTypeId_r (geos, geom) == GEOS_LINESTRING)
    add_track (self, geom);
  else if (GEOSGeomTypeId_r (geos, geom) > GEOS_POLYGON)
    for (int i = 0; i < GEOSGetNumGeometries_r (geos, geom); i++)
      add_tracks (self, GEOSGetGeometryN_r (geos, geom, i));
}

static gboolean
read_streets (GgovGeoSite  *self,
              GError      **error)
{
  g_autoptr(GEOSGeometry) streets = NULL;

  if (self->streets_wkb == NULL)
    return TRUE;

  if (!(streets = _ggov_geo_geom_from_wkb (self->streets_wkb, error)))
    return FALSE;

  add_tracks (self, streets);

  return TRUE;
}

static gboolean
read_community (GgovGeoSite  *self,
                GError      **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) community = _ggov_geo_geom_from_wkb (self->community_wkb, error);
  g_autoptr(GArray) outline = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_autoptr(GEOSGeometry) boundary = NULL;
  guint n_outline;

  if (community == NULL || !_ggov_geo_frame_init (&self->frame, community, error))
    return FALSE;

  if (!(boundary = GEOSBoundary_r (geos, community)))
    return _ggov_geo_engine_fail (error);

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, boundary); i++)
    {
      g_autofree double *coords = NULL;
      guint n_points;

      coords = _ggov_geo_geom_dup_coords (GEOSGetGeometryN_r (geos, boundary, i), &n_points);

      if (coords != NULL)
        g_array_append_vals (outline, coords, n_points);
    }

  n_outline = outline->len;
  self->outline = (double *) (gpointer) g_array_free (g_steal_pointer (&outline), FALSE);

  for (guint i = 0; i < n_outline; i++)
    g_hash_table_add (self->corners, self->outline + 2 * i);

  return TRUE;
}

static void
find_middle (GgovGeoSite *self,
             guint        building)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) shape = NULL;
  g_autoptr(GEOSGeometry) point = NULL;
  double *middle = self->middles[building];

  middle[0] = middle[1] = NAN;

  if (self->buildings[building].footprint == NULL ||
      !(shape = _ggov_geo_geom_from_wkb (self->buildings[building].footprint, NULL)) ||
      !(point = GEOSPointOnSurface_r (geos, shape)) || GEOSisEmpty_r (geos, point) != 0)
    return;

  if (GEOSGeomGetX_r (geos, point, &middle[0]) != 1 ||
      GEOSGeomGetY_r (geos, point, &middle[1]) != 1)
    middle[0] = middle[1] = NAN;
}

static void
read_buildings (GgovGeoSite *self)
{
  GgovGeoFootprintsBuilder *builder = ggov_geo_footprints_builder_new (self->n_buildings);
  g_autoptr(GgovGeoFootprints) footprints = NULL;

  for (guint i = 0; i < self->n_buildings; i++)
    {
      GgovGeoBuilding *building = &self->buildings[i];

      if (building->footprint != NULL)
        g_bytes_ref (building->footprint);

      find_middle (self, i);
      g_hash_table_insert (self->by_id, &building->id, GUINT_TO_POINTER (i + 1));

      if (!isnan (self->middles[i][0]) &&
          !ggov_geo_footprints_builder_append (builder, i, 0,
                                               g_bytes_get_data (building->footprint, NULL),
                                               g_bytes_get_size (building->footprint), NULL))
        self->middles[i][0] = self->middles[i][1] = NAN;
    }

  footprints = ggov_geo_footprints_builder_end (builder);
  self->index = ggov_geo_index_new (footprints);
}

GgovGeoSite *
ggov_geo_site_new (GBytes                 *community_wkb,
                   const GgovGeoBuilding  *buildings,
                   const guint            *households,
                   guint                   n_buildings,
                   GBytes                 *streets_wkb,
                   GError                **error)
{
  g_autoptr(GgovGeoSite) self = NULL;

  g_return_val_if_fail (community_wkb != NULL, NULL);
  g_return_val_if_fail (buildings != NULL || n_buildings == 0, NULL);

  self = g_new0 (GgovGeoSite, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->community_wkb = g_bytes_ref (community_wkb);
  self->streets_wkb = streets_wkb != NULL ? g_bytes_ref (streets_wkb) : NULL;
  self->buildings = g_memdup2 (buildings, n_buildings * sizeof *buildings);
  self->households = g_new0 (guint, n_buildings);
  self->middles = g_malloc (n_buildings * sizeof *self->middles);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->corners = g_hash_table_new (_ggov_geo_place_hash, _ggov_geo_place_equal);
  self->tracks = g_array_new (FALSE, FALSE, sizeof (GgovGeoTrack));
  g_array_set_clear_func (self->tracks, clear_track);
  self->n_buildings = n_buildings;
  read_buildings (self);

  for (guint i = 0; households != NULL && i < n_buildings; i++)
    self->households[i] = households[i];

  if (!read_community (self, error) || !read_streets (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

GgovGeoSite *
ggov_geo_site_ref (GgovGeoSite *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_geo_site_unref (GgovGeoSite *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_buildings; i++)
    g_clear_pointer (&self->buildings[i].footprint, g_bytes_unref);

  g_clear_pointer (&self->community_wkb, g_bytes_unref);
  g_clear_pointer (&self->streets_wkb, g_bytes_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->buildings, g_free);
  g_clear_pointer (&self->households, g_free);
  g_clear_pointer (&self->middles, g_free);
  g_clear_pointer (&self->index, ggov_geo_index_unref);
  g_clear_pointer (&self->tracks, g_array_unref);
  g_clear_pointer (&self->corners, g_hash_table_unref);
  g_clear_pointer (&self->outline, g_free);
  g_free (self);
}

const GgovGeoBuilding *
ggov_geo_site_get_buildings (const GgovGeoSite *self,
                             guint             *n_buildings)
{
  *n_buildings = self->n_buildings;

  return self->buildings;
}

guint
ggov_geo_site_get_households (const GgovGeoSite *self,
                              guint              building)
{
  g_return_val_if_fail (building < self->n_buildings, 0);

  return self->households[building];
}

GBytes *
ggov_geo_site_get_community (const GgovGeoSite *self)
{
  return self->community_wkb;
}

GBytes *
ggov_geo_site_get_streets (const GgovGeoSite *self)
{
  return self->streets_wkb;
}

GgovGeoIndex *
ggov_geo_site_get_index (const GgovGeoSite *self)
{
  return self->index;
}

gboolean
ggov_geo_site_find_building (const GgovGeoSite *self,
                             gint64             id,
                             guint             *building)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id));

  if (number == 0)
    return FALSE;

  *building = number - 1;

  return TRUE;
}

const GgovGeoFrame *
_ggov_geo_site_get_frame (const GgovGeoSite *self)
{
  return &self->frame;
}

GArray *
_ggov_geo_site_get_tracks (const GgovGeoSite *self)
{
  return self->tracks;
}

const double *
_ggov_geo_site_get_middle (const GgovGeoSite *self,
                           guint              building)
{
  return isnan (self->middles[building][0]) ? NULL : self->middles[building];
}

gboolean
_ggov_geo_site_is_corner (const GgovGeoSite *self,
                          const double      *place)
{
  return g_hash_table_contains (self->corners, place);
}
