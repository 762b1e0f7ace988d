/* ggov-import-heading.h: which row of a table has its headings, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-table.h"

G_BEGIN_DECLS

#define GGOV_IMPORT_NO_HEADING (-1)

/**
 * GgovImportHeading:
 * @row: that has the headings; 0 for the names that the columns have anyway
 * @titles: in the order of the columns, without marks; "" for none
 * @keys: the same in small letters
 * @n_known: how many of the fields asked for have a heading in it
 * @layer: the layer that it is of; lives as long as its reading
 */
typedef struct
{
  gint64                   row;
  GStrv                    titles;
  GStrv                    keys;
  guint                    n_known;
  const GgovExchangeLayer *layer;
} GgovImportHeading;

/**
 * ggov_import_heading_find:
 * @layer: from 0: a table without shapes, of a workbook or CSV file, whose headings are among its
 *   rows, or of a database, whose columns have names
 * @fields: the fields wanted
 * @row: that has the headings, as somebody says; 0 to look for it, GGOV_IMPORT_NO_HEADING where all
 *   rows are of the table
 * @wishes: (nullable) (element-type utf8 utf8): headings chosen for fields by name, or the names of
 *   columns such as Field3; "" for none
 * @remembered: (nullable) (element-type utf8 gpointer): the words of headings that were met before
 *
 * A row of headings that were met before is the one. Else looks through the first rows for the one that has the most headings known. One with blanks, where
 * the row above has the headings of merged cells, is taken together with that.
 *
 * Returns: (transfer full): NULL with @error set where the rows cannot be read
 */
GgovImportHeading *ggov_import_heading_find (GgovExchangeReading    *reading,
                                             guint                   layer,
                                             const GgovImportField  *fields,
                                             guint                   n_fields,
                                             gint64                  row,
                                             GHashTable             *wishes,
                                             GHashTable             *remembered,
                                             GError                **error)
                                             G_GNUC_WARN_UNUSED_RESULT;
void               ggov_import_heading_free (GgovImportHeading      *self);

/* The column that serves a field, from 0: the one wished for, else the best known by its heading;
 * -1 for none. */
int      ggov_import_heading_find_column (const GgovImportHeading *heading,
                                          const GgovImportField   *field,
                                          GHashTable              *wishes);

/* (transfer full): all headings, one a line: what tells one kind of table from another. */
char    *ggov_import_heading_dup_words   (const GgovImportHeading *heading)
                                          G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_import_heading_open:
 * @n_required: the first of @fields, without which a row says nothing
 * @error: GGOV_EXCHANGE_ERROR_CHOICE if a wish names what is not there, or a required field has no
 *   heading
 *
 * Titles and notes above the headings are passed over, and so are these.
 *
 * Returns: (transfer full): like ggov_import_table_open(), before the first row below
 */
GgovImportTable *ggov_import_heading_open (GgovExchangeReading      *reading,
                                           guint                     layer,
                                           const GgovImportHeading  *heading,
                                           const GgovImportField    *fields,
                                           guint                     n_fields,
                                           guint                     n_required,
                                           GHashTable               *wishes,
                                           GError                  **error)
                                           G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_import_heading_find_layer:
 *
 * Of a workbook with several sheets the one that has the most headings known, and all of those that
 * are required; notes and lists of choices have none, and hidden sheets are not taken unasked.
 *
 * Returns: from 0; -1 where no layer will do
 */
int ggov_import_heading_find_layer (GgovExchangeReading    *reading,
                                    const GgovImportField  *fields,
                                    guint                   n_fields,
                                    guint                   n_required,
                                    GHashTable             *wishes,
                                    GHashTable             *remembered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportHeading, ggov_import_heading_free)

G_END_DECLS
