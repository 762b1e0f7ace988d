/* ggov-write-points-rules.c: writing venues, rewards and rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"
#include "ggov-write-points.h"

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
  };

  return _ggov_change_insert (change, "points_rule", columns, G_N_ELEMENTS (columns), error);
}
