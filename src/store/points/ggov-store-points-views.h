/* ggov-store-points-views.h: who earned most, and what points come to month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-points-activity.h"
#include "ggov-points-honour.h"
#include "ggov-points-month.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* What old paper balances were entered by: nobody is honoured for it. */
#define GGOV_POINTS_OPENING "opening"

/**
 * GgovPointsHonours:
 * @from: ISO day, the first
 * @to: ISO day, the last; roles and grids are those of this day
 * @place: (nullable): code of a community or grid
 * @role: (nullable): code of a role or of a family of roles
 * @limit: so many lines at the most; 0 for all
 */
typedef struct
{
  const char *from;
  const char *to;
  const char *place;
  const char *role;
  guint       limit;
} GgovPointsHonours;

/* Who earned how much, the most first. @honours: copied.
 * Returns: (transfer full) (element-type GgovPointsHonour) */
void        ggov_store_list_points_honours_async   (GgovStore               *self,
                                                    const GgovPointsHonours *honours,
                                                    GCancellable            *cancellable,
                                                    GAsyncReadyCallback      callback,
                                                    gpointer                 user_data);
GListModel *ggov_store_list_points_honours_finish  (GgovStore               *self,
                                                    GAsyncResult            *result,
                                                    GError                 **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* The month of @as_of, an ISO day, and the eleven before it.
 * Returns: (transfer full) (element-type GgovPointsMonth): the oldest first */
void        ggov_store_list_points_months_async    (GgovStore               *self,
                                                    const char              *as_of,
                                                    GCancellable            *cancellable,
                                                    GAsyncReadyCallback      callback,
                                                    gpointer                 user_data);
GListModel *ggov_store_list_points_months_finish   (GgovStore               *self,
                                                    GAsyncResult            *result,
                                                    GError                 **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_list_points_activity_async:
 * @since: ISO day, such as the first of a rule
 * @as_of: ISO day, the last; as many days before @since are looked at
 *
 * Returns: (transfer full) (element-type GgovPointsActivity): grids with leaders of buildings and units
 *   on @as_of, by code
 */
void        ggov_store_list_points_activity_async  (GgovStore               *self,
                                                    const char              *since,
                                                    const char              *as_of,
                                                    GCancellable            *cancellable,
                                                    GAsyncReadyCallback      callback,
                                                    gpointer                 user_data);
GListModel *ggov_store_list_points_activity_finish (GgovStore               *self,
                                                    GAsyncResult            *result,
                                                    GError                 **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
