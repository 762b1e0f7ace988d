/* ggov-plan-move.h: a building whose households get another worker by a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_PLAN_MOVE (ggov_plan_move_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlanMove, ggov_plan_move, GGOV, PLAN_MOVE, GObject)

/**
 * GgovPlanMoveRow:
 * @building: as it is called: 友谊小区3号楼
 * @from_member: (nullable): the full-time member it leaves; NULL while the post is vacant
 * @to_number: the grid's number in the plan after; 0 for none
 * @to_code: (nullable): NULL for a grid that is new, or none
 * @to: (nullable): the grid's name; NULL for none
 * @to_member: (nullable): NULL where nobody has the post yet
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      building_id;
  gint64      households;
  gint64      people;
  gint64      from_grid_id;
  gint64      to_grid_id;
  gint64      to_number;
  const char *building;
  const char *from_code;
  const char *from;
  const char *from_member;
  const char *to_code;
  const char *to;
  const char *to_member;
} GgovPlanMoveRow;

/* Copies the texts. */
GgovPlanMove          *ggov_plan_move_new     (const GgovPlanMoveRow *row)
                                               G_GNUC_WARN_UNUSED_RESULT;

const GgovPlanMoveRow *ggov_plan_move_get_row (GgovPlanMove          *self);

G_END_DECLS
