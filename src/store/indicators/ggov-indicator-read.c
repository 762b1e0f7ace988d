/* ggov-indicator-read.c: the facts that indicators are made of, issue by issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-choice.h"
#include "ggov-clock-private.h"
#include "ggov-follow-up.h"
#include "ggov-indicator-read-private.h"

/* $1 and $2: the period. What was judged or extended is read once, not issue by issue. */
#define SQL(key, label, label_zh, joins) \
  "WITH j AS (SELECT issue_id, max (at) AS at, " \
  "max (CASE WHEN move = 'rework' THEN 1 ELSE 0 END) AS again FROM issue_event " \
  "WHERE (move = 'verify-pass' OR move = 'rework') AND at >= $1 AND at < $2 GROUP BY issue_id), " \
  "x AS (SELECT DISTINCT issue_id FROM issue_event WHERE move = 'extend'), " \
  "c AS (SELECT f.issue_id, f.at, f.satisfaction FROM follow_up f WHERE f.reached = 1 " \
  "AND f.at >= $1 AND f.at < $2 AND NOT EXISTS (SELECT 1 FROM follow_up l " \
  "WHERE l.issue_id = f.issue_id AND l.reached = 1 AND l.at < $2 AND l.id > f.id)) " \
  "SELECT i.id, " key ", " label ", " label_zh ", i.stage, i.filed_at, i.due_at, i.closed_at, " \
  "i.duplicate_of_id, x.issue_id, j.at, j.again, " \
  "EXISTS (SELECT 1 FROM follow_up f WHERE f.issue_id = i.id AND f.reached = 1 " \
  "AND f.at >= i.closed_at), c.at, c.satisfaction FROM issue i " joins \
  "LEFT JOIN j ON j.issue_id = i.id LEFT JOIN x ON x.issue_id = i.id " \
  "LEFT JOIN c ON c.issue_id = i.id " \
  "WHERE (i.due_at >= $1 AND i.due_at < $2) OR (i.closed_at >= $1 AND i.closed_at < $2) " \
  "OR (i.filed_at >= $1 AND i.filed_at < $2) OR j.issue_id IS NOT NULL " \
  "OR c.issue_id IS NOT NULL"

#define GRID "LEFT JOIN grid g ON g.id = i.grid_id "
#define TYPE "JOIN case_type t ON t.id = i.case_type_id "
#define HANDLER "LEFT JOIN person h ON h.id = i.handler_id "

static const char *const queries[GGOV_N_INDICATOR_BYS] = {
  [GGOV_INDICATOR_BY_ALL] = SQL ("''", "NULL", "NULL", ""),
  [GGOV_INDICATOR_BY_GRID] = SQL ("g.code", "g.name", "NULL", GRID),
  [GGOV_INDICATOR_BY_COMMUNITY] =
    SQL ("u.code", "u.name", "NULL", GRID "LEFT JOIN community u ON u.id = g.community_id "),
  [GGOV_INDICATOR_BY_TYPE] = SQL ("t.code", "t.name", "t.name_zh", TYPE),
  [GGOV_INDICATOR_BY_LANE] = SQL ("t.lane", "NULL", "NULL", TYPE),
  [GGOV_INDICATOR_BY_DEPARTMENT] =
    SQL ("CAST (o.id AS TEXT)", "o.name", "NULL",
         HANDLER "LEFT JOIN organisation o ON o.id = h.organisation_id "),
  [GGOV_INDICATOR_BY_PERSON] = SQL ("CAST (h.id AS TEXT)", "h.name", "NULL", HANDLER),
  [GGOV_INDICATOR_BY_MONTH] = SQL ("''", "NULL", "NULL", ""),
};

enum
{
  ID, KEY, LABEL, LABEL_ZH, STAGE, FILED_AT, DUE_AT, CLOSED_AT, DUPLICATE, EXTENDED, JUDGED_AT,
  REWORKED, REACHED, ANSWERED_AT, SATISFACTION,
};

#define SQL_PAUSES \
  "SELECT e.issue_id, e.at, e.move FROM issue i JOIN issue_event e ON e.issue_id = i.id " \
  "WHERE i.closed_at >= $1 AND i.closed_at < $2 AND (e.move = 'suspend' OR e.move = 'resume') " \
  "ORDER BY e.issue_id, e.id"

/* What times of work are reckoned by. */
typedef struct
{
  GgovOfficeClock *clock;  /* (owned) */
  GHashTable      *pauses; /* (element-type gint64 gint64): minutes of work in which issues stood still */
} Times;

