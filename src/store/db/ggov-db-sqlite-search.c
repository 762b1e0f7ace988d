/* ggov-db-sqlite-search.c: full-text search by FTS5
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-db-driver-private.h"

#define SQL_FORGET "INSERT INTO search (search, rowid, words) VALUES ('delete', $1, $2)"
#define SQL_KEEP   "INSERT INTO search (rowid, words) VALUES ($1, $2)"
/* How many parts of a level are merged as they come, 0 for none: FTS5's own default is 4. */
#define SQL_MERGE   "INSERT INTO search (search, rank) VALUES ('automerge', $1)"
#define USUAL_MERGE 4
/* To weigh each of a crowd takes longer than a user waits between two keys. */
#define MOST_WEIGHED "4000"
#define SQL_FIND \
  "SELECT number FROM (SELECT rowid AS number, bm25 (search) AS weight FROM search " \
  "WHERE search MATCH $1 LIMIT " MOST_WEIGHED ") ORDER BY weight LIMIT $2"

static gboolean
write_entry (GgovDb      *db,
             const char  *sql,
             gint64       number,
             const char  *words,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, number);
  ggov_stmt_bind_text (stmt, 2, words);

  return ggov_stmt_run (stmt, error);
}

gboolean
_ggov_db_sqlite_index_words (GgovDb      *db,
                             gint64       number,
                             const char  *old,
                             const char  *words,
                             GError     **error)
{
  /* The index keeps no texts: to forget an entry it has to be told what it was. */
  return (old == NULL || write_entry (db, SQL_FORGET, number, old, error)) &&
         (words == NULL || write_entry (db, SQL_KEEP, number, words, error));
}

gboolean
_ggov_db_sqlite_index_in_bulk (GgovDb    *db,
                               gboolean   in_bulk,
                               GError   **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MERGE, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, in_bulk ? 0 : USUAL_MERGE);

  return ggov_stmt_run (stmt, error);
}

/* Words in quotes, so that none is taken for an operator: each in its own, or all in one pair. */
static char *
make_query (const char * const *words,
            gboolean            together)
{
  GString *query = g_string_new ("\"");

  for (guint i = 0; words[i]; i++)
    {
      g_auto(GStrv) parts = g_strsplit (words[i], "\"", -1);
      g_autofree char *word = g_strjoinv ("\"\"", parts);

      g_string_append_printf (query, "%s%s", i == 0 ? "" : together ? " " : "\" * \"", word);
    }
  g_string_append (query, "\" *");

  return g_string_free (query, FALSE);
}

GArray *
_ggov_db_sqlite_find_words (GgovDb              *db,
                            const char * const  *words,
                            gboolean             together,
                            guint                limit,
                            GError             **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *query = make_query (words, together);
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step = GGOV_DB_DONE;

  if (words[0] == NULL)
    return g_steal_pointer (&numbers);

  if (!(stmt = ggov_db_prepare (db, SQL_FIND, error)))
    return NULL;

  ggov_stmt_bind_text (stmt, 1, query);
  ggov_stmt_bind_int (stmt, 2, limit);

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 number = ggov_stmt_get_int (stmt, 0);

      g_array_append_val (numbers, number);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&numbers) : NULL;
}
