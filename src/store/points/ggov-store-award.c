/* ggov-store-award.c: giving points, redeeming them, and taking either back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-store-award.h"
#include "ggov-write-points-private.h"

#define SQL_CODE "SELECT code FROM points_rule WHERE id = $1"
#define SQL_POINTS "SELECT points FROM points_entry WHERE transfer_id = $1 AND points > 0"
#define SQL_SERIAL "SELECT coalesce (max (id), 0) + 1 FROM voucher"

/* One act on the ledger. It belongs to the task that the caller is answered by; the change writes
 * to it on the store's thread before that task returns. */
typedef struct
{
  gint64  person_id;
  gint64  rule_id;
  gint64  reward_id;
  gint64  reversed_id;
  gint64  at;
  gint64  minutes;
  gint64  points;      /* given, or given back */
  gboolean to_shelf;
  char   *source;
  char   *words;       /* the note or the reason */
  char   *voucher;     /* what was handed out */
  gint64  transfer_id; /* what was written */
} Act;

static void
act_free (Act *act)
{
  g_free (act->source);
  g_free (act->words);
  g_free (act->voucher);
  g_free (act);
}

/* On the store's thread, like all that writes. */
static gboolean
set_subject_to_rule (GgovChange  *change,
                     gint64       rule_id,
                     GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_CODE, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, rule_id);
  if (ggov_stmt_step (stmt, error) == GGOV_DB_ROW)
    ggov_change_set_subject (change, ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

static gboolean
read_points (GgovChange  *change,
             Act         *act,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_POINTS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, act->transfer_id);
  if (!_ggov_points_ask (stmt, "transfer", error))
    return FALSE;

  act->points = ggov_stmt_get_int (stmt, 0);

  return TRUE;
}

static gboolean
write_award (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  Act *act = g_task_get_task_data (data);
  const GgovAwardRecord record = {
    .person_id = act->person_id,
    .rule_id = act->rule_id,
    .at = act->at,
    .source = act->source,
    .note = act->words,
    .minutes = act->minutes,
  };

  return (act->transfer_id = ggov_change_award (change, &record, error)) != 0 &&
         read_points (change, act, error) && set_subject_to_rule (change, act->rule_id, error);
}

static char *
make_voucher_number (GgovChange  *change,
                     gint64       at,
                     GError     **error)
{
  gint64 serial;
  int year, month, day;

  if (!ggov_db_query_int (change->db, SQL_SERIAL, &serial, error))
    return NULL;

  ggov_local_day_to_date (ggov_local_time_get_day (at), &year, &month, &day);

  return g_strdup_printf ("%04d%02d%02d-%06" G_GINT64_FORMAT "-%04d", year, month, day, serial,
                          g_random_int_range (0, 10000));
}

static gboolean
write_redemption (GgovChange  *change,
                  gpointer     data,
                  GError     **error)
{
  Act *act = g_task_get_task_data (data);

  if (!(act->voucher = make_voucher_number (change, act->at, error)))
    return FALSE;

  act->transfer_id = ggov_change_redeem (change, act->person_id, act->reward_id, act->at,
                                         act->voucher, error);
  ggov_change_set_subject (change, act->voucher);

  return act->transfer_id != 0;
}

static gboolean
write_reversal (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  Act *act = g_task_get_task_data (data);
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, act->reversed_id);

  act->transfer_id = ggov_change_reverse_transfer (change, act->reversed_id, act->at, act->words,
                                                   error);
  ggov_change_set_subject (change, subject);

  return act->transfer_id != 0;
}

static gboolean
write_return (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  Act *act = g_task_get_task_data (data);
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, act->reversed_id);
  const GgovReturnRecord record = { act->reversed_id, act->points, act->to_shelf, act->at, act->words };

  act->transfer_id = ggov_change_return_reward (change, &record, error);
  ggov_change_set_subject (change, subject);

  return act->transfer_id != 0;
}

static void
change_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (GgovStore           *self,
       gpointer             tag,
       const char          *action,
       GgovChangeFunc       func,
       Act                 *act,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, act, (GDestroyNotify) act_free);

  /* What is written is written, whenever it was given up. */
  g_task_set_check_cancellable (task, FALSE);

  ggov_store_change_async (self, action, "", func, g_object_ref (task), g_object_unref,
                           cancellable, change_cb, task);
}

static gboolean
end (GAsyncResult  *result,
     gint64        *transfer_id,
     GError       **error)
{
  const Act *act = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (transfer_id)
    *transfer_id = act->transfer_id;

  return TRUE;
}

void
ggov_store_award_async (GgovStore             *self,
                        const GgovAwardRecord *record,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data)
{
  Act *act;

  g_return_if_fail (record != NULL);

  act = g_new0 (Act, 1);
  act->person_id = record->person_id;
  act->rule_id = record->rule_id;
  act->at = record->at;
  act->minutes = record->minutes;
  act->source = g_strdup (record->source);
  act->words = g_strdup (record->note);
  start (self, ggov_store_award_async, N_("Award points"), write_award, act, cancellable,
         callback, user_data);
}

gboolean
ggov_store_award_finish (GgovStore     *self,
                         GAsyncResult  *result,
                         gint64        *transfer_id,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return end (result, transfer_id, error);
}

gint64
ggov_store_award_get_points (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ggov_store_award_async), 0);

  return ((const Act *) g_task_get_task_data (G_TASK (result)))->points;
}

void
ggov_store_redeem_async (GgovStore           *self,
                         gint64               person_id,
                         gint64               reward_id,
                         gint64               at,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Act *act = g_new0 (Act, 1);

  act->person_id = person_id;
  act->reward_id = reward_id;
  act->at = at;
  start (self, ggov_store_redeem_async, N_("Redeem points"), write_redemption, act, cancellable,
         callback, user_data);
}

char *
ggov_store_redeem_finish (GgovStore     *self,
                          GAsyncResult  *result,
                          gint64        *transfer_id,
                          GError       **error)
{
  const Act *act;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  act = g_task_get_task_data (G_TASK (result));

  return end (result, transfer_id, error) ? g_strdup (act->voucher) : NULL;
}

void
ggov_store_reverse_transfer_async (GgovStore           *self,
                                   gint64               transfer_id,
                                   gint64               at,
                                   const char          *reason,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Act *act;

  g_return_if_fail (reason != NULL);

  act = g_new0 (Act, 1);
  act->reversed_id = transfer_id;
  act->at = at;
  act->words = g_strdup (reason);
  start (self, ggov_store_reverse_transfer_async, N_("Reverse points"), write_reversal, act,
         cancellable, callback, user_data);
}

gboolean
ggov_store_reverse_transfer_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    gint64        *transfer_id,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return end (result, transfer_id, error);
}

void
ggov_store_return_reward_async (GgovStore              *self,
                                const GgovReturnRecord *record,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  Act *act;

  g_return_if_fail (record != NULL);

  act = g_new0 (Act, 1);
  act->reversed_id = record->transfer_id;
  act->points = record->points;
  act->to_shelf = record->to_shelf;
  act->at = record->at;
  act->words = g_strdup (record->reason);
  start (self, ggov_store_return_reward_async, N_("Return goods"), write_return, act, cancellable,
         callback, user_data);
}

gboolean
ggov_store_return_reward_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 gint64        *transfer_id,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return end (result, transfer_id, error);
}
