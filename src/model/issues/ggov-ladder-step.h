/* ggov-ladder-step.h: a rung of the ladder that is due for an issue, or was climbed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"
#include "ggov-ladder.h"

G_BEGIN_DECLS

#define GGOV_TYPE_LADDER_STEP (ggov_ladder_step_get_type ())

G_DECLARE_FINAL_TYPE (GgovLadderStep, ggov_ladder_step, GGOV, LADDER_STEP, GObject)

/**
 * GgovLadderStepFields:
 * @id: of what was logged, or 0 while it is not
 * @since: from when on it was or is due, seconds since 1970-01-01T00:00:00Z, as all times here
 * @due_at: the deadline it is about
 * @at: when it was logged, or 0
 * @printed_at: when its notice was printed, or 0
 */
typedef struct
{
  gint64   id;
  GgovRung rung;
  gint64   since;
  gint64   due_at;
  gint64   at;
  gint64   printed_at;
} GgovLadderStepFields;

GgovLadderStep             *ggov_ladder_step_new        (GgovIssue                  *issue,
                                                         const GgovLadderStepFields *fields)
                                                         G_GNUC_WARN_UNUSED_RESULT;

GgovIssue                  *ggov_ladder_step_get_issue  (GgovLadderStep             *self);
const GgovLadderStepFields *ggov_ladder_step_get_fields (GgovLadderStep             *self);

G_END_DECLS
