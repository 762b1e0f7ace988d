/* ggov-store-filing-types.h: what an issue can be filed as
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-filing-type.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_filing_types_async:
 * @day: ISO day on which they are in force
 *
 * Lists case types, those used last first, then the others by code.
 */
void        ggov_store_list_filing_types_async  (GgovStore            *self,
                                                 const char           *day,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/* Returns: (transfer full) (element-type GgovFilingType) */
GListModel *ggov_store_list_filing_types_finish (GgovStore            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
