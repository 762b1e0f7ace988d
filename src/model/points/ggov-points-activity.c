/* ggov-points-activity.c: how many leaders of a grid were active before and after a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-points-activity.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsActivityRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsActivityRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (grid_id, "grid-id"),
  NUMBER (leaders, "leaders"),
  NUMBER (before, "before"),
  NUMBER (after, "after"),
  NUMBER (acts_before, "acts-before"),
  NUMBER (acts_after, "acts-after"),
  TEXT (grid, "grid"),
  TEXT (code, "code"),
};

GGOV_DEFINE_RECORD (GgovPointsActivity, ggov_points_activity, GGOV_IS_POINTS_ACTIVITY)
