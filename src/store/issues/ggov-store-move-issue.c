/* ggov-store-move-issue.c: moving an issue on, within the rules of its flow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-clock-private.h"
#include "ggov-issue-rules-private.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-move-issue.h"
#include "ggov-write-issues.h"

/* Who answers for the issue's case type: whose post is nearest to it, or who stands in. */
#define SQL_ANSWERS \
  "SELECT coalesce ((SELECT l.substitute_id FROM post_leave l WHERE l.post_id = p.id " \
  "AND l.valid_from <= $2 AND l.valid_to >= $2), p.person_id) FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "JOIN role r ON r.code = t.role_code JOIN post p ON p.role_id = r.id " \
  "LEFT JOIN grid g ON g.id = i.grid_id " \
  "WHERE i.id = $1 AND p.valid_from <= $2 AND coalesce (p.valid_to, '9999-12-31') >= $2 " \
  "AND (p.building_id = i.building_id OR p.grid_id = i.grid_id " \
  "OR p.community_id = g.community_id OR p.sub_district_id IS NOT NULL) " \
  "ORDER BY p.building_id IS NULL, p.grid_id IS NULL, p.community_id IS NULL, p.id LIMIT 1"

/* The step with texts of its own. */
typedef struct
{
  GgovIssueStep  step;
  char          *note;
  char          *granted;
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
} Outcome;

static void
order_free (Order *order)
{
  g_free (order->note);
  g_free (order->granted);
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
find_answerable (GgovDb   *db,
                 gint64    issue_id,
                 gint64    at,
                 gint64   *person_id,
                 GError  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ANSWERS, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (at));
  GgovDbStep found;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((found = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *person_id = ggov_stmt_get_int (stmt, 0);

  return found != GGOV_DB_ERROR;
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
    return find_answerable (db, step->issue_id, outcome->at, &outcome->handler_id, error);

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
write_event (GgovChange           *change,
             const GgovIssueStep  *step,
             const Outcome        *outcome,
             GError              **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (outcome->issue);
  const GgovIssueEventRecord record = {
    .issue_id = step->issue_id,
    .at = outcome->at,
    .move = ggov_issue_move_get_code (step->move),
    .from_stage = ggov_issue_stage_get_code (fields->state.stage),
    .to_stage = ggov_issue_stage_get_code (outcome->state.stage),
    .person_id = outcome->handler_id,
    .granted = step->move == GGOV_ISSUE_EXTEND ? step->granted : NULL,
    .note = step->note,
  };

  return ggov_change_add_issue_event (change, &record, error) != 0;
}

/* From the events, the new one among them, so that it can be explained from them later. */
static gboolean
reckon_due (GgovDb               *db,
            const GgovIssueStep  *step,
            Outcome              *outcome,
            GError              **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (outcome->issue);
  g_autoptr(GgovOfficeClock) clock = NULL;
  g_autoptr(GPtrArray) events = NULL;

  outcome->due_at = fields->due_at;
  outcome->due_provisional = fields->due_provisional;
  if (!_ggov_issue_moves_due (step->move))
    return TRUE;

  return (clock = _ggov_clock_read (db, error)) != NULL &&
         (events = _ggov_issue_list_events (db, step->issue_id, error)) != NULL &&
         _ggov_issue_reckon (clock, fields->limit_text, fields->filed_at, events, &outcome->due_at,
                             &outcome->due_provisional, error);
}

static gboolean
write_issue (GgovChange           *change,
             const GgovIssueStep  *step,
             const Outcome        *outcome,
             GError              **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("stage", ggov_issue_stage_get_code (outcome->state.stage)),
    GGOV_INT ("suspended", outcome->state.suspended != FALSE),
    GGOV_ID ("handler_id", outcome->handler_id),
    GGOV_ID ("due_at", outcome->due_at),
    GGOV_INT ("due_provisional", outcome->due_provisional != FALSE),
    GGOV_ID ("closed_at", outcome->closed_at),
    GGOV_INT ("measure_count", step->measure_count),
    GGOV_INT ("measure_area_cm2", step->measure_area_cm2),
  };
  /* The last two are known already, or are not asked for. */
  guint n = G_N_ELEMENTS (columns) - (step->measure_count || step->measure_area_cm2 ? 0 : 2);

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

  ggov_change_set_subject (change, ggov_issue_get_fields (issue)->number);
  outcome.state = ggov_issue_get_fields (issue)->state;

  if (!_ggov_issue_check_step (change->db, issue, step, outcome.at, error) ||
      !ggov_issue_flow_apply (&outcome.state, step->move, error) ||
      !find_handler (change->db, step, &outcome, error) ||
      !write_event (change, step, &outcome, error) ||
      !reckon_due (change->db, step, &outcome, error))
    return FALSE;

  outcome.closed_at = find_closed_at (&outcome);

  return write_issue (change, step, &outcome, error);
}

/* On the store's thread. */
static gboolean
move_issue (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  return ggov_change_move_issue (change, &((Order *) data)->step, error);
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

  ggov_store_change_async (self, N_("Move an issue on"), "", move_issue, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
