/* test-store-board.c: filters, lanes, days and cards of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-three.h"
#include "ggov-local-time.h"
#include "ggov-store-choices.h"
#include "ggov-store-issue-groups.h"
#include "ggov-store-issue-parts.h"
#include "ggov-write-issues.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"

static void
test_filters (BoardThree    *fixture,
              gconstpointer  data)
{
  GgovIssueFilter filter = { 0 };

  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable noise shed");
  board_three_assert_table (fixture, &filter, "number", TRUE, "shed cable noise");
  board_three_assert_table (fixture, &filter, "stage", FALSE, "cable noise shed");
  board_three_assert_table (fixture, &filter, "type", FALSE, "noise cable shed");
  board_three_assert_table (fixture, &filter, "grid", TRUE, "shed cable noise");

  filter = (GgovIssueFilter) { .type_code = "C0202" };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable");
  filter = (GgovIssueFilter) { .source = "hotline" };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "");
  filter = (GgovIssueFilter) { .source = "patrol", .lane = "enforcement" };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .handler_id = GGOV_ISSUE_FILTER_NOBODY };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable noise");
  filter = (GgovIssueFilter) { .handler_id = fixture->office.officer };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .text = "单雨" }; /* who is sent */
  board_three_assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .filed_from = board_office_time ("2026-03-01T00:00") };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable noise");
  filter = (GgovIssueFilter) { .filed_before = board_office_time ("2026-03-01T00:00") };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .due_from = board_office_time ("2026-03-05T00:00"),
                               .due_before = board_office_time ("2026-03-06T00:00") };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "noise");
  filter = (GgovIssueFilter) { .stages = GGOV_ISSUE_FILTER_OPEN & ~(1u << GGOV_ISSUE_FILED) };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "shed");
}

/* Titles as the columns of the board have them, stage after stage. */
static void
assert_columns (BoardThree            *fixture,
                const GgovIssueFilter *filter,
                const char            *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GString) titles = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_list_issues_async (fixture->base.store, filter, NULL, keep_result, &result);
  issues = ggov_store_list_issues_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              ggov_issue_get_fields (issue)->title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

/* Words are looked for at once in all stages, and what is found stands as it does without them: all
 * three are on a first grid. */
static void
test_words (BoardThree    *fixture,
            gconstpointer  data)
{
  GgovIssueFilter filter = { .limit = 0 };

  assert_columns (fixture, &filter, "cable noise shed");
  filter.text = "第1网格";
  assert_columns (fixture, &filter, "cable noise shed");
  filter.limit = 1;
  assert_columns (fixture, &filter, "cable shed");
  filter.text = "青松第1网格";
  assert_columns (fixture, &filter, "cable");
  filter.text = "第2网格";
  assert_columns (fixture, &filter, "");

  /* Two that were ended: the last one first. */
  board_office_step (fixture->base.store, fixture->noise, GGOV_ISSUE_ANNUL, "2026-03-02T11:00", 0);
  board_office_step (fixture->base.store, fixture->cable, GGOV_ISSUE_ANNUL, "2026-03-02T12:00", 0);
  filter = (GgovIssueFilter) { .text = "第1网格" };
  assert_columns (fixture, &filter, "shed cable noise");
}

/* "青松第1网格:0/2+1 …": each lane's name, how many are dispatched, of how many, and over their time. */
static void
assert_groups (BoardThree        *fixture,
               GgovIssueGrouping  grouping,
               const char        *expected)
{
  const GgovIssueFilter filter = { .now = board_office_time ("2026-03-03T09:00") };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) groups = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_list_issue_groups_async (fixture->base.store, &filter, grouping, NULL, keep_result,
                                      &result);
  groups = ggov_store_list_issue_groups_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovIssueGroup) group = g_list_model_get_item (groups, i);
      const GgovIssueGroupFields *fields = ggov_issue_group_get_fields (group);

      g_assert_cmpint (ggov_issue_group_get_in_work (group), ==,
                       fields->counts[GGOV_ISSUE_DISPATCHED]);
      g_string_append_printf (text, "%s%s:%d/%d+%d", i > 0 ? " " : "",
                              *fields->name ? fields->name : fields->code,
                              (int) fields->counts[GGOV_ISSUE_DISPATCHED],
                              (int) ggov_issue_group_get_total (group), (int) fields->n_overdue);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* On Tuesday morning the cable's four hours of Monday are over. */
static void
test_groups (BoardThree    *fixture,
             gconstpointer  data)
{
  assert_groups (fixture, GGOV_ISSUE_GROUPING_GRID, "青松第1网格:0/2+1 白杨第1网格:1/1+0");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_COMMUNITY, "青松:0/2+1 白杨:1/1+0");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_LANE, "community:0/2+1 enforcement:1/1+0");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_HANDLER, "单雨:1/1+0 :0/2+1");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_NONE, ":1/3+1");
}

/* What a lane counts is what it lists. */
static void
test_one_group (BoardThree    *fixture,
                gconstpointer  data)
{
  GgovIssueFilter filter = { .grouping = GGOV_ISSUE_GROUPING_GRID };

  filter.group_id = fixture->office.grid[1];
  board_three_assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter.group_id = 0;
  board_three_assert_table (fixture, &filter, NULL, FALSE, "");
  filter = (GgovIssueFilter) { .grouping = GGOV_ISSUE_GROUPING_HANDLER };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable noise");
  filter = (GgovIssueFilter) { .grouping = GGOV_ISSUE_GROUPING_LANE,
                               .group_id = 1 + GGOV_LANE_ENFORCEMENT };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .grouping = GGOV_ISSUE_GROUPING_COMMUNITY,
                               .group_id = fixture->office.community[0] };
  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable noise");
}

