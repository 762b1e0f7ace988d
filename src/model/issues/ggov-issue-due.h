/* ggov-issue-due.h: how an issue stands with its time, in a word and a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

/**
 * GgovIssueDue:
 * @GGOV_ISSUE_DUE_NONE: open, without a limit
 * @GGOV_ISSUE_DUE_FINE: there is time
 * @GGOV_ISSUE_DUE_SOON: on the next working day, or before it opens
 * @GGOV_ISSUE_DUE_TODAY: later today
 * @GGOV_ISSUE_DUE_OVERDUE: the time was up
 * @GGOV_ISSUE_DUE_SUSPENDED: its clock stands still
 * @GGOV_ISSUE_DUE_ENDED: closed, evaluated or void
 */
typedef enum
{
  GGOV_ISSUE_DUE_NONE,
  GGOV_ISSUE_DUE_FINE,
  GGOV_ISSUE_DUE_SOON,
  GGOV_ISSUE_DUE_TODAY,
  GGOV_ISSUE_DUE_OVERDUE,
  GGOV_ISSUE_DUE_SUSPENDED,
  GGOV_ISSUE_DUE_ENDED,
} GgovIssueDue;

#define GGOV_ISSUE_N_DUES (GGOV_ISSUE_DUE_ENDED + 1)

/**
 * ggov_issue_due_judge:
 * @clock: the office's clock
 * @now: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: how @issue stands at @now
 */
GgovIssueDue  ggov_issue_due_judge    (GgovIssue        *issue,
                                       GgovOfficeClock  *clock,
                                       gint64            now);

/* The same of what is known apart from an issue; @due_at is 0 where there is no limit. */
GgovIssueDue  ggov_issue_due_judge_state (const GgovIssueState *state,
                                          gint64                due_at,
                                          GgovOfficeClock      *clock,
                                          gint64                now);

/* What it is called in the user's language. */
const char   *ggov_issue_due_get_label (GgovIssueDue     due);

/* (transfer full): the same, and whether it may still change as a year's holidays are announced */
char         *ggov_issue_due_dup_label (GgovIssueDue     due,
                                        gboolean         provisional) G_GNUC_WARN_UNUSED_RESULT;

/* A word that never changes: "none", "fine", "soon", "today", "overdue", "suspended", "ended". */
const char   *ggov_issue_due_get_code (GgovIssueDue      due);

/**
 * ggov_issue_due_dup_text:
 * @due: as ggov_issue_due_judge() found
 * @now: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full): how much time is left or over, in the user's words: "3 days left",
 *   "3 days left, provisional"
 */
char         *ggov_issue_due_dup_text (GgovIssue        *issue,
                                       GgovIssueDue      due,
                                       gint64            now) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_issue_due_dup_left:
 * @clock: the office's clock
 * @now: seconds since 1970-01-01T00:00:00Z
 *
 * The same in the days that count for the issue: working days, where its limit is of working time and
 * is over within a month.
 *
 * Returns: (transfer full): "3 working days left", "2 days overdue", "Due today 11:30"
 */
char         *ggov_issue_due_dup_left (GgovIssue        *issue,
                                       GgovOfficeClock  *clock,
                                       gint64            now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
