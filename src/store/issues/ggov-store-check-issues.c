/* ggov-store-check-issues.c: is every issue where its steps have brought it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issue-parts-private.h"
#include "ggov-store-check-private.h"

/* Issues whose last step led elsewhere; @which chooses among them. */
#define SQL_ASTRAY(which) \
  "SELECT i.number FROM issue i JOIN issue_step s ON s.id = " \
  "(SELECT max (l.id) FROM issue_step l WHERE l.issue_id = i.id) " \
  "WHERE (s.to_stage <> i.stage OR (s.move = 'suspend') <> (i.suspended = 1)) " which \
  "ORDER BY i.number"
#define SQL_WRITTEN \
  SQL_ASTRAY ("AND i.id IN (SELECT r.row_id FROM change_row r WHERE r.change_id = $1 " \
              "AND r.table_name = 'issue') ")

/* Each step beside the one before it. */
#define SQL_STEPS(wrong) \
  "WITH steps AS (SELECT s.issue_id, s.at, s.move, s.from_stage, s.to_stage, " \
  "lag (s.at) OVER w AS at_before, lag (s.move) OVER w AS move_before, " \
  "lag (s.to_stage) OVER w AS stage_before FROM issue_step s " \
  "WINDOW w AS (PARTITION BY s.issue_id ORDER BY s.id)) " \
  "SELECT DISTINCT i.number FROM steps s JOIN issue i ON i.id = s.issue_id WHERE " wrong " " \
  "ORDER BY i.number"
#define NO_STEP \
  "s.from_stage IS NOT NULL AND NOT EXISTS (SELECT 1 FROM issue_flow f " \
  "WHERE f.from_stage = s.from_stage AND f.move = s.move AND f.to_stage = s.to_stage)"
#define NO_ORDER \
  "s.stage_before <> s.from_stage " \
  "OR (s.move_before = 'suspend' AND s.move NOT IN ('resume', 'void', 'duplicate')) " \
  "OR (s.move_before <> 'suspend' AND s.move = 'resume')"

#define SQL_LOOSE_STRANDS \
  "SELECT i.number FROM issue_strand s JOIN issue i ON i.id = s.issue_id " \
  "WHERE s.ended_at IS NULL AND i.stage IN ('closed', 'evaluated', 'void') ORDER BY i.number"
#define SQL_LOOSE_REPORTERS \
  "SELECT DISTINCT f.number FROM issue_reporter r JOIN issue f ON f.id = r.from_issue_id " \
  "WHERE f.duplicate_of_id IS DISTINCT FROM r.issue_id ORDER BY f.number"
#define SQL_KNOTS(which) \
  "SELECT i.number FROM issue i JOIN issue o ON o.id = i.duplicate_of_id " \
  "WHERE o.duplicate_of_id IS NOT NULL " which "ORDER BY i.number"
#define SQL_KNOTS_WRITTEN \
  SQL_KNOTS ("AND EXISTS (SELECT 1 FROM change_row r WHERE r.change_id = $1 " \
             "AND r.table_name = 'issue' AND (r.row_id = i.id OR r.row_id = o.id)) ")

static const struct
{
  const char *sql;
  const char *sentence;
} rules[] = {
  { SQL_STEPS (NO_STEP), N_("This issue has a step in its history that does not exist.") },
  { SQL_STEPS (NO_ORDER), N_("The steps of this issue do not follow from one another.") },
  { SQL_STEPS ("s.at_before > s.at"), N_("A step of this issue is earlier than the one before it.") },
  { SQL_ASTRAY (""), N_("This issue is not where its last step has brought it.") },
  { SQL_LOOSE_STRANDS, N_("This issue has ended, and one of its strands is still open.") },
  { SQL_LOOSE_REPORTERS,
    N_("Those who reported this issue are with another one, of which it is no duplicate.") },
  { SQL_KNOTS (""), N_("This issue is a duplicate of one that is a duplicate itself.") },
};

gboolean
_ggov_check_issues (GgovDb     *db,
                    GPtrArray  *findings,
                    GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!_ggov_check_rows (db, "issues", rules[i].sql, _(rules[i].sentence), findings, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_none (GgovDb      *db,
            const char  *sql,
            gint64       change_id,
            const char  *wrong,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT, "issue %s would %s",
                 ggov_stmt_get_text (stmt, 0), wrong);

  return step == GGOV_DB_DONE;
}

gboolean
_ggov_issue_check_written (GgovDb  *db,
                           gint64   change_id,
                           GError **error)
{
  return check_none (db, SQL_WRITTEN, change_id, "not be where its steps have brought it", error) &&
         check_none (db, SQL_KNOTS_WRITTEN, change_id, "be a duplicate of a duplicate", error);
}
