/* test-store-posts.c: rules of posts, transfers, leaves, histories, load and roles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-local-time.h"
#include "ggov-query-load.h"
#include "ggov-store-history.h"
#include "ggov-store-load.h"
#include "ggov-store-move-issue.h"
#include "ggov-store-person.h"
#include "ggov-store-roles.h"
#include "ggov-store-roster.h"
#include "ggov-store-stand-down.h"
#include "ggov-store-transfer.h"
#include "ggov-write-founding.h"
#include "ggov-write-places.h"
#include "posts-fixture.h"

static void
test_days (PostsFixture  *fixture,
           gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  GgovAppointment grid = {
    .person_id = office->people[ZHAO], .role_code = "full_time_member", .place_kind = "grid",
    .place_id = office->grids[0], .since = TODAY,
  };
  GgovAppointment police = {
    .person_id = office->people[QIAN], .role_code = "department_police", .place_kind = "grid",
    .place_id = office->grids[2], .since = TODAY,
  };
  GgovAppointment leader = {
    .person_id = office->people[ZHAO], .role_code = "building_leader", .place_kind = "building",
    .place_id = office->buildings[1], .since = "2026-01-15",
  };

  /* The person, the role, the place and since when. */
  assert_refused (fixture, &grid, WORDS ("李强", "Full-time grid member", "第一网格",
                                         "150203005001001", "since 2026-01-01"));
  /* Begun before the post that is there, it would run into it; ended before, it does not. */
  grid.since = "2025-06-01";
  assert_refused (fixture, &grid, WORDS ("李强", "from 2026-01-01. Let this one end before"));
  grid.until = "2025-05-31";
  assert_refused (fixture, &grid, WORDS ("end on 2025-05-31", "begins on 2025-06-01"));
  grid.until = "2025-12-31";
  assert_appointed (fixture, &grid);

  /* One person may have the role on many grids, but not twice on one. */
  assert_refused (fixture, &police, WORDS ("钱卫国", "150203005002001", "since 2026-01-01"));
  police.place_id = office->grids[1];
  assert_appointed (fixture, &police);

  /* 单丽 was the leader in January. */
  assert_refused (fixture, &leader, WORDS ("单丽", "友谊小区 12号楼", "from 2026-01-01 to 2026-01-31"));
  leader.since = "2026-02-01";
  assert_appointed (fixture, &leader);
}

static GListModel *
list_roles (PostsFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *roles;

  ggov_store_list_roles_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  roles = ggov_store_list_roles_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return roles;
}

/* (transfer full): the row of the role with this code */
static GgovOfficeRole *
find_role (PostsFixture *fixture,
           const char   *code)
{
  g_autoptr(GListModel) roles = list_roles (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);

      if (g_str_equal (ggov_office_role_get_record (role)->code, code))
        return g_steal_pointer (&role);
    }

  return NULL;
}

static gint64
save (PostsFixture                *fixture,
      const GgovOfficeRoleRecord  *record,
      GError                     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_save_role_async (fixture->base.store, record, NULL, keep_result, &result);

  return posts_finish (fixture, &result, error);
}

static void
set_chain (PostsFixture *fixture,
           const char   *code,
           const char   *nominated_by,
           const char   *chain)
{
  g_autoptr(GgovOfficeRole) role = find_role (fixture, code);
  GgovOfficeRoleRecord record = *ggov_office_role_get_record (role);
  g_autoptr(GError) error = NULL;

  record.nominated_by = nominated_by;
  record.chain = chain;
  record.resident = 1;
  g_assert_cmpint (save (fixture, &record, &error), >, 0);
  g_assert_no_error (error);
}

static gint64
substitute (PostsFixture            *fixture,
            const GgovSubstitution  *substitution,
            GError                 **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_substitute_async (fixture->base.store, substitution, NULL, keep_result, &result);

  return posts_finish (fixture, &result, error);
}

