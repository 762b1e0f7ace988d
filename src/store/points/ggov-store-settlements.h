/* ggov-store-settlements.h: what the venues took in for points, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A month is a text such as 2026-01; what is none is GGOV_STORE_ERROR_REFUSED with a translated sentence.
 */

#pragma once

#include "ggov-settlement-line.h"
#include "ggov-settlement.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* The sheets of all venues for a month: as they were signed, or as the ledger stands now. */
void        ggov_store_list_settlements_async       (GgovStore            *self,
                                                     const char           *month,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/* Returns: (transfer full) (element-type GgovSettlement) */
GListModel *ggov_store_list_settlements_finish      (GgovStore            *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* The rewards that a venue's sheet for a month consists of, and which it is the sum of. */
void        ggov_store_list_settlement_lines_async  (GgovStore            *self,
                                                     gint64                venue_id,
                                                     const char           *month,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/* Returns: (transfer full) (element-type GgovSettlementLine) */
GListModel *ggov_store_list_settlement_lines_finish (GgovStore            *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_sign_settlement_async:
 * @venue_signer: who signs for the venue
 * @office_signer: who signs for the office, somebody else
 *
 * Keeps a sheet as it stands and locks the month: nothing is written into it for this venue any more, and
 * what is taken back later is in a later month's sheet. Refused while the month lasts, where it was signed,
 * and where an earlier month was not. It cannot be undone. End with ggov_store_change_finish().
 */
void        ggov_store_sign_settlement_async        (GgovStore            *self,
                                                     gint64                venue_id,
                                                     const char           *month,
                                                     const char           *venue_signer,
                                                     const char           *office_signer,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

G_END_DECLS
