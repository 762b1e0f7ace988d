/* ggov-store-issue-cases.c: which cases an issue belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-issue-cases.h"
#include "ggov-utilities-private.h"

#define OF_ISSUE "FROM issue i JOIN case_type t ON t.id = i.case_type_id "
#define ITS_STRUCTURES "FROM structure s WHERE s.issue_id = i.id"

#define SQL_CASES \
  "SELECT 1, 'disputes', i.id, CASE WHEN d.id IS NULL THEN 0 ELSE 1 END, " \
  "(SELECT count (*) FROM dispute_meeting m WHERE m.dispute_id = d.id), 0, '', " \
  "coalesce (d.outcome, '') " OF_ISSUE "LEFT JOIN dispute d ON d.issue_id = i.id " \
  "WHERE i.id = $1 AND t.figure = 'dispute' " \
  "UNION ALL " \
  "SELECT 2, 'structures', i.id, (SELECT min (1) " ITS_STRUCTURES "), " \
  "(SELECT count (*) " ITS_STRUCTURES "), " \
  "(SELECT count (*) " ITS_STRUCTURES " AND s.demolished_on IS NULL), '', '' " OF_ISSUE \
  "WHERE i.id = $1 AND t.figure IN ('illegal_structure', 'wall_breaking') " \
  "UNION ALL " \
  "SELECT 3, 'utilities', coalesce (u.company_id, 0), 1, 0, 0, coalesce (o.name, ''), u.service " \
  "FROM (SELECT t.service, " GGOV_SQL_UTILITY_COMPANY " AS company_id " OF_ISSUE \
  "WHERE i.id = $1 AND t.service <> '') u LEFT JOIN organisation o ON o.id = u.company_id " \
  "UNION ALL " \
  "SELECT 4, 'joint-actions', a.id, 1, " \
  "(SELECT count (*) FROM joint_action_issue n WHERE n.joint_action_id = a.id), 0, a.title, '' " \
  "FROM joint_action_issue l JOIN joint_action a ON a.id = l.joint_action_id WHERE l.issue_id = $1 " \
  "ORDER BY 1, 3"

static gpointer
make_case (GgovStmt *stmt)
{
  return ggov_issue_case_new (&(GgovIssueCaseFields) {
    .view = ggov_stmt_get_text (stmt, 1),
    .id = ggov_stmt_get_int (stmt, 2),
    .is_started = ggov_stmt_get_int (stmt, 3),
    .count = ggov_stmt_get_int (stmt, 4),
    .missing = ggov_stmt_get_int (stmt, 5),
    .name = ggov_stmt_get_text (stmt, 6),
    .state = ggov_stmt_get_text (stmt, 7),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_CASES, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, *(gint64 *) g_task_get_task_data (task));
  _ggov_store_return_rows (task, stmt, make_case);
}

void
ggov_store_list_issue_cases_async (GgovStore           *self,
                                   gint64               issue_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_issue_cases_async, list_job,
                    g_memdup2 (&issue_id, sizeof issue_id), g_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_issue_cases_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_ISSUE_CASE) : NULL;
}