/* The full-time member of the grid brings the building leader forward. */
static void
test_chain (PostsFixture  *fixture,
            gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  GgovAppointment leader = {
    .person_id = office->people[SHAN], .role_code = "building_leader", .place_kind = "building",
    .place_id = office->buildings[1], .since = TODAY, .nominated_by_id = office->people[REN],
  };
  g_autoptr(GError) error = NULL;

  set_chain (fixture, "building_leader", "full_time_member", "reason");
  assert_refused (fixture, &leader, WORDS ("任晓明", "Full-time grid member", "李强 is"));
  leader.exception = "片长出差";
  assert_appointed (fixture, &leader);

  set_chain (fixture, "building_leader", "full_time_member", "strict");
  leader.until = NULL;
  leader.place_id = office->buildings[2];
  leader.nominated_by_id = 0;
  assert_refused (fixture, &leader, WORDS ("Say who nominates"));
  /* Grid 3 has no full-time member. */
  leader.nominated_by_id = office->people[LI];
  assert_refused (fixture, &leader, WORDS ("Nobody is the Full-time grid member"));

  /* She lives in the community 青松, building 5 is in 白桦. */
  set_chain (fixture, "building_leader", "full_time_member", "reason");
  leader.exception = NULL;
  leader.nominated_by_id = 0;
  assert_refused (fixture, &leader, WORDS ("单丽", "青松", "白桦", "Building leader"));

  /* Who stands in may nominate as well. */
  set_chain (fixture, "unit_leader", "building_leader", "strict");
  g_assert_cmpint (substitute (fixture, &(GgovSubstitution) {
    .post_id = office->posts[2], .substitute_id = office->people[ZHAO], .from = "2026-02-10",
    .to = "2026-02-20" }, &error), >, 0);
  leader = (GgovAppointment) {
    .person_id = office->people[WANG], .role_code = "unit_leader", .place_kind = "unit",
    .place_id = office->units[1], .since = TODAY, .nominated_by_id = office->people[ZHAO],
  };
  assert_appointed (fixture, &leader);
}

static void
move (PostsFixture  *fixture,
      gint64         issue_id,
      GgovIssueMove  move_,
      const char    *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int number;

  g_assert_true (ggov_local_day_parse (day, &number, NULL));
  ggov_store_move_issue_async (fixture->base.store, &(GgovIssueStep) {
    .issue_id = issue_id, .row_version = -1, .move = move_, .note = "x",
    .at = ggov_local_time_from_day (number, 0) + 36000 }, NULL, keep_result, &result);
  g_assert_cmpint (posts_finish (fixture, &result, &error), >, 0);
  g_assert_no_error (error);
}

static gint64
transfer (PostsFixture           *fixture,
          gint64                  post,
          const GgovAppointment  *to,
          gint64                  successor,
          GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_transfer_async (fixture->base.store, post, to, successor, NULL, keep_result, &result);

  return posts_finish (fixture, &result, error);
}

/* 钱卫国 goes from grid 1 to grid 2, and 赵敏 takes on what he had in hand. */
static void
test_transfer (PostsFixture  *fixture,
               gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  PostsIssues issues = { .office = &fixture->office };
  GgovAppointment to = {
    .role_code = "department_police", .place_kind = "grid", .place_id = office->grids[1],
    .since = TODAY, .reason = "轮岗",
  };
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change;

  write_change (fixture->base.store, write_posts_issues, &issues);
  change = transfer (fixture, office->posts[5], &to, office->people[ZHAO], &error);
  g_assert_no_error (error);
  assert_history (fixture, "grid", office->grids[0],
                  "李强 full_time_member 2026-01-01..\n"
                  "钱卫国 department_police 2026-01-01..2026-02-12 轮岗\n");
  assert_history (fixture, "grid", office->grids[1], "钱卫国 department_police 2026-02-13..\n");
  assert_handler (fixture, issues.issues[0], "赵敏");

  /* It was one change, so it is undone as one. */
  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &undone);
  g_assert_cmpint (posts_finish (fixture, &undone, &error), >, 0);
  assert_history (fixture, "grid", office->grids[1], "");
  assert_handler (fixture, issues.issues[0], "钱卫国");

  /* To where he is already, and before he began. */
  to.place_id = office->grids[2];
  g_assert_cmpint (transfer (fixture, office->posts[5], &to, 0, &error), ==, 0);
  assert_sentence (error, WORDS ("钱卫国", "150203005002001"));
  g_clear_error (&error);
  to.place_id = office->grids[1];
  to.since = "2026-01-01";
  g_assert_cmpint (transfer (fixture, office->posts[5], &to, 0, &error), ==, 0);
  assert_sentence (error, WORDS ("has not begun"));
}

