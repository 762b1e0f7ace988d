/* ggov-store-figures.h: the office in numbers, counted from its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 total;
  gint64 enforcement;
  gint64 medical;
  gint64 police;
  gint64 justice;
  gint64 market;
} GgovDepartmentFigures;

typedef struct
{
  gint64 total;
  gint64 housing;
  gint64 education;
  gint64 traffic;
  gint64 emergency;
  gint64 culture;
  gint64 ecology;
} GgovLiaisonFigures;

typedef struct
{
  gint64 total;
  gint64 property;
  gint64 gas;
  gint64 water;
} GgovMarketFigures;

typedef struct
{
  gint64 count;
  gint64 area_m2; /* rounded to the nearest */
} GgovMeasureFigures;

/**
 * GgovFigures:
 *
 * What an office tells of itself, on one day. People are counted once for each role they hold on
 * the day, however many places they hold it at. Grids are those valid on the day, places those
 * of the records as they are now.
 *
 * An issue counts as handled once it is closed or evaluated, from the day on which it was closed;
 * disputes, structures, shops and utility problems are parts of the handled issues, by the figure
 * their case type counts in. The counts of structures and shops are those that were pulled down or
 * put right, or those measured where none was entered, not those of issues: one issue may be about
 * several. A dispute whose mediation failed or was withdrawn was not mediated.
 */
typedef struct
{
  gint64                communities;
  gint64                grids;
  gint64                first_secretaries;
  gint64                chief_grid_leaders;
  gint64                full_time_members;
  gint64                part_time_members;   /* building leaders and unit leaders */
  gint64                building_leaders;
  gint64                unit_leaders;
  GgovDepartmentFigures department_members;
  GgovLiaisonFigures    department_liaisons;
  gint64                cobuilding_organisations;
  GgovMarketFigures     market_liaisons;
  gint64                party_branches;
  gint64                party_groups;
  gint64                issues_handled;
  gint64                disputes_mediated;
  GgovMeasureFigures    illegal_structures;
  GgovMeasureFigures    wall_breaking;
  gint64                utility_problems;
  gint64                gas_patrol_members;
  gint64                households;
  gint64                people;
  gint64                buildings;
  gint64                residential_buildings;
  gint64                units;
  gint64                issues_open;
  gint64                issues_overdue;      /* due by now, or by the day's edge nearest to now */
} GgovFigures;

#define GGOV_TYPE_FIGURES (ggov_figures_get_type ())

GType        ggov_figures_get_type          (void);
GgovFigures *ggov_figures_copy              (const GgovFigures    *self) G_GNUC_WARN_UNUSED_RESULT;
void         ggov_figures_free              (GgovFigures          *self);

/**
 * ggov_figures_to_json:
 *
 * Returns: (transfer full): one JSON object, indented, with the names above as keys
 */
char        *ggov_figures_to_json           (const GgovFigures    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_get_figures_async:
 * @as_of: (nullable): ISO day; NULL is today
 *
 * Counts every figure.
 */
void         ggov_store_get_figures_async   (GgovStore            *self,
                                             const char           *as_of,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GgovFigures *ggov_store_get_figures_finish  (GgovStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovFigures, ggov_figures_free)

G_END_DECLS
