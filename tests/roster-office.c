/* roster-office.c: a small office whose roster is counted by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-write-founding.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"
#include "ggov-write-places.h"
#include "roster-office.h"

static gboolean
write_places (GgovChange    *change,
              RosterOffice  *office,
              GError       **error)
{
  g_autoptr(GBytes) shape = g_bytes_new_static ("x", 1);
  gint64 sub = ggov_change_add_sub_district (change, "150203005", "青松街道", error);
  gint64 compound;
  const struct { int community; const char *code; const char *name; } grids[] = {
    { 0, "150203005001001", "第一网格" },
    { 0, "150203005001002", "第二网格" },
    { 1, "150203005002001", "第一网格" },
  };
  const struct
  {
    int         community;
    gboolean    compound;
    const char *number;
    const char *kind;
  } plots[] = {
    { 0, TRUE, "3号楼", "residential" },
    { 0, TRUE, "12号楼", "residential" },
    { 1, FALSE, "5", "residential" },
    { 0, FALSE, NULL, "shop" },
  };
  const struct { int building; int number; int households; } units[] = {
    { 0, 1, 24 }, { 0, 2, 30 }, { 1, 1, 40 }, { 2, 1, 10 },
  };

  for (guint i = 0; i < 2; i++)
    office->communities[i] = ggov_change_add_community (change, &(GgovCommunityRecord) {
      .sub_district_id = sub, .code = i ? "150203005002" : "150203005001",
      .name = i ? "白桦" : "青松", .border = shape }, error);
  compound = ggov_change_add_compound (change, office->communities[0], "友谊小区", error);

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    office->grids[i] = ggov_change_add_grid (change, &(GgovGridRecord) {
      .community_id = office->communities[grids[i].community], .code = grids[i].code,
      .name = grids[i].name, .valid_from = "2025-01-01" }, error);

  for (guint i = 0; i < G_N_ELEMENTS (plots); i++)
    office->buildings[i] = ggov_change_add_building (change, &(GgovBuildingRecord) {
      .community_id = office->communities[plots[i].community],
      .compound_id = plots[i].compound ? compound : 0, .number = plots[i].number,
      .name = plots[i].number ? NULL : "幸福超市", .kind = plots[i].kind, .footprint = shape }, error);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    office->units[i] = ggov_change_add_unit (change, office->buildings[units[i].building],
                                             units[i].number, units[i].households,
                                             2 * units[i].households, error);

  return office->units[3] != 0;
}

static gboolean
write_plans (GgovChange    *change,
             RosterOffice  *office,
             GError       **error)
{
  const struct { int community; const char *state; const char *from; const char *to; } plans[] = {
    { 0, "retired", "2025-01-01", "2025-12-31" },
    { 0, "in_force", "2026-01-01", NULL },
    { 1, "in_force", "2025-01-01", NULL },
  };
  const struct { int plan; int building; int grid; } lots[] = {
    { 0, 0, 1 }, { 0, 1, 0 }, { 1, 0, 0 }, { 1, 1, 0 }, { 1, 3, 1 }, { 2, 2, 2 },
  };
  gint64 ids[3];

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    ids[i] = ggov_change_add_plan (change, &(GgovPlanRecord) {
      .community_id = office->communities[plans[i].community], .name = "划分方案",
      .state = plans[i].state, .valid_from = plans[i].from, .valid_to = plans[i].to }, error);

  for (guint i = 0; i < G_N_ELEMENTS (lots); i++)
    if (!ggov_change_assign_building (change, ids[lots[i].plan],
                                      office->buildings[lots[i].building],
                                      office->grids[lots[i].grid], error))
      return FALSE;

  return TRUE;
}

static gboolean
write_people (GgovChange    *change,
              RosterOffice  *office,
              GError       **error)
{
  const GgovRole roles[] = {
    { .code = "first_secretary", .family = "first_secretary", .name = "First secretary",
      .name_zh = "第一书记", .duties = "", .duties_zh = "",
      .scope = GGOV_SCOPE_COMMUNITY, .presence = GGOV_PRESENCE_STATIONED,
      .cardinality = GGOV_CARDINALITY_ONE_TO_ONE, .sole = TRUE, .watched = TRUE,
      .order = 20 },
    { .code = "full_time_member", .family = "full_time_member", .name = "Full-time grid member",
      .name_zh = "专职网格员", .duties = "", .duties_zh = "",
      .scope = GGOV_SCOPE_GRID, .presence = GGOV_PRESENCE_RESIDENT,
      .cardinality = GGOV_CARDINALITY_ONE_TO_ONE, .sole = TRUE, .watched = TRUE,
      .order = 40 },
    { .code = "building_leader", .family = "part_time_member", .name = "Building leader",
      .name_zh = "楼长", .duties = "", .duties_zh = "",
      .scope = GGOV_SCOPE_BUILDING, .presence = GGOV_PRESENCE_ROUNDS,
      .cardinality = GGOV_CARDINALITY_MANY_TO_ONE, .sole = TRUE, .watched = TRUE,
      .order = 50 },
    { .code = "unit_leader", .family = "part_time_member", .name = "Unit leader",
      .name_zh = "单元长", .duties = "", .duties_zh = "",
      .scope = GGOV_SCOPE_UNIT, .presence = GGOV_PRESENCE_ROUNDS,
      .cardinality = GGOV_CARDINALITY_MANY_TO_ONE, .sole = TRUE, .watched = TRUE,
      .order = 60 },
    { .code = "department_police", .family = "department_member", .name = "Police officer",
      .name_zh = "警务网格员", .duties = "", .duties_zh = "",
      .scope = GGOV_SCOPE_GRID, .presence = GGOV_PRESENCE_STATIONED,
      .cardinality = GGOV_CARDINALITY_ONE_TO_MANY, .watched = TRUE,
      .order = 90 },
  };
  const struct { const char *name; const char *sex; const char *phone; int home; } people[] = {
    { "任晓明", "1", "13804720001", -1 },
    { "李强", "1", "13804720002", -1 },
    { "王秀英", "2", "13804721234", 0 },
    { "单丽", "2", NULL, 2 },
    { "赵敏", "2", "13804720005", -1 },
    { "钱卫国", "1", "13804720006", -1 },
  };
  gint64 branch = ggov_change_add_party_organisation (change, "branch", "第一党支部", 0, error);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    office->roles[i] = ggov_change_add_role (change, &roles[i], error);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    office->people[i] = ggov_change_add_person (change, &(GgovPersonRecord) {
      .name = people[i].name, .sex = people[i].sex, .phone = people[i].phone,
      .unit_id = people[i].home >= 0 ? office->units[people[i].home] : 0 }, error);

  return ggov_change_add_party_grid (change, branch, office->grids[0], "2025-01-01", error) != 0;
}

static gboolean
write_posts (GgovChange    *change,
             RosterOffice  *office,
             GError       **error)
{
  const GgovPostRecord posts[] = {
    { .person_id = office->people[REN], .role_id = office->roles[FIRST_SECRETARY],
      .community_id = office->communities[0], .valid_from = "2026-01-01" },
    { .person_id = office->people[LI], .role_id = office->roles[FULL_TIME],
      .grid_id = office->grids[0], .valid_from = "2026-01-01",
      .nominated_by_id = office->people[REN], .reason = "竞聘" },
    { .person_id = office->people[WANG], .role_id = office->roles[BUILDING_LEADER],
      .building_id = office->buildings[0], .valid_from = "2025-03-01" },
    { .person_id = office->people[SHAN], .role_id = office->roles[BUILDING_LEADER],
      .building_id = office->buildings[1], .valid_from = "2026-01-01", .valid_to = "2026-01-31" },
    { .person_id = office->people[ZHAO], .role_id = office->roles[UNIT_LEADER],
      .unit_id = office->units[0], .valid_from = "2026-01-01" },
    { .person_id = office->people[QIAN], .role_id = office->roles[POLICE],
      .grid_id = office->grids[0], .valid_from = "2026-01-01" },
    { .person_id = office->people[QIAN], .role_id = office->roles[POLICE],
      .grid_id = office->grids[2], .valid_from = "2026-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    if (!(office->posts[i] = ggov_change_add_post (change, &posts[i], error)))
      return FALSE;

  return TRUE;
}

gboolean
write_roster_office (GgovChange  *change,
                     gpointer     data,
                     GError     **error)
{
  return write_places (change, data, error) && write_plans (change, data, error) &&
         write_people (change, data, error) && write_posts (change, data, error);
}
