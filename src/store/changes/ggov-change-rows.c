/* ggov-change-rows.c: writing single rows within a change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <stdlib.h>

#include "ggov-change-private.h"
#include "ggov-search-text-private.h"

/* From so many on the index is tidied later: a third of its work on 100,000 people. */
#define MANY_WORDS 10000

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

typedef struct
{
  gint64  number;
  char   *old;   /* (nullable) */
  char   *words; /* (nullable) */
} Words;

static void
words_free (Words *words)
{
  g_free (words->old);
  g_free (words->words);
  g_free (words);
}

/* The index is written when all rows are: once it has been touched in a transaction, every later
 * statement has it write out what it holds in memory. */
static void
queue_words (GgovChange *change,
             gint64      number,
             const char *old,
             const char *words)
{
  Words *entry = g_new0 (Words, 1);

  if (change->words == NULL)
    change->words = g_ptr_array_new_with_free_func ((GDestroyNotify) words_free);

  entry->number = number;
  entry->old = g_strdup (old);
  entry->words = g_strdup (words);
  g_ptr_array_add (change->words, entry);
}

static gboolean
write_words (GgovDb     *db,
             GPtrArray  *words,
             GError    **error)
{
  for (guint i = 0; i < words->len; i++)
    {
      Words *entry = words->pdata[i];

      if (!ggov_db_index_words (db, entry->number, entry->old, entry->words, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_ggov_change_write_words (GgovChange  *change,
                          GError     **error)
{
  if (change->words == NULL)
    return TRUE;
  if (change->words->len < MANY_WORDS)
    return write_words (change->db, change->words, error);

  return ggov_db_index_in_bulk (change->db, TRUE, error) &&
         write_words (change->db, change->words, error) &&
         ggov_db_index_in_bulk (change->db, FALSE, error);
}

/* Rows ------------------------------------------------------------------------------------ */

/* Values of several rows have the numbers that follow one another. */
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

static void
append_number (GString *sql,
               guint    number)
{
  if (number >= 10)
    append_number (sql, number / 10);
  g_string_append_c (sql, '0' + number % 10);
}

/* Called for each row of an import: put together without printf. */
static GString *
make_insert_text (const char       *table,
                  const GgovColumn *columns,
                  guint             n_columns,
                  guint             n_rows)
{
  GString *sql = g_string_sized_new (256);
  guint number = 0;

  g_string_append (sql, "INSERT INTO ");
  g_string_append (sql, table);
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (sql, i > 0 ? ", " : " (");
      g_string_append (sql, columns[i].name);
    }
  g_string_append (sql, ") VALUES ");
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", (" : "(");
      for (guint i = 0; i < n_columns; i++)
        {
          g_string_append (sql, i > 0 ? ", $" : "$");
          append_number (sql, ++number);
        }
      g_string_append_c (sql, ')');
    }

  return sql;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

gint64
_ggov_change_insert (GgovChange        *change,
                     const char        *table,
                     const GgovColumn  *columns,
                     guint              n_columns,
                     GError           **error)
{
  g_autoptr(GString) sql = make_insert_text (table, columns, n_columns, 1);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql->str, error);
  GgovSearchTable kind = get_search_table (table);
  const char *words = NULL;
  gint64 id;

  if (stmt == NULL)
    return 0;

  bind_columns (stmt, columns, n_columns);
  if (!ggov_stmt_run (stmt, error) || !ggov_db_get_last_id (change->db, table, &id, error))
    return 0;

  if (kind != GGOV_SEARCH_NONE && has_words (columns, n_columns, &words) && words)
    queue_words (change, GGOV_SEARCH_NUMBER (kind, id), NULL, words);

  return id;
}

gboolean
_ggov_change_insert_rows (GgovChange        *change,
                          const char        *table,
                          const GgovColumn  *columns,
                          guint              n_columns,
                          guint              n_rows,
                          gint64            *ids,
                          GError           **error)
{
  g_autoptr(GString) sql = make_insert_text (table, columns, n_columns, n_rows);
  g_autoptr(GgovStmt) stmt = NULL;
  const GgovSearchTable kind = get_search_table (table);
  GgovDbStep step;
  guint n = 0;

  g_string_append (sql, " RETURNING id");
  if (!(stmt = ggov_db_prepare (change->db, sql->str, error)))
    return FALSE;

  bind_columns (stmt, columns, n_columns * n_rows);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW && n < n_rows)
    ids[n++] = ggov_stmt_get_int (stmt, 0);
  if (step != GGOV_DB_DONE)
    return FALSE;

  /* Numbers rise in the order of the rows; that they are returned in it is not promised. */
  qsort (ids, n, sizeof *ids, compare_ids);
  for (guint i = 0; kind != GGOV_SEARCH_NONE && i < n; i++)
    {
      const char *words = NULL;

      if (has_words (columns + i * n_columns, n_columns, &words) && words)
        queue_words (change, GGOV_SEARCH_NUMBER (kind, ids[i]), NULL, words);
    }

  return TRUE;
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

  if (!dup_words (change->db, table, id, &old, error) ||
      !update_row (change, table, id, row_version, columns, n_columns, error))
    return FALSE;

  queue_words (change, GGOV_SEARCH_NUMBER (kind, id), old, words);

  return TRUE;
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

  if (!ggov_stmt_run (stmt, error))
    return FALSE;

  if (old)
    queue_words (change, GGOV_SEARCH_NUMBER (kind, id), old, NULL);

  return TRUE;
}
