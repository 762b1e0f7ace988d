/* ggov-store-import-mapping.h: asking what is remembered of a table's columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_find_import_mapping_async:
 * @kind: such as "people"
 * @headings: all headings of the table, one a line
 */
void        ggov_store_find_import_mapping_async  (GgovStore            *self,
                                                   const char           *kind,
                                                   const char           *headings,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/**
 * ggov_store_find_import_mapping_finish:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the column for each field, "" for
 *   none; NULL where nothing is remembered, and with @error set on failure
 */
GHashTable *ggov_store_find_import_mapping_finish (GgovStore            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
