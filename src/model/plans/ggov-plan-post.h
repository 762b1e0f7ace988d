/* ggov-plan-post.h: a post on a grid that a plan gives up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_PLAN_POST (ggov_plan_post_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlanPost, ggov_plan_post, GGOV, PLAN_POST, GObject)

/**
 * GgovPlanPostRow:
 * @role: in the user's language
 * @code: of the grid that is given up
 * @successor_number: the grid, in the plan after, with most of its households; 0 for none
 * @successor_code: (nullable): NULL where that one is new, or there is none
 * @successor: (nullable): its name
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      post_id;
  gint64      person_id;
  gint64      grid_id;
  gint64      successor_number;
  gint64      successor_id;
  const char *person;
  const char *role_code;
  const char *role;
  const char *code;
  const char *grid;
  const char *successor_code;
  const char *successor;
} GgovPlanPostRow;

/* Copies the texts. */
GgovPlanPost          *ggov_plan_post_new     (const GgovPlanPostRow *row)
                                               G_GNUC_WARN_UNUSED_RESULT;

const GgovPlanPostRow *ggov_plan_post_get_row (GgovPlanPost          *self);

G_END_DECLS
