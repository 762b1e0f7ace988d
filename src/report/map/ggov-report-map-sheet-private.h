/* ggov-report-map-sheet-private.h: the pages of one map: the map, what is beside it, and the rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-map-index-private.h"
#include "ggov-report-map-private.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_REPORT_PIECE_SECTION,
  GGOV_REPORT_PIECE_CONTINUED, /* a section's heading again */
  GGOV_REPORT_PIECE_HEAD,
  GGOV_REPORT_PIECE_ROW,
} GgovReportPieceKind;

/* Something of the lists at its place; @page counts from 0 within the sheet. */
typedef struct
{
  GgovReportPieceKind kind;
  guint               page;
  guint               section;
  guint               row;
  double              x;
  double              y;
  double              height;
} GgovReportPiece;

/**
 * GgovReportMapSheet:
 * @grid: (nullable): NULL where the map is of the whole community
 * @page: upright or lying
 * @strip: below the map, for scale and legend
 * @lists: where the lists begin, beside the map or below it
 * @sections: (element-type GgovReportIndexSection)
 * @pieces: (element-type GgovReportPiece): page after page
 */
typedef struct
{
  const GgovAtlasCommunity *community;
  const GgovAtlasGrid      *grid;
  GPtrArray                *marks;
  char                     *title;
  char                     *subtitle;
  const GgovReportPage     *page;
  GgovReportView           *view;
  GgovReportRect            strip;
  GgovReportRect            lists;
  GPtrArray                *sections;
  GArray                   *pieces;
  guint                     n_pages;
} GgovReportMapSheet;

/* What all sheets of a job have in common. */
typedef struct
{
  GgovReportMapKit  kit;
  GgovReportTable  *tables[GGOV_REPORT_INDEX_N_KINDS];
  GgovReportPage    pages[2];     /* upright, lying */
  cairo_surface_t  *watermarks[2]; /* (nullable): likewise */
  char             *as_of;
  char             *printed;
  char             *sources;
  double            sources_height;
  gboolean          with_phones;
} GgovReportMapJob;

/**
 * _ggov_report_map_sheet_new:
 * @grid: (nullable): NULL for a map of all of @community
 *
 * Finds out how the page lies best, and where everything on it goes: the map as large as can be,
 * lists beside or below it, on further pages what does not fit.
 *
 * Returns: (transfer full) (nullable): NULL where the place has no shape
 */
GgovReportMapSheet *_ggov_report_map_sheet_new  (const GgovReportMapJob   *job,
                                                 const GgovAtlasCommunity *community,
                                                 const GgovAtlasGrid      *grid)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void                _ggov_report_map_sheet_free (GgovReportMapSheet       *self);

/* Draws a page of the sheet, which is @number of @n_numbers in the job, both from 0. */
void                _ggov_report_map_sheet_draw (GgovReportMapSheet       *self,
                                                 const GgovReportMapJob   *job,
                                                 guint                     page,
                                                 guint                     number,
                                                 guint                     n_numbers,
                                                 cairo_t                  *cr);

/* Where the lists of a following page may be, and what is drawn on. */
GgovReportRect      _ggov_report_map_get_body   (const GgovReportMapJob   *job,
                                                 const GgovReportPage     *page,
                                                 gboolean                  is_first);

#define GGOV_REPORT_SHEET_SIGNERS 30.0
#define GGOV_REPORT_SHEET_SECTION 20.0
#define GGOV_REPORT_SHEET_GAP     8.0
#define GGOV_REPORT_SHEET_RUNNING 14.0

G_END_DECLS
