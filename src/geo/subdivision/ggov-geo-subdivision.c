/* ggov-geo-subdivision.c: a community cut into grids by border lines, each stored once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-subdivision-private.h"

#define MIN_CLOSED_POINTS 4 /* a triangle, and its first point again */

struct _GgovGeoSubdivision
{
  GObject parent_instance;

  GPtrArray *arcs;     /* (element-type GgovGeoArc) */
  GHashTable *by_id;   /* (element-type gint64 GgovGeoArc): both of them owned by arcs */
};

G_DEFINE_FINAL_TYPE (GgovGeoSubdivision, ggov_geo_subdivision, G_TYPE_OBJECT)

static void
free_arc (gpointer data)
{
  GgovGeoArc *arc = data;

  g_free ((double *) arc->coords);
  g_free (arc);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Sorts, and keeps one of each. */
static GArray *
tidy_ids (GArray *ids)
{
  guint n = 0;

  g_array_sort (ids, compare_ids);

  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, i - 1))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);

  return g_array_set_size (ids, n);
}

static gboolean
is_closed (const double *coords,
           guint         n_points)
{
  return _ggov_geo_place_equal (coords, coords + 2 * (n_points - 1));
}

static gboolean
check_arc (GgovGeoSubdivision  *self,
           const GgovGeoArc    *arc,
           GError             **error)
{
  const char *problem = NULL;

  if (arc->id <= 0 || arc->left_grid_id < 0 || arc->right_grid_id < 0)
    problem = "its numbers must be positive";
  else if (arc->left_grid_id == arc->right_grid_id)
    problem = "it has the same grid on both sides";
  else if (g_hash_table_contains (self->by_id, &arc->id))
    problem = "there is an arc of that number already";
  else if (arc->n_points < 2 ||
           (is_closed (arc->coords, arc->n_points) && arc->n_points < MIN_CLOSED_POINTS))
    problem = "it has too few points";

  for (guint i = 0; problem == NULL && i < arc->n_points; i++)
    if (!(fabs (arc->coords[2 * i]) <= 180 && fabs (arc->coords[2 * i + 1]) <= 90))
      problem = "a point of it is no place on earth";

  if (problem != NULL)
    g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                 "Arc %" G_GINT64_FORMAT " cannot be used: %s", arc->id, problem);

  return problem == NULL;
}

static void
ggov_geo_subdivision_finalize (GObject *object)
{
  GgovGeoSubdivision *self = GGOV_GEO_SUBDIVISION (object);

  g_clear_pointer (&self->arcs, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_geo_subdivision_parent_class)->finalize (object);
}

static void
ggov_geo_subdivision_class_init (GgovGeoSubdivisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_geo_subdivision_finalize;
}

static void
ggov_geo_subdivision_init (GgovGeoSubdivision *self)
{
  self->arcs = g_ptr_array_new_with_free_func (free_arc);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
}

GBytes *
ggov_geo_arc_to_wkb (const GgovGeoArc *arc)
{
  const guint32 header[] = { GUINT32_TO_LE (2), GUINT32_TO_LE (arc->n_points) };
  GByteArray *bytes = g_byte_array_new ();

  g_return_val_if_fail (arc != NULL, NULL);

  g_byte_array_append (bytes, (const guint8 *) "\1", 1);
  g_byte_array_append (bytes, (const guint8 *) header, sizeof header);

  for (guint i = 0; i < 2 * arc->n_points; i++)
    {
      guint64 bits;

      memcpy (&bits, &arc->coords[i], sizeof bits);
      bits = GUINT64_TO_LE (bits);
      g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
    }

  return g_byte_array_free_to_bytes (bytes);
}

GgovGeoSubdivision *
ggov_geo_subdivision_new (void)
{
  return g_object_new (GGOV_TYPE_GEO_SUBDIVISION, NULL);
}

gboolean
ggov_geo_subdivision_add_arc (GgovGeoSubdivision  *self,
                              gint64               id,
                              gint64               left_grid_id,
                              gint64               right_grid_id,
                              const double        *coords,
                              guint                n_points,
                              GError             **error)
{
  GgovGeoArc arc = { id, left_grid_id, right_grid_id, n_points, coords };
  GgovGeoArc *copy;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), FALSE);
  g_return_val_if_fail (coords != NULL, FALSE);

  if (!check_arc (self, &arc, error))
    return FALSE;

  arc.coords = g_memdup2 (coords, 2 * sizeof (double) * n_points);
  copy = g_memdup2 (&arc, sizeof arc);
  g_ptr_array_add (self->arcs, copy);
  g_hash_table_insert (self->by_id, &copy->id, copy);

  return TRUE;
}

gboolean
ggov_geo_subdivision_add_arc_wkb (GgovGeoSubdivision  *self,
                                  gint64               id,
                                  gint64               left_grid_id,
                                  gint64               right_grid_id,
                                  GBytes              *wkb,
                                  GError             **error)
{
  g_autoptr(GEOSGeometry) line = NULL;
  g_autofree double *coords = NULL;
  guint n_points;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), FALSE);
  g_return_val_if_fail (wkb != NULL, FALSE);

  if (!(line = _ggov_geo_geom_from_wkb (wkb, error)))
    return FALSE;

  if (GEOSGeomTypeId_r (_ggov_geo_engine (), line) != GEOS_LINESTRING ||
      !(coords = _ggov_geo_geom_dup_coords (line, &n_points)))
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                   "Arc %" G_GINT64_FORMAT " is not a line", id);
      return FALSE;
    }

  return ggov_geo_subdivision_add_arc (self, id, left_grid_id, right_grid_id,
                                       coords, n_points, error);
}

