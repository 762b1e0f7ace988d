/* map-town.c: a small town in a store, for the tests of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-town.h"

#include "ggov-geo-border.h"
#include "ggov-geo-wkb.h"
#include "ggov-write-founding.h"
#include "ggov-write-issues.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"
#include "ggov-write-places.h"

#define WIDTH_M  430.0
#define HEIGHT_M 200.0

/* Metres to a degree at latitude 40.6. */
#define LON_M 84600.0
#define LAT_M 111050.0

void
map_town_place (double  east_m,
                double  north_m,
                double *place)
{
  place[0] = MAP_TOWN_LON + (east_m - WIDTH_M / 2) / LON_M;
  place[1] = MAP_TOWN_LAT + (north_m - HEIGHT_M / 2) / LAT_M;
}

static GBytes *
new_rectangle (double west_m,
               double south_m,
               double width_m,
               double height_m)
{
  double coords[10];
  guint n = 5;

  map_town_place (west_m, south_m, coords);
  map_town_place (west_m + width_m, south_m, coords + 2);
  map_town_place (west_m + width_m, south_m + height_m, coords + 4);
  map_town_place (west_m, south_m + height_m, coords + 6);
  map_town_place (west_m, south_m, coords + 8);

  return ggov_geo_wkb_new_polygon (coords, &n, 1);
}

static GBytes *
new_line (double x0,
          double y0,
          double x1,
          double y1)
{
  double coords[4];

  map_town_place (x0, y0, coords);
  map_town_place (x1, y1, coords + 2);

  return ggov_geo_wkb_new_line_string (coords, 2);
}

static gboolean
write_ground (GgovChange  *change,
              MapTown     *town,
              GError     **error)
{
  gint64 sub_district = ggov_change_found_office (change, "150203005", "青松街道", "2026-01-01",
                                                  error);
  g_autoptr(GBytes) border = new_rectangle (0, 0, WIDTH_M, HEIGHT_M);
  g_autoptr(GBytes) main_street = new_line (-60, -8, WIDTH_M + 60, -8);
  g_autoptr(GBytes) street = new_line (285, -60, 285, HEIGHT_M + 60);
  const GgovCommunityRecord community = {
    .sub_district_id = sub_district, .code = "150203005001", .name = "青松社区", .border = border,
  };
  const GgovPlanRecord plan = { .name = "首次划分", .state = "in_force", .valid_from = "2026-01-01" };
  GgovPlanRecord own = plan;

  if (sub_district == 0 ||
      (town->community = ggov_change_add_community (change, &community, error)) == 0 ||
      ggov_change_add_street (change, "钢铁大街", TRUE, main_street, error) == 0 ||
      ggov_change_add_street (change, "友谊路", FALSE, street, error) == 0)
    return FALSE;

  own.community_id = town->community;
  town->plan = ggov_change_add_plan (change, &own, error);

  for (guint i = 0; i < G_N_ELEMENTS (town->grids); i++)
    {
      g_autofree char *code = g_strdup_printf ("150203005001%03u", i + 1);
      g_autofree char *name = g_strdup_printf ("第%s网格", (const char *[]) { "一", "二", "三" }[i]);
      const GgovGridRecord grid = {
        .community_id = town->community, .code = code, .name = name, .valid_from = "2026-01-01",
      };

      if ((town->grids[i] = ggov_change_add_grid (change, &grid, error)) == 0)
        return FALSE;
    }

  return town->plan != 0;
}

static gboolean
write_building (GgovChange  *change,
                MapTown     *town,
                guint        row,
                guint        column,
                gint64       compound,
                GArray      *shapes,
                GError     **error)
{
  g_autofree char *number = g_strdup_printf ("%u号楼", row * MAP_TOWN_N_COLUMNS + column + 1);
  g_autofree char *source_id = g_strdup_printf ("%u-%u", row, column);
  g_autoptr(GBytes) footprint = new_rectangle (20 + 70 * column, 20 + 45 * row, 40, 14);
  const GgovBuildingRecord record = {
    .community_id = town->community, .compound_id = compound, .number = number,
    .kind = row == 0 && column == 5 ? "school" : "residential", .floors = 6,
    .footprint = footprint, .source = "town", .source_id = source_id,
  };
  gint64 id = ggov_change_add_building (change, &record, error);
  const GgovGeoBuilding shape = { id, town->grids[column / 2], g_bytes_ref (footprint) };

  town->buildings[row][column] = id;
  g_array_append_val (shapes, shape);

  return id != 0 && ggov_change_add_unit (change, id, 1, 10, 25, error) != 0 &&
         ggov_change_add_unit (change, id, 2, 10, 25, error) != 0 &&
         ggov_change_assign_building (change, town->plan, id, shape.grid_id, error);
}

