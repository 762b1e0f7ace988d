/* ggov-write-founding.c: what an office has from its first day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"
#include "ggov-role-catalogue.h"
#include "ggov-write-case-types.h"
#include "ggov-write-founding.h"
#include "ggov-write-places.h"

#define SQL_ROLE "SELECT id FROM role WHERE code = $1"
#define SQL_CASE_TYPE \
  "SELECT id FROM case_type WHERE code = $1 AND valid_from <= $2 " \
  "AND coalesce (valid_to, $2) >= $2 ORDER BY version DESC LIMIT 1"

gint64
ggov_change_add_role (GgovChange      *change,
                      const GgovRole  *role,
                      GError         **error)
{
  gboolean one_to_one = role->cardinality == GGOV_CARDINALITY_ONE_TO_ONE;
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", role->code),
    GGOV_TEXT ("family", role->family),
    GGOV_TEXT ("name", role->name),
    GGOV_TEXT ("name_zh", role->name_zh),
    GGOV_TEXT ("scope", ggov_scope_get_code (role->scope)),
    GGOV_TEXT ("presence", ggov_presence_get_code (role->presence)),
    GGOV_ID ("holders", role->sole ? 1 : 0),
    GGOV_ID ("places", one_to_one ? 1 : 0),
    GGOV_INT ("watched", role->watched != FALSE),
    GGOV_TEXT ("chain", ggov_role_chain_get_code (role->chain)),
    GGOV_INT ("resident", role->resident != FALSE),
    GGOV_TEXT ("cardinality", ggov_cardinality_get_code (role->cardinality)),
    GGOV_TEXT ("nominated_by", role->nominated_by),
    GGOV_TEXT ("approved_by", role->approved_by),
    GGOV_TEXT ("duties", role->duties),
    GGOV_TEXT ("duties_zh", role->duties_zh),
    GGOV_INT ("sort_order", role->order),
  };

  return _ggov_change_insert (change, "role", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_case_type (GgovChange          *change,
                           const GgovCaseType  *type,
                           const char          *valid_from,
                           GError             **error)
{
  g_autoptr(GgovCaseTypeVersion) version = ggov_case_type_version_new_from_type (type);
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (version);

  record.valid_from = valid_from;

  return ggov_change_add_case_type_version (change, &record, error);
}

static gboolean
add_roles (GgovChange  *change,
           GError     **error)
{
  g_autoptr(GgovRoleCatalogue) roles = ggov_role_catalogue_new_default ();

  for (guint i = 0; i < ggov_role_catalogue_get_n_roles (roles); i++)
    if (!ggov_change_add_role (change, ggov_role_catalogue_get_role (roles, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_case_types (GgovChange  *change,
                const char  *valid_from,
                GError     **error)
{
  g_autoptr(GgovCaseTypeCatalogue) types = ggov_case_type_catalogue_new_default ();

  for (guint i = 0; i < ggov_case_type_catalogue_get_n_types (types); i++)
    if (!ggov_change_add_case_type (change, ggov_case_type_catalogue_get_type_at (types, i),
                                    valid_from, error))
      return FALSE;

  return TRUE;
}

gint64
ggov_change_found_office (GgovChange  *change,
                          const char  *code,
                          const char  *name,
                          const char  *valid_from,
                          GError     **error)
{
  if (!add_roles (change, error) || !add_case_types (change, valid_from, error))
    return 0;

  return ggov_change_add_sub_district (change, code, name, error);
}

static gint64
find_number (GgovChange  *change,
             const char  *sql,
             const char  *code,
             const char  *day,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return 0;

  ggov_stmt_bind_text (stmt, 1, code);
  if (day)
    ggov_stmt_bind_text (stmt, 2, day);

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "there is no %s", code);

  return step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;
}

gint64
ggov_change_find_role (GgovChange  *change,
                       const char  *code,
                       GError     **error)
{
  return find_number (change, SQL_ROLE, code, NULL, error);
}

gint64
ggov_change_find_case_type (GgovChange  *change,
                            const char  *code,
                            const char  *day,
                            GError     **error)
{
  return find_number (change, SQL_CASE_TYPE, code, day, error);
}
