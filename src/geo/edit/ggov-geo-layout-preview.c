/* ggov-geo-layout-preview.c: whether a vertex may come to be where it is dragged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-edit-private.h"
#include "ggov-geo-subdivision-private.h"

#define AT_PLACE 1e-8 /* degrees, a millimetre */

/* A drag under way. */
typedef struct
{
  const GgovGeoLayout *layout;
  GgovGeoSubdivision *subdivision;
  const GgovGeoArc *dragged;
  const double *from;  /* the vertex, or the point before the one that is put in */
  gboolean is_new;
  gboolean is_node;
  const double *place; /* where it would be */
  GArray *locked;      /* (nullable) (element-type gint64) */
  gboolean is_doubtful; /* a building is cut that was cut before: it must not become more */
  GArray *found;       /* (element-type guint): scratch space */
  GgovGeoRefusal *refusal;
} Drag;

static void
drag_clear (Drag *self)
{
  g_clear_pointer (&self->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drag, drag_clear)

static gboolean
refuse (const Drag    *self,
        GgovGeoReason  reason,
        gint64         grid_id,
        gint64         building_id,
        const double  *place)
{
  *self->refusal = (GgovGeoRefusal) { reason, grid_id, building_id, place[0], place[1] };

  return FALSE;
}

static double
cross (const double *o,
       const double *a,
       const double *b)
{
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}

/* Whether two segments cross other than in a common end. */
static gboolean
do_cross (const double *a,
          const double *b,
          const double *c,
          const double *d,
          double       *place)
{
  double ac, ad;

  if (_ggov_geo_place_equal (a, c) || _ggov_geo_place_equal (a, d) ||
      _ggov_geo_place_equal (b, c) || _ggov_geo_place_equal (b, d))
    return FALSE;

  ac = cross (a, b, c);
  ad = cross (a, b, d);

  if ((ac > 0) == (ad > 0) || (cross (c, d, a) > 0) == (cross (c, d, b) > 0))
    return FALSE;

  place[0] = c[0] + ac / (ac - ad) * (d[0] - c[0]);
  place[1] = c[1] + ac / (ac - ad) * (d[1] - c[1]);

  return TRUE;
}

/* Whether a segment moves with the vertex: it is no obstacle then. */
static gboolean
is_moving (const Drag       *self,
           const GgovGeoArc *arc,
           const double     *a)
{
  if (self->is_new)
    return a == self->from;

  if (!self->is_node)
    return a == self->from || a + 2 == self->from;

  return (a == arc->coords && _ggov_geo_place_equal (a, self->from)) ||
         (a + 2 == arc->coords + 2 * (arc->n_points - 1) &&
          _ggov_geo_place_equal (a + 2, self->from));
}

/* A node that slides along the community's border lies on it, which is no crossing. */
static gboolean
is_at_place (const Drag   *self,
             const double *place)
{
  return self->is_node &&
         hypot (place[0] - self->place[0], place[1] - self->place[1]) < AT_PLACE;
}

static gboolean
check_borders (const Drag   *self,
               const double *a,
               const double *b)
{
  GgovGeoBounds box = GGOV_GEO_BOUNDS_EMPTY;
  double place[2];

  ggov_geo_bounds_add (&box, a[0], a[1]);
  ggov_geo_bounds_add (&box, b[0], b[1]);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->subdivision, i);
      gboolean is_outer = arc->left_grid_id == 0 || arc->right_grid_id == 0;

      if (!ggov_geo_bounds_intersects (&box, _ggov_geo_layout_get_bounds (self->layout, i)))
        continue;

      for (const double *c = arc->coords; c < arc->coords + 2 * (arc->n_points - 1); c += 2)
        if (!is_moving (self, arc, c) && do_cross (a, b, c, c + 2, place) &&
            !(is_outer && is_at_place (self, place)))
          return refuse (self, is_outer ? GGOV_GEO_REASON_LEAVES_COMMUNITY
                         : arc == self->dragged ? GGOV_GEO_REASON_CROSSES_ITSELF
                         : GGOV_GEO_REASON_CROSSES_BORDER,
                         arc->left_grid_id != 0 ? arc->left_grid_id : arc->right_grid_id, 0, place);
    }

  return TRUE;
}

/* Whether a border goes into a building as it is. */
static gboolean
was_cut (const Drag *self,
         guint       building)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->subdivision, i);

      for (const double *a = arc->coords; a < arc->coords + 2 * (arc->n_points - 1); a += 2)
        if (_ggov_geo_site_is_cut (ggov_geo_layout_get_site (self->layout), building, a, a + 2,
                                   self->found))
          return TRUE;
    }

  return FALSE;
}

