/* test-store-branches.c: the trees of places, roles and organisations, counted by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-store-branches.h"
#include "ggov-store-vacancies.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"
#define BEFORE "2025-06-01"

typedef struct
{
  StoreFixture base;
  RosterOffice office;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static GListModel *
list (Fixture                *fixture,
      GgovTree                tree,
      GgovBranch             *parent,
      const char             *day,
      const GgovRosterFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_branches_async (fixture->base.store, tree, parent, day, filter, NULL, keep_result,
                                  &result);
  rows = ggov_store_list_branches_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

/* What stands below a path of labels from the top, a line each: "label posts/vacant". */
static char *
dup_lines (Fixture                *fixture,
           GgovTree                tree,
           const char             *path,
           const char             *day,
           const GgovRosterFilter *filter)
{
  g_auto(GStrv) labels = g_strsplit (path, ">", -1);
  g_autoptr(GListModel) rows = list (fixture, tree, NULL, day, filter);
  GString *out = g_string_new (NULL);

  for (guint k = 0; labels[k] && *labels[k]; k++)
    {
      g_autoptr(GgovBranch) parent = NULL;

      for (guint i = 0; i < g_list_model_get_n_items (rows) && !parent; i++)
        {
          g_autoptr(GgovBranch) row = g_list_model_get_item (rows, i);

          if (g_str_equal (ggov_branch_get_record (row)->label, labels[k]))
            parent = g_object_ref (row);
        }
      g_assert_nonnull (parent);
      g_object_unref (rows);
      rows = list (fixture, tree, parent, day, filter);
    }

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovBranch) row = g_list_model_get_item (rows, i);
      const GgovBranchRecord *record = ggov_branch_get_record (row);

      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", record->label);
      if (ggov_branch_is_post (row))
        g_string_append_printf (out, " (%s)", record->note);
      else
        g_string_append_printf (out, " %d/%d", (int) record->n_posts, (int) record->n_vacant);
    }

  return g_string_free (out, FALSE);
}

/* What comes along with a line is what is listed below it. */
static void
assert_below (GListModel *rows,
              GListModel *expected)
{
  g_autoptr(GgovBranch) top = g_list_model_get_item (rows, 0);
  GListModel *below = ggov_branch_get_below (top);

  g_assert_nonnull (below);
  g_assert_cmpuint (g_list_model_get_n_items (below), ==, g_list_model_get_n_items (expected));
  for (guint i = 0; i < g_list_model_get_n_items (below); i++)
    {
      g_autoptr(GgovBranch) row = g_list_model_get_item (below, i);
      g_autoptr(GgovBranch) other = g_list_model_get_item (expected, i);

      g_assert_cmpstr (ggov_branch_get_record (row)->label, ==,
                       ggov_branch_get_record (other)->label);
      g_assert_cmpint (ggov_branch_get_record (row)->n_vacant, ==,
                       ggov_branch_get_record (other)->n_vacant);
    }
}

static void
assert_lines (Fixture    *fixture,
              GgovTree    tree,
              const char *path,
              const char *day,
              const char *expected)
{
  g_autofree char *lines = dup_lines (fixture, tree, path, day, NULL);

  g_assert_cmpstr (lines, ==, expected);
}

/* Held: the first secretary, a full-time member, 3号楼's leader, its first unit's, and a police
 * officer on two grids. Vacant: a first secretary, two full-time members, two building leaders,
 * three unit leaders, a police officer, and two grids have no party organisation. */
static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  const struct { const char *path; const char *lines; } expected[] = {
    { "", "青松街道 6/11" },
    { "青松街道", "青松 5/6; 白桦 1/5" },
    { "青松街道>青松", "任晓明 (First secretary); 第一网格 4/3; 第二网格 0/3" },
    { "青松街道>青松>第一网格",
      "李强 (Full-time grid member); 钱卫国 (Police officer); 友谊小区 3号楼 2/1; 友谊小区 12号楼 0/2" },
    { "青松街道>青松>第二网格", "" },
    { "青松街道>青松>第一网格>友谊小区 3号楼",
      "王秀英 (Building leader); 友谊小区 3号楼, unit 1 1/0; 友谊小区 3号楼, unit 2 0/1" },
    { "青松街道>青松>第一网格>友谊小区 3号楼>友谊小区 3号楼, unit 1", "赵敏 (Unit leader)" },
    { "青松街道>青松>第一网格>友谊小区 3号楼>友谊小区 3号楼, unit 1>赵敏", "" },
  };

  g_autoptr(GListModel) rows = list (fixture, GGOV_TREE_PLACES, NULL, TODAY, NULL);
  g_autoptr(GgovBranch) top = g_list_model_get_item (rows, 0);
  g_autoptr(GListModel) below = list (fixture, GGOV_TREE_PLACES, top, TODAY, NULL);

  assert_below (rows, below);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_lines (fixture, GGOV_TREE_PLACES, expected[i].path, TODAY, expected[i].lines);
}

