/* ggov-import-summary.h: what an import would do, and what is odd about the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-import-report.h"

G_BEGIN_DECLS

#define GGOV_TYPE_IMPORT_SUMMARY (ggov_import_summary_get_type ())

G_DECLARE_FINAL_TYPE (GgovImportSummary, ggov_import_summary, GGOV, IMPORT_SUMMARY, AdwBin)

/* Shows a report; nothing of it is kept but its words. The actions "import.copy-list" and
 * "import.save-list" give these to whoever has to mend the file. */
void ggov_import_summary_set_report (GgovImportSummary      *self,
                                     GgovImportReport       *report);

/* A plain toast over it. */
void ggov_import_summary_show_message (GgovImportSummary    *self,
                                       const char           *message);

G_END_DECLS
