/* ggov-points-rule.h: what an activity earns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovPointsRuleFields:
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      id;
  const char *code;
  const char *activity;
  const char *activity_zh; /* in Chinese */
  const char *label;       /* the activity in the user's language; set by the rule itself */
  gint64      points;
  gint64      per_day;     /* most points of it for one person in a day; 0 is any number */
} GgovPointsRuleFields;

#define GGOV_TYPE_POINTS_RULE (ggov_points_rule_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsRule, ggov_points_rule, GGOV, POINTS_RULE, GObject)

/* Copies the texts. */
GgovPointsRule             *ggov_points_rule_new        (const GgovPointsRuleFields *fields)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsRuleFields *ggov_points_rule_get_fields (GgovPointsRule *self);

G_END_DECLS
