/* ggov-write-joint-actions.c: writing actions of several parties about many issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"
#include "ggov-issue-order-private.h"
#include "ggov-local-time.h"
#include "ggov-write-cases.h"

#define SQL_ACTION "SELECT title, starts_on, ended_on FROM joint_action WHERE id = $1"
#define SQL_N_PARTIES "SELECT count (*) FROM joint_action_party WHERE joint_action_id = $1"
#define SQL_FIRST_STEP "SELECT min (day), max (day) FROM joint_action_step WHERE joint_action_id = $1"
#define SQL_PARTY \
  "SELECT id FROM joint_action_party WHERE joint_action_id = $1 AND organisation_id = $2"
#define SQL_LEAD \
  "SELECT id FROM joint_action_party WHERE joint_action_id = $1 AND is_lead = 1 AND id <> $2"
#define SQL_HAS_ORGANISATION "SELECT count (*) FROM organisation WHERE id = $1"
#define SQL_ISSUE "SELECT id FROM joint_action_issue WHERE joint_action_id = $1 AND issue_id = $2"

#define SQL_OF_PARTY "SELECT joint_action_id FROM joint_action_party WHERE id = $1"
#define SQL_OF_STEP "SELECT joint_action_id FROM joint_action_step WHERE id = $1"
#define SQL_OF_ISSUE "SELECT joint_action_id FROM joint_action_issue WHERE id = $1"

/* The kinds of lines: where they are kept, and how their action is found. */
static const struct
{
  const char *kind;
  const char *table;
  const char *sql_action;
} kinds[] = {
  { "party", "joint_action_party", SQL_OF_PARTY },
  { "step", "joint_action_step", SQL_OF_STEP },
  { "issue", "joint_action_issue", SQL_OF_ISSUE },
};

typedef struct
{
  char *starts_on;
  char *ended_on; /* (nullable) */
} Days;

static void
days_clear (Days *days)
{
  g_free (days->starts_on);
  g_free (days->ended_on);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Days, days_clear)

/* Names the change by the action; NOT_FOUND where there is none. */
static gboolean
find_action (GgovChange  *change,
             gint64       id,
             Days        *days,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ACTION, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no joint action %" G_GINT64_FORMAT, id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  ggov_change_set_subject (change, ggov_stmt_get_text (stmt, 0));
  days->starts_on = g_strdup (ggov_stmt_get_text (stmt, 1));
  days->ended_on = g_strdup (ggov_stmt_get_text (stmt, 2));

  return TRUE;
}

static gboolean
find_open_action (GgovChange  *change,
                  gint64       id,
                  Days        *days,
                  GError     **error)
{
  return find_action (change, id, days, error) &&
         (days->ended_on == NULL ||
          _ggov_issue_refuse (error, _("This joint action has ended. Take its end back first.")));
}

/* The action itself ----------------------------------------------------------------------------- */

/* Its steps lie between its first day and its last. */
static gboolean
check_steps (GgovChange  *change,
             gint64       id,
             const char  *starts_on,
             const char  *ended_on,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_FIRST_STEP, error);
  const char *first, *last;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  first = ggov_stmt_get_text (stmt, 0);
  last = ggov_stmt_get_text (stmt, 1);
  if (first == NULL ||
      (g_strcmp0 (first, starts_on) >= 0 && (ended_on == NULL || g_strcmp0 (last, ended_on) <= 0)))
    return TRUE;

  return _ggov_issue_refuse (error, _("A step of the joint action would lie outside its days."));
}

static gboolean
check_end (GgovChange                   *change,
           const GgovJointActionFields  *fields,
           GError                      **error)
{
  g_autofree char *result = _ggov_issue_dup_stripped (fields->result);
  gint64 n_parties;

  if (_ggov_case_day (fields->ended_on) == NULL)
    return TRUE;
  if (!_ggov_case_check_day (change, fields->ended_on, _("Ended"), error) ||
      !_ggov_case_query_int (change->db, SQL_N_PARTIES, fields->id, -1, &n_parties, error))
    return FALSE;

  if (g_strcmp0 (fields->ended_on, fields->starts_on) < 0)
    return _ggov_issue_refuse (error, _("A joint action cannot end before it began."));
  if (n_parties < 2)
    return _ggov_issue_refuse (error, _("A joint action has two parties at least. Enter them first."));

  return *result != '\0' || _ggov_issue_refuse (error, _("Say what came of the joint action."));
}

gint64
ggov_change_save_joint_action (GgovChange                   *change,
                               const GgovJointActionFields  *fields,
                               GError                      **error)
{
  g_autofree char *title = _ggov_issue_dup_stripped (fields->title);
  g_auto(Days) days = { NULL };
  const char *ended = _ggov_case_day (fields->ended_on);
  const GgovColumn columns[] = {
    GGOV_TEXT ("title", title),
    GGOV_TEXT ("purpose", _ggov_case_text (fields->purpose)),
    GGOV_TEXT ("starts_on", fields->starts_on),
    GGOV_TEXT ("ended_on", ended),
    GGOV_TEXT ("result", _ggov_case_text (fields->result)),
  };

  if (*title == '\0')
    return _ggov_issue_refuse (error, _("A joint action needs a title."));
  if (_ggov_case_day (fields->starts_on) == NULL)
    return _ggov_issue_refuse (error, _("Say on which day it begins, such as 2026-04-01."));
  if (!_ggov_case_check_day (change, fields->starts_on, _("Begins"), error) ||
      (fields->id != 0 && !find_action (change, fields->id, &days, error)) ||
      !check_end (change, fields, error) ||
      (fields->id != 0 &&
       !check_steps (change, fields->id, fields->starts_on, ended, error)))
    return 0;

  ggov_change_set_subject (change, title);

  return _ggov_case_save (change, "joint_action", fields->id, fields->row_version, columns,
                          G_N_ELEMENTS (columns), error);
}

