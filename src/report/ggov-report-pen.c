/* ggov-report-pen.c: text of one font, in boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <pango/pangocairo.h>

#include "ggov-report-pen-private.h"

/* Of the size. Fonts differ in what they ask for, so lines are set by these alone. */
#define PITCH    1.35
/* From the middle of a line down to its baseline: a Chinese character stands in the middle. */
#define BASELINE 0.38

/* No digit, letter or Chinese character is wider than this, in sizes. */
#define DIGIT_WIDTH  0.62
#define LETTER_WIDTH 1.05

/* How far the white edge of a label goes, in sizes. */
#define EDGE 0.14

struct _GgovReportPen
{
  PangoLayout *layout;
  double       size;
};

GgovReportPen *
_ggov_report_pen_new (PangoContext   *context,
                      GgovReportFace  face,
                      double          size_pt,
                      gboolean        bold)
{
  GgovReportPen *self = g_new0 (GgovReportPen, 1);
  PangoFontDescription *font = ggov_report_font_new (face, size_pt, bold);

  self->layout = pango_layout_new (context);
  self->size = size_pt;
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);

  return self;
}

void
_ggov_report_pen_free (GgovReportPen *self)
{
  g_clear_object (&self->layout);
  g_free (self);
}

double
_ggov_report_pen_get_pitch (GgovReportPen *self)
{
  return self->size * PITCH;
}

static double
get_most_width (gunichar c)
{
  if (g_unichar_isdigit (c) || c == ' ' || c == '-' || c == '.')
    return DIGIT_WIDTH;
  if (c < 0x80 || (c >= 0x2e80 && c < 0xa000) || (c >= 0xff00 && c < 0xff60))
    return LETTER_WIDTH;

  /* Whatever it is, it has to be measured. */
  return G_MAXUINT16;
}

double
_ggov_report_pen_estimate (GgovReportPen *self,
                           const char    *text)
{
  double most = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    most += get_most_width (g_utf8_get_char (p)) * self->size;

  return most;
}

/* Most cells of a list have room to spare; only the others need to be measured. */
static gboolean
fits_surely (GgovReportPen *self,
             const char    *text,
             double         width)
{
  return _ggov_report_pen_estimate (self, text) <= width;
}

static void
lay_out (GgovReportPen *self,
         const char    *text,
         double         width)
{
  pango_layout_set_width (self->layout, fits_surely (self, text, width) ? -1
                                                                       : width * PANGO_SCALE);
  pango_layout_set_text (self->layout, text, -1);
}

guint
_ggov_report_pen_count_lines (GgovReportPen *self,
                              const char    *text,
                              double         width)
{
  if (text == NULL || fits_surely (self, text, width))
    return 1;

  lay_out (self, text, width);

  return pango_layout_get_line_count (self->layout);
}

double
_ggov_report_pen_get_width (GgovReportPen *self,
                            const char    *text)
{
  PangoRectangle logical;

  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_extents (self->layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

static double
get_line_x (PangoLayoutLine     *line,
            const GgovReportBox *box)
{
  PangoRectangle logical;
  double spare;

  if (box->align == PANGO_ALIGN_LEFT)
    return box->x;

  pango_layout_line_get_extents (line, NULL, &logical);
  spare = box->width - (double) logical.width / PANGO_SCALE;

  return box->x + (box->align == PANGO_ALIGN_CENTER ? spare / 2 : spare);
}

void
_ggov_report_pen_draw (GgovReportPen       *self,
                       cairo_t             *cr,
                       const char          *text,
                       const GgovReportBox *box)
{
  double pitch = _ggov_report_pen_get_pitch (self);
  double y = box->y + pitch / 2 + self->size * BASELINE;

  if (text == NULL || *text == '\0')
    return;

  lay_out (self, text, box->width);
  for (int i = 0; i < pango_layout_get_line_count (self->layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, i);

      cairo_move_to (cr, get_line_x (line, box), y + i * pitch);
      pango_cairo_show_layout_line (cr, line);
    }
}

double
_ggov_report_pen_get_size (GgovReportPen *self)
{
  return self->size;
}

void
_ggov_report_pen_draw_label (GgovReportPen *self,
                             cairo_t       *cr,
                             const char    *text,
                             double         x,
                             double         y)
{
  const double left = x - _ggov_report_pen_get_width (self, text) / 2;
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, 0);

  cairo_save (cr);
  cairo_move_to (cr, left, y + self->size * BASELINE);
  pango_cairo_layout_line_path (cr, line);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2 * EDGE * self->size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);

  cairo_move_to (cr, left, y + self->size * BASELINE);
  pango_cairo_show_layout_line (cr, line);
}
