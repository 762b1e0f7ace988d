/* test-store-erase.c: nothing is left of somebody, in the file or beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem() */

#include <string.h>

#include "ggov-finding.h"
#include "ggov-store-check.h"
#include "ggov-store-erase.h"
#include "ggov-store-register.h"
#include "ggov-store-residents.h"
#include "ggov-store-special-groups.h"
#include "ggov-store-twins.h"
#include "ggov-store-visits.h"
#include "roster-office.h"
#include "store-fixture.h"

#define CAME   "2025-12-10"
#define LATER  "2026-01-20"
#define TODAY  "2026-02-13"

/* Of somebody whose traces are looked for; each is told by nobody else in the office. */
#define NAME    "欧阳觅踪"
#define PINYIN  "mizong"
#define NUMBER  "34052419800101001X"
#define PHONE   "13912340987"
#define OLD     "13700001111"
#define ADDRESS "云深不知处九号"
#define FOUND   "阳台堆满旧书"
#define REASON  "投奔远房表叔"

typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       household;
  gint64       person;
  gint64       other;
} Fixture;

static void
save (Fixture    *fixture,
      gint64      id,
      const char *code,
      const char *value)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_hash_table_insert (values, (gpointer) code, (gpointer) value);
  ggov_store_save_resident_async (fixture->base.store, id, -1, values, -1, -1, NULL, keep_result,
                                  &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

static gint64
move_in (Fixture    *fixture,
         const char *day,
         gint64      unit_id,
         const char *door,
         const char *name,
         const char *number,
         gint64     *household)
{
  const GgovRegisterMember member = {
    .name = name, .living = TRUE, .registered = TRUE, .relation = "02", .sex = "1",
    .birth_date = number ? "1980-01-01" : NULL, .phone = number ? OLD : NULL,
    .identity_kind = number ? "111" : NULL, .identity_number = number,
  };
  const GgovRegisterAct act = { .deed = GGOV_REGISTER_MOVE_IN, .day = day, .unit_id = unit_id,
                                .door = door, .members = &member, .n_members = 1,
                                .reason = number ? REASON : NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  ggov_store_register_async (fixture->base.store, &act, NULL, keep_result, &result);
  ggov_store_register_finish (fixture->base.store, wait_for (&result), NULL, household, &id, &error);
  g_assert_no_error (error);

  return id;
}

/* Whatever can be known of somebody is written, and some of it overwritten. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const GgovMembershipTerms terms = { .group = "disabled", .from = CAME, .note = FOUND };
  GgovMembershipTerms own = terms;
  g_autoptr(GAsyncResult) joined = NULL;
  g_autoptr(GAsyncResult) visited = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  fixture->person = move_in (fixture, CAME, fixture->office.units[0], "501", NAME, NUMBER,
                             &fixture->household);
  fixture->other = move_in (fixture, LATER, fixture->office.units[1], "101", "王建", NULL, NULL);
  save (fixture, fixture->person, "phone", PHONE);
  save (fixture, fixture->person, "domicile_address", ADDRESS);
  own.person_id = fixture->person;
  ggov_store_join_special_group_async (fixture->base.store, &own, NULL, keep_result, &joined);
  ggov_store_change_finish (fixture->base.store, wait_for (&joined), NULL, &error);
  g_assert_no_error (error);
  ggov_store_enter_visits_async (fixture->base.store, &(GgovVisitEntry) {
                                   .household_id = fixture->household, .day = TODAY,
                                   .outcome = "met", .found = FOUND }, 1, NULL, keep_result,
                                 &visited);
  ggov_store_enter_visits_finish (fixture->base.store, wait_for (&visited), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

/* In the file, its journal or whatever else lies beside it. */
static gboolean
is_anywhere (Fixture    *fixture,
             const char *text)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->base.dir, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (!found && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->base.dir, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (g_file_get_contents (path, &bytes, &size, NULL))
        found = memmem (bytes, size, text, strlen (text)) != NULL;
    }

  return found;
}

static const char *const traces[] = {
  NAME, "觅", PINYIN, NUMBER, PHONE, OLD, ADDRESS, FOUND, REASON,
};

static void
erase (Fixture  *fixture,
       gint64    id,
       gint64   *change_id,
       GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_erase_person_async (fixture->base.store, id, TODAY, NULL, keep_result, &result);
  ggov_store_erase_person_finish (fixture->base.store, wait_for (&result), change_id, error);
}

/* The chain verifies, and so does all else. */
static void
assert_sound (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_check_async (fixture->base.store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      if (!g_str_equal (ggov_finding_get_kind (finding), "geometry"))
        g_error ("%s: %s", ggov_finding_get_kind (finding), ggov_finding_get_message (finding));
    }
}

static void
assert_traces (Fixture  *fixture,
               gboolean  there)
{
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (is_anywhere (fixture, traces[i]) != there)
      g_error ("“%s” is %s", traces[i], there ? "nowhere" : "still there");
}

static void
test_erase (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0, again = -1;

  assert_traces (fixture, TRUE);
  erase (fixture, fixture->person, &change_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change_id, >, 0);
  assert_traces (fixture, FALSE);
  /* What is known of others stays. */
  g_assert_true (is_anywhere (fixture, "王建"));
  assert_sound (fixture);

  erase (fixture, fixture->person, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again, ==, 0);
  assert_sound (fixture);
}

/* Their other record goes as well, under whichever number it is asked for. */
static void
test_merged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) moved = NULL;
  g_autoptr(GError) error = NULL;
  const GgovRegisterAct out = { .deed = GGOV_REGISTER_MOVE_OUT, .day = "2026-01-10",
                                .household_id = fixture->household };

  ggov_store_register_async (fixture->base.store, &out, NULL, keep_result, &moved);
  ggov_store_register_finish (fixture->base.store, wait_for (&moved), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ggov_store_merge_people_async (fixture->base.store, fixture->other, fixture->person, NULL,
                                 keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);

  erase (fixture, fixture->person, NULL, &error);
  g_assert_no_error (error);
  assert_traces (fixture, FALSE);
  g_assert_false (is_anywhere (fixture, "王建"));
  assert_sound (fixture);
}

