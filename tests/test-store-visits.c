/* test-store-visits.c: special groups, whose turn it is, and what a visit leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-case-type.h"
#include "ggov-store-register.h"
#include "ggov-store-register-grids.h"
#include "ggov-store-residents.h"
#include "ggov-store-special-groups.h"
#include "ggov-store-visit-rounds.h"
#include "ggov-store-visits.h"
#include "ggov-write-founding.h"
#include "roster-office.h"
#include "store-fixture.h"

#define CAME  "2025-12-10"
#define TODAY "2026-02-13"

/* Two households in grid 1, of which 李强 is the full-time member: old Zhang by herself, and a couple; and
 * one in grid 3, where nobody is. */
typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       households[3];
  gint64       people[3];     /* the first of each */
  gint64       type;
} Fixture;

enum { ZHANG, COUPLE, FAR };

static gboolean
write_type (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  Fixture *fixture = data;
  g_autoptr(GgovCaseTypeCatalogue) types = ggov_case_type_catalogue_new_default ();
  const GgovCaseType *type = ggov_case_type_catalogue_get_type_at (types, 0);

  fixture->type = ggov_change_add_case_type (change, type, "2025-01-01", error);

  return fixture->type != 0;
}

static void
move_in (Fixture    *fixture,
         guint       which,
         gint64      unit_id,
         const char *door,
         guint       n,
         const char *names[])
{
  GgovRegisterMember members[2] = { 0 };
  const GgovRegisterAct act = {
    .deed = GGOV_REGISTER_MOVE_IN, .day = CAME, .unit_id = unit_id, .door = door, .members = members,
    .n_members = n,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    members[i] = (GgovRegisterMember) { .name = names[i], .living = TRUE,
                                        .relation = i > 0 ? "10" : "02" };
  ggov_store_register_async (fixture->base.store, &act, NULL, keep_result, &result);
  ggov_store_register_finish (fixture->base.store, wait_for (&result), NULL,
                              &fixture->households[which], &fixture->people[which], &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  move_in (fixture, ZHANG, fixture->office.units[0], "501", 1, (const char *[]) { "张奶奶" });
  move_in (fixture, COUPLE, fixture->office.units[1], "101", 2,
           (const char *[]) { "王建", "李丽" });
  move_in (fixture, FAR, fixture->office.units[3], "301", 1, (const char *[]) { "远方" });
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static void
join_group (Fixture    *fixture,
            guint       which,
            const char *group,
            int         every,
            gint64      responsible,
            GError    **error)
{
  const GgovMembershipTerms terms = {
    .person_id = fixture->people[which], .group = group, .from = "2026-01-10",
    .every_days = every, .responsible_id = responsible, .source = "民政局",
  };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_join_special_group_async (fixture->base.store, &terms, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static void
enter (Fixture               *fixture,
       const GgovVisitEntry  *entry,
       GStrv                 *numbers,
       GError               **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_enter_visits_async (fixture->base.store, entry, 1, NULL, keep_result, &result);
  ggov_store_enter_visits_finish (fixture->base.store, wait_for (&result), NULL, numbers, error);
}

/* Whose turn it is, such as "care 张奶奶 2026-01-17", one after the other. */
static void
assert_plan (Fixture                  *fixture,
             const GgovVisitPlanTerms *terms,
             const char               *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_plan_visits_async (fixture->base.store, terms, NULL, keep_result, &result);
  rows = ggov_store_plan_visits_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVisitDue) due = g_list_model_get_item (rows, i);
      const GgovVisitDueRecord *row = ggov_visit_due_get_record (due);

      g_assert_cmpint (row->rank, ==, i + 1);
      g_string_append_printf (found, "%s%s %s %s", i > 0 ? "; " : "", row->reason,
                              row->person ? row->person : row->head,
                              row->due_on ? row->due_on : "-");
    }

  g_assert_cmpstr (found->str, ==, expected);
}

#define PLAN(...) (&(GgovVisitPlanTerms) { .day = TODAY, __VA_ARGS__ })

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 grid = fixture->office.grids[0], li = fixture->office.people[LI];
  g_autoptr(GError) error = NULL;

  /* Seven days after 2026-01-10, every fifteen, and every thirty of the group's own. */
  join_group (fixture, ZHANG, "living_alone", 0, 0, &error);
  join_group (fixture, COUPLE, "disabled", 15, 0, &error);
  join_group (fixture, FAR, "low_income", 0, li, &error);
  g_assert_no_error (error);

  assert_plan (fixture, PLAN (.grid_id = grid),
               "care 张奶奶 2026-01-17; care 王建 2026-01-25");
  /* Who is responsible goes to another grid, too. */
  assert_plan (fixture, PLAN (.worker_id = li),
               "care 张奶奶 2026-01-17; care 王建 2026-01-25; care 远方 2026-02-09");
  assert_plan (fixture, PLAN (.worker_id = li, .limit = 2),
               "care 张奶奶 2026-01-17; care 王建 2026-01-25");

  /* Met on a day: due again after it; nobody at home changes nothing. The household comes again for
   * what is known of it. */
  enter (fixture, &(GgovVisitEntry) { .household_id = fixture->households[ZHANG],
                                      .person_id = fixture->people[ZHANG], .day = "2026-02-12",
                                      .outcome = "met" }, NULL, &error);
  enter (fixture, &(GgovVisitEntry) { .household_id = fixture->households[COUPLE],
                                      .day = "2026-02-12", .outcome = "absent" }, NULL, &error);
  g_assert_no_error (error);
  assert_plan (fixture, PLAN (.grid_id = grid), "care 王建 2026-01-25; confirm 张奶奶 -");
  assert_plan (fixture, PLAN (.grid_id = grid, .care_only = TRUE, .horizon_days = 6),
               "care 王建 2026-01-25; care 张奶奶 2026-02-19");
  assert_plan (fixture, PLAN (.overdue_only = TRUE), "care 王建 2026-01-25; care 远方 2026-02-09");
}

static void
assert_confirmed (Fixture    *fixture,
                  guint       which,
                  const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovHousehold) household = NULL;
  g_autoptr(GError) error = NULL;
  const GgovHouseholdFilter filter = { .household_id = fixture->households[which] };

  ggov_store_list_households_async (fixture->base.store, &filter, TODAY, NULL, keep_result, &result);
  rows = ggov_store_list_households_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (rows), ==, 1);
  household = g_list_model_get_item (rows, 0);
  g_assert_cmpstr (ggov_household_get_record (household)->confirmed_on, ==, expected);
}

