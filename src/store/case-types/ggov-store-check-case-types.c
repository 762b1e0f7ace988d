/* ggov-store-check-case-types.c: do case types keep to their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-check-private.h"

#define LAST(version) "coalesce (" version ".valid_to, '9999-12-31')"

/* What was taken back on its first day has its last day before that, and meets nothing. */
#define SQL_TWICE \
  "SELECT DISTINCT a.code FROM case_type a JOIN case_type b ON b.code = a.code AND b.id > a.id " \
  "AND b.valid_from <= " LAST ("a") " AND " LAST ("b") " >= a.valid_from " \
  "AND a.valid_from <= " LAST ("a") " AND b.valid_from <= " LAST ("b") " ORDER BY 1"
#define SQL_ORDER \
  "SELECT DISTINCT a.code FROM case_type a JOIN case_type b ON b.code = a.code " \
  "AND b.version > a.version AND b.valid_from < a.valid_from ORDER BY 1"
#define SQL_ROLE \
  "SELECT DISTINCT t.code FROM case_type t LEFT JOIN role r ON r.code = t.role_code " \
  "WHERE t.role_code <> '' AND r.id IS NULL ORDER BY 1"
#define SQL_STAGES \
  "SELECT DISTINCT t.code FROM case_type_stage s JOIN case_type t ON t.id = s.case_type_id " \
  "WHERE s.position > (SELECT count (*) FROM case_type_stage x " \
  "WHERE x.case_type_id = s.case_type_id) ORDER BY 1"

static const struct
{
  const char *sql;
  const char *sentence;
} rules[] = {
  { SQL_TWICE, N_("Two versions of this case type hold on the same day.") },
  { SQL_ORDER, N_("A later version of this case type begins before an earlier one.") },
  { SQL_ROLE, N_("This case type names a role that is not there.") },
  { SQL_STAGES, N_("A stage of this case type is missing.") },
};

gboolean
_ggov_check_case_types (GgovDb     *db,
                        GPtrArray  *findings,
                        GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!_ggov_check_rows (db, "case-types", rules[i].sql, _(rules[i].sentence), findings, error))
      return FALSE;

  return TRUE;
}
