/* ggov-store-move-issue.c: moving an issue on, within the rules of its flow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-board-limits-private.h"
#include "ggov-change-private.h"
#include "ggov-clock-private.h"
#include "ggov-handler-proposals-private.h"
#include "ggov-issue-parts-private.h"
#include "ggov-issue-rules-private.h"
#include "ggov-post-papers-private.h"
#include "ggov-write-issues.h"

/* The step with texts of its own. */
typedef struct
{
  GgovIssueStep  step;
  char          *note;
  char          *granted;
  GPtrArray     *papers; /* (element-type GgovPaper) */
  char          *pass_reason;
} Order;

/* What becomes of the issue. */
typedef struct
{
  GgovIssue     *issue; /* as it was */
  GgovIssueState state;
  gint64         at;
  gint64         handler_id;
  gint64         due_at;
  gboolean       due_provisional;
  gint64         closed_at;
  gboolean       is_passing; /* a limit of the board, with a reason */
} Outcome;

static void
order_free (Order *order)
{
  g_free (order->note);
  g_free (order->granted);
  g_ptr_array_unref (order->papers);
  g_free (order->pass_reason);
  g_free (order);
}

static gboolean
check_version (GgovIssue            *issue,
               const GgovIssueStep  *step,
               GError              **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);

  if (step->row_version < 0 || step->row_version == fields->row_version)
    return TRUE;

  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT,
               "issue %" G_GINT64_FORMAT " has moved on since it was read", fields->id);
  return FALSE;
}

static gboolean
find_handler (GgovDb               *db,
              const GgovIssueStep  *step,
              Outcome              *outcome,
              GError              **error)
{
  outcome->handler_id = ggov_issue_get_fields (outcome->issue)->handler_id;
  if (step->handler_id != 0)
    outcome->handler_id = step->handler_id;
  else if (step->move == GGOV_ISSUE_DISPATCH)
    return _ggov_handler_find (db, step->issue_id, NULL, outcome->at, &outcome->handler_id, error);

  return TRUE;
}

static gint64
find_closed_at (const Outcome *outcome)
{
  gint64 before = ggov_issue_get_fields (outcome->issue)->closed_at;

  if (ggov_issue_stage_is_open (outcome->state.stage))
    return 0;

  return outcome->state.stage == GGOV_ISSUE_EVALUATED && before != 0 ? before : outcome->at;
}

static gboolean
check_limits (GgovDb               *db,
              const GgovIssueStep  *step,
              Outcome              *outcome,
              GError              **error)
{
  g_autoptr(GError) cause = NULL;

  if (_ggov_board_limits_check (db, outcome->issue, outcome->state.stage, outcome->handler_id,
                                &cause))
    return TRUE;

  outcome->is_passing = g_error_matches (cause, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CROWDED) &&
                        step->pass_reason && *step->pass_reason;
  if (!outcome->is_passing)
    g_propagate_error (error, g_steal_pointer (&cause));

  return outcome->is_passing;
}

static char *
dup_note (const GgovIssueStep *step,
          const Outcome       *outcome)
{
  if (!outcome->is_passing)
    return g_strdup (step->note);

  if (step->note == NULL || *step->note == '\0')
    return g_strdup_printf (_("Over the limit: %s"), step->pass_reason);

  /* Translators: a note, and why a limit of the board was passed */
  return g_strdup_printf (_("%1$s (over the limit: %2$s)"), step->note, step->pass_reason);
}

static gboolean
write_event (GgovChange           *change,
             const GgovIssueStep  *step,
             const Outcome        *outcome,
             GError              **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (outcome->issue);
  g_autofree char *note = dup_note (step, outcome);
  const GgovIssueEventRecord record = {
    .issue_id = step->issue_id,
    .at = outcome->at,
    .move = ggov_issue_move_get_code (step->move),
    .from_stage = ggov_issue_stage_get_code (fields->state.stage),
    .to_stage = ggov_issue_stage_get_code (outcome->state.stage),
    .person_id = outcome->handler_id,
    .granted = step->move == GGOV_ISSUE_EXTEND ? step->granted : NULL,
    .note = note,
  };
  gint64 id = ggov_change_add_issue_event (change, &record, error);

  return id != 0 && _ggov_issue_write_papers (change, id, step->papers, step->n_papers, error);
}

