/* ggov-case-type-words-private.h: what a table says of case types in words, and the codes for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is a word of a few. */
typedef enum
{
  GGOV_CASE_TYPE_WORD_LANE,
  GGOV_CASE_TYPE_WORD_START,
  GGOV_CASE_TYPE_WORD_FIGURE,
  GGOV_CASE_TYPE_WORD_MEASURE,
  GGOV_CASE_TYPE_WORD_LINK,
  GGOV_CASE_TYPE_WORD_EVIDENCE,
} GgovCaseTypeWord;

/* (transfer full): what a code is called in the user's language; the code itself where it is none */
char     *_ggov_case_type_word_dup      (GgovCaseTypeWord   kind,
                                         const char        *code) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the code for what stands there in Chinese, English or as a code; the text itself
 * where it is not known */
char     *_ggov_case_type_word_read     (GgovCaseTypeWord   kind,
                                         const char        *text) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a limit as records have it: "7d" for "7 working days" and for "7个工作日"; the text
 * itself where it is none */
char     *_ggov_case_type_limit_read    (const char        *text) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a plan of evidence in the user's words: "File: photo; Report back: photo, words" */
char     *_ggov_case_type_evidence_dup  (const char        *plan) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a plan of evidence as records have it; the text itself where it is none */
char     *_ggov_case_type_evidence_read (const char        *text) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): measures in the user's words: "count, area" */
char     *_ggov_case_type_measures_dup  (gint64             measures) G_GNUC_WARN_UNUSED_RESULT;

/* @measures: (out): a sum of GgovMeasure; FALSE where a word is not known */
gboolean  _ggov_case_type_measures_read (const char        *text,
                                         gint64            *measures);

/* A number with its unit or without: "50", "50 m", "7天"; FALSE where it is none. */
gboolean  _ggov_case_type_number_read   (const char        *text,
                                         gint64            *number);

G_END_DECLS
