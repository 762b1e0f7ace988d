/* ggov-store-handler-proposals.c: who could be sent about an issue, best first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-handler-proposals-private.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-handler-proposals.h"

/* What is asked about: what was given, else what the issue says. */
#define SQL_QUESTION \
  "SELECT coalesce ($2, (SELECT t.role_code FROM case_type t " \
  "WHERE t.id = coalesce ($3, i.case_type_id)), ''), " \
  "coalesce ($4, " GGOV_SQL_PRESENT_GRID ("i", "$6") "), coalesce ($5, i.building_id) " \
  "FROM (SELECT 1 AS one) x LEFT JOIN issue i ON i.id = $1"

/* Everybody with a post that covers the place, the best first: $1 the role, $2 the grid, $3 the
 * building, $4 the day. */
#define SQL_PROPOSALS \
  "SELECT n.id, n.name, n.phone, r.code, r.name, r.name_zh, " \
  "CASE WHEN p.unit_id IS NOT NULL THEN 'unit' WHEN p.building_id IS NOT NULL THEN 'building' " \
  "WHEN p.grid_id IS NOT NULL THEN 'grid' WHEN p.community_id IS NOT NULL THEN 'community' " \
  "ELSE 'sub-district' END, " \
  "coalesce (coalesce (b.number, b.name), pg.name, pc.name, ps.name, ''), " \
  "CASE WHEN l.id IS NULL THEN NULL ELSE h.name END, l.valid_to, r.code = $1, " \
  "(SELECT count (*) FROM issue i WHERE i.handler_id = n.id AND " GGOV_SQL_ISSUE_IS_OPEN ("i") ") " \
  "FROM post p JOIN role r ON r.id = p.role_id JOIN person h ON h.id = p.person_id " \
  "LEFT JOIN post_leave l ON l.id = (SELECT max (v.id) FROM post_leave v WHERE v.post_id = p.id " \
  "AND v.valid_from <= $4 AND v.valid_to >= $4) " \
  "JOIN person n ON n.id = coalesce (l.substitute_id, p.person_id) " \
  "LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN building b ON b.id = coalesce (p.building_id, u.building_id) " \
  "LEFT JOIN grid pg ON pg.id = p.grid_id LEFT JOIN community pc ON pc.id = p.community_id " \
  "LEFT JOIN sub_district ps ON ps.id = p.sub_district_id " \
  "WHERE p.valid_from <= $4 AND coalesce (p.valid_to, '9999-12-31') >= $4 " \
  "AND n.merged_into_id IS NULL AND (b.id = $3 " \
  "OR coalesce (" GGOV_SQL_SUCCESSOR ("p.grid_id", "$4") ", p.grid_id) = $2 " \
  "OR p.community_id = (SELECT g.community_id FROM grid g WHERE g.id = $2) " \
  "OR p.sub_district_id IS NOT NULL) " \
  "ORDER BY r.code <> $1, CASE WHEN r.code = $1 THEN 0 WHEN r.code = 'full_time_member' THEN 1 " \
  "WHEN r.code = 'chief_grid_leader' THEN 2 ELSE 3 END, " \
  "CASE WHEN p.unit_id IS NOT NULL THEN 1 WHEN p.building_id IS NOT NULL THEN 0 " \
  "WHEN p.grid_id IS NOT NULL THEN 2 WHEN p.community_id IS NOT NULL THEN 3 ELSE 4 END, " \
  "r.sort_order, 12, n.pinyin, n.id"

/* The question with texts of its own. */
typedef struct
{
  GgovHandlerQuestion  question;
  char                *role_code;
  char                *day;
  gint64               grid_id;
  gint64               building_id;
} Order;

static void
order_free (Order *order)
{
  g_free (order->role_code);
  g_free (order->day);
  g_free (order);
}

