/* ggov-store-issue-facts.h: all that is known of some issues, for files and papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-facts.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_issue_facts_async:
 * @filter: copied; which issues
 *
 * Reads all that is known of them, in the order of ggov_store_list_issues_async().
 */
void       ggov_store_list_issue_facts_async   (GgovStore              *self,
                                                const GgovIssueFilter  *filter,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);

/* The same of one issue, with what was done with it. */
void       ggov_store_get_issue_facts_async    (GgovStore              *self,
                                                gint64                  issue_id,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);

/* Ends both. Returns: (transfer full) (element-type GgovIssueFacts) */
GPtrArray *ggov_store_list_issue_facts_finish  (GgovStore              *self,
                                                GAsyncResult           *result,
                                                GError                **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