/* Of the posts of a role: who stands in for each, "-" for nobody. */
static void
assert_substitutes (PostsFixture *fixture,
                    const char   *day,
                    const char   *role,
                    const char   *expected)
{
  const GgovRosterFilter filter = { .role = role };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GString) told = g_string_new (NULL);

  ggov_store_list_roster_async (fixture->base.store, day, &filter, NULL, keep_result, &result);
  rows = ggov_store_list_roster_finish (fixture->base.store, wait_for (&result), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      g_autofree char *leave = ggov_roster_dup_leave (ggov_roster_row_get_record (row), TRUE);

      g_string_append_printf (told, "%s;", leave ? leave : "-");
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_substitute (PostsFixture  *fixture,
                 gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  PostsIssues issues = { .office = &fixture->office };
  GgovSubstitution leave = {
    .post_id = office->posts[5], .substitute_id = office->people[ZHAO], .from = "2026-02-10",
    .to = "2026-02-20", .reason = "病假", .hand_over = TRUE,
  };
  g_autoptr(GError) error = NULL;

  write_change (fixture->base.store, write_posts_issues, &issues);
  g_assert_cmpint (substitute (fixture, &leave, &error), >, 0);
  g_assert_no_error (error);
  assert_substitutes (fixture, "2026-02-09", "department_police", "-;-;");
  assert_substitutes (fixture, "2026-02-10", "department_police",
                      "赵敏 (13804720005) stands in until 2026-02-20;-;");
  assert_substitutes (fixture, "2026-02-21", "department_police", "-;-;");
  /* What was open went over, what is sent during the leave goes to her, after it to him. */
  assert_handler (fixture, issues.issues[0], "赵敏");
  move (fixture, issues.issues[1], GGOV_ISSUE_DISPATCH, "2026-02-20");
  assert_handler (fixture, issues.issues[1], "赵敏");
  move (fixture, issues.issues[1], GGOV_ISSUE_RETURN, "2026-02-21");
  move (fixture, issues.issues[1], GGOV_ISSUE_DISPATCH, "2026-02-21");
  assert_handler (fixture, issues.issues[1], "钱卫国");
  assert_history (fixture, "person", office->people[ZHAO],
                  "赵敏 department_police 2026-02-10..2026-02-20 for 钱卫国\n"
                  "赵敏 unit_leader 2026-01-01..\n");

  g_assert_cmpint (substitute (fixture, &leave, &error), ==, 0);
  assert_sentence (error, WORDS ("赵敏", "from 2026-02-10 to 2026-02-20"));
  g_clear_error (&error);
  leave.from = "2025-12-31";
  g_assert_cmpint (substitute (fixture, &leave, &error), ==, 0);
  assert_sentence (error, WORDS ("only held from 2026-01-01"));
  g_clear_error (&error);
  leave.substitute_id = office->people[QIAN];
  g_assert_cmpint (substitute (fixture, &leave, &error), ==, 0);
  assert_sentence (error, WORDS ("stand in for themselves"));
  g_clear_error (&error);

  /* He is away himself, so he stands in for nobody. */
  leave.post_id = office->posts[1];
  leave.from = "2026-02-20";
  g_assert_cmpint (substitute (fixture, &leave, &error), ==, 0);
  assert_sentence (error, WORDS ("钱卫国 is on leave as well"));
  g_clear_error (&error);
  leave.from = "2026-02-21";
  leave.to = "2026-02-20";
  g_assert_cmpint (substitute (fixture, &leave, &error), ==, 0);
  assert_sentence (error, WORDS ("end on 2026-02-20"));
}

static gint64
find_leave (PostsFixture *fixture,
            gint64        person,
            char        **to)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPerson) found = NULL;
  g_autoptr(GgovPost) post = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_get_person_async (fixture->base.store, person, TODAY, NULL, keep_result, &result);
  found = ggov_store_get_person_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  post = g_list_model_get_item (ggov_person_get_posts (found), 0);
  *to = g_strdup (ggov_post_get_details (post)->leave_to);

  return ggov_post_get_details (post)->leave_id;
}

