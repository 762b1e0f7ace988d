/* ggov-case-type-names.c: roles and points rules by what a table calls them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-case-types-private.h"
#include "ggov-write-case-types.h"

#define SQL_ROLE \
  "SELECT code FROM role WHERE code = $1 OR name = $1 OR name_zh = $1 " \
  "ORDER BY CASE WHEN code = $1 THEN 0 ELSE 1 END, sort_order LIMIT 1"
#define SQL_POINTS \
  "SELECT code FROM points_rule WHERE code = $1 OR activity = $1 OR activity_zh = $1 " \
  "ORDER BY CASE WHEN code = $1 THEN 0 ELSE 1 END, version DESC LIMIT 1"

static gboolean
find_code (GgovChange  *change,
           const char  *sql,
           const char  *words,
           char       **code,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  *code = NULL;
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, words);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *code = g_strdup (ggov_stmt_get_text (stmt, 0));

  return step != GGOV_DB_ERROR;
}

gboolean
ggov_change_find_role_code (GgovChange  *change,
                            const char  *words,
                            char       **code,
                            GError     **error)
{
  return find_code (change, SQL_ROLE, words, code, error);
}

gboolean
ggov_change_find_points_code (GgovChange  *change,
                              const char  *words,
                              char       **code,
                              GError     **error)
{
  return find_code (change, SQL_POINTS, words, code, error);
}
