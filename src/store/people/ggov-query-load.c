/* ggov-query-load.c: who looks after how much, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-load-private.h"
#include "ggov-query-load.h"
#include "ggov-query-private.h"

#define SQL_KEYS \
  "WITH " GGOV_LOAD_OF_ALL "SELECT w.post_id, w.person_id " GGOV_LOAD_JOIN GGOV_LOAD_ORDER " LIMIT $5"

/* The posts of post $5's person in its role, and only what lies in these. */
#define MINE \
  "mine AS MATERIALIZED (SELECT q.* FROM post k JOIN post q ON q.person_id = k.person_id " \
  "AND q.role_id + 0 = k.role_id WHERE k.id = $5)"
#define GROUND_OF_MINE \
  "ground AS MATERIALIZED (SELECT pb.building_id, pb.grid_id FROM plan_building pb " \
  "WHERE pb.grid_id IN (SELECT " GGOV_ROSTER_PRESENT_GRID ("mine") " FROM mine) " \
  "AND pb.plan_id IN (SELECT max (n.id) FROM plan n WHERE " GGOV_ROSTER_PLAN_ON_DAY \
  " GROUP BY n.community_id))"
#define SQL_ROW \
  "WITH " MINE ", " \
  GGOV_LOAD_BURDEN (GROUND_OF_MINE, "mine p", "building_id IN (SELECT building_id FROM mine)", \
                    "handler_id IN (SELECT person_id FROM mine)") \
  "SELECT " GGOV_LOAD_COLUMNS " " GGOV_LOAD_JOIN "JOIN post p ON p.id = w.post_id " \
  GGOV_ROSTER_JOIN_SPOT

static gboolean
find_keys (gconstpointer   question,
           GgovDb         *db,
           guint           limit,
           GCancellable   *cancellable,
           GArray         *keys,
           GError        **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_KEYS, error);

  if (stmt == NULL || !_ggov_load_bind (stmt, question, error))
    return FALSE;

  ggov_stmt_bind_int (stmt, 5, limit);

  return _ggov_query_step_keys (stmt, cancellable, keys, error);
}

static gpointer
read_row (gconstpointer      question,
          GgovDb            *db,
          const GgovRowKey  *key,
          GError           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROW, error);

  if (stmt == NULL || !_ggov_load_bind (stmt, question, error))
    return NULL;

  ggov_stmt_bind_int (stmt, 5, key->id);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW ? _ggov_load_read_row (stmt, 0) : NULL;
}

static const GgovQueryClass klass = { .find_keys = find_keys, .read_row = read_row };

GgovQuery *
ggov_query_new_load (const char *as_of)
{
  const GgovLoadRecord nobody = { .name = "", .role_code = "", .role = "", .place = "" };

  g_return_val_if_fail (as_of != NULL, NULL);

  return _ggov_query_new (&klass, g_strdup (as_of), g_free, ggov_load_new (&nobody), FALSE);
}