/* Back earlier than thought, then not at all: a leave ends with its post. */
static void
test_end_leave (PostsFixture  *fixture,
                gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  const GgovSubstitution leave = {
    .post_id = office->posts[1], .substitute_id = office->people[ZHAO], .from = "2026-02-10",
    .to = "2026-03-20",
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) down = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *to = NULL;
  g_autofree char *shorter = NULL;
  g_autofree char *none = NULL;
  gint64 id;

  g_assert_cmpint (substitute (fixture, &leave, &error), >, 0);
  id = find_leave (fixture, office->people[LI], &to);
  g_assert_cmpstr (to, ==, "2026-03-20");

  ggov_store_end_leave_async (fixture->base.store, id, "2026-03-02", NULL, keep_result, &result);
  g_assert_cmpint (posts_finish (fixture, &result, &error), >, 0);
  g_assert_cmpint (find_leave (fixture, office->people[LI], &shorter), ==, id);
  g_assert_cmpstr (shorter, ==, "2026-03-01");
  g_clear_object (&result);
  ggov_store_end_leave_async (fixture->base.store, id, "2026-03-02", NULL, keep_result, &result);
  g_assert_cmpint (posts_finish (fixture, &result, &error), ==, 0);
  assert_sentence (error, WORDS ("over by that day"));
  g_clear_error (&error);

  ggov_store_stand_down_async (fixture->base.store, &(GgovStandDown) {
                                 .post_id = office->posts[1], .from = "2026-02-01", .reason = "调离",
                               }, NULL,
                               keep_result, &down);
  g_assert_cmpint (posts_finish (fixture, &down, &error), >, 0);
  g_assert_cmpint (find_leave (fixture, office->people[LI], &none), ==, 0);
}

