/* ggov-write-case-types.h: writing case types and their versions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. A call that adds or saves returns the number of the version, or 0
 * with @error set. Days are ISO texts. What breaks a rule is GGOV_STORE_ERROR_REFUSED with a translated
 * sentence.
 */

#pragma once

#include "ggov-case-type-version.h"
#include "ggov-change.h"

G_BEGIN_DECLS

/* Writes a version with its stages as it is: for what is known to keep the rules. */
gint64   ggov_change_add_case_type_version (GgovChange                *change,
                                            const GgovCaseTypeRecord  *record,
                                            GError                   **error);

/**
 * ggov_change_check_case_type:
 * @field: (out) (optional) (nullable): what is wrong, by the name it has in tables, such as "limit"
 *
 * Whether a case type keeps the rules: a code, names and conditions in both languages, limits of at
 * least one, stages that grow up to the whole, a role that is there, metres with days.
 */
gboolean ggov_change_check_case_type       (GgovChange                *change,
                                            const GgovCaseTypeRecord  *record,
                                            const char               **field,
                                            GError                   **error);

/**
 * ggov_change_save_case_type:
 * @record: its id is 0 for a new type, else that of the last version, which the user saw
 * @day: from which it holds like this; NULL for the first day of the last version
 *
 * Writes a type. What holds from a later day is a new version, and the one before ends the day before; a
 * version that nothing was filed under is changed in place where @day is its own first day. A code
 * that is there already, a day before the first of the last version, and that day itself where issues
 * were filed under it, are refused. What says the same changes nothing. One that was withdrawn holds
 * again from a later day on.
 */
gint64   ggov_change_save_case_type        (GgovChange                *change,
                                            const GgovCaseTypeRecord  *record,
                                            const char                *day,
                                            GError                   **error);

/**
 * ggov_change_withdraw_case_type:
 * @day: from which nothing is filed under it
 *
 * Issues that were filed go on. A day before the first of its last version is refused, and so is that
 * day where issues were filed under it.
 */
gboolean ggov_change_withdraw_case_type    (GgovChange                *change,
                                            const char                *code,
                                            const char                *day,
                                            GError                   **error);

/**
 * ggov_change_find_last_case_type:
 * @version: (out) (transfer full) (nullable): the last version of a code; NULL where there is none
 */
gboolean ggov_change_find_last_case_type   (GgovChange                *change,
                                            const char                *code,
                                            GgovCaseTypeVersion      **version,
                                            GError                   **error);

/* The code of a role, or of a points rule, that is called so in either language; @code: (out)
 * (transfer full) (nullable): NULL where none is */
gboolean ggov_change_find_role_code        (GgovChange                *change,
                                            const char                *words,
                                            char                     **code,
                                            GError                   **error);
gboolean ggov_change_find_points_code      (GgovChange                *change,
                                            const char                *words,
                                            char                     **code,
                                            GError                   **error);

G_END_DECLS
