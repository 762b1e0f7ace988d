/* ggov-store-erase.h: nothing is left of somebody; and whose time is up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-retention.h"

G_BEGIN_DECLS

/**
 * ggov_store_erase_person_async:
 * @as_of: ISO day: who holds a post on it or is the head of others stays
 *
 * Erases what is known of somebody and of all records that were merged into theirs: from the records,
 * from the history, from the index of words and from the free places of the file. What they did for the
 * office stays, with nobody's name: posts of the past, issues, points. The chain of changes goes on to
 * verify. It cannot be undone, and changes that touched them can no longer be undone either. The file
 * is written anew, which takes as long as copying it; erasing somebody again only does this. What is in
 * the way is GGOV_STORE_ERROR_REFUSED with a translated sentence; GGOV_STORE_ERROR_BUSY where another
 * program reads the file: it is to be done again then. Copies of the file made before still have it
 * all. End with ggov_store_erase_person_finish().
 *
 * Source: Personal Information Protection Law, article 47.
 */
void        ggov_store_erase_person_async   (GgovStore            *self,
                                             gint64                person_id,
                                             const char           *as_of,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/* @change_id: (out) (optional): 0 if there was nothing left to erase */
gboolean    ggov_store_erase_person_finish  (GgovStore            *self,
                                             GAsyncResult         *result,
                                             gint64               *change_id,
                                             GError              **error);

/**
 * ggov_store_list_retention_async:
 * @as_of: ISO day
 *
 * Finds whose data the office has no more purpose for: the day that was set for them is past, or they
 * left the area or died GGOV_RETENTION_DAYS ago.
 */
void        ggov_store_list_retention_async  (GgovStore            *self,
                                              const char           *as_of,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/* Returns: (transfer full) (element-type GgovRetention): the longest overdue first */
GListModel *ggov_store_list_retention_finish (GgovStore            *self,
                                              GAsyncResult         *result,
                                              GError              **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* Where no day is set, so long after somebody left: three years, as claims of the Civil Code, article
 * 188, last. */
#define GGOV_RETENTION_DAYS 1096

G_END_DECLS
