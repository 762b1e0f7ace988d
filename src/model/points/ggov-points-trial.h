/* ggov-points-trial.h: what a rule would have paid in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_TRIAL (ggov_points_trial_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsTrial, ggov_points_trial, GGOV, POINTS_TRIAL, GObject)

/**
 * GgovPointsTrialRecord:
 *
 * What is not paid is counted where it is stopped first: it came too soon after others, or the post
 * had ended.
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  const char *month;         /* 2026-01; empty for all months together */
  gint64      n_events;      /* that could have been paid for */
  gint64      n_paid;
  gint64      n_people;      /* paid at all */
  gint64      points;
  gint64      n_capped;      /* stopped by what one person gets in a day or month */
  gint64      n_ended;       /* whose post had ended */
  gint64      n_nothing;     /* too short for a point */
  gint64      n_second;      /* that a second person would have confirmed */
  gint64      points_now;    /* were paid by rules of this code */
} GgovPointsTrialRecord;

/* Copies the texts. */
GgovPointsTrial *ggov_points_trial_new (const GgovPointsTrialRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsTrialRecord *ggov_points_trial_get_record (GgovPointsTrial *self);

G_END_DECLS
