/* ggov-store-issues.h: reading the issues of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovIssueGrouping:
 * @GGOV_ISSUE_GROUPING_NONE: all are one group, 0
 * @GGOV_ISSUE_GROUPING_GRID: by the grid that has it by now, or had it when it ended; its id
 * @GGOV_ISSUE_GROUPING_COMMUNITY: by the community of the grid it was filed on; its id
 * @GGOV_ISSUE_GROUPING_LANE: by a GgovLane; 1 + it
 * @GGOV_ISSUE_GROUPING_HANDLER: by who is sent; the person's id
 *
 * Each issue is in exactly one group; 0 is the group of those that have none.
 */
typedef enum
{
  GGOV_ISSUE_GROUPING_NONE,
  GGOV_ISSUE_GROUPING_GRID,
  GGOV_ISSUE_GROUPING_COMMUNITY,
  GGOV_ISSUE_GROUPING_LANE,
  GGOV_ISSUE_GROUPING_HANDLER,
} GgovIssueGrouping;

#define GGOV_ISSUE_N_GROUPINGS (GGOV_ISSUE_GROUPING_HANDLER + 1)

/* As a handler: nobody was sent. */
#define GGOV_ISSUE_FILTER_NOBODY (-1)

/**
 * GgovIssueFilter:
 * @stages: a sum of 1 << GgovIssueStage; 0 for all
 * @community_id: of its grid, or 0
 * @grid_id: its grid, that it was filed on or that has it by now, or 0
 * @lane: (nullable): code of a GgovLane
 * @type_code: (nullable): of its case type, whichever version
 * @source: (nullable): code of a GgovIssueSource
 * @handler_id: who is sent, GGOV_ISSUE_FILTER_NOBODY, or 0
 * @department_id: the organisation of who is sent, GGOV_ISSUE_FILTER_NOBODY for who has none or where
 *   nobody is sent, or 0
 * @text: (nullable): part of its number, title and place, of its type, grid or handler, in any case
 * @overdue: only those whose time was up at @now
 * @now: seconds since 1970-01-01T00:00:00Z, as all times here; 0 for the clock's, but not with @overdue
 * @filed_from: filed then or later, or 0
 * @filed_before: filed earlier, or 0
 * @due_from: due then or later, or 0; what has no limit or stands still is left out
 * @due_before: due earlier, or 0; likewise
 * @grouping: by what @group_id is
 * @group_id: only those of one group
 * @limit: the most issues of each stage, or 0 for all
 *
 * Which issues are wanted: those for which everything that is given holds.
 */
typedef struct
{
  guint              stages;
  gint64             community_id;
  gint64             grid_id;
  const char        *lane;
  const char        *type_code;
  const char        *source;
  gint64             handler_id;
  gint64             department_id;
  const char        *text;
  gboolean           overdue;
  gint64             now;
  gint64             filed_from;
  gint64             filed_before;
  gint64             due_from;
  gint64             due_before;
  GgovIssueGrouping  grouping;
  gint64             group_id;
  guint              limit;
} GgovIssueFilter;

/* A filter with texts of its own. */
GgovIssueFilter *ggov_issue_filter_copy (const GgovIssueFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void             ggov_issue_filter_free (GgovIssueFilter       *self);

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
