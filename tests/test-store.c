/* test-store.c: the thread that serves an office's file, and its schema
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "ggov-store-changes.h"
#include "ggov-store-history.h"
#include "ggov-store-nets.h"
#include "ggov-store-organisations.h"
#include "ggov-store-plans.h"
#include "ggov-store-roles.h"
#include "ggov-write-nets.h"
#include "ggov-write-places.h"
#include "ggov-write-points.h"
#include "store-fixture.h"

static gboolean
open_store (GgovStore  *store,
            GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_open_async (store, NULL, keep_result, &result);

  return ggov_store_open_finish (store, wait_for (&result), error);
}

static void
close_store (GgovStore *store)
{
  ggov_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
}

static void
assert_refused (const char     *path,
                GgovStoreFlags  flags,
                int             code)
{
  GgovStore *store = ggov_store_new (path, flags);
  g_autoptr(GError) error = NULL;

  g_assert_false (open_store (store, &error));
  g_assert_error (error, GGOV_STORE_ERROR, code);
  close_store (store);
}

static void
test_open (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (open_store (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ggov_store_get_path (fixture->store), ==, fixture->path);
}

static void
test_newer (StoreFixture  *fixture,
            gconstpointer  data)
{
  sqlite3 *db = NULL;

  g_assert_true (open_store (fixture->store, NULL));
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  assert_refused (fixture->path, GGOV_STORE_NONE, GGOV_STORE_ERROR_NEWER);
}

static char *
read_schema (const char *step)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "schema", "sqlite",
                                                 step, NULL);
  g_autoptr(GError) error = NULL;
  char *script = NULL;

  g_file_get_contents (path, &script, NULL, &error);
  g_assert_no_error (error);

  return script;
}

/* Makes a file of some steps, the last of which is NULL, and rows. */
static void
make_office (const char         *path,
             const char * const *steps,
             const char         *rows)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; steps[i]; i++)
    {
      g_autofree char *script = read_schema (steps[i]);

      g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  g_assert_cmpint (sqlite3_exec (db, rows, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* An office as the first schema has it: three meetings of one person, the second of them reversed. */
static void
make_old_office (const char *path)
{
  const char *rows =
    "INSERT INTO person (id, name) VALUES (1, '任晓明');"
    "INSERT INTO points_rule (id, code, activity, activity_zh, points, valid_from) "
    "VALUES (1, 'MEETING', 'Meeting', '开会', 5, '2026-01-01');"
    "INSERT INTO points_account (id, kind, person_id) VALUES (1, 'issue', NULL), (2, 'person', 1);"
    "INSERT INTO points_transfer (id, kind, at, rule_id, reverses_id, source) VALUES "
    "(1, 'earn', 1770000000, 1, NULL, 'meeting/1'), (2, 'earn', 1770000000, 1, NULL, 'meeting/2'), "
    "(3, 'reverse', 1770000000, NULL, 2, NULL), (4, 'earn', 1770000000, 1, NULL, 'meeting/3');"
    "INSERT INTO points_entry (transfer_id, account_id, points) VALUES "
    "(1, 1, -5), (1, 2, 5), (2, 1, -5), (2, 2, 5), (3, 1, 5), (3, 2, -5), (4, 1, -5), (4, 2, 5);"
    "PRAGMA application_id = 1196901238; PRAGMA user_version = 1;";

  make_office (path, (const char *[]) { "0001-office.sql", NULL }, rows);
}

/* An office as the second schema has it: a plan that is over and one that is in force, which says
 * so in its record. */
static void
make_second_office (const char *path)
{
  const char *rows =
    "INSERT INTO sub_district (id, code, name) VALUES (1, '150203005', '青松街道');"
    "INSERT INTO community (id, sub_district_id, code, name, border) "
    "VALUES (1, 1, '150203005001', '青松', x'00');"
    "INSERT INTO grid (id, community_id, code, name, valid_from) "
    "VALUES (1, 1, '150203005001001', '第一网格', '2025-01-01');"
    "INSERT INTO building (id, community_id, kind, footprint) VALUES (1, 1, 'residential', x'00');"
    "INSERT INTO plan (id, community_id, name, state, valid_from, valid_to) VALUES "
    "(1, 1, '首次划分', 'retired', '2025-01-01', '2025-12-31'), "
    "(2, 1, '调整', 'in_force', '2026-01-01', NULL);"
    "INSERT INTO plan_building (plan_id, building_id, grid_id) VALUES (1, 1, 1), (2, 1, 1);"
    "PRAGMA application_id = 1196901238; PRAGMA user_version = 2;";

  make_office (path, (const char *[]) { "0001-office.sql", "0002-lists-and-sources.sql", NULL },
               rows);
}

/* An office as the fifth schema has it: its roles are as they were founded, and their history would
 * refuse to let them be changed outside of a change. */
static void
make_fifth_office (const char *path)
{
  const char *rows =
    "INSERT INTO sub_district (id, code, name) VALUES (1, '150203005', '青松街道');"
    "INSERT INTO person (id, name, pinyin) VALUES (1, '任晓明', 'ren xiao ming');"
    "INSERT INTO role (id, code, family, name, name_zh, scope, presence, holders, nominated_by) VALUES "
    "(1, 'building_leader', 'part_time_member', 'Building leader', '楼长', 'building', 'rounds', 1, "
    "'full_time_member'), (2, 'gas_patrol_member', 'gas_patrol_member', 'Gas safety patrol member', "
    "'燃气安全巡检队员', 'sub-district', 'rounds', NULL, NULL);"
    "INSERT INTO post (id, person_id, role_id, sub_district_id, valid_from) "
    "VALUES (1, 1, 2, 1, '2025-01-01');"
    "CREATE TRIGGER role_image_update AFTER UPDATE ON role "
    "BEGIN SELECT RAISE (ABORT, 'no change is open'); END;"
    "PRAGMA application_id = 1196901238; PRAGMA user_version = 5;";

  make_office (path, (const char *[]) { "0001-office.sql", "0002-lists-and-sources.sql",
                                        "0003-drafts.sql", "0004-plan-notes.sql",
                                        "0005-legacy-nets.sql", NULL }, rows);
}

/* An office as the sixth schema has it: roles say in words what has to be learnt for them, and the name
 * of one was changed. */
static void
make_sixth_office (const char *path)
{
  const char *rows =
    "INSERT INTO role (id, code, family, name, name_zh, scope, presence, training) VALUES "
    "(1, 'building_leader', 'part_time_member', 'Building leader', '楼栋长', 'building', 'rounds', "
    "'消防培训' || char (10) || ' 上岗培训 '), (2, 'full_time_member', 'full_time_member', "
    "'Full-time grid member', '片长', 'grid', 'resident', '上岗培训'), (3, 'unit_leader', "
    "'part_time_member', 'Unit leader', '单元长', 'unit', 'rounds', '');"
    "INSERT INTO change (id, at, account, action, subject, digest) "
    "VALUES (1, 1770000000, 'desk', 'Change a role', 'building_leader', '');"
    "INSERT INTO change_row (change_id, table_name, row_id, op, before, after, digest) VALUES (1, "
    "'role', 1, 'update', '{\"name_zh\":\"楼长\",\"training\":\"\"}', "
    "'{\"name_zh\":\"楼栋长\",\"training\":\"消防培训\"}', '');"
    "CREATE TRIGGER role_image_update AFTER UPDATE ON role WHEN OLD.training IS NOT NEW.training "
    "BEGIN SELECT RAISE (ABORT, 'no change is open'); END;"
    "PRAGMA application_id = 1196901238; PRAGMA user_version = 6;";

  make_office (path, (const char *[]) { "0001-office.sql", "0002-lists-and-sources.sql",
                                        "0003-drafts.sql", "0004-plan-notes.sql",
                                        "0005-legacy-nets.sql", "0006-posts.sql", NULL }, rows);
}

static gboolean
award_meeting (GgovChange  *change,
               gpointer     source,
               GError     **error)
{
  const GgovAwardRecord record = {
    .person_id = 1, .rule_id = 1, .at = 1770000000, .source = source,
  };

  return ggov_change_award (change, &record, error) != 0;
}

static void
assert_has_table (const char *path,
                  const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* The office is kept as it was beside itself, its ledger is still there, and what the later schema
 * allows can be done. */
static void
test_older (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "old.gridgov", NULL);
  g_autofree char *kept = g_strconcat (path, ".schema-1.backup", NULL);
  g_autoptr(GError) error = NULL;
  GgovStore *store;

  make_old_office (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  g_assert_true (open_store (store, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));

  write_change (store, award_meeting, (gpointer) "meeting/2");
  error = fail_change (store, award_meeting, (gpointer) "meeting/1");
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  assert_check_clean (store);
  close_store (store);
  assert_has_table (path, "map_source");
}

/* The plans are what they were, by their days; a draft begins from the one in force. */
static void
test_second_schema (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "old.gridgov", NULL);
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) begun = NULL;
  g_autoptr(GListModel) plans = NULL;
  g_autoptr(GError) error = NULL;
  GgovStore *store;

  make_second_office (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  ggov_store_list_plans_async (store, 1, "2025-06-01", NULL, keep_result, &listed);
  plans = ggov_store_list_plans_finish (store, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (plans), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);

      g_assert_cmpint (ggov_plan_get_row (plan)->id, ==, i + 1);
      g_assert_cmpint (ggov_plan_get_state (plan), ==,
                       i == 0 ? GGOV_PLAN_IN_FORCE : GGOV_PLAN_APPROVED);
      g_assert_cmpint (ggov_plan_get_row (plan)->latest_id, ==, 2);
    }

  ggov_store_create_draft_async (store, 1, GGOV_DRAFT_FROM_PLAN, NULL, NULL, keep_result, &begun);
  g_assert_true (ggov_store_create_draft_finish (store, wait_for (&begun), NULL, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&listed);
  g_clear_object (&begun);
  close_store (store);
}

/* An office as the fourth schema has it: a draft that was begun. */
static void
make_fourth_office (const char *path)
{
  const char *rows =
    "INSERT INTO sub_district (id, code, name) VALUES (1, '150203005', '青松街道');"
    "INSERT INTO community (id, sub_district_id, code, name, border) "
    "VALUES (1, 1, '150203005001', '青松', x'00');"
    "INSERT INTO plan (id, community_id, name, state) VALUES (1, 1, '草案', 'draft');"
    "INSERT INTO draft_grid (plan_id, number, name) VALUES (1, 1, '第一网格');"
    "PRAGMA application_id = 1196901238; PRAGMA user_version = 4;";

  make_office (path, (const char *[]) { "0001-office.sql", "0002-lists-and-sources.sql",
                                        "0003-drafts.sql", "0004-plan-notes.sql", NULL }, rows);
}

static gboolean
write_net (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const GgovNetRecord record = { .name = "警务网格", .department = "公安分局" };

  return ggov_change_add_net (change, &record, error) != 0;
}

/* The draft is still there, and an old net can come in, be listed and be taken back. */
static void
test_fourth_schema (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "old.gridgov", NULL);
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GListModel) nets = NULL;
  g_autoptr(GgovNet) net = NULL;
  g_autoptr(GError) error = NULL;
  GgovStore *store;
  gint64 change;

  make_fourth_office (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  g_assert_true (open_store (store, &error));
  assert_has_table (path, "draft_grid WHERE name = '第一网格'");
  change = write_change (store, write_net, NULL);
  ggov_store_list_nets_async (store, NULL, keep_result, &listed);
  nets = ggov_store_list_nets_finish (store, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (nets), ==, 1);
  net = g_list_model_get_item (nets, 0);
  g_assert_cmpstr (ggov_net_get_row (net)->department, ==, "公安分局");
  g_assert_null (ggov_net_get_row (net)->retired_on);

  ggov_store_undo_async (store, change, NULL, keep_result, &undone);
  g_assert_true (ggov_store_change_finish (store, wait_for (&undone), NULL, &error));
  g_clear_object (&listed);
  g_clear_object (&undone);
  close_store (store);
}

/* What was a list in the program is a rule of the roles; who had a post has it still. */
static void
test_fifth_schema (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "old.gridgov", NULL);
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GListModel) roles = NULL;
  g_autoptr(GListModel) posts = NULL;
  g_autoptr(GError) error = NULL;
  GgovStore *store;

  make_fifth_office (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  ggov_store_list_roles_async (store, "2026-02-13", NULL, keep_result, &listed);
  roles = ggov_store_list_roles_finish (store, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (roles), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);
      const GgovOfficeRoleRecord *record = ggov_office_role_get_record (role);

      g_assert_cmpint (record->watched, ==, i == 0);
      g_assert_cmpint (record->resident, ==, i == 0);
      g_assert_cmpstr (record->chain, ==, i == 0 ? "reason" : "advice");
      g_assert_cmpint (record->n_posts, ==, i == 1);
    }

  ggov_store_list_history_async (store, "person", 1, "2026-02-13", NULL, keep_result, &read);
  posts = ggov_store_list_history_finish (store, wait_for (&read), &error);
  g_assert_cmpuint (g_list_model_get_n_items (posts), ==, 1);
  assert_check_clean (store);
  g_clear_object (&listed);
  g_clear_object (&read);
  close_store (store);
}

