/* ggov-points-rules.c: reading rules of the points ledger, and what they come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-points-rules-private.h"
#include "ggov-write-points-private.h"

#define SQL_RULE  "SELECT " GGOV_POINTS_RULE_COLUMNS " FROM points_rule r WHERE r.id = $1"
#define SQL_ROLES \
  "SELECT o.code, x.percent FROM points_rule_role x JOIN role o ON o.id = x.role_id " \
  "WHERE x.rule_id = $1 ORDER BY o.sort_order, o.id"
#define SQL_PERCENT \
  "SELECT coalesce (max (x.percent), 100) FROM points_rule_role x " \
  "JOIN post p ON p.role_id = x.role_id WHERE x.rule_id = $1 AND p.person_id = $2 " \
  "AND p.valid_from <= $3 AND coalesce (p.valid_to, $3) >= $3"

static char *
dup_roles (GgovDb  *db,
           gint64   rule_id,
           GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROLES, error);
  g_autoptr(GString) text = g_string_new (NULL);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, rule_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_string_append_printf (text, "%s%s=%d", text->len > 0 ? "," : "", ggov_stmt_get_text (stmt, 0),
                            (int) ggov_stmt_get_int (stmt, 1));

  return step == GGOV_DB_DONE ? g_strdup (text->str) : NULL;
}

GgovPointsRule *
_ggov_points_make_rule (GgovDb    *db,
                        GgovStmt  *stmt,
                        GError   **error)
{
  g_autofree char *roles = dup_roles (db, ggov_stmt_get_int (stmt, 0), error);
  const GgovPointsRuleFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .code = ggov_stmt_get_text (stmt, 1),
    .activity = ggov_stmt_get_text (stmt, 2),
    .activity_zh = ggov_stmt_get_text (stmt, 3),
    .points = ggov_stmt_get_int (stmt, 4),
    .per_day = ggov_stmt_get_int (stmt, 5),
    .version = ggov_stmt_get_int (stmt, 6),
    .per_hour = ggov_stmt_get_int (stmt, 7),
    .per_award = ggov_stmt_get_int (stmt, 8),
    .per_month = ggov_stmt_get_int (stmt, 9),
    .approve_above = ggov_stmt_get_int (stmt, 10),
    .notice_days = ggov_stmt_get_int (stmt, 11),
    .draft = ggov_stmt_get_int (stmt, 12),
    .earned_by = ggov_stmt_get_text (stmt, 13),
    .valid_from = ggov_stmt_get_text (stmt, 14),
    .valid_to = ggov_stmt_get_text (stmt, 15),
    .roles = roles,
  };

  return roles ? ggov_points_rule_new (&fields) : NULL;
}

GgovPointsRule *
_ggov_points_get_rule (GgovDb  *db,
                       gint64   rule_id,
                       GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_RULE, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, rule_id);

  return _ggov_points_ask (stmt, "rule", error) ? _ggov_points_make_rule (db, stmt, error) : NULL;
}

gboolean
_ggov_points_weigh (GgovDb                      *db,
                    const GgovPointsRuleFields  *rule,
                    gint64                       person_id,
                    const char                  *day,
                    gint64                       minutes,
                    gint64                      *points,
                    GError                     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  gint64 percent = 100;

  if (*rule->roles)
    {
      if (!(stmt = ggov_db_prepare (db, SQL_PERCENT, error)))
        return FALSE;

      ggov_stmt_bind_int (stmt, 1, rule->id);
      ggov_stmt_bind_int (stmt, 2, person_id);
      ggov_stmt_bind_text (stmt, 3, day);
      if (!_ggov_points_ask (stmt, "role", error))
        return FALSE;
      percent = ggov_stmt_get_int (stmt, 0);
    }

  *points = ggov_points_rule_reckon (rule, minutes, percent);

  return TRUE;
}

gboolean
_ggov_points_stood_down (GgovDb      *db,
                         gint64       person_id,
                         const char  *day,
                         gboolean    *stood_down,
                         GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, GGOV_POINTS_STOOD_DOWN, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  ggov_stmt_bind_text (stmt, 2, day);
  step = ggov_stmt_step (stmt, error);
  *stood_down = step == GGOV_DB_ROW;

  return step != GGOV_DB_ERROR;
}

gboolean
_ggov_points_check_force (const GgovPointsRuleFields  *rule,
                          const char                  *day,
                          GError                     **error)
{
  if (rule->draft)
    return _ggov_points_refuse (error, _("This rule is a draft: nothing is paid by it before it is put "
                                         "in force."));

  return (g_strcmp0 (rule->valid_from, day) <= 0 &&
          (*rule->valid_to == '\0' || g_strcmp0 (rule->valid_to, day) >= 0)) ||
         _ggov_points_refuse (error, _("This activity's rule is not in force on that day."));
}
