/* ggov-case-type-export.h: case types as a workbook, a table of text or a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-exchange-error.h"

G_BEGIN_DECLS

/**
 * ggov_case_type_export_write:
 * @rows: (element-type GgovCaseTypeVersion): in the order in which they shall stand
 * @path: a file that ends in .xlsx, .csv (UTF-8 with a byte order mark) or .json (as
 *   data/case-types/case-types.json); what is there is replaced once the new one is whole
 * @error: GGOV_EXCHANGE_ERROR_CHOICE for another ending, GGOV_EXCHANGE_ERROR_FILE where the file
 *   cannot be written
 *
 * Tables have headings and words in the user's language. Each of the three can be imported again, and
 * then says the same.
 */
gboolean  ggov_case_type_export_write  (GListModel   *rows,
                                        const char   *path,
                                        GError      **error);

G_END_DECLS
