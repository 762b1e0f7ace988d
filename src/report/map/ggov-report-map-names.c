/* ggov-report-map-names.c: numbers and names on the printed map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-report-map-private.h"

/* Of a label, in sizes of its font: characters without the room that lines need. */
#define LABEL_HEIGHT 1.05

/* In points. */
#define MARK_REACH   70.0  /* how far a number may stand from its building, on a line */
#define MOST_BEND    2.0   /* a line that strays by less is straight */
#define STREET_ROOM  10.0  /* before and after a street's name */
#define AGAIN_AFTER  330.0 /* a street's name is said again so far along */

static GgovReportRect
make_rect (GgovReportPen *pen,
           const char    *text,
           double         x,
           double         y)
{
  const double width = _ggov_report_pen_get_width (pen, text);
  const double height = _ggov_report_pen_get_size (pen) * LABEL_HEIGHT;
  const GgovReportRect rect = { x - width / 2, y - height / 2, width, height };

  return rect;
}

static void
draw_in (GgovReportMapWork    *work,
         GgovReportPen        *pen,
         const char           *text,
         const GgovReportRect *rect)
{
  _ggov_report_pen_draw_label (pen, work->cr, text, rect->x + rect->width / 2,
                               rect->y + rect->height / 2);
}

/* A number that has to stand beside its building is tied to it by a line. */
static void
draw_tie (GgovReportMapWork    *work,
          GgovReportShape      *footprint,
          const GgovReportRect *rect)
{
  const double x = rect->x + rect->width / 2;
  const double y = rect->y + rect->height / 2;

  if (_ggov_report_shape_contains (footprint, x, y))
    return;

  cairo_move_to (work->cr, x, y);
  cairo_line_to (work->cr, footprint->x, footprint->y);
  cairo_set_source_rgb (work->cr, 0.2, 0.2, 0.2);
  cairo_set_line_width (work->cr, 0.4);
  cairo_stroke (work->cr);
}

/* In the largest size that finds room within the building, else in the smallest beside it. */
static void
draw_mark (GgovReportMapWork    *work,
           GgovReportLabels     *labels,
           const GgovReportMark *mark,
           GgovReportShape      *footprint)
{
  GgovReportPen *const *pens = work->kit->mark_pens;
  const guint n_pens = G_N_ELEMENTS (work->kit->mark_pens);

  for (guint i = 0; i < n_pens; i++)
    {
      GgovReportRect rect = make_rect (pens[i], mark->text, footprint->x, footprint->y);
      const double reach = MIN (footprint->bounds.width, footprint->bounds.height) / 2;
      const gboolean is_wide = rect.width <= footprint->bounds.width &&
                               rect.height <= footprint->bounds.height;

      if ((is_wide && _ggov_report_labels_place_by (labels, &rect, reach)) ||
          (i == n_pens - 1 && _ggov_report_labels_place_by (labels, &rect, MARK_REACH)))
        {
          draw_tie (work, footprint, &rect);
          cairo_set_source_rgb (work->cr, 0, 0, 0);
          draw_in (work, pens[i], mark->text, &rect);
          return;
        }
    }
}

static void
draw_marks (GgovReportMapWork *work,
            GgovReportLabels  *labels)
{
  for (guint i = 0; i < work->marks->len; i++)
    if (work->footprints->pdata[i])
      draw_mark (work, labels, work->marks->pdata[i], work->footprints->pdata[i]);
}

/* Buildings of a compound come one after the other. */
static guint
find_compound_end (GPtrArray *marks,
                   guint      first)
{
  const char *compound = ((GgovReportMark *) marks->pdata[first])->building->compound;
  guint end = first;

  while (end < marks->len &&
         g_strcmp0 (((GgovReportMark *) marks->pdata[end])->building->compound, compound) == 0)
    end++;

  return end;
}

static void
draw_compound (GgovReportMapWork *work,
               GgovReportLabels  *labels,
               GgovReportShape   *area,
               guint              first,
               guint              end)
{
  const char *name = ((GgovReportMark *) work->marks->pdata[first])->building->compound;
  double near[2] = { 0, 0 };
  guint n = 0;
  GgovReportRect rect;

  for (guint i = first; i < end; i++)
    if (work->footprints->pdata[i])
      {
        near[0] += ((GgovReportShape *) work->footprints->pdata[i])->x;
        near[1] += ((GgovReportShape *) work->footprints->pdata[i])->y;
        n++;
      }

  near[0] /= MAX (n, 1);
  near[1] /= MAX (n, 1);
  rect = make_rect (work->kit->name_pen, name, near[0], near[1]);
  if (n == 0 ||
      !_ggov_report_labels_place_within (labels, &rect, area, work->footprints, near))
    return;

  cairo_set_source_rgb (work->cr, 0.11, 0.25, 0.58);
  draw_in (work, work->kit->name_pen, name, &rect);
}

