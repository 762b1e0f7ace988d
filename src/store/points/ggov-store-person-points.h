/* ggov-store-person-points.h: what a person has in the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovPersonPoints:
 * @account_id: 0 where the person never had any points
 */
typedef struct
{
  gint64 account_id;
  gint64 balance;
} GgovPersonPoints;

/**
 * ggov_store_get_person_points_async:
 * @as_of: ISO day at whose end the balance is taken
 */
void     ggov_store_get_person_points_async  (GgovStore            *self,
                                              gint64                person_id,
                                              const char           *as_of,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/* @points: (out caller-allocates) */
gboolean ggov_store_get_person_points_finish (GgovStore            *self,
                                              GAsyncResult         *result,
                                              GgovPersonPoints     *points,
                                              GError              **error);

G_END_DECLS
