/* ggov-plans-private.h: which plan a community lives by on a day, as queries ask it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan needs nobody who writes on the day it comes into force: days alone tell. Each @day is a
 * parameter such as "$1".
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/* Whether a row of the table plan, called @plan, is in force on a day. */
#define GGOV_SQL_PLAN_ON(plan, day) \
  plan ".state <> 'draft' " \
  "AND (" plan ".valid_from IS NULL OR " plan ".valid_from <= " day ") " \
  "AND (" plan ".valid_to IS NULL OR " plan ".valid_to >= " day ")"

/* The plan that each community lives by on the day: columns community_id and id. One a community,
 * even where an old one ends on the day the next begins. */
#define GGOV_SQL_PLANS_ON(day) \
  "p AS (SELECT pl.community_id, max (pl.id) AS id FROM plan pl WHERE " \
  GGOV_SQL_PLAN_ON ("pl", day) " GROUP BY pl.community_id)"

/* The grid in which most households of @grid live by now; NULL where it was not given up. */
#define GGOV_SQL_SUCCESSOR(grid, day) \
  "(SELECT gs.successor_id FROM grid_successor gs WHERE gs.grid_id = " grid " " \
  "AND gs.valid_from <= " day " ORDER BY gs.valid_from DESC LIMIT 1)"

/* The grid that a building is in on a day; NULL for none. */
#define GGOV_SQL_GRID_OF_BUILDING(building, day) \
  "(SELECT pb.grid_id FROM plan_building pb JOIN plan pl ON pl.id = pb.plan_id " \
  "WHERE pb.building_id = " building " AND " GGOV_SQL_PLAN_ON ("pl", day) " " \
  "ORDER BY pl.id DESC LIMIT 1)"

/* The grid that has an issue on a day, of which the row is called @issue: where its building is,
 * else the one it was filed on, else who went on from that. */
#define GGOV_SQL_PRESENT_GRID(issue, day) \
  "coalesce (" GGOV_SQL_GRID_OF_BUILDING (issue ".building_id", day) ", " \
  GGOV_SQL_SUCCESSOR (issue ".grid_id", day) ", " issue ".grid_id)"

/* Whether an issue, of which the row is called @issue, is not ended. */
#define GGOV_SQL_ISSUE_IS_OPEN(issue) \
  issue ".closed_at IS NULL AND " issue ".stage NOT IN ('closed', 'evaluated', 'void')"

G_END_DECLS
