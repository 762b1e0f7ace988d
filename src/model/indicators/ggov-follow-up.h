/* ggov-follow-up.h: a call that is to be made after an issue was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

/* Points a reporter gives: 5 very satisfied, 4 satisfied, 3 just so; 2 and 1 are not satisfied, and
 * the issue goes back. */
#define GGOV_SATISFACTION_LEAST     1
#define GGOV_SATISFACTION_SATISFIED 3
#define GGOV_SATISFACTION_MOST      5

/**
 * GgovFollowUpFields:
 * @due_day: when it is to be made, a day: the first working day after the closing
 * @n_tries: how often nobody was reached since
 * @last_try_at: when that was last, seconds since 1970-01-01T00:00:00Z, or 0
 * @reporter: (nullable): who told of the issue
 * @phone: (nullable): theirs
 */
typedef struct
{
  int         due_day;
  gint64      n_tries;
  gint64      last_try_at;
  const char *reporter;
  const char *phone;
} GgovFollowUpFields;

#define GGOV_TYPE_FOLLOW_UP (ggov_follow_up_get_type ())

G_DECLARE_FINAL_TYPE (GgovFollowUp, ggov_follow_up, GGOV, FOLLOW_UP, GObject)

/* Copies the texts. */
GgovFollowUp             *ggov_follow_up_new         (GgovIssue                *issue,
                                                      const GgovFollowUpFields *fields)
                                                      G_GNUC_WARN_UNUSED_RESULT;

GgovIssue                *ggov_follow_up_get_issue   (GgovFollowUp             *self);
const GgovFollowUpFields *ggov_follow_up_get_fields  (GgovFollowUp             *self);

/**
 * ggov_follow_up_find_day:
 * @closed_at: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: the first day after @closed_at's on which the office works
 */
int                       ggov_follow_up_find_day    (GgovOfficeClock          *clock,
                                                      gint64                    closed_at);

/* What so many points mean, in the user's words; 1 to 5. */
const char               *ggov_satisfaction_get_label (guint                    points);

G_END_DECLS
