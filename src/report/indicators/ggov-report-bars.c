/* ggov-report-bars.c: a chart of bars, for paper and the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-bars.h"
#include "ggov-report-pen-private.h"

/* Of the room that one thing has, how much its bars take. */
#define BARS_SHARE 0.7

/* A bar is never wider than so many sizes of the text. */
#define MOST_BAR 3.0

/* The square before a word of the legend, and what is free beside it, in sizes of the text. */
#define SQUARE 0.8
#define GAP    0.5

/* What is needed while a chart is drawn. */
typedef struct
{
  const GgovReportBars *chart;
  cairo_t              *cr;
  GgovReportPen        *pen;
  double                width;
  double                head;   /* of the title */
  double                top;    /* of the highest bar */
  double                base;   /* of all bars */
  double                most;
  guint                 stride; /* every so manieth label is written */
} Drawing;

static void
set_colour (const Drawing *drawing,
            const double   colour[3])
{
  cairo_set_source_rgb (drawing->cr, colour[0], colour[1], colour[2]);
}

static double
find_most (const GgovReportBars *chart)
{
  double most = chart->most;

  for (guint i = 0; chart->most <= 0 && i < chart->n_bars; i++)
    for (guint j = 0; j < chart->n_series; j++)
      most = MAX (most, chart->bars[i].values[j]);

  return most > 0 ? most : 1;
}

static guint
find_stride (const GgovReportBars *chart,
             GgovReportPen        *pen,
             double                width)
{
  double widest = 0;
  guint stride = 1;

  for (guint i = 0; i < chart->n_bars; i++)
    widest = MAX (widest, _ggov_report_pen_get_width (pen, chart->bars[i].label));
  while (stride < chart->n_bars && widest + chart->size / 2 > stride * width / chart->n_bars)
    stride++;

  return stride;
}

static void
draw_title (const Drawing *drawing)
{
  const GgovReportBox box = { 0, 0, drawing->width, PANGO_ALIGN_LEFT };

  set_colour (drawing, drawing->chart->ink);
  _ggov_report_pen_draw (drawing->pen, drawing->cr, drawing->chart->title, &box);
}

static void
draw_legend (const Drawing *drawing)
{
  const GgovReportBars *chart = drawing->chart;
  double x = 0, square = SQUARE * chart->size;
  double pitch = _ggov_report_pen_get_pitch (drawing->pen);

  for (guint i = 0; chart->n_series > 1 && i < chart->n_series; i++)
    {
      double width = _ggov_report_pen_get_width (drawing->pen, chart->series[i]);
      const GgovReportBox box = { x + square + GAP * chart->size, drawing->head, width + 1,
                                  PANGO_ALIGN_LEFT };

      set_colour (drawing, chart->fills[i]);
      cairo_rectangle (drawing->cr, x, drawing->head + (pitch - square) / 2, square, square);
      cairo_fill (drawing->cr);
      set_colour (drawing, chart->ink);
      _ggov_report_pen_draw (drawing->pen, drawing->cr, chart->series[i], &box);
      x = box.x + width + 2 * chart->size;
    }
}

static void
draw_bar (const Drawing *drawing,
          guint          i,
          guint          series,
          double         x,
          double         width)
{
  const GgovReportBar *bar = &drawing->chart->bars[i];
  double height = bar->values[series] / drawing->most * (drawing->base - drawing->top);
  double pitch = _ggov_report_pen_get_pitch (drawing->pen);
  const GgovReportBox box = { x - width, drawing->base - height - pitch, 3 * width,
                              PANGO_ALIGN_CENTER };

  if (bar->values[series] < 0)
    return;

  set_colour (drawing, drawing->chart->fills[series]);
  cairo_rectangle (drawing->cr, x, drawing->base - height, width, height);
  cairo_fill (drawing->cr);

  /* A number that is wider than its place would run into the next. */
  set_colour (drawing, drawing->chart->ink);
  if (bar->texts[series] &&
      _ggov_report_pen_get_width (drawing->pen, bar->texts[series]) <=
        drawing->width / drawing->chart->n_bars / drawing->chart->n_series)
    _ggov_report_pen_draw (drawing->pen, drawing->cr, bar->texts[series], &box);
}

static void
draw_place (const Drawing *drawing,
            guint          i)
{
  const GgovReportBars *chart = drawing->chart;
  double place = drawing->width / chart->n_bars;
  double width = MIN (place * BARS_SHARE / chart->n_series, MOST_BAR * chart->size);
  double x = place * (i + 0.5) - width * chart->n_series / 2;

  for (guint j = 0; j < chart->n_series; j++)
    draw_bar (drawing, i, j, x + j * width, width);

  if (i % drawing->stride == 0)
    {
      double most = place * drawing->stride;
      const GgovReportBox box = { place * (i + 0.5) - most / 2, drawing->base + 2, most,
                                  PANGO_ALIGN_CENTER };

      _ggov_report_pen_draw (drawing->pen, drawing->cr, chart->bars[i].label, &box);
    }
}

void
ggov_report_bars_draw (const GgovReportBars *chart,
                       cairo_t              *cr,
                       PangoContext         *context,
                       double                width,
                       double                height)
{
  g_autoptr(GgovReportPen) pen = NULL;
  Drawing drawing;
  double pitch;

  g_return_if_fail (chart != NULL && cr != NULL && PANGO_IS_CONTEXT (context));
  g_return_if_fail (chart->n_series >= 1 && chart->n_series <= GGOV_REPORT_BARS_MAX_SERIES);

  if (chart->n_bars == 0)
    return;

  pen = _ggov_report_pen_new (context, chart->face, chart->size, FALSE);
  pitch = _ggov_report_pen_get_pitch (pen);
  drawing = (Drawing) {
    .chart = chart, .cr = cr, .pen = pen, .width = width,
    .head = chart->title ? pitch : 0, .base = height - pitch - 2,
    .most = find_most (chart), .stride = find_stride (chart, pen, width),
  };

  drawing.top = drawing.head + (chart->n_series > 1 ? 2 : 1) * pitch;
  draw_title (&drawing);
  draw_legend (&drawing);
  for (guint i = 0; i < chart->n_bars; i++)
    draw_place (&drawing, i);

  set_colour (&drawing, chart->ink);
  cairo_set_line_width (cr, 0.75);
  cairo_move_to (cr, 0, drawing.base);
  cairo_line_to (cr, width, drawing.base);
  cairo_stroke (cr);
}
