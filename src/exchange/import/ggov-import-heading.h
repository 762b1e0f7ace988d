/* ggov-import-heading.h: which row of a table has its headings, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-table.h"

G_BEGIN_DECLS

/**
 * ggov_import_heading_open:
 * @layer: from 0: a table without shapes, of a workbook or CSV file, whose headings are among its
 *   rows, or of a database, whose columns have names
 * @fields: the fields wanted
 * @n_required: the first of @fields, without which a row says nothing
 * @wishes: (nullable) (element-type utf8 utf8): headings chosen for fields by name; "" for none
 * @error: GGOV_EXCHANGE_ERROR_CHOICE if a wish names what is not there, or a required field has no
 *   heading
 *
 * Looks through the first rows for the one that has the most headings known. Titles and notes
 * above it are passed over, and so is the row itself.
 *
 * Returns: (transfer full): like ggov_import_table_open(), before the first row below
 */
GgovImportTable *ggov_import_heading_open (GgovExchangeReading    *reading,
                                           guint                   layer,
                                           const GgovImportField  *fields,
                                           guint                   n_fields,
                                           guint                   n_required,
                                           GHashTable             *wishes,
                                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_import_heading_find_layer:
 *
 * Of a workbook with several sheets the one that has the most headings known, and all of those that
 * are required; notes and lists of choices have none.
 *
 * Returns: from 0; -1 where no layer will do
 */
int ggov_import_heading_find_layer (GgovExchangeReading    *reading,
                                    const GgovImportField  *fields,
                                    guint                   n_fields,
                                    guint                   n_required,
                                    GHashTable             *wishes);

G_END_DECLS
