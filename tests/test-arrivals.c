/* test-arrivals.c: issues of another platform, and their deadlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-arrivals.h"
#include "ggov-issue-strand.h"
#include "ggov-local-time.h"
#include "ggov-store-issue-parts.h"
#include "ggov-write-case-types.h"

typedef struct
{
  GgovArrival       arrival;
  const char       *platform;
  GgovArrivalResult result;
  GgovArrivalLag    lag;
} Order;

static gboolean
take (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  Order *order = data;
  g_autoptr(GgovArrivals) arrivals = ggov_arrivals_new (change, order->platform, error);

  if (arrivals == NULL)
    return FALSE;

  order->arrival.case_type_id = ggov_arrivals_find_type (arrivals, "C0101", "2026-03-02");

  return ggov_arrivals_take (arrivals, &order->arrival, &order->result, &order->lag, error);
}

/* What a platform says of an issue that was filed on Monday 2 March at ten. */
static void
arrive (GgovStore         *store,
        const char        *number,
        GgovArrivalStatus  status,
        const char        *when,
        Order             *order)
{
  *order = (Order) {
    .arrival = {
      .source_id = number, .title = "noise", .status = status,
      .filed_at = board_office_time ("2026-03-02T10:00"), .source = GGOV_ISSUE_SOURCE_IMPORT,
    },
    .platform = "12345",
  };
  if (status == GGOV_ARRIVAL_OPEN)
    order->arrival.updated_at = board_office_time (when);
  else
    order->arrival.closed_at = order->arrival.updated_at = board_office_time (when);
  write_change (store, take, order);
}

static gint64
find_issue (GgovStore  *store,
            const char *number)
{
  const GgovIssueFilter filter = { .text = number };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GgovIssue) issue = NULL;

  ggov_store_list_issues_async (store, &filter, NULL, keep_result, &result);
  issues = ggov_store_list_issues_finish (store, wait_for (&result), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 1);
  issue = g_list_model_get_item (issues, 0);

  return ggov_issue_get_fields (issue)->id;
}

static void
assert_due (GgovStore      *store,
            gint64          id,
            GgovIssueStage  stage,
            const char     *due)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, id);
  const GgovIssueFields *fields = ggov_issue_get_fields (details->issue);
  g_autofree char *text = fields->due_at ? ggov_local_time_format (fields->due_at) : NULL;

  g_assert_cmpint (fields->state.stage, ==, stage);
  g_assert_cmpstr (text, ==, due);
}

/* Three days from Monday 2 March are over on Thursday, though nobody was sent here before the platform
 * closed it on the 20th. */
static void
test_closed (StoreFixture  *fixture,
             gconstpointer  data)
{
  BoardOffice office = { 0 };
  Order order;
  gint64 id;

  board_office_found (fixture->store, &office);
  arrive (fixture->store, "A1", GGOV_ARRIVAL_OPEN, "2026-03-02T10:00", &order);
  g_assert_cmpint (order.result, ==, GGOV_ARRIVAL_NEW);
  id = find_issue (fixture->store, "2026-00001");
  assert_due (fixture->store, id, GGOV_ISSUE_FILED, "2026-03-05T17:30");

  arrive (fixture->store, "A1", GGOV_ARRIVAL_CLOSED, "2026-03-20T10:00", &order);
  g_assert_cmpint (order.result, ==, GGOV_ARRIVAL_CHANGED);
  assert_due (fixture->store, id, GGOV_ISSUE_CLOSED, "2026-03-05T17:30");

  /* Opened again on Friday the 20th, it has Monday to Wednesday. */
  board_office_step (fixture->store, id, GGOV_ISSUE_EVALUATE, "2026-03-20T10:30", 0);
  arrive (fixture->store, "A1", GGOV_ARRIVAL_OPEN, "2026-03-20T11:00", &order);
  assert_due (fixture->store, id, GGOV_ISSUE_HANDLED, "2026-03-25T17:30");
  g_assert_cmpuint (board_office_count_findings (fixture->store), ==, 0);
}

/* Suspended on Tuesday the 3rd at ten, an hour and a half of its three days of seven hours was gone.
 * From Tuesday the 10th at ten on 5.5 hours are left on that day, 7 on the next, and 7 on Thursday. */
