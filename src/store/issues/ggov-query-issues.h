/* ggov-query-issues.h: issues as a table, a few rows at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-query.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

/**
 * ggov_query_new_issues:
 * @filter: copied; its limit does not matter
 * @column: (nullable): "number", "title", "type", "place", "grid", "community", "lane", "handler",
 *   "stage", "filed", "due" or "left"; NULL for the way a clerk works: what is open first, the next due
 *   at the top, then what is ended, the last closed first
 * @descending: whether the last come first; what has no limit is at the end either way
 *
 * Rows are of type GgovIssue. The detail of a key is not used.
 */
GgovQuery *ggov_query_new_issues (const GgovIssueFilter *filter,
                                  const char            *column,
                                  gboolean               descending) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
