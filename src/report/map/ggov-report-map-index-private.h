/* ggov-report-map-index-private.h: who and what is on a map, as lists beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-atlas.h"
#include "ggov-report-table.h"

G_BEGIN_DECLS

/* All columns of a map's page are this wide. */
#define GGOV_REPORT_INDEX_WIDTH_MM 85.0

typedef enum
{
  GGOV_REPORT_INDEX_PEOPLE,
  GGOV_REPORT_INDEX_BUILDINGS,
  GGOV_REPORT_INDEX_GRIDS,
} GgovReportIndexKind;

#define GGOV_REPORT_INDEX_N_KINDS (GGOV_REPORT_INDEX_GRIDS + 1)

/**
 * GgovReportIndexSection:
 * @rows: (element-type GStrv): cells; a row of a single one is a heading among the others
 * @heights: (element-type double): of the rows, in points
 */
typedef struct
{
  char                *title;
  GgovReportIndexKind  kind;
  GPtrArray           *rows;
  GArray              *heights;
} GgovReportIndexSection;

#define GGOV_REPORT_INDEX_GROUP_HEIGHT 15.0

GgovReportTable *_ggov_report_index_new_table     (GgovReportIndexKind  kind,
                                                   gboolean             with_phones,
                                                   PangoContext        *context)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_report_index_list_grid:
 * @marks: (element-type GgovReportMark): the grid's buildings
 * @tables: (array fixed-size=3): by kind, to measure with
 *
 * Returns: (transfer full) (element-type GgovReportIndexSection): who serves the grid, then its
 *   buildings
 */
GPtrArray       *_ggov_report_index_list_grid     (GgovAtlas                *atlas,
                                                   const GgovAtlasGrid      *grid,
                                                   GPtrArray                *marks,
                                                   gboolean                  with_phones,
                                                   GgovReportTable * const  *tables)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/* The same for a community: who serves it, then its grids and their sum. */
GPtrArray       *_ggov_report_index_list_community (GgovAtlas                *atlas,
                                                    const GgovAtlasCommunity *community,
                                                    gboolean                  with_phones,
                                                    GgovReportTable * const  *tables)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
