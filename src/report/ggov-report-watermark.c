/* ggov-report-watermark.c: who printed a page, across it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "ggov-report-watermark-private.h"

#define SIZE_PT 30
#define TIMES   3
#define SLOPE   (G_PI / 7)
#define GREY    0.90
/* Of the room there is between the margins. */
#define MOST    0.92

/* All in points. */
static void
draw_mark (cairo_t     *cr,
           PangoLayout *layout,
           double       room)
{
  PangoRectangle logical;
  double width, scale;

  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  scale = MIN (1, MOST * room / (width * cos (SLOPE) + SIZE_PT * sin (SLOPE)));

  cairo_rotate (cr, -SLOPE);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, -width / 2, -(double) logical.height / PANGO_SCALE / 2);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_fill (cr);
}

cairo_surface_t *
_ggov_report_watermark_new (PangoContext         *context,
                            const GgovReportPage *page,
                            const char           *text)
{
  const double left = ggov_report_points (page->left_mm);
  const double top = ggov_report_points (page->top_mm);
  const double room = ggov_report_points (page->width_mm - page->left_mm - page->right_mm);
  const double height = ggov_report_points (page->height_mm - page->top_mm - page->bottom_mm);
  const cairo_rectangle_t extents = {
    0, 0, ggov_report_points (page->width_mm), ggov_report_points (page->height_mm),
  };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = ggov_report_font_new (GGOV_REPORT_HEI, SIZE_PT, FALSE);
  cairo_t *cr = cairo_create (surface);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  for (guint i = 0; i < TIMES; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, left + room / 2, top + height * (2 * i + 1) / (2 * TIMES));
      draw_mark (cr, layout, room);
      cairo_restore (cr);
    }
  cairo_destroy (cr);

  return surface;
}