static GListModel *
list_roles (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *roles;

  ggov_store_list_roles_async (store, "2026-02-13", NULL, keep_result, &result);
  roles = ggov_store_list_roles_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return roles;
}

/* An office as the sixth schema has it: a branch on a grid with a member, and a co-building
 * organisation; a party organisation's history would refuse to let it be changed. */
static void
make_office_with_branch (const char *path)
{
  const char *rows =
    "INSERT INTO sub_district (id, code, name) VALUES (1, '150203005', '青松街道');"
    "INSERT INTO community (id, sub_district_id, code, name, border) "
    "VALUES (1, 1, '150203005001', '青松', x'00');"
    "INSERT INTO grid (id, community_id, code, name, valid_from) "
    "VALUES (1, 1, '150203005001001', '第一网格', '2025-01-01');"
    "INSERT INTO organisation (id, kind, name, community_id) VALUES (1, 'co_building', '安达银行', 1);"
    "INSERT INTO party_organisation (id, kind, name) VALUES (1, 'branch', '第一党支部'), "
    "(2, 'branch', '机关党支部');"
    "INSERT INTO party_organisation_grid (party_organisation_id, grid_id, valid_from) "
    "VALUES (1, 1, '2025-02-01');"
    "INSERT INTO person (id, name, pinyin, party_organisation_id) "
    "VALUES (1, '任晓明', 'ren xiao ming', 1), (2, '李强', 'li qiang', NULL);"
    "CREATE TRIGGER party_organisation_image_update AFTER UPDATE ON party_organisation "
    "BEGIN SELECT RAISE (ABORT, 'no change is open'); END;"
    "PRAGMA application_id = 1196901238; PRAGMA user_version = 6;";

  make_office (path, (const char *[]) { "0001-office.sql", "0002-lists-and-sources.sql",
                                        "0003-drafts.sql", "0004-plan-notes.sql",
                                        "0005-legacy-nets.sql", "0006-posts.sql", NULL }, rows);
}