static void
draw_compounds (GgovReportMapWork *work,
                GgovReportLabels  *labels,
                GgovReportShape   *area)
{
  guint end;

  for (guint i = 0; i < work->marks->len; i = end)
    {
      end = find_compound_end (work->marks, i);
      if (((GgovReportMark *) work->marks->pdata[i])->building->compound)
        draw_compound (work, labels, area, i, end);
    }
}

/* Other grids are called by their number; by their name where they are of another community. */
static void
draw_others (GgovReportMapWork *work,
             GgovReportLabels  *labels)
{
  const GPtrArray *grids = work->kit->atlas->grids;

  for (guint i = 0; i < grids->len; i++)
    {
      const GgovAtlasGrid *grid = grids->pdata[i];
      const gboolean is_ours = grid->community_id == work->community->id;
      const char *text = is_ours ? ggov_atlas_get_number (grid) : grid->name;
      GgovReportPen *pen = is_ours ? work->kit->code_pen : work->kit->street_pen;
      GgovReportRect rect;

      if (work->areas->pdata[i] == NULL || grid == work->grid || (!is_ours && !work->grid))
        continue;

      rect = make_rect (pen, text, 0, 0);
      if (!_ggov_report_labels_place_within (labels, &rect, work->areas->pdata[i], NULL, NULL))
        continue;

      cairo_set_source_rgb (work->cr, 0.38, 0.38, 0.38);
      draw_in (work, pen, text, &rect);
    }
}

/* The number and the households of each grid of the community. */
static void
draw_grids (GgovReportMapWork *work,
            GgovReportLabels  *labels)
{
  const GPtrArray *grids = work->kit->atlas->grids;

  for (guint i = 0; i < grids->len; i++)
    {
      const GgovAtlasGrid *grid = grids->pdata[i];
      g_autofree char *households = NULL;
      GgovReportRect rect, below;

      if (work->areas->pdata[i] == NULL || grid->community_id != work->community->id)
        continue;

      /* Translators: on a map, how many households a grid has; as short as can be: 412户 */
      households = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hh.", "%d hh.",
                                                 grid->households), grid->households);
      rect = make_rect (work->kit->code_pen, ggov_atlas_get_number (grid), 0, 0);
      below = make_rect (work->kit->street_pen, households, 0, 0);
      rect.width = MAX (rect.width, below.width);
      rect.height += below.height + 2;
      if (!_ggov_report_labels_place_within (labels, &rect, work->areas->pdata[i], NULL, NULL))
        continue;

      cairo_set_source_rgb (work->cr, 0, 0, 0);
      _ggov_report_pen_draw_label (work->kit->code_pen, work->cr, ggov_atlas_get_number (grid),
                                   rect.x + rect.width / 2,
                                   rect.y + (rect.height - below.height) / 2);
      _ggov_report_pen_draw_label (work->kit->street_pen, work->cr, households,
                                   rect.x + rect.width / 2,
                                   rect.y + rect.height - below.height / 2);
    }
}

/* The boxes of a text along a line, one for each piece as long as it is high. */
static gboolean
take_along (GgovReportLabels *labels,
            double            x,
            double            y,
            double            angle,
            double            width,
            double            height)
{
  const guint n = MAX (1, ceil (width / height));
  g_autofree GgovReportRect *boxes = g_new (GgovReportRect, n);
  const double side = height * (fabs (cos (angle)) + fabs (sin (angle)));

  for (guint i = 0; i < n; i++)
    {
      const double at = (i + 0.5) / n * width - width / 2;

      boxes[i].x = x + at * cos (angle) - side / 2;
      boxes[i].y = y + at * sin (angle) - side / 2;
      boxes[i].width = boxes[i].height = side;
      if (!_ggov_report_labels_is_free (labels, &boxes[i]))
        return FALSE;
    }

  for (guint i = 0; i < n; i++)
    _ggov_report_labels_take (labels, &boxes[i]);

  return TRUE;
}

/* Along a straight stretch; upright, and read from below or from the right. */
static gboolean
draw_along (GgovReportMapWork *work,
            GgovReportLabels  *labels,
            const char        *name,
            const double      *a,
            double             share)
{
  GgovReportPen *pen = work->kit->street_pen;
  const double x = a[0] + (a[2] - a[0]) * share;
  const double y = a[1] + (a[3] - a[1]) * share;
  const double width = _ggov_report_pen_get_width (pen, name);
  const double height = _ggov_report_pen_get_size (pen) * LABEL_HEIGHT;
  double angle = atan ((a[3] - a[1]) / (a[2] - a[0]));

  if (fabs (a[2] - a[0]) < 0.01)
    angle = -G_PI / 2;
  if (!take_along (labels, x, y, angle, width, height))
    return FALSE;

  cairo_save (work->cr);
  cairo_translate (work->cr, x, y);
  cairo_rotate (work->cr, angle);
  cairo_set_source_rgb (work->cr, 0.25, 0.25, 0.25);
  _ggov_report_pen_draw_label (pen, work->cr, name, 0, 0);
  cairo_restore (work->cr);

  return TRUE;
}

