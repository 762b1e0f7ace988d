/* ggov-import-table.h: the rows of one layer, by the fields that the office has for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-rows.h"

G_BEGIN_DECLS

#define GGOV_IMPORT_MAX_SYNONYMS 24

/**
 * GgovImportField:
 * @name: what the office calls it, and what --map takes
 * @synonyms: column titles that mean it, in lower case, the best first; NULL-terminated
 * @label: (nullable): what users call it, to be translated
 */
typedef struct
{
  const char *name;
  const char *synonyms[GGOV_IMPORT_MAX_SYNONYMS];
  const char *label;
} GgovImportField;

/* (nullable): the title of the column that serves a field where nobody chose one. */
const char *ggov_import_table_find_title (const GgovExchangeLayer *layer,
                                          const GgovImportField   *field);

/**
 * GgovImportTable:
 * @rows: (owned): stand on the present row
 * @columns: (owned): for each field the column that serves it, from 0, or -1
 * @titles: (owned) (nullable): headings of the file's columns, where these are among its rows
 * @heading: the row that has the headings; 0 where the columns have names
 */
typedef struct
{
  GgovExchangeRows *rows;
  int              *columns;
  GStrv             titles;
  gint64            heading;
} GgovImportTable;

/**
 * ggov_import_table_open:
 * @layer: from 0, of @reading
 * @fields: the fields wanted
 * @wishes: (nullable) (element-type utf8 utf8): columns chosen for fields by name; "" for none
 * @error: GGOV_EXCHANGE_ERROR_CHOICE if a wish names what is not there
 *
 * Returns: (transfer full) (nullable): before the first row
 */
GgovImportTable *ggov_import_table_open (GgovExchangeReading    *reading,
                                         guint                   layer,
                                         const GgovImportField  *fields,
                                         guint                   n_fields,
                                         GHashTable             *wishes,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void             ggov_import_table_free (GgovImportTable *self);

/* (nullable): the heading of the column that serves a field. */
const char      *ggov_import_table_get_title (GgovImportTable *self,
                                              guint            field);

/* (nullable): a field's text as the file has it, until the next row. */
const char      *ggov_import_table_get_text (GgovImportTable *self,
                                             guint            field);

/* (nullable): a field's text without blanks at its ends; NULL if nothing is left, or no column
 * serves it. Field 0 is the first of those asked for. */
char            *ggov_import_table_dup_text (GgovImportTable *self,
                                             guint            field) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportTable, ggov_import_table_free)

G_END_DECLS
