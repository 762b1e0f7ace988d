/* ggov-export-handout.h: a list of residents that leaves the office, as a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-register-catalogue.h"
#include "ggov-store-handouts.h"

G_BEGIN_DECLS

/**
 * GgovHandoutSheet:
 * @fields: (array zero-terminated=1): codes, in the order of the rows
 * @account: who takes it
 * @at: local time, as ggov_local_time_format() gives it
 */
typedef struct
{
  GgovRegisterCatalogue *catalogue;
  const char *const     *fields;
  const char            *account;
  const char            *at;
} GgovHandoutSheet;

/**
 * ggov_export_handout:
 * @path: of an .xlsx file; what is there is replaced once the new one is whole
 * @error: GGOV_EXCHANGE_ERROR_FILE
 *
 * Writes the list. Its number is on the sheet's tab, its number, account and time are above each page
 * and in the last line, which is no resident. May run on any thread.
 */
gboolean ggov_export_handout (const GgovHandout       *handout,
                              const GgovHandoutSheet  *sheet,
                              const char              *path,
                              GError                 **error);

G_END_DECLS
