/* ggov-write-points-award.c: giving points by a rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-points-rules-private.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

/* Of all versions of a rule: a new one does not begin the day anew. */
#define SQL_OF_CODE "IN (SELECT id FROM points_rule WHERE code = $2)"
#define SQL_EARNED \
  "SELECT coalesce (sum (e.points), 0) FROM points_entry e " \
  "JOIN points_transfer t ON t.id = e.transfer_id " \
  "WHERE e.account_id IN " GGOV_POINTS_OF_PERSON ("$1") " AND t.rule_id " SQL_OF_CODE \
  " AND t.kind = 'earn' AND t.at >= $3 AND t.at < $4 AND " GGOV_POINTS_STANDS ("t")
#define SQL_PAID \
  "SELECT 1 FROM points_transfer t WHERE t.rule_id IN (SELECT id FROM points_rule WHERE code = $1) " \
  "AND t.source = $2 AND " GGOV_POINTS_STANDS ("t")

/* One activity of one person, while it is looked at. */
typedef struct
{
  GgovChange                 *change;
  const GgovAwardRecord      *record;
  const GgovPointsRuleFields *rule;
  int                         day;    /* days since 1970-01-01 */
  char                       *day_text;
  gint64                      points;
} Award;

/* Who never had a post may be thanked as well; whose posts are all over is not any more, but for what
 * was done while they lasted. */
static gboolean
check_post (const Award  *award,
            GError      **error)
{
  gboolean ended;

  if (!_ggov_points_stood_down (award->change->db, award->record->person_id, award->day_text, &ended,
                                error))
    return FALSE;

  return !ended ||
         _ggov_points_refuse (error, _("This person’s post had ended by that day. Choose a day on "
                                       "which it was held."));
}

/* @from, @to: days, the latter the first after them */
static gboolean
check_most (const Award  *award,
            int           from,
            int           to,
            gint64        most,
            const char   *sentence,
            GError      **error)
{
  g_autoptr(GgovStmt) stmt = NULL;

  if (most == 0)
    return TRUE;

  if (!(stmt = ggov_db_prepare (award->change->db, SQL_EARNED, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, award->record->person_id);
  ggov_stmt_bind_text (stmt, 2, award->rule->code);
  ggov_stmt_bind_int (stmt, 3, ggov_local_time_from_day (from, 0));
  ggov_stmt_bind_int (stmt, 4, ggov_local_time_from_day (to, 0));
  if (!_ggov_points_ask (stmt, "sum", error))
    return FALSE;

  return ggov_stmt_get_int (stmt, 0) + award->points <= most || _ggov_points_refuse (error, sentence);
}

static gboolean
check_caps (const Award  *award,
            GError      **error)
{
  int year, month;

  ggov_local_day_to_date (award->day, &year, &month, NULL);

  return check_most (award, award->day, award->day + 1, award->rule->per_day,
                     _("This person has earned the most this activity gives in a day."), error) &&
         check_most (award, ggov_local_day_from_date (year, month, 1),
                     ggov_local_day_from_date (year + month / 12, month % 12 + 1, 1),
                     award->rule->per_month,
                     _("This person has earned the most this activity gives in a month."), error);
}

/* An award that was reversed has not paid: what went to the wrong person can go to the right one. */
static gboolean
check_source (const Award  *award,
              GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (award->change->db, SQL_PAID, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, award->rule->code);
  ggov_stmt_bind_text (stmt, 2, award->record->source);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_DONE ||
         _ggov_points_refuse (error, _("Points have been given for this already."));
}

static gboolean
check_size (const Award  *award,
            GError      **error)
{
  const GgovPointsRuleFields *rule = award->rule;
  g_autofree char *sentence = NULL;

  if (award->points <= 0 && rule->per_hour && award->record->minutes == 0)
    return _ggov_points_refuse (error, _("This activity is paid by the hour. Say how many minutes it "
                                         "took."));
  if (award->points <= 0)
    return _ggov_points_refuse (error, _("This comes to no point: it took too short a time."));
  if (award->record->is_confirmed || rule->approve_above == 0 || award->points <= rule->approve_above)
    return TRUE;

  sentence = g_strdup_printf (_("More than %d points at once are confirmed by a second person. Propose "
                                "them."), (int) rule->approve_above);

  return _ggov_points_refuse (error, sentence);
}

static gint64
pay (const Award  *award,
     GError      **error)
{
  const GgovPointsTransfer transfer = {
    .kind = "earn",
    .at = award->record->at,
    .rule_id = award->record->rule_id,
    .source = award->record->source,
    .note = award->record->note,
  };
  gint64 from, to;

  if (!(from = _ggov_points_open_account (award->change, "issue", 0, error)) ||
      !(to = _ggov_points_open_account (award->change, "person", award->record->person_id, error)))
    return 0;

  return _ggov_points_move (award->change, &transfer, from, to, award->points, error);
}

gint64
ggov_change_award (GgovChange             *change,
                   const GgovAwardRecord  *record,
                   GError                **error)
{
  const int day = ggov_local_time_get_day (record->at);
  g_autofree char *day_text = ggov_local_day_format (day);
  g_autoptr(GgovPointsRule) rule = _ggov_points_get_rule (change->db, record->rule_id, error);
  Award award = { change, record, rule ? ggov_points_rule_get_fields (rule) : NULL, day, day_text, 0 };

  if (rule == NULL ||
      !_ggov_points_check_force (award.rule, day_text, error) ||
      !_ggov_points_weigh (change->db, award.rule, record->person_id, day_text, record->minutes,
                           &award.points, error) ||
      !check_size (&award, error) || !check_caps (&award, error) || !check_post (&award, error) ||
      !check_source (&award, error))
    return 0;

  return pay (&award, error);
}
