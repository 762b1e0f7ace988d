/* ggov-store-change-posts.c: the same done with many posts at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-hand-over-private.h"
#include "ggov-post-order-private.h"
#include "ggov-roster-private.h"
#include "ggov-store-change-posts.h"
#include "ggov-store-error.h"
#include "ggov-store-private.h"

#define SQL_POST \
  "SELECT n.id, n.name, r.code, r.scope, " GGOV_ROSTER_PLACE_COLUMNS " FROM post p " \
  "JOIN role r ON r.id = p.role_id JOIN person n ON n.id = p.person_id " GGOV_ROSTER_JOIN_SPOT \
  "WHERE p.id = $2"

enum
{
  PERSON_ID, PERSON, ROLE, SCOPE, PLACE,
};

/* Lives until the answer is taken; the store's thread fills in who was refused. */
typedef struct
{
  GgovPostsDeed  deed;
  GArray        *posts;   /* (element-type gint64) */
  GgovPostOrder *order;
  GPtrArray     *refused; /* (element-type GgovPostsRefusal) */
} Batch;

static const char *const actions[] = {
  [GGOV_POSTS_STAND_DOWN] = N_("Stand down several"),
  [GGOV_POSTS_TRANSFER] = N_("Transfer several"),
  [GGOV_POSTS_APPOINT] = N_("Appoint several"),
};

void
ggov_posts_refusal_free (GgovPostsRefusal *self)
{
  g_free (self->person);
  g_free (self->place);
  g_free (self->why);
  g_free (self);
}

static void
clear_batch (gpointer box)
{
  Batch *batch = box;

  g_array_unref (batch->posts);
  _ggov_post_order_free (batch->order);
  g_ptr_array_unref (batch->refused);
}

static void
batch_unref (gpointer batch)
{
  g_atomic_rc_box_release_full (batch, clear_batch);
}

/* Positions a statement on a post. */
static GgovStmt *
find_post (GgovChange   *change,
           const Batch  *batch,
           GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_POST, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, batch->order->appointment.since);
  ggov_stmt_bind_int (stmt, 2, batch->order->post_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return g_steal_pointer (&stmt);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no post %" G_GINT64_FORMAT, batch->order->post_id);

  return NULL;
}

/* The new post has the role of the old one, which asks for a place of one kind. */
static gboolean
give (GgovChange   *change,
      const Batch  *batch,
      GError      **error)
{
  g_autoptr(GgovStmt) stmt = find_post (change, batch, error);
  GgovPostOrder order = *batch->order;
  g_autofree char *role = NULL;
  gint64 person_id;

  if (stmt == NULL)
    return FALSE;

  if (g_strcmp0 (ggov_stmt_get_text (stmt, SCOPE), order.appointment.place_kind) != 0)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                           _("This post is held on another kind of place."));
      return FALSE;
    }

  person_id = ggov_stmt_get_int (stmt, PERSON_ID);
  order.appointment.role_code = role = g_strdup (ggov_stmt_get_text (stmt, ROLE));
  g_clear_pointer (&stmt, ggov_stmt_release);

  return _ggov_post_order_write (&order, change, person_id,
                                 batch->deed == GGOV_POSTS_TRANSFER ? order.post_id : 0,
                                 error) != 0;
}

static gboolean
end_post (GgovChange           *change,
          const GgovPostOrder  *order,
          GError              **error)
{
  const GgovAppointment *what = &order->appointment;

  return (order->hand_over_to == 0 ||
          _ggov_hand_over_issues (change, order->post_id, order->hand_over_to, what->reason,
                                  error)) &&
         _ggov_post_end (change, order->post_id, what->since, what->reason, error);
}

/* On the store's thread. */
static gboolean
change_one (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Batch *batch = data;
  const GgovPostOrder *order = batch->order;

  return (batch->deed == GGOV_POSTS_APPOINT || end_post (change, order, error)) &&
         (batch->deed == GGOV_POSTS_STAND_DOWN || give (change, batch, error));
}

/* What a rule is against is one post's affair; anything else is everybody's. */
static gboolean
is_of_one (const GError *error)
{
  return g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static gboolean
refuse (GgovChange    *change,
        Batch         *batch,
        const GError  *why,
        GError       **error)
{
  g_autoptr(GgovStmt) stmt = find_post (change, batch, error);
  GgovPostsRefusal *refusal;

  if (stmt == NULL)
    return FALSE;

  refusal = g_new0 (GgovPostsRefusal, 1);
  refusal->post_id = batch->order->post_id;
  refusal->person_id = ggov_stmt_get_int (stmt, PERSON_ID);
  refusal->person = g_strdup (ggov_stmt_get_text (stmt, PERSON));
  refusal->place = _ggov_roster_dup_place (stmt, PLACE);
  refusal->why = ggov_store_error_dup_sentence (why, NULL);
  g_ptr_array_add (batch->refused, refusal);

  return TRUE;
}

/* On the store's thread. */
static gboolean
change_all (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  Batch *batch = data;
  g_autofree char *subject = NULL;

  for (guint i = 0; i < batch->posts->len; i++)
    {
      g_autoptr(GError) why = NULL;

      if (!ggov_change_check_cancelled (change, error))
        return FALSE;

      batch->order->post_id = g_array_index (batch->posts, gint64, i);
      if (ggov_change_try (change, change_one, batch, &why))
        continue;

      if (!is_of_one (why))
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
      if (!refuse (change, batch, why, error))
        return FALSE;
    }

  subject = g_strdup_printf ("%u", batch->posts->len - batch->refused->len);
  ggov_change_set_subject (change, subject);

  return TRUE;
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  gint64 id;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    g_task_return_pointer (task, g_memdup2 (&id, sizeof id), g_free);
  else
    g_task_return_error (task, error);
}

void
ggov_store_change_posts_async (GgovStore              *self,
                               const GgovPostsRequest *request,
                               GCancellable           *cancellable,
                               GAsyncReadyCallback     callback,
                               gpointer                user_data)
{
  const GgovAppointment what = {
    .since = request->from, .place_kind = request->place_kind, .place_id = request->place_id,
    .reason = request->reason, .exception = request->exception,
  };
  Batch *batch = g_atomic_rc_box_new0 (Batch);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  batch->deed = request->deed;
  batch->posts = g_array_copy (request->posts);
  batch->order = _ggov_post_order_new (&what);
  batch->order->hand_over_to = request->hand_over_to;
  batch->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_posts_refusal_free);
  g_task_set_source_tag (task, ggov_store_change_posts_async);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (batch), batch_unref);
  ggov_store_change_async (self, actions[request->deed], NULL, change_all, batch, batch_unref,
                           cancellable, changed_cb, task);
}

gboolean
ggov_store_change_posts_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                gint64        *change_id,
                                GPtrArray    **refused,
                                GError       **error)
{
  g_autofree gint64 *id = NULL;
  Batch *batch;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!(id = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  batch = g_task_get_task_data (G_TASK (result));
  *change_id = *id;
  *refused = g_ptr_array_ref (batch->refused);

  return TRUE;
}
