/* ggov-points-events.c: what happened that points can be given for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-points-events-private.h"
#include "ggov-points-rules-private.h"
#include "ggov-points-source.h"

#define NOON 720 /* minutes */

/* $1 and $2 are the first second and the first after the last, or of days the first and the last.
 * Columns: the record, whose it was, when, how many minutes, what. */
#define SQL_TRAINING \
  "SELECT a.id, a.person_id, s.starts_at, (s.ends_at - s.starts_at) / 60, c.code " \
  "FROM training_session s JOIN training_attendance a ON a.session_id = s.id " \
  "JOIN course c ON c.id = s.course_id WHERE a.state = 'attended' AND s.starts_at >= $1 " \
  "AND s.starts_at < $2 ORDER BY s.starts_at, a.id"
#define SQL_REPORT \
  "SELECT i.id, i.reporter_id, i.filed_at, 0, i.number FROM issue i WHERE i.filed_at >= $1 " \
  "AND i.filed_at < $2 AND i.reporter_id IS NOT NULL AND i.stage NOT IN ('collect', 'void') " \
  "ORDER BY i.filed_at, i.id"
#define SQL_CLOSED \
  "SELECT i.id, i.handler_id, i.closed_at, 0, i.number FROM issue i WHERE i.closed_at >= $1 " \
  "AND i.closed_at < $2 AND i.handler_id IS NOT NULL AND i.stage IN ('closed', 'evaluated') " \
  "ORDER BY i.closed_at, i.id"
#define SQL_VISIT \
  "SELECT v.id, v.visitor_id, v.day, 0, '' FROM visit v WHERE v.day >= $1 AND v.day <= $2 " \
  "AND v.outcome = 'met' AND v.visitor_id IS NOT NULL ORDER BY v.day, v.id"
#define SQL_AWARD \
  "SELECT t.id, a.person_id, t.at, 0, '' FROM points_transfer t " \
  "JOIN points_entry e ON e.transfer_id = t.id AND e.points > 0 " \
  "JOIN points_account a ON a.id = e.account_id WHERE t.kind = 'earn' AND t.at >= $1 AND t.at < $2 " \
  "AND a.person_id IS NOT NULL AND t.rule_id IN (SELECT id FROM points_rule WHERE code = $3) " \
  "AND " GGOV_POINTS_STANDS ("t") " ORDER BY t.at, t.id"

static const char *const texts[GGOV_N_POINTS_SOURCES] = {
  [GGOV_POINTS_TRAINING] = SQL_TRAINING,
  [GGOV_POINTS_REPORT] = SQL_REPORT,
  [GGOV_POINTS_CLOSED] = SQL_CLOSED,
  [GGOV_POINTS_VISIT] = SQL_VISIT,
  [GGOV_POINTS_DEED] = SQL_AWARD,
};

void
_ggov_points_event_clear (GgovPointsEvent *event)
{
  g_clear_pointer (&event->source, g_free);
}

GgovStmt *
_ggov_points_prepare_events (GgovDb                      *db,
                             const GgovPointsRuleFields  *rule,
                             int                          from,
                             int                          to,
                             GError                     **error)
{
  GgovPointsSource source = ggov_points_source_find (rule->earned_by);
  const char *sql = source < GGOV_N_POINTS_SOURCES ? texts[source] : SQL_AWARD;
  g_autofree char *first = ggov_local_day_format (from);
  g_autofree char *last = ggov_local_day_format (to);
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  if (source == GGOV_POINTS_VISIT)
    {
      ggov_stmt_bind_text (stmt, 1, first);
      ggov_stmt_bind_text (stmt, 2, last);
      return stmt;
    }

  ggov_stmt_bind_int (stmt, 1, ggov_local_time_from_day (from, 0));
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (to + 1, 0));
  if (g_str_equal (sql, SQL_AWARD))
    ggov_stmt_bind_text (stmt, 3, rule->code);

  return stmt;
}

GgovDbStep
_ggov_points_step_event (GgovStmt                    *stmt,
                         const GgovPointsRuleFields  *rule,
                         GgovPointsEvent             *event,
                         GError                     **error)
{
  GgovDbStep step = ggov_stmt_step (stmt, error);
  int day;

  _ggov_points_event_clear (event);
  if (step != GGOV_DB_ROW)
    return step;

  event->person_id = ggov_stmt_get_int (stmt, 1);
  event->at = ggov_stmt_get_int (stmt, 2);
  if (ggov_points_source_find (rule->earned_by) == GGOV_POINTS_VISIT &&
      ggov_local_day_parse (ggov_stmt_get_text (stmt, 2), &day, NULL))
    event->at = ggov_local_time_from_day (day, NOON);
  event->minutes = ggov_stmt_get_int (stmt, 3);
  event->what = ggov_stmt_get_text (stmt, 4);
  event->source = g_strdup_printf ("%s/%" G_GINT64_FORMAT, *rule->earned_by ? rule->earned_by : "award",
                                   ggov_stmt_get_int (stmt, 0));

  return step;
}
