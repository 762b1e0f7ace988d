/* ggov-joint-action.c: an action of several parties about many issues (联合执法、专项行动)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-row-private.h"
#include "ggov-joint-action.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovJointActionFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovJointActionFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (row_version, "row-version"), NUMBER (n_parties, "n-parties"),
  NUMBER (n_people, "n-people"), NUMBER (n_steps, "n-steps"), NUMBER (n_issues, "n-issues"),
  NUMBER (n_closed, "n-closed"), NUMBER (n_places, "n-places"), NUMBER (area_cm2, "area-cm2"),
  TEXT (title, "title"), TEXT (purpose, "purpose"), TEXT (starts_on, "starts-on"),
  TEXT (ended_on, "ended-on"), TEXT (result, "result"), TEXT (lead, "lead"),
};

GGOV_DEFINE_CASE_ROW (GgovJointAction, ggov_joint_action, GGOV_JOINT_ACTION, fields_of_row)
