/* ggov-residents-filled.c: how many of the register's fields are filled in of somebody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-register-filled.h"
#include "ggov-residents-private.h"
#include "ggov-store-register-fields.h"
#include "ggov-write-residents.h"

#define SQL_FILLED "SELECT id FROM resident WHERE person_id = $1"

gboolean
_ggov_residents_count_fields (GgovChange  *change,
                              gint64       person_id,
                              const char  *day,
                              GError     **error)
{
  g_autoptr(GgovRegisterCatalogue) fields = ggov_change_load_register_fields (change, error);
  g_autoptr(GHashTable) values = NULL;
  g_autoptr(GgovStmt) stmt = NULL;
  int required, optional;
  GgovDbStep step;

  if (fields == NULL ||
      !(values = ggov_change_load_resident_values (change, person_id, day, error)) ||
      !(stmt = ggov_db_prepare (change->db, SQL_FILLED, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  ggov_register_count_filled (fields, values, &required, &optional);

  return _ggov_change_update (change, "resident", ggov_stmt_get_int (stmt, 0), -1,
                              (const GgovColumn[]) { GGOV_INT ("required_filled", required),
                                                     GGOV_INT ("optional_filled", optional) }, 2,
                              error);
}
