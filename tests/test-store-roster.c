/* test-store-roster.c: who holds which post, what is vacant, appointing and standing down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-place-label.h"
#include "ggov-store-appoint.h"
#include "ggov-store-candidates.h"
#include "ggov-store-check.h"
#include "ggov-store-person.h"
#include "ggov-store-roster.h"
#include "ggov-store-stand-down.h"
#include "ggov-store-vacancies.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"

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

/* All but the shapes, which this office only has stand-ins for. */
static void
assert_records_sound (Fixture *fixture)
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

      g_assert_cmpstr (ggov_finding_get_kind (finding), ==, "geometry");
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_records_sound (fixture);
  store_fixture_tear_down (&fixture->base, data);
}

static GListModel *
list_roster (Fixture                *fixture,
             const char             *as_of,
             const GgovRosterFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_roster_async (fixture->base.store, as_of, filter, NULL, keep_result, &result);
  rows = ggov_store_list_roster_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

/* The list in one text: name@grid's last three digits or -, apart by blanks. */
static char *
tell_roster (GListModel *rows)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);

      g_string_append_printf (out, "%s%s@%s", out->len ? " " : "", record->name,
                              record->grid_code ? record->grid_code + 9 : "-");
    }

  return g_string_free (out, FALSE);
}

static void
assert_roster (Fixture                *fixture,
               const char             *as_of,
               const GgovRosterFilter *filter,
               const char             *expected)
{
  g_autoptr(GListModel) rows = list_roster (fixture, as_of, filter);
  g_autofree char *told = tell_roster (rows);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  assert_roster (fixture, TODAY, NULL,
                 "任晓明@- 李强@001001 王秀英@001001 赵敏@001001 钱卫国@001001 钱卫国@002001");
}

/* 12号楼 comes after 3号楼, although 1 comes before 3. */
static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  assert_roster (fixture, "2026-01-15", NULL,
                 "任晓明@- 李强@001001 王秀英@001001 单丽@001001 赵敏@001001 钱卫国@001001 "
                 "钱卫国@002001");
  /* Her last day and the day after it. */
  assert_roster (fixture, "2026-01-31", &(GgovRosterFilter) { .text = "单丽" }, "单丽@001001");
  assert_roster (fixture, "2026-02-01", &(GgovRosterFilter) { .text = "单丽" }, "");
  /* The plan of that year had her building in the second grid. */
  assert_roster (fixture, "2025-06-01", NULL, "王秀英@001002");
  assert_roster (fixture, "2025-02-28", NULL, "");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;

  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .community_id = office->communities[1] },
                 "钱卫国@002001");
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .grid_id = office->grids[0] },
                 "李强@001001 王秀英@001001 赵敏@001001 钱卫国@001001");
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .role = "part_time_member" },
                 "王秀英@001001 赵敏@001001");
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .role = "unit_leader" }, "赵敏@001001");
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .role = "nobody" }, "");
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .place_code = "150203005002" },
                 "钱卫国@002001");
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .place_code = "150203005001002" }, "");
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  const struct { const char *typed; const char *expected; } cases[] = {
    { "秀英", "王秀英@001001" },
    { "wangxiu", "王秀英@001001" },
    { "WXY", "王秀英@001001" },
    { "1234", "王秀英@001001" },
    { "  3号楼 unit ", "赵敏@001001" },
    { "友谊小区3号楼 leader", "王秀英@001001 赵敏@001001" },
    { "002001", "钱卫国@002001" },
    { "police 第一", "钱卫国@001001 钱卫国@002001" },
    { "%", "" },
    { "' OR 1", "" },
    { "   ", "任晓明@- 李强@001001 王秀英@001001 赵敏@001001 钱卫国@001001 钱卫国@002001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_roster (fixture, TODAY, &(GgovRosterFilter) { .text = cases[i].typed },
                   cases[i].expected);
}