/* The part of a stretch that is in the frame: Liang and Barsky's. */
static gboolean
clip_stretch (const GgovReportRect *frame,
              const double         *from,
              double               *clipped)
{
  const double d[2] = { from[2] - from[0], from[3] - from[1] };
  const double least[2] = { frame->x, frame->y };
  const double most[2] = { frame->x + frame->width, frame->y + frame->height };
  double begin = 0, end = 1;

  for (guint i = 0; i < 2; i++)
    {
      double to_least, to_most;

      if (d[i] == 0 && (from[i] < least[i] || from[i] > most[i]))
        return FALSE;
      if (d[i] == 0)
        continue;

      to_least = (least[i] - from[i]) / d[i];
      to_most = (most[i] - from[i]) / d[i];
      begin = MAX (begin, MIN (to_least, to_most));
      end = MIN (end, MAX (to_least, to_most));
    }

  for (guint i = 0; i < 4; i++)
    clipped[i] = from[i % 2] + d[i % 2] * (i < 2 ? begin : end);

  return begin < end;
}

/* How far a line strays from the straight one between two of its points. */
static double
measure_bend (const GgovReportRing *line,
              guint                 first,
              guint                 last)
{
  const double *a = line->coords + 2 * first;
  const double *b = line->coords + 2 * last;
  const double length = hypot (b[0] - a[0], b[1] - a[1]);
  double most = 0;

  for (guint i = first + 1; i < last; i++)
    {
      const double *p = line->coords + 2 * i;
      const double area = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

      most = MAX (most, length > 0 ? fabs (area) / length : hypot (p[0] - a[0], p[1] - a[1]));
    }

  return most;
}

/* The last point up to which a line is as good as straight. */
static guint
find_stretch_end (const GgovReportRing *line,
                  guint                 first)
{
  guint last = first + 1;

  while (last + 1 < line->n_points && measure_bend (line, first, last + 1) <= MOST_BEND)
    last++;

  return last;
}

static void
draw_street (GgovReportMapWork    *work,
             GgovReportLabels     *labels,
             const char           *name,
             const GgovReportRing *line)
{
  static const double shares[] = { 0.5, 0.35, 0.65, 0.2, 0.8 };
  const double room = _ggov_report_pen_get_width (work->kit->street_pen, name) + STREET_ROOM;
  double since = AGAIN_AFTER;
  guint end;

  for (guint i = 0; i + 1 < line->n_points; i = end)
    {
      double stretch[4], seen[4], length;

      end = find_stretch_end (line, i);
      memcpy (stretch, line->coords + 2 * i, 2 * sizeof *stretch);
      memcpy (stretch + 2, line->coords + 2 * end, 2 * sizeof *stretch);
      if (!clip_stretch (&work->view->frame, stretch, seen))
        continue;

      length = hypot (seen[2] - seen[0], seen[3] - seen[1]);
      since += length;
      for (guint j = 0; length >= room && since >= AGAIN_AFTER && j < G_N_ELEMENTS (shares); j++)
        if (draw_along (work, labels, name, seen, shares[j]))
          since = 0;
    }
}

static void
draw_streets (GgovReportMapWork *work,
              GgovReportLabels  *labels)
{
  const GPtrArray *streets = work->kit->atlas->streets;

  /* Main streets are the last. */
  for (guint i = streets->len; i-- > 0;)
    {
      const GgovAtlasStreet *street = streets->pdata[i];
      g_autoptr(GgovReportShape) shape = NULL;

      if (!ggov_geo_bounds_intersects (&g_array_index (work->kit->bounds.streets, GgovGeoBounds, i),
                                       &work->view->shown) ||
          !(shape = _ggov_report_shape_new (work->view, street->line)))
        continue;

      for (guint j = 0; j < shape->rings->len; j++)
        draw_street (work, labels, street->name,
                     &g_array_index (shape->rings, GgovReportRing, j));
    }
}

static GgovReportShape *
find_own (GgovReportMapWork *work)
{
  for (guint i = 0; i < work->areas->len; i++)
    if (work->kit->atlas->grids->pdata[i] == work->grid)
      return work->areas->pdata[i];

  return NULL;
}

void
_ggov_report_map_draw_names (GgovReportMapWork *work)
{
  g_autoptr(GgovReportLabels) labels = _ggov_report_labels_new (&work->view->frame);
  GgovReportShape *own = work->grid ? find_own (work) : NULL;

  if (work->grid == NULL)
    draw_grids (work, labels);
  else
    {
      draw_marks (work, labels);
      draw_others (work, labels);
    }
  draw_streets (work, labels);
  if (own)
    draw_compounds (work, labels, own);
}
