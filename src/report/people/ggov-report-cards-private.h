/* ggov-report-cards-private.h: cards between being counted and being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-cards.h"
#include "ggov-report-houses-private.h"
#include "ggov-report-pen-private.h"

G_BEGIN_DECLS

/* All cards are drawn as if they were A6, in points, and enlarged. */
#define GGOV_REPORT_CARD_WIDTH_MM  105.0
#define GGOV_REPORT_CARD_HEIGHT_MM 148.5

/* How cards lie on a sheet. */
typedef struct
{
  guint  columns;
  guint  rows;
  double scale;   /* of a card */
} GgovReportCardGrid;

/* A stairwell. */
typedef struct
{
  const GgovReportHouse *house;
  const GgovReportUnit  *unit;
} GgovReportDoor;

struct _GgovReportCards
{
  GObject             parent_instance;

  GgovReportPage      page;
  GgovReportCardGrid  grid;
  gboolean            with_phones;
  char               *title;
  char               *office;      /* (nullable): name of the sub-district */
  char               *foot;
  GPtrArray          *houses;      /* (element-type GgovReportHouse) */
  GArray             *doors;       /* (element-type GgovReportDoor) */
  GHashTable         *people;      /* (element-type gint64 GPtrArray): rows on grids, by grid */
  GHashTable         *codes;       /* (element-type utf8 cairo_surface_t): by what is in them */
  GgovReportPen      *grid_pen;
  GgovReportPen      *door_pen;
  GgovReportPen      *name_pen;
  GgovReportPen      *text_pen;
  GgovReportPen      *small_pen;
  cairo_surface_t    *watermark;   /* (nullable): of a card */
};

/* Draws a page; the pager's part of the work. */
void _ggov_report_cards_draw (GgovReportPager *pager,
                              cairo_t         *cr,
                              guint            page);

G_END_DECLS
