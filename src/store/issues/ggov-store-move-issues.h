/* ggov-store-move-issues.h: doing the same with many issues at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-move-issue.h"

G_BEGIN_DECLS

/**
 * GgovIssueRefusal:
 * @sentence: why not, translated
 * @is_crowded: a limit of the board stands against it, and a reason would do
 *
 * An issue with which it was not done.
 */
typedef struct
{
  gint64    issue_id;
  char     *number;
  char     *title;
  char     *sentence;
  gboolean  is_crowded;
} GgovIssueRefusal;

/**
 * ggov_store_move_issues_async:
 * @issue_ids: (element-type gint64): copied
 * @step: what to do with each; its issue, version and papers do not matter; copied
 *
 * Does one thing with many issues, as one change that one undo takes back. Where the rules say no to
 * one of them, that one is left as it was and told of at the end.
 */
void     ggov_store_move_issues_async  (GgovStore            *self,
                                        GArray               *issue_ids,
                                        const GgovIssueStep  *step,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * ggov_store_move_issues_finish:
 * @change_id: (out): 0 if it was done with none
 * @refusals: (out) (transfer full) (element-type GgovIssueRefusal): in the order that was asked
 */
gboolean ggov_store_move_issues_finish (GgovStore            *self,
                                        GAsyncResult         *result,
                                        gint64               *change_id,
                                        GPtrArray           **refusals,
                                        GError              **error);

G_END_DECLS
