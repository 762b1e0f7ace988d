/* ggov-chain.c: the digests that tie each change to the one before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-change-private.h"
#include "ggov-digest-private.h"

#define SQL_BEFORE \
  "SELECT digest FROM change WHERE id < $1 ORDER BY id DESC LIMIT 1"
#define SQL_WORDS \
  "SELECT at, account, action, subject, coalesce (undoes_id, 0), reversible " \
  "FROM change WHERE id = $1"
#define SQL_ROWS \
  "SELECT digest FROM change_row WHERE change_id = $1 ORDER BY id"

static gboolean
add_rows (GgovDb      *db,
          const char  *sql,
          gint64       change_id,
          GgovDigest  *sum,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change_id);

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    for (int i = 0; i < ggov_stmt_get_n_columns (stmt); i++)
      {
        const char *text = ggov_stmt_get_text (stmt, i);

        _ggov_digest_add (sum, text, text ? strlen (text) : 0);
      }

  return step == GGOV_DB_DONE;
}

char *
_ggov_chain_dup_digest (GgovDb  *db,
                        gint64   change_id,
                        GError **error)
{
  GgovDigest sum;
  char digits[GGOV_DIGEST_SIZE];

  _ggov_digest_init (&sum);
  if (!add_rows (db, SQL_BEFORE, change_id, &sum, error) ||
      !add_rows (db, SQL_WORDS, change_id, &sum, error) ||
      !add_rows (db, SQL_ROWS, change_id, &sum, error))
    return NULL;

  _ggov_digest_end (&sum, digits);

  return g_strdup (digits);
}
