/* ggov-issues.c: rows of issues and of what was done with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-issue-event.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"

#define SQL_FIND \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$2") \
  "WHERE i.id = $1"
#define SQL_LAST \
  "SELECT number FROM issue WHERE number LIKE $1 ORDER BY length (number) DESC, number DESC LIMIT 1"
#define SQL_EVENTS \
  "SELECT e.id, e.at, e.move, e.to_stage, p.name, e.granted, e.note, " \
  "(SELECT c.account FROM change_row r JOIN change c ON c.id = r.change_id " \
  "WHERE r.table_name = 'issue_event' AND r.row_id = e.id ORDER BY r.id DESC LIMIT 1) " \
  "FROM issue_event e LEFT JOIN person p ON p.id = e.person_id WHERE e.issue_id = $1 ORDER BY e.id"

static GgovIssueStage
read_stage (GgovStmt *stmt,
            int       column)
{
  GgovIssueStage stage = GGOV_ISSUE_COLLECTED;
  g_autoptr(GError) error = NULL;

  if (!ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, column), &stage, &error))
    g_warning ("An issue's record: %s", error->message);

  return stage;
}

static GgovLane
read_lane (GgovStmt *stmt,
           int       column)
{
  GgovLane lane = GGOV_LANE_COMMUNITY;
  g_autoptr(GError) error = NULL;

  if (!ggov_lane_from_code (ggov_stmt_get_text (stmt, column), &lane, &error))
    g_warning ("A case type's record: %s", error->message);

  return lane;
}

gboolean
_ggov_issue_refuse (GError     **error,
                    const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

gboolean
_ggov_issue_find_last_number (GgovDb   *db,
                              int       year,
                              guint64  *last,
                              GError  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LAST, error);
  g_autofree char *pattern = g_strdup_printf ("%04d-%%", year);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  *last = 0;
  ggov_stmt_bind_text (stmt, 1, pattern);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *last = g_ascii_strtoull (ggov_stmt_get_text (stmt, 0) + strlen ("2026-"), NULL, 10);

  return step != GGOV_DB_ERROR;
}

char *
_ggov_issue_dup_number (int     year,
                        guint64 number)
{
  return g_strdup_printf ("%04d-%05" G_GUINT64_FORMAT, year, number);
}

void
_ggov_issue_bind_day (GgovStmt *stmt,
                      int       n,
                      gint64    at)
{
  gint64 instant = at != 0 ? at : g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (instant));

  ggov_stmt_bind_text (stmt, n, day);
}

gpointer
_ggov_issue_make (GgovStmt *stmt)
{
  const GgovIssueFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .number = ggov_stmt_get_text (stmt, 2),
    .title = ggov_stmt_get_text (stmt, 3),
    .type_name = ggov_stmt_get_text (stmt, 4),
    .type_name_zh = ggov_stmt_get_text (stmt, 5),
    .limit_text = ggov_stmt_get_text (stmt, 6),
    .lane = read_lane (stmt, 7),
    .measures = ggov_stmt_get_int (stmt, 8),
    .state = { read_stage (stmt, 9), ggov_stmt_get_int (stmt, 10) != 0 },
    .grid_id = ggov_stmt_get_int (stmt, 11),
    .grid_code = ggov_stmt_get_text (stmt, 12),
    .grid_name = ggov_stmt_get_text (stmt, 13),
    .community_name = ggov_stmt_get_text (stmt, 14),
    .building_id = ggov_stmt_get_int (stmt, 15),
    .place = ggov_stmt_get_text (stmt, 16),
    .handler_id = ggov_stmt_get_int (stmt, 17),
    .handler_name = ggov_stmt_get_text (stmt, 18),
    .filed_at = ggov_stmt_get_int (stmt, 19),
    .due_at = ggov_stmt_get_int (stmt, 20),
    .due_provisional = ggov_stmt_get_int (stmt, 21) != 0,
    .closed_at = ggov_stmt_get_int (stmt, 22),
    .n_events = ggov_stmt_get_int (stmt, 23),
    .present_grid_id = ggov_stmt_get_int (stmt, 24),
    .present_grid_code = ggov_stmt_get_text (stmt, 25),
    .present_grid_name = ggov_stmt_get_text (stmt, 26),
    .start_rule = ggov_stmt_get_text (stmt, 27),
    .handler_is_away = ggov_stmt_get_int (stmt, 28) != 0,
    .photo_id = ggov_stmt_get_int (stmt, 29),
    .n_photos = ggov_stmt_get_int (stmt, 30),
    .community_id = ggov_stmt_get_int (stmt, 31),
    .evidence = ggov_stmt_get_text (stmt, 32),
    .figure = ggov_stmt_get_text (stmt, 33),
  };

  return ggov_issue_new (&fields);
}

GgovIssue *
_ggov_issue_find (GgovDb  *db,
                  gint64   id,
                  GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_FIND, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);
  _ggov_issue_bind_day (stmt, 2, 0);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return _ggov_issue_make (stmt);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no issue %" G_GINT64_FORMAT, id);
  return NULL;
}

static GgovIssueEvent *
make_event (GgovStmt *stmt)
{
  GgovIssueMove move = GGOV_ISSUE_FILE;
  g_autoptr(GError) error = NULL;
  GgovIssueEventFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .at = ggov_stmt_get_int (stmt, 1),
    .to = read_stage (stmt, 3),
    .person_name = ggov_stmt_get_text (stmt, 4),
    .granted = ggov_stmt_get_text (stmt, 5),
    .note = ggov_stmt_get_text (stmt, 6),
    .account = ggov_stmt_get_text (stmt, 7),
  };

  if (!ggov_issue_move_from_code (ggov_stmt_get_text (stmt, 2), &move, &error))
    g_warning ("An issue's history: %s", error->message);
  fields.move = move;

  return ggov_issue_event_new (&fields);
}

GPtrArray *
_ggov_issue_list_events (GgovDb  *db,
                         gint64   issue_id,
                         GError **error)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_EVENTS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (events, make_event (stmt));

  return step == GGOV_DB_DONE ? g_steal_pointer (&events) : NULL;
}