static void
test_confirm (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  assert_confirmed (fixture, COUPLE, CAME);
  enter (fixture, &(GgovVisitEntry) { .household_id = fixture->households[COUPLE], .day = TODAY,
                                      .outcome = "met", .confirmed = TRUE }, NULL, &error);
  g_assert_no_error (error);
  assert_confirmed (fixture, COUPLE, TODAY);

  /* A visit before it that is entered later takes nothing back. */
  enter (fixture, &(GgovVisitEntry) { .household_id = fixture->households[COUPLE],
                                      .day = "2026-01-20", .outcome = "met", .confirmed = TRUE },
         NULL, &error);
  g_assert_no_error (error);
  assert_confirmed (fixture, COUPLE, TODAY);
}

static void
assert_refused (Fixture              *fixture,
                const GgovVisitEntry *entry)
{
  g_autoptr(GError) error = NULL;

  enter (fixture, entry, NULL, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const gint64 couple = fixture->households[COUPLE];
  g_autoptr(GError) error = NULL;

  assert_refused (fixture, &(GgovVisitEntry) { .household_id = 999, .day = TODAY, .outcome = "met" });
  assert_refused (fixture, &(GgovVisitEntry) { .household_id = couple, .outcome = "met" });
  assert_refused (fixture, &(GgovVisitEntry) { .household_id = couple, .day = TODAY,
                                               .outcome = "gone" });
  assert_refused (fixture, &(GgovVisitEntry) { .household_id = couple, .day = "2025-12-09",
                                               .outcome = "met" });
  assert_refused (fixture, &(GgovVisitEntry) { .household_id = couple, .day = TODAY,
                                               .outcome = "absent", .confirmed = TRUE });

  join_group (fixture, ZHANG, "astronauts", 0, 0, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  fixture->people[ZHANG] = fixture->office.people[QIAN];
  join_group (fixture, ZHANG, "over_80", 0, 0, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

/* What is found becomes an issue of the grid, at the door, reported by who went. */
static void
test_finding (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto(GStrv) numbers = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovVisit) visit = NULL;
  g_autoptr(GError) error = NULL;
  const GgovVisitFilter filter = { .visitor_id = fixture->office.people[LI] };
  const GgovVisitRecord *record;

  write_change (fixture->base.store, write_type, fixture);
  enter (fixture, &(GgovVisitEntry) { .household_id = fixture->households[COUPLE], .day = TODAY,
                                      .visitor_id = fixture->office.people[LI], .outcome = "met",
                                      .found = "楼上漏水", .case_type_id = fixture->type },
         &numbers, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (numbers), ==, 1);
  g_assert_cmpstr (numbers[0], ==, "2026-00001");

  ggov_store_list_visits_async (fixture->base.store, &filter, TODAY, NULL, keep_result, &result);
  rows = ggov_store_list_visits_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (rows), ==, 1);
  visit = g_list_model_get_item (rows, 0);
  record = ggov_visit_get_record (visit);
  g_assert_cmpstr (record->issue, ==, "2026-00001");
  g_assert_cmpstr (record->grid_code, ==, "150203005001001");
  g_assert_cmpstr (record->head, ==, "王建");
}

/* Dates and outcomes of the visits to somebody, the newest first. */
static void
assert_received (Fixture    *fixture,
                 gint64      person_id,
                 guint       limit,
                 const char *expected)
{
  const GgovVisitFilter filter = { .person_id = person_id, .limit = limit };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_list_visits_async (fixture->base.store, &filter, TODAY, NULL, keep_result, &result);
  rows = ggov_store_list_visits_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVisit) visit = g_list_model_get_item (rows, i);
      const GgovVisitRecord *record = ggov_visit_get_record (visit);

      g_string_append_printf (found, "%s%s %s", i > 0 ? "; " : "", record->day, record->outcome);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* A visit to the household was one to each of it, one to somebody of it to nobody else. */
static void
test_received (Fixture       *fixture,
               gconstpointer  data)
{
  const GgovVisitEntry entries[] = {
    { .household_id = fixture->households[COUPLE], .day = "2026-01-05",
      .visitor_id = fixture->office.people[LI], .outcome = "absent" },
    { .household_id = fixture->households[COUPLE], .person_id = fixture->people[COUPLE] + 1,
      .day = "2026-01-12", .visitor_id = fixture->office.people[LI], .outcome = "met" },
    { .household_id = fixture->households[COUPLE], .person_id = fixture->people[COUPLE],
      .day = "2026-01-19", .visitor_id = fixture->office.people[LI], .outcome = "refused" },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    enter (fixture, &entries[i], NULL, &error);
  g_assert_no_error (error);

  assert_received (fixture, fixture->people[COUPLE], 0, "2026-01-19 refused; 2026-01-05 absent");
  assert_received (fixture, fixture->people[COUPLE] + 1, 0, "2026-01-12 met; 2026-01-05 absent");
  assert_received (fixture, fixture->people[COUPLE], 1, "2026-01-19 refused");
  assert_received (fixture, fixture->people[ZHANG], 0, "");
  assert_received (fixture, fixture->office.people[LI], 0, "");
}

/* How many are in each group on the day, and of how many the visit is late. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) left = NULL;
  g_autoptr(GListModel) groups = NULL;
  g_autoptr(GError) error = NULL;
  guint people = 0, overdue = 0;

  join_group (fixture, ZHANG, "living_alone", 0, 0, &error);
  join_group (fixture, COUPLE, "veteran", 0, 0, &error);
  join_group (fixture, FAR, "veteran", 0, 0, &error);
  g_assert_no_error (error);
  ggov_store_leave_special_group_async (fixture->base.store, fixture->people[FAR], "veteran",
                                        "2026-02-01", NULL, keep_result, &left);
  ggov_store_change_finish (fixture->base.store, wait_for (&left), NULL, &error);
  g_assert_no_error (error);

  ggov_store_list_special_groups_async (fixture->base.store, 0, TODAY, NULL, keep_result, &result);
  groups = ggov_store_list_special_groups_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (groups), ==, 15);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovSpecialGroup) group = g_list_model_get_item (groups, i);
      const GgovSpecialGroupRecord *record = ggov_special_group_get_record (group);

      people += record->people;
      overdue += record->overdue;
      if (g_str_equal (record->code, "living_alone"))
        g_assert_cmpint (record->overdue, ==, 1);
    }
  g_assert_cmpint (people, ==, 2);
  g_assert_cmpint (overdue, ==, 1);
}

/* Sheets ------------------------------------------------------------------------------------------ */

/* The number of the one sheet that was kept, or 0 with @error set. */
static gint64
keep_sheet (Fixture     *fixture,
            const char  *day,
            guint        limit,
            GError     **error)
{
  const GgovVisitPlanTerms terms = { .worker_id = fixture->office.people[LI], .day = day,
                                     .limit = limit };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) rounds = NULL;

  ggov_store_keep_visit_rounds_async (fixture->base.store, &terms, NULL, keep_result, &result);
  rounds = ggov_store_keep_visit_rounds_finish (fixture->base.store, wait_for (&result), NULL, error);
  if (rounds)
    g_assert_cmpuint (rounds->len, ==, 1);

  return rounds ? g_array_index (rounds, gint64, 0) : 0;
}

/* The lines of a sheet, such as "care 张奶奶 absent 1", and their numbers. */
static void
assert_sheet (Fixture    *fixture,
              gint64      round_id,
              gint64     *stops,
              const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_list_visit_stops_async (fixture->base.store, round_id, TODAY, NULL, keep_result,
                                     &result);
  rows = ggov_store_list_visit_stops_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVisitStop) stop = g_list_model_get_item (rows, i);
      const GgovVisitStopRecord *row = ggov_visit_stop_get_record (stop);

      g_assert_cmpint (row->position, ==, i + 1);
      stops[i] = row->id;
      g_string_append_printf (found, "%s%s %s %s %d", i > 0 ? "; " : "", row->reason,
                              row->person ? row->person : row->head,
                              row->outcome ? row->outcome : "-", (int) row->absences);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_counts (Fixture *fixture,
               gint64   round_id,
               int      done,
               int      met,
               int      absent)
{
  const GgovVisitRoundFilter filter = { .visitor_id = fixture->office.people[LI] };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovVisitRound) sheet = NULL;
  const GgovVisitRoundRecord *record;
  g_autoptr(GError) error = NULL;

  ggov_store_list_visit_rounds_async (fixture->base.store, &filter, NULL, keep_result, &result);
  rows = ggov_store_list_visit_rounds_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (rows), ==, 1);
  sheet = g_list_model_get_item (rows, 0);
  record = ggov_visit_round_get_record (sheet);
  g_assert_cmpint (record->id, ==, round_id);
  g_assert_cmpint (record->stops, ==, 2);
  g_assert_cmpint (record->done, ==, done);
  g_assert_cmpint (record->met, ==, met);
  g_assert_cmpint (record->absent, ==, absent);
  g_assert_cmpstr (record->grid_code, ==, "150203005001001");
}

