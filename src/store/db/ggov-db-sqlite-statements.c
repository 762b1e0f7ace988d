/* ggov-db-sqlite-statements.c: statements of SQLite, with parameters by number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <sqlite3.h>

#include "ggov-db-sqlite-statements-private.h"

/* @in_order: the n-th parameter is called $n, as in most texts */
typedef struct
{
  sqlite3_stmt *raw;
  gboolean      in_order;
} Statement;

static sqlite3_stmt *
get_raw (gpointer stmt)
{
  return ((Statement *) stmt)->raw;
}

/* SQLite looks a name up among all the others: too slow to be asked at each binding. */
static gboolean
is_in_order (sqlite3_stmt *raw)
{
  const int n = sqlite3_bind_parameter_count (raw);

  for (int i = 1; i <= n; i++)
    {
      const char *name = sqlite3_bind_parameter_name (raw, i);

      if (name == NULL || g_ascii_strtoll (name + 1, NULL, 10) != i)
        return FALSE;
    }

  return TRUE;
}

gpointer
_ggov_db_sqlite_prepare (gpointer     handle,
                         const char  *sql,
                         GError     **error)
{
  sqlite3_stmt *raw = NULL;
  Statement *stmt;

  if (sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, NULL) != SQLITE_OK)
    {
      _ggov_db_sqlite_fail (handle, error);
      return NULL;
    }

  stmt = g_new0 (Statement, 1);
  stmt->raw = raw;
  stmt->in_order = is_in_order (raw);

  return stmt;
}

void
_ggov_db_sqlite_finalize (gpointer stmt)
{
  sqlite3_finalize (get_raw (stmt));
  g_free (stmt);
}

void
_ggov_db_sqlite_reset (gpointer stmt)
{
  sqlite3_reset (get_raw (stmt));
  sqlite3_clear_bindings (get_raw (stmt));
  sqlite3_stmt_status (get_raw (stmt), SQLITE_STMTSTATUS_VM_STEP, TRUE); /* which a limit counts */
}

/* "$1" is a name to SQLite and not a position: $2 may be met before $1. */
static int
find_parameter (gpointer stmt,
                int      n)
{
  char name[16];
  int index;

  if (((Statement *) stmt)->in_order)
    return n;

  g_snprintf (name, sizeof name, "$%d", n);
  index = sqlite3_bind_parameter_index (get_raw (stmt), name);
  g_assert (index > 0);

  return index;
}

void
_ggov_db_sqlite_bind_null (gpointer stmt,
                           int      n)
{
  sqlite3_bind_null (get_raw (stmt), find_parameter (stmt, n));
}

void
_ggov_db_sqlite_bind_int (gpointer stmt,
                          int      n,
                          gint64   value)
{
  sqlite3_bind_int64 (get_raw (stmt), find_parameter (stmt, n), value);
}

void
_ggov_db_sqlite_bind_text (gpointer    stmt,
                           int         n,
                           const char *value)
{
  sqlite3_bind_text (get_raw (stmt), find_parameter (stmt, n), value, -1, SQLITE_TRANSIENT);
}

void
_ggov_db_sqlite_bind_blob (gpointer      stmt,
                           int           n,
                           gconstpointer data,
                           gsize         size)
{
  sqlite3_bind_blob64 (get_raw (stmt), find_parameter (stmt, n), data ? data : "", size,
                       SQLITE_TRANSIENT);
}

GgovDbStep
_ggov_db_sqlite_step (gpointer   handle,
                      gpointer   stmt,
                      GError   **error)
{
  switch (sqlite3_step (get_raw (stmt)))
    {
    case SQLITE_ROW:
      return GGOV_DB_ROW;

    case SQLITE_DONE:
      return GGOV_DB_DONE;

    default:
      _ggov_db_sqlite_fail (handle, error);
      return GGOV_DB_ERROR;
    }
}

int
_ggov_db_sqlite_n_columns (gpointer stmt)
{
  return sqlite3_column_count (get_raw (stmt));
}

const char *
_ggov_db_sqlite_column_name (gpointer stmt,
                             int      column)
{
  return sqlite3_column_name (get_raw (stmt), column);
}

gboolean
_ggov_db_sqlite_is_null (gpointer stmt,
                         int      column)
{
  return sqlite3_column_type (get_raw (stmt), column) == SQLITE_NULL;
}

gint64
_ggov_db_sqlite_get_int (gpointer stmt,
                         int      column)
{
  return sqlite3_column_int64 (get_raw (stmt), column);
}

const char *
_ggov_db_sqlite_get_text (gpointer stmt,
                          int      column)
{
  return (const char *) sqlite3_column_text (get_raw (stmt), column);
}

gconstpointer
_ggov_db_sqlite_get_blob (gpointer  stmt,
                          int       column,
                          gsize    *size)
{
  gconstpointer data = sqlite3_column_blob (get_raw (stmt), column);

  *size = sqlite3_column_bytes (get_raw (stmt), column);

  return data;
}