/* From the events, the new one among them, so that it can be explained from them later. */
static gboolean
reckon_due (GgovChange           *change,
            const GgovIssueStep  *step,
            Outcome              *outcome,
            GError              **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (outcome->issue);
  g_autoptr(GgovOfficeClock) clock = NULL;
  g_autoptr(GPtrArray) events = NULL;

  /* What is only collected has no limit yet. */
  if (outcome->state.stage == GGOV_ISSUE_COLLECTED)
    return TRUE;

  outcome->due_at = fields->due_at;
  outcome->due_provisional = fields->due_provisional;
  if (!_ggov_issue_moves_due (step->move))
    return TRUE;

  return (clock = _ggov_clock_read (change->db, error)) != NULL &&
         (events = _ggov_issue_list_events (change->db, step->issue_id, error)) != NULL &&
         _ggov_issue_reckon (clock, fields->limit_text, fields->start_rule, fields->filed_at, events,
                             &outcome->due_at, &outcome->due_provisional, error) &&
         _ggov_issue_reckon_strands (change, clock, step->issue_id, error);
}

/* Strands end with an issue that ends without result, and its reporters come and go with it. */
static gboolean
move_parts (GgovChange           *change,
            const GgovIssueStep  *step,
            const Outcome        *outcome,
            GError              **error)
{
  if (outcome->state.stage == GGOV_ISSUE_VOID &&
      !_ggov_issue_drop_strands (change, step->issue_id, outcome->at, error))
    return FALSE;

  if (step->move == GGOV_ISSUE_DUPLICATE)
    return _ggov_issue_join (change, outcome->issue, step->duplicate_of_id, outcome->at, error);

  return step->move != GGOV_ISSUE_REOPEN || _ggov_issue_part (change, outcome->issue, error);
}

static gboolean
write_issue (GgovChange           *change,
             const GgovIssueStep  *step,
             const Outcome        *outcome,
             GError              **error)
{
  GgovColumn columns[] = {
    GGOV_TEXT ("stage", ggov_issue_stage_get_code (outcome->state.stage)),
    GGOV_INT ("suspended", outcome->state.suspended != FALSE),
    GGOV_ID ("handler_id", outcome->handler_id),
    GGOV_ID ("due_at", outcome->due_at),
    GGOV_INT ("due_provisional", outcome->due_provisional != FALSE),
    GGOV_ID ("closed_at", outcome->closed_at),
    GGOV_ID ("duplicate_of_id", step->move == GGOV_ISSUE_DUPLICATE ? step->duplicate_of_id : 0),
    GGOV_INT ("measure_count", step->measure_count),
    GGOV_INT ("measure_area_cm2", step->measure_area_cm2),
  };
  const guint n_known = G_N_ELEMENTS (columns) - 2;
  guint n = n_known;

  /* What was not measured now is known already, or not asked for. */
  for (guint i = n_known; i < G_N_ELEMENTS (columns); i++)
    if (i == n_known ? step->measure_count != 0 : step->measure_area_cm2 != 0)
      columns[n++] = columns[i];

  return _ggov_change_update (change, "issue", step->issue_id, step->row_version, columns, n,
                              error);
}

gboolean
ggov_change_move_issue (GgovChange           *change,
                        const GgovIssueStep  *step,
                        GError              **error)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_find (change->db, step->issue_id, error);
  Outcome outcome = { .issue = issue, .at = step->at ? step->at : change->at };

  if (issue == NULL || !check_version (issue, step, error))
    return FALSE;

  outcome.state = ggov_issue_get_fields (issue)->state;

  if (!_ggov_issue_check_step (change->db, issue, step, outcome.at, error) ||
      !ggov_issue_flow_apply (&outcome.state, step->move, error) ||
      !find_handler (change->db, step, &outcome, error) ||
      !check_limits (change->db, step, &outcome, error) ||
      !write_event (change, step, &outcome, error) ||
      !reckon_due (change, step, &outcome, error) ||
      !move_parts (change, step, &outcome, error))
    return FALSE;

  outcome.closed_at = find_closed_at (&outcome);
  if (!write_issue (change, step, &outcome, error))
    return FALSE;

  /* One of many that is refused gives the change no name. */
  ggov_change_set_subject (change, ggov_issue_get_fields (issue)->number);

  return TRUE;
}

/* On the store's thread. */
static gboolean
move_issue (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Order *order = data;
  g_autofree GgovPaper *papers = g_new (GgovPaper, order->papers->len);
  GgovIssueStep step = order->step;

  for (guint i = 0; i < order->papers->len; i++)
    papers[i] = *(GgovPaper *) order->papers->pdata[i];
  step.papers = papers;

  return ggov_change_move_issue (change, &step, error);
}

void
ggov_store_move_issue_async (GgovStore           *self,
                             const GgovIssueStep *step,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->step = *step;
  order->step.note = order->note = g_strdup (step->note);
  order->step.granted = order->granted = g_strdup (step->granted);
  order->papers = _ggov_post_papers_copy (step->papers, step->n_papers);
  order->step.pass_reason = order->pass_reason = g_strdup (step->pass_reason);

  ggov_store_change_async (self, N_("Move an issue on"), "", move_issue, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
