/* ggov-store-joint-actions.c: reading actions of several parties about many issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-cases-private.h"
#include "ggov-issue-stage.h"
#include "ggov-local-time.h"
#include "ggov-store-joint-actions.h"

#define CLOSED "i.stage IN ('closed', 'evaluated')"
#define ITS_ISSUES \
  "FROM joint_action_issue l JOIN issue i ON i.id = l.issue_id WHERE l.joint_action_id = a.id"

#define SQL_ACTIONS \
  "SELECT a.id, a.row_version, " \
  "(SELECT count (*) FROM joint_action_party p WHERE p.joint_action_id = a.id), " \
  "(SELECT coalesce (sum (p.people), 0) FROM joint_action_party p WHERE p.joint_action_id = a.id), " \
  "(SELECT count (*) FROM joint_action_step s WHERE s.joint_action_id = a.id), " \
  "(SELECT count (*) " ITS_ISSUES "), " \
  "(SELECT count (*) " ITS_ISSUES " AND " CLOSED "), " \
  "(SELECT coalesce (sum (i.measure_count), 0) " ITS_ISSUES " AND " CLOSED "), " \
  "(SELECT coalesce (sum (i.measure_area_cm2), 0) " ITS_ISSUES " AND " CLOSED "), " \
  "a.title, a.purpose, a.starts_on, a.ended_on, a.result, " \
  "(SELECT o.name FROM joint_action_party p JOIN organisation o ON o.id = p.organisation_id " \
  "WHERE p.joint_action_id = a.id AND p.is_lead = 1) " \
  "FROM joint_action a WHERE a.starts_on <= $1 ORDER BY a.starts_on DESC, a.id DESC LIMIT 2000"
#define SQL_PARTIES \
  "SELECT p.id, p.row_version, p.organisation_id, p.is_lead, p.people, o.name, p.task " \
  "FROM joint_action_party p JOIN organisation o ON o.id = p.organisation_id " \
  "WHERE p.joint_action_id = $1 ORDER BY p.is_lead DESC, p.id"
#define SQL_STEPS \
  "SELECT s.id, s.row_version, s.day, s.what FROM joint_action_step s " \
  "WHERE s.joint_action_id = $1 ORDER BY s.day, s.id"
#define SQL_ISSUES \
  "SELECT l.id, l.row_version, l.issue_id, i.stage, i.closed_at, i.title, l.result, i.number " \
  "FROM joint_action_issue l JOIN issue i ON i.id = l.issue_id " \
  "WHERE l.joint_action_id = $1 ORDER BY i.number"

static gpointer
make_action (GgovStmt *stmt)
{
  return ggov_joint_action_new (&(GgovJointActionFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .n_parties = ggov_stmt_get_int (stmt, 2),
    .n_people = ggov_stmt_get_int (stmt, 3),
    .n_steps = ggov_stmt_get_int (stmt, 4),
    .n_issues = ggov_stmt_get_int (stmt, 5),
    .n_closed = ggov_stmt_get_int (stmt, 6),
    .n_places = ggov_stmt_get_int (stmt, 7),
    .area_cm2 = ggov_stmt_get_int (stmt, 8),
    .title = ggov_stmt_get_text (stmt, 9),
    .purpose = ggov_stmt_get_text (stmt, 10),
    .starts_on = ggov_stmt_get_text (stmt, 11),
    .ended_on = _ggov_case_text (ggov_stmt_get_text (stmt, 12)),
    .result = ggov_stmt_get_text (stmt, 13),
    .lead = _ggov_case_text (ggov_stmt_get_text (stmt, 14)),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ACTIONS, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
  _ggov_store_return_rows (task, stmt, make_action);
}

void
ggov_store_list_joint_actions_async (GgovStore           *self,
                                     const char          *day,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_joint_actions_async, list_job, g_strdup (day), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_joint_actions_finish (GgovStore     *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_JOINT_ACTION) : NULL;
}

/* Lines ---------------------------------------------------------------------------------------- */

static gpointer
make_party (GgovStmt *stmt,
            gint64    action_id)
{
  return ggov_joint_action_line_new (&(GgovJointActionLineFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .action_id = action_id,
    .of_id = ggov_stmt_get_int (stmt, 2),
    .is_lead = ggov_stmt_get_int (stmt, 3),
    .people = ggov_stmt_get_int (stmt, 4),
    .kind = "party",
    .day = "",
    .name = ggov_stmt_get_text (stmt, 5),
    .text = ggov_stmt_get_text (stmt, 6),
    .number = "",
    .stage = "",
  });
}

static gpointer
make_step (GgovStmt *stmt,
           gint64    action_id)
{
  return ggov_joint_action_line_new (&(GgovJointActionLineFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .action_id = action_id,
    .kind = "step",
    .day = ggov_stmt_get_text (stmt, 2),
    .name = "",
    .text = ggov_stmt_get_text (stmt, 3),
    .number = "",
    .stage = "",
  });
}

static gpointer
make_issue (GgovStmt *stmt,
            gint64    action_id)
{
  GgovIssueStage stage = GGOV_ISSUE_COLLECTED;
  g_autofree char *closed = ggov_stmt_is_null (stmt, 4) ? NULL : ggov_local_day_format (
    ggov_local_time_get_day (ggov_stmt_get_int (stmt, 4)));

  ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, 3), &stage, NULL);

  return ggov_joint_action_line_new (&(GgovJointActionLineFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .action_id = action_id,
    .of_id = ggov_stmt_get_int (stmt, 2),
    .is_open = ggov_issue_stage_is_open (stage),
    .kind = "issue",
    .day = _ggov_case_text (closed),
    .name = ggov_stmt_get_text (stmt, 5),
    .text = ggov_stmt_get_text (stmt, 6),
    .number = ggov_stmt_get_text (stmt, 7),
    .stage = ggov_issue_stage_get_label (stage),
  });
}

static gboolean
add_lines (GgovDb      *db,
           const char  *sql,
           gint64       action_id,
           gpointer   (*make) (GgovStmt *stmt, gint64 action_id),
           GPtrArray   *lines,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, action_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (lines, make (stmt, action_id));

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
lines_job (GTask  *task,
           GgovDb *db)
{
  gint64 id = *(gint64 *) g_task_get_task_data (task);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (add_lines (db, SQL_PARTIES, id, make_party, lines, &error) &&
      add_lines (db, SQL_STEPS, id, make_step, lines, &error) &&
      add_lines (db, SQL_ISSUES, id, make_issue, lines, &error))
    g_task_return_pointer (task, g_steal_pointer (&lines), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_joint_action_lines_async (GgovStore           *self,
                                          gint64               action_id,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_joint_action_lines_async, lines_job,
                    g_memdup2 (&action_id, sizeof action_id), g_free, cancellable, callback,
                    user_data);
}

GListModel *
ggov_store_list_joint_action_lines_finish (GgovStore     *self,
                                           GAsyncResult  *result,
                                           GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_JOINT_ACTION_LINE) : NULL;
}
