/* ggov-report-flow-private.h: what flows over pages, between being measured and being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-flow.h"
#include "ggov-report-pen-private.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_REPORT_BLOCK_LINE,
  GGOV_REPORT_BLOCK_DRAWING,
  GGOV_REPORT_BLOCK_SECTION,
  GGOV_REPORT_BLOCK_SIGNERS,
} GgovReportBlockKind;

/* Something that was added; only what its kind has is there. */
typedef struct
{
  GgovReportBlockKind  kind;
  char                *text;      /* (nullable): a line, or a heading */
  char                *note;      /* (nullable) */
  guint                columns;
  GgovReportFlowFlags  flags;
  GPtrArray           *cells;     /* (element-type utf8): row after row, owned by the flow */
  guint                n_rows;
  double               height;    /* of a drawing, in points */
  GgovReportDrawFunc   func;
  gpointer             data;
  GDestroyNotify       free_data;
} GgovReportBlock;

/* Columns that sections share. */
typedef struct
{
  GgovReportColumn *columns;
  guint             n_columns;
  guint             n_joined;
  GgovReportTable  *table;    /* (nullable): once their widths are known */
} GgovReportColumns;

typedef enum
{
  GGOV_REPORT_ITEM_TITLE,
  GGOV_REPORT_ITEM_SUBTITLE,
  GGOV_REPORT_ITEM_LINE,
  GGOV_REPORT_ITEM_DRAWING,
  GGOV_REPORT_ITEM_HEADING,
  GGOV_REPORT_ITEM_CONTINUED, /* a heading again, at the top of a page */
  GGOV_REPORT_ITEM_HEAD,
  GGOV_REPORT_ITEM_ROW,
  GGOV_REPORT_ITEM_SIGNERS,
} GgovReportItemKind;

/* Something at its place on a page. */
typedef struct
{
  GgovReportItemKind kind;
  guint              page;
  guint              block;
  guint              row;    /* of the section, from 0 */
  double             y;      /* points from the top of the paper */
  double             height;
} GgovReportItem;

struct _GgovReportFlow
{
  GObject          parent_instance;

  PangoContext    *context;
  GgovReportPaper  size;
  GgovReportTurn   turn;
  GgovReportPage   page;
  double           left;        /* the edges of what is drawn on, in points */
  double           width;
  double           top;
  double           bottom;

  char            *title;
  char            *subtitle;    /* (nullable) */
  char            *as_of;       /* (nullable) */
  char            *printed;
  char            *mark;        /* (nullable): of the watermark */
  GStringChunk    *texts;       /* of the cells */
  GPtrArray       *columns;     /* (element-type GgovReportColumns) */
  GPtrArray       *blocks;      /* (element-type GgovReportBlock) */

  GgovReportPen   *title_pen;
  GgovReportPen   *subtitle_pen;
  GgovReportPen   *heading_pen;
  GgovReportPen   *text_pen;
  GgovReportPen   *small_pen;
  cairo_surface_t *watermark;   /* (nullable) */
  GArray          *items;       /* (element-type GgovReportItem): page after page */
  guint            n_pages;     /* 0 until it is finished */
  double           y;           /* where the next item goes while items are being placed */
};

/* The cells of a row of a section. */
const char *const       *_ggov_report_flow_get_cells   (GgovReportFlow        *self,
                                                        const GgovReportBlock *block,
                                                        guint                  row);
const GgovReportColumns *_ggov_report_flow_get_columns (GgovReportFlow        *self,
                                                        const GgovReportBlock *block);

/* How many of the first cells of a row say the same as those of the row before. */
guint                    _ggov_report_flow_count_same  (GgovReportFlow        *self,
                                                        const GgovReportBlock *block,
                                                        guint                  row);

/* Chooses how the page lies, and how wide each column is. */
void                     _ggov_report_flow_measure     (GgovReportFlow        *self);

/* Puts everything on pages. */
void                     _ggov_report_flow_place       (GgovReportFlow        *self);

/* Draws a page; the pager's part of the work. */
void                     _ggov_report_flow_draw        (GgovReportPager       *pager,
                                                        cairo_t               *cr,
                                                        guint                  page);

G_END_DECLS
