/* ggov-store-strands.c: beginning and ending the strands of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-clock-private.h"
#include "ggov-handler-proposals-private.h"
#include "ggov-issue-order-private.h"

#define SQL_STRAND_OF "SELECT id, ended_at FROM issue_strand WHERE issue_id = $1 AND lane = $2"
#define SQL_STRAND "SELECT issue_id, handler_id, started_at, ended_at FROM issue_strand WHERE id = $1"
#define SQL_LIMIT \
  "SELECT t.limit_text FROM issue i JOIN case_type t ON t.id = i.case_type_id WHERE i.id = $1"

/* The limit that is given, or that of the case type. */
static gboolean
find_limit (GgovChange      *change,
            GgovIssueOrder  *order,
            GError         **error)
{
  GgovLimit limit;

  if (order->limit == NULL || *order->limit == '\0')
    {
      g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_LIMIT, error);

      if (stmt == NULL)
        return FALSE;
      ggov_stmt_bind_int (stmt, 1, order->issue_id);
      if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
        return FALSE;
      g_free (order->limit);
      order->limit = g_strdup (ggov_stmt_get_text (stmt, 0));
    }

  return ggov_limit_parse (order->limit, &limit, NULL) ||
         _ggov_issue_refuse (error, _("Say how much time the strand has, such as 3d or 4h."));
}

/* The strand of the lane that has ended, or 0; FALSE where one is open. */
static gboolean
find_former (GgovChange            *change,
             const GgovIssueOrder  *order,
             gint64                *id,
             GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_STRAND_OF, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->issue_id);
  ggov_stmt_bind_text (stmt, 2, ggov_lane_get_code (order->lane));
  step = ggov_stmt_step (stmt, error);
  if (step == GGOV_DB_ROW && ggov_stmt_get_int (stmt, 1) == 0)
    return _ggov_issue_refuse (error, _("The issue has an open strand of this lane already."));

  *id = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return step != GGOV_DB_ERROR;
}

static gboolean
write_strand (GgovChange            *change,
              const GgovIssueOrder  *order,
              GgovOfficeClock       *clock,
              GError               **error)
{
  g_autoptr(GPtrArray) events = _ggov_issue_list_events (change->db, order->issue_id, error);
  gboolean provisional;
  gint64 due_at, former;

  if (events == NULL ||
      !_ggov_issue_reckon_strand (clock, order->limit, order->at, events, &due_at, &provisional,
                                  error) ||
      !find_former (change, order, &former, error))
    return FALSE;

  {
    const GgovColumn columns[] = {
      GGOV_ID ("issue_id", order->issue_id),
      GGOV_TEXT ("lane", ggov_lane_get_code (order->lane)),
      GGOV_TEXT ("task", order->text),
      GGOV_ID ("handler_id", order->person_id),
      GGOV_TEXT ("limit_text", order->limit),
      GGOV_INT ("started_at", order->at),
      GGOV_ID ("due_at", due_at),
      GGOV_INT ("due_provisional", provisional != FALSE),
      GGOV_ID ("ended_at", 0),
      GGOV_TEXT ("outcome", NULL),
      GGOV_TEXT ("note", ""),
    };

    if (former != 0)
      return _ggov_change_update (change, "issue_strand", former, -1, columns,
                                  G_N_ELEMENTS (columns), error);

    return _ggov_change_insert (change, "issue_strand", columns, G_N_ELEMENTS (columns), error) != 0;
  }
}

static gboolean
check_strand (GgovIssue             *issue,
              const GgovIssueOrder  *order,
              GError               **error)
{
  const GgovIssueState *state = &ggov_issue_get_fields (issue)->state;

  if (*order->text == '\0')
    return _ggov_issue_refuse (error, _("Say what the strand asks for."));
  if (state->stage == GGOV_ISSUE_COLLECTED)
    return _ggov_issue_refuse (error, _("The issue is not filed yet. File it first."));

  return !state->suspended || _ggov_issue_refuse (error, _("The issue is suspended. Resume it first."));
}

/* On the store's thread. */
static gboolean
begin_strand (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  GgovIssueOrder *order = data;
  g_autoptr(GgovIssue) issue = _ggov_issue_find_open (change, order->issue_id, error);
  g_autoptr(GgovOfficeClock) clock = NULL;

  order->at = order->at ? order->at : change->at;
  if (issue == NULL || !check_strand (issue, order, error) || !find_limit (change, order, error))
    return FALSE;

  if (order->person_id == 0 &&
      !_ggov_handler_find (change->db, order->issue_id, ggov_lane_get_role_code (order->lane), order->at,
                           &order->person_id, error))
    return FALSE;

  return (clock = _ggov_clock_read (change->db, error)) != NULL &&
         write_strand (change, order, clock, error) &&
         _ggov_issue_write_beside (change, issue, GGOV_ISSUE_BEGIN_STRAND, order->at, order->person_id,
                                   order->text, NULL, error);
}

/* On the store's thread. */
static gboolean
end_strand (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  GgovIssueOrder *order = data;
  g_autoptr(GgovIssue) issue = NULL;
  GgovIssuePart part;

  order->at = order->at ? order->at : change->at;
  if (!_ggov_issue_find_part (change, SQL_STRAND, order, &part, error) ||
      (issue = _ggov_issue_find_open (change, part.issue_id, error)) == NULL)
    return FALSE;

  if (!order->is_good && *order->note == '\0')
    return _ggov_issue_refuse (error, _("Say why the strand is given up."));

  return _ggov_change_update (change, "issue_strand", order->id, order->row_version, (GgovColumn[]) {
           GGOV_INT ("ended_at", order->at),
           GGOV_TEXT ("outcome", order->is_good ? "done" : "dropped"),
           GGOV_TEXT ("note", order->note),
         }, 3, error) &&
         _ggov_issue_write_beside (change, issue,
                                   order->is_good ? GGOV_ISSUE_END_STRAND : GGOV_ISSUE_DROP_STRAND,
                                   order->at, part.person_id, order->note, order->papers, error);
}

void
ggov_store_begin_strand_async (GgovStore             *self,
                               const GgovStrandOrder *strand,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  GgovIssueOrder *order = _ggov_issue_order_new (strand->issue_id, strand->handler_id, strand->at,
                                                 NULL);

  order->lane = strand->lane;
  order->text = _ggov_issue_dup_stripped (strand->task);
  order->limit = g_strdup (strand->limit_text);
  _ggov_issue_order_write (self, N_("Begin a strand of an issue"), begin_strand, order, cancellable,
                           callback, user_data);
}

void
ggov_store_end_strand_async (GgovStore            *self,
                             const GgovPartAnswer *answer,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  _ggov_issue_order_write (self, N_("End a strand of an issue"), end_strand,
                           _ggov_issue_order_new_answer (answer), cancellable, callback, user_data);
}
