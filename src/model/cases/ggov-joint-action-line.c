/* ggov-joint-action-line.c: what a joint action has: a party, a step, an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-row-private.h"
#include "ggov-joint-action-line.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovJointActionLineFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovJointActionLineFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (row_version, "row-version"), NUMBER (action_id, "action-id"),
  NUMBER (of_id, "of-id"), NUMBER (is_lead, "is-lead"), NUMBER (people, "people"),
  NUMBER (is_open, "is-open"), TEXT (kind, "kind"), TEXT (day, "day"), TEXT (name, "name"),
  TEXT (text, "text"), TEXT (number, "number"), TEXT (stage, "stage"),
};

GGOV_DEFINE_CASE_ROW (GgovJointActionLine, ggov_joint_action_line, GGOV_JOINT_ACTION_LINE, fields_of_row)
