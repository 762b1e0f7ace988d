/* test-search.c: finding people, buildings and issues by what a user types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-store-search.h"
#include "ggov-write-founding.h"
#include "ggov-write-issues.h"
#include "ggov-write-people.h"
#include "ggov-write-places.h"
#include "store-fixture.h"

static gboolean
write_places (GgovChange  *change,
              GBytes      *shape,
              gint64      *building_id,
              GError     **error)
{
  gint64 sub_district = ggov_change_found_office (change, "150203005", "青松街道", "2025-01-01",
                                                  error);
  const GgovCommunityRecord community = {
    .sub_district_id = sub_district, .code = "150203005001", .name = "青松社区", .border = shape,
  };
  GgovBuildingRecord building = { .number = "3号楼", .kind = "residential", .footprint = shape };

  building.community_id = ggov_change_add_community (change, &community, error);
  if (building.community_id == 0)
    return FALSE;

  building.compound_id = ggov_change_add_compound (change, building.community_id, "松园", error);
  *building_id = ggov_change_add_building (change, &building, error);

  return *building_id != 0;
}

static gboolean
write_people (GgovChange  *change,
              gint64       building_id,
              GError     **error)
{
  const GgovPersonRecord leader = { .name = "单晓明", .sex = "1", .phone = "13804721234" };
  const GgovPersonRecord other = { .name = "王晓", .sex = "2", .phone = "13904729876" };
  GgovPostRecord post = { .building_id = building_id, .valid_from = "2026-01-01",
                          .valid_to = "2026-06-30" };

  post.person_id = ggov_change_add_person (change, &leader, error);
  post.role_id = ggov_change_find_role (change, "building_leader", error);

  return post.person_id && post.role_id && ggov_change_add_post (change, &post, error) &&
         ggov_change_add_person (change, &other, error);
}

static gboolean
write_issue (GgovChange  *change,
             GError     **error)
{
  GgovIssueRecord issue = {
    .number = "2026-0007", .title = "3号楼漏水纠纷", .source = "resident", .stage = "file",
    .filed_at = 1767225600,
  };

  issue.case_type_id = ggov_change_find_case_type (change, "C0101", "2026-01-01", error);

  return issue.case_type_id && ggov_change_add_issue (change, &issue, error);
}

static gboolean
write_office (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  g_autoptr(GBytes) shape = g_bytes_new_static ("shape", 5);
  gint64 building_id = 0;

  return write_places (change, shape, &building_id, error) &&
         write_people (change, building_id, error) && write_issue (change, error);
}

/* What was found, one line a hit: "kind title (detail)". */
static char *
find (GgovStore  *store,
      const char *typed,
      const char *day,
      guint       limit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) hits = NULL;
  g_autoptr(GError) error = NULL;
  GString *lines = g_string_new (NULL);

  ggov_store_search_async (store, typed, day, limit, NULL, keep_result, &result);
  hits = ggov_store_search_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(GgovSearchHit) hit = g_list_model_get_item (hits, i);

      g_assert_cmpint (ggov_search_hit_get_id (hit), >, 0);
      g_string_append_printf (lines, "%s%s %s (%s)", i > 0 ? "\n" : "",
                              ggov_search_hit_get_kind (hit), ggov_search_hit_get_title (hit),
                              ggov_search_hit_get_detail (hit));
    }

  return g_string_free (lines, FALSE);
}

static void
test_find (StoreFixture  *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    const char *day;
    guint       limit;
    const char *expected;
  } cases[] = {
    /* A building leader of the day is told by the door and the role, and after it by neither. */
    { "单晓明", "2026-03-31", 9, "person 单晓明 (松园 3号楼  Building leader)" },
    { "晓明", "2026-07-01", 9, "person 单晓明 ()" },
    /* The surname 单 is read shan, which a character-wise reading would have dan. */
    { "shanxm", "2026-03-31", 9, "" },
    { "sxm", "2026-03-31", 9, "person 单晓明 (松园 3号楼  Building leader)" },
    { "shan xiao", "2026-03-31", 9, "person 单晓明 (松园 3号楼  Building leader)" },
    { "1234", "2026-07-01", 9, "person 单晓明 ()" },
    { "139047", "2026-07-01", 9, "person 王晓 ()" },
    /* Kinds come one after another. */
    { "3号楼", "2026-03-31", 9,
      "building 松园 3号楼 (青松社区)\nissue 3号楼漏水纠纷 (2026-0007  Between neighbours)" },
    /* A door is found by its compound. */
    { "松园3号", "2026-03-31", 9, "building 松园 3号楼 (青松社区)" },
    { "漏水", "2026-03-31", 9, "issue 3号楼漏水纠纷 (2026-0007  Between neighbours)" },
    /* What stands together comes first, and what does not is found as well. */
    { "园号", "2026-03-31", 9, "building 松园 3号楼 (青松社区)" },
    { "晓", "2026-07-01", 1, "person 王晓 ()" },
    { "没有", "2026-03-31", 9, "" },
    { "  ", "2026-03-31", 9, "" },
    { "\"*", "2026-03-31", 9, "" },
  };

  write_change (fixture->store, write_office, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (fixture->store, cases[i].typed, cases[i].day,
                                     cases[i].limit);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/search/find", StoreFixture, NULL, store_fixture_set_up, test_find,
              store_fixture_tear_down);

  return g_test_run ();
}
