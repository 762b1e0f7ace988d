/* ggov-issue-group.h: a lane of the board: how many issues of one grid, person … are at which stage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-issue-stage.h"

G_BEGIN_DECLS

/**
 * GgovIssueGroupFields:
 * @id: as the grouping says; 0 for the issues that are in none
 * @code: what it is ordered by and, for a limit, known by; empty for 0
 * @name: what it is called; empty for 0, and for a governance lane, which is called by its code
 * @counts: how many issues are at each stage
 * @n_overdue: how many of them are over their time
 * @is_away: whether it is a person on leave on the day
 */
typedef struct
{
  gint64      id;
  const char *code;
  const char *name;
  gint64      counts[GGOV_ISSUE_N_STAGES];
  gint64      n_overdue;
  gboolean    is_away;
} GgovIssueGroupFields;

#define GGOV_TYPE_ISSUE_GROUP (ggov_issue_group_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssueGroup, ggov_issue_group, GGOV, ISSUE_GROUP, GObject)

/* Copies the texts. */
GgovIssueGroup             *ggov_issue_group_new        (const GgovIssueGroupFields *fields)
                                                         G_GNUC_WARN_UNUSED_RESULT;

const GgovIssueGroupFields *ggov_issue_group_get_fields (GgovIssueGroup             *self);

/* Of all stages. */
gint64                      ggov_issue_group_get_total  (GgovIssueGroup             *self);

/* Of the stages at which somebody is at work, which a limit counts. */
gint64                      ggov_issue_group_get_in_work (GgovIssueGroup            *self);

G_END_DECLS
