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

/**
 * GgovImportColumns::changed:
 *
 * Another column was chosen for a field.
 */

/* Shows a row for each field, with the column that its title speaks for; hidden where a layer has
 * no columns. */
void        ggov_import_columns_set_layer  (GgovImportColumns       *self,
                                            GgovImportKind           kind,
                                            const GgovExchangeLayer *layer);

/**
 * ggov_import_columns_set_heading:
 * @heading: of a table; its columns are told by their letters and headings
 * @wishes: (nullable) (element-type utf8 utf8): what is remembered; NULL for what the headings say
 *
 * The same for a table without shapes, whose headings are among its rows.
 */
void        ggov_import_columns_set_heading (GgovImportColumns       *self,
                                             GgovImportKind           kind,
                                             const GgovImportHeading *heading,
                                             GHashTable              *wishes);

/* Whether a field has a column. */
gboolean    ggov_import_columns_has_field  (GgovImportColumns       *self,
                                            guint                    field);

/* (element-type utf8 utf8): as GgovImportRequest has it. */
GHashTable *ggov_import_columns_dup_wishes (GgovImportColumns       *self)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