/* Where a branch is, and since when its member is one, is told by what the office knew. */
static void
test_branch_before (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "old.gridgov", NULL);
  const GgovOrganisationFilter filter = { .kind = "branch" };
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GListModel) branches = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(GgovOrganisationLine) member = NULL;
  g_autoptr(GError) error = NULL;
  GgovStore *store;

  make_office_with_branch (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  ggov_store_list_organisations_async (store, &filter, "2026-02-13", NULL, keep_result, &listed);
  branches = ggov_store_list_organisations_finish (store, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (branches), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GgovOrganisation) branch = g_list_model_get_item (branches, i);
      const GgovOrganisationRow *row = ggov_organisation_get_row (branch);

      g_assert_cmpstr (row->community, ==, row->id == 1 ? "青松" : NULL);
      g_assert_cmpint (row->people, ==, row->id == 1);
      g_assert_null (row->since);
    }

  ggov_store_list_organisation_lines_async (store, "branch", 1, "2026-02-13", NULL, keep_result,
                                            &read);
  lines = ggov_store_list_organisation_lines_finish (store, wait_for (&read), &error);
  g_assert_no_error (error);
  member = g_list_model_get_item (lines, 0);
  g_assert_cmpstr (ggov_organisation_line_get_row (member)->title, ==, "任晓明");
  g_assert_cmpstr (ggov_organisation_line_get_row (member)->since, ==, "2025-02-01");
  g_clear_object (&listed);
  g_clear_object (&read);
  close_store (store);
}

