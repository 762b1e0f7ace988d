/* ggov-store-training-sessions.h: when courses are taught
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/**
 * GgovTrainingSpan:
 * @GGOV_TRAINING_ALL: those to come, the next first, then those that are over, the last first
 * @GGOV_TRAINING_TO_COME: on the day asked about or later
 * @GGOV_TRAINING_OVER: before it
 */
typedef enum
{
  GGOV_TRAINING_ALL,
  GGOV_TRAINING_TO_COME,
  GGOV_TRAINING_OVER,
} GgovTrainingSpan;

/* @course_id: only its sessions, or 0; @as_of: ISO day */
void        ggov_store_list_training_sessions_async  (GgovStore            *self,
                                                      const char           *as_of,
                                                      GgovTrainingSpan      span,
                                                      gint64                course_id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);

/* Returns: (transfer full) (element-type GgovTrainingSession) */
GListModel *ggov_store_list_training_sessions_finish (GgovStore            *self,
                                                      GAsyncResult         *result,
                                                      GError              **error)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_save_training_session_async:
 * @session: copied; see ggov_change_save_session()
 *
 * Writes a session, as one change. End with ggov_store_change_finish().
 */
void        ggov_store_save_training_session_async   (GgovStore                        *self,
                                                      const GgovTrainingSessionRecord  *session,
                                                      GCancellable                     *cancellable,
                                                      GAsyncReadyCallback               callback,
                                                      gpointer                          user_data);

/**
 * ggov_store_call_off_training_session_async:
 * @reason: (nullable): NULL if it takes place after all
 *
 * As one change. A session somebody was at is refused. End with ggov_store_change_finish().
 */
void        ggov_store_call_off_training_session_async (GgovStore            *self,
                                                        gint64                session_id,
                                                        const char           *reason,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);

G_END_DECLS
