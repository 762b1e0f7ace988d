/* ggov-geo-edit-touch.c: new lines that come too near to others to be told apart from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-edit-private.h"
#include "ggov-geo-near-private.h"
#include "ggov-geo-subdivision-private.h"

#define TOUCH 1e-8 /* degrees, a millimetre: a place computed on a line is this near */

/* The lines that are no more are kept, as what was near before may stay so. */
typedef struct
{
  GgovGeoSubdivision *after;
  GgovGeoSubdivision *gone;
  GgovGeoSubdivision *new;
  GHashTable *places;  /* (element-type double[2]): of what is gone */
} Search;

static void
search_clear (Search *self)
{
  g_clear_object (&self->gone);
  g_clear_object (&self->new);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* (transfer full): the arcs with these ids */
static GgovGeoSubdivision *
pick (GgovGeoSubdivision *subdivision,
      GArray             *arc_ids)
{
  GgovGeoSubdivision *picked = ggov_geo_subdivision_new ();

  for (guint i = 0; i < arc_ids->len; i++)
    {
      const GgovGeoArc *arc;

      arc = ggov_geo_subdivision_find_arc (subdivision, g_array_index (arc_ids, gint64, i));
      if (!ggov_geo_subdivision_add_arc (picked, arc->id, arc->left_grid_id, arc->right_grid_id,
                                         arc->coords, arc->n_points, NULL))
        g_return_val_if_reached (picked);
    }

  return picked;
}

static void
search_init (Search             *self,
             GgovGeoSubdivision *before,
             GgovGeoSubdivision *after)
{
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  ggov_geo_subdivision_compare (before, after, &removed, &added, &relabelled);
  self->after = after;
  self->gone = pick (before, removed);
  self->new = pick (after, added);
  self->places = g_hash_table_new (_ggov_geo_place_hash, _ggov_geo_place_equal);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->gone); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->gone, i);

      for (guint j = 0; j < arc->n_points; j++)
        g_hash_table_add (self->places, (gpointer) (arc->coords + 2 * j));
    }
}

/* Whether a place is at a segment that does not end in it. */
static gboolean
is_at (const double *place,
       const double *a,
       const double *b)
{
  return place[0] >= MIN (a[0], b[0]) - TOUCH && place[0] <= MAX (a[0], b[0]) + TOUCH &&
         place[1] >= MIN (a[1], b[1]) - TOUCH && place[1] <= MAX (a[1], b[1]) + TOUCH &&
         !_ggov_geo_place_equal (place, a) && !_ggov_geo_place_equal (place, b) &&
         _ggov_geo_measure_to_segment (place, a, b) < TOUCH;
}

/* Whether a place is at any segment that does not end in it. */
static gboolean
is_at_any (GgovGeoSubdivision *subdivision,
           const double       *place)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      for (guint j = 0; j + 1 < arc->n_points; j++)
        if (is_at (place, arc->coords + 2 * j, arc->coords + 2 * j + 2))
          return TRUE;
    }

  return FALSE;
}

/* (nullable): the vertex of any border that a segment all but runs over. */
static const double *
find_vertex_at (GgovGeoSubdivision *subdivision,
                const double       *a,
                const double       *b)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      for (guint j = 0; j < arc->n_points; j++)
        if (is_at (arc->coords + 2 * j, a, b))
          return arc->coords + 2 * j;
    }

  return NULL;
}

static gboolean
was_there (const Search *self,
           const double *a,
           const double *b)
{
  if (!g_hash_table_contains (self->places, a) || !g_hash_table_contains (self->places, b))
    return FALSE;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->gone); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->gone, i);

      for (guint j = 0; j + 1 < arc->n_points; j++)
        {
          const double *c = arc->coords + 2 * j, *d = c + 2;

          if ((_ggov_geo_place_equal (a, c) && _ggov_geo_place_equal (b, d)) ||
              (_ggov_geo_place_equal (a, d) && _ggov_geo_place_equal (b, c)))
            return TRUE;
        }
    }

  return FALSE;
}

/* (nullable): where a new segment touches what it should keep clear of. */
static const double *
find_touch (const Search *self,
            const double *a,
            const double *b)
{
  const double *vertex;

  if (was_there (self, a, b))
    return NULL;

  if ((vertex = find_vertex_at (self->after, a, b)) && !is_at_any (self->gone, vertex))
    return vertex;

  if (!g_hash_table_contains (self->places, b) && is_at_any (self->after, b))
    return b;

  return NULL;
}

gboolean
_ggov_geo_edit_find_touch (GgovGeoSubdivision *before,
                           GgovGeoSubdivision *after,
                           double              place[2])
{
  g_auto(Search) self = { 0 };

  search_init (&self, before, after);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self.new); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self.new, i);

      for (guint j = 0; j + 1 < arc->n_points; j++)
        {
          const double *touch = find_touch (&self, arc->coords + 2 * j, arc->coords + 2 * j + 2);

          if (touch == NULL)
            continue;

          place[0] = touch[0];
          place[1] = touch[1];
          return TRUE;
        }
    }

  return FALSE;
}