/* What roles asked for in words are courses, each once, in the order of their words; and what was
 * written before can be taken back without the column that went. */
static void
test_sixth_schema (StoreFixture  *fixture,
                   gconstpointer  data)
{
  const char *training[] = { "course-1 course-2", "course-1", "" };
  g_autofree char *path = g_build_filename (fixture->dir, "old.gridgov", NULL);
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GListModel) roles = NULL;
  g_autoptr(GListModel) later = NULL;
  g_autoptr(GgovOfficeRole) leader = NULL;
  g_autoptr(GError) error = NULL;
  GgovStore *store;

  make_sixth_office (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  roles = list_roles (store);
  g_assert_cmpuint (g_list_model_get_n_items (roles), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);

      g_assert_cmpstr (ggov_office_role_get_record (role)->training, ==, training[i]);
    }

  ggov_store_undo_async (store, 1, NULL, keep_result, &undone);
  g_assert_true (ggov_store_change_finish (store, wait_for (&undone), NULL, &error));
  g_assert_no_error (error);
  later = list_roles (store);
  leader = g_list_model_get_item (later, 0);
  g_assert_cmpstr (ggov_office_role_get_record (leader)->name_zh, ==, "楼长");
  g_assert_cmpstr (ggov_office_role_get_record (leader)->training, ==, training[0]);
  g_clear_object (&undone);
  close_store (store);
}

