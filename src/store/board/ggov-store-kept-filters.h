/* ggov-store-kept-filters.h: filters that somebody has named, to be used again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-choice.h"

G_BEGIN_DECLS

/* The table they are kept in, for the store's `changed` signal. */
#define GGOV_STORE_KEPT_FILTERS "kept_filter"

void        ggov_store_list_kept_filters_async  (GgovStore            *self,
                                                 const char           *page,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * ggov_store_list_kept_filters_finish:
 *
 * Returns: (transfer full) (element-type GgovChoice): by when they were kept first; the code of each is
 *   its choices, as the page wrote them
 */
GListModel *ggov_store_list_kept_filters_finish (GgovStore            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_keep_filter_async:
 * @page: which list it is of
 * @name: blanks at its ends aside; one of the same name is replaced
 * @choices: as the page writes them
 *
 * Keeps a filter for the whole office, as one change. One without a name is GGOV_STORE_ERROR_REFUSED
 * with a translated sentence. End with ggov_store_change_finish().
 */
void        ggov_store_keep_filter_async        (GgovStore            *self,
                                                 const char           *page,
                                                 const char           *name,
                                                 const char           *choices,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/* Calls one by another name, as one change; a name that another of its page has is
 * GGOV_STORE_ERROR_REFUSED with a translated sentence. End with ggov_store_change_finish(). */
void        ggov_store_rename_filter_async      (GgovStore            *self,
                                                 gint64                id,
                                                 const char           *name,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/* Forgets one, as one change. End with ggov_store_change_finish(). */
void        ggov_store_forget_filter_async      (GgovStore            *self,
                                                 gint64                id,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

G_END_DECLS
