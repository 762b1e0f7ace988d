/* ggov-write-points-rules.c: writing venues, rewards and rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-typed-text.h"
#include "ggov-write-founding.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

#define MOST_PERCENT 1000

gint64
ggov_change_add_venue (GgovChange  *change,
                       gint64       organisation_id,
                       GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("organisation_id", organisation_id),
  };

  return _ggov_change_insert (change, "venue", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_reward (GgovChange  *change,
                        gint64       venue_id,
                        const char  *name,
                        int          points,
                        int          stock,
                        GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("venue_id", venue_id),
    GGOV_TEXT ("name", name),
    GGOV_INT ("points", points),
    GGOV_INT ("stock", stock),
  };

  /* Without the last, the stock is NULL. */
  return _ggov_change_insert (change, "reward", columns,
                              stock < 0 ? G_N_ELEMENTS (columns) - 1 : G_N_ELEMENTS (columns),
                              error);
}

gboolean
ggov_change_end_reward (GgovChange  *change,
                        gint64       reward_id,
                        const char  *last_day,
                        GError     **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", last_day) };

  return _ggov_change_update (change, "reward", reward_id, -1, columns, 1, error);
}

/* @roles: building_leader=150,unit_leader=120 */
static gboolean
add_roles (GgovChange  *change,
           gint64       rule_id,
           const char  *roles,
           GError     **error)
{
  g_auto(GStrv) pairs = g_strsplit (roles ? roles : "", ",", -1);

  for (guint i = 0; pairs[i]; i++)
    {
      g_auto(GStrv) pair = g_strsplit (g_strstrip (pairs[i]), "=", 2);
      gint64 percent = 0;
      gint64 role_id;

      if (pair[0] == NULL)
        continue;
      if (pair[1] == NULL || !g_ascii_string_to_signed (pair[1], 10, 0, MOST_PERCENT, &percent, NULL))
        return _ggov_points_refuse (error, _("Write roles with hundredths: building_leader=150 for half as "
                                             "much again."));
      if (!(role_id = ggov_change_find_role (change, g_strstrip (pair[0]), error)))
        return FALSE;

      if (_ggov_change_insert (change, "points_rule_role", (GgovColumn[]) {
            GGOV_ID ("rule_id", rule_id), GGOV_ID ("role_id", role_id), GGOV_INT ("percent", percent),
          }, 3, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_record (const GgovPointsRuleRecord  *record,
              GError                     **error)
{
  if (record->points <= 0)
    return _ggov_points_refuse (error, _("A rule gives a whole number of points, 1 or more."));
  if (record->per_day < 0 || record->per_award < 0 || record->per_month < 0 ||
      record->approve_above < 0 || record->notice_days < 0)
    return _ggov_points_refuse (error, _("There cannot be less than none. Type 0 or more."));
  if (ggov_typed_is_blank (record->code) || ggov_typed_is_blank (record->activity))
    return _ggov_points_refuse (error, _("A rule has a code and says for what it gives points."));

  return record->valid_to == NULL || strcmp (record->valid_to, record->valid_from) >= 0 ||
         _ggov_points_refuse (error, _("The last day of a rule is not before its first."));
}

gint64
ggov_change_add_points_rule (GgovChange                  *change,
                             const GgovPointsRuleRecord  *record,
                             GError                     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", record->code),
    GGOV_TEXT ("activity", record->activity),
    GGOV_TEXT ("activity_zh", record->activity_zh),
    GGOV_INT ("points", record->points),
    GGOV_ID ("per_day", record->per_day),
    GGOV_TEXT ("valid_from", record->valid_from),
    GGOV_TEXT ("valid_to", record->valid_to),
    GGOV_INT ("version", MAX (record->version, 1)),
    GGOV_INT ("per_hour", record->per_hour ? 1 : 0),
    GGOV_ID ("per_award", record->per_award),
    GGOV_ID ("per_month", record->per_month),
    GGOV_ID ("approve_above", record->approve_above),
    GGOV_TEXT ("earned_by", record->earned_by ? record->earned_by : ""),
    GGOV_INT ("notice_days", record->notice_days),
    GGOV_INT ("draft", record->is_draft ? 1 : 0),
  };
  gint64 id;

  if (!check_record (record, error) ||
      !(id = _ggov_change_insert (change, "points_rule", columns, G_N_ELEMENTS (columns), error)) ||
      !add_roles (change, id, record->roles, error))
    return 0;

  return id;
}
