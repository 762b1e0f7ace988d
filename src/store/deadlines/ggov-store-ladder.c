/* ggov-store-ladder.c: reminders, reminder notices, criticism and reports upward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issues-private.h"
#include "ggov-ladder-private.h"
#include "ggov-store-ladder.h"
#include "ggov-write-issues.h"

#define SQL_LADDER "SELECT id FROM ladder ORDER BY id DESC LIMIT 1"
#define SQL_NOTICES \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS ", s.id, s.since, s.due_at, s.at, s.printed_at " \
  GGOV_SQL_ISSUE_TABLES "JOIN ladder_step s ON s.issue_id = i.id " GGOV_SQL_ISSUE_PRESENT ("$3") \
  "WHERE s.rung = 'notice' AND s.at >= $1 AND s.at < $2 ORDER BY s.at, s.id"
#define SQL_UNPRINTED \
  "SELECT id FROM ladder_step WHERE rung = 'notice' AND at >= $1 AND at < $2 " \
  "AND printed_at IS NULL ORDER BY id"

enum
{
  ID = GGOV_N_SQL_ISSUE_COLUMNS, SINCE, DUE_AT, AT, PRINTED_AT,
};

/* What one of the calls was asked for. */
typedef struct
{
  char   *entries;
  gint64  now;
  gint64  from;
  gint64  to;
  gint64  issue_id;
  guint  *n; /* (nullable): the caller's */
} Order;

static void
order_free (Order *order)
{
  g_free (order->entries);
  g_free (order);
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* Reading ----------------------------------------------------------------------------------- */

/* On the store's thread. */
static void
get_job (GTask  *task,
         GgovDb *db)
{
  GError *error = NULL;
  GgovLadder ladder;

  if (_ggov_ladder_read (db, &ladder, &error))
    g_task_return_pointer (task, ggov_ladder_to_string (&ladder), g_free);
  else
    g_task_return_error (task, error);
}

void
ggov_store_get_ladder_async (GgovStore           *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_get_ladder_async, get_job, NULL, NULL, cancellable, callback,
                    user_data);
}

char *
ggov_store_get_ladder_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GPtrArray *steps = _ggov_ladder_list_due (db, *(gint64 *) g_task_get_task_data (task), 0, &error);

  if (steps)
    g_task_return_pointer (task, steps, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_ladder_async (GgovStore           *self,
                              gint64               now,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_ladder_async, list_job, g_memdup2 (&now, sizeof now),
                    g_free, cancellable, callback, user_data);
}

static gpointer
make_notice (GgovStmt *stmt)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_make (stmt);

  return ggov_ladder_step_new (issue, &(GgovLadderStepFields) {
    .id = ggov_stmt_get_int (stmt, ID),
    .rung = GGOV_RUNG_NOTICE,
    .since = ggov_stmt_get_int (stmt, SINCE),
    .due_at = ggov_stmt_get_int (stmt, DUE_AT),
    .at = ggov_stmt_get_int (stmt, AT),
    .printed_at = ggov_stmt_get_int (stmt, PRINTED_AT),
  });
}

/* On the store's thread. */
static void
notices_job (GTask  *task,
             GgovDb *db)
{
  const Order *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_NOTICES, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, order->from);
  ggov_stmt_bind_int (stmt, 2, order->to);
  _ggov_issue_bind_day (stmt, 3, order->from);
  _ggov_store_return_rows (task, stmt, make_notice);
}

