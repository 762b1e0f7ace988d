/* plan-town.h: plans of the small town, for the tests of plans and drafts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What fails aborts the test, except where there is an @error.
 */

#pragma once

#include "ggov-store-plans.h"
#include "map-town.h"

/* The town's plan is in force from 2026-01-01; another one from here on. */
#define PLAN_TOWN_CHANGE_DAY "2026-07-01"
#define PLAN_TOWN_LAST_DAY   "2026-06-30"

/* All rows of drafts as one text. */
#define PLAN_TOWN_DRAFT_ROWS \
  "SELECT group_concat (line, ';') FROM (" \
  "SELECT 'g ' || number || ' ' || coalesce (grid_id, 0) || name || locked AS line " \
  "FROM draft_grid UNION ALL " \
  "SELECT 'a ' || number || ' ' || coalesce (left_number, 0) || ' ' || " \
  "coalesce (right_number, 0) || hex (line) FROM draft_arc UNION ALL " \
  "SELECT 'b ' || building_id || ' ' || coalesce (grid_number, 0) || footprint_digest " \
  "FROM draft_building ORDER BY 1)"

/* The first column of the first row, as text. A second connection looks at the file as anybody
 * could. */
char *plan_town_ask (StoreFixture *fixture,
                     const char   *sql);

void plan_town_assert (StoreFixture *fixture,
                       const char   *sql,
                       const char   *expected);

gint64 plan_town_begin (StoreFixture   *fixture,
                        MapTown        *town,
                        GgovDraftStart  start);

/* With the posts and issues of MAP_TOWN_DAY. */
GgovDraft *plan_town_load (StoreFixture *fixture,
                           gint64        plan_id);

/* Waits for what writes. Returns the change, or -1. */
gint64 plan_town_finish (StoreFixture  *fixture,
                         GAsyncResult **result,
                         GError       **error);

gint64 plan_town_save (StoreFixture  *fixture,
                       GgovDraft     *before,
                       GgovDraft     *after,
                       GError       **error);

gint64 plan_town_approve (StoreFixture  *fixture,
                          gint64         plan_id,
                          const char    *day,
                          GError       **error);

gint64 plan_town_undo (StoreFixture *fixture,
                       gint64        change);

/* To be changed: the grid of each building. */
gint64 *plan_town_dup_numbers (GgovDraft *draft);

void plan_town_set_number (GgovDraft *draft,
                           gint64    *numbers,
                           gint64     building,
                           gint64     number);

/* The borders drawn anew around buildings of these numbers. */
GgovDraft *plan_town_draw (GgovDraft    *draft,
                           const gint64 *numbers);

/* The middle grid is shared out: its left column to the first grid, its right column is new, and
 * the third grid stays. So grid 2 is given up, and number 4 is new. */
GgovDraft *plan_town_share_out (GgovDraft *draft,
                                MapTown   *town);

/* Adds an arc through places of the town. @metres: pairs, to the east and to the north */
void plan_town_add_arc (GgovGeoSubdivision *drawn,
                        gint64              id,
                        gint64              left,
                        gint64              right,
                        const double       *metres,
                        guint               n_points);

/* Two grids, of two columns and of four, as nobody would draw them: the border cuts 10 m off the
 * western end of the third building of the southern row, which belongs to the second. */
GgovDraft *plan_town_cut (GgovDraft *draft,
                          MapTown   *town);

/* Only the first building of the middle grid goes to the first grid. */
GgovDraft *plan_town_move_one (GgovDraft *draft,
                               MapTown   *town);

/* Somebody moves into the first unit of a building on PLAN_TOWN_CAME, and is of a special group from
 * then on. @group: its code. Returns the person. */
#define PLAN_TOWN_CAME "2026-01-10"
gint64 plan_town_settle (StoreFixture *fixture,
                         gint64        building,
                         const char   *door,
                         const char   *name,
                         const char   *group);

/* The person is of another group too. */
void plan_town_join (StoreFixture *fixture,
                     gint64        person,
                     const char   *group);

/* A draft from the plan in force, with one edit. */
gint64 plan_town_begin_and_save (StoreFixture *fixture,
                                 MapTown      *town,
                                 GgovDraft  *(*edit) (GgovDraft *, MapTown *));

/* Asserts what a plan is on a day. */
void plan_town_assert_state (StoreFixture *fixture,
                             gint64        plan_id,
                             const char   *day,
                             const char   *expected);
