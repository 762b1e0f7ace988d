/* ggov-import-text.h: what became of an import, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-report.h"

G_BEGIN_DECLS

/**
 * ggov_import_dup_rows:
 * @rows: (element-type gint64): numbers, ascending
 * @most: how many ranges to name at most; 0 for all
 *
 * Returns: (transfer full): for instance "3, 7–12, 40, …"
 */
char       *ggov_import_dup_rows   (GArray                  *rows,
                                    guint                    most);

/* (nullable): "109.82013, 40.65001", longitude first; NULL where a problem has no place. */
char       *ggov_import_dup_place  (const GgovImportProblem *problem);

/* What became of a problem's rows, which they are, and where the first of them is. */
char       *ggov_import_dup_detail (const GgovImportProblem *problem);

/**
 * ggov_import_dup_reasons:
 * @most: how many rows to tell of at most; 0 for all
 *
 * Returns: (transfer full) (nullable): why each row was left out, a line each; NULL where the
 *   problem's own sentence says it
 */
char       *ggov_import_dup_reasons (GgovImportReport        *report,
                                     const GgovImportProblem *problem,
                                     guint                    most);

/* (nullable): what to do about a problem. */
const char *ggov_import_get_advice (const GgovImportProblem *problem);

/* The counts and all problems as text, one a line, its columns apart by tabs. */
char       *ggov_import_dup_text   (GgovImportReport        *report);

G_END_DECLS
