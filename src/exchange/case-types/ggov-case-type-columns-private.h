/* ggov-case-type-columns-private.h: case types as the columns of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-case-type-version.h"
#include "ggov-import-table.h"

G_BEGIN_DECLS

/* In the order in which a table has them. */
typedef enum
{
  GGOV_CASE_TYPE_CODE,
  GGOV_CASE_TYPE_NAME_ZH,
  GGOV_CASE_TYPE_NAME,
  GGOV_CASE_TYPE_LANE,
  GGOV_CASE_TYPE_CLASS_CODE,
  GGOV_CASE_TYPE_CLASS_ZH,
  GGOV_CASE_TYPE_CLASS,
  GGOV_CASE_TYPE_FILING_ZH,
  GGOV_CASE_TYPE_FILING,
  GGOV_CASE_TYPE_CLOSING_ZH,
  GGOV_CASE_TYPE_CLOSING,
  GGOV_CASE_TYPE_LIMIT,
  GGOV_CASE_TYPE_START,
  GGOV_CASE_TYPE_STAGE, /* name in Chinese, in English, limit; so for each stage */
  GGOV_CASE_TYPE_ROLE = GGOV_CASE_TYPE_STAGE + 3 * GGOV_CASE_TYPE_MAX_STAGES,
  GGOV_CASE_TYPE_MEASURES,
  GGOV_CASE_TYPE_FIGURE,
  GGOV_CASE_TYPE_SERVICE,
  GGOV_CASE_TYPE_EVIDENCE,
  GGOV_CASE_TYPE_METRES,
  GGOV_CASE_TYPE_DAYS,
  GGOV_CASE_TYPE_POINTS,
  GGOV_CASE_TYPE_VALID_FROM,
} GgovCaseTypeColumn;

#define GGOV_CASE_TYPE_N_COLUMNS (GGOV_CASE_TYPE_VALID_FROM + 1)

/* (array length=GGOV_CASE_TYPE_N_COLUMNS): what columns are called */
const GgovImportField *_ggov_case_type_get_columns (void);

/* The place of a text in a record; NULL for a column that is none. */
const char           **_ggov_case_type_get_text    (GgovCaseTypeRecord        *record,
                                                    guint                      column);

/* (transfer full): what stands in a column, in the user's words; "" for nothing */
char                  *_ggov_case_type_dup_cell    (const GgovCaseTypeRecord  *record,
                                                    guint                      column)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_case_type_read_cell:
 * @text: what stands there, without blanks at its ends; "" for nothing
 * @kept: (element-type utf8): where a text is kept that the record goes on to point to
 *
 * Puts what stands in a column into the record. Words that are not known are put there as they are:
 * the rules of the office refuse them with a sentence.
 *
 * Returns: FALSE where a number or a measure cannot be read
 */
gboolean               _ggov_case_type_read_cell   (GgovCaseTypeRecord        *record,
                                                    guint                      column,
                                                    const char                *text,
                                                    GPtrArray                 *kept);

G_END_DECLS
