/* ggov-import-rejects.h: the rows that were left out, as a workbook to be mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-reading.h"
#include "ggov-exchange-error.h"
#include "ggov-import-report.h"

G_BEGIN_DECLS

/**
 * ggov_import_write_rejects:
 * @layer: from 0: the one that was imported
 * @path: of an .xlsx file, which is replaced once the new one is whole
 * @error: GGOV_EXCHANGE_ERROR_FILE where it cannot be written, or READER
 *
 * Writes the headings and the rejected rows in their own columns, and in a column after them why
 * each was left out. All cells are text, so that 001 stays 001. Mended, it can be imported as it is:
 * the last column means nothing.
 */
gboolean ggov_import_write_rejects (GgovExchangeReading     *reading,
                                    guint                    layer,
                                    GgovImportReport        *report,
                                    const char              *path,
                                    GError                 **error);

G_END_DECLS
