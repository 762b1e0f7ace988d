/* ggov-report-labels.c: where labels go on a map, none over another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <math.h>

#include "ggov-report-labels-private.h"

/* In points: between labels, and from one place that is tried to the next. */
#define GAP         1.2
#define RING_STEP   3.0
#define RASTER_STEP 6.0

#define DIRECTIONS 16

/* Lying on something counts as so many points away. */
#define BURDEN 70.0

/* Of places as far from the edges, the one nearest to the centre is taken. */
#define CENTRE_SHARE 0.05

struct _GgovReportLabels
{
  GgovReportRect  frame;
  GArray         *taken; /* (element-type GgovReportRect) */
};

GgovReportLabels *
_ggov_report_labels_new (const GgovReportRect *frame)
{
  GgovReportLabels *self = g_new0 (GgovReportLabels, 1);

  self->frame = *frame;
  self->taken = g_array_new (FALSE, FALSE, sizeof (GgovReportRect));

  return self;
}

void
_ggov_report_labels_free (GgovReportLabels *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
  g_free (self);
}

static GgovReportRect
grow (const GgovReportRect *rect,
      double                by)
{
  const GgovReportRect grown = {
    rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by,
  };

  return grown;
}

gboolean
_ggov_report_labels_is_free (GgovReportLabels     *self,
                             const GgovReportRect *rect)
{
  const GgovReportRect wide = grow (rect, GAP);

  if (!_ggov_report_rect_holds (&self->frame, &wide))
    return FALSE;

  for (guint i = 0; i < self->taken->len; i++)
    if (_ggov_report_rect_meets (&wide, &g_array_index (self->taken, GgovReportRect, i)))
      return FALSE;

  return TRUE;
}

void
_ggov_report_labels_take (GgovReportLabels     *self,
                          const GgovReportRect *rect)
{
  g_array_append_val (self->taken, *rect);
}

gboolean
_ggov_report_labels_place_by (GgovReportLabels *self,
                              GgovReportRect   *rect,
                              double            reach)
{
  for (double radius = 0; radius <= reach; radius += RING_STEP)
    for (guint i = 0; i < (radius > 0 ? DIRECTIONS : 1); i++)
      {
        GgovReportRect tried = *rect;

        tried.x += radius * cos (2 * G_PI * i / DIRECTIONS);
        tried.y += radius * sin (2 * G_PI * i / DIRECTIONS);
        if (_ggov_report_labels_is_free (self, &tried))
          {
            *rect = tried;
            _ggov_report_labels_take (self, rect);
            return TRUE;
          }
      }

  return FALSE;
}

static double
measure_to_edge (GgovReportShape *area,
                 double           x,
                 double           y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < area->rings->len; i++)
    {
      const GgovReportRing *ring = &g_array_index (area->rings, GgovReportRing, i);

      for (guint j = 0; j + 1 < ring->n_points; j++)
        {
          const double *a = ring->coords + 2 * j;
          const double dx = a[2] - a[0], dy = a[3] - a[1];
          const double length = dx * dx + dy * dy;
          const double t =
            length > 0 ? CLAMP (((x - a[0]) * dx + (y - a[1]) * dy) / length, 0, 1) : 0;

          least = MIN (least, hypot (a[0] + t * dx - x, a[1] + t * dy - y));
        }
    }

  return least;
}

static double
measure_to_frame (GgovReportLabels *self,
                  double            x,
                  double            y)
{
  return MIN (MIN (x - self->frame.x, self->frame.x + self->frame.width - x),
              MIN (y - self->frame.y, self->frame.y + self->frame.height - y));
}

static double
get_burden (const GgovReportRect *rect,
            GPtrArray            *keep_off)
{
  for (guint i = 0; keep_off && i < keep_off->len; i++)
    if (_ggov_report_rect_meets (rect, &((GgovReportShape *) keep_off->pdata[i])->bounds))
      return BURDEN;

  return 0;
}

/* Nearer together than any notch in a border that a label could lie over. */
#define PROBES 8

static gboolean
holds_edges (GgovReportShape      *area,
             const GgovReportRect *rect)
{
  for (guint i = 0; i <= PROBES; i++)
    {
      const double x = rect->x + rect->width * i / PROBES;

      if (!_ggov_report_shape_contains (area, x, rect->y) ||
          !_ggov_report_shape_contains (area, x, rect->y + rect->height))
        return FALSE;
    }

  return TRUE;
}

gboolean
_ggov_report_labels_place_within (GgovReportLabels *self,
                                  GgovReportRect   *rect,
                                  GgovReportShape  *area,
                                  GPtrArray        *keep_off,
                                  const double     *near)
{
  GgovReportRect best = *rect;
  double most = -G_MAXDOUBLE;

  for (double y = area->bounds.y; y <= area->bounds.y + area->bounds.height; y += RASTER_STEP)
    for (double x = area->bounds.x; x <= area->bounds.x + area->bounds.width; x += RASTER_STEP)
      {
        const GgovReportRect tried = {
          x - rect->width / 2, y - rect->height / 2, rect->width, rect->height,
        };
        double worth;

        if (!_ggov_report_labels_is_free (self, &tried) || !holds_edges (area, &tried))
          continue;

        worth = near ? -hypot (x - near[0], y - near[1])
                     : MIN (measure_to_edge (area, x, y), measure_to_frame (self, x, y));
        worth -= get_burden (&tried, keep_off) +
                 CENTRE_SHARE * hypot (x - area->x, y - area->y);
        if (worth > most)
          {
            most = worth;
            best = tried;
          }
      }

  if (most == -G_MAXDOUBLE)
    return FALSE;

  *rect = best;
  _ggov_report_labels_take (self, rect);

  return TRUE;
}