static void
test_second_desk (StoreFixture  *fixture,
                  gconstpointer  data)
{
  GgovStore *desk, *shell;
  g_autoptr(GError) error = NULL;

  g_assert_true (open_store (fixture->store, NULL));
  desk = ggov_store_new (fixture->path, GGOV_STORE_DESK);
  g_assert_true (open_store (desk, NULL));
  assert_refused (fixture->path, GGOV_STORE_DESK, GGOV_STORE_ERROR_IN_USE);

  /* Work from a shell goes on beside the desk. */
  shell = ggov_store_new (fixture->path, GGOV_STORE_NONE);
  g_assert_true (open_store (shell, &error));
  close_store (shell);
  close_store (desk);

  desk = ggov_store_new (fixture->path, GGOV_STORE_DESK);
  g_assert_true (open_store (desk, &error));
  g_assert_no_error (error);
  close_store (desk);
}

static gboolean
write_sub_district (GgovChange  *change,
                    gpointer     data,
                    GError     **error)
{
  return ggov_change_add_sub_district (change, "150203005", data, error) != 0;
}

static void
test_close_finishes_calls (StoreFixture  *fixture,
                           gconstpointer  data)
{
  GgovStore *other = ggov_store_new (fixture->path, GGOV_STORE_CREATE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  for (guint i = 0; i < 50; i++)
    ggov_store_list_changes_async (other, 10, NULL, NULL, NULL);
  ggov_store_change_async (other, "Test", "", write_sub_district, (gpointer) "青松街道", NULL, NULL,
                           keep_result, &result);
  ggov_store_close (other);
  g_assert_true (ggov_store_change_finish (other, wait_for (&result), &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (other);
}

static void
count_cb (GgovStore *store,
          GStrv      tables,
          gpointer   user_data)
{
  guint *n_told = user_data;

  (*n_told)++;
}

/* Who hears of a change asks the store about it, which a closed one cannot answer. */
static void
test_closed_is_silent (StoreFixture  *fixture,
                       gconstpointer  data)
{
  GgovStore *other = ggov_store_new (fixture->path, GGOV_STORE_CREATE);
  guint n_told = 0;

  g_signal_connect (other, "changed", G_CALLBACK (count_cb), &n_told);
  ggov_store_change_async (other, "Test", "", write_sub_district, (gpointer) "青松街道", NULL, NULL,
                           NULL, NULL);
  close_store (other);
  g_assert_cmpuint (n_told, ==, 0);
}

static void
test_cancelled (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ggov_store_change_async (fixture->store, "Test", "", write_sub_district, (gpointer) "x", NULL,
                           cancellable, keep_result, &result);
  g_assert_false (ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_log (StoreFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) entries = NULL;
  g_autoptr(GgovChangeEntry) entry = NULL;
  gint64 id;

  ggov_store_set_account (fixture->store, "clerk");
  id = write_change (fixture->store, write_sub_district, (gpointer) "青松街道");

  ggov_store_list_changes_async (fixture->store, 10, NULL, keep_result, &result);
  entries = ggov_store_list_changes_finish (fixture->store, wait_for (&result), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);

  entry = g_list_model_get_item (entries, 0);
  g_assert_cmpint (ggov_change_entry_get_id (entry), ==, id);
  g_assert_cmpstr (ggov_change_entry_get_account (entry), ==, "clerk");
  g_assert_cmpstr (ggov_change_entry_get_action (entry), ==, "Test");
  g_assert_cmpint (ggov_change_entry_get_n_rows (entry), ==, 1);
  g_assert_true (ggov_change_entry_is_undoable (entry));

  g_clear_object (&result);
  g_clear_object (&entries);
  g_clear_object (&entry);
  ggov_store_list_latest_changes_async (fixture->store, 10, NULL, keep_result, &result);
  entries = ggov_store_list_changes_finish (fixture->store, wait_for (&result), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
  entry = g_list_model_get_item (entries, 0);
  g_assert_cmpint (ggov_change_entry_get_id (entry), ==, id);
  g_assert_true (ggov_change_entry_is_undoable (entry));
}

static void
test_backup (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "copy.gridgov", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovStore *copy;

  write_change (fixture->store, write_sub_district, (gpointer) "青松街道");
  ggov_store_backup_async (fixture->store, path, NULL, keep_result, &result);
  g_assert_true (ggov_store_backup_finish (fixture->store, wait_for (&result), &error));
  g_assert_no_error (error);

  copy = ggov_store_new (path, GGOV_STORE_NONE);
  assert_check_clean (copy);
  close_store (copy);
}

/* Every code has a sentence, and those about the file name it. */
static void
test_sentences (void)
{
  for (int code = 0; code <= GGOV_STORE_ERROR_SQL; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (GGOV_STORE_ERROR, code, "Because.");
      g_autofree char *sentence = ggov_store_error_dup_sentence (error, "office.gridgov");

      g_assert_true (g_str_has_suffix (sentence, "."));
      if (code <= GGOV_STORE_ERROR_FULL)
        g_assert_nonnull (g_strstr_len (sentence, -1, "office.gridgov"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/open", test_open);
  ADD ("/store/open/newer", test_newer);
  ADD ("/store/open/older", test_older);
  ADD ("/store/open/second-schema", test_second_schema);
  ADD ("/store/open/fourth-schema", test_fourth_schema);
  ADD ("/store/open/fifth-schema", test_fifth_schema);
  ADD ("/store/open/sixth-schema", test_sixth_schema);
  ADD ("/store/open/branch-before", test_branch_before);
  ADD ("/store/open/second-desk", test_second_desk);
  ADD ("/store/close/finishes-calls", test_close_finishes_calls);
  ADD ("/store/close/silent", test_closed_is_silent);
  ADD ("/store/cancelled", test_cancelled);
  ADD ("/store/log", test_log);
  ADD ("/store/backup", test_backup);
#undef ADD
  g_test_add_func ("/store/sentences", test_sentences);

  return g_test_run ();
}
