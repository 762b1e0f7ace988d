/* ggov-store-award.h: giving points, redeeming them, and taking either back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each call is one change that cannot be undone: what was wrong is reversed. A rule that says no
 * is GGOV_STORE_ERROR_REFUSED with a translated sentence. Times are seconds since
 * 1970-01-01T00:00:00Z.
 */

#pragma once

#include "ggov-store.h"
#include "ggov-write-points.h"

G_BEGIN_DECLS

/* @record is copied. */
void      ggov_store_award_async             (GgovStore              *self,
                                              const GgovAwardRecord  *record,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);

/* @transfer_id: (out) (optional): what was written, by which it can be reversed */
gboolean  ggov_store_award_finish            (GgovStore              *self,
                                              GAsyncResult           *result,
                                              gint64                 *transfer_id,
                                              GError                **error);

/* What the award came to, by the hours, the role and the caps of its rule; @result: of one that was given */
gint64    ggov_store_award_get_points        (GAsyncResult           *result);

/* Takes a reward's price from a person's account and hands out a voucher. */
void      ggov_store_redeem_async            (GgovStore              *self,
                                              gint64                  person_id,
                                              gint64                  reward_id,
                                              gint64                  at,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);

/**
 * ggov_store_redeem_finish:
 * @transfer_id: (out) (optional): what was written
 *
 * Returns: (transfer full): the voucher's number: the day, a serial number and four digits that
 *   cannot be guessed, 20260213-000042-7391; or NULL with @error set
 */
char     *ggov_store_redeem_finish           (GgovStore              *self,
                                              GAsyncResult           *result,
                                              gint64                 *transfer_id,
                                              GError                **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* Takes an award or a redemption back by its opposite. */
void      ggov_store_reverse_transfer_async  (GgovStore              *self,
                                              gint64                  transfer_id,
                                              gint64                  at,
                                              const char             *reason,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
gboolean  ggov_store_reverse_transfer_finish (GgovStore              *self,
                                              GAsyncResult           *result,
                                              gint64                 *transfer_id,
                                              GError                **error);

/* Gives points back for goods that were handed out, all or a part of them. @record is copied. */
void      ggov_store_return_reward_async     (GgovStore               *self,
                                              const GgovReturnRecord  *record,
                                              GCancellable            *cancellable,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 user_data);
gboolean  ggov_store_return_reward_finish    (GgovStore               *self,
                                              GAsyncResult            *result,
                                              gint64                  *transfer_id,
                                              GError                 **error);

G_END_DECLS
