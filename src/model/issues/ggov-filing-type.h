/* ggov-filing-type.h: a case type as whoever files an issue chooses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovFilingTypeFields:
 * @code: "C0101"
 * @name: in English, and so are the class and the filing condition
 * @name_zh: the same in Chinese
 * @lane: code of a GgovLane
 * @limit_text: as ggov_limit_parse() reads it
 * @start_rule: code of a GgovStartRule
 * @evidence: as ggov_evidence_find() reads it
 * @reading: how the Chinese names are read, in one word each and by initials: "zaoyinraomin zyrm"
 * @used_at: when an issue of it was filed last, seconds since 1970-01-01T00:00:00Z; 0 for never
 */
typedef struct
{
  gint64      id;
  const char *code;
  const char *name;
  const char *name_zh;
  const char *class_name;
  const char *class_name_zh;
  const char *lane;
  const char *limit_text;
  const char *start_rule;
  const char *filing;
  const char *filing_zh;
  const char *evidence;
  const char *reading;
  gint64      used_at;
} GgovFilingTypeFields;

#define GGOV_TYPE_FILING_TYPE (ggov_filing_type_get_type ())

G_DECLARE_FINAL_TYPE (GgovFilingType, ggov_filing_type, GGOV, FILING_TYPE, GObject)

/* Copies the texts. */
GgovFilingType             *ggov_filing_type_new             (const GgovFilingTypeFields *fields)
                                                              G_GNUC_WARN_UNUSED_RESULT;

const GgovFilingTypeFields *ggov_filing_type_get_fields      (GgovFilingType *self);

/* In the user's language. */
const char                 *ggov_filing_type_get_label       (GgovFilingType *self);
const char                 *ggov_filing_type_get_class_label (GgovFilingType *self);
const char                 *ggov_filing_type_get_condition   (GgovFilingType *self);

/**
 * ggov_filing_type_matches:
 * @typed: what the user typed; empty matches everything
 *
 * Returns: whether each word is part of the code, of a name or class in either language, of their
 *   reading or initials
 */
gboolean                    ggov_filing_type_matches         (GgovFilingType *self,
                                                              const char     *typed);

G_END_DECLS