guint
ggov_geo_subdivision_get_n_arcs (GgovGeoSubdivision *self)
{
  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), 0);

  return self->arcs->len;
}

const GgovGeoArc *
ggov_geo_subdivision_get_arc (GgovGeoSubdivision *self,
                              guint               index)
{
  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), NULL);
  g_return_val_if_fail (index < self->arcs->len, NULL);

  return g_ptr_array_index (self->arcs, index);
}

const GgovGeoArc *
ggov_geo_subdivision_find_arc (GgovGeoSubdivision *self,
                               gint64              id)
{
  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), NULL);

  return g_hash_table_lookup (self->by_id, &id);
}

GArray *
ggov_geo_subdivision_list_grids (GgovGeoSubdivision *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), ids);

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const GgovGeoArc *arc = g_ptr_array_index (self->arcs, i);

      if (arc->left_grid_id != 0)
        g_array_append_val (ids, arc->left_grid_id);

      if (arc->right_grid_id != 0)
        g_array_append_val (ids, arc->right_grid_id);
    }

  return tidy_ids (ids);
}

GArray *
ggov_geo_subdivision_list_neighbours (GgovGeoSubdivision *self,
                                      gint64              grid_id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), ids);

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const GgovGeoArc *arc = g_ptr_array_index (self->arcs, i);

      if (arc->left_grid_id == grid_id && arc->right_grid_id != 0)
        g_array_append_val (ids, arc->right_grid_id);
      else if (arc->right_grid_id == grid_id && arc->left_grid_id != 0)
        g_array_append_val (ids, arc->left_grid_id);
    }

  return tidy_ids (ids);
}

gboolean
ggov_geo_subdivision_get_bounds (GgovGeoSubdivision *self,
                                 gint64              grid_id,
                                 double              bounds[4])
{
  double found[] = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const GgovGeoArc *arc = g_ptr_array_index (self->arcs, i);

      if (arc->left_grid_id != grid_id && arc->right_grid_id != grid_id)
        continue;

      for (guint j = 0; j < arc->n_points; j++)
        {
          found[0] = MIN (found[0], arc->coords[2 * j]);
          found[1] = MIN (found[1], arc->coords[2 * j + 1]);
          found[2] = MAX (found[2], arc->coords[2 * j]);
          found[3] = MAX (found[3], arc->coords[2 * j + 1]);
        }
    }

  if (found[0] > found[2])
    return FALSE;

  memcpy (bounds, found, sizeof found);

  return TRUE;
}

/* The nearest segment due east tells by its direction which of its sides the place is on. */
gint64
ggov_geo_subdivision_find_grid (GgovGeoSubdivision *self,
                                double              lon,
                                double              lat)
{
  double nearest = INFINITY;
  gint64 grid_id = 0;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), 0);

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const GgovGeoArc *arc = g_ptr_array_index (self->arcs, i);

      for (const double *a = arc->coords; a < arc->coords + 2 * (arc->n_points - 1); a += 2)
        {
          const double *b = a + 2;
          double east;

          if ((a[1] > lat) == (b[1] > lat))
            continue;

          east = a[0] + (lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);

          if (east > lon && east < nearest)
            {
              nearest = east;
              grid_id = b[1] > a[1] ? arc->left_grid_id : arc->right_grid_id;
            }
        }
    }

  return grid_id;
}

static gboolean
is_same_line (const GgovGeoArc *a,
              const GgovGeoArc *b)
{
  return a->n_points == b->n_points &&
         memcmp (a->coords, b->coords, 2 * sizeof (double) * a->n_points) == 0;
}

void
ggov_geo_subdivision_compare (GgovGeoSubdivision  *before,
                              GgovGeoSubdivision  *after,
                              GArray             **removed,
                              GArray             **added,
                              GArray             **relabelled)
{
  g_return_if_fail (GGOV_IS_GEO_SUBDIVISION (before));
  g_return_if_fail (GGOV_IS_GEO_SUBDIVISION (after));
  g_return_if_fail (removed != NULL && added != NULL && relabelled != NULL);

  *removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  *added = g_array_new (FALSE, FALSE, sizeof (gint64));
  *relabelled = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < before->arcs->len; i++)
    {
      const GgovGeoArc *old = g_ptr_array_index (before->arcs, i);
      const GgovGeoArc *now = ggov_geo_subdivision_find_arc (after, old->id);

      if (now == NULL || !is_same_line (old, now))
        g_array_append_val (*removed, old->id);
      else if (old->left_grid_id != now->left_grid_id || old->right_grid_id != now->right_grid_id)
        g_array_append_val (*relabelled, old->id);
    }

  for (guint i = 0; i < after->arcs->len; i++)
    {
      const GgovGeoArc *now = g_ptr_array_index (after->arcs, i);
      const GgovGeoArc *old = ggov_geo_subdivision_find_arc (before, now->id);

      if (old == NULL || !is_same_line (old, now))
        g_array_append_val (*added, now->id);
    }

  tidy_ids (*removed);
  tidy_ids (*added);
  tidy_ids (*relabelled);
}
