/* ggov-plan-comparison.c: two plans of one community side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-plan-comparison.h"

struct _GgovPlanComparison
{
  GObject                 parent_instance;

  GgovPlanComparisonSums  sums;
  GListStore             *grids;
  GListStore             *moves;
  GListStore             *posts;
};

G_DEFINE_FINAL_TYPE (GgovPlanComparison, ggov_plan_comparison, G_TYPE_OBJECT)

static void
ggov_plan_comparison_finalize (GObject *object)
{
  GgovPlanComparison *self = GGOV_PLAN_COMPARISON (object);

  g_clear_object (&self->grids);
  g_clear_object (&self->moves);
  g_clear_object (&self->posts);

  G_OBJECT_CLASS (ggov_plan_comparison_parent_class)->finalize (object);
}

static void
ggov_plan_comparison_class_init (GgovPlanComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_plan_comparison_finalize;
}

static void
ggov_plan_comparison_init (GgovPlanComparison *self)
{
}

GgovPlanComparison *
ggov_plan_comparison_new (const GgovPlanComparisonSums *sums,
                          GListStore                   *grids,
                          GListStore                   *moves,
                          GListStore                   *posts)
{
  GgovPlanComparison *self = g_object_new (GGOV_TYPE_PLAN_COMPARISON, NULL);

  self->sums = *sums;
  self->grids = grids;
  self->moves = moves;
  self->posts = posts;

  return self;
}

const GgovPlanComparisonSums *
ggov_plan_comparison_get_sums (GgovPlanComparison *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_COMPARISON (self), NULL);

  return &self->sums;
}

GListModel *
ggov_plan_comparison_get_grids (GgovPlanComparison *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_COMPARISON (self), NULL);

  return G_LIST_MODEL (self->grids);
}

GListModel *
ggov_plan_comparison_get_moves (GgovPlanComparison *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_COMPARISON (self), NULL);

  return G_LIST_MODEL (self->moves);
}

GListModel *
ggov_plan_comparison_get_posts (GgovPlanComparison *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_COMPARISON (self), NULL);

  return G_LIST_MODEL (self->posts);
}
