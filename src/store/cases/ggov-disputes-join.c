/* ggov-disputes-join.c: two parties to one dispute who were one person become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"

#define SQL_PAIRS \
  "SELECT a.id, b.id, a.side = b.side, a.statement, b.statement, " \
  "CASE WHEN a.phone <> '' THEN a.phone ELSE b.phone END, " \
  "CASE WHEN a.address <> '' THEN a.address ELSE b.address END " \
  "FROM dispute_party a JOIN dispute_party b ON b.dispute_id = a.dispute_id " \
  "WHERE a.person_id = $1 AND b.person_id = $2 ORDER BY a.id"
enum { KEPT, OTHER, IS_ONE_SIDE, STATEMENT, OTHER_STATEMENT, PHONE, ADDRESS };

/* Meetings at which only the other was, and those at which both were. */
#define SQL_ONLY \
  "SELECT b.id FROM dispute_presence b WHERE b.dispute_party_id = $2 AND NOT EXISTS (SELECT 1 " \
  "FROM dispute_presence a WHERE a.dispute_meeting_id = b.dispute_meeting_id " \
  "AND a.dispute_party_id = $1) ORDER BY b.id"
#define SQL_REST "SELECT id FROM dispute_presence WHERE dispute_party_id = $2 AND $1 > 0 ORDER BY id"

static GArray *
list_presences (GgovDb      *db,
                const char  *sql,
                gint64       kept,
                gint64       other,
                GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, kept);
  ggov_stmt_bind_int (stmt, 2, other);

  return ggov_stmt_list_ints (stmt, error);
}

static gboolean
join_presences (GgovChange  *change,
                gint64       kept,
                gint64       other,
                GError     **error)
{
  const GgovColumn columns[] = { GGOV_ID ("dispute_party_id", kept) };
  g_autoptr(GArray) only = list_presences (change->db, SQL_ONLY, kept, other, error);
  g_autoptr(GArray) rest = NULL;

  for (guint i = 0; only && i < only->len; i++)
    if (!_ggov_change_update (change, "dispute_presence", g_array_index (only, gint64, i), -1,
                              columns, 1, error))
      return FALSE;

  rest = only ? list_presences (change->db, SQL_REST, kept, other, error) : NULL;
  for (guint i = 0; rest && i < rest->len; i++)
    if (!_ggov_change_delete (change, "dispute_presence", g_array_index (rest, gint64, i), error))
      return FALSE;

  return rest != NULL;
}

/* What both told stays, one after the other. */
static gboolean
join_parties (GgovChange  *change,
              GgovStmt    *stmt,
              GError     **error)
{
  const gint64 kept = ggov_stmt_get_int (stmt, KEPT), other = ggov_stmt_get_int (stmt, OTHER);
  const char *first = ggov_stmt_get_text (stmt, STATEMENT);
  const char *second = ggov_stmt_get_text (stmt, OTHER_STATEMENT);
  g_autofree char *statement = g_strconcat (first, *first && *second ? "\n" : "",
                                            g_str_equal (first, second) ? "" : second, NULL);
  const GgovColumn columns[] = {
    GGOV_TEXT ("phone", ggov_stmt_get_text (stmt, PHONE)),
    GGOV_TEXT ("address", ggov_stmt_get_text (stmt, ADDRESS)),
    GGOV_TEXT ("statement", g_strstrip (statement)),
  };

  if (!ggov_stmt_get_int (stmt, IS_ONE_SIDE))
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                           _("The two are on different sides of one dispute, so they are two "
                             "people."));
      return FALSE;
    }

  return join_presences (change, kept, other, error) &&
         _ggov_change_delete (change, "dispute_party", other, error) &&
         _ggov_change_update (change, "dispute_party", kept, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

gboolean
_ggov_disputes_join (GgovChange  *change,
                     gint64       keep_id,
                     gint64       other_id,
                     GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PAIRS, error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, keep_id);
      ggov_stmt_bind_int (stmt, 2, other_id);
    }
  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (!join_parties (change, stmt, error))
      return FALSE;

  return step == GGOV_DB_DONE;
}
