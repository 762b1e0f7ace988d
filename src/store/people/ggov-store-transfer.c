/* ggov-store-transfer.c: moving people to other posts, and who stands in for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-hand-over-private.h"
#include "ggov-local-time.h"
#include "ggov-post-order-private.h"
#include "ggov-store-transfer.h"

#define SQL_HOLDER "SELECT person_id FROM post WHERE id = $1"
#define SQL_LEAVE "SELECT post_id, valid_from, valid_to FROM post_leave WHERE id = $1"

/* A leave to be written or ended. */
typedef struct
{
  gint64           id;
  GgovLeaveRecord  record;
  gboolean         hand_over;
  char            *from;
  char            *to;
  char            *reason;
} LeaveOrder;

static void
leave_order_free (LeaveOrder *order)
{
  g_free (order->from);
  g_free (order->to);
  g_free (order->reason);
  g_free (order);
}

/* The row of @sql, which asks for the one numbered @id; it has to be there. */
static GgovStmt *
find_row (GgovDb      *db,
          const char  *sql,
          gint64       id,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return g_steal_pointer (&stmt);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no such post or leave: %" G_GINT64_FORMAT, id);

  return NULL;
}

/* On the store's thread. */
static gboolean
transfer (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const GgovPostOrder *order = data;
  g_autoptr(GgovStmt) stmt = find_row (change->db, SQL_HOLDER, order->post_id, error);
  gint64 person_id = stmt ? ggov_stmt_get_int (stmt, 0) : 0;

  g_clear_pointer (&stmt, ggov_stmt_release);

  return person_id != 0 &&
         (order->hand_over_to == 0 ||
          _ggov_hand_over_issues (change, order->post_id, order->hand_over_to,
                                  order->appointment.reason, error)) &&
         _ggov_post_end (change, order->post_id, order->appointment.since, order->appointment.reason,
                         error) &&
         _ggov_post_order_write (order, change, person_id, order->post_id, error) != 0;
}

/* On the store's thread. */
static gboolean
substitute (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const LeaveOrder *order = data;
  const GgovLeaveRecord *record = &order->record;
  int day;

  return ggov_local_day_parse (record->valid_from, &day, error) &&
         ggov_local_day_parse (record->valid_to, &day, error) &&
         ggov_change_add_leave (change, record, error) != 0 &&
         (!order->hand_over ||
          _ggov_hand_over_issues (change, record->post_id, record->substitute_id, record->reason,
                                  error)) &&
         _ggov_post_name_place (change, record->post_id, record->valid_from, error);
}

static gboolean
shorten (GgovChange       *change,
         const LeaveOrder *order,
         int               day,
         const char       *valid_to,
         GError          **error)
{
  g_autofree char *last = ggov_local_day_format (day - 1);
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", last) };

  if (strcmp (valid_to, last) <= 0)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                           _("This leave is over by that day already."));
      return FALSE;
    }

  return _ggov_change_update (change, "post_leave", order->id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

/* On the store's thread. */
static gboolean
end_leave (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const LeaveOrder *order = data;
  g_autoptr(GgovStmt) stmt = NULL;
  gint64 post_id;
  int day;

  if (!ggov_local_day_parse (order->from, &day, error) ||
      !(stmt = find_row (change->db, SQL_LEAVE, order->id, error)))
    return FALSE;

  post_id = ggov_stmt_get_int (stmt, 0);

  return (strcmp (order->from, ggov_stmt_get_text (stmt, 1)) <= 0
            ? _ggov_change_delete (change, "post_leave", order->id, error)
            : shorten (change, order, day, ggov_stmt_get_text (stmt, 2), error)) &&
         _ggov_post_name_place (change, post_id, order->from, error);
}

void
ggov_store_transfer_async (GgovStore             *self,
                           gint64                 post_id,
                           const GgovAppointment *to,
                           gint64                 hand_over_to,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               user_data)
{
  GgovPostOrder *order;

  g_return_if_fail (to != NULL);
  g_return_if_fail (to->role_code != NULL);
  g_return_if_fail (to->since != NULL);

  order = _ggov_post_order_new (to);
  order->post_id = post_id;
  order->hand_over_to = hand_over_to;

  ggov_store_change_async (self, N_("Transfer"), NULL, transfer, order,
                           (GDestroyNotify) _ggov_post_order_free, cancellable, callback,
                           user_data);
}

void
ggov_store_substitute_async (GgovStore              *self,
                             const GgovSubstitution *substitution,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  LeaveOrder *order;

  g_return_if_fail (substitution != NULL);
  g_return_if_fail (substitution->from != NULL && substitution->to != NULL);

  order = g_new0 (LeaveOrder, 1);
  order->hand_over = substitution->hand_over;
  order->from = g_strdup (substitution->from);
  order->to = g_strdup (substitution->to);
  order->reason = g_strdup (substitution->reason);
  order->record = (GgovLeaveRecord) {
    .post_id = substitution->post_id,
    .substitute_id = substitution->substitute_id,
    .valid_from = order->from,
    .valid_to = order->to,
    .reason = order->reason,
  };

  ggov_store_change_async (self, N_("Substitute"), NULL, substitute, order,
                           (GDestroyNotify) leave_order_free, cancellable, callback, user_data);
}

void
ggov_store_end_leave_async (GgovStore           *self,
                            gint64               leave_id,
                            const char          *back,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  LeaveOrder *order;

  g_return_if_fail (back != NULL);

  order = g_new0 (LeaveOrder, 1);
  order->id = leave_id;
  order->from = g_strdup (back);

  ggov_store_change_async (self, N_("End a leave"), NULL, end_leave, order,
                           (GDestroyNotify) leave_order_free, cancellable, callback, user_data);
}
