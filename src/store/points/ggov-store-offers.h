/* ggov-store-offers.h: venues, and what they offer for points: new, changed, withdrawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calls that write end with ggov_store_change_finish(). What is refused is GGOV_STORE_ERROR_REFUSED
 * with a translated sentence. What was redeemed before keeps its price and its voucher.
 */

#pragma once

#include "ggov-choice.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovRewardOffer:
 * @name: of goods or a service; blanks at its ends are taken off
 * @points: its price, 1 or more
 * @stock: how many are on the shelf; -1 for a service, of which there is always more
 * @per_month: so many for one person in a month; 0 for any number
 * @voucher_days: its vouchers are good for so many days after the one of issue; 0 for ever
 * @last_day: (nullable): ISO day, the last on which it is offered; NULL for ever
 */
typedef struct
{
  const char *name;
  int         points;
  int         stock;
  int         per_month;
  int         voucher_days;
  const char *last_day;
} GgovRewardOffer;

/* The venues of an ISO day by name, with those that offer nothing: organisations of that kind.
 * Returns: (transfer full) (element-type GgovChoice): id: the organisation's; detail: its telephone */
void        ggov_store_list_venues_async     (GgovStore              *self,
                                              const char             *as_of,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
GListModel *ggov_store_list_venues_finish    (GgovStore              *self,
                                              GAsyncResult           *result,
                                              GError                **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* @phone: may be empty; @valid_from: ISO day */
void        ggov_store_add_venue_async       (GgovStore              *self,
                                              const char             *name,
                                              const char             *phone,
                                              const char             *valid_from,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);

/* Offers something at a venue. @organisation_id: of ggov_store_list_venues_async(); @offer: copied */
void        ggov_store_add_reward_async      (GgovStore              *self,
                                              gint64                  organisation_id,
                                              const GgovRewardOffer  *offer,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);

/* Writes all of @offer, which is copied. */
void        ggov_store_change_reward_async   (GgovStore              *self,
                                              gint64                  reward_id,
                                              const GgovRewardOffer  *offer,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);

/* Offers a reward up to @last_day, an ISO day, and no longer; or all that its venue offers. */
void        ggov_store_withdraw_reward_async (GgovStore              *self,
                                              gint64                  reward_id,
                                              const char             *last_day,
                                              gboolean                whole_venue,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);

G_END_DECLS
