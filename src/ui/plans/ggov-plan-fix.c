/* ggov-plan-fix.c: what can be done about something that is wrong with a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-plan-fix.h"

const GgovPlanFix *
ggov_plan_fix_find (const GgovPlanFindingRecord *record)
{
  static GgovPlanFix fix;

  g_return_val_if_fail (record != NULL, NULL);

  switch (record->kind)
    {
    case GGOV_PLAN_UNASSIGNED:
    case GGOV_PLAN_ELSEWHERE:
      if (record->other_number == 0 || record->building_id == 0)
        return NULL;
      fix = (GgovPlanFix) { _("Assign"), _("Assigns the building to the grid it stands in"), NULL };
      return &fix;

    case GGOV_PLAN_NO_BORDERS:
    case GGOV_PLAN_CUT:
    case GGOV_PLAN_PIECES:
    case GGOV_PLAN_HOLE:
    case GGOV_PLAN_OVERLAP:
    case GGOV_PLAN_NOT_COVERED:
    case GGOV_PLAN_OUTSIDE:
    case GGOV_PLAN_BROKEN:
    case GGOV_PLAN_RESHAPED:
      fix = (GgovPlanFix) { _("Draw Anew"), _("Draws all borders anew around the buildings"), NULL };
      return &fix;

    case GGOV_PLAN_EMPTY:
    case GGOV_PLAN_UNDER:
      fix = (GgovPlanFix) { _("Merge…"), _("Choose a grid to merge this one with"), "merge" };
      return &fix;

    case GGOV_PLAN_OVER:
      fix = (GgovPlanFix) { _("Split…"), _("Draw a line across this grid"), "split" };
      return &fix;

    case GGOV_PLAN_SLIVER:
      fix = (GgovPlanFix) { _("Reshape…"), _("Draw the border of this grid anew"), "reshape" };
      return &fix;

    case GGOV_PLAN_VACANT:
    default:
      return NULL;
    }
}

GgovPlanStroke *
ggov_plan_fix_new_stroke (const GgovPlanFindingRecord *record)
{
  const GgovPlanFix *fix = ggov_plan_fix_find (record);
  GgovPlanStroke *stroke;

  if (fix == NULL || fix->tool)
    return NULL;

  if (record->kind != GGOV_PLAN_UNASSIGNED && record->kind != GGOV_PLAN_ELSEWHERE)
    return ggov_plan_stroke_new (GGOV_PLAN_STROKE_TRACE, 0);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, record->other_number);
  ggov_plan_stroke_add_id (stroke, record->building_id);

  return stroke;
}
