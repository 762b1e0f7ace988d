/* ggov-import-sheet.h: what the columns of a table mean, with its first rows as they are understood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-exchange-import.h"

G_BEGIN_DECLS

/**
 * GgovImportSheet:
 *
 * Which sheet, which row has the headings, which column serves which field. Proposes all of it, as
 * remembered for such headings or as these are known, and shows what comes of it, by a rehearsal of
 * the first rows.
 */
#define GGOV_TYPE_IMPORT_SHEET (ggov_import_sheet_get_type ())

G_DECLARE_FINAL_TYPE (GgovImportSheet, ggov_import_sheet, GGOV, IMPORT_SHEET, AdwBin)

/**
 * GgovImportSheet::changed:
 *
 * Whether the table can be checked may be another now.
 */

/**
 * ggov_import_sheet_set_reading:
 * @kind: of table that is expected
 * @name: of the file
 * @day: ISO day from which posts are held that tell no day
 */
void     ggov_import_sheet_set_reading  (GgovImportSheet     *self,
                                         GgovStore           *store,
                                         GgovExchangeReading *reading,
                                         GgovImportKind       kind,
                                         const char          *name,
                                         const char          *day);

/* Gives up what is asked of the store, and lets go of all it was given. */
void     ggov_import_sheet_clear        (GgovImportSheet     *self);

/* Whether the fields that are needed have columns. */
gboolean ggov_import_sheet_is_ready     (GgovImportSheet     *self);

/* The layer that is chosen, from 0. */
guint    ggov_import_sheet_get_layer    (GgovImportSheet     *self);

/* What is chosen; @wishes of the result are owned by the caller, the rest by the sheet. */
void     ggov_import_sheet_get_request  (GgovImportSheet     *self,
                                         GgovImportRequest   *request);

G_END_DECLS