static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GListModel) rows = list_roster (fixture, TODAY, NULL);
  g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, 3);
  const GgovRosterRecord *record = ggov_roster_row_get_record (row);
  g_autofree char *place = NULL;
  gint64 households;

  g_object_get (row, "place", &place, "grid-households", &households, NULL);
  g_assert_cmpstr (place, ==, "友谊小区 3号楼, unit 1");
  g_assert_cmpint (households, ==, 24 + 30 + 40);
  g_assert_cmpint (record->post_id, ==, fixture->office.posts[4]);
  g_assert_cmpint (record->building_id, ==, fixture->office.buildings[0]);
  g_assert_cmpint (record->unit_number, ==, 1);
  g_assert_cmpint (record->rank, ==, 4);
  g_assert_cmpstr (record->role, ==, "Unit leader");
  g_assert_cmpstr (record->sex_label, ==, "Female");
  g_assert_cmpstr (record->presence, ==, "On rounds");
  g_assert_cmpstr (record->sub_district, ==, "青松街道");
  g_assert_cmpstr (record->community, ==, "青松");
  g_assert_cmpstr (record->grid_leader, ==, "李强");
  g_assert_cmpstr (record->since, ==, "2026-01-01");
  g_assert_null (record->until);
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) nobody = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPerson) person = NULL;
  g_autoptr(GgovPost) post = NULL;

  ggov_store_get_person_async (fixture->base.store, fixture->office.people[SHAN], TODAY, NULL,
                               keep_result, &result);
  person = ggov_store_get_person_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ggov_person_get_details (person)->home, ==, "友谊小区 12号楼, unit 1");
  g_assert_null (ggov_person_get_details (person)->phone);

  g_assert_cmpuint (g_list_model_get_n_items (ggov_person_get_posts (person)), ==, 1);
  post = g_list_model_get_item (ggov_person_get_posts (person), 0);
  g_assert_cmpint (ggov_post_get_details (post)->held, ==, 0);
  g_assert_cmpstr (ggov_post_get_details (post)->until, ==, "2026-01-31");
  g_assert_cmpstr (ggov_post_get_details (post)->place, ==, "友谊小区 12号楼");

  ggov_store_get_person_async (fixture->base.store, 999, TODAY, NULL, keep_result, &nobody);
  g_assert_null (ggov_store_get_person_finish (fixture->base.store, wait_for (&nobody), &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static char *
tell_vacancies (Fixture    *fixture,
                const char *as_of)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);

  ggov_store_list_vacancies_async (fixture->base.store, as_of, NULL, keep_result, &result);
  rows = ggov_store_list_vacancies_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVacancy) row = g_list_model_get_item (rows, i);
      const GgovVacancyRecord *record = ggov_vacancy_get_record (row);

      g_string_append_printf (out, "%s %s %s %s\n", record->grid_code ? record->grid_code + 9 : "-",
                              record->role_code, record->place,
                              record->since ? record->since : "-");
    }

  return g_string_free (out, FALSE);
}

/* Of the watched roles this office has no chief grid leader and no medical officer: a role that
 * is not there is not missing anywhere. */
static void
test_vacancies (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *told = tell_vacancies (fixture, TODAY);

  g_assert_cmpstr (told, ==,
                   "001001 building_leader 友谊小区 12号楼 2026-02-01\n"
                   "001001 unit_leader 友谊小区 3号楼, unit 2 -\n"
                   "001001 unit_leader 友谊小区 12号楼, unit 1 -\n"
                   "001002 full_time_member 第二网格 -\n"
                   "001002 department_police 第二网格 -\n"
                   "001002 party_organisation 第二网格 -\n"
                   "- first_secretary 白桦 -\n"
                   "002001 full_time_member 第一网格 -\n"
                   "002001 building_leader Building 5 -\n"
                   "002001 unit_leader Building 5, unit 1 -\n"
                   "002001 party_organisation 第一网格 -\n");
}

static void
assert_candidates (Fixture    *fixture,
                   const char *kind,
                   gint64      place,
                   const char *text,
                   guint       limit,
                   const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) told = g_string_new (NULL);

  ggov_store_list_candidates_async (fixture->base.store, kind, place, TODAY, text, limit, NULL,
                                    keep_result, &result);
  rows = ggov_store_list_candidates_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovCandidate) row = g_list_model_get_item (rows, i);
      const GgovCandidateRecord *record = ggov_candidate_get_record (row);

      g_string_append_printf (told, "%" G_GINT64_FORMAT "%s(%s)", record->nearness, record->name,
                              record->posts);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_candidates (Fixture       *fixture,
                 gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;

  /* Who lives in 3号楼, then who lives in its grid, then by reading: li, qian, ren, zhao. */
  assert_candidates (fixture, "building", office->buildings[0], NULL, 100,
                     "0王秀英(友谊小区 3号楼 Building leader)2单丽()"
                     "3李强(第一网格 Full-time grid member)"
                     "3钱卫国(第一网格 Police officer; 第一网格 Police officer)"
                     "3任晓明(青松 First secretary)3赵敏(友谊小区 3号楼, unit 1 Unit leader)");
  assert_candidates (fixture, "unit", office->units[1], NULL, 2,
                     "1王秀英(友谊小区 3号楼 Building leader)2单丽()");
  assert_candidates (fixture, "community", office->communities[1], "shan", 100, "3单丽()");
  assert_candidates (fixture, "grid", office->grids[0], "12号楼", 100, "2单丽()");
}

static gint64
finish_change (Fixture       *fixture,
               GAsyncResult **result,
               GError       **error)
{
  gint64 id = 0;

  if (!ggov_store_change_finish (fixture->base.store, wait_for (result), &id, error))
    return 0;

  return id;
}

static gint64
appoint (Fixture                *fixture,
         const GgovAppointment  *appointment,
         GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_appoint_async (fixture->base.store, appointment, NULL, keep_result, &result);

  return finish_change (fixture, &result, error);
}

static gint64
stand_down (Fixture     *fixture,
            gint64       post,
            const char  *from,
            GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_stand_down_async (fixture->base.store, &(GgovStandDown) {
                                 .post_id = post, .from = from, .reason = "搬家",
                               }, NULL, keep_result, &result);

  return finish_change (fixture, &result, error);
}

