/* test-store-change-posts.c: many posts changed at once, and those against which a rule stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-store-change-posts.h"
#include "ggov-store-roster.h"
#include "posts-fixture.h"

static gint64
change (PostsFixture      *fixture,
        GgovPostsRequest  *request,
        const gint64      *posts,
        guint              n_posts,
        GPtrArray        **refused)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gint64 id = -1;

  g_array_append_vals (numbers, posts, n_posts);
  request->posts = numbers;
  ggov_store_change_posts_async (fixture->base.store, request, NULL, keep_result, &result);
  g_assert_true (ggov_store_change_posts_finish (fixture->base.store, wait_for (&result), &id,
                                                 refused, &error));
  g_assert_no_error (error);

  return id;
}

/* "name role place" of each post held on a day, with commas between. */
static char *
dup_roster (PostsFixture *fixture,
            const char   *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  GString *text = g_string_new (NULL);

  ggov_store_list_roster_async (fixture->base.store, day, NULL, NULL, keep_result, &result);
  rows = ggov_store_list_roster_finish (fixture->base.store, wait_for (&result), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", record->name, record->place);
    }

  return g_string_free (text, FALSE);
}

static void
assert_roster (PostsFixture *fixture,
               const char   *day,
               const char   *expected)
{
  g_autofree char *text = dup_roster (fixture, day);

  g_assert_cmpstr (text, ==, expected);
}

#define BEFORE \
  "任晓明 青松, 李强 第一网格, 王秀英 友谊小区 3号楼, 赵敏 友谊小区 3号楼, unit 1, " \
  "钱卫国 第一网格, 钱卫国 第一网格"

/* Four posts, one of which ended in January: three end, one is named, and one undo brings all back. */
static void
test_stand_down (PostsFixture  *fixture,
                 gconstpointer  data)
{
  const gint64 posts[] = {
    fixture->office.posts[WANG], fixture->office.posts[SHAN], fixture->office.posts[ZHAO],
    fixture->office.posts[LI],
  };
  GgovPostsRequest request = { .deed = GGOV_POSTS_STAND_DOWN, .from = TODAY, .reason = "换届" };
  g_autoptr(GPtrArray) refused = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  const GgovPostsRefusal *refusal;
  gint64 id;

  assert_roster (fixture, TODAY, BEFORE);
  id = change (fixture, &request, posts, G_N_ELEMENTS (posts), &refused);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpuint (refused->len, ==, 1);
  refusal = g_ptr_array_index (refused, 0);
  g_assert_cmpint (refusal->post_id, ==, fixture->office.posts[SHAN]);
  g_assert_cmpstr (refusal->person, ==, "单丽");
  g_assert_cmpstr (refusal->place, ==, "友谊小区 12号楼");
  g_assert_cmpstr (refusal->why, ==, "This post has ended already.");
  assert_roster (fixture, TODAY, "任晓明 青松, 钱卫国 第一网格, 钱卫国 第一网格");
  assert_roster (fixture, "2026-02-12", BEFORE);

  ggov_store_undo_async (fixture->base.store, id, NULL, keep_result, &undone);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&undone), NULL, &error));
  assert_roster (fixture, TODAY, BEFORE);
}

/* What 钱卫国 had in hand goes on with 赵敏 when both of his posts end, and comes back with them. */
static void
test_hand_over (PostsFixture  *fixture,
                gconstpointer  data)
{
  const gint64 posts[] = { fixture->office.posts[5], fixture->office.posts[6] };
  PostsIssues issues = { .office = &fixture->office };
  GgovPostsRequest request = {
    .deed = GGOV_POSTS_STAND_DOWN, .from = TODAY, .reason = "退休",
    .hand_over_to = fixture->office.people[ZHAO],
  };
  g_autoptr(GPtrArray) refused = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  write_change (fixture->base.store, write_posts_issues, &issues);
  assert_handler (fixture, issues.issues[0], "钱卫国");
  id = change (fixture, &request, posts, G_N_ELEMENTS (posts), &refused);
  g_assert_cmpuint (refused->len, ==, 0);
  assert_handler (fixture, issues.issues[0], "赵敏");

  ggov_store_undo_async (fixture->base.store, id, NULL, keep_result, &undone);
  g_assert_cmpint (posts_finish (fixture, &undone, &error), >, 0);
  assert_handler (fixture, issues.issues[0], "钱卫国");
}

/* A building has one leader: the first gets 12号楼, the second is refused, and of the refused transfer
 * nothing is kept: the old post goes on. */
static void
test_transfer (PostsFixture  *fixture,
               gconstpointer  data)
{
  const gint64 posts[] = { fixture->office.posts[WANG], fixture->office.posts[LI] };
  GgovPostsRequest request = {
    .deed = GGOV_POSTS_TRANSFER, .from = TODAY, .place_kind = "building",
    .place_id = fixture->office.buildings[1], .exception = "没有人提名",
  };
  g_autoptr(GPtrArray) refused = NULL;
  const GgovPostsRefusal *refusal;

  g_assert_cmpint (change (fixture, &request, posts, G_N_ELEMENTS (posts), &refused), >, 0);
  g_assert_cmpuint (refused->len, ==, 1);
  refusal = g_ptr_array_index (refused, 0);
  g_assert_cmpstr (refusal->person, ==, "李强");
  g_assert_cmpstr (refusal->why, ==, "This post is held on another kind of place.");
  assert_roster (fixture, TODAY,
                 "任晓明 青松, 李强 第一网格, 王秀英 友谊小区 12号楼, 赵敏 友谊小区 3号楼, unit 1, "
                 "钱卫国 第一网格, 钱卫国 第一网格");
}

/* Police may serve many grids: a third one; all refused changes nothing and makes no change. */
static void
test_appoint (PostsFixture  *fixture,
              gconstpointer  data)
{
  const gint64 police[] = { fixture->office.posts[5] };
  const gint64 wang[] = { fixture->office.posts[WANG] };
  GgovPostsRequest request = {
    .deed = GGOV_POSTS_APPOINT, .from = TODAY, .place_kind = "grid",
    .place_id = fixture->office.grids[1],
  };
  g_autoptr(GPtrArray) refused = NULL;
  g_autoptr(GPtrArray) again = NULL;

  g_assert_cmpint (change (fixture, &request, police, 1, &refused), >, 0);
  g_assert_cmpuint (refused->len, ==, 0);
  assert_roster (fixture, TODAY,
                 "任晓明 青松, 李强 第一网格, 王秀英 友谊小区 3号楼, 赵敏 友谊小区 3号楼, unit 1, "
                 "钱卫国 第一网格, 钱卫国 第二网格, 钱卫国 第一网格");

  g_assert_cmpint (change (fixture, &request, wang, 1, &again), ==, 0);
  g_assert_cmpuint (again->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  const struct { const char *name; void (*func) (PostsFixture *, gconstpointer); } tests[] = {
    { "/store/change-posts/stand-down", test_stand_down },
    { "/store/change-posts/hand-over", test_hand_over },
    { "/store/change-posts/transfer", test_transfer },
    { "/store/change-posts/appoint", test_appoint },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, PostsFixture, NULL, posts_fixture_set_up, tests[i].func,
                posts_fixture_tear_down);

  return g_test_run ();
}