static void
times_clear (Times *times)
{
  g_clear_pointer (&times->clock, ggov_office_clock_unref);
  g_clear_pointer (&times->pauses, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Times, times_clear)

static gint64
count_minutes (const Times *times,
               gint64       from,
               gint64       to)
{
  return ggov_office_clock_count (times->clock, GGOV_PACE_WORKING_HOURS, to) -
         ggov_office_clock_count (times->clock, GGOV_PACE_WORKING_HOURS, from);
}

static void
add_pause (Times  *times,
           gint64  issue_id,
           gint64  minutes)
{
  gint64 *sum = g_hash_table_lookup (times->pauses, &issue_id);

  if (sum)
    *sum += minutes;
  else
    g_hash_table_insert (times->pauses, g_memdup2 (&issue_id, sizeof issue_id),
                         g_memdup2 (&minutes, sizeof minutes));
}

static gboolean
read_times (GgovDb                     *db,
            const GgovIndicatorPeriod  *period,
            Times                      *times,
            GError                    **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PAUSES, error);
  gint64 issue_id = 0, since = 0;
  GgovDbStep step;

  if (stmt == NULL || !(times->clock = _ggov_clock_read (db, error)))
    return FALSE;

  times->pauses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  ggov_stmt_bind_int (stmt, 1, period->from);
  ggov_stmt_bind_int (stmt, 2, period->to);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gboolean is_pause = g_str_equal (ggov_stmt_get_text (stmt, 2), "suspend");
      gint64 at = ggov_stmt_get_int (stmt, 1);

      if (!is_pause && since != 0 && ggov_stmt_get_int (stmt, 0) == issue_id)
        add_pause (times, issue_id, count_minutes (times, since, MAX (at, since)));
      issue_id = ggov_stmt_get_int (stmt, 0);
      since = is_pause ? at : 0;
    }

  return step == GGOV_DB_DONE;
}

/* From its report to its closing. */
static gint64
find_minutes (const Times              *times,
              const GgovIndicatorRead  *one,
              const GgovIndicatorPeriod *period)
{
  const gint64 *pause;
  gint64 minutes;

  if (!ggov_indicator_is_closed (&one->facts, period))
    return -1;

  pause = g_hash_table_lookup (times->pauses, &one->id);
  minutes = count_minutes (times, one->facts.reported_at, one->facts.closed_at);

  return MAX (minutes - (pause ? *pause : 0), 0);
}

static void
read_facts (GgovStmt          *stmt,
            GgovIndicatorRead *one)
{
  const char *key = ggov_stmt_get_text (stmt, KEY);

  *one = (GgovIndicatorRead) { .id = ggov_stmt_get_int (stmt, ID) };
  one->key = key ? key : "";
  one->label = ggov_stmt_get_text (stmt, LABEL);
  one->label_zh = ggov_stmt_get_text (stmt, LABEL_ZH);
  one->facts.reported_at = ggov_stmt_get_int (stmt, FILED_AT);
  /* What is not filed yet, or has gone back, has no limit. */
  if (!g_str_equal (ggov_stmt_get_text (stmt, STAGE), "collect"))
    one->facts.due_at = ggov_stmt_get_int (stmt, DUE_AT);
  one->facts.closed_at = ggov_stmt_get_int (stmt, CLOSED_AT);
  one->facts.is_void = g_str_equal (ggov_stmt_get_text (stmt, STAGE), "void");
  one->facts.is_duplicate = one->facts.is_void && !ggov_stmt_is_null (stmt, DUPLICATE);
  one->facts.is_extended = !ggov_stmt_is_null (stmt, EXTENDED);
  one->facts.judged_at = ggov_stmt_get_int (stmt, JUDGED_AT);
  one->facts.is_reworked = ggov_stmt_get_int (stmt, REWORKED) != 0;
  one->facts.is_reached = ggov_stmt_get_int (stmt, REACHED) != 0;
  one->facts.answered_at = ggov_stmt_get_int (stmt, ANSWERED_AT);
  one->facts.is_satisfied = ggov_stmt_get_int (stmt, SATISFACTION) >= GGOV_SATISFACTION_SATISFIED;
}

gboolean
_ggov_indicator_read (GgovDb                     *db,
                      GgovIndicatorBy             by,
                      const GgovIndicatorPeriod  *period,
                      GgovIndicatorFunc           func,
                      gpointer                    data,
                      GError                    **error)
{
  g_auto(Times) times = { NULL, NULL };
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!read_times (db, period, &times, error) ||
      !(stmt = ggov_db_prepare (db, queries[by], error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, period->from);
  ggov_stmt_bind_int (stmt, 2, period->to);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovIndicatorRead one;

      read_facts (stmt, &one);
      one.facts.minutes = find_minutes (&times, &one, period);
      func (&one, data);
    }

  return step == GGOV_DB_DONE;
}

char *
_ggov_indicator_dup_label (const char *label,
                           const char *label_zh)
{
  const GgovChoiceFields fields = { .name = label ? label : "", .name_zh = label_zh };
  g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

  return g_strdup (ggov_choice_get_label (choice));
}
