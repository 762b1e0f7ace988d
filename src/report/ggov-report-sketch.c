/* ggov-report-sketch.c: a small map of grids, on paper and on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <pango/pangocairo.h>

#include "ggov-report-sketch.h"

/* Of the place there is, what stays empty on each side; and the least of it. */
#define MARGIN_SHARE 0.02
#define LEAST_MARGIN 2.0

/* Below this many units a side, only grids are drawn: of the rest nothing would be seen. */
#define SMALL 110.0

typedef struct
{
  double red;
  double green;
  double blue;
} Colour;

/* Source: Okabe and Ito, Color Universal Design (2008). */
static const Colour hues[GGOV_GEO_SKETCH_N_HUES] = {
  { 0.902, 0.624, 0.000 }, { 0.337, 0.706, 0.914 }, { 0.000, 0.620, 0.451 },
  { 0.941, 0.894, 0.259 }, { 0.000, 0.447, 0.698 }, { 0.800, 0.475, 0.655 },
};

/* How much of a hue is over the ground. */
#define LIGHT_SHARE 0.45
#define DARK_SHARE  0.55

typedef struct
{
  cairo_t *cr;
  double   scale;   /* units a metre */
  double   x;       /* of the sketch's origin */
  double   y;
  double   width;   /* of a line that is seen well */
  gboolean dark;
  gboolean is_small;
} Canvas;

static void
trace (const Canvas            *canvas,
       const GgovGeoSketchLine *line,
       gboolean                 is_closed)
{
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < line->n_points; i++)
    cairo_line_to (canvas->cr, canvas->x + line->coords[2 * i] * canvas->scale,
                   canvas->y - line->coords[2 * i + 1] * canvas->scale);
  if (is_closed)
    cairo_close_path (canvas->cr);
}

/* Grey from the ground's side: 0 is the ground, 1 what is written on it. */
static void
set_grey (const Canvas *canvas,
          double        contrast)
{
  double grey = canvas->dark ? 0.12 + 0.86 * contrast : 1 - contrast;

  cairo_set_source_rgb (canvas->cr, grey, grey, grey);
}

static void
draw_ground (const Canvas            *canvas,
             const GgovGeoSketchLine *line)
{
  const Colour *hue = &hues[line->hue];
  double share = canvas->dark ? DARK_SHARE : LIGHT_SHARE;
  double ground = canvas->dark ? 0.12 : 1;

  cairo_set_source_rgb (canvas->cr, ground + (hue->red - ground) * share,
                        ground + (hue->green - ground) * share,
                        ground + (hue->blue - ground) * share);
  cairo_fill (canvas->cr);
}

static void
draw_building (const Canvas *canvas,
               gboolean      is_moved)
{
  if (canvas->is_small && !is_moved)
    return;

  set_grey (canvas, is_moved ? 0.85 : 0.35);
  if (!is_moved)
    {
      cairo_fill (canvas->cr);
      return;
    }

  cairo_fill_preserve (canvas->cr);
  set_grey (canvas, 0);
  cairo_set_line_width (canvas->cr, canvas->width * 0.6);
  cairo_stroke (canvas->cr);
}

/* A pale edge sets a line off from what is under it. */
static void
draw_border (const Canvas *canvas,
             double        width,
             gboolean      is_dashed)
{
  const double dashes[] = { canvas->width * 4, canvas->width * 2.5 };

  if (is_dashed && canvas->is_small)
    return;

  if (!canvas->is_small)
    {
      set_grey (canvas, 0);
      cairo_set_line_width (canvas->cr, canvas->width * (width + 1));
      cairo_stroke_preserve (canvas->cr);
    }

  set_grey (canvas, 0.95);
  cairo_set_line_width (canvas->cr, canvas->width * width);
  cairo_set_dash (canvas->cr, dashes, is_dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

static void
draw_line (const Canvas            *canvas,
           const GgovGeoSketchLine *line)
{
  gboolean is_border = line->kind == GGOV_GEO_SKETCH_BEFORE || line->kind == GGOV_GEO_SKETCH_AFTER;

  trace (canvas, line, !is_border);
  switch (line->kind)
    {
    case GGOV_GEO_SKETCH_GRID:
      draw_ground (canvas, line);
      break;
    case GGOV_GEO_SKETCH_BUILDING:
    case GGOV_GEO_SKETCH_MOVED:
      draw_building (canvas, line->kind == GGOV_GEO_SKETCH_MOVED);
      break;
    case GGOV_GEO_SKETCH_BEFORE:
      draw_border (canvas, 1, TRUE);
      break;
    case GGOV_GEO_SKETCH_AFTER:
      draw_border (canvas, 1.5, FALSE);
      break;
    case GGOV_GEO_SKETCH_COMMUNITY:
    default:
      draw_border (canvas, 2, FALSE);
      break;
    }
}

static void
draw_name (const Canvas             *canvas,
           const GgovGeoSketchLabel *label,
           PangoLayout              *layout)
{
  int width, height;

  pango_layout_set_text (layout, label->text, -1);
  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (canvas->cr, canvas->x + label->x_m * canvas->scale - width / 2.0 / PANGO_SCALE,
                 canvas->y - label->y_m * canvas->scale - height / 2.0 / PANGO_SCALE);
  pango_cairo_layout_path (canvas->cr, layout);
  set_grey (canvas, 0);
  cairo_set_line_width (canvas->cr, canvas->width * 3);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (canvas->cr);
  set_grey (canvas, 1);
  cairo_fill (canvas->cr);
}

void
ggov_report_sketch_draw (GgovGeoSketch              *sketch,
                         cairo_t                    *cr,
                         double                      width,
                         double                      height,
                         gboolean                    dark,
                         const PangoFontDescription *font,
                         PangoContext               *context)
{
  double margin = MAX (LEAST_MARGIN, MIN (width, height) * MARGIN_SHARE);
  Canvas canvas = { .cr = cr, .dark = dark, .is_small = MIN (width, height) < SMALL };
  double wide_m, high_m;

  g_return_if_fail (sketch != NULL && cr != NULL);

  wide_m = sketch->east_m - sketch->west_m;
  high_m = sketch->north_m - sketch->south_m;
  if (!(wide_m > 0 && high_m > 0) || width <= 2 * margin || height <= 2 * margin)
    return;

  canvas.scale = MIN ((width - 2 * margin) / wide_m, (height - 2 * margin) / high_m);
  canvas.x = width / 2 - (sketch->west_m + sketch->east_m) / 2 * canvas.scale;
  canvas.y = height / 2 + (sketch->south_m + sketch->north_m) / 2 * canvas.scale;
  canvas.width = canvas.is_small ? 0.6 : 1;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < sketch->lines->len; i++)
    draw_line (&canvas, &g_array_index (sketch->lines, GgovGeoSketchLine, i));

  if (font && context && !canvas.is_small)
    {
      PangoLayout *layout = pango_layout_new (context);

      pango_layout_set_font_description (layout, font);
      for (guint i = 0; i < sketch->labels->len; i++)
        draw_name (&canvas, &g_array_index (sketch->labels, GgovGeoSketchLabel, i), layout);
      g_object_unref (layout);
    }
  cairo_restore (cr);
}
