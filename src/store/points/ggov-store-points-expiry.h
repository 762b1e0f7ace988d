/* ggov-store-points-expiry.h: for how long points are good
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is refused is GGOV_STORE_ERROR_REFUSED with a translated sentence.
 */

#pragma once

#include "ggov-points-expiring.h"
#include "ggov-points-lots.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* The terms that are in force on an ISO day: never, as long as none were set. */
void        ggov_store_read_points_expiry_async    (GgovStore              *self,
                                                    const char             *as_of,
                                                    GCancellable           *cancellable,
                                                    GAsyncReadyCallback     callback,
                                                    gpointer                user_data);
gboolean    ggov_store_read_points_expiry_finish   (GgovStore              *self,
                                                    GAsyncResult           *result,
                                                    GgovPointsExpiry       *expiry,
                                                    GError                **error);

/* Sets the terms from an ISO day on, also for what was earned before. End with
 * ggov_store_change_finish(). */
void        ggov_store_set_points_expiry_async     (GgovStore              *self,
                                                    const GgovPointsExpiry *expiry,
                                                    const char             *valid_from,
                                                    GCancellable           *cancellable,
                                                    GAsyncReadyCallback     callback,
                                                    gpointer                user_data);

/* Whose points have their last day on @as_of, an ISO day, or soon after it: within the days of notice.
 * What is past its last day and has not expired yet is among them.
 * Returns: (transfer full) (element-type GgovPointsExpiring): by last day and name */
void        ggov_store_list_points_expiring_async  (GgovStore              *self,
                                                    const char             *as_of,
                                                    GCancellable           *cancellable,
                                                    GAsyncReadyCallback     callback,
                                                    gpointer                user_data);
GListModel *ggov_store_list_points_expiring_finish (GgovStore              *self,
                                                    GAsyncResult           *result,
                                                    GError                **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_expire_points_async:
 * @at: seconds since 1970-01-01T00:00:00Z
 *
 * Lets all points expire whose last day is before the one of @at. Whoever redeems points has theirs
 * expire at that moment, so that this need not be done on time. It cannot be undone.
 */
void        ggov_store_expire_points_async         (GgovStore              *self,
                                                    gint64                  at,
                                                    GCancellable           *cancellable,
                                                    GAsyncReadyCallback     callback,
                                                    gpointer                user_data);

/* @n_people: (out): whose points expired; @points: (out): how many */
gboolean    ggov_store_expire_points_finish        (GgovStore              *self,
                                                    GAsyncResult           *result,
                                                    guint                  *n_people,
                                                    gint64                 *points,
                                                    GError                **error);

G_END_DECLS
