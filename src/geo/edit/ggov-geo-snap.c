/* ggov-geo-snap.c: where a pointer means, near vertices, borders, streets and walls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-layout-private.h"
#include "ggov-geo-ring-private.h"
#include "ggov-geo-snap.h"
#include "ggov-geo-subdivision-private.h"

typedef struct
{
  const GgovGeoLayout *layout; /* (nullable): where there are buildings alone */
  double lon_m;            /* metres to a degree */
  double lat_m;
  double place[2];
  GgovGeoBounds reach;     /* the square around the place that counts */
  const double *dragged;   /* (nullable): a vertex that does not count */
  GgovGeoSnap *best;
} Search;

static void
offer (Search             *self,
       GgovGeoSnapTargets  target,
       const double       *place,
       gint64              arc_id,
       guint               index,
       guint               building)
{
  double distance_m = hypot ((place[0] - self->place[0]) * self->lon_m,
                             (place[1] - self->place[1]) * self->lat_m);

  if (distance_m < self->best->distance_m)
    *self->best = (GgovGeoSnap) { target, place[0], place[1], distance_m,
                                  arc_id, index, building };
}

/* Offers the place on a segment that is nearest. */
static void
offer_segment (Search             *self,
               GgovGeoSnapTargets  target,
               const double       *a,
               const double       *b,
               gint64              arc_id,
               guint               index,
               guint               building)
{
  double lon_m = self->lon_m, lat_m = self->lat_m;
  double dx = (b[0] - a[0]) * lon_m, dy = (b[1] - a[1]) * lat_m;
  double x = (self->place[0] - a[0]) * lon_m, y = (self->place[1] - a[1]) * lat_m;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP ((x * dx + y * dy) / square, 0, 1) : 0;
  const double place[] = { a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]) };

  offer (self, target, t == 1 ? b : place, arc_id, index, building);
}

static gboolean
is_dragged (const Search *self,
            const double *place)
{
  return self->dragged != NULL && _ggov_geo_place_equal (self->dragged, place);
}

static void
search_arcs (Search             *self,
             GgovGeoSnapTargets  target)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (self->layout);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      if (!ggov_geo_bounds_intersects (&self->reach, _ggov_geo_layout_get_bounds (self->layout, i)))
        continue;

      for (guint j = 0; j < arc->n_points; j++)
        {
          const double *a = arc->coords + 2 * j;

          if (is_dragged (self, a))
            continue;

          if (target == GGOV_GEO_SNAP_VERTEX)
            offer (self, target, a, arc->id, j, 0);
          else if (j + 1 < arc->n_points && !is_dragged (self, a + 2))
            offer_segment (self, target, a, a + 2, arc->id, j, 0);
        }
    }
}

static void
search_streets (Search *self)
{
  GArray *tracks = _ggov_geo_site_get_tracks (ggov_geo_layout_get_site (self->layout));

  for (guint i = 0; i < tracks->len; i++)
    {
      const GgovGeoTrack *track = &g_array_index (tracks, GgovGeoTrack, i);

      if (ggov_geo_bounds_intersects (&self->reach, &track->bounds))
        for (guint j = 0; j + 1 < track->n_points; j++)
          offer_segment (self, GGOV_GEO_SNAP_STREET, track->coords + 2 * j,
                         track->coords + 2 * j + 2, 0, 0, 0);
    }
}

/* @corners: whether to look for corners, or for walls */
static void
search_footprints (Search       *self,
                   GgovGeoIndex *index,
                   gboolean      corners)
{
  GgovGeoFootprints *footprints = ggov_geo_index_get_footprints (index);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  ggov_geo_index_query (index, &self->reach, found);

  for (guint i = 0; i < found->len; i++)
    {
      guint footprint = g_array_index (found, guint, i);
      guint building = ggov_geo_footprints_get_id (footprints, footprint);

      for (guint j = 0; j < ggov_geo_footprints_get_n_rings (footprints, footprint); j++)
        {
          guint n_points;
          const double *ring = ggov_geo_footprints_get_ring (footprints, footprint, j,
                                                             &n_points, NULL);

          for (guint k = 0; k + 1 < n_points; k++)
            if (corners)
              offer (self, GGOV_GEO_SNAP_FOOTPRINT, ring + 2 * k, 0, 0, building);
            else
              offer_segment (self, GGOV_GEO_SNAP_FOOTPRINT, ring + 2 * k, ring + 2 * k + 2,
                             0, 0, building);
        }
    }
}

