/* ggov-store-stand-down.c: ending posts, and who goes on with what their holder did
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-hand-over-private.h"
#include "ggov-plans-private.h"
#include "ggov-post-order-private.h"
#include "ggov-post-papers-private.h"
#include "ggov-post-rules-private.h"
#include "ggov-store-stand-down.h"

/* Post $1 first, then what else its holder has in its role on the day $2 before it ends. */
#define SQL_POSTS \
  "SELECT q.id FROM post p JOIN post q ON q.person_id = p.person_id AND q.role_id + 0 = p.role_id " \
  "WHERE p.id = $1 AND (q.id = p.id OR ($3 = 1 AND q.valid_from < $2 " \
  "AND coalesce (q.valid_to, '9999-12-31') >= $2)) ORDER BY q.id <> p.id, q.id"

/* Where post $1 is held on the day $2: a grid that was given up has one that went on from it. */
#define SQL_SEAT \
  "SELECT role_id, sub_district_id, community_id, " \
  "coalesce (" GGOV_SQL_SUCCESSOR ("p.grid_id", "$2") ", p.grid_id), building_id, unit_id " \
  "FROM post p WHERE p.id = $1"

/* A call's own copy of what is asked. */
typedef struct
{
  GgovStandDown  asked;
  char          *from;
  char          *reason;
  char          *exception;
  GPtrArray     *papers; /* (element-type GgovPaper) */
} StandDownOrder;

static StandDownOrder *
stand_down_order_new (const GgovStandDown *asked)
{
  StandDownOrder *order = g_new0 (StandDownOrder, 1);

  order->asked = *asked;
  order->asked.from = order->from = g_strdup (asked->from);
  order->asked.reason = order->reason = g_strdup (asked->reason);
  order->asked.exception = order->exception = g_strdup (asked->exception);
  order->papers = _ggov_post_papers_copy (asked->papers, asked->n_papers);
  order->asked.papers = NULL;

  return order;
}

static void
stand_down_order_free (StandDownOrder *order)
{
  g_free (order->from);
  g_free (order->reason);
  g_free (order->exception);
  g_ptr_array_unref (order->papers);
  g_free (order);
}

static GArray *
list_posts (GgovChange            *change,
            const StandDownOrder  *order,
            GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_POSTS, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, order->asked.post_id);
  ggov_stmt_bind_text (stmt, 2, order->from);
  ggov_stmt_bind_int (stmt, 3, order->asked.everywhere != FALSE);

  return ggov_stmt_list_ints (stmt, error);
}

static gboolean
read_seat (GgovChange            *change,
           const StandDownOrder  *order,
           gint64                 post_id,
           GgovPostRecord        *seat,
           GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SEAT, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, post_id);
  ggov_stmt_bind_text (stmt, 2, order->from);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  seat->role_id = ggov_stmt_get_int (stmt, 0);
  seat->sub_district_id = ggov_stmt_get_int (stmt, 1);
  seat->community_id = ggov_stmt_get_int (stmt, 2);
  seat->grid_id = ggov_stmt_get_int (stmt, 3);
  seat->building_id = ggov_stmt_get_int (stmt, 4);
  seat->unit_id = ggov_stmt_get_int (stmt, 5);

  return TRUE;
}

/* The successor gets the post that has just ended. */
static gboolean
succeed (GgovChange            *change,
         const StandDownOrder  *order,
         gint64                 post_id,
         GError               **error)
{
  GgovPostRecord post = {
    .person_id = order->asked.successor_id,
    .valid_from = order->from,
    .nominated_by_id = order->asked.nominated_by_id,
    .approved_by_id = order->asked.approved_by_id,
    .reason = order->reason,
    .exception = order->exception,
  };
  gint64 id;

  return read_seat (change, order, post_id, &post, error) &&
         (id = ggov_change_add_post (change, &post, error)) &&
         _ggov_post_check_chain (change->db, &post, error) &&
         _ggov_post_papers_write (change, id, order->papers, error);
}

/* Issues go first: they are found by the post while it is held. */
static gboolean
end_post (GgovChange            *change,
          const StandDownOrder  *order,
          gint64                 post_id,
          GError               **error)
{
  return (order->asked.hand_over_to == 0 ||
          _ggov_hand_over_issues (change, post_id, order->asked.hand_over_to, order->reason,
                                  error)) &&
         _ggov_post_end (change, post_id, order->from, order->reason, error) &&
         _ggov_post_papers_write (change, post_id, order->papers, error) &&
         (order->asked.successor_id == 0 || succeed (change, order, post_id, error));
}

/* On the store's thread. */
static gboolean
stand_down (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const StandDownOrder *order = data;
  g_autoptr(GArray) posts = list_posts (change, order, error);

  if (posts == NULL)
    return FALSE;

  if (posts->len == 0)
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                   "there is no post %" G_GINT64_FORMAT, order->asked.post_id);
      return FALSE;
    }

  for (guint i = 0; i < posts->len; i++)
    if (!end_post (change, order, g_array_index (posts, gint64, i), error))
      return FALSE;

  return _ggov_post_name_place (change, order->asked.post_id, order->from, error);
}

void
ggov_store_stand_down_async (GgovStore           *self,
                             const GgovStandDown *order,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (order != NULL);
  g_return_if_fail (order->from != NULL);

  ggov_store_change_async (self, N_("Stand down"), NULL, stand_down, stand_down_order_new (order),
                           (GDestroyNotify) stand_down_order_free, cancellable, callback,
                           user_data);
}
