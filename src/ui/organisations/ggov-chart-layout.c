/* ggov-chart-layout.c: the parts of the organisation chart below one another, as on one long sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <math.h>

#include "ggov-chart-layout.h"

#define NO_END 1e6  /* points: no column of a community is too high for a screen */
#define ACROSS 3.0  /* how much worse room aside is than room straight on */
#define STRAY  0.01 /* likewise, where boxes are not in one line */

struct _GgovChartLayout
{
  GgovReportChart *chart;
  double           width;
  GArray          *tops;  /* (element-type double): where each part begins, and where the last ends */
};

GgovChartLayout *
ggov_chart_layout_new (GListModel   *nodes,
                       PangoContext *context,
                       double        width)
{
  GgovChartLayout *self = g_new0 (GgovChartLayout, 1);
  double top = 0;

  self->chart = ggov_report_chart_new (nodes, context, width, NO_END);
  self->width = width;
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint part = 0; part < ggov_report_chart_get_n_parts (self->chart); part++)
    {
      g_array_append_val (self->tops, top);
      top += ggov_report_chart_get_part_height (self->chart, part) + GGOV_REPORT_CHART_GAP;
    }
  g_array_append_val (self->tops, top);

  return self;
}

void
ggov_chart_layout_free (GgovChartLayout *self)
{
  ggov_report_chart_free (self->chart);
  g_array_unref (self->tops);
  g_free (self);
}

static double
get_top (GgovChartLayout *self,
         guint            part)
{
  return g_array_index (self->tops, double, part);
}

double
ggov_chart_layout_get_width (GgovChartLayout *self)
{
  return self->width;
}

double
ggov_chart_layout_get_height (GgovChartLayout *self)
{
  return get_top (self, self->tops->len - 1);
}

guint
ggov_chart_layout_get_n_boxes (GgovChartLayout *self)
{
  return ggov_report_chart_get_n_boxes (self->chart);
}

GgovChartNode *
ggov_chart_layout_get_node (GgovChartLayout *self,
                            guint            i)
{
  GgovReportChartBox box;

  ggov_report_chart_get_box (self->chart, i, &box);

  return box.node;
}

void
ggov_chart_layout_get_box (GgovChartLayout *self,
                           guint            i,
                           graphene_rect_t *box)
{
  GgovReportChartBox place;

  ggov_report_chart_get_box (self->chart, i, &place);
  graphene_rect_init (box, place.x, place.y + get_top (self, place.part), place.width,
                      place.height);
}

char *
ggov_chart_layout_dup_words (GgovChartLayout *self,
                             guint            i)
{
  return ggov_report_chart_dup_words (self->chart, i);
}

gboolean
ggov_chart_layout_find (GgovChartLayout *self,
                        double           x,
                        double           y,
                        guint           *i)
{
  for (guint part = 0; part < ggov_report_chart_get_n_parts (self->chart); part++)
    if (ggov_report_chart_find (self->chart, part, x, y - get_top (self, part), i))
      return TRUE;

  return FALSE;
}

guint
ggov_chart_layout_find_same (GgovChartLayout *self,
                             GgovChartNode   *known)
{
  const GgovChartNodeRow *row = ggov_chart_node_get_row (known);

  for (guint i = 0; i < ggov_chart_layout_get_n_boxes (self); i++)
    {
      const GgovChartNodeRow *other = ggov_chart_node_get_row (ggov_chart_layout_get_node (self, i));

      if (other->id == row->id && g_str_equal (other->kind, row->kind))
        return i;
    }

  return G_MAXUINT;
}

/* How much free room there is between two stretches; 0 where they meet. */
static double
get_gap (double from,
         double length,
         double other_from,
         double other_length)
{
  return MAX (0, MAX (other_from - (from + length), from - (other_from + other_length)));
}

/* How far off a box is that way; INFINITY for one that is not. Beside one another are boxes of one
 * row. */
static double
get_distance (const graphene_rect_t *here,
              const graphene_rect_t *there,
              int                    dx,
              int                    dy)
{
  double beside = get_gap (here->origin.y, here->size.height, there->origin.y, there->size.height);
  double below = get_gap (here->origin.x, here->size.width, there->origin.x, there->size.width);
  graphene_point_t from, to;
  double along;

  graphene_rect_get_center (here, &from);
  graphene_rect_get_center (there, &to);
  along = dx * (to.x - from.x) + dy * (to.y - from.y);
  if (along <= 1 || (dx != 0 && beside > 0))
    return INFINITY;

  return along + ACROSS * (dx != 0 ? beside : below) +
         STRAY * (dx != 0 ? fabs (to.y - from.y) : fabs (to.x - from.x));
}

guint
ggov_chart_layout_find_next (GgovChartLayout *self,
                             guint            i,
                             int              dx,
                             int              dy)
{
  guint next = i;
  double least = INFINITY;
  graphene_rect_t here, there;

  ggov_chart_layout_get_box (self, i, &here);
  for (guint k = 0; k < ggov_chart_layout_get_n_boxes (self); k++)
    {
      double distance;

      ggov_chart_layout_get_box (self, k, &there);
      distance = get_distance (&here, &there, dx, dy);
      if (distance >= least)
        continue;
      least = distance;
      next = k;
    }

  return next;
}

void
ggov_chart_layout_draw (GgovChartLayout *self,
                        cairo_t         *cr,
                        double           from,
                        double           to,
                        const double     ink[3],
                        const double     vacant[3])
{
  for (guint part = 0; part < ggov_report_chart_get_n_parts (self->chart); part++)
    {
      if (get_top (self, part) > to || get_top (self, part + 1) < from)
        continue;

      cairo_save (cr);
      cairo_translate (cr, 0, get_top (self, part));
      ggov_report_chart_draw_part (self->chart, cr, part, ink, vacant);
      cairo_restore (cr);
    }
}
