/* ggov-write-points-award.c: giving points by a rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

#define SQL_RULE \
  "SELECT points, coalesce (per_day, 0), valid_from <= $2 AND coalesce (valid_to, $2) >= $2 " \
  "FROM points_rule WHERE id = $1"
#define SQL_EARNED_TODAY \
  "SELECT coalesce (sum (e.points), 0) FROM points_entry e " \
  "JOIN points_transfer t ON t.id = e.transfer_id JOIN points_account a ON a.id = e.account_id " \
  "WHERE a.id IN (SELECT k.id FROM points_account k WHERE k.person_id = $1 UNION ALL " \
  "SELECT m.account_id FROM points_merge m JOIN points_account k ON k.id = m.into_id " \
  "WHERE k.person_id = $1) AND t.rule_id = $2 AND t.kind = 'earn' AND t.at >= $3 AND t.at < $4 " \
  "AND NOT EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = t.id)"
#define SQL_PAID \
  "SELECT 1 FROM points_transfer t WHERE t.rule_id = $1 AND t.source = $2 " \
  "AND NOT EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = t.id)"
/* Who never had a post may be thanked as well; whose posts are all over is not any more, but for what
 * was done while they lasted. */
#define SQL_STOOD_DOWN \
  "SELECT 1 FROM post WHERE person_id = $1 AND NOT EXISTS (SELECT 1 FROM post p " \
  "WHERE p.person_id = $1 AND p.valid_from <= $2 AND coalesce (p.valid_to, $2) >= $2) " \
  "AND valid_to < $2 LIMIT 1"

static gboolean
check_post (GgovChange             *change,
            const GgovAwardRecord  *record,
            GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_STOOD_DOWN, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (record->at));
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->person_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_DONE ||
         _ggov_points_refuse (error, _("This person’s post had ended by that day. Choose a day on "
                                       "which it was held."));
}

static gboolean
check_day (GgovChange             *change,
           const GgovAwardRecord  *record,
           gint64                  points,
           gint64                  per_day,
           GError                **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  int day = ggov_local_time_get_day (record->at);

  if (per_day == 0)
    return TRUE;

  if (!(stmt = ggov_db_prepare (change->db, SQL_EARNED_TODAY, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->person_id);
  ggov_stmt_bind_int (stmt, 2, record->rule_id);
  ggov_stmt_bind_int (stmt, 3, ggov_local_time_from_day (day, 0));
  ggov_stmt_bind_int (stmt, 4, ggov_local_time_from_day (day + 1, 0));
  if (!_ggov_points_ask (stmt, "sum", error))
    return FALSE;

  return ggov_stmt_get_int (stmt, 0) + points <= per_day ||
         _ggov_points_refuse (error,
                              _("This person has earned the most this activity gives in a day."));
}

/* An award that was reversed has not paid: what went to the wrong person can go to the right one. */
static gboolean
check_source (GgovChange             *change,
              const GgovAwardRecord  *record,
              GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PAID, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->rule_id);
  ggov_stmt_bind_text (stmt, 2, record->source);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_DONE ||
         _ggov_points_refuse (error, _("Points have been given for this already."));
}

static gboolean
read_rule (GgovChange             *change,
           const GgovAwardRecord  *record,
           gint64                 *points,
           GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_RULE, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (record->at));

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->rule_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if (!_ggov_points_ask (stmt, "rule", error))
    return FALSE;

  if (!ggov_stmt_get_int (stmt, 2))
    return _ggov_points_refuse (error, _("This activity's rule is not in force on that day."));

  *points = ggov_stmt_get_int (stmt, 0);

  return check_day (change, record, *points, ggov_stmt_get_int (stmt, 1), error);
}

gint64
ggov_change_award (GgovChange             *change,
                   const GgovAwardRecord  *record,
                   GError                **error)
{
  const GgovPointsTransfer transfer = {
    .kind = "earn",
    .at = record->at,
    .rule_id = record->rule_id,
    .source = record->source,
    .note = record->note,
  };
  gint64 points = 0, from, to;

  if (!read_rule (change, record, &points, error) || !check_post (change, record, error) ||
      !check_source (change, record, error) ||
      !(from = _ggov_points_open_account (change, "issue", 0, error)) ||
      !(to = _ggov_points_open_account (change, "person", record->person_id, error)))
    return 0;

  return _ggov_points_move (change, &transfer, from, to, points, error);
}
