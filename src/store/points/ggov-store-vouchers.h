/* ggov-store-vouchers.h: vouchers at the counter, and how rewards are offered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with a voucher is GGOV_STORE_ERROR_REFUSED with a translated sentence.
 */

#pragma once

#include "ggov-store.h"
#include "ggov-voucher.h"

G_BEGIN_DECLS

/**
 * ggov_store_look_up_voucher_async:
 * @text: a number that was typed, or what the QR code says
 * @as_of: ISO day: it is expired if its last day is before
 *
 * Proves the signature of a scanned text, and finds the voucher. One that was used, has expired or was
 * taken back is found as well, and says so. Needs no network: the key is in the office's file.
 */
void         ggov_store_look_up_voucher_async  (GgovStore            *self,
                                                const char           *text,
                                                const char           *as_of,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Returns: (transfer full) */
GgovVoucher *ggov_store_look_up_voucher_finish (GgovStore            *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/* No more than so many are listed, the newest. */
#define GGOV_VOUCHERS_MAX 1000

/* @state: (nullable): open, used or void; @person_id, @venue_id: 0 for all.
 * Returns: (transfer full) (element-type GgovVoucher): the newest first */
void         ggov_store_list_vouchers_async    (GgovStore            *self,
                                                const char           *state,
                                                gint64                person_id,
                                                gint64                venue_id,
                                                const char           *as_of,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GListModel  *ggov_store_list_vouchers_finish   (GgovStore            *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_use_voucher_async:
 * @at: seconds since 1970-01-01T00:00:00Z
 *
 * Hands a voucher in, once. Refused where it was handed in, taken back, forged, of another office or
 * past its last day. It cannot be undone. End with ggov_store_change_finish().
 */
void         ggov_store_use_voucher_async      (GgovStore            *self,
                                                const char           *text,
                                                gint64                at,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/**
 * GgovRewardTerms:
 *
 * How a reward is offered. -1 leaves what is there.
 */
typedef struct
{
  int stock;        /* how many are on the shelf */
  int per_month;    /* so many for one person in a month; 0 is any number */
  int voucher_days; /* its vouchers are good for so many days after the one of issue; 0 is for ever */
} GgovRewardTerms;

/* @terms is copied. End with ggov_store_change_finish(). */
void         ggov_store_set_reward_terms_async (GgovStore             *self,
                                                gint64                 reward_id,
                                                const GgovRewardTerms *terms,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);

G_END_DECLS