void
ggov_store_list_notices_async (GgovStore           *self,
                               gint64               from,
                               gint64               to,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->from = from;
  order->to = to;
  _ggov_store_call (self, ggov_store_list_notices_async, notices_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_ladder_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *steps;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  steps = g_task_propagate_pointer (G_TASK (result), error);

  return steps ? _ggov_store_take_list (steps, GGOV_TYPE_LADDER_STEP) : NULL;
}

/* Writing ----------------------------------------------------------------------------------- */

static gboolean
set_ladder (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Order *order = data;
  g_autoptr(GError) cause = NULL;
  g_autoptr(GgovStmt) stmt = NULL;
  g_autofree char *entries = NULL;
  GgovLadder ladder;
  GgovDbStep step;
  GgovColumn column;

  if (!ggov_ladder_parse (order->entries, &ladder, &cause))
    return refuse (error, cause->message);

  entries = ggov_ladder_to_string (&ladder);
  stmt = ggov_db_prepare (change->db, SQL_LADDER, error);
  step = stmt ? ggov_stmt_step (stmt, error) : GGOV_DB_ERROR;
  if (step == GGOV_DB_ERROR)
    return FALSE;

  column = (GgovColumn) GGOV_TEXT ("entries", entries);
  if (step == GGOV_DB_ROW)
    return _ggov_change_update (change, "ladder", ggov_stmt_get_int (stmt, 0), -1, &column, 1,
                                error);

  return _ggov_change_insert (change, "ladder", &column, 1, error) != 0;
}

static GgovIssueMove
get_move (GgovRung rung)
{
  static const GgovIssueMove moves[GGOV_N_RUNGS] = {
    [GGOV_RUNG_REMIND] = GGOV_ISSUE_REMIND,
    [GGOV_RUNG_NOTICE] = GGOV_ISSUE_NOTICE,
    [GGOV_RUNG_CRITICISE] = GGOV_ISSUE_CRITICISE,
    [GGOV_RUNG_REPORT] = GGOV_ISSUE_REPORT_UP,
  };

  return moves[rung];
}

static gboolean
log_step (GgovChange      *change,
          GgovLadderStep  *step,
          gint64           now,
          GError         **error)
{
  const GgovLadderStepFields *fields = ggov_ladder_step_get_fields (step);
  const GgovIssueFields *issue = ggov_issue_get_fields (ggov_ladder_step_get_issue (step));
  const char *stage = ggov_issue_stage_get_code (issue->state.stage);
  const GgovIssueEventRecord event = {
    .issue_id = issue->id,
    .at = now,
    .move = ggov_issue_move_get_code (get_move (fields->rung)),
    .from_stage = stage,
    .to_stage = stage,
    .person_id = issue->handler_id,
  };
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", issue->id),
    GGOV_TEXT ("rung", ggov_rung_get_code (fields->rung)),
    GGOV_ID ("due_at", fields->due_at),
    GGOV_ID ("since", fields->since),
    GGOV_ID ("at", now),
  };

  return ggov_change_add_issue_event (change, &event, error) != 0 &&
         _ggov_change_insert (change, "ladder_step", columns, G_N_ELEMENTS (columns), error) != 0;
}

static gboolean
climb (GgovChange  *change,
       gpointer     data,
       GError     **error)
{
  const Order *order = data;
  g_autoptr(GPtrArray) steps = _ggov_ladder_list_due (change->db, order->now, order->issue_id,
                                                      error);

  if (steps == NULL)
    return FALSE;
  if (steps->len == 0)
    return refuse (error, _("No reminder, notice or criticism is due. Nothing is, outside the "
                            "office’s hours."));

  if (order->issue_id != 0)
    ggov_change_set_subject (change,
                             ggov_issue_get_fields (
                               ggov_ladder_step_get_issue (steps->pdata[0]))->number);
  for (guint i = 0; i < steps->len; i++)
    if (!log_step (change, steps->pdata[i], order->now, error))
      return FALSE;

  if (order->n)
    *order->n = steps->len;

  return TRUE;
}

static gboolean
log_printed (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Order *order = data;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_UNPRINTED, error);
  const GgovColumn columns[] = { GGOV_ID ("printed_at", order->now) };
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->from);
  ggov_stmt_bind_int (stmt, 2, order->to);
  ids = ggov_stmt_list_ints (stmt, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return refuse (error, _("There is no reminder notice that was not printed."));

  for (guint i = 0; i < ids->len; i++)
    if (!_ggov_change_update (change, "ladder_step", g_array_index (ids, gint64, i), -1, columns,
                              G_N_ELEMENTS (columns), error))
      return FALSE;

  if (order->n)
    *order->n = ids->len;

  return TRUE;
}

void
ggov_store_set_ladder_async (GgovStore           *self,
                             const char          *entries,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->entries = g_strdup (entries);
  ggov_store_change_async (self, N_("Set when reminders are due"), "", set_ladder, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_climb_ladder_async (GgovStore           *self,
                               gint64               now,
                               gint64               issue_id,
                               guint               *n_steps,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->now = now;
  order->issue_id = issue_id;
  order->n = n_steps;
  ggov_store_change_async (self, N_("Remind of issues"), "", climb, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_log_printed_async (GgovStore           *self,
                              gint64               from,
                              gint64               to,
                              gint64               at,
                              guint               *n_notices,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->from = from;
  order->to = to;
  order->now = at;
  order->n = n_notices;
  ggov_store_change_async (self, N_("Log printed reminder notices"), "", log_printed, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
