/* ggov-store-joint-actions.h: actions of several parties about many issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writes are changes that can be undone; end them with ggov_store_change_finish(). See
 * ggov-write-cases.h for the rules, and for what is read of a row that is to be written.
 */

#pragma once

#include "ggov-store.h"
#include "ggov-write-cases.h"

G_BEGIN_DECLS

/* @day: ISO day; those that began by then, the latest first */
void        ggov_store_list_joint_actions_async  (GgovStore            *self,
                                                  const char           *day,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/* Returns: (transfer full) (element-type GgovJointAction) */
GListModel *ggov_store_list_joint_actions_finish (GgovStore            *self,
                                                  GAsyncResult         *result,
                                                  GError              **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* Its parties, the one that leads first; its steps in order of time; its issues by number. */
void        ggov_store_list_joint_action_lines_async  (GgovStore            *self,
                                                       gint64                action_id,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/* Returns: (transfer full) (element-type GgovJointActionLine) */
GListModel *ggov_store_list_joint_action_lines_finish (GgovStore            *self,
                                                       GAsyncResult         *result,
                                                       GError              **error)
                                                       G_GNUC_WARN_UNUSED_RESULT;

void        ggov_store_write_joint_action_async       (GgovStore            *self,
                                                       GgovJointAction      *action,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
void        ggov_store_write_joint_action_line_async  (GgovStore            *self,
                                                       GgovJointActionLine  *line,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/* @kind: "party", "step" or "issue" */
void        ggov_store_remove_joint_action_line_async (GgovStore            *self,
                                                       const char           *kind,
                                                       gint64                id,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

G_END_DECLS
