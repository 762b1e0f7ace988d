/* ggov-plan-grid.h: one grid before and after, in a comparison of plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_PLAN_GRID (ggov_plan_grid_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlanGrid, ggov_plan_grid, GGOV, PLAN_GRID, GObject)

/**
 * GgovPlanGridRow:
 * @number: in the plan after: a draft's own number, else the grid's; 0 where it is given up
 * @grid_id: 0 for one that is new
 * @code: (nullable): NULL for one that is new: codes are given at approval
 * @change: "same": nothing but names differs; "changed": goes on with other buildings; "new" or
 *   "retired"
 * @posts_before: held on the grid, its buildings and their units
 * @posts_after: the same; posts on a grid that is given up are with nobody here
 * @special_before: people of special groups
 * @issues_before: open ones
 *
 * Each member is also a readable property, with dashes. What is not there counts 0.
 */
typedef struct
{
  gint64      number;
  gint64      grid_id;
  gint64      households_before;
  gint64      households_after;
  gint64      people_before;
  gint64      people_after;
  gint64      buildings_before;
  gint64      buildings_after;
  gint64      special_before;
  gint64      special_after;
  gint64      issues_before;
  gint64      issues_after;
  gint64      posts_before;
  gint64      posts_after;
  const char *code;
  const char *name;
  const char *change;
} GgovPlanGridRow;

/* Copies the texts. */
GgovPlanGrid          *ggov_plan_grid_new     (const GgovPlanGridRow *row)
                                               G_GNUC_WARN_UNUSED_RESULT;

const GgovPlanGridRow *ggov_plan_grid_get_row (GgovPlanGrid          *self);

G_END_DECLS
