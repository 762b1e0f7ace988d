/* ggov-plan-fix.h: what can be done about something that is wrong with a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-plan-finding.h"
#include "ggov-plan-stroke.h"

G_BEGIN_DECLS

/**
 * GgovPlanFix:
 * @label: on a button
 * @hint: what the button does
 * @tool: (nullable): the tool to go on with, on the grid that the finding is about; NULL where a
 *   stroke puts it right
 */
typedef struct
{
  const char *label;
  const char *hint;
  const char *tool;
} GgovPlanFix;

/* (nullable): NULL where nothing can be done about it on the map. In the user's language. */
const GgovPlanFix *ggov_plan_fix_find       (const GgovPlanFindingRecord *record);

/* Returns: (transfer full) (nullable): what puts it right; NULL where a person has to draw */
GgovPlanStroke    *ggov_plan_fix_new_stroke (const GgovPlanFindingRecord *record)
                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
