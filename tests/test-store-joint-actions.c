/* test-store-joint-actions.c: joint actions, and utility problems by company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cases-office.h"
#include "ggov-store-issue-cases.h"
#include "ggov-store-joint-actions.h"
#include "ggov-store-utilities.h"
#include "ggov-write-organisations.h"

static gboolean
write_organisations (GgovChange  *change,
                     gpointer     data,
                     GError     **error)
{
  static const GgovOrganisationRecord records[] = {
    { .kind = "department", .name = "Enforcement" }, { .kind = "department", .name = "Police" },
    { .kind = "water", .name = "Water One" },        { .kind = "other", .name = "Heat One" },
  };
  gint64 *ids = data;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (!(ids[i] = ggov_change_add_organisation (change, &records[i], error)))
      return FALSE;

  return TRUE;
}

static GgovJointAction *
get_action (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_joint_actions_async (fixture->store, CASES_DAY, NULL, keep_result, &result);
  rows = ggov_store_list_joint_actions_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return g_list_model_get_item (rows, 0);
}

static gpointer
new_line (gint64      action_id,
          const char *kind,
          gint64      of_id,
          const char *day,
          const char *text)
{
  return ggov_joint_action_line_new (&(GgovJointActionLineFields) {
    .action_id = action_id, .kind = kind, .of_id = of_id, .day = day, .text = text,
    .is_lead = text && *text == 'L', .people = 3,
  });
}

/* Which cases an issue belongs to: views and names, in order. */
static char *
dup_cases (StoreFixture *fixture,
           gint64        issue_id)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_issue_cases_async (fixture->store, issue_id, NULL, keep_result, &result);
  rows = ggov_store_list_issue_cases_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovIssueCase) one = g_list_model_get_item (rows, i);
      const GgovIssueCaseFields *fields = ggov_issue_case_get_fields (one);

      g_string_append_printf (text, "%s %s %d;", fields->view, fields->name, (int) fields->is_started);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_joint_action (StoreFixture  *fixture,
                   gconstpointer  data)
{
  const gpointer write_line = ggov_store_write_joint_action_line_async;
  BoardOffice office;
  gint64 companies[4], id, old, open;
  g_autoptr(GgovJointAction) row = NULL, after = NULL;
  g_autofree char *cases = NULL;
  GgovJointActionFields fields = { .title = "Pull down", .starts_on = "2026-03-21" };

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_organisations, companies);
  old = board_office_file (fixture->store, "C0105", "old", office.grid[1], "2026-03-02T10:00");
  cases_office_close (fixture, old, office.officer);
  open = board_office_file (fixture->store, "E0102", "roof", office.grid[1], "2026-03-02T10:00");

  ACCEPT (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields));
  row = get_action (fixture);
  id = ggov_joint_action_get_fields (row)->id;
  ACCEPT (fixture, write_line, new_line (id, "party", companies[0], NULL, "Leads"));
  REFUSE (fixture, write_line, new_line (id, "party", companies[0], NULL, ""), "already");
  REFUSE (fixture, write_line, new_line (id, "party", companies[1], NULL, "Leads"), "leads");
  REFUSE (fixture, write_line, new_line (id, "party", 999, NULL, ""), "Choose the organisation");
  REFUSE (fixture, write_line, new_line (id, "step", 0, "2026-03-20", "Told"), "before the joint");
  REFUSE (fixture, write_line, new_line (id, "issue", old, NULL, ""), "was closed before");
  ACCEPT (fixture, write_line, new_line (id, "issue", open, NULL, ""));
  REFUSE (fixture, write_line, new_line (id, "issue", open, NULL, ""), "already");
  ACCEPT (fixture, write_line, new_line (id, "step", 0, "2026-03-22", "Told everybody"));

  fields = *ggov_joint_action_get_fields (row);
  fields.ended_on = "2026-03-25";
  fields.result = "All gone";
  REFUSE (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields),
          "two parties");
  ACCEPT (fixture, write_line, new_line (id, "party", companies[1], NULL, "Guards"));
  fields.ended_on = "2026-03-21";
  REFUSE (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields),
          "outside its days");
  fields.ended_on = "2026-03-25";
  ACCEPT (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields));
  REFUSE (fixture, write_line, new_line (id, "step", 0, "2026-03-24", "More"), "has ended");

  after = get_action (fixture);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_parties, ==, 2);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_people, ==, 6);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_issues, ==, 1);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_closed, ==, 0);
  g_assert_cmpstr (ggov_joint_action_get_fields (after)->lead, ==, "Enforcement");
  cases = dup_cases (fixture, open);
  g_assert_cmpstr (cases, ==, "structures  0;joint-actions Pull down 1;");
}

/* Utilities ------------------------------------------------------------------------------------ */

static GListModel *
list_utilities (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_utilities_async (fixture->store, CASES_DAY, NULL, keep_result, &result);
  rows = ggov_store_list_utilities_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

static void
assert_row (GListModel *rows,
            guint       i,
            const char *company,
            gint64      reported,
            gint64      open)
{
  g_autoptr(GgovUtilityRow) row = g_list_model_get_item (rows, i);
  const GgovUtilityRowFields *fields = ggov_utility_row_get_fields (row);

  g_assert_cmpstr (fields->company, ==, company);
  g_assert_cmpint (fields->n_reported, ==, reported);
  g_assert_cmpint (fields->n_open, ==, open);
  g_assert_cmpint (fields->n_solved, ==, reported - open);
}

/* Water has one company by its kind; heat has none until somebody says who supplies it. */
static void
test_utilities (StoreFixture  *fixture,
                gconstpointer  data)
{
  BoardOffice office;
  gint64 companies[4], heat, water;
  g_autoptr(GListModel) before = NULL, after = NULL;
  g_autoptr(GAsyncResult) supply = NULL, wrong = NULL;
  g_autoptr(GError) error = NULL, refused = NULL;
  g_autofree char *cases = NULL;

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_organisations, companies);
  water = board_office_file (fixture->store, "M0101", "dry", office.grid[0], "2026-03-02T10:00");
  heat = board_office_file (fixture->store, "M0301", "cold", office.grid[0], "2026-02-02T10:00");
  cases_office_close (fixture, heat, office.member);

  before = list_utilities (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (before), ==, 2);
  assert_row (before, 0, "Water One", 1, 1);
  assert_row (before, 1, "No company", 1, 0);

  ggov_store_set_supply_async (fixture->store, companies[3], GGOV_UTILITY_HEATING, TRUE, NULL,
                               keep_result, &supply);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&supply), NULL, &error));
  after = list_utilities (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 2);
  assert_row (after, 1, "Heat One", 1, 0);
  {
    g_autoptr(GgovUtilityRow) row = g_list_model_get_item (after, 1);

    /* April 2025 to March 2026: February is the eleventh. */
    g_assert_cmpstr (ggov_utility_row_get_fields (row)->months, ==, "0 0 0 0 0 0 0 0 0 0 1 0");
  }

  ggov_store_assign_company_async (fixture->store, water, companies[3], NULL, keep_result, &wrong);
  g_assert_false (ggov_store_change_finish (fixture->store, wait_for (&wrong), NULL, &refused));
  g_assert_nonnull (strstr (refused->message, "does not supply"));
  cases = dup_cases (fixture, heat);
  g_assert_cmpstr (cases, ==, "utilities Heat One 1;");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/joint-actions/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)
  ADD ("joint-action", test_joint_action);
  ADD ("utilities", test_utilities);

  return g_test_run ();
}
