/* ggov-store-book-training.c: people who lack a course get a place in a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-book-training.h"
#include "ggov-training-private.h"
#include "ggov-write-training.h"

#define SQL_LISTED "SELECT 1 FROM training_attendance WHERE session_id = $1 AND person_id = $2"

typedef struct
{
  GgovTrainingSession *session;
  GArray              *people; /* (element-type gint64) */
} BookOrder;

static void
book_order_free (gpointer data)
{
  BookOrder *order = data;

  g_clear_object (&order->session);
  g_clear_pointer (&order->people, g_array_unref);
  g_free (order);
}

static gboolean
invite (GgovChange  *change,
        gint64       session_id,
        gint64       person_id,
        GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_LISTED, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, session_id);
  ggov_stmt_bind_int (stmt, 2, person_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_DONE)
    return step == GGOV_DB_ROW;

  return ggov_change_invite (change, session_id, person_id, error) != 0;
}

/* On the store's thread. */
static gboolean
book (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  const BookOrder *order = data;
  const GgovTrainingSessionRecord *record = ggov_training_session_get_record (order->session);
  gint64 session_id = record->id ? record->id : ggov_change_save_session (change, record, error);

  for (guint i = 0; session_id && i < order->people->len; i++)
    if (!invite (change, session_id, g_array_index (order->people, gint64, i), error))
      return FALSE;

  return session_id != 0;
}

void
ggov_store_book_training_async (GgovStore                       *self,
                                const GgovTrainingSessionRecord *session,
                                const gint64                    *people,
                                guint                            n_people,
                                GCancellable                    *cancellable,
                                GAsyncReadyCallback              callback,
                                gpointer                         user_data)
{
  BookOrder *order;

  g_return_if_fail (session != NULL);
  g_return_if_fail (people != NULL || n_people == 0);

  order = g_new0 (BookOrder, 1);
  order->session = ggov_training_session_new (session);
  order->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_people > 0)
    g_array_append_vals (order->people, people, n_people);

  ggov_store_change_async (self, session->id ? N_("Invite to a training session")
                                             : N_("Add a training session"), "", book, order,
                           book_order_free, cancellable, callback, user_data);
}
