/* ggov-ladder-due.c: the ladder's steps, from the office's records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-clock-private.h"
#include "ggov-issues-private.h"
#include "ggov-ladder-private.h"

#define DAY_S (24 * 60 * 60)

/* No reminder comes so long before expiry. */
#define MOST_AHEAD_S (92 * DAY_S)

#define SQL_LADDER "SELECT entries FROM ladder ORDER BY id DESC LIMIT 1"

/* What was climbed for the deadline an issue has now: also when other hours or a year's notice have
 * moved it since, not when the issue itself has another one. */
#define CLIMBED \
  "FROM ladder_step s WHERE s.issue_id = i.id AND (s.due_at = i.due_at OR s.at >= " \
  "(SELECT max (e.at) FROM issue_event e WHERE e.issue_id = i.id " \
  "AND e.move IN ('file', 'dispatch', 'suspend', 'resume', 'extend', 'reopen')))"

/* A set of rungs as a number. */
#define SQL_RUNNING \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS ", " \
  "(SELECT max (e.at) FROM issue_event e WHERE e.issue_id = i.id " \
  "AND e.move IN ('file', 'dispatch', 'reopen')), " \
  "(SELECT max (CASE s.rung WHEN 'remind' THEN 1 ELSE 0 END) " \
  "+ max (CASE s.rung WHEN 'notice' THEN 2 ELSE 0 END) " \
  "+ max (CASE s.rung WHEN 'criticise' THEN 4 ELSE 0 END) " \
  "+ max (CASE s.rung WHEN 'report' THEN 8 ELSE 0 END) " CLIMBED "), " \
  "(SELECT max (s.at) " CLIMBED ") " \
  GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$4") \
  "WHERE i.stage NOT IN ('collect', 'closed', 'evaluated', 'void') AND i.suspended = 0 " \
  "AND i.due_at <= $1 AND i.filed_at <= $2 AND ($3 = 0 OR i.id = $3) ORDER BY i.due_at, i.id"

enum
{
  START = GGOV_N_SQL_ISSUE_COLUMNS, DONE, LAST_DONE,
};

gboolean
_ggov_ladder_read (GgovDb      *db,
                   GgovLadder  *ladder,
                   GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LADDER, error);
  GgovDbStep step = stmt ? ggov_stmt_step (stmt, error) : GGOV_DB_ERROR;

  if (step == GGOV_DB_ROW)
    return ggov_ladder_parse (ggov_stmt_get_text (stmt, 0), ladder, error);
  if (step == GGOV_DB_DONE)
    ggov_ladder_init_default (ladder);

  return step == GGOV_DB_DONE;
}

static GgovLadderStep *
find_step (GgovStmt         *stmt,
           const GgovLadder *ladder,
           GgovOfficeClock  *clock,
           gint64            now)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_make (stmt);
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  const GgovLadderState state = {
    .start = MAX (fields->filed_at, ggov_stmt_get_int (stmt, START)),
    .due = fields->due_at,
    .done = ggov_stmt_get_int (stmt, DONE),
    .last_done = ggov_stmt_get_int (stmt, LAST_DONE),
  };
  GgovLadderStepFields step = { .due_at = fields->due_at };

  if (!ggov_ladder_find_step (ladder, clock, &state, now, &step.rung, &step.since))
    return NULL;

  return ggov_ladder_step_new (issue, &step);
}

/* What hardens most first; what is alike stays as it was read, by when it was due. */
static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  GgovRung one = ggov_ladder_step_get_fields (*(GgovLadderStep **) a)->rung;
  GgovRung other = ggov_ladder_step_get_fields (*(GgovLadderStep **) b)->rung;

  return (int) other - (int) one;
}

static GgovStmt *
prepare (GgovDb  *db,
         gint64   now,
         gint64   issue_id,
         GError **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, SQL_RUNNING, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, now + MOST_AHEAD_S);
  ggov_stmt_bind_int (stmt, 2, now);
  ggov_stmt_bind_int (stmt, 3, issue_id);
  _ggov_issue_bind_day (stmt, 4, now);

  return stmt;
}

GPtrArray *
_ggov_ladder_list_due (GgovDb  *db,
                       gint64   now,
                       gint64   issue_id,
                       GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovOfficeClock) clock = _ggov_clock_read (db, error);
  g_autoptr(GgovStmt) stmt = clock ? prepare (db, now, issue_id, error) : NULL;
  GgovLadder ladder;
  GgovDbStep found;

  if (stmt == NULL || !_ggov_ladder_read (db, &ladder, error))
    return NULL;

  while ((found = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovLadderStep *step = find_step (stmt, &ladder, clock, now);

      if (step)
        g_ptr_array_add (steps, step);
    }
  /* GLib's sort is stable. */
  g_ptr_array_sort (steps, compare_steps);

  return found == GGOV_DB_DONE ? g_steal_pointer (&steps) : NULL;
}
