/* ggov-store-disputes.h: disputes, their parties, meetings and files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dispute is an issue whose case type counts as one. The writes are changes that can be undone; end
 * them with ggov_store_change_finish(). See ggov-write-cases.h for the rules, and for what is read of
 * a row that is to be written.
 */

#pragma once

#include "ggov-dispute-file.h"
#include "ggov-store.h"
#include "ggov-write-cases.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_disputes_async:
 * @day: ISO day; those filed by its end
 * @is_open: whether only those that were open then
 *
 * Lists disputes, the latest first, of which there are 2,000 at the most.
 */
void             ggov_store_list_disputes_async  (GgovStore            *self,
                                                  const char           *day,
                                                  gboolean              is_open,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/* Returns: (transfer full) (element-type GgovDispute) */
GListModel      *ggov_store_list_disputes_finish (GgovStore            *self,
                                                  GAsyncResult         *result,
                                                  GError              **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* NOT_FOUND where there is no such issue, or it is no dispute. */
void             ggov_store_read_dispute_async   (GgovStore            *self,
                                                  gint64                issue_id,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GgovDisputeFile *ggov_store_read_dispute_finish  (GgovStore            *self,
                                                  GAsyncResult         *result,
                                                  GError              **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

void             ggov_store_write_dispute_async          (GgovStore            *self,
                                                          GgovDispute          *dispute,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void             ggov_store_write_dispute_party_async    (GgovStore            *self,
                                                          GgovDisputeParty     *party,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void             ggov_store_remove_dispute_party_async   (GgovStore            *self,
                                                          gint64                party_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void             ggov_store_write_dispute_meeting_async  (GgovStore            *self,
                                                          GgovDisputeMeeting   *meeting,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void             ggov_store_remove_dispute_meeting_async (GgovStore            *self,
                                                          gint64                meeting_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void             ggov_store_mark_dispute_piece_async     (GgovStore            *self,
                                                          gint64                issue_id,
                                                          GgovDisputePiece     *piece,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);

G_END_DECLS
