/* ggov-import-samples.h: the first rows of a table, as they are understood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-import-report.h"
#include "ggov-import-table.h"

G_BEGIN_DECLS

#define GGOV_TYPE_IMPORT_SAMPLES (ggov_import_samples_get_type ())

/* Rows with what becomes of them, what is read of them, and what is odd about them. */
G_DECLARE_FINAL_TYPE (GgovImportSamples, ggov_import_samples, GGOV, IMPORT_SAMPLES, AdwBin)

/**
 * ggov_import_samples_set_report:
 * @report: (nullable): with samples of @fields; NULL shows nothing
 *
 * Fields that no row has anything of are left out.
 */
void ggov_import_samples_set_report (GgovImportSamples      *self,
                                     const GgovImportReport *report,
                                     const GgovImportField  *fields,
                                     guint                   n_fields);

G_END_DECLS
