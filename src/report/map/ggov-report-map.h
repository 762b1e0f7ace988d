/* ggov-report-map.h: maps of grids and communities on paper, ready to hang up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-atlas.h"
#include "ggov-report-map-theme.h"
#include "ggov-report-pager.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_MAP (ggov_report_map_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportMap, ggov_report_map, GGOV, REPORT_MAP, GObject)

/**
 * GgovReportMapSheets:
 * @GGOV_REPORT_MAP_ALL: the overview of each community, and the maps of its grids
 * @GGOV_REPORT_MAP_OVERVIEWS: overviews alone
 */
typedef enum
{
  GGOV_REPORT_MAP_ALL,
  GGOV_REPORT_MAP_OVERVIEWS,
} GgovReportMapSheets;

/**
 * GgovReportMapOptions:
 * @code: (nullable): of a grid, for its map alone; of a community, for its overview and all its
 *   grids; NULL for all communities
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints; stands in the watermark
 * @with_phones: whether phones are printed; if so, every page carries a watermark
 * @theme: (nullable): what grids of overviews or buildings of grids are coloured by; NULL for
 *   colours that only tell them apart. Referenced
 */
typedef struct
{
  const char          *code;
  GgovReportMapSheets  sheets;
  GgovReportPaper      paper;
  const char          *printed_at;
  const char          *account;
  gboolean             with_phones;
  GgovReportMapTheme  *theme;
} GgovReportMapOptions;

/**
 * ggov_report_map_new:
 * @atlas: kept
 * @options: copied
 * @context: from ggov_report_context_new(); kept
 *
 * Measures the maps. Each community begins with an overview, on which no two grids side by side
 * have one colour; a page for each grid follows, in the order of codes. A page lies or stands,
 * as its map is larger. Scales are round. Lists that do not fit go on on further pages.
 *
 * Maps stand in a projection centred on what they show, with true north above; their coordinates
 * are CGCS2000.
 *
 * Returns: (transfer full) (nullable): a GgovReportPager with bookmarks; NULL where there is no
 *   such grid or community
 */
GgovReportMap *ggov_report_map_new          (GgovAtlas                  *atlas,
                                             const GgovReportMapOptions *options,
                                             PangoContext               *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* How many grids and communities have a map. */
guint          ggov_report_map_get_n_maps   (GgovReportMap              *self);

G_END_DECLS
