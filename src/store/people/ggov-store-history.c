/* ggov-store-history.c: who had this place, what this person held, who is in charge of this door
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-posts-private.h"
#include "ggov-store-history.h"
#include "ggov-store-private.h"

#define LATEST "e.valid_from DESC, coalesce (e.valid_to, '9999-12-31') DESC, r.sort_order, p.id"
#define AT(place) GGOV_POSTS_SQL ("", place, place, LATEST)

/* Somebody who was entered twice is found under both numbers. */
#define WHO "coalesce ((SELECT merged_into_id FROM person WHERE id = $2), $2)"

/* The place $2 of kind $3, from the unit up. */
#define TARGET \
  "target AS (SELECT u.id AS unit_id, b.id AS building_id, g.id AS grid_id, c.id AS community_id " \
  "FROM (SELECT CASE WHEN $3 = 'unit' THEN $2 END AS unit_id, " \
  "CASE WHEN $3 = 'building' THEN $2 END AS building_id, " \
  "CASE WHEN $3 = 'grid' THEN $2 END AS grid_id, " \
  "CASE WHEN $3 = 'community' THEN $2 END AS community_id, " \
  "CAST (NULL AS BIGINT) AS sub_district_id) p " GGOV_ROSTER_JOIN_SPOT "), "

#define SQL_CHAIN \
  GGOV_POSTS_SQL (TARGET, \
    GGOV_ROSTER_ON_DAY ("p") " AND p.id IN (" \
    "SELECT q.id FROM target t JOIN post q ON q.unit_id = t.unit_id UNION ALL " \
    "SELECT q.id FROM target t JOIN post q ON q.building_id = t.building_id UNION ALL " \
    "SELECT q.id FROM target t JOIN post q ON q.grid_id = t.grid_id UNION ALL " \
    "SELECT q.id FROM target t JOIN grid_successor s ON s.successor_id = t.grid_id " \
    "JOIN post q ON q.grid_id = s.grid_id AND " GGOV_ROSTER_PRESENT_GRID ("q") " = t.grid_id " \
    "UNION ALL " \
    "SELECT q.id FROM target t JOIN post q ON q.community_id = t.community_id)", \
    "1 = 0", \
    "p.unit_id IS NULL, p.building_id IS NULL, p.grid_id IS NULL, r.sort_order, n.pinyin, p.id")

static const struct
{
  const char *kind;
  const char *sql;
} histories[] = {
  { "person", GGOV_POSTS_SQL ("", "p.person_id = " WHO, "l.substitute_id = " WHO, LATEST) },
  { "leaves", GGOV_POSTS_SQL ("", "1 = 0", "(p.person_id = " WHO " OR l.substitute_id = " WHO ")",
                              LATEST) },
  { "sub-district", AT ("p.sub_district_id = $2") },
  { "community", AT ("p.community_id = $2") },
  { "grid", AT ("p.grid_id = $2") },
  { "building", AT ("(p.building_id = $2 OR p.unit_id IN "
                    "(SELECT id FROM unit WHERE building_id = $2))") },
  { "unit", AT ("(p.unit_id = $2 OR p.building_id = "
                "(SELECT building_id FROM unit WHERE id = $2))") },
};

typedef struct
{
  const char *sql;   /* (nullable): NULL where there is no such kind */
  char       *kind;
  gint64      id;
  char       *as_of;
} HistoryOrder;

static void
history_order_free (HistoryOrder *order)
{
  g_free (order->kind);
  g_free (order->as_of);
  g_free (order);
}

static const char *
find_history (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (histories); i++)
    if (g_str_equal (histories[i].kind, kind))
      return histories[i].sql;

  return NULL;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const HistoryOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = NULL;
  GListModel *posts = NULL;

  if (order->sql == NULL)
    g_set_error (&error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "nothing has a history by the word %s", order->kind);
  else
    stmt = ggov_db_prepare (db, order->sql, &error);

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, order->as_of);
      ggov_stmt_bind_int (stmt, 2, order->id);
      if (g_strcmp0 (order->sql, SQL_CHAIN) == 0)
        ggov_stmt_bind_text (stmt, 3, order->kind);
      posts = _ggov_posts_read (stmt, &error);
    }

  if (posts)
    g_task_return_pointer (task, posts, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
ask (GgovStore           *self,
     const char          *sql,
     const char          *kind,
     gint64               id,
     const char          *as_of,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  HistoryOrder *order = g_new0 (HistoryOrder, 1);

  order->sql = sql;
  order->kind = g_strdup (kind);
  order->id = id;
  order->as_of = g_strdup (as_of);

  _ggov_store_call (self, ask, list_job, order, (GDestroyNotify) history_order_free, cancellable,
                    callback, user_data);
}

void
ggov_store_list_history_async (GgovStore           *self,
                               const char          *kind,
                               gint64               id,
                               const char          *as_of,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (kind != NULL);
  g_return_if_fail (as_of != NULL);

  ask (self, find_history (kind), kind, id, as_of, cancellable, callback, user_data);
}

void
ggov_store_list_chain_async (GgovStore           *self,
                             const char          *kind,
                             gint64               id,
                             const char          *as_of,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (kind != NULL);
  g_return_if_fail (as_of != NULL);

  ask (self, SQL_CHAIN, kind, id, as_of, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_history_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
