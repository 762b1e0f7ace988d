/* ggov-plan-comparison.h: two plans of one community side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-plan-grid.h"
#include "ggov-plan-move.h"
#include "ggov-plan-post.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PLAN_COMPARISON (ggov_plan_comparison_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlanComparison, ggov_plan_comparison, GGOV, PLAN_COMPARISON, GObject)

/**
 * GgovPlanComparisonSums:
 * @before_id: the plan before, or 0 where there was none
 * @after_id: the plan after
 * @buildings_moved: buildings that change their grid, those without households too
 * @households_moved: households that change their worker
 * @people_moved: people living in these
 */
typedef struct
{
  gint64 before_id;
  gint64 after_id;
  gint64 buildings_moved;
  gint64 households_moved;
  gint64 people_moved;
} GgovPlanComparisonSums;

/* All three lists are taken over. */
GgovPlanComparison *ggov_plan_comparison_new (const GgovPlanComparisonSums *sums,
                                              GListStore                   *grids,
                                              GListStore                   *moves,
                                              GListStore                   *posts)
                                              G_GNUC_WARN_UNUSED_RESULT;

const GgovPlanComparisonSums *ggov_plan_comparison_get_sums  (GgovPlanComparison *self);

/* (transfer none) (element-type GgovPlanGrid): grids that go on and those given up by their codes,
 * then new ones by their numbers. */
GListModel                   *ggov_plan_comparison_get_grids (GgovPlanComparison *self);

/* (transfer none) (element-type GgovPlanMove): buildings whose households get another worker, by
 * the grid they leave; those that had no grid before are not in it. */
GListModel                   *ggov_plan_comparison_get_moves (GgovPlanComparison *self);

/* (transfer none) (element-type GgovPlanPost): posts on grids that are given up. Nobody is moved
 * silently: they stay as they are, and the office decides. */
GListModel                   *ggov_plan_comparison_get_posts (GgovPlanComparison *self);

G_END_DECLS