/* Where a doubt is left, the edit itself says whether it can be: that takes some milliseconds. */
static gboolean
settle_doubt (const Drag    *self,
              GgovGeoLayout *after,
              const GError  *error)
{
  const GgovGeoRefusal *refusal;

  if (after != NULL)
    {
      ggov_geo_layout_unref (after);
      return TRUE;
    }

  if (!g_error_matches (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    return refuse (self, GGOV_GEO_REASON_CUTS_BUILDING, 0, 0, self->place);

  refusal = ggov_geo_error_get_refusal (error);

  if (refusal->reason == GGOV_GEO_REASON_NO_CHANGE)
    return TRUE;

  *self->refusal = *refusal;

  return FALSE;
}

/* One of the stretches from the vertex to its neighbours. */
static gboolean
check_stretch (Drag             *self,
               const GgovGeoArc *arc,
               const double     *neighbour)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (self->layout);
  gint64 sides[] = { arc->left_grid_id, arc->right_grid_id };
  const GgovGeoBuilding *buildings;
  double place[2];
  guint cut, n_buildings;

  for (guint i = 0; i < 2; i++)
    if (sides[i] != 0 && _ggov_geo_ids_contain (self->locked, sides[i]))
      return refuse (self, GGOV_GEO_REASON_LOCKED, sides[i], 0, self->place);

  if (!check_borders (self, neighbour, self->place))
    return FALSE;

  if ((cut = _ggov_geo_site_find_cut (site, neighbour, self->place, self->found, place)) ==
      G_MAXUINT)
    return TRUE;

  if (was_cut (self, cut))
    {
      self->is_doubtful = TRUE;
      return TRUE;
    }

  buildings = ggov_geo_layout_get_buildings (self->layout, &n_buildings);

  return refuse (self, GGOV_GEO_REASON_CUTS_BUILDING, buildings[cut].grid_id, buildings[cut].id,
                 place);
}

/* The stretches of all arcs that end at a node; those of the community's border only slide. */
static gboolean
check_node (Drag *self)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->subdivision, i);
      const double *last = arc->coords + 2 * (arc->n_points - 1);

      if (arc->left_grid_id == 0 || arc->right_grid_id == 0)
        continue;

      if (_ggov_geo_place_equal (arc->coords, self->from) &&
          !check_stretch (self, arc, arc->coords + 2))
        return FALSE;

      if (_ggov_geo_place_equal (last, self->from) && !check_stretch (self, arc, last - 2))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_on_outer_border (const Drag *self)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->subdivision, i);

      if ((arc->left_grid_id == 0 || arc->right_grid_id == 0) &&
          (_ggov_geo_place_equal (arc->coords, self->from) ||
           _ggov_geo_place_equal (arc->coords + 2 * (arc->n_points - 1), self->from)))
        return TRUE;
    }

  return FALSE;
}

gboolean
ggov_geo_layout_preview_vertex (const GgovGeoLayout *self,
                                gint64               arc_id,
                                guint                index,
                                double               lon,
                                double               lat,
                                GArray              *locked,
                                double               place[2],
                                GgovGeoRefusal      *refusal)
{
  const double wanted[] = { lon, lat };
  g_autoptr(GError) error = NULL;
  g_auto(Drag) drag = { self };
  const GgovGeoArc *arc;
  GgovGeoLayout *after;
  gboolean is_fine;

  g_return_val_if_fail (self != NULL && place != NULL && refusal != NULL, FALSE);

  drag.subdivision = ggov_geo_layout_get_subdivision (self);
  arc = ggov_geo_subdivision_find_arc (drag.subdivision, arc_id);
  g_return_val_if_fail (arc != NULL && index < arc->n_points, FALSE);

  memcpy (place, wanted, sizeof wanted);
  drag.dragged = arc;
  drag.from = arc->coords + 2 * index;
  drag.is_node = index == 0 || index + 1 == arc->n_points;
  drag.place = place;
  drag.locked = locked;
  drag.found = g_array_new (FALSE, FALSE, sizeof (guint));
  drag.refusal = refusal;

  if (!drag.is_node)
    {
      if (arc->left_grid_id == 0 || arc->right_grid_id == 0)
        return refuse (&drag, GGOV_GEO_REASON_OUTER_BORDER, 0, 0, drag.from);

      is_fine = check_stretch (&drag, arc, drag.from - 2) &&
                check_stretch (&drag, arc, drag.from + 2);
    }
  else if (is_on_outer_border (&drag) && !_ggov_geo_edit_slide (self, NULL, drag.from, wanted, place))
    return refuse (&drag, GGOV_GEO_REASON_OUTER_BORDER, 0, 0, drag.from);
  else
    is_fine = check_node (&drag);

  if (!is_fine || !drag.is_doubtful)
    return is_fine;

  after = ggov_geo_edit_move_vertex ((GgovGeoLayout *) self, arc_id, index, lon, lat, locked,
                                     &error);

  return settle_doubt (&drag, after, error);
}

gboolean
ggov_geo_layout_preview_insert (const GgovGeoLayout *self,
                                gint64               arc_id,
                                guint                segment,
                                double               lon,
                                double               lat,
                                GArray              *locked,
                                GgovGeoRefusal      *refusal)
{
  const double place[] = { lon, lat };
  g_autoptr(GError) error = NULL;
  g_auto(Drag) drag = { self };
  const GgovGeoArc *arc;
  GgovGeoLayout *after;

  g_return_val_if_fail (self != NULL && refusal != NULL, FALSE);

  drag.subdivision = ggov_geo_layout_get_subdivision (self);
  arc = ggov_geo_subdivision_find_arc (drag.subdivision, arc_id);
  g_return_val_if_fail (arc != NULL && segment + 1 < arc->n_points, FALSE);

  drag.dragged = arc;
  drag.from = arc->coords + 2 * segment;
  drag.is_new = TRUE;
  drag.place = place;
  drag.locked = locked;
  drag.found = g_array_new (FALSE, FALSE, sizeof (guint));
  drag.refusal = refusal;

  if (arc->left_grid_id == 0 || arc->right_grid_id == 0)
    return refuse (&drag, GGOV_GEO_REASON_OUTER_BORDER, 0, 0, drag.from);

  if (!check_stretch (&drag, arc, drag.from) || !check_stretch (&drag, arc, drag.from + 2))
    return FALSE;

  if (!drag.is_doubtful)
    return TRUE;

  after = ggov_geo_edit_insert_vertex ((GgovGeoLayout *) self, arc_id, segment, lon, lat, locked,
                                       &error);

  return settle_doubt (&drag, after, error);
}