/* Another plan had 3号楼 in the second grid, and only its leader was there. */
static void
test_another_day (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_lines (fixture, GGOV_TREE_PLACES, "青松街道>青松", BEFORE,
                "第一网格 0/4; 第二网格 1/5");
  assert_lines (fixture, GGOV_TREE_PLACES, "青松街道>青松>第二网格", BEFORE, "友谊小区 3号楼 1/2");
}

static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  assert_lines (fixture, GGOV_TREE_ROLES, "", TODAY,
                "First secretary 1/1; Full-time grid member 1/2; Building leader 1/2; "
                "Unit leader 1/3; Police officer 2/1");
  assert_lines (fixture, GGOV_TREE_ROLES, "Unit leader", TODAY, "青松 1/2; 白桦 0/1");
  assert_lines (fixture, GGOV_TREE_ROLES, "Unit leader>青松", TODAY,
                "赵敏 (友谊小区 3号楼, unit 1)");
  assert_lines (fixture, GGOV_TREE_ROLES, "Police officer>白桦", TODAY, "钱卫国 (第一网格)");
}

/* 孙警官 of the police station is on the first grid and the third. */
static gboolean
write_station (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  const RosterOffice *office = data;
  GgovPersonRecord person = { .name = "孙警官", .sex = "1", .phone = "13804720099" };
  GgovPostRecord post = { .role_id = office->roles[POLICE], .valid_from = "2026-01-01" };

  person.organisation_id = ggov_change_add_organisation (change, &(GgovOrganisationRecord) {
    .kind = "department", .name = "青松派出所", .valid_from = "2025-01-01" }, error);
  if (person.organisation_id == 0 ||
      (post.person_id = ggov_change_add_person (change, &person, error)) == 0)
    return FALSE;

  post.grid_id = office->grids[0];
  if (ggov_change_add_post (change, &post, error) == 0)
    return FALSE;

  post.grid_id = office->grids[2];

  return ggov_change_add_post (change, &post, error) != 0;
}

static void
test_organisations (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_lines (fixture, GGOV_TREE_ORGANISATIONS, "", TODAY, "");
  write_change (fixture->base.store, write_station, &fixture->office);
  assert_lines (fixture, GGOV_TREE_ORGANISATIONS, "", TODAY, "青松派出所 2/0");
  assert_lines (fixture, GGOV_TREE_ORGANISATIONS, "青松派出所", TODAY,
                "孙警官 (Police officer · 第一网格); 孙警官 (Police officer · 第一网格)");
  assert_lines (fixture, GGOV_TREE_ORGANISATIONS, "", BEFORE, "");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  const GgovRosterFilter town = { .community_id = fixture->office.communities[1] };
  const GgovRosterFilter net = { .grid_id = fixture->office.grids[0] };
  const GgovRosterFilter role = { .role = "part_time_member" };
  const struct
  {
    GgovTree                tree;
    const char             *path;
    const GgovRosterFilter *filter;
    const char             *lines;
  } expected[] = {
    { GGOV_TREE_PLACES, "青松街道", &town, "白桦 1/5" },
    { GGOV_TREE_PLACES, "青松街道>青松", &net, "第一网格 4/3" },
    { GGOV_TREE_PLACES, "", &role, "青松街道 2/5" },
    { GGOV_TREE_ROLES, "", &role, "Building leader 1/2; Unit leader 1/3" },
    { GGOV_TREE_ROLES, "Police officer", &town, "白桦 1/0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *lines = dup_lines (fixture, expected[i].tree, expected[i].path, TODAY,
                                          expected[i].filter);

      g_assert_cmpstr (lines, ==, expected[i].lines);
    }
}

int
main (int   argc,
      char *argv[])
{
  const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/store/branches/places", test_places },
    { "/store/branches/another-day", test_another_day },
    { "/store/branches/roles", test_roles },
    { "/store/branches/organisations", test_organisations },
    { "/store/branches/filters", test_filters },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
