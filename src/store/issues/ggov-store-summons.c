/* ggov-store-summons.c: who reported an issue as well, and who is called to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issue-order-private.h"
#include "ggov-summons.h"

#define SQL_SUMMONS "SELECT issue_id, person_id, called_at, closed_at FROM summons WHERE id = $1"
#define SQL_REPORTED \
  "SELECT count (*) FROM (SELECT reporter_id AS person_id FROM issue WHERE id = $1 UNION ALL " \
  "SELECT person_id FROM issue_reporter WHERE issue_id = $1) r WHERE r.person_id = $2"
#define SQL_AWAITED \
  "SELECT count (*) FROM summons WHERE issue_id = $1 AND closed_at IS NULL " \
  "AND organisation_id IS NOT DISTINCT FROM $2 AND person_id IS NOT DISTINCT FROM $3"
#define SQL_ORGANISATION "SELECT name FROM organisation WHERE id = $1"

/* Reporters --------------------------------------------------------------------------------- */

static gboolean
check_reporter (GgovChange            *change,
                const GgovIssueOrder  *order,
                GError               **error)
{
  g_autoptr(GgovStmt) stmt = NULL;

  if (order->person_id == 0)
    return *order->text || *order->phone ||
           _ggov_issue_refuse (error, _("Say who reported it: a person, a name or a phone."));

  if ((stmt = ggov_db_prepare (change->db, SQL_REPORTED, error)) == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->issue_id);
  ggov_stmt_bind_int (stmt, 2, order->person_id);

  return _ggov_issue_check_count (stmt, _("They are among those who reported it already."), error);
}

static gboolean
add_reporter (GgovChange            *change,
              const GgovIssueOrder  *order,
              GError               **error)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_find_open (change, order->issue_id, error);
  gint64 at = order->at ? order->at : change->at;
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", order->issue_id),
    GGOV_ID ("person_id", order->person_id),
    GGOV_TEXT ("name", order->text),
    GGOV_TEXT ("phone", order->phone),
    GGOV_TEXT ("source", ggov_issue_source_get_code (order->source)),
    GGOV_INT ("at", at),
    GGOV_TEXT ("note", order->note),
  };

  return issue && check_reporter (change, order, error) &&
         _ggov_change_insert (change, "issue_reporter", columns, G_N_ELEMENTS (columns), error) &&
         _ggov_issue_write_beside (change, issue, GGOV_ISSUE_ADD_REPORTER, at, order->person_id,
                                   order->note, NULL, error);
}

/* On the store's thread. */
static gboolean
add_reporters (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  for (const GgovIssueOrder *order = data; order; order = order->next)
    if (!add_reporter (change, order, error))
      return FALSE;

  return TRUE;
}

static GgovIssueOrder *
new_reporter_order (const GgovReporterOrder *reporter)
{
  GgovIssueOrder *order = _ggov_issue_order_new (reporter->issue_id, reporter->person_id,
                                                 reporter->at, reporter->note);

  order->text = _ggov_issue_dup_stripped (reporter->name);
  order->phone = _ggov_issue_dup_stripped (reporter->phone);
  order->source = reporter->source;

  return order;
}

/* Summonses --------------------------------------------------------------------------------- */

static gboolean
check_summons (GgovChange            *change,
               const GgovIssueOrder  *order,
               GError               **error)
{
  g_autoptr(GgovStmt) stmt = NULL;

  if (order->organisation_id == 0 && order->person_id == 0)
    return _ggov_issue_refuse (error, _("Say who is called: a department or a person."));
  if (order->minutes < 1 || order->minutes > GGOV_SUMMONS_MOST_MINUTES)
    return _ggov_issue_refuse (error, _("Whoever is called has between a minute and a day to be there."));
  if ((stmt = ggov_db_prepare (change->db, SQL_AWAITED, error)) == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->issue_id);
  ggov_stmt_bind_id (stmt, 2, order->organisation_id);
  ggov_stmt_bind_id (stmt, 3, order->person_id);

  return _ggov_issue_check_count (stmt, _("They are called already and still awaited."), error);
}

