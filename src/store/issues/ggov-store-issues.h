/* ggov-store-issues.h: reading the issues of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovIssueFilter:
 * @stages: a sum of 1 << GgovIssueStage; 0 for all
 * @community_id: of its grid, or 0
 * @grid_id: its grid, that it was filed on or that has it by now, or 0
 * @lane: (nullable): code of a GgovLane
 * @handler_id: who is sent, or 0
 * @text: (nullable): part of its number, title, place, type, grid or handler, in any case
 * @overdue: only those whose time was up at @now
 * @now: seconds since 1970-01-01T00:00:00Z; only used with @overdue
 * @limit: the most issues of each stage, or 0 for all
 *
 * Which issues are wanted: those for which everything that is given holds.
 */
typedef struct
{
  guint       stages;
  gint64      community_id;
  gint64      grid_id;
  const char *lane;
  gint64      handler_id;
  const char *text;
  gboolean    overdue;
  gint64      now;
  guint       limit;
} GgovIssueFilter;

/* The stages that want work. */
#define GGOV_ISSUE_FILTER_OPEN ((1u << GGOV_ISSUE_CLOSED) - 1)

/**
 * ggov_store_list_issues_async:
 * @filter: copied
 *
 * Finds issues, stage after stage; the next due first in an open stage, the last closed first in
 * the others. With a @limit the cost does not grow with the issues of past years.
 */
void        ggov_store_list_issues_async   (GgovStore              *self,
                                            const GgovIssueFilter  *filter,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);

/**
 * ggov_store_list_issues_finish:
 *
 * Returns: (transfer full) (element-type GgovIssue)
 */
GListModel *ggov_store_list_issues_finish  (GgovStore              *self,
                                            GAsyncResult           *result,
                                            GError                **error)
                                            G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_count_issues_async:
 * @filter: copied; its limit does not matter
 *
 * Counts the issues of each stage.
 */
void        ggov_store_count_issues_async  (GgovStore              *self,
                                            const GgovIssueFilter  *filter,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);

/**
 * ggov_store_count_issues_finish:
 * @counts: (out): how many there are, by stage; left as it was on failure
 */
gboolean    ggov_store_count_issues_finish (GgovStore              *self,
                                            GAsyncResult           *result,
                                            gint64                  counts[GGOV_ISSUE_N_STAGES],
                                            GError                **error);

G_END_DECLS
