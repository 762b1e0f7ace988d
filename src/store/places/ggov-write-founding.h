/* ggov-write-founding.h: what an office has from its first day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. A call that adds returns the new record's number, or 0 with
 * @error set.
 */

#pragma once

#include "ggov-case-type.h"
#include "ggov-change.h"
#include "ggov-role.h"

G_BEGIN_DECLS

/**
 * ggov_change_found_office:
 * @code: county and sub-district, 9 digits
 * @name: the sub-district's name
 * @valid_from: ISO day from which its case types are in force
 *
 * Writes the sub-district with the roles and case types this program was built with.
 *
 * Returns: the sub-district's number, or 0 with @error set
 */
gint64   ggov_change_found_office  (GgovChange          *change,
                                    const char          *code,
                                    const char          *name,
                                    const char          *valid_from,
                                    GError             **error);

gint64   ggov_change_add_role      (GgovChange          *change,
                                    const GgovRole      *role,
                                    GError             **error);

/* Writes a case type with its stages, as its first version. */
gint64   ggov_change_add_case_type (GgovChange          *change,
                                    const GgovCaseType  *type,
                                    const char          *valid_from,
                                    GError             **error);

/* Numbers by codes, for those who write posts and issues: 0, with @error set, if there is none.
 * The case type is the version in force on @day. */
gint64   ggov_change_find_role      (GgovChange         *change,
                                     const char         *code,
                                     GError            **error);
gint64   ggov_change_find_case_type (GgovChange         *change,
                                     const char         *code,
                                     const char         *day,
                                     GError            **error);

G_END_DECLS
