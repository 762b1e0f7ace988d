/* ggov-joint-action.h: an action of several parties about many issues (联合执法、专项行动)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovJointActionFields:
 * @purpose: what it is for
 * @starts_on: ISO day, as is @ended_on; "" while it goes on
 * @result: what came of it
 * @lead: the party that leads it; read only, as are the counts
 * @n_closed: of its issues
 * @n_places: counted at its issues that are closed, and @area_cm2 likewise
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      n_parties;
  gint64      n_people;
  gint64      n_steps;
  gint64      n_issues;
  gint64      n_closed;
  gint64      n_places;
  gint64      area_cm2;
  const char *title;
  const char *purpose;
  const char *starts_on;
  const char *ended_on;
  const char *result;
  const char *lead;
} GgovJointActionFields;

#define GGOV_TYPE_JOINT_ACTION (ggov_joint_action_get_type ())

G_DECLARE_FINAL_TYPE (GgovJointAction, ggov_joint_action, GGOV, JOINT_ACTION, GObject)

GgovJointAction *ggov_joint_action_new (const GgovJointActionFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovJointActionFields *ggov_joint_action_get_fields (GgovJointAction *self);

G_END_DECLS
