/* ggov-store-points-legs.h: the whole points ledger, one leg after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovPointsLeg:
 *
 * One side of a transfer. The texts live until the function it is given to returns.
 */
typedef struct
{
  gint64      transfer_id;
  gint64      at;           /* seconds since 1970-01-01T00:00:00Z */
  const char *kind;         /* earn, redeem, expire or reverse */
  const char *subject;      /* code of the rule or name of the reward; empty where there is none */
  const char *account_kind; /* person, grid_fund, venue, issue or expiry */
  gint64      account_id;   /* of the account it belongs to since records were merged */
  gint64      points;
} GgovPointsLeg;

/* Runs on the store's thread. */
typedef void (*GgovPointsLegFunc) (const GgovPointsLeg *leg,
                                   gpointer             data);

/* Goes through the ledger in the order in which it was written, all legs of a transfer together, however
 * long it is. @data is not to be used elsewhere meanwhile. */
void     ggov_store_each_points_leg_async  (GgovStore            *self,
                                            GgovPointsLegFunc     func,
                                            gpointer              data,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean ggov_store_each_points_leg_finish (GgovStore            *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