static void
test_appoint (Fixture       *fixture,
              gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change = appoint (fixture, &(GgovAppointment) {
    .person_id = office->people[SHAN], .role_code = "building_leader", .place_kind = "building",
    .place_id = office->buildings[1], .since = TODAY, .approved_by_id = office->people[REN],
  }, &error);

  g_assert_no_error (error);
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .role = "building_leader" },
                 "王秀英@001001 单丽@001001");

  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &undone);
  g_assert_cmpint (finish_change (fixture, &undone, &error), >, change);
  g_assert_no_error (error);
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .role = "building_leader" }, "王秀英@001001");
}

static void
test_appoint_somebody_new (Fixture       *fixture,
                           gconstpointer  data)
{
  GgovAppointment appointment = {
    .name = "𠮷田㐂", .sex = "2", .phone = "13904720009", .role_code = "unit_leader",
    .place_kind = "unit", .place_id = fixture->office.units[1], .since = TODAY,
  };
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (appoint (fixture, &appointment, &error), >, 0);
  g_assert_no_error (error);
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .text = "𠮷" }, "𠮷田㐂@001001");

  appointment.name = " ";
  appointment.place_id = fixture->office.units[2];
  g_assert_cmpint (appoint (fixture, &appointment, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

/* One person has one grid, one grid one full-time member. */
static void
test_appoint_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  GgovAppointment appointment = {
    .person_id = office->people[ZHAO], .role_code = "full_time_member", .place_kind = "grid",
    .place_id = office->grids[0], .since = TODAY,
  };
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (appoint (fixture, &appointment, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "李强"));
  g_clear_error (&error);

  appointment.person_id = office->people[LI];
  appointment.place_id = office->grids[1];
  g_assert_cmpint (appoint (fixture, &appointment, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "150203005001001"));
  g_clear_error (&error);

  /* The role is held on a grid, not on a community. */
  appointment.place_kind = "community";
  g_assert_cmpint (appoint (fixture, &appointment, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  appointment.role_code = "nobody";
  g_assert_cmpint (appoint (fixture, &appointment, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static void
test_stand_down (Fixture       *fixture,
                 gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;

  g_assert_cmpint (stand_down (fixture, office->posts[2], TODAY, &error), >, 0);
  g_assert_no_error (error);
  assert_roster (fixture, TODAY, &(GgovRosterFilter) { .role = "building_leader" }, "");
  assert_roster (fixture, "2026-02-12", &(GgovRosterFilter) { .role = "building_leader" },
                 "王秀英@001001");
  told = tell_vacancies (fixture, TODAY);
  g_assert_true (g_str_has_prefix (told, "001001 building_leader 友谊小区 3号楼 2026-02-13\n"));

  /* Somebody else may follow on the same day. */
  g_assert_cmpint (appoint (fixture, &(GgovAppointment) {
    .person_id = office->people[ZHAO], .role_code = "building_leader", .place_kind = "building",
    .place_id = office->buildings[0], .since = TODAY,
  }, &error), >, 0);
  g_assert_no_error (error);

  g_assert_cmpint (stand_down (fixture, office->posts[2], TODAY, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  /* It began on the first of January, so it cannot end before that. */
  g_assert_cmpint (stand_down (fixture, office->posts[1], "2026-01-01", &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_cmpint (stand_down (fixture, 999, TODAY, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ggov_store_list_roster_async (fixture->base.store, TODAY, NULL, cancellable, keep_result,
                                &result);
  g_assert_null (ggov_store_list_roster_finish (fixture->base.store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_place_label (void)
{
  const struct
  {
    const char *compound, *number, *name;
    int         unit;
    const char *expected;
  } cases[] = {
    { NULL, "3号楼", NULL, 0, "3号楼" },
    { NULL, "3号楼", NULL, 2, "3号楼, unit 2" },
    { "友谊小区", "12A", "", 0, "友谊小区 Building 12A" },
    { "", NULL, "幸福超市", 0, "幸福超市" },
    { NULL, "", NULL, 0, "Building without a number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = ggov_place_label_dup (cases[i].compound, cases[i].number,
                                                     cases[i].name, cases[i].unit);

      g_assert_cmpstr (label, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/roster/order", test_order);
  ADD ("/store/roster/past", test_past);
  ADD ("/store/roster/filter", test_filter);
  ADD ("/store/roster/text", test_text);
  ADD ("/store/roster/row", test_row);
  ADD ("/store/roster/person", test_person);
  ADD ("/store/roster/vacancies", test_vacancies);
  ADD ("/store/roster/candidates", test_candidates);
  ADD ("/store/roster/appoint", test_appoint);
  ADD ("/store/roster/appoint-somebody-new", test_appoint_somebody_new);
  ADD ("/store/roster/appoint-refused", test_appoint_refused);
  ADD ("/store/roster/stand-down", test_stand_down);
  ADD ("/store/roster/cancelled", test_cancelled);
#undef ADD
  g_test_add_func ("/model/place-label", test_place_label);

  return g_test_run ();
}
