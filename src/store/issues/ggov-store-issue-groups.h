/* ggov-store-issue-groups.h: counting issues by lane of the board and by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-group.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_issue_groups_async:
 * @filter: copied; its limit does not matter
 * @grouping: by what
 *
 * Counts the issues by lane and stage, in one pass; lanes without an issue are left out.
 */
void        ggov_store_list_issue_groups_async  (GgovStore              *self,
                                                 const GgovIssueFilter  *filter,
                                                 GgovIssueGrouping       grouping,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);

/**
 * ggov_store_list_issue_groups_finish:
 *
 * Returns: (transfer full) (element-type GgovIssueGroup): by code and name, those of none at the end
 */
GListModel *ggov_store_list_issue_groups_finish (GgovStore              *self,
                                                 GAsyncResult           *result,
                                                 GError                **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovIssueDay:
 * @day: number of a local day
 * @n: how many issues are due on it
 * @n_open: how many of them are not ended
 * @n_overdue: how many of these are over their time
 * @n_provisional: how many of these may move yet, as a year's holidays are announced
 */
typedef struct
{
  int    day;
  gint64 n;
  gint64 n_open;
  gint64 n_overdue;
  gint64 n_provisional;
} GgovIssueDay;

/* Counts the issues by the day on which they are due; those without are left out. @filter: copied */
void        ggov_store_count_issue_days_async   (GgovStore              *self,
                                                 const GgovIssueFilter  *filter,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);

/* Returns: (transfer full) (element-type GgovIssueDay): days with any, in order */
GArray     *ggov_store_count_issue_days_finish  (GgovStore              *self,
                                                 GAsyncResult           *result,
                                                 GError                **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