static void
test_suspended (StoreFixture  *fixture,
                gconstpointer  data)
{
  BoardOffice office = { 0 };
  Order order;
  gint64 id;

  board_office_found (fixture->store, &office);
  arrive (fixture->store, "A1", GGOV_ARRIVAL_OPEN, "2026-03-02T10:00", &order);
  id = find_issue (fixture->store, "2026-00001");
  board_office_step (fixture->store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T10:00", 0);
  board_office_step (fixture->store, id, GGOV_ISSUE_SUSPEND, "2026-03-03T10:00", 0);
  assert_due (fixture->store, id, GGOV_ISSUE_DISPATCHED, NULL);

  arrive (fixture->store, "A1", GGOV_ARRIVAL_CLOSED, "2026-03-10T10:00", &order);
  assert_due (fixture->store, id, GGOV_ISSUE_CLOSED, "2026-03-12T17:30");
  g_assert_cmpuint (board_office_count_findings (fixture->store), ==, 0);
}

/* What is new in it is taken, and that its end is not is told all the same. */
static void
test_held (StoreFixture  *fixture,
           gconstpointer  data)
{
  BoardOffice office = { 0 };
  GgovStrandOrder strand = { .task = "Talk", .at = board_office_time ("2026-03-02T11:00") };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Order order;

  board_office_found (fixture->store, &office);
  arrive (fixture->store, "A1", GGOV_ARRIVAL_OPEN, "2026-03-02T10:00", &order);
  strand.issue_id = find_issue (fixture->store, "2026-00001");
  ggov_store_begin_strand_async (fixture->store, &strand, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);

  arrive (fixture->store, "A1", GGOV_ARRIVAL_CLOSED, "2026-03-20T10:00", &order);
  g_assert_cmpint (order.result, ==, GGOV_ARRIVAL_SAME);
  g_assert_cmpint (order.lag, ==, GGOV_ARRIVAL_HELD);

  order.arrival.place = "西门";
  write_change (fixture->store, take, &order);
  g_assert_cmpint (order.result, ==, GGOV_ARRIVAL_CHANGED);
  g_assert_cmpint (order.lag, ==, GGOV_ARRIVAL_HELD);
}

/* Another platform numbers from one upwards as well. What was filed in the same minute is the
 * office's own that comes back. */
static void
test_numbers (StoreFixture  *fixture,
              gconstpointer  data)
{
  BoardOffice office = { 0 };
  Order order;

  board_office_found (fixture->store, &office);
  board_office_file (fixture->store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  board_office_file (fixture->store, "C0101", "a dog", office.grid[0], "2026-02-27T10:00");

  arrive (fixture->store, "2026-00002", GGOV_ARRIVAL_OPEN, "2026-03-02T10:00", &order);
  g_assert_cmpint (order.result, ==, GGOV_ARRIVAL_NEW);
  arrive (fixture->store, "2026-00001", GGOV_ARRIVAL_OPEN, "2026-03-02T10:00", &order);
  g_assert_cmpint (order.result, ==, GGOV_ARRIVAL_SAME);
}

/* Other limits from February on, and none of them filed from March on. */
static gboolean
withdraw (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  g_autoptr(GgovCaseTypeVersion) version = NULL;
  g_autoptr(GgovArrivals) arrivals = NULL;
  GgovCaseTypeRecord record;
  gint64 last;

  g_assert_true (ggov_change_find_last_case_type (change, "C0101", &version, error));
  record = *ggov_case_type_version_get_record (version);
  record.limit_text = "5d";
  last = ggov_change_save_case_type (change, &record, "2026-02-01", error);
  g_assert_cmpint (last, !=, 0);
  g_assert_cmpint (last, !=, record.id);
  g_assert_true (ggov_change_withdraw_case_type (change, "C0101", "2026-03-01", error));

  arrivals = ggov_arrivals_new (change, "", error);
  g_assert_nonnull (arrivals);
  g_assert_cmpint (ggov_arrivals_find_type (arrivals, "C0101", "2026-03-10"), ==, last);
  g_assert_cmpint (ggov_arrivals_find_type (arrivals, "C0101", "2026-02-10"), ==, last);
  g_assert_cmpint (ggov_arrivals_find_type (arrivals, "C0101", "2000-01-01"), ==, record.id);

  return TRUE;
}

static void
test_withdrawn (StoreFixture  *fixture,
                gconstpointer  data)
{
  BoardOffice office = { 0 };

  board_office_found (fixture->store, &office);
  write_change (fixture->store, withdraw, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/arrivals/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)
  ADD ("closed", test_closed);
  ADD ("suspended", test_suspended);
  ADD ("held", test_held);
  ADD ("numbers", test_numbers);
  ADD ("withdrawn", test_withdrawn);
#undef ADD

  return g_test_run ();
}
