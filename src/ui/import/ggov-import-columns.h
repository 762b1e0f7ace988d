/* ggov-import-columns.h: which column of a file serves which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-exchange-import.h"

G_BEGIN_DECLS

#define GGOV_TYPE_IMPORT_COLUMNS (ggov_import_columns_get_type ())

G_DECLARE_FINAL_TYPE (GgovImportColumns, ggov_import_columns, GGOV, IMPORT_COLUMNS,
                      AdwPreferencesGroup)

/* Shows a row for each field, with the column that its title speaks for; hidden where a layer has
 * no columns. */
void        ggov_import_columns_set_layer  (GgovImportColumns       *self,
                                            GgovImportKind           kind,
                                            const GgovExchangeLayer *layer);

/* (element-type utf8 utf8): as GgovImportRequest has it. */
GHashTable *ggov_import_columns_dup_wishes (GgovImportColumns       *self)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
