/* ggov-report-map-private.h: what the files of the printed map share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-atlas.h"
#include "ggov-report-labels-private.h"
#include "ggov-report-map.h"
#include "ggov-report-pen-private.h"
#include "ggov-report-table.h"
#include "ggov-report-view-private.h"

G_BEGIN_DECLS

/* So many colours are enough for any map on which a grid's neighbours are few. */
#define GGOV_REPORT_MAP_N_HUES 6

/**
 * GgovReportBounds:
 * @grids: (element-type GgovGeoBounds): one for each of the atlas, and so the others
 *
 * Where everything is in degrees, so that a page looks only at what is near.
 */
typedef struct
{
  GArray *grids;
  GArray *buildings;
  GArray *streets;
} GgovReportBounds;

/* What all maps of a job are drawn with. */
typedef struct
{
  GgovAtlas        *atlas;
  GgovReportBounds  bounds;
  guint8           *hues;         /* (array): for each grid of the atlas, its colour */
  GgovReportMapTheme *theme;      /* (nullable): that colours what it is of instead */
  GgovReportPen    *title_pen;
  GgovReportPen    *subtitle_pen;
  GgovReportPen    *heading_pen;
  GgovReportPen    *text_pen;
  GgovReportPen    *small_pen;
  GgovReportPen    *mark_pens[4]; /* numbers of buildings, larger to smaller */
  GgovReportPen    *name_pen;     /* of compounds */
  GgovReportPen    *street_pen;
  GgovReportPen    *code_pen;
} GgovReportMapKit;

/* A building of a grid and what stands on it: its number, or a letter where it has none. */
typedef struct
{
  const GgovAtlasBuilding *building;
  char                    *text;
} GgovReportMark;

/**
 * GgovReportMapWork:
 * @grid: (nullable): the grid that the map is of; NULL where it is of the whole community
 * @marks: (nullable) (element-type GgovReportMark): the grid's buildings
 * @areas: (element-type GgovReportShape): for each grid of the atlas, NULL where it is not seen
 * @footprints: (element-type GgovReportShape): of the marks
 *
 * A map on its way to paper.
 */
typedef struct
{
  const GgovReportMapKit   *kit;
  const GgovAtlasCommunity *community;
  const GgovAtlasGrid      *grid;
  GPtrArray                *marks;
  GgovReportView           *view;
  GPtrArray                *areas;
  GPtrArray                *footprints;
  cairo_t                  *cr;
} GgovReportMapWork;

/* @size: of what is read from afar, 1 on a small sheet */
void       _ggov_report_map_kit_init     (GgovReportMapKit        *kit,
                                          GgovAtlas               *atlas,
                                          double                   size,
                                          PangoContext            *context);
void       _ggov_report_map_kit_clear    (GgovReportMapKit        *kit);

/* (transfer full) (element-type GgovReportMark): the buildings of a grid, in the atlas's order */
GPtrArray *_ggov_report_map_list_marks   (GgovAtlas               *atlas,
                                          const GgovAtlasGrid     *grid)
                                          G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_report_map_colour:
 *
 * Gives each grid a number below GGOV_REPORT_MAP_N_HUES that none of its neighbours has: those
 * with many neighbours choose first, each the lowest that is left.
 *
 * Returns: (transfer full) (array): one for each grid of the atlas
 */
guint8    *_ggov_report_map_colour       (GgovAtlas               *atlas)
                                          G_GNUC_WARN_UNUSED_RESULT;

/* Draws a map into its view's frame. */
void       _ggov_report_map_draw         (const GgovReportMapKit  *kit,
                                          GgovReportView          *view,
                                          const GgovAtlasCommunity *community,
                                          const GgovAtlasGrid     *grid,
                                          GPtrArray               *marks,
                                          cairo_t                 *cr);

/* Its parts, in the order of drawing. */
void       _ggov_report_map_draw_ground  (GgovReportMapWork       *work);
void       _ggov_report_map_draw_names   (GgovReportMapWork       *work);

/* (nullable): the theme that colours maps of grids, or overviews */
const GgovReportMapTheme *
           _ggov_report_map_find_theme   (const GgovReportMapKit  *kit,
                                          gboolean                 is_overview);

/* Fills a path as buildings of a kind are, with a hatch that tells them apart without colour. */
void       _ggov_report_map_fill_building (cairo_t                *cr,
                                           GgovBuildingKind        kind);

/* The same in a colour, 0xRRGGBB. */
void       _ggov_report_map_fill_class    (cairo_t                *cr,
                                           guint32                 rgb);

/* The line of a border: this grid's, another's, a community's. */
typedef enum
{
  GGOV_REPORT_BORDER_OWN,
  GGOV_REPORT_BORDER_OTHER,
  GGOV_REPORT_BORDER_COMMUNITY,
} GgovReportBorder;

void       _ggov_report_map_stroke_border (cairo_t                *cr,
                                           GgovReportBorder        border);

#define GGOV_REPORT_MAP_FOOT_HEIGHT 49.0

/* Draws scale bar, legend and north arrow into a strip below the map, of the height above. */
void       _ggov_report_map_draw_foot    (const GgovReportMapKit  *kit,
                                          const GgovReportView    *view,
                                          gboolean                 is_overview,
                                          const GgovReportRect    *strip,
                                          cairo_t                 *cr);

G_END_DECLS
