/* ggov-store-issue-spots.h: reading where open issues are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-spots.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_issue_spots_async:
 * @day: ISO day; the issues are those that were open at its end
 *
 * An issue is where its record says, else at its building, else within its grid; one of which
 * nothing is known is left out.
 */
void            ggov_store_list_issue_spots_async  (GgovStore            *self,
                                                    const char           *day,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

/* The same of those that a filter leaves and that are open now; its limit does not matter. @filter:
 * copied. End with ggov_store_list_issue_spots_finish(). */
void            ggov_store_find_issue_spots_async  (GgovStore              *self,
                                                    const GgovIssueFilter  *filter,
                                                    GCancellable           *cancellable,
                                                    GAsyncReadyCallback     callback,
                                                    gpointer                user_data);

/**
 * ggov_store_list_issue_spots_finish:
 *
 * Returns: (transfer full): in the order of the records' numbers
 */
GgovIssueSpots *ggov_store_list_issue_spots_finish (GgovStore            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
