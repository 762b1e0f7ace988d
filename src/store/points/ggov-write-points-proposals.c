/* ggov-write-points-proposals.c: writing proposals of awards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-points-events-private.h"
#include "ggov-points-proposals-private.h"
#include "ggov-points-rules-private.h"
#include "ggov-points-source.h"
#include "ggov-typed-text.h"
#include "ggov-write-points-private.h"

#define SQL_KNOWN \
  "SELECT 1 FROM points_transfer t WHERE t.source = $2 " \
  "AND t.rule_id IN (SELECT id FROM points_rule WHERE code = $1) AND " GGOV_POINTS_STANDS ("t") " " \
  "UNION ALL SELECT 1 FROM points_proposal p WHERE p.source = $2 " \
  "AND p.rule_id IN (SELECT id FROM points_rule WHERE code = $1) LIMIT 1"

/* What is in force on any of the days, and has something to be proposed from. */
#define SQL_RULES \
  "SELECT " GGOV_POINTS_RULE_COLUMNS " FROM points_rule r WHERE r.draft = 0 AND r.valid_from <= $2 " \
  "AND coalesce (r.valid_to, $1) >= $1 AND r.earned_by NOT IN ('', 'deed') ORDER BY r.code, r.version"

static gboolean
is_known (GgovChange  *change,
          const char  *code,
          const char  *source,
          gboolean    *known,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_KNOWN, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, code);
  ggov_stmt_bind_text (stmt, 2, source);
  step = ggov_stmt_step (stmt, error);
  *known = step == GGOV_DB_ROW;

  return step != GGOV_DB_ERROR;
}

/* (nullable): the last day of public notice */
static char *
dup_notice (const char *today,
            int         notice_days)
{
  int day;

  return notice_days > 0 && ggov_local_day_parse (today, &day, NULL)
           ? ggov_local_day_format (day + notice_days) : NULL;
}

static gint64
insert (GgovChange            *change,
        const GgovPointsWish  *wish,
        gint64                 points,
        int                    notice_days,
        GError               **error)
{
  g_autofree char *notice_to = dup_notice (wish->today, notice_days);
  const GgovColumn columns[] = {
    GGOV_ID ("rule_id", wish->rule_id),
    GGOV_ID ("person_id", wish->person_id),
    GGOV_INT ("at", wish->at),
    GGOV_INT ("minutes", wish->minutes),
    GGOV_INT ("points", points),
    GGOV_TEXT ("source", wish->source),
    GGOV_TEXT ("note", wish->note ? wish->note : ""),
    GGOV_TEXT ("evidence", wish->evidence ? wish->evidence : ""),
    GGOV_TEXT ("notice_to", notice_to),
    GGOV_TEXT ("proposed_by", wish->proposed_by),
  };

  return _ggov_change_insert (change, "points_proposal", columns, G_N_ELEMENTS (columns), error);
}

static gboolean
check_wish (GgovChange                  *change,
            const GgovPointsWish        *wish,
            const GgovPointsRuleFields  *rule,
            const char                  *day,
            GError                     **error)
{
  gboolean known = FALSE, ended;

  if (!_ggov_points_check_force (rule, day, error) ||
      !_ggov_points_stood_down (change->db, wish->person_id, day, &ended, error) ||
      (wish->source && !is_known (change, rule->code, wish->source, &known, error)))
    return FALSE;

  if (ended)
    return _ggov_points_refuse (error, _("This person’s post had ended by that day. Choose a day on "
                                         "which it was held."));
  if (known)
    return _ggov_points_refuse (error, _("Points were given or proposed for this already."));
  if (ggov_typed_is_blank (wish->proposed_by))
    return _ggov_points_refuse (error, _("Say who proposes it."));

  return ggov_points_source_find (rule->earned_by) != GGOV_POINTS_DEED ||
         !ggov_typed_is_blank (wish->evidence) ||
         _ggov_points_refuse (error, _("Say who saw the good deed, or what proves it."));
}

gint64
_ggov_points_propose (GgovChange            *change,
                      const GgovPointsWish  *wish,
                      GError               **error)
{
  g_autoptr(GgovPointsRule) rule = _ggov_points_get_rule (change->db, wish->rule_id, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (wish->at));
  const GgovPointsRuleFields *fields;
  gint64 points;

  if (rule == NULL)
    return 0;

  fields = ggov_points_rule_get_fields (rule);
  ggov_change_set_subject (change, fields->code);
  if (!check_wish (change, wish, fields, day, error) ||
      !_ggov_points_weigh (change->db, fields, wish->person_id, day, wish->minutes, &points, error))
    return 0;

  if (points == 0)
    {
      _ggov_points_refuse (error, _("This comes to no point: it took too short a time, or is not paid "
                                    "for this person’s role."));
      return 0;
    }

  return insert (change, wish, points, fields->notice_days, error);
}

/* Proposes an event unless that is no use. */
static gboolean
propose_event (GgovChange                  *change,
               const GgovPointsRuleFields  *rule,
               const GgovPointsEvent       *event,
               const char                  *today,
               guint                       *n_proposed,
               GError                     **error)
{
  const GgovPointsWish wish = {
    .person_id = event->person_id,
    .rule_id = rule->id,
    .at = event->at,
    .minutes = event->minutes,
    .source = event->source,
    .note = event->what,
    .proposed_by = change->account,
    .today = today,
  };
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (event->at));
  gboolean known, ended;
  gint64 points;

  if (!is_known (change, rule->code, event->source, &known, error) ||
      !_ggov_points_stood_down (change->db, event->person_id, day, &ended, error) ||
      !_ggov_points_weigh (change->db, rule, event->person_id, day, event->minutes, &points, error))
    return FALSE;
  if (known || ended || points == 0)
    return TRUE;

  (*n_proposed)++;

  return insert (change, &wish, points, rule->notice_days, error) != 0;
}

static gboolean
propose_by (GgovChange                  *change,
            const GgovPointsRuleFields  *rule,
            int                          from,
            int                          to,
            guint                       *n_proposed,
            GError                     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  g_autofree char *today = ggov_local_day_format (to);
  g_auto(GgovPointsEvent) event = { 0 };
  GgovDbStep step;
  int first, last;

  if (ggov_local_day_parse (rule->valid_from, &first, NULL))
    from = MAX (from, first);
  if (*rule->valid_to && ggov_local_day_parse (rule->valid_to, &last, NULL))
    to = MIN (to, last);
  if (from > to)
    return TRUE;

  if (!(stmt = _ggov_points_prepare_events (change->db, rule, from, to, error)))
    return FALSE;

  while ((step = _ggov_points_step_event (stmt, rule, &event, error)) == GGOV_DB_ROW)
    if (!propose_event (change, rule, &event, today, n_proposed, error) ||
        !ggov_change_check_cancelled (change, error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

gboolean
_ggov_points_propose_all (GgovChange  *change,
                          int          from,
                          int          to,
                          guint       *n_proposed,
                          GError     **error)
{
  g_autofree char *first = ggov_local_day_format (from);
  g_autofree char *last = ggov_local_day_format (to);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_RULES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, first);
  ggov_stmt_bind_text (stmt, 2, last);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_autoptr(GgovPointsRule) rule = _ggov_points_make_rule (change->db, stmt, error);

      if (rule == NULL || !propose_by (change, ggov_points_rule_get_fields (rule), from, to, n_proposed,
                                       error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}
