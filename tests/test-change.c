/* test-change.c: changes, their undoing and their chain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "ggov-store-check.h"
#include "ggov-write-founding.h"
#include "ggov-write-people.h"
#include "ggov-write-places.h"
#include "ggov-write-points.h"
#include "store-fixture.h"

typedef struct
{
  gint64 person;
  gint64 role;
  gint64 community;
  gint64 building;
  gint64 post;
} Numbers;

/* A second connection looks at the file as anybody could. */
static char *
ask_file (const char *path,
          const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return answer;
}

static void
assert_in_file (const char *path,
                const char *sql,
                const char *expected)
{
  g_autofree char *answer = ask_file (path, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static gboolean
write_person (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const GgovPersonRecord record = { .name = "任晓明", .sex = "1", .phone = "13804721234" };
  Numbers *numbers = data;

  numbers->person = ggov_change_add_person (change, &record, error);

  return numbers->person != 0;
}

static gboolean
write_place (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  /* Not a shape; bytes of every kind, a zero among them, are what has to come back. */
  const guint8 bytes[] = { 0, 1, 2, 254, 255, '"', '\\' };
  g_autoptr(GBytes) shape = g_bytes_new (bytes, sizeof bytes);
  Numbers *numbers = data;
  gint64 sub_district = ggov_change_add_sub_district (change, "150203005", "青松街道", error);
  GgovCommunityRecord community = {
    .sub_district_id = sub_district,
    .code = "150203005001",
    .name = "青松",
    .border = shape,
  };
  GgovBuildingRecord building = { .number = "3号楼", .kind = "residential", .footprint = shape };

  if (!sub_district || !(numbers->community = ggov_change_add_community (change, &community, error)))
    return FALSE;

  building.community_id = numbers->community;
  numbers->building = ggov_change_add_building (change, &building, error);

  return numbers->building != 0;
}

static gint64
undo (GgovStore  *store,
      gint64      change_id,
      GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_undo_async (store, change_id, NULL, keep_result, &result);
  if (!ggov_store_change_finish (store, wait_for (&result), &id, error))
    return 0;

  return id;
}

/* A later schema has a column more: what was written before it can still be taken back. */
static void
test_undo_across_schemas (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Numbers numbers = { 0 };
  gint64 written = write_change (fixture->store, write_place, &numbers);
  gint64 undone;

  g_free (ask_file (fixture->path, "ALTER TABLE building ADD COLUMN colour TEXT"));
  assert_in_file (fixture->path, "SELECT count(colour) FROM building", "0");

  undone = undo (fixture->store, written, &error);
  g_assert_no_error (error);
  assert_in_file (fixture->path, "SELECT count(*) FROM building", "0");
  g_assert_cmpint (undo (fixture->store, undone, &error), >, undone);
  g_assert_no_error (error);
  assert_in_file (fixture->path, "SELECT number FROM building", "3号楼");
}

static void
test_undo_redo (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Numbers numbers = { 0 };
  gint64 written = write_change (fixture->store, write_place, &numbers);
  gint64 undone;

  assert_in_file (fixture->path, "SELECT count(*) FROM building", "1");

  undone = undo (fixture->store, written, &error);
  g_assert_no_error (error);
  assert_in_file (fixture->path, "SELECT count(*) FROM building", "0");
  assert_in_file (fixture->path, "SELECT count(*) FROM community", "0");
  assert_in_file (fixture->path, "SELECT count(*) FROM search WHERE search MATCH '3'", "0");

  g_assert_cmpint (undo (fixture->store, undone, &error), >, undone);
  g_assert_no_error (error);
  assert_in_file (fixture->path, "SELECT hex(footprint) FROM building", "000102FEFF225C");
  assert_in_file (fixture->path, "SELECT number FROM building", "3号楼");
  assert_in_file (fixture->path, "SELECT count(*) FROM search WHERE search MATCH '3'", "1");

  assert_check_clean (fixture->store);
}

static void
test_undo_twice (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Numbers numbers = { 0 };
  gint64 written = write_change (fixture->store, write_person, &numbers);

  g_assert_cmpint (undo (fixture->store, written, &error), >, 0);
  g_assert_cmpint (undo (fixture->store, written, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_cmpint (undo (fixture->store, 999, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static gboolean
rename_building (GgovChange  *change,
                 gpointer     data,
                 GError     **error)
{
  g_autoptr(GBytes) shape = g_bytes_new_static ("x", 1);
  const GgovBuildingRecord record = {
    .number = "4号楼", .kind = "residential", .floors = 6, .footprint = shape,
  };
  Numbers *numbers = data;

  return ggov_change_update_building (change, numbers->building, &record, error);
}

static void
test_undo_conflict (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Numbers numbers = { 0 };
  gint64 written = write_change (fixture->store, write_place, &numbers);
  gint64 renamed = write_change (fixture->store, rename_building, &numbers);

  /* Somebody's later work stands on it. */
  g_assert_cmpint (undo (fixture->store, written, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  assert_in_file (fixture->path, "SELECT number FROM building", "4号楼");

  /* With that undone the row is as it was, and so the first can be undone too. */
  g_assert_cmpint (undo (fixture->store, renamed, &error), >, 0);
  assert_in_file (fixture->path, "SELECT number FROM building", "3号楼");
  g_assert_cmpint (undo (fixture->store, written, &error), >, 0);
  g_assert_no_error (error);

  assert_check_clean (fixture->store);
}

static gboolean
write_then_fail (GgovChange  *change,
                 gpointer     data,
                 GError     **error)
{
  if (!write_person (change, data, error))
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "half way");
  return FALSE;
}

static void
test_whole_or_not (StoreFixture  *fixture,
                   gconstpointer  data)
{
  Numbers numbers = { 0 };
  g_autoptr(GError) error = fail_change (fixture->store, write_then_fail, &numbers);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_in_file (fixture->path, "SELECT count(*) FROM person", "0");
  assert_in_file (fixture->path, "SELECT count(*) FROM change", "0");
}

static gboolean
write_nothing (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  return TRUE;
}

static void
note_tables (GgovStore *store,
             GStrv      tables,
             gpointer   user_data)
{
  char **out = user_data;

  g_free (*out);
  *out = g_strjoinv (" ", tables);
}

static void
test_signal (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *tables = NULL;
  Numbers numbers = { 0 };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (note_tables), &tables);

  g_assert_cmpint (write_change (fixture->store, write_nothing, NULL), ==, 0);
  g_assert_null (tables);

  write_change (fixture->store, write_person, &numbers);
  g_assert_cmpstr (tables, ==, "person");
}

static gboolean
write_post (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const GgovRole role = {
    .code = "chief", .family = "chief", .name = "Chief", .name_zh = "总网格长",
    .scope = GGOV_SCOPE_COMMUNITY, .presence = GGOV_PRESENCE_RESIDENT,
    .cardinality = GGOV_CARDINALITY_ONE_TO_ONE, .sole = TRUE, .approved_by = "chief",
    .duties = "", .duties_zh = "",
  };
  Numbers *numbers = data;
  GgovPostRecord post = { .valid_from = "2026-01-01" };

  if (numbers->role == 0 && !(numbers->role = ggov_change_add_role (change, &role, error)))
    return FALSE;

  post.person_id = numbers->person;
  post.role_id = numbers->role;
  post.community_id = numbers->community;
  numbers->post = ggov_change_add_post (change, &post, error);

  return numbers->post != 0;
}

static gboolean
end_post (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  Numbers *numbers = data;

  return ggov_change_end_post (change, numbers->post, "2025-12-31", "", error);
}

static void
test_post_rules (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Numbers numbers = { 0 };

  write_change (fixture->store, write_person, &numbers);
  write_change (fixture->store, write_place, &numbers);
  write_change (fixture->store, write_post, &numbers);

  /* The place is taken; the sentence names who holds it. */
  error = fail_change (fixture->store, write_post, &numbers);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "任晓明"));
  g_clear_error (&error);
  numbers.post = 1;

  /* A post cannot end before it began. */
  error = fail_change (fixture->store, end_post, &numbers);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
}

static void
alter_file (const char *path,
            const char *sql,
            int         expected)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, expected);
  sqlite3_close (db);
}

static guint
count_findings (GgovStore  *store,
                const char *kind)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  guint n = 0;

  ggov_store_check_async (store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (store, wait_for (&result), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      n += g_str_equal (ggov_finding_get_kind (finding), kind);
    }

  return n;
}

/* Somebody with another program and the triggers out of the way. */
static void
test_forged_words (StoreFixture  *fixture,
                   gconstpointer  data)
{
  Numbers numbers = { 0 };

  write_change (fixture->store, write_person, &numbers);
  write_change (fixture->store, write_place, &numbers);
  g_assert_cmpuint (count_findings (fixture->store, "chain"), ==, 0);

  alter_file (fixture->path, "UPDATE change SET account = 'somebody' WHERE id = 1",
              SQLITE_CONSTRAINT);
  alter_file (fixture->path, "DROP TRIGGER change_fixed;"
              "UPDATE change SET account = 'somebody' WHERE id = 1", SQLITE_OK);
  g_assert_cmpuint (count_findings (fixture->store, "chain"), ==, 1);
}

static void
test_forged_image (StoreFixture  *fixture,
                   gconstpointer  data)
{
  Numbers numbers = { 0 };

  write_change (fixture->store, write_person, &numbers);
  alter_file (fixture->path, "UPDATE change_row SET after = replace (after, '任', '王')", SQLITE_OK);
  g_assert_cmpuint (count_findings (fixture->store, "chain"), ==, 1);

  /* An image that was erased is not one that was forged. */
  alter_file (fixture->path, "UPDATE change_row SET after = NULL", SQLITE_OK);
  g_assert_cmpuint (count_findings (fixture->store, "chain"), ==, 0);
}

/* Nothing can be written past the history. */
static void
test_no_change_open (StoreFixture  *fixture,
                     gconstpointer  data)
{
  Numbers numbers = { 0 };

  write_change (fixture->store, write_person, &numbers);
  alter_file (fixture->path, "DELETE FROM change_row", SQLITE_CONSTRAINT);
  /* Another program lacks the function that the triggers call: it fails before that. */
  alter_file (fixture->path, "UPDATE person SET name = 'x'", SQLITE_ERROR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/change/undo-redo", test_undo_redo);
  ADD ("/store/change/undo-across-schemas", test_undo_across_schemas);
  ADD ("/store/change/undo-twice", test_undo_twice);
  ADD ("/store/change/undo-conflict", test_undo_conflict);
  ADD ("/store/change/whole-or-not", test_whole_or_not);
  ADD ("/store/change/signal", test_signal);
  ADD ("/store/change/post-rules", test_post_rules);
  ADD ("/store/change/forged-words", test_forged_words);
  ADD ("/store/change/forged-image", test_forged_image);
  ADD ("/store/change/no-change-open", test_no_change_open);
#undef ADD

  return g_test_run ();
}
