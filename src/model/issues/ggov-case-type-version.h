/* ggov-case-type-version.h: a version of a case type as an office keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-case-type.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CASE_TYPE_VERSION (ggov_case_type_version_get_type ())

G_DECLARE_FINAL_TYPE (GgovCaseTypeVersion, ggov_case_type_version, GGOV, CASE_TYPE_VERSION, GObject)

/**
 * GgovCaseStageRecord:
 * @name: (nullable): NULL or "" for a stage that is not there; the same for the others
 * @limit_text: as ggov_limit_parse() reads it
 */
typedef struct
{
  const char *name;
  const char *name_zh;
  const char *limit_text;
} GgovCaseStageRecord;

/**
 * GgovCaseTypeRecord:
 * @version: 1 for the first
 * @n_versions: how many the type has
 * @n_issues: how many were filed under this version
 * @measures: a sum of GgovMeasure
 * @code: "E0101"; the same for all versions
 * @lane: code of a GgovLane
 * @limit_text: as ggov_limit_parse() reads it
 * @start_rule: code of a GgovStartRule
 * @role: code of the role that answers for it
 * @figure: (nullable): code of a GgovFigure; NULL or "" for none
 * @service: (nullable): code of a GgovUtility; NULL or "" for none
 * @evidence: as ggov_evidence_plan_parse() reads it
 * @points_activity: code of a points rule; "" for none
 * @valid_from: the first day, ISO
 * @valid_to: (nullable): the last day, ISO
 * @reading: (nullable): of the name, by which it is found; not written
 * @label: name, class, lane, role and points rule in the user's language; not written
 * @stages: those that are there come first
 *
 * Each member but the rows of @stages is also a readable property, with dashes; of a stage the
 * properties are "stage-1-name" and so on.
 */
typedef struct
{
  gint64              id;
  gint64              row_version;
  gint64              version;
  gint64              n_versions;
  gint64              n_issues;
  gint64              measures;
  gint64              duplicate_radius_m;
  gint64              duplicate_days;
  const char         *code;
  const char         *lane;
  const char         *class_code;
  const char         *class_name;
  const char         *class_name_zh;
  const char         *name;
  const char         *name_zh;
  const char         *filing;
  const char         *filing_zh;
  const char         *closing;
  const char         *closing_zh;
  const char         *limit_text;
  const char         *start_rule;
  const char         *role;
  const char         *figure;
  const char         *service;
  const char         *evidence;
  const char         *points_activity;
  const char         *valid_from;
  const char         *valid_to;
  const char         *reading;
  const char         *label;
  const char         *class_label;
  const char         *lane_label;
  const char         *role_label;
  const char         *points_label;
  GgovCaseStageRecord stages[GGOV_CASE_TYPE_MAX_STAGES];
} GgovCaseTypeRecord;

/* Copies the texts. */
GgovCaseTypeVersion      *ggov_case_type_version_new        (const GgovCaseTypeRecord  *record)
                                                             G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovCaseTypeRecord *ggov_case_type_version_get_record (GgovCaseTypeVersion       *self);

/* How many stages a record has. */
guint                     ggov_case_type_record_count_stages (const GgovCaseTypeRecord *record);

/**
 * ggov_case_type_record_equal:
 *
 * Whether two records say the same of a case type, whatever their numbers, versions and days are.
 */
gboolean                  ggov_case_type_record_equal       (const GgovCaseTypeRecord  *a,
                                                             const GgovCaseTypeRecord  *b);

/**
 * ggov_case_type_version_new_from_type:
 * @type: of a catalogue
 *
 * Returns: (transfer full): a version without number and days that says the same
 */
GgovCaseTypeVersion      *ggov_case_type_version_new_from_type (const GgovCaseType     *type)
                                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