/* "Fire brigade: gas smells", or the one or the other. */
static gboolean
make_call_note (GgovChange            *change,
                const GgovIssueOrder  *order,
                char                 **note,
                GError               **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (order->organisation_id == 0)
    {
      *note = g_strdup (order->note);
      return TRUE;
    }

  if ((stmt = ggov_db_prepare (change->db, SQL_ORGANISATION, error)) == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->organisation_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    return _ggov_issue_refuse (error, _("Say who is called: a department or a person."));
  if (step != GGOV_DB_ROW)
    return FALSE;

  *note = *order->note ? g_strdup_printf ("%s: %s", ggov_stmt_get_text (stmt, 0), order->note)
                       : g_strdup (ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

/* On the store's thread. */
static gboolean
summon (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  GgovIssueOrder *order = data;
  g_autoptr(GgovIssue) issue = _ggov_issue_find_open (change, order->issue_id, error);
  gint64 at = order->at ? order->at : change->at;
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", order->issue_id),
    GGOV_ID ("caller_id", order->caller_id),
    GGOV_ID ("organisation_id", order->organisation_id),
    GGOV_ID ("person_id", order->person_id),
    GGOV_INT ("called_at", at),
    GGOV_INT ("due_at", at + 60 * (gint64) order->minutes),
    GGOV_TEXT ("note", order->note),
  };
  g_autofree char *note = NULL;

  return issue && check_summons (change, order, error) &&
         make_call_note (change, order, &note, error) &&
         _ggov_change_insert (change, "summons", columns, G_N_ELEMENTS (columns), error) &&
         _ggov_issue_write_beside (change, issue, GGOV_ISSUE_SUMMON, at, order->person_id, note, NULL,
                                   error);
}

/* On the store's thread. */
static gboolean
answer_summons (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  GgovIssueOrder *order = data;
  g_autoptr(GgovIssue) issue = NULL;
  const char *note = *order->note || order->is_good ? order->note : _("Nobody came.");
  GgovIssuePart part;

  order->at = order->at ? order->at : change->at;
  if (!_ggov_issue_find_part (change, SQL_SUMMONS, order, &part, error) ||
      (issue = _ggov_issue_find (change->db, part.issue_id, error)) == NULL)
    return FALSE;

  ggov_change_set_subject (change, ggov_issue_get_fields (issue)->number);

  return _ggov_change_update (change, "summons", order->id, order->row_version, (GgovColumn[]) {
           GGOV_ID ("arrived_at", order->is_good ? order->at : 0),
           GGOV_INT ("closed_at", order->at),
           GGOV_TEXT ("result", note),
         }, 3, error) &&
         _ggov_issue_write_beside (change, issue, GGOV_ISSUE_ARRIVE, order->at,
                                   order->person_id ? order->person_id : part.person_id, note,
                                   order->papers, error);
}

void
ggov_store_add_reporter_async (GgovStore               *self,
                               const GgovReporterOrder *reporter,
                               GCancellable            *cancellable,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  GgovIssueOrder *order = NULL;
  GgovIssueOrder **last = &order;

  for (const GgovReporterOrder *one = reporter; one; one = one->next, last = &(*last)->next)
    *last = new_reporter_order (one);
  _ggov_issue_order_write (self, N_("Add who reported an issue"), add_reporters, order, cancellable,
                           callback, user_data);
}

void
ggov_store_summon_async (GgovStore              *self,
                         const GgovSummonsOrder *call,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  GgovIssueOrder *order = _ggov_issue_order_new (call->issue_id, call->person_id, call->at,
                                                 call->note);

  order->caller_id = call->caller_id;
  order->organisation_id = call->organisation_id;
  order->minutes = call->minutes ? call->minutes : GGOV_SUMMONS_MINUTES;
  _ggov_issue_order_write (self, N_("Call somebody to the spot"), summon, order, cancellable,
                           callback, user_data);
}

void
ggov_store_answer_summons_async (GgovStore            *self,
                                 const GgovPartAnswer *answer,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  _ggov_issue_order_write (self, N_("Answer a call to the spot"), answer_summons,
                           _ggov_issue_order_new_answer (answer), cancellable, callback, user_data);
}