static void
test_days (BoardThree    *fixture,
           gconstpointer  data)
{
  const GgovIssueFilter filter = { .now = board_office_time ("2026-03-03T09:00") };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) days = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  ggov_store_count_issue_days_async (fixture->base.store, &filter, NULL, keep_result, &result);
  days = ggov_store_count_issue_days_finish (fixture->base.store, wait_for (&result), NULL);
  g_assert_nonnull (days);
  for (guint i = 0; i < days->len; i++)
    {
      GgovIssueDay *day = &g_array_index (days, GgovIssueDay, i);
      g_autofree char *date = ggov_local_day_format (day->day);

      g_string_append_printf (text, "%s:%d/%d ", date, (int) day->n_overdue, (int) day->n);
      g_assert_cmpint (day->n_open, ==, day->n);
      g_assert_cmpint (day->n_provisional, ==, 0);
    }
  g_assert_cmpstr (text->str, ==, "2026-03-02:1/1 2026-03-05:0/1 2026-03-06:0/1 ");
}

/* Departments ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 organisation;
  gint64 person;
} Department;

static gboolean
found_department (GgovChange  *change,
                  gpointer     data,
                  GError     **error)
{
  Department *self = data;
  const GgovOrganisationRecord record = { .kind = "department", .name = "执法队" };
  GgovPersonRecord person = { .name = "秦岭", .sex = "1" };

  self->organisation = ggov_change_add_organisation (change, &record, error);
  person.organisation_id = self->organisation;
  self->person = self->organisation ? ggov_change_add_person (change, &person, error) : 0;

  return self->person != 0;
}

static GListModel *
list_departments (BoardThree *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *departments;

  ggov_store_list_choices_async (fixture->base.store, GGOV_CHOICE_DEPARTMENTS, 0, "2026-03-02", NULL,
                                 keep_result, &result);
  departments = ggov_store_list_choices_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return departments;
}

/* The shed's officer is of no department; the cable is sent to somebody who is of one. */
static void
test_departments (BoardThree    *fixture,
                  gconstpointer  data)
{
  GgovIssueFilter filter = { .department_id = GGOV_ISSUE_FILTER_NOBODY };
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH, .issue_id = fixture->cable,
                         .at = board_office_time ("2026-03-02T11:00") };
  g_autoptr(GListModel) none = list_departments (fixture);
  g_autoptr(GListModel) departments = NULL;
  g_autoptr(GgovChoice) choice = NULL;
  g_autoptr(GError) error = NULL;
  Department own;

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable noise shed");
  write_change (fixture->base.store, found_department, &own);
  step.handler_id = own.person;
  g_assert_cmpint (board_office_move (fixture->base.store, &step, &error), >, 0);
  g_assert_no_error (error);

  board_three_assert_table (fixture, &filter, NULL, FALSE, "noise shed");
  filter.department_id = own.organisation;
  board_three_assert_table (fixture, &filter, NULL, FALSE, "cable");
  departments = list_departments (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (departments), ==, 1);
  choice = g_list_model_get_item (departments, 0);
  g_assert_cmpstr (ggov_choice_get_label (choice), ==, "执法队");
}

/* What a card tells --------------------------------------------------------------------------- */

static gboolean
attach (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  g_autoptr(GBytes) note = g_bytes_new_static ("note", 4);
  g_autoptr(GBytes) picture = g_bytes_new_static ("picture", 7);
  const GgovIssueEventRecord event = {
    .issue_id = *(gint64 *) data, .at = 1772500000, .move = "remind",
    .from_stage = "file", .to_stage = "file",
  };
  gint64 id = ggov_change_add_issue_event (change, &event, error);

  return id && ggov_change_attach (change, id, "a.pdf", "application/pdf", note, error) &&
         ggov_change_attach (change, id, "b.jpg", "image/jpeg", picture, error) &&
         ggov_change_attach (change, id, "c.png", "image/png", note, error);
}

static void
test_photo (BoardThree    *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) other = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssueFields *fields;

  write_change (fixture->base.store, attach, &fixture->noise);
  details = board_office_get (fixture->base.store, fixture->noise);
  fields = ggov_issue_get_fields (details->issue);
  g_assert_cmpint (fields->n_photos, ==, 2);
  g_assert_cmpint (fields->community_id, ==, fixture->office.community[0]);
  g_assert_false (fields->handler_is_away);

  ggov_store_read_issue_paper_async (fixture->base.store, fields->photo_id, NULL, keep_result,
                                     &result);
  content = ggov_store_read_issue_paper_finish (fixture->base.store, wait_for (&result), NULL);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "picture", 7);

  ggov_store_read_issue_paper_async (fixture->base.store, 999, NULL, keep_result, &other);
  g_assert_null (ggov_store_read_issue_paper_finish (fixture->base.store, wait_for (&other),
                                                     &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, func) \
  g_test_add ("/store/board/" name, BoardThree, NULL, board_three_set_up, func, \
              board_three_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("filters", test_filters);
  ADD ("words", test_words);
  ADD ("groups", test_groups);
  ADD ("one-group", test_one_group);
  ADD ("days", test_days);
  ADD ("departments", test_departments);
  ADD ("photo", test_photo);

  return g_test_run ();
}
