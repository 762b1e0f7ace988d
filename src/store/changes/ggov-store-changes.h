/* ggov-store-changes.h: the log of what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-entry.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_changes_async:
 * @limit: the most changes wanted, at least 1
 *
 * Finds the latest changes, newest first.
 */
void        ggov_store_list_changes_async  (GgovStore            *self,
                                            guint                 limit,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * ggov_store_list_latest_changes_async:
 *
 * The same without how many records each change wrote, which takes long for one that wrote many.
 * End with ggov_store_list_changes_finish().
 */
void        ggov_store_list_latest_changes_async (GgovStore            *self,
                                                  guint                 limit,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/**
 * ggov_store_list_person_changes_async:
 *
 * The same of the changes that touched a person, their posts or a leave from one of these; of all
 * for 0. End with ggov_store_list_changes_finish().
 */
void        ggov_store_list_person_changes_async (GgovStore            *self,
                                                  gint64                person_id,
                                                  guint                 limit,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/**
 * ggov_store_list_changes_finish:
 *
 * Returns: (transfer full) (element-type GgovChangeEntry)
 */
GListModel *ggov_store_list_changes_finish (GgovStore            *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
