/* ggov-store-issue-cases.h: which cases an issue belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-case.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* Those that the issue's case type has, begun or not: a dispute, structures, a utility problem; then the
 * joint actions that it is part of. */
void        ggov_store_list_issue_cases_async  (GgovStore            *self,
                                                gint64                issue_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Returns: (transfer full) (element-type GgovIssueCase) */
GListModel *ggov_store_list_issue_cases_finish (GgovStore            *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
