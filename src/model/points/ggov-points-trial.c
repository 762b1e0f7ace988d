/* ggov-points-trial.c: what a rule would have paid in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-points-trial.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsTrialRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsTrialRecord, member, name)

static const GgovRecordField fields[] = {
  TEXT (month, "month"),
  NUMBER (n_events, "n-events"),
  NUMBER (n_paid, "n-paid"),
  NUMBER (n_people, "n-people"),
  NUMBER (points, "points"),
  NUMBER (n_capped, "n-capped"),
  NUMBER (n_ended, "n-ended"),
  NUMBER (n_nothing, "n-nothing"),
  NUMBER (n_second, "n-second"),
  NUMBER (points_now, "points-now"),
};

GGOV_DEFINE_RECORD (GgovPointsTrial, ggov_points_trial, GGOV_IS_POINTS_TRIAL)
