/* ggov-store-twins.h: people who were entered twice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"
#include "ggov-twin.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_twins_async:
 * @as_of: ISO day on which posts count as held
 *
 * Looks through the register for two records that may be of one person: one phone; or names that
 * sound alike with a phone one digit off, a home in the same building or the same day of birth.
 * Pairs that were said to be two people are left out.
 */
void        ggov_store_list_twins_async    (GgovStore            *self,
                                            const char           *as_of,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * ggov_store_find_twins_async:
 * @name: of somebody who is being entered; may be empty
 * @phone: (nullable)
 * @limit: the most wanted, at least 1
 *
 * Looks for whom it could be: the same phone first, then names that sound alike, those with a
 * phone one digit off before the others. Their first_id is 0.
 */
void        ggov_store_find_twins_async    (GgovStore            *self,
                                            const char           *name,
                                            const char           *phone,
                                            const char           *as_of,
                                            guint                 limit,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * ggov_store_list_twins_finish:
 *
 * Ends either. Returns: (transfer full) (element-type GgovTwin)
 */
GListModel *ggov_store_list_twins_finish   (GgovStore            *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_merge_people_async:
 * @keep_id: the record that goes on
 * @other_id: the record whose posts, issues, points and all else become the first one's
 *
 * Makes two records one, as one change that can be undone. What only the other one has, such as a
 * phone, is taken over. The other record stays and leads to the first. Where both have points, each
 * account keeps its entries and the other's belongs to the first one's: the balance is that of both,
 * the passbook has both histories, and once points of both were spent together the two can no longer
 * be parted. Posts that one person may not have together are GGOV_STORE_ERROR_REFUSED with a
 * translated sentence. End with ggov_store_change_finish().
 */
void        ggov_store_merge_people_async  (GgovStore            *self,
                                            gint64                keep_id,
                                            gint64                other_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/* Remembers that two who look like one are two. End with ggov_store_change_finish(). */
void        ggov_store_tell_apart_async    (GgovStore            *self,
                                            gint64                first_id,
                                            gint64                second_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

G_END_DECLS
