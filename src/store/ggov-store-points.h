/* ggov-store-points.h: who holds how many points, and by which entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it as of a day, an ISO text: entries of later days are left out. Read only.
 */

#pragma once

#include "ggov-points-account.h"
#include "ggov-points-entry.h"
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

/**
 * ggov_store_list_points_accounts_async:
 *
 * Finds every account, people first, by reading; then grid funds, venues and the two of the
 * office. What is earned and redeemed is of the year the day lies in. A person's grid is that of
 * the first of their posts of the day.
 */
void        ggov_store_list_points_accounts_async  (GgovStore            *self,
                                                    const char           *as_of,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

/**
 * ggov_store_list_points_accounts_finish:
 *
 * Returns: (transfer full) (element-type GgovPointsAccount)
 */
GListModel *ggov_store_list_points_accounts_finish (GgovStore            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_list_points_entries_async:
 * @account_id: an account, or 0 for those of all people and grids together, whose balance is what
 *   is outstanding
 * @limit: the most entries wanted, at least 1; the latest are returned
 *
 * Finds the entries of an account, newest first, each with the balance after it.
 */
void        ggov_store_list_points_entries_async   (GgovStore            *self,
                                                    gint64                account_id,
                                                    const char           *as_of,
                                                    guint                 limit,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

/**
 * ggov_store_list_points_entries_finish:
 *
 * Returns: (transfer full) (element-type GgovPointsEntry)
 */
GListModel *ggov_store_list_points_entries_finish  (GgovStore            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

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
