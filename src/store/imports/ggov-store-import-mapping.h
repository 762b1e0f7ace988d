/* ggov-store-import-mapping.h: asking what is remembered of tables' columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/* @kind: such as "people" */
void        ggov_store_load_import_mappings_async  (GgovStore            *self,
                                                    const char           *kind,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

/* Returns: (transfer full): as ggov_change_load_import_mappings(); NULL with @error set */
GHashTable *ggov_store_load_import_mappings_finish (GgovStore            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