/* What it has ---------------------------------------------------------------------------------- */

static gint64
save_party (GgovChange                       *change,
            const GgovJointActionLineFields  *fields,
            GError                          **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("joint_action_id", fields->action_id),
    GGOV_ID ("organisation_id", fields->of_id),
    GGOV_INT ("is_lead", fields->is_lead != 0),
    GGOV_INT ("people", fields->people),
    GGOV_TEXT ("task", _ggov_case_text (fields->text)),
  };
  gint64 known, other, lead = 0;

  if (!_ggov_case_query_int (change->db, SQL_HAS_ORGANISATION, fields->of_id, -1, &known, error) ||
      !_ggov_case_query_int (change->db, SQL_PARTY, fields->action_id, fields->of_id, &other,
                             error) ||
      (fields->is_lead &&
       !_ggov_case_query_int (change->db, SQL_LEAD, fields->action_id, fields->id, &lead, error)))
    return 0;
  if (known == 0)
    return _ggov_issue_refuse (error, _("Choose the organisation that takes part."));
  if (other != 0 && other != fields->id)
    return _ggov_issue_refuse (error, _("This organisation takes part already."));
  if (lead != 0)
    return _ggov_issue_refuse (error, _("Another party leads this joint action already."));
  if (fields->people < 0)
    return _ggov_issue_refuse (error, _("Nobody sends fewer than no people."));

  return _ggov_case_save (change, "joint_action_party", fields->id, fields->row_version, columns,
                          G_N_ELEMENTS (columns), error);
}

static gint64
save_step (GgovChange                       *change,
           const GgovJointActionLineFields  *fields,
           const Days                       *days,
           GError                          **error)
{
  g_autofree char *what = _ggov_issue_dup_stripped (fields->text);
  const GgovColumn columns[] = {
    GGOV_ID ("joint_action_id", fields->action_id),
    GGOV_TEXT ("day", fields->day),
    GGOV_TEXT ("what", what),
  };

  if (*what == '\0')
    return _ggov_issue_refuse (error, _("Say what the step was."));
  if (_ggov_case_day (fields->day) == NULL)
    return _ggov_issue_refuse (error, _("Say on which day the step was, such as 2026-04-01."));
  if (!_ggov_case_check_day (change, fields->day, _("Step"), error))
    return 0;
  if (g_strcmp0 (fields->day, days->starts_on) < 0)
    return _ggov_issue_refuse (error, _("The step is before the joint action begins."));

  return _ggov_case_save (change, "joint_action_step", fields->id, fields->row_version, columns,
                          G_N_ELEMENTS (columns), error);
}

static gint64
save_issue (GgovChange                       *change,
            const GgovJointActionLineFields  *fields,
            const Days                       *days,
            GError                          **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  const GgovColumn columns[] = {
    GGOV_ID ("joint_action_id", fields->action_id),
    GGOV_ID ("issue_id", fields->of_id),
    GGOV_TEXT ("result", _ggov_case_text (fields->text)),
  };
  gint64 other;
  int begin = 0;

  if (!_ggov_case_find_issue (change, fields->of_id, &issue, error) ||
      !_ggov_case_query_int (change->db, SQL_ISSUE, fields->action_id, fields->of_id, &other, error))
    return 0;
  ggov_local_day_parse (days->starts_on, &begin, NULL);
  if (fields->id == 0 && !issue.is_open && ggov_local_time_get_day (issue.closed_at) < begin)
    return _ggov_case_refuse (error, g_strdup_printf (
      /* Translators: an issue's number */
      _("Issue %s was closed before the joint action began."), issue.number));
  if (other != 0 && other != fields->id)
    return _ggov_case_refuse (error, g_strdup_printf (
      /* Translators: an issue's number */
      _("Issue %s is part of this joint action already."), issue.number));

  return _ggov_case_save (change, "joint_action_issue", fields->id, fields->row_version, columns,
                          G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_save_joint_action_line (GgovChange                       *change,
                                    const GgovJointActionLineFields  *fields,
                                    GError                          **error)
{
  g_auto(Days) days = { NULL };
  gint64 id;

  if (!find_open_action (change, fields->action_id, &days, error))
    return 0;

  if (g_strcmp0 (fields->kind, "party") == 0)
    return save_party (change, fields, error);
  if (g_strcmp0 (fields->kind, "step") == 0)
    return save_step (change, fields, &days, error);

  id = save_issue (change, fields, &days, error);
  if (id != 0)
    {
      g_auto(Days) again = { NULL };

      /* The issue has named the change; it is one of the action. */
      return find_action (change, fields->action_id, &again, error) ? id : 0;
    }

  return 0;
}

gboolean
ggov_change_remove_joint_action_line (GgovChange  *change,
                                      const char  *kind,
                                      gint64       id,
                                      GError     **error)
{
  g_auto(Days) days = { NULL };
  gint64 action_id;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return _ggov_case_query_int (change->db, kinds[i].sql_action, id, -1, &action_id, error) &&
             find_open_action (change, action_id, &days, error) &&
             _ggov_change_delete (change, kinds[i].table, id, error);

  return _ggov_issue_refuse (error, _("A joint action has parties, steps and issues."));
}