static gboolean
complete (GgovDb  *db,
          Order   *order,
          GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_QUESTION, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->question.issue_id);
  ggov_stmt_bind_text (stmt, 2, order->role_code);
  ggov_stmt_bind_id (stmt, 3, order->question.case_type_id);
  ggov_stmt_bind_id (stmt, 4, order->question.grid_id);
  ggov_stmt_bind_id (stmt, 5, order->question.building_id);
  ggov_stmt_bind_text (stmt, 6, order->day);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  g_free (order->role_code);
  order->role_code = g_strdup (ggov_stmt_get_text (stmt, 0));
  order->grid_id = ggov_stmt_get_int (stmt, 1);
  order->building_id = ggov_stmt_get_int (stmt, 2);

  return TRUE;
}

static GgovHandlerProposal *
make_proposal (GgovStmt *stmt,
               gint64    rank)
{
  return ggov_handler_proposal_new (&(GgovHandlerProposalRecord) {
    .rank = rank,
    .person_id = ggov_stmt_get_int (stmt, 0),
    .name = ggov_stmt_get_text (stmt, 1),
    .phone = ggov_stmt_get_text (stmt, 2),
    .role_code = ggov_stmt_get_text (stmt, 3),
    .role = ggov_stmt_get_text (stmt, 4),
    .role_zh = ggov_stmt_get_text (stmt, 5),
    .scope = ggov_stmt_get_text (stmt, 6),
    .place = ggov_stmt_get_text (stmt, 7),
    .away_name = ggov_stmt_get_text (stmt, 8),
    .away_until = ggov_stmt_get_text (stmt, 9),
    .is_responsible = ggov_stmt_get_int (stmt, 10),
    .n_open = ggov_stmt_get_int (stmt, 11),
  });
}

/* (element-type GgovHandlerProposal): everybody once, where they are best */
static GPtrArray *
list_proposals (GgovDb  *db,
                Order   *order,
                GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!complete (db, order, error) || !(stmt = ggov_db_prepare (db, SQL_PROPOSALS, error)))
    return NULL;

  ggov_stmt_bind_text (stmt, 1, order->role_code);
  ggov_stmt_bind_int (stmt, 2, order->grid_id);
  ggov_stmt_bind_int (stmt, 3, order->building_id);
  ggov_stmt_bind_text (stmt, 4, order->day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, 0);

      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_ptr_array_add (all, make_proposal (stmt, all->len + 1));
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&all) : NULL;
}

gboolean
_ggov_handler_find (GgovDb      *db,
                    gint64       issue_id,
                    const char  *role_code,
                    gint64       at,
                    gint64      *person_id,
                    GError     **error)
{
  Order order = {
    .question.issue_id = issue_id,
    .role_code = g_strdup (role_code),
    .day = ggov_local_day_format (ggov_local_time_get_day (at)),
  };
  g_autoptr(GPtrArray) all = list_proposals (db, &order, error);

  if (all && all->len > 0)
    {
      const GgovHandlerProposalRecord *best = ggov_handler_proposal_get_record (all->pdata[0]);

      if (best->is_responsible || g_str_equal (best->role_code, "full_time_member"))
        *person_id = best->person_id;
    }

  g_free (order.role_code);
  g_free (order.day);

  return all != NULL;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GPtrArray *all = list_proposals (db, g_task_get_task_data (task), &error);

  if (all)
    g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_handler_proposals_async (GgovStore                 *self,
                                         const GgovHandlerQuestion *question,
                                         GCancellable              *cancellable,
                                         GAsyncReadyCallback        callback,
                                         gpointer                   user_data)
{
  Order *order = g_new0 (Order, 1);

  order->question = *question;
  order->role_code = g_strdup (question->role_code);
  order->day = g_strdup (question->day);
  _ggov_store_call (self, ggov_store_list_handler_proposals_async, list_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_handler_proposals_finish (GgovStore     *self,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  GPtrArray *all;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  all = g_task_propagate_pointer (G_TASK (result), error);

  return all ? _ggov_store_take_list (all, GGOV_TYPE_HANDLER_PROPOSAL) : NULL;
}
