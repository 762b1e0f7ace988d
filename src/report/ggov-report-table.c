/* ggov-report-table.c: rows of ruled cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-pen-private.h"
#include "ggov-report-table.h"

/* All in points. */
#define PADDING_X  3.0
#define PADDING_Y  3.0
#define RULE_WIDTH 0.5

struct _GgovReportTable
{
  GgovReportColumn *columns;
  guint             n_columns;
  GgovReportPen    *head_pen;
  GgovReportPen    *pen;
};

GgovReportTable *
ggov_report_table_new (PangoContext           *context,
                       const GgovReportColumn *columns,
                       guint                   n_columns,
                       double                  size_pt)
{
  GgovReportTable *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (GgovReportTable, 1);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->head_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, size_pt, FALSE);
  self->pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, size_pt, FALSE);

  return self;
}

void
ggov_report_table_free (GgovReportTable *self)
{
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->head_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->pen, _ggov_report_pen_free);
  g_free (self);
}

static const char *
get_cell (GgovReportTable    *self,
          const char * const *cells,
          guint               column)
{
  return cells ? cells[column] : self->columns[column].title;
}

static double
get_room (GgovReportTable *self,
          guint            column)
{
  return ggov_report_points (self->columns[column].width_mm) - 2 * PADDING_X;
}

/* NULL for @cells stands for the head. */
static double
measure (GgovReportTable    *self,
         GgovReportPen      *pen,
         const char * const *cells)
{
  guint lines = 1;

  for (guint i = 0; i < self->n_columns; i++)
    lines = MAX (lines, _ggov_report_pen_count_lines (pen, get_cell (self, cells, i),
                                                      get_room (self, i)));

  return lines * _ggov_report_pen_get_pitch (pen) + 2 * PADDING_Y;
}

static void
draw_line (cairo_t *cr,
           double   x0,
           double   y0,
           double   x1,
           double   y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
}

/* Between cells that are joined there is no line. */
static void
rule (GgovReportTable      *self,
      cairo_t              *cr,
      const GgovReportBox  *at,
      double                height,
      const GgovReportJoin *join)
{
  double x = at->x;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double right = x + ggov_report_points (self->columns[i].width_mm);

      draw_line (cr, x, at->y, x, at->y + height);
      draw_line (cr, right, at->y, right, at->y + height);
      if (i >= join->above)
        draw_line (cr, x, at->y, right, at->y);
      if (i >= join->below)
        draw_line (cr, x, at->y + height, right, at->y + height);
      x = right;
    }

  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_stroke (cr);
}

static void
draw (GgovReportTable      *self,
      GgovReportPen        *pen,
      cairo_t              *cr,
      const GgovReportBox  *at,
      double                height,
      const char * const   *cells,
      const GgovReportJoin *join)
{
  double x = at->x;

  rule (self, cr, at, height, join);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = get_cell (self, cells, i);
      guint lines = _ggov_report_pen_count_lines (pen, text, get_room (self, i));
      const GgovReportBox box = {
        .x = x + PADDING_X,
        .y = at->y + (height - lines * _ggov_report_pen_get_pitch (pen)) / 2,
        .width = get_room (self, i),
        .align = cells ? self->columns[i].align : PANGO_ALIGN_CENTER,
      };

      if (i >= join->above)
        _ggov_report_pen_draw (pen, cr, text, &box);
      x += ggov_report_points (self->columns[i].width_mm);
    }
}

double
ggov_report_table_get_head_height (GgovReportTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return measure (self, self->head_pen, NULL);
}

double
ggov_report_table_measure_row (GgovReportTable    *self,
                               const char * const *cells)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (cells != NULL, 0);

  return measure (self, self->pen, cells);
}

void
ggov_report_table_draw_head (GgovReportTable *self,
                             cairo_t         *cr,
                             double           x,
                             double           y)
{
  const GgovReportBox at = { .x = x, .y = y };
  const GgovReportJoin apart = { 0 };

  g_return_if_fail (self != NULL);

  draw (self, self->head_pen, cr, &at, ggov_report_table_get_head_height (self), NULL, &apart);
}

void
ggov_report_table_draw_row (GgovReportTable    *self,
                            cairo_t            *cr,
                            double              x,
                            double              y,
                            double              height,
                            const char * const *cells)
{
  const GgovReportJoin apart = { 0 };

  ggov_report_table_draw_joined (self, cr, x, y, height, cells, &apart);
}

void
ggov_report_table_draw_joined (GgovReportTable      *self,
                               cairo_t              *cr,
                               double                x,
                               double                y,
                               double                height,
                               const char * const   *cells,
                               const GgovReportJoin *join)
{
  const GgovReportBox at = { .x = x, .y = y };

  g_return_if_fail (self != NULL);
  g_return_if_fail (cells != NULL && join != NULL);

  draw (self, self->pen, cr, &at, height, cells, join);
}