/* Who holds a post, is the head of others or is nobody stays; nothing is undone that touched them. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const GgovRegisterMember wife = { .name = "李丽", .living = TRUE, .relation = "10" };
  const GgovRegisterAct act = { .deed = GGOV_REGISTER_MOVE_IN, .day = TODAY,
                                .to_household_id = fixture->household, .members = &wife,
                                .n_members = 1 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  erase (fixture, 4711, NULL, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  erase (fixture, fixture->office.people[LI], NULL, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  ggov_store_register_async (fixture->base.store, &act, NULL, keep_result, &result);
  ggov_store_register_finish (fixture->base.store, wait_for (&result), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  erase (fixture, fixture->person, NULL, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  assert_traces (fixture, TRUE);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0;

  erase (fixture, fixture->person, &change_id, &error);
  g_assert_no_error (error);
  for (gint64 id = change_id; id > change_id - 3; id--)
    {
      g_autoptr(GAsyncResult) result = NULL;

      ggov_store_undo_async (fixture->base.store, id, NULL, keep_result, &result);
      ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      g_clear_error (&error);
    }
}

/* (nullable): who is due, such as "欧阳觅踪 2029-01-10 1" */
static char *
dup_due (Fixture    *fixture,
         const char *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovRetention) row = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_retention_async (fixture->base.store, day, NULL, keep_result, &result);
  rows = ggov_store_list_retention_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  if (!(row = g_list_model_get_item (rows, 0)))
    return NULL;

  return g_strdup_printf ("%s %s %d", ggov_retention_get_record (row)->name,
                          ggov_retention_get_record (row)->keep_until,
                          (int) ggov_retention_get_record (row)->days_over);
}

/* Who left on 10 January 2026 is kept for 1,096 days: 2026 to 2028 have 365, 365 and 366, so up to
 * 10 January 2029. */
static void
test_retention (Fixture       *fixture,
                gconstpointer  data)
{
  const GgovRegisterAct out = { .deed = GGOV_REGISTER_MOVE_OUT, .day = "2026-01-10",
                                .household_id = fixture->household };
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *none = NULL, *due = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (dup_due (fixture, "2040-01-01"));
  ggov_store_register_async (fixture->base.store, &out, NULL, keep_result, &result);
  ggov_store_register_finish (fixture->base.store, wait_for (&result), NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  none = dup_due (fixture, "2029-01-09");
  g_assert_null (none);
  due = dup_due (fixture, "2029-01-11");
  g_assert_cmpstr (due, ==, NAME " 2029-01-10 1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/store/erase/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("erase", test_erase);
  ADD ("merged", test_merged);
  ADD ("refused", test_refused);
  ADD ("undo", test_undo);
  ADD ("retention", test_retention);
#undef ADD

  return g_test_run ();
}