/* Old Zhang has to be seen every seven days since 10 January, so by the 17th; the couple of the same
 * grid only wants to be gone over again. */
static gint64
plan_sheet (Fixture *fixture,
            gint64  *stops)
{
  g_autoptr(GError) error = NULL;
  gint64 sheet;

  join_group (fixture, ZHANG, "living_alone", 0, 0, &error);
  g_assert_no_error (error);
  sheet = keep_sheet (fixture, TODAY, 0, &error);
  g_assert_no_error (error);
  assert_sheet (fixture, sheet, stops, "care 张奶奶 - 0; confirm 王建 - 0");

  return sheet;
}

static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 stops[2], sheet, change_id;

  sheet = plan_sheet (fixture, stops);
  assert_counts (fixture, sheet, 0, 0, 0);

  /* Both results in one change; the sheet says whom, who went and on which day. */
  ggov_store_enter_visits_async (fixture->base.store, (GgovVisitEntry[]) {
                                   { .stop_id = stops[0], .outcome = "absent" },
                                   { .stop_id = stops[1], .outcome = "met", .confirmed = TRUE } },
                                 2, NULL, keep_result, &result);
  ggov_store_enter_visits_finish (fixture->base.store, wait_for (&result), &change_id, NULL, &error);
  g_assert_no_error (error);
  assert_sheet (fixture, sheet, stops, "care 张奶奶 absent 1; confirm 王建 met 0");
  assert_counts (fixture, sheet, 2, 1, 1);
  assert_confirmed (fixture, COUPLE, TODAY);
  assert_refused (fixture, &(GgovVisitEntry) { .stop_id = stops[0], .outcome = "met" });
  assert_refused (fixture, &(GgovVisitEntry) { .stop_id = 999, .outcome = "met" });

  ggov_store_undo_async (fixture->base.store, change_id, NULL, keep_result, &undone);
  ggov_store_change_finish (fixture->base.store, wait_for (&undone), NULL, &error);
  g_assert_no_error (error);
  assert_sheet (fixture, sheet, stops, "care 张奶奶 - 0; confirm 王建 - 0");
  assert_confirmed (fixture, COUPLE, CAME);
}

static void
drop_sheet (Fixture  *fixture,
            gint64    sheet,
            GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_drop_visit_round_async (fixture->base.store, sheet, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

/* Nobody is on two sheets of one day; one without results can be taken away again. */
static void
test_sheets (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 stops[2], first, second;

  first = plan_sheet (fixture, stops);
  g_assert_cmpint (keep_sheet (fixture, TODAY, 0, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  drop_sheet (fixture, first, &error);
  g_assert_no_error (error);
  second = keep_sheet (fixture, TODAY, 1, &error);
  g_assert_no_error (error);
  assert_sheet (fixture, second, stops, "care 张奶奶 - 0");

  enter (fixture, &(GgovVisitEntry) { .stop_id = stops[0], .outcome = "met" }, NULL, &error);
  g_assert_no_error (error);
  drop_sheet (fixture, second, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/store/visits/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("plan", test_plan);
  ADD ("confirm", test_confirm);
  ADD ("refused", test_refused);
  ADD ("finding", test_finding);
  ADD ("received", test_received);
  ADD ("groups", test_groups);
  ADD ("sheet", test_sheet);
  ADD ("sheets", test_sheets);
#undef ADD

  return g_test_run ();
}
