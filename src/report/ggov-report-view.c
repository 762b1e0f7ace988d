/* ggov-report-view.c: a piece of ground at a scale on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <math.h>

#include "ggov-geo-wkb.h"
#include "ggov-report-page.h"
#include "ggov-report-view-private.h"

/* Between what is to be seen and the frame, in points: the width of a label. */
#define MARGIN 16.0

#define MM_PER_M 1000.0

/* What is within an order of magnitude, as the rulers of surveyors have it. */
static const double round_scales[] = { 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8 };

#define LEAST_DENOMINATOR 100.0

GgovReportView *
_ggov_report_view_new (GBytes *wkb)
{
  g_autoptr(GgovReportView) self = g_new0 (GgovReportView, 1);
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;
  GgovGeoWkb shape;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  self->ground = nowhere;
  if (!ggov_geo_wkb_init_bytes (&shape, wkb, NULL) ||
      !(self->projection = ggov_geo_projection_new_for_wkb (wkb, NULL)))
    return NULL;

  ggov_geo_wkb_iter_init (&iter, &shape);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    for (guint i = 0; i < ring.n_points; i++)
      {
        double at[2];

        ggov_geo_wkb_ring_get (&ring, i, at);
        if (!ggov_geo_projection_forward (self->projection, at, 1, NULL))
          return NULL;
        ggov_geo_bounds_add (&self->ground, at[0], at[1]);
      }

  return ggov_geo_bounds_is_empty (&self->ground) ? NULL : g_steal_pointer (&self);
}

void
_ggov_report_view_free (GgovReportView *self)
{
  g_clear_object (&self->projection);
  g_free (self);
}

static double
get_scale (double denominator)
{
  return ggov_report_points (MM_PER_M) / denominator;
}

static double
round_up (double denominator)
{
  double magnitude = LEAST_DENOMINATOR;

  for (;; magnitude *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (round_scales); i++)
      if (round_scales[i] * magnitude >= denominator)
        return round_scales[i] * magnitude;
}

double
_ggov_report_view_measure (const GgovReportView *self,
                           double                width,
                           double                height)
{
  const double east_m = self->ground.max_lon - self->ground.min_lon;
  const double north_m = self->ground.max_lat - self->ground.min_lat;
  const double across = get_scale (1) * east_m / MAX (1, width - 2 * MARGIN);
  const double along = get_scale (1) * north_m / MAX (1, height - 2 * MARGIN);

  return round_up (MAX (across, along));
}

static void
find_shown (GgovReportView *self)
{
  const double east = (self->ground.min_lon + self->ground.max_lon) / 2;
  const double north = (self->ground.min_lat + self->ground.max_lat) / 2;
  const double half_width = self->frame.width / 2 / self->scale;
  const double half_height = self->frame.height / 2 / self->scale;
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;

  self->shown = nowhere;
  for (guint i = 0; i < 4; i++)
    {
      double corner[2] = {
        east + (i & 1 ? half_width : -half_width), north + (i & 2 ? half_height : -half_height),
      };

      if (ggov_geo_projection_inverse (self->projection, corner, 1, NULL))
        ggov_geo_bounds_add (&self->shown, corner[0], corner[1]);
    }
}

void
_ggov_report_view_place (GgovReportView       *self,
                         const GgovReportRect *frame)
{
  self->frame = *frame;
  self->denominator = _ggov_report_view_measure (self, frame->width, frame->height);
  self->scale = get_scale (self->denominator);
  find_shown (self);
}

static gboolean
to_page (GgovReportView *self,
         double         *coords,
         guint           n_points)
{
  const double east = (self->ground.min_lon + self->ground.max_lon) / 2;
  const double north = (self->ground.min_lat + self->ground.max_lat) / 2;

  if (!ggov_geo_projection_forward (self->projection, coords, n_points, NULL))
    return FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      coords[2 * i] = self->frame.x + self->frame.width / 2 + (coords[2 * i] - east) * self->scale;
      coords[2 * i + 1] = self->frame.y + self->frame.height / 2 -
                          (coords[2 * i + 1] - north) * self->scale;
    }

  return TRUE;
}

static void
ring_clear (GgovReportRing *ring)
{
  g_free (ring->coords);
}

