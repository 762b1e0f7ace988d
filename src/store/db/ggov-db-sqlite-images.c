/* ggov-db-sqlite-images.c: triggers that keep row images, and a look at the file's health
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-db-driver-private.h"

#define SQL_COLUMNS "SELECT name FROM pragma_table_info ($1) ORDER BY cid"

#define SQL_TABLES \
  "SELECT m.name FROM sqlite_master m JOIN pragma_table_info (m.name) c " \
  "WHERE m.type = 'table' AND c.name = 'row_version' ORDER BY m.name"

#define SQL_REFERENCES \
  "SELECT m.name, f.\"from\" FROM sqlite_master m JOIN pragma_foreign_key_list (m.name) f " \
  "JOIN pragma_table_info (m.name) c ON c.name = 'row_version' " \
  "WHERE m.type = 'table' AND f.\"table\" = $1 ORDER BY m.name, f.\"from\""

/* An image leaves row_version out: a row that was put back as it had been has the same image. */
static char *
make_image_text (GgovDb      *db,
                 const char  *table,
                 const char  *row,
                 GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_COLUMNS, error);
  g_autoptr(GString) text = g_string_new ("ggov_image (");
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, table);

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const char *name = ggov_stmt_get_text (stmt, 0);

      if (!g_str_equal (name, "row_version"))
        g_string_append_printf (text, "%s'%s', %s.%s",
                                text->str[text->len - 1] == '(' ? "" : ", ", name, row, name);
    }

  if (step == GGOV_DB_ERROR)
    return NULL;

  g_string_append_c (text, ')');

  return g_strdup (text->str);
}

/* Without an open change the row lacks its change_id, which fails the write. The LIMIT keeps SQLite
 * from making each image twice. */
static void
append_trigger (GString    *script,
                const char *table,
                const char *op,
                const char *row,
                const char *before,
                const char *after)
{
  gboolean update = g_str_equal (op, "update");

  g_string_append_printf (script,
    "DROP TRIGGER IF EXISTS %s_image_%s;\n"
    "CREATE TRIGGER %s_image_%s AFTER %s ON %s%s%s%s%s\n"
    "BEGIN\n"
    "  INSERT INTO change_row (change_id, table_name, row_id, op, before, after, salt, digest)\n"
    "  SELECT c, '%s', %s.id, '%s', b, a, s, ggov_digest (c, '%s', %s.id, '%s', b, a, s)\n"
    "  FROM (SELECT ggov_change () AS c, %s AS b, %s AS a, randomblob (16) AS s LIMIT 1);\n"
    "END;\n",
    table, op, table, op, op, table,
    update ? " WHEN " : "", update ? before : "", update ? " IS NOT " : "", update ? after : "",
    table, row, op, table, row, op, before, after);
}

gboolean
_ggov_db_sqlite_keep_images (GgovDb      *db,
                             const char  *table,
                             GError     **error)
{
  g_autofree char *old = make_image_text (db, table, "OLD", error);
  g_autofree char *new = NULL;
  g_autoptr(GString) script = g_string_new (NULL);

  if (old == NULL || !(new = make_image_text (db, table, "NEW", error)))
    return FALSE;

  append_trigger (script, table, "insert", "NEW", "NULL", new);
  append_trigger (script, table, "update", "NEW", old, new);
  append_trigger (script, table, "delete", "OLD", old, "NULL");

  return ggov_db_run_script (db, script->str, error);
}

GPtrArray *
_ggov_db_sqlite_list_tables (GgovDb  *db,
                             GError **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_TABLES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (tables, g_strdup (ggov_stmt_get_text (stmt, 0)));

  return step == GGOV_DB_DONE ? g_steal_pointer (&tables) : NULL;
}

GPtrArray *
_ggov_db_sqlite_list_references (GgovDb      *db,
                                 const char  *table,
                                 GError     **error)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_REFERENCES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, table);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_ptr_array_add (pairs, g_strdup (ggov_stmt_get_text (stmt, 0)));
      g_ptr_array_add (pairs, g_strdup (ggov_stmt_get_text (stmt, 1)));
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&pairs) : NULL;
}

gboolean
_ggov_db_sqlite_dup_image (GgovDb      *db,
                           const char  *table,
                           gint64       id,
                           char       **image,
                           GError     **error)
{
  g_autofree char *text = make_image_text (db, table, table, error);
  g_autofree char *sql = NULL;
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (text == NULL)
    return FALSE;

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", text, table);
  if (!(stmt = ggov_db_prepare (db, sql, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  *image = step == GGOV_DB_ROW ? g_strdup (ggov_stmt_get_text (stmt, 0)) : NULL;

  return TRUE;
}

static gboolean
append_lines (GgovDb      *db,
              const char  *sql,
              GPtrArray   *lines,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (lines, g_strdup (ggov_stmt_get_text (stmt, 0)));

  return step == GGOV_DB_DONE;
}

GPtrArray *
_ggov_db_sqlite_find_damage (GgovDb  *db,
                             GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  /* The first does not look at foreign keys. */
  if (!append_lines (db, "SELECT integrity_check FROM pragma_integrity_check "
                         "WHERE integrity_check <> 'ok'", lines, error) ||
      !append_lines (db, "SELECT format ('%s row %d names a missing %s', \"table\", rowid, parent) "
                         "FROM pragma_foreign_key_check", lines, error))
    return NULL;

  return g_steal_pointer (&lines);
}
