/* ggov-report-qr.c: texts that phones read from paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <qrencode.h>

#include "ggov-report-qr.h"

/* White around the code, in squares. */
#define BORDER 4

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QRcode, QRcode_free)

static gboolean
is_dark (const QRcode *code,
         int           x,
         int           y)
{
  return code->data[y * code->width + x] & 1;
}

/* Squares side by side are one, so that no line is seen between them. */
static void
draw_row (cairo_t      *cr,
          const QRcode *code,
          int           y)
{
  for (int x = 0; x < code->width; x++)
    {
      int end = x;

      while (end < code->width && is_dark (code, end, y))
        end++;
      if (end > x)
        cairo_rectangle (cr, x, y, end - x, 1);
      x = MAX (x, end);
    }
}

cairo_surface_t *
ggov_report_qr_new (const char *text,
                    double      size)
{
  g_autoptr(QRcode) code = NULL;
  const cairo_rectangle_t extents = { 0, 0, size, size };
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (size > 0, NULL);

  if (!(code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M)))
    return NULL;

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (surface);
  scale = size / (code->width + 2 * BORDER);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, size, size);
  cairo_fill (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, BORDER, BORDER);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int y = 0; y < code->width; y++)
    draw_row (cr, code, y);
  cairo_fill (cr);
  cairo_destroy (cr);

  return surface;
}