static void
find_bounds (GgovReportShape *self)
{
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;

  for (guint i = 0; i < self->rings->len; i++)
    {
      const GgovReportRing *ring = &g_array_index (self->rings, GgovReportRing, i);

      for (guint j = 0; j < ring->n_points; j++)
        ggov_geo_bounds_add (&bounds, ring->coords[2 * j], ring->coords[2 * j + 1]);
    }

  self->bounds.x = bounds.min_lon;
  self->bounds.y = bounds.min_lat;
  self->bounds.width = bounds.max_lon - bounds.min_lon;
  self->bounds.height = bounds.max_lat - bounds.min_lat;
}

static gboolean
read_rings (GgovReportShape  *self,
            GgovReportView   *view,
            const GgovGeoWkb *wkb)
{
  GgovGeoWkbIter iter;
  GgovGeoWkbRing from;

  ggov_geo_wkb_iter_init (&iter, wkb);
  while (ggov_geo_wkb_iter_next (&iter, &from))
    {
      GgovReportRing ring = { g_new (double, 2 * from.n_points + 1), from.n_points };

      ggov_geo_wkb_ring_copy (&from, ring.coords);
      g_array_append_val (self->rings, ring);
      if (!to_page (view, ring.coords, ring.n_points))
        return FALSE;
    }

  return self->rings->len > 0;
}

GgovReportShape *
_ggov_report_shape_new (GgovReportView *view,
                        GBytes         *bytes)
{
  g_autoptr(GgovReportShape) self = NULL;
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;
  double centre[2];

  if (!ggov_geo_wkb_init_bytes (&wkb, bytes, NULL))
    return NULL;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  if (!ggov_geo_bounds_intersects (&bounds, &view->shown))
    return NULL;

  self = g_new0 (GgovReportShape, 1);
  self->rings = g_array_new (FALSE, FALSE, sizeof (GgovReportRing));
  g_array_set_clear_func (self->rings, (GDestroyNotify) ring_clear);
  if (!read_rings (self, view, &wkb) ||
      !ggov_geo_wkb_get_centroid (&wkb, &centre[0], &centre[1]) || !to_page (view, centre, 1))
    return NULL;

  self->x = centre[0];
  self->y = centre[1];
  find_bounds (self);

  return g_steal_pointer (&self);
}

void
_ggov_report_shape_free (GgovReportShape *self)
{
  /* Lists keep the place of a shape that is not seen. */
  if (self == NULL)
    return;

  g_clear_pointer (&self->rings, g_array_unref);
  g_free (self);
}

void
_ggov_report_shape_trace (GgovReportShape *self,
                          cairo_t         *cr)
{
  for (guint i = 0; i < self->rings->len; i++)
    {
      const GgovReportRing *ring = &g_array_index (self->rings, GgovReportRing, i);
      const double *last = ring->coords + 2 * (ring->n_points - 1);
      const gboolean is_closed = ring->n_points > 3 && last[0] == ring->coords[0] &&
                                 last[1] == ring->coords[1];

      cairo_new_sub_path (cr);
      for (guint j = 0; j < ring->n_points - is_closed; j++)
        cairo_line_to (cr, ring->coords[2 * j], ring->coords[2 * j + 1]);
      if (is_closed)
        cairo_close_path (cr);
    }
}

static gboolean
crosses (const GgovReportRing *ring,
         double                x,
         double                y)
{
  gboolean is_in = FALSE;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    {
      const double *a = ring->coords + 2 * i;
      const double *b = a + 2;

      if ((a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]))
        is_in = !is_in;
    }

  return is_in;
}

gboolean
_ggov_report_shape_contains (GgovReportShape *self,
                             double           x,
                             double           y)
{
  gboolean is_in = FALSE;

  for (guint i = 0; i < self->rings->len; i++)
    is_in ^= crosses (&g_array_index (self->rings, GgovReportRing, i), x, y);

  return is_in;
}

gboolean
_ggov_report_rect_meets (const GgovReportRect *self,
                         const GgovReportRect *other)
{
  return self->x < other->x + other->width && other->x < self->x + self->width &&
         self->y < other->y + other->height && other->y < self->y + self->height;
}

gboolean
_ggov_report_rect_holds (const GgovReportRect *self,
                         const GgovReportRect *other)
{
  return self->x <= other->x && other->x + other->width <= self->x + self->width &&
         self->y <= other->y && other->y + other->height <= self->y + self->height;
}
