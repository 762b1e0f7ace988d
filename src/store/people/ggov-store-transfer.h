/* ggov-store-transfer.h: moving people to other posts, and who stands in for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-appoint.h"

G_BEGIN_DECLS

/**
 * GgovSubstitution:
 * @post_id: whose holder is on leave
 * @substitute_id: who stands in
 * @from: ISO day on which the leave begins
 * @to: ISO day, its last
 * @reason: (nullable)
 * @hand_over: whether the substitute takes on the open issues as well
 */
typedef struct
{
  gint64      post_id;
  gint64      substitute_id;
  const char *from;
  const char *to;
  const char *reason;
  gboolean    hand_over;
} GgovSubstitution;

/**
 * ggov_store_transfer_async:
 * @post_id: the post that ends the day before @to begins
 * @to: copied: the post that begins; it is of the same person, whatever person it names
 * @hand_over_to: who gets the open issues of the post that ends, or 0 to leave them
 *
 * Moves somebody to another post, as one change. Every rule of an appointment and of standing down
 * holds. End with ggov_store_change_finish().
 */
void     ggov_store_transfer_async    (GgovStore               *self,
                                       gint64                   post_id,
                                       const GgovAppointment   *to,
                                       gint64                   hand_over_to,
                                       GCancellable            *cancellable,
                                       GAsyncReadyCallback      callback,
                                       gpointer                 user_data);

/**
 * ggov_store_substitute_async:
 * @substitution: copied
 *
 * Lets somebody stand in, as one change. From its first to its last day, issues that would go to
 * the post's holder are given to the substitute. What a rule is against is
 * GGOV_STORE_ERROR_REFUSED with a translated sentence. End with ggov_store_change_finish().
 */
void     ggov_store_substitute_async  (GgovStore               *self,
                                       const GgovSubstitution  *substitution,
                                       GCancellable            *cancellable,
                                       GAsyncReadyCallback      callback,
                                       gpointer                 user_data);

/**
 * ggov_store_end_leave_async:
 * @back: ISO day from which the holder is there again
 *
 * Ends a leave before its last day, as one change; one that has not begun by then is taken away.
 * End with ggov_store_change_finish().
 */
void     ggov_store_end_leave_async   (GgovStore               *self,
                                       gint64                   leave_id,
                                       const char              *back,
                                       GCancellable            *cancellable,
                                       GAsyncReadyCallback      callback,
                                       gpointer                 user_data);

G_END_DECLS
