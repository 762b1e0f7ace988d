/* points-office.c: an office with people, rules and rewards, for the tests of points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-geo-wkb.h"
#include "ggov-write-founding.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"
#include "ggov-write-places.h"
#include "ggov-write-points.h"
#include "points-office.h"

static const GgovPointsRuleRecord rules[N_POINTS_RULES] = {
  [MEETING] = { "MEETING", "Attend a meeting", "参加会议", 5, 5, "2025-01-01", NULL },
  [REPORT] = { "REPORT", "Report a problem", "上报问题", 2, 4, "2025-01-01", NULL },
  [HELP] = { "HELP", "Help a neighbour", "帮助邻里", 10, 0, "2026-01-01", NULL },
  [OLD] = { "OLD", "Sweep snow", "清扫积雪", 3, 0, "2025-01-01", "2025-12-31" },
};

static const GgovPersonRecord people[N_POINTS_PEOPLE] = {
  [REN] = { .name = "任晓明", .sex = "1", .phone = "13804721234" },
  [SHAN] = { .name = "单秀英", .sex = "2", .phone = "13804725678" },
  [LV] = { .name = "吕建国", .sex = "1", .phone = "13804729012" },
};

/* A square of about a hundred metres, counter-clockwise, or a tenth of it in its middle. */
static GBytes *
new_square (GgovGeoWkbType type,
            double         side)
{
  const double low = 0.0005 - side / 2;
  const double high = 0.0005 + side / 2;
  const double coords[] = {
    110 + low, 40 + low, 110 + high, 40 + low, 110 + high, 40 + high, 110 + low, 40 + high,
    110 + low, 40 + low,
  };
  const guint n = G_N_ELEMENTS (coords) / 2;

  return type == GGOV_GEO_WKB_POLYGON ? ggov_geo_wkb_new_polygon (coords, &n, 1)
                                      : ggov_geo_wkb_new_line_string (coords, n);
}

/* The community is one grid with one building. Returns the building. */
static gint64
write_ground (GgovChange    *change,
              PointsOffice  *office,
              GError       **error)
{
  g_autoptr(GBytes) border = new_square (GGOV_GEO_WKB_POLYGON, 0.001);
  g_autoptr(GBytes) line = new_square (GGOV_GEO_WKB_LINE_STRING, 0.001);
  g_autoptr(GBytes) shape = new_square (GGOV_GEO_WKB_POLYGON, 0.0001);
  gint64 sub = ggov_change_found_office (change, "150203005", "青松街道", "2025-01-01", error);
  gint64 community = ggov_change_add_community (change, &(GgovCommunityRecord) {
    .sub_district_id = sub, .code = "150203005001", .name = "青松", .border = border }, error);
  gint64 plan = ggov_change_add_plan (change, &(GgovPlanRecord) {
    .community_id = community, .name = "2026", .state = "in_force", .valid_from = "2026-01-01" },
    error);
  gint64 building = ggov_change_add_building (change, &(GgovBuildingRecord) {
    .community_id = community, .number = "3号楼", .kind = "residential", .footprint = shape },
    error);

  office->grid = ggov_change_add_grid (change, &(GgovGridRecord) {
    .community_id = community, .code = "150203005001001", .name = "第一网格",
    .valid_from = "2025-01-01" }, error);

  return ggov_change_add_arc (change, plan, office->grid, 0, line, error) != 0 &&
         ggov_change_assign_building (change, plan, building, office->grid, error) ? building : 0;
}

static gboolean
write_people (GgovChange    *change,
              PointsOffice  *office,
              gint64         building,
              GError       **error)
{
  for (guint i = 0; i < N_POINTS_PEOPLE; i++)
    if (!(office->people[i] = ggov_change_add_person (change, &people[i], error)))
      return FALSE;

  return ggov_change_add_post (change, &(GgovPostRecord) {
           .person_id = office->people[REN], .grid_id = office->grid, .valid_from = "2026-01-01",
           .role_id = ggov_change_find_role (change, "full_time_member", error) }, error) &&
         ggov_change_add_post (change, &(GgovPostRecord) {
           .person_id = office->people[LV], .building_id = building, .valid_from = "2026-01-01",
           .role_id = ggov_change_find_role (change, "building_leader", error) }, error);
}

gboolean
points_office_write (GgovChange  *change,
                     gpointer     data,
                     GError     **error)
{
  const GgovOrganisationRecord market = { .kind = "venue", .name = "慈善超市" };
  PointsOffice *office = data;
  gint64 building = write_ground (change, office, error);
  gint64 venue;

  if (building == 0 || !write_people (change, office, building, error))
    return FALSE;

  for (guint i = 0; i < N_POINTS_RULES; i++)
    if (!(office->rules[i] = ggov_change_add_points_rule (change, &rules[i], error)))
      return FALSE;

  venue = ggov_change_add_venue (change, ggov_change_add_organisation (change, &market, error),
                                 error);
  office->rewards[RICE] = ggov_change_add_reward (change, venue, "大米 5 千克", 8, 1, error);
  office->rewards[HAIRCUT] = ggov_change_add_reward (change, venue, "理发一次", 3, -1, error);

  return office->rewards[RICE] != 0 && office->rewards[HAIRCUT] != 0;
}
