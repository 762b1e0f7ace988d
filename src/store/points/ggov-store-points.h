/* ggov-store-points.h: the sums of the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it as of a day, an ISO text: entries of later days are left out. Read only.
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovPointsTotals:
 * @people: how many people have an account
 * @earned: what was awarded less what of it was reversed
 * @redeemed: what the venues took in less what of it was given back
 * @outstanding: what people and grids hold: @earned less @redeemed and @expired
 * @all_accounts: the sum of all accounts, which is 0 in a ledger that is in order
 */
typedef struct
{
  gint64 people;
  gint64 earned;
  gint64 redeemed;
  gint64 expired;
  gint64 outstanding;
  gint64 all_accounts;
} GgovPointsTotals;

/* Sums up the whole ledger. */
void        ggov_store_get_points_totals_async     (GgovStore            *self,
                                                    const char           *as_of,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean    ggov_store_get_points_totals_finish    (GgovStore            *self,
                                                    GAsyncResult         *result,
                                                    GgovPointsTotals     *totals,
                                                    GError              **error);

G_END_DECLS