static void
test_history (PostsFixture  *fixture,
              gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autofree char *chain = tell_history (fixture, "unit", office->units[0], TRUE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  assert_history (fixture, "building", office->buildings[0],
                  "赵敏 unit_leader 2026-01-01..\n"
                  "王秀英 building_leader 2025-03-01..\n");
  assert_history (fixture, "unit", office->units[2], "单丽 building_leader 2026-01-01..2026-01-31\n");
  assert_history (fixture, "community", office->communities[0], "任晓明 first_secretary 2026-01-01..\n");
  /* From the door up. */
  g_assert_cmpstr (chain, ==,
                   "赵敏 unit_leader 2026-01-01..\n"
                   "王秀英 building_leader 2025-03-01..\n"
                   "李强 full_time_member 2026-01-01..\n"
                   "钱卫国 department_police 2026-01-01..\n"
                   "任晓明 first_secretary 2026-01-01..\n");

  ggov_store_list_history_async (fixture->base.store, "street", 1, TODAY, NULL, keep_result, &result);
  g_assert_null (ggov_store_list_history_finish (fixture->base.store, wait_for (&result), &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static void
append_load (GString  *out,
             GgovLoad *row)
{
  const GgovLoadRecord *r = ggov_load_get_record (row);

  g_string_append_printf (out, "%s %d places %d households %d units %d issues %d\n", r->name,
                          (int) r->places, (int) r->households, (int) r->units,
                          (int) r->open_issues, (int) r->strain);
}

/* A few lines at a time it is the same. */
static void
assert_paged_load (PostsFixture *fixture,
                   const char   *day,
                   const char   *expected)
{
  g_autoptr(GgovQuery) query = ggov_query_new_load (day);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  ggov_store_find_rows_async (fixture->base.store, query, GGOV_QUERY_ALL, G_MAXUINT, NULL, NULL,
                              keep_result, &result);
  answer = ggov_store_rows_finish (fixture->base.store, wait_for (&result), NULL);
  for (guint i = 0; i < answer->keys->len; i++)
    append_load (out, g_hash_table_lookup (answer->rows,
                                           &g_array_index (answer->keys, GgovRowKey, i).id));
  g_assert_cmpstr (out->str, ==, expected);
}

static char *
tell_load (PostsFixture *fixture,
           const char   *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);

  ggov_store_list_load_async (fixture->base.store, day, NULL, keep_result, &result);
  rows = ggov_store_list_load_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovLoad) row = g_list_model_get_item (rows, i);

      append_load (out, row);
    }
  assert_paged_load (fixture, day, out->str);

  return g_string_free (out, FALSE);
}

static gboolean
add_households (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  RosterOffice *office = data;

  return ggov_change_add_unit (change, office->buildings[1], 2, 407, 800, error) != 0;
}

/* Grid 1 has 24 + 30 + 40 households in three units, grid 3 ten in one. */
static void
test_load (PostsFixture  *fixture,
           gconstpointer  data)
{
  PostsIssues issues = { .office = &fixture->office };
  g_autofree char *few = NULL;
  g_autofree char *before = NULL;
  g_autofree char *many = NULL;

  write_change (fixture->base.store, write_posts_issues, &issues);
  few = tell_load (fixture, TODAY);
  g_assert_cmpstr (few, ==,
                   "李强 1 places 94 households 3 units 0 issues -1\n"
                   "钱卫国 2 places 104 households 4 units 1 issues 0\n");
  /* The issue was filed on the second of February. */
  before = tell_load (fixture, "2026-02-01");
  g_assert_nonnull (strstr (before, "4 units 0 issues"));

  write_change (fixture->base.store, add_households, &fixture->office);
  many = tell_load (fixture, TODAY);
  g_assert_true (g_str_has_prefix (many, "李强 1 places 501 households 4 units 0 issues 1\n"));
}

static void
test_roles (PostsFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovOfficeRole) police = find_role (fixture, "department_police");
  GgovOfficeRoleRecord record = *ggov_office_role_get_record (police);
  g_autoptr(GgovOfficeRole) added = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (record.n_posts, ==, 2);
  record.duties_zh = "社区民警";
  g_assert_cmpint (save (fixture, &record, &error), >, 0);
  /* The version that was read is not the one there now. */
  g_assert_cmpint (save (fixture, &record, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  /* 钱卫国 has two grids. */
  record.row_version++;
  record.places = 1;
  g_assert_cmpint (save (fixture, &record, &error), ==, 0);
  assert_sentence (error, WORDS ("钱卫国", "since 2026-01-01"));
  g_clear_error (&error);
  record.places = 0;
  record.scope = "community";
  g_assert_cmpint (save (fixture, &record, &error), ==, 0);
  assert_sentence (error, WORDS ("kind of place"));
  g_clear_error (&error);
  record.scope = "grid";
  record.valid_to = TODAY;
  g_assert_cmpint (save (fixture, &record, &error), ==, 0);
  assert_sentence (error, WORDS (TODAY, "钱卫国"));
  g_clear_error (&error);

  g_assert_cmpint (save (fixture, &(GgovOfficeRoleRecord) {
    .name_zh = "网格律师", .scope = "grid", .presence = "rounds", .valid_to = NULL }, &error), >, 0);
  added = find_role (fixture, "role-6");
  g_assert_cmpstr (ggov_office_role_get_record (added)->name, ==, "网格律师");
  g_assert_cmpint (ggov_office_role_get_record (added)->sort_order, ==, 100);
  assert_appointed (fixture, &(GgovAppointment) {
    .person_id = fixture->office.people[SHAN], .role_code = "role-6", .place_kind = "grid",
    .place_id = fixture->office.grids[0], .since = TODAY, .until = "2026-02-20" });

  record = *ggov_office_role_get_record (added);
  record.valid_to = "2026-02-20";
  g_assert_cmpint (save (fixture, &record, &error), >, 0);
  assert_refused (fixture, &(GgovAppointment) {
    .person_id = fixture->office.people[SHAN], .role_code = "role-6", .place_kind = "grid",
    .place_id = fixture->office.grids[0], .since = "2026-02-21" }, WORDS ("网格律师", "2026-02-20"));

  record = (GgovOfficeRoleRecord) { .name = " ", .scope = "grid", .presence = "rounds" };
  g_assert_cmpint (save (fixture, &record, &error), ==, 0);
  assert_sentence (error, WORDS ("name"));
  g_clear_error (&error);
  record = (GgovOfficeRoleRecord) { .name = "X", .code = "unit_leader", .scope = "grid",
                                    .presence = "rounds" };
  g_assert_cmpint (save (fixture, &record, &error), ==, 0);
  assert_sentence (error, WORDS ("unit_leader", "Unit leader"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, PostsFixture, NULL, posts_fixture_set_up, func, posts_fixture_tear_down)
  ADD ("/store/posts/days", test_days);
  ADD ("/store/posts/chain", test_chain);
  ADD ("/store/posts/transfer", test_transfer);
  ADD ("/store/posts/substitute", test_substitute);
  ADD ("/store/posts/end-leave", test_end_leave);
  ADD ("/store/posts/history", test_history);
  ADD ("/store/posts/load", test_load);
  ADD ("/store/posts/roles", test_roles);
#undef ADD

  return g_test_run ();
}