static void
shape_clear (GgovGeoBuilding *shape)
{
  g_clear_pointer (&shape->footprint, g_bytes_unref);
}

static gboolean
write_arcs (GgovChange  *change,
            MapTown     *town,
            GArray      *shapes,
            GError     **error)
{
  g_autoptr(GBytes) border = new_rectangle (0, 0, WIDTH_M, HEIGHT_M);
  g_autoptr(GBytes) street = new_line (285, -60, 285, HEIGHT_M + 60);
  g_autoptr(GgovGeoSubdivision) subdivision =
    ggov_geo_border_trace (border, (const GgovGeoBuilding *) (gpointer) shapes->data, shapes->len,
                           street, error);

  if (subdivision == NULL)
    return FALSE;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);
      g_autoptr(GBytes) line = ggov_geo_arc_to_wkb (arc);

      if (ggov_change_add_arc (change, town->plan, arc->left_grid_id, arc->right_grid_id, line,
                               error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_buildings (GgovChange  *change,
                 MapTown     *town,
                 GError     **error)
{
  g_autoptr(GArray) shapes = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  gint64 compound = ggov_change_add_compound (change, town->community, "青松小区", error);

  g_array_set_clear_func (shapes, (GDestroyNotify) shape_clear);
  if (compound == 0)
    return FALSE;

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < MAP_TOWN_N_COLUMNS; column++)
      if (!write_building (change, town, row, column, compound, shapes, error))
        return FALSE;

  return write_arcs (change, town, shapes, error);
}

static gint64
write_person (GgovChange  *change,
              const char  *name,
              const char  *phone,
              GError     **error)
{
  const GgovPersonRecord person = { .name = name, .sex = "2", .phone = phone };

  return ggov_change_add_person (change, &person, error);
}

static gboolean
write_people (GgovChange  *change,
              MapTown     *town,
              GError     **error)
{
  GgovPostRecord member = { .grid_id = town->grids[0], .valid_from = "2026-01-05" };
  GgovPostRecord leader = { .building_id = town->buildings[0][0], .valid_from = "2026-01-05" };
  gint64 branch = ggov_change_add_party_organisation (change, "branch", "第一党支部", 0, error);

  town->member = member.person_id = write_person (change, "林若溪", "13900000001", error);
  town->leader = leader.person_id = write_person (change, "秦望舒", "13900000002", error);
  member.role_id = ggov_change_find_role (change, "full_time_member", error);
  leader.role_id = ggov_change_find_role (change, "building_leader", error);

  return branch != 0 && town->member != 0 && town->leader != 0 &&
         ggov_change_add_party_grid (change, branch, town->grids[0], "2026-01-05", error) != 0 &&
         ggov_change_add_post (change, &member, error) != 0 &&
         ggov_change_add_post (change, &leader, error) != 0;
}

static gboolean
write_issue (GgovChange  *change,
             MapTown     *town,
             GError     **error)
{
  const GgovIssueRecord issue = {
    .number = "2026-0001", .title = "楼道堆物", .source = "patrol", .stage = "dispatch",
    .case_type_id = ggov_change_find_case_type (change, "C0101", MAP_TOWN_DAY, error),
    .grid_id = town->grids[0], .building_id = town->buildings[0][0],
    .filed_at = 1772000000, .due_at = 1772600000,
  };

  return issue.case_type_id != 0 &&
         (town->issue = ggov_change_add_issue (change, &issue, error)) != 0;
}

static gboolean
write_town (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  return write_ground (change, data, error) && write_buildings (change, data, error) &&
         write_people (change, data, error) && write_issue (change, data, error);
}

void
map_town_write (GgovStore *store,
                MapTown   *town)
{
  g_assert_cmpint (write_change (store, write_town, town), >, 0);
}
