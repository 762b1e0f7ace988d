/* ggov-report-page.h: paper, its margins, its fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes that cross this interface are millimetres, or points where the name says so. Pages are
 * drawn in points, 1/72 inch, from the top left corner of the paper.
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* What is drawn stays within the margins. */
typedef struct
{
  double width_mm;
  double height_mm;
  double top_mm;
  double bottom_mm;
  double left_mm;   /* the binding edge */
  double right_mm;
} GgovReportPage;

/* A4 for lists: more room than an official document has, and holes can be punched at the left. */
extern const GgovReportPage ggov_report_page_list;
extern const GgovReportPage ggov_report_page_list_a3;

typedef enum
{
  GGOV_REPORT_A4,
  GGOV_REPORT_A3,
} GgovReportPaper;

/* Cards to cut out: how large they are, and so how many are on a sheet of A4. */
typedef enum
{
  GGOV_REPORT_CARD_A6, /* four */
  GGOV_REPORT_CARD_A5, /* two */
  GGOV_REPORT_CARD_A4, /* one */
} GgovReportCard;

/* How a sheet lies; what is in it decides where nobody does. */
typedef enum
{
  GGOV_REPORT_TURN_AUTO,
  GGOV_REPORT_TURN_PORTRAIT,
  GGOV_REPORT_TURN_LANDSCAPE,
} GgovReportTurn;

/* The faces of office documents. Each has a list of families to fall back on. */
typedef enum
{
  GGOV_REPORT_SONG,
  GGOV_REPORT_HEI,
  GGOV_REPORT_KAI,
  GGOV_REPORT_FANG_SONG,
} GgovReportFace;

#define GGOV_REPORT_N_FACES (GGOV_REPORT_FANG_SONG + 1)

double                ggov_report_points      (double          mm);

/**
 * ggov_report_context_new:
 *
 * Makes the Pango context that all paper is measured and drawn with, so that lines break at the
 * same place on screen, printer and PDF: unhinted, metrics off, glyphs placed to the fraction.
 * Text is told to be Chinese, so that shared characters take their Chinese shape.
 */
PangoContext         *ggov_report_context_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A font of so many points. */
PangoFontDescription *ggov_report_font_new    (GgovReportFace  face,
                                               double          size_pt,
                                               gboolean        bold) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
