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
  gint64      version;     /* from 1 on; awards keep that of their day */
  gint64      per_hour;    /* 1 if the points are for an hour, else 0 */
  gint64      per_award;   /* most points for one activity; 0 is any number */
  gint64      per_month;   /* most points of it for one person in a month; likewise */
  gint64      approve_above;  /* more points at once need a second person; 0 never do */
  gint64      notice_days; /* of public notice before an award is confirmed */
  gint64      draft;       /* 1 while nothing is paid by it, else 0 */
  const char *earned_by;   /* what awards are proposed from: a GgovPointsSource's code, or empty */
  const char *valid_from;  /* ISO day */
  const char *valid_to;    /* ISO day, the last; empty for ever */
  const char *roles;       /* codes and hundredths: building_leader=150,unit_leader=120 */
} GgovPointsRuleFields;

#define GGOV_TYPE_POINTS_RULE (ggov_points_rule_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsRule, ggov_points_rule, GGOV, POINTS_RULE, GObject)

/* Copies the texts. */
GgovPointsRule             *ggov_points_rule_new        (const GgovPointsRuleFields *fields)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_points_rule_reckon:
 * @minutes: how long it took; only counts where points are for an hour
 * @percent: what the person's role makes of it, in hundredths: 100 is what the rule says
 *
 * What one activity comes to: in whole points, halves up, and at most what the rule gives for one.
 *
 * Returns: points; 0 where it took too short a time for any
 */
gint64                      ggov_points_rule_reckon     (const GgovPointsRuleFields *fields,
                                                         gint64                      minutes,
                                                         gint64                      percent);

/* Of the two names of something, the one in the user's language. */
const char                 *ggov_points_choose_name     (const char                 *name,
                                                         const char                 *name_zh);

/* The texts live as long as the object. */
const GgovPointsRuleFields *ggov_points_rule_get_fields (GgovPointsRule *self);

G_END_DECLS
