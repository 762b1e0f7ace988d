/* ggov-geo-sketch.c: what a small map of grids is drawn from: flat lines in metres
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-sketch.h"
#include "ggov-geo-wkb.h"

/* Of latitude; a sketch need not be true to more than a thousandth. */
#define METRES_PER_DEGREE 111320.0

static void
clear_line (gpointer data)
{
  g_free (((GgovGeoSketchLine *) data)->coords);
}

static void
clear_label (gpointer data)
{
  g_free (((GgovGeoSketchLabel *) data)->text);
}

GgovGeoSketch *
ggov_geo_sketch_new (void)
{
  GgovGeoSketch *self = g_atomic_rc_box_new0 (GgovGeoSketch);

  self->lines = g_array_new (FALSE, FALSE, sizeof (GgovGeoSketchLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->labels = g_array_new (FALSE, FALSE, sizeof (GgovGeoSketchLabel));
  g_array_set_clear_func (self->labels, clear_label);
  self->west_m = self->south_m = INFINITY;
  self->east_m = self->north_m = -INFINITY;

  return self;
}

GgovGeoSketch *
ggov_geo_sketch_ref (GgovGeoSketch *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_sketch (gpointer data)
{
  GgovGeoSketch *self = data;

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->labels, g_array_unref);
}

void
ggov_geo_sketch_unref (GgovGeoSketch *self)
{
  g_atomic_rc_box_release_full (self, clear_sketch);
}

static void
to_metres (const GgovGeoSketch *self,
           double              *place)
{
  place[0] = (place[0] - self->lon) * METRES_PER_DEGREE * cos (self->lat * G_PI / 180);
  place[1] = (place[1] - self->lat) * METRES_PER_DEGREE;
}

/* Takes @coords over, which are degrees. */
static void
add_line (GgovGeoSketch     *self,
          GgovGeoSketchKind  kind,
          guint              hue,
          double            *coords,
          guint              n_points)
{
  const GgovGeoSketchLine line = { kind, hue, coords, n_points };

  for (guint i = 0; i < n_points; i++)
    {
      to_metres (self, &coords[2 * i]);
      self->west_m = MIN (self->west_m, coords[2 * i]);
      self->east_m = MAX (self->east_m, coords[2 * i]);
      self->south_m = MIN (self->south_m, coords[2 * i + 1]);
      self->north_m = MAX (self->north_m, coords[2 * i + 1]);
    }

  g_array_append_val (self->lines, line);
}

/* Outer rings only: no grid has a hole, and of a footprint a courtyard is not seen. */
static void
add_rings (GgovGeoSketch     *self,
           GgovGeoSketchKind  kind,
           guint              hue,
           GBytes            *bytes)
{
  GgovGeoWkb wkb;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  if (bytes == NULL || !ggov_geo_wkb_init_bytes (&wkb, bytes, NULL))
    return;

  ggov_geo_wkb_iter_init (&iter, &wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      double *coords;

      if (ring.ring != 0 || ring.n_points == 0)
        continue;

      coords = g_new (double, 2 * ring.n_points);
      ggov_geo_wkb_ring_copy (&ring, coords);
      add_line (self, kind, hue, coords, ring.n_points);
    }
}

static void
add_borders (GgovGeoSketch      *self,
             GgovGeoSketchKind   kind,
             GgovGeoSubdivision *subdivision)
{
  for (guint i = 0; subdivision && i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      /* The community's own border is drawn as a whole. */
      if (arc->left_grid_id != 0 && arc->right_grid_id != 0)
        add_line (self, kind, 0, g_memdup2 (arc->coords, 2 * arc->n_points * sizeof (double)),
                  arc->n_points);
    }
}

/* The first hue that no neighbour has which was given one before. */
static guint
choose_hue (GgovGeoSubdivision *subdivision,
            GArray             *ids,
            guint               i,
            const guint        *hues)
{
  g_autoptr(GArray) neighbours =
    ggov_geo_subdivision_list_neighbours (subdivision, g_array_index (ids, gint64, i));
  guint taken = 0;

  for (guint n = 0; n < neighbours->len; n++)
    for (guint k = 0; k < i; k++)
      if (g_array_index (ids, gint64, k) == g_array_index (neighbours, gint64, n))
        taken |= 1 << hues[k];

  for (guint hue = 0; hue < GGOV_GEO_SKETCH_N_HUES; hue++)
    if (!(taken & 1 << (hue + i) % GGOV_GEO_SKETCH_N_HUES))
      return (hue + i) % GGOV_GEO_SKETCH_N_HUES;

  return i % GGOV_GEO_SKETCH_N_HUES;
}

static void
add_grids (GgovGeoSketch      *self,
           GgovGeoSubdivision *subdivision)
{
  g_autoptr(GArray) ids = ggov_geo_subdivision_list_grids (subdivision);
  g_autofree guint *hues = g_new0 (guint, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GBytes) wkb =
        ggov_geo_subdivision_dup_grid_wkb (subdivision, g_array_index (ids, gint64, i), NULL);

      hues[i] = choose_hue (subdivision, ids, i, hues);
      add_rings (self, GGOV_GEO_SKETCH_GRID, hues[i], wkb);
    }
}

static void
set_origin (GgovGeoSketch *self,
            GBytes        *border)
{
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;

  if (self->has_origin || !ggov_geo_wkb_init_bytes (&wkb, border, NULL))
    return;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  self->lon = (bounds.min_lon + bounds.max_lon) / 2;
  self->lat = (bounds.min_lat + bounds.max_lat) / 2;
  self->has_origin = TRUE;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return (int) ((const GgovGeoSketchLine *) a)->kind - (int) ((const GgovGeoSketchLine *) b)->kind;
}

void
ggov_geo_sketch_add (GgovGeoSketch         *self,
                     GBytes                *border,
                     GgovGeoSubdivision    *before,
                     GgovGeoSubdivision    *after,
                     const GgovGeoBuilding *buildings,
                     guint                  n,
                     const gboolean        *moved)
{
  g_return_if_fail (self != NULL && border != NULL);

  set_origin (self, border);
  if (after)
    add_grids (self, after);
  for (guint i = 0; i < n; i++)
    add_rings (self, moved && moved[i] ? GGOV_GEO_SKETCH_MOVED : GGOV_GEO_SKETCH_BUILDING, 0,
               buildings[i].footprint);
  add_borders (self, GGOV_GEO_SKETCH_BEFORE, before);
  add_borders (self, GGOV_GEO_SKETCH_AFTER, after);
  add_rings (self, GGOV_GEO_SKETCH_COMMUNITY, 0, border);

  g_array_sort (self->lines, compare_lines);
}

void
ggov_geo_sketch_add_name (GgovGeoSketch      *self,
                          GgovGeoSubdivision *subdivision,
                          gint64              grid_id,
                          const char         *name)
{
  GgovGeoSketchLabel label;
  double place[2];

  g_return_if_fail (self != NULL);

  /* A border that cannot be read has no place on the ground. */
  if (!self->has_origin ||
      !ggov_geo_subdivision_get_label_point (subdivision, grid_id, &place[0], &place[1], NULL))
    return;

  to_metres (self, place);
  label = (GgovGeoSketchLabel) { place[0], place[1], g_strdup (name) };
  g_array_append_val (self->labels, label);
}
