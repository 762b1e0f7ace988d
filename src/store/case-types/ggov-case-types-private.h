/* ggov-case-types-private.h: what the files that read and write case types share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-case-type-version.h"
#include "ggov-change-private.h"

G_BEGIN_DECLS

/**
 * _ggov_case_type_find_in_force:
 * @case_type_id: some version of it
 * @day: ISO day
 * @found: (out): the version in force on the day
 *
 * Refused with a sentence where there is no such type, or it was withdrawn by that day. On a day before
 * its first the first version holds.
 */
gboolean             _ggov_case_type_find_in_force (GgovDb      *db,
                                                    gint64       case_type_id,
                                                    const char  *day,
                                                    gint64      *found,
                                                    GError     **error);

/* What _ggov_case_type_make() reads, in its order, and where from. */
#define GGOV_SQL_CASE_TYPE \
  "SELECT t.id, t.row_version, t.version, " \
  "(SELECT count (*) FROM case_type v WHERE v.code = t.code), " \
  "(SELECT count (*) FROM issue i WHERE i.case_type_id = t.id), " \
  "t.measures, t.duplicate_radius_m, t.duplicate_days, t.code, t.lane, t.class_code, t.class, " \
  "t.class_zh, t.name, t.name_zh, t.filing, t.filing_zh, t.closing, t.closing_zh, t.limit_text, " \
  "t.start_rule, t.role_code, t.figure, t.evidence, t.points_activity, t.valid_from, t.valid_to, " \
  "r.name, r.name_zh, p.activity, p.activity_zh, t.reading, t.service FROM case_type t " \
  "LEFT JOIN role r ON r.code = t.role_code LEFT JOIN points_rule p ON p.id = (" \
  "SELECT max (x.id) FROM points_rule x WHERE x.code = t.points_activity) "

/**
 * _ggov_case_type_make:
 * @stmt: stands on a row of GGOV_SQL_CASE_TYPE
 *
 * Returns: (transfer full): the version with its stages, or NULL with @error set
 */
GgovCaseTypeVersion *_ggov_case_type_make          (GgovDb      *db,
                                                    GgovStmt    *stmt,
                                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sets GGOV_STORE_ERROR_REFUSED; takes @sentence over. Returns FALSE. */
gboolean             _ggov_case_type_refuse        (GError     **error,
                                                    char        *sentence);

G_END_DECLS
