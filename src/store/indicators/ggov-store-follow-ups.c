/* ggov-store-follow-ups.c: calls to whoever reported an issue, after it was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-clock-private.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-follow-ups.h"
#include "ggov-store-move-issue.h"

#define DAY_S (24 * 60 * 60)

/* $1: from when on what was closed is asked about; $2: now; $3: its day. A call before the closing was
 * about an earlier one. */
#define SQL_CALLS \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS ", " GGOV_SQL_ISSUE_REPORTER_NAME ", " \
  GGOV_SQL_ISSUE_REPORTER_PHONE ", " \
  "(SELECT count (*) FROM follow_up f WHERE f.issue_id = i.id AND f.at >= i.closed_at), " \
  "(SELECT max (f.at) FROM follow_up f WHERE f.issue_id = i.id AND f.at >= i.closed_at) " \
  GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$3") GGOV_SQL_ISSUE_REPORTER \
  "WHERE (i.stage = 'closed' OR i.stage = 'evaluated') AND i.closed_at >= $1 AND i.closed_at < $2 " \
  "AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.issue_id = i.id AND f.reached = 1 " \
  "AND f.at >= i.closed_at) ORDER BY i.closed_at, i.id"

enum
{
  CLOSED_AT = 22, REPORTER = GGOV_N_SQL_ISSUE_COLUMNS, PHONE, N_TRIES, LAST_TRY,
};

typedef struct
{
  gint64 now;
  gint64 since;
} Query;

/* A call with a text of its own. */
typedef struct
{
  GgovFollowUpCall  call;
  char             *note;
} Order;

static void
order_free (gpointer data)
{
  g_free (((Order *) data)->note);
  g_free (data);
}

/* Reading ----------------------------------------------------------------------------------- */

static GgovFollowUp *
make_follow_up (GgovStmt *stmt,
                int       due_day)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_make (stmt);
  const GgovFollowUpFields fields = {
    .due_day = due_day,
    .n_tries = ggov_stmt_get_int (stmt, N_TRIES),
    .last_try_at = ggov_stmt_get_int (stmt, LAST_TRY),
    .reporter = ggov_stmt_get_text (stmt, REPORTER),
    .phone = ggov_stmt_get_text (stmt, PHONE),
  };

  return ggov_follow_up_new (issue, &fields);
}

static GPtrArray *
list_calls (GgovDb       *db,
            const Query  *query,
            GError      **error)
{
  g_autoptr(GPtrArray) calls = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovOfficeClock) clock = _ggov_clock_read (db, error);
  g_autoptr(GgovStmt) stmt = clock ? ggov_db_prepare (db, SQL_CALLS, error) : NULL;
  int today = ggov_local_time_get_day (query->now);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, query->since);
  ggov_stmt_bind_int (stmt, 2, query->now);
  _ggov_issue_bind_day (stmt, 3, query->now);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 closed_at = ggov_stmt_get_int (stmt, CLOSED_AT);
      int due_day = ggov_follow_up_find_day (clock, closed_at);

      if (due_day <= today)
        g_ptr_array_add (calls, make_follow_up (stmt, due_day));
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&calls) : NULL;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GPtrArray *calls = list_calls (db, g_task_get_task_data (task), &error);

  if (calls)
    g_task_return_pointer (task, calls, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_follow_ups_async (GgovStore           *self,
                                  gint64               now,
                                  guint                n_days,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  const Query query = {
    now, ggov_local_time_from_day (ggov_local_time_get_day (now - (gint64) n_days * DAY_S), 0),
  };

  _ggov_store_call (self, ggov_store_list_follow_ups_async, list_job,
                    g_memdup2 (&query, sizeof query), g_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_follow_ups_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GPtrArray *calls;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  calls = g_task_propagate_pointer (G_TASK (result), error);

  return calls ? _ggov_store_take_list (calls, GGOV_TYPE_FOLLOW_UP) : NULL;
}

/* Writing ----------------------------------------------------------------------------------- */

static gboolean
check_call (GgovIssue               *issue,
            const GgovFollowUpCall  *call,
            gint64                   at,
            GError                 **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);

  if (fields->state.stage != GGOV_ISSUE_CLOSED && fields->state.stage != GGOV_ISSUE_EVALUATED)
    return _ggov_issue_refuse (error, _("The issue is not closed. The call comes after that."));
  if (at < fields->closed_at)
    return _ggov_issue_refuse (error, _("The call cannot be earlier than the closing of the issue."));
  if (call->is_reached &&
      (call->satisfaction < GGOV_SATISFACTION_LEAST || call->satisfaction > GGOV_SATISFACTION_MOST))
    return _ggov_issue_refuse (error, _("Say how satisfied they are, from 1 to 5."));

  return TRUE;
}

/* Whoever is not satisfied has the issue back. */
static gboolean
send_back (GgovChange              *change,
           GgovIssue               *issue,
           const GgovFollowUpCall  *call,
           gint64                   at,
           GError                 **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  gboolean has_note = call->note && *call->note;
  g_autofree char *note = has_note
                            ? g_strdup_printf (_("Not satisfied at the follow-up call: %s"), call->note)
                            : g_strdup (_("Not satisfied at the follow-up call"));
  const GgovIssueStep step = {
    .issue_id = fields->id,
    .row_version = -1,
    .move = fields->state.stage == GGOV_ISSUE_CLOSED ? GGOV_ISSUE_REWORK : GGOV_ISSUE_REOPEN,
    .note = note,
    /* What was said on the telephone is written down, however full the board is. */
    .pass_reason = _("asked for at the follow-up call"),
    .at = at,
  };

  return ggov_change_move_issue (change, &step, error);
}

static gboolean
log_call (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const GgovFollowUpCall *call = &((const Order *) data)->call;
  g_autoptr(GgovIssue) issue = _ggov_issue_find (change->db, call->issue_id, error);
  gint64 at = call->at ? call->at : change->at;
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", call->issue_id),
    GGOV_INT ("at", at),
    GGOV_TEXT ("caller", change->account),
    GGOV_INT ("reached", call->is_reached != FALSE),
    GGOV_ID ("satisfaction", call->is_reached ? call->satisfaction : 0),
    GGOV_TEXT ("note", call->note ? call->note : ""),
  };

  if (issue == NULL || !check_call (issue, call, at, error))
    return FALSE;

  ggov_change_set_subject (change, ggov_issue_get_fields (issue)->number);
  if (_ggov_change_insert (change, "follow_up", columns, G_N_ELEMENTS (columns), error) == 0)
    return FALSE;

  return !call->is_reached || call->satisfaction >= GGOV_SATISFACTION_SATISFIED ||
         send_back (change, issue, call, at, error);
}

void
ggov_store_log_follow_up_async (GgovStore              *self,
                                const GgovFollowUpCall *call,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  Order *order;

  g_return_if_fail (call != NULL);

  order = g_new0 (Order, 1);
  order->call = *call;
  order->call.note = order->note = g_strdup (call->note);
  ggov_store_change_async (self, N_("Log a follow-up call"), "", log_call, order, order_free,
                           cancellable, callback, user_data);
}
