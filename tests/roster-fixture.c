/* roster-fixture.c: the roster of an office's part-time grid members, without an office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "roster-fixture.h"

#define COMMUNITIES 4

static const char *const communities[COMMUNITIES] = { "青松社区", "白桦社区", "红柳社区", "金桂社区" };

/* 254 * 3 + 144 = 906 */
static guint
count_units (guint building)
{
  return building < ROSTER_UNITS - 3 * ROSTER_BUILDINGS ? 4 : 3;
}

static char *
dup_name (guint person)
{
  static const char *const figures[] = {
    "零", "一", "二", "三", "四", "五", "六", "七", "八", "九",
  };
  static const char *const surnames[] = { "王", "李", "欧阳", "𠮷", "㐂", "单", "曾" };

  return g_strconcat (surnames[person % G_N_ELEMENTS (surnames)], figures[person / 1000],
                      figures[person / 100 % 10], figures[person / 10 % 10], figures[person % 10],
                      NULL);
}

static void
add_row (GListStore *rows,
         guint       grid,
         guint       building,
         guint       unit)
{
  guint person = g_list_model_get_n_items (G_LIST_MODEL (rows)) + 1;
  guint community = grid * COMMUNITIES / ROSTER_GRIDS;
  g_autofree char *name = dup_name (person);
  g_autofree char *phone = g_strdup_printf ("138%08u", person);
  g_autofree char *grid_code = g_strdup_printf ("15020300500%u%03u", community + 1, grid + 1);
  g_autofree char *grid_name = g_strdup_printf ("%s第%u网格", communities[community], grid + 1);
  g_autofree char *building_text = g_strdup_printf ("%u号楼", building + 1);
  g_autofree char *place = unit > 0 ? g_strdup_printf ("友谊%u号街坊%s%u单元", grid + 1,
                                                       building_text, unit)
                                    : g_strdup_printf ("友谊%u号街坊%s", grid + 1, building_text);
  const GgovRosterRecord record = {
    .post_id = person, .person_id = person, .community_id = community + 1, .grid_id = grid + 1,
    .building_id = building + 1, .unit_id = unit > 0 ? 10 * building + unit : 0,
    .unit_number = unit, .rank = person, .grid_households = 400, .name = name, .pinyin = "",
    .sex = person % 2 ? "1" : "2", .sex_label = person % 2 ? "男" : "女", .phone = phone,
    .role_code = unit > 0 ? "unit_leader" : "building_leader", .role = unit > 0 ? "单元长" : "楼长",
    .family_code = "part_time_member", .presence = "巡驻", .sub_district = "青松街道",
    .community = communities[community], .grid_code = grid_code, .grid = grid_name,
    .grid_leader = "任晓明", .building_number = building_text, .place = place,
    .since = "2025-03-01",
  };
  g_autoptr(GgovRosterRow) row = ggov_roster_row_new (&record);

  g_list_store_append (rows, row);
}

GListModel *
make_roster (void)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_ROSTER_ROW);

  for (guint grid = 0; grid < ROSTER_GRIDS; grid++)
    {
      guint first = grid * ROSTER_BUILDINGS / ROSTER_GRIDS;
      guint next = (grid + 1) * ROSTER_BUILDINGS / ROSTER_GRIDS;

      for (guint building = first; building < next; building++)
        add_row (rows, grid, building, 0);
      for (guint building = first; building < next; building++)
        for (guint unit = 1; unit <= count_units (building); unit++)
          add_row (rows, grid, building, unit);
    }

  return G_LIST_MODEL (rows);
}
