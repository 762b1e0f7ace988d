/* ggov-joint-action-line.h: what a joint action has: a party, a step, an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovJointActionLineFields:
 * @kind: "party", "step" or "issue"
 * @action_id: the joint action
 * @of_id: the organisation or the issue
 * @is_lead: of a party: whether it leads
 * @people: of a party: how many it sends
 * @day: of a step, ISO; of an issue that is closed, when
 * @name: of the party or the issue; read only for these
 * @text: a party's task, what a step was, what came of an issue
 * @number: of the issue; read only, as is @stage
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      action_id;
  gint64      of_id;
  gint64      is_lead;
  gint64      people;
  gint64      is_open;
  const char *kind;
  const char *day;
  const char *name;
  const char *text;
  const char *number;
  const char *stage;
} GgovJointActionLineFields;

#define GGOV_TYPE_JOINT_ACTION_LINE (ggov_joint_action_line_get_type ())

G_DECLARE_FINAL_TYPE (GgovJointActionLine, ggov_joint_action_line, GGOV, JOINT_ACTION_LINE, GObject)

GgovJointActionLine *ggov_joint_action_line_new (const GgovJointActionLineFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovJointActionLineFields *ggov_joint_action_line_get_fields (GgovJointActionLine *self);

G_END_DECLS
