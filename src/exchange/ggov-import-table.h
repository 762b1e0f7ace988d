/* ggov-import-table.h: the rows of one layer in the scratch file that the reader made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-exchange-error.h"
#include "ggov-exchange-reading.h"

G_BEGIN_DECLS

#define GGOV_IMPORT_MAX_SYNONYMS 8

/**
 * GgovImportField:
 * @name: what the office calls it, and what --map takes
 * @synonyms: column titles that mean it, in lower case, the best first; NULL-terminated
 */
typedef struct
{
  const char *name;
  const char *synonyms[GGOV_IMPORT_MAX_SYNONYMS];
} GgovImportField;

/* (nullable): the title of the column that serves a field where nobody chose one. */
const char *ggov_import_table_find_title (const GgovExchangeLayer *layer,
                                          const GgovImportField   *field);

/**
 * ggov_import_table_prepare:
 * @fields: the fields wanted
 * @wishes: (nullable) (element-type utf8 utf8): columns chosen for fields by name; "" for none
 * @error: GGOV_EXCHANGE_ERROR_CHOICE if a wish names what is not there
 *
 * Makes the query whose columns are: row number, source id, shape (a GeoPackage blob), then a
 * text for each of @fields, NULL where no column serves it.
 */
GgovStmt *ggov_import_table_prepare (const GgovExchangeLayer  *layer,
                                     GgovDb                   *db,
                                     const GgovImportField    *fields,
                                     guint                     n_fields,
                                     GHashTable               *wishes,
                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): a field's text without blanks at its ends; NULL if nothing is left. Field 0 is the
 * first of those prepared. */
char     *ggov_import_table_dup_text (GgovStmt *stmt,
                                      guint     field) G_GNUC_WARN_UNUSED_RESULT;

#define GGOV_IMPORT_COLUMN_ROW       0
#define GGOV_IMPORT_COLUMN_SOURCE_ID 1
#define GGOV_IMPORT_COLUMN_SHAPE     2
#define GGOV_IMPORT_COLUMN_FIELD     3

G_END_DECLS
