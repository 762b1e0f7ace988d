/* ggov-report-pen-private.h: text of one font, in boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "ggov-report-page.h"

G_BEGIN_DECLS

/* A font with what is needed to measure and draw with it. All its sizes are points. */
typedef struct _GgovReportPen GgovReportPen;

/* Where text goes: from @x on, @width wide, its first line @pitch high below @y. */
typedef struct
{
  double         x;
  double         y;
  double         width;
  PangoAlignment align;
} GgovReportBox;

GgovReportPen *_ggov_report_pen_new         (PangoContext        *context,
                                             GgovReportFace       face,
                                             double               size_pt,
                                             gboolean             bold) G_GNUC_WARN_UNUSED_RESULT;
void           _ggov_report_pen_free        (GgovReportPen       *self);

/* From one line to the next: the same for every font that a rare character may need. */
double         _ggov_report_pen_get_pitch   (GgovReportPen       *self);

/**
 * _ggov_report_pen_count_lines:
 * @text: (nullable): NULL is one empty line
 *
 * How many lines @text takes where so much width is.
 */
guint          _ggov_report_pen_count_lines (GgovReportPen       *self,
                                             const char          *text,
                                             double               width);

/* How wide @text is on one line. */
double         _ggov_report_pen_get_width   (GgovReportPen       *self,
                                             const char          *text);

/* The same without measuring: no text is wider than this. */
double         _ggov_report_pen_estimate    (GgovReportPen       *self,
                                             const char          *text);

/* Draws text into a box, wrapped as it was counted. */
void           _ggov_report_pen_draw        (GgovReportPen       *self,
                                             cairo_t             *cr,
                                             const char          *text,
                                             const GgovReportBox *box);

/**
 * _ggov_report_pen_draw_label:
 * @x: where the middle of the text goes
 * @y: likewise
 *
 * Draws one line in the colour that is set, with a white edge so that it is read on anything.
 */
void           _ggov_report_pen_draw_label  (GgovReportPen       *self,
                                             cairo_t             *cr,
                                             const char          *text,
                                             double               x,
                                             double               y);

/* Of the font, in points. */
double         _ggov_report_pen_get_size    (GgovReportPen       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReportPen, _ggov_report_pen_free)

G_END_DECLS
