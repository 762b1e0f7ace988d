/* ggov-change-rows.c: writing single rows within a change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"
#include "ggov-search-text-private.h"

/* The index of words ---------------------------------------------------------------------- */

static GgovSearchTable
get_search_table (const char *table)
{
  if (g_str_equal (table, "person"))
    return GGOV_SEARCH_PERSON;
  if (g_str_equal (table, "building"))
    return GGOV_SEARCH_BUILDING;
  if (g_str_equal (table, "issue"))
    return GGOV_SEARCH_ISSUE;

  return GGOV_SEARCH_NONE;
}

static gboolean
has_words (const GgovColumn  *columns,
           guint              n_columns,
           const char       **words)
{
  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].name, "search_text"))
      {
        *words = columns[i].value;
        return TRUE;
      }

  return FALSE;
}

static gboolean
dup_words (GgovDb      *db,
           const char  *table,
           gint64       id,
           char       **words,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT search_text FROM %s WHERE id = $1", table);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *words = g_strdup (ggov_stmt_get_text (stmt, 0));

  return step != GGOV_DB_ERROR;
}

/* Rows ------------------------------------------------------------------------------------ */

static void
bind_columns (GgovStmt         *stmt,
              const GgovColumn *columns,
              guint             n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    switch (columns[i].kind)
      {
      case GGOV_COLUMN_INT:
        ggov_stmt_bind_int (stmt, i + 1, columns[i].number);
        break;

      case GGOV_COLUMN_ID:
        ggov_stmt_bind_id (stmt, i + 1, columns[i].number);
        break;

      case GGOV_COLUMN_TEXT:
        ggov_stmt_bind_text (stmt, i + 1, columns[i].value);
        break;

      case GGOV_COLUMN_BYTES:
        ggov_stmt_bind_bytes (stmt, i + 1, (GBytes *) columns[i].value);
        break;

      default:
        g_assert_not_reached ();
      }
}

static GString *
make_insert_text (const char       *table,
                  const GgovColumn *columns,
                  guint             n_columns)
{
  GString *sql = g_string_new ("INSERT INTO ");

  g_string_append_printf (sql, "%s (", table);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", columns[i].name);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s$%u", i > 0 ? ", " : "", i + 1);
  g_string_append (sql, ") RETURNING id");

  return sql;
}

gint64
_ggov_change_insert (GgovChange        *change,
                     const char        *table,
                     const GgovColumn  *columns,
                     guint              n_columns,
                     GError           **error)
{
  g_autoptr(GString) sql = make_insert_text (table, columns, n_columns);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql->str, error);
  GgovSearchTable kind = get_search_table (table);
  const char *words = NULL;
  gint64 id;

  if (stmt == NULL)
    return 0;

  bind_columns (stmt, columns, n_columns);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return 0;

  id = ggov_stmt_get_int (stmt, 0);
  if (!ggov_stmt_run (stmt, error))
    return 0;

  if (kind != GGOV_SEARCH_NONE && has_words (columns, n_columns, &words) &&
      !ggov_db_index_words (change->db, GGOV_SEARCH_NUMBER (kind, id), NULL, words, error))
    return 0;

  return id;
}

static gboolean
is_there (GgovDb      *db,
          const char  *table,
          gint64       id,
          gboolean    *found,
          GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = $1", table);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  *found = step == GGOV_DB_ROW;

  return TRUE;
}

/* Nothing was written: the row is either gone or another than was read. */
static gboolean
explain_no_row (GgovChange  *change,
                const char  *table,
                gint64       id,
                GError     **error)
{
  gboolean found;

  if (!is_there (change->db, table, id, &found, error))
    return FALSE;

  g_set_error (error, GGOV_STORE_ERROR,
               found ? GGOV_STORE_ERROR_CONFLICT : GGOV_STORE_ERROR_NOT_FOUND,
               found ? "%s %" G_GINT64_FORMAT " has moved on since it was read"
                     : "there is no %s %" G_GINT64_FORMAT, table, id);
  return FALSE;
}

static gboolean
update_row (GgovChange        *change,
            const char        *table,
            gint64             id,
            gint64             row_version,
            const GgovColumn  *columns,
            guint              n_columns,
            GError           **error)
{
  g_autoptr(GString) sql = g_string_new ("UPDATE ");
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  g_string_append_printf (sql, "%s SET row_version = row_version + 1", table);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, ", %s = $%u", columns[i].name, i + 1);
  g_string_append_printf (sql, " WHERE id = $%u AND $%u IN (row_version, -1) RETURNING id",
                          n_columns + 1, n_columns + 2);

  if (!(stmt = ggov_db_prepare (change->db, sql->str, error)))
    return FALSE;

  bind_columns (stmt, columns, n_columns);
  ggov_stmt_bind_int (stmt, n_columns + 1, id);
  ggov_stmt_bind_int (stmt, n_columns + 2, row_version);

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE)
    return explain_no_row (change, table, id, error);

  return ggov_stmt_run (stmt, error);
}

gboolean
_ggov_change_update (GgovChange        *change,
                     const char        *table,
                     gint64             id,
                     gint64             row_version,
                     const GgovColumn  *columns,
                     guint              n_columns,
                     GError           **error)
{
  GgovSearchTable kind = get_search_table (table);
  g_autofree char *old = NULL;
  const char *words = NULL;

  if (kind == GGOV_SEARCH_NONE || !has_words (columns, n_columns, &words))
    return update_row (change, table, id, row_version, columns, n_columns, error);

  return dup_words (change->db, table, id, &old, error) &&
         update_row (change, table, id, row_version, columns, n_columns, error) &&
         ggov_db_index_words (change->db, GGOV_SEARCH_NUMBER (kind, id), old, words, error);
}

gboolean
_ggov_change_delete (GgovChange  *change,
                     const char  *table,
                     gint64       id,
                     GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = $1 RETURNING id", table);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovSearchTable kind = get_search_table (table);
  g_autofree char *old = NULL;
  GgovDbStep step;

  if (stmt == NULL ||
      (kind != GGOV_SEARCH_NONE && !dup_words (change->db, table, id, &old, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE)
    return explain_no_row (change, table, id, error);

  return ggov_stmt_run (stmt, error) &&
         ggov_db_index_words (change->db, GGOV_SEARCH_NUMBER (kind, id), old, NULL, error);
}
