/* test-store-rule-measures.c: from cases to rules: what comes back, and the register of measures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-store-recurrences.h"
#include "ggov-store-rule-measures.h"
#include "ggov-write-issues.h"

/* The measure holds from 1 April on. Noise on the first grid: three in the 30 days before, of which the
 * first is the office's first record; one in the 30 days from then on. */
static const struct
{
  const char *type;
  guint       grid;
  const char *when;
} cases[] = {
  { "C0101", 0, "2026-03-02T10:00" }, { "C0101", 0, "2026-03-10T10:00" },
  { "C0101", 0, "2026-03-31T23:59" }, { "C0101", 0, "2026-04-10T10:00" },
  { "E0101", 0, "2026-03-11T10:00" }, { "C0101", 1, "2026-03-12T10:00" },
};

static void
found (StoreFixture *fixture,
       gint64       *ids)
{
  BoardOffice office;

  board_office_found (fixture->store, &office);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ids[i] = board_office_file (fixture->store, cases[i].type, "noise", office.grid[cases[i].grid],
                                cases[i].when);
}

static gint64
write_measure (StoreFixture          *fixture,
               GgovRuleMeasureEntry  *entry,
               GError               **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change_id = 0;

  ggov_store_write_rule_measure_async (fixture->store, entry, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), &change_id, error);

  return change_id;
}

static GListModel *
list (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *measures;

  ggov_store_list_rule_measures_async (fixture->store, "2026-04-30", NULL, keep_result, &result);
  measures = ggov_store_list_rule_measures_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return measures;
}

static guint
count_issues (StoreFixture *fixture,
              gint64        measure_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_rule_issues_async (fixture->store, measure_id, NULL, keep_result, &result);
  issues = ggov_store_list_rule_issues_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return g_list_model_get_n_items (issues);
}

static void
test_register (StoreFixture  *fixture,
               gconstpointer  data)
{
  gint64 ids[G_N_ELEMENTS (cases)], change_id;
  GgovRuleMeasureEntry entry = {
    .row_version = -1, .deed = GGOV_RULE_CHANGE, .title = "Quiet hours", .rule = "22:00 to 7:00",
    .valid_from = "2026-04-01", .owner = "Community", .issue_ids = ids, .n_issues = 2,
  };
  g_autoptr(GListModel) measures = NULL, removed = NULL;
  g_autoptr(GgovRuleMeasure) measure = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  const GgovRuleMeasureFields *fields;
  g_autoptr(GError) error = NULL;

  found (fixture, ids);
  write_measure (fixture, &entry, &error);
  g_assert_no_error (error);

  measures = list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (measures), ==, 1);
  measure = g_list_model_get_item (measures, 0);
  fields = ggov_rule_measure_get_fields (measure);
  g_assert_cmpstr (fields->title, ==, "Quiet hours");
  g_assert_cmpint (fields->deed, ==, GGOV_RULE_CHANGE);
  g_assert_cmpint (fields->n_issues, ==, 2);
  g_assert_cmpint (fields->before.numerator, ==, 3);
  g_assert_cmpint (fields->before.denominator, ==, 30);
  g_assert_cmpint (fields->after.numerator, ==, 1);
  g_assert_cmpint (fields->after.denominator, ==, 30);
  g_assert_cmpstr (fields->types, !=, "");

  /* One case more, and one that is there already. */
  entry.id = fields->id;
  entry.issue_ids = &ids[1];
  change_id = write_measure (fixture, &entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_issues (fixture, entry.id), ==, 3);
  board_office_undo (fixture->store, change_id);
  g_assert_cmpuint (count_issues (fixture, entry.id), ==, 2);

  ggov_store_remove_rule_measure_async (fixture->store, entry.id, NULL, keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&result), &change_id, &error));
  removed = list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (removed), ==, 0);
  board_office_undo (fixture->store, change_id);
  g_assert_cmpuint (count_issues (fixture, entry.id), ==, 2);
}

static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovRuleMeasureEntry entry = { .row_version = -1, .title = "  ", .valid_from = "2026-04-01" };
  g_autoptr(GError) title = NULL, day = NULL;
  BoardOffice office;

  board_office_found (fixture->store, &office);
  write_measure (fixture, &entry, &title);
  g_assert_error (title, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  entry.title = "Quiet hours";
  entry.valid_from = "2026-04-31";
  write_measure (fixture, &entry, &day);
  g_assert_error (day, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

/* Degrees times ten million: at this latitude 0.0005 degrees north are some 56 m. */
static gboolean
write_places (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  static const struct
  {
    gint64      lat_e7;
    const char *when;
    const char *stage;
  } rows[] = {
    { 400000000, "2026-01-10", "evaluated" }, { 400005000, "2026-02-01", "handle" },
    { 400009000, "2026-02-20", "closed" },    { 400100000, "2026-02-01", "closed" },
    { 400000000, "2026-02-02", "void" },      { 400000000, "2026-06-01", "file" },
  };
  const BoardOffice *office = data;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = g_strdup_printf ("2026-%05u", i + 1);
      const GgovIssueRecord record = {
        .number = number, .case_type_id = 1, .title = "Noise", .source = "patrol",
        .stage = rows[i].stage, .grid_id = office->grid[0], .place = "东门",
        .lon_e7 = 1100000000, .lat_e7 = rows[i].lat_e7, .filed_at = board_office_time (rows[i].when),
        .closed_at = i == 1 || i == 5 ? 0 : board_office_time ("2026-03-01"),
      };

      if (ggov_change_add_issue (change, &record, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
test_recurrences (StoreFixture  *fixture,
                  gconstpointer  data)
{
  const GgovRecurrenceSearch search = {
    board_office_time ("2026-01-01"), board_office_time ("2027-01-01"), GGOV_RECURRENCE_RADIUS_M,
    GGOV_RECURRENCE_DAYS, GGOV_RECURRENCE_N_LEAST,
  };
  BoardOffice office;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) groups = NULL;
  g_autoptr(GgovRecurrence) group = NULL;
  const GgovRecurrenceFields *fields;
  g_autoptr(GError) error = NULL;

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_places, &office);
  ggov_store_list_recurrences_async (fixture->store, &search, NULL, keep_result, &result);
  groups = ggov_store_list_recurrences_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (g_list_model_get_n_items (groups), ==, 1);
  group = g_list_model_get_item (groups, 0);
  fields = ggov_recurrence_get_fields (group);
  g_assert_cmpuint (fields->n_issues, ==, 3);
  g_assert_cmpint (fields->n_open, ==, 1);
  g_assert_cmpstr (fields->first_day, ==, "2026-01-10");
  g_assert_cmpstr (fields->last_day, ==, "2026-02-20");
  g_assert_cmpstr (fields->place, ==, "东门");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/rule-measures/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)
  ADD ("register", test_register);
  ADD ("refused", test_refused);
  ADD ("recurrences", test_recurrences);

  return g_test_run ();
}
