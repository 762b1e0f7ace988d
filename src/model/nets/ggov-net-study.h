/* ggov-net-study.h: an old net laid over the base grids, and what becomes of its people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-net-person.h"
#include "ggov-net.h"

G_BEGIN_DECLS

/**
 * GgovNetStudyRow:
 * @shape: WKB polygon or multipolygon, longitude then latitude in degrees
 * @outside_m2: of @area_m2 outside all communities
 * @bare_m2: of @area_m2 inside a community, but in no base grid
 * @buildings: that stand in it, anywhere
 * @households: of those
 * @stray_buildings: of @buildings in no base grid
 * @stray_households: of those
 *
 * A grid of the old net. The areas of its cells, @outside_m2 and @bare_m2 add up to @area_m2; those
 * of buildings and households with the stray ones likewise.
 */
typedef struct
{
  gint64  id;
  char   *code;
  char   *name;
  GBytes *shape;
  double  area_m2;
  double  outside_m2;
  double  bare_m2;
  gint64  buildings;
  gint64  households;
  gint64  stray_buildings;
  gint64  stray_households;
} GgovNetStudyRow;

/* A base grid that the old net touches; how much of it, over all old grids, is in the cells. */
typedef struct
{
  gint64  id;
  char   *code;
  char   *name;
  double  area_m2;
  gint64  buildings;
  gint64  households;
} GgovNetStudyColumn;

/* What an old grid and a base grid have in common. */
typedef struct
{
  guint   row;
  guint   column;
  double  area_m2;
  gint64  buildings;
  gint64  households;
} GgovNetStudyCell;

/**
 * GgovNetStudy:
 *
 * Never changes once it is handed out.
 */
#define GGOV_TYPE_NET_STUDY (ggov_net_study_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetStudy, ggov_net_study, GGOV, NET_STUDY, GObject)

/**
 * ggov_net_study_new:
 * @net: (transfer full)
 * @rows: (transfer full) (element-type GgovNetStudyRow)
 * @columns: (transfer full) (element-type GgovNetStudyColumn): by code
 * @cells: (transfer full) (element-type GgovNetStudyCell): by row, then column
 * @people: (transfer full) (element-type GgovNetPerson)
 *
 * The arrays of rows and columns are those of the functions below.
 */
GgovNetStudy             *ggov_net_study_new         (GgovNet      *net,
                                                      GArray       *rows,
                                                      GArray       *columns,
                                                      GArray       *cells,
                                                      GPtrArray    *people)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/* Empty arrays that free what is in them. */
GArray                   *ggov_net_study_new_rows    (void) G_GNUC_WARN_UNUSED_RESULT;
GArray                   *ggov_net_study_new_columns (void) G_GNUC_WARN_UNUSED_RESULT;

GgovNet                  *ggov_net_study_get_net     (GgovNetStudy *self);
guint                     ggov_net_study_get_n_rows  (GgovNetStudy *self);
const GgovNetStudyRow    *ggov_net_study_get_row     (GgovNetStudy *self,
                                                      guint         i);
guint                     ggov_net_study_get_n_columns (GgovNetStudy *self);
const GgovNetStudyColumn *ggov_net_study_get_column  (GgovNetStudy *self,
                                                      guint         i);
guint                     ggov_net_study_get_n_cells (GgovNetStudy *self);
const GgovNetStudyCell   *ggov_net_study_get_cell    (GgovNetStudy *self,
                                                      guint         i);

/* (nullable): what the two have in common; NULL for nothing */
const GgovNetStudyCell   *ggov_net_study_find_cell   (GgovNetStudy *self,
                                                      guint         row,
                                                      guint         column);

/* (transfer none) (element-type GgovNetPerson): by old grid */
GPtrArray                *ggov_net_study_get_people  (GgovNetStudy *self);

G_END_DECLS