static gboolean
search (Search             *self,
        GgovGeoSnapTargets  targets,
        double              tolerance_m)
{
  static const GgovGeoSnapTargets order[] = { GGOV_GEO_SNAP_VERTEX, GGOV_GEO_SNAP_BORDER,
                                              GGOV_GEO_SNAP_STREET, GGOV_GEO_SNAP_FOOTPRINT };

  *self->best = (GgovGeoSnap) { GGOV_GEO_SNAP_NOTHING, self->place[0], self->place[1],
                                tolerance_m, 0, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if ((targets & order[i]) == 0)
        continue;

      if (order[i] == GGOV_GEO_SNAP_STREET)
        search_streets (self);
      else if (order[i] == GGOV_GEO_SNAP_FOOTPRINT)
        search_footprints (self, ggov_geo_site_get_index (ggov_geo_layout_get_site (self->layout)),
                           FALSE);
      else
        search_arcs (self, order[i]);

      if (self->best->target != GGOV_GEO_SNAP_NOTHING)
        return TRUE;
    }

  self->best->distance_m = 0;

  return FALSE;
}

static void
search_set_place (Search *self,
                  double  lon,
                  double  lat,
                  double  tolerance_m)
{
  double lon_reach = tolerance_m / self->lon_m, lat_reach = tolerance_m / self->lat_m;

  self->place[0] = lon;
  self->place[1] = lat;
  self->reach = (GgovGeoBounds) { lon - lon_reach, lat - lat_reach, lon + lon_reach,
                                  lat + lat_reach };
}

static void
search_init (Search              *self,
             const GgovGeoLayout *layout,
             double               lon,
             double               lat,
             double               tolerance_m,
             GgovGeoSnap         *snap)
{
  const GgovGeoFrame *frame = _ggov_geo_site_get_frame (ggov_geo_layout_get_site (layout));

  *self = (Search) {
    .layout = layout, .lon_m = frame->lon_m, .lat_m = frame->lat_m, .best = snap,
  };
  search_set_place (self, lon, lat, tolerance_m);
}

gboolean
ggov_geo_snap (const GgovGeoLayout *layout,
               GgovGeoSnapTargets   targets,
               double               lon,
               double               lat,
               double               tolerance_m,
               GgovGeoSnap         *snap)
{
  Search self;

  g_return_val_if_fail (layout != NULL && snap != NULL, FALSE);

  search_init (&self, layout, lon, lat, tolerance_m, snap);

  return search (&self, targets, tolerance_m);
}

gboolean
ggov_geo_snap_except (const GgovGeoLayout *layout,
                      GgovGeoSnapTargets   targets,
                      double               lon,
                      double               lat,
                      double               tolerance_m,
                      gint64               arc_id,
                      guint                index,
                      GgovGeoSnap         *snap)
{
  const GgovGeoArc *arc;
  Search self;

  g_return_val_if_fail (layout != NULL && snap != NULL, FALSE);

  arc = ggov_geo_subdivision_find_arc (ggov_geo_layout_get_subdivision (layout), arc_id);
  g_return_val_if_fail (arc != NULL && index < arc->n_points, FALSE);

  search_init (&self, layout, lon, lat, tolerance_m, snap);
  self.dragged = arc->coords + 2 * index;

  return search (&self, targets, tolerance_m);
}

gboolean
ggov_geo_snap_to_building (GgovGeoIndex *index,
                           double        lon,
                           double        lat,
                           double        tolerance_m,
                           double       *place)
{
  GgovGeoSnap snap = { GGOV_GEO_SNAP_NOTHING, lon, lat, tolerance_m, 0, 0, 0 };
  Search self = {
    .lon_m = METRES_A_DEGREE * cos (lat * G_PI / 180), .lat_m = METRES_A_DEGREE, .best = &snap,
  };

  g_return_val_if_fail (index != NULL && place != NULL, FALSE);

  search_set_place (&self, lon, lat, tolerance_m);
  search_footprints (&self, index, TRUE);
  if (snap.target == GGOV_GEO_SNAP_NOTHING)
    search_footprints (&self, index, FALSE);
  place[0] = snap.lon;
  place[1] = snap.lat;

  return snap.target != GGOV_GEO_SNAP_NOTHING;
}
