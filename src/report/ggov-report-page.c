/* ggov-report-page.c: paper, its margins, its fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <pango/pangocairo.h>

#include "ggov-report-page.h"

#define POINTS_PER_INCH 72.0
#define MM_PER_INCH     25.4

const GgovReportPage ggov_report_page_list = {
  .width_mm = 210, .height_mm = 297, .top_mm = 20, .bottom_mm = 18, .left_mm = 22, .right_mm = 18,
};

const GgovReportPage ggov_report_page_list_a3 = {
  .width_mm = 297, .height_mm = 420, .top_mm = 20, .bottom_mm = 18, .left_mm = 22, .right_mm = 18,
};

/* The first that is there is taken. The names of another system's fonts fall to a Latin font
 * unless they are listed, so that only what an office may really have comes before Debian's. */
static const char *const families[GGOV_REPORT_N_FACES] = {
  [GGOV_REPORT_SONG] = "Noto Serif CJK SC, Source Han Serif SC, serif",
  [GGOV_REPORT_HEI] = "Noto Sans CJK SC, Source Han Sans SC, sans-serif",
  [GGOV_REPORT_KAI] = "LXGW WenKai, Noto Serif CJK SC, serif",
  [GGOV_REPORT_FANG_SONG] = "FangSong_GB2312, FZFangSong-Z02, FangSong, Noto Serif CJK SC, serif",
};

double
ggov_report_points (double mm)
{
  return mm * POINTS_PER_INCH / MM_PER_INCH;
}

PangoContext *
ggov_report_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, POINTS_PER_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));

  return context;
}

PangoFontDescription *
ggov_report_font_new (GgovReportFace face,
                      double         size_pt,
                      gboolean       bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, families[face]);
  pango_font_description_set_size (font, size_pt * PANGO_SCALE + 0.5);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return font;
}
