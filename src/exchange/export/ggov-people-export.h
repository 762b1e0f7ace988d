/* ggov-people-export.h: the roster as a workbook, a table of text or address cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-exchange-error.h"
#include "ggov-roster-column.h"

G_BEGIN_DECLS

/**
 * GgovPeopleFormat:
 * @GGOV_PEOPLE_XLSX: a workbook ready to be printed, all cells texts: no digit of a phone or a
 *   code is lost
 * @GGOV_PEOPLE_CSV: RFC 4180 in UTF-8 with a byte order mark, as Excel asks for. A cell that a
 *   spreadsheet would take for a formula has an apostrophe before it
 * @GGOV_PEOPLE_VCARD: RFC 6350 (4.0), a card a person
 * @GGOV_PEOPLE_VCARD_3: RFC 2426 (3.0), for older phones
 */
typedef enum
{
  GGOV_PEOPLE_XLSX,
  GGOV_PEOPLE_CSV,
  GGOV_PEOPLE_VCARD,
  GGOV_PEOPLE_VCARD_3,
  GGOV_PEOPLE_N_FORMATS,
} GgovPeopleFormat;

/* The word for a format on a command line, and the ending of its files without a dot. */
const char *ggov_people_format_get_code   (GgovPeopleFormat   format);
const char *ggov_people_format_get_ending (GgovPeopleFormat   format);

/* What a format is called, in the user's language. */
const char *ggov_people_format_get_label  (GgovPeopleFormat   format);

/* @format: (out): unchanged if there is none of that code */
gboolean    ggov_people_format_from_code  (const char        *code,
                                           GgovPeopleFormat  *format);

/**
 * ggov_people_format_of_path:
 * @format: (out): the format that the file's ending names; .vcf is 4.0
 * @error: GGOV_EXCHANGE_ERROR_CHOICE where it names none
 */
gboolean    ggov_people_format_of_path    (const char        *path,
                                           GgovPeopleFormat  *format,
                                           GError           **error);

/**
 * GgovPeopleExport:
 * @path: the file; what is there is replaced once the new one is whole
 * @columns: (array length=n_columns): for a table; cards take what a card has
 * @scope: (nullable): which part of the roster it is, in words, for the workbook's page heading
 * @as_of: ISO day the roster is of
 */
typedef struct
{
  const char             *path;
  GgovPeopleFormat        format;
  const GgovRosterColumn *columns;
  guint                   n_columns;
  const char             *scope;
  const char             *as_of;
} GgovPeopleExport;

/**
 * ggov_people_export_write:
 * @rows: (element-type GgovRosterRow): in the order in which they shall stand
 * @n: (out) (optional): how many lines or cards were written; a card is of a person, who may have
 *   several posts
 * @error: GGOV_EXCHANGE_ERROR_FILE where the file cannot be written
 *
 * Writes the rows. May run on any thread; 70,000 rows take some seconds as a workbook.
 */
gboolean    ggov_people_export_write      (GListModel              *rows,
                                           const GgovPeopleExport  *request,
                                           guint                   *n,
                                           GError                 **error);

G_END_DECLS
