/* test-report-issues.c: papers about issues, read back from their pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-indicator-tally.h"
#include "ggov-issue-event.h"
#include "ggov-ladder-step.h"
#include "ggov-local-time.h"
#include "ggov-report-issues.h"
#include "ggov-report-notices.h"
#include "ggov-report-statistics.h"
#include "paper-pages.h"

/* As long as people write them. */
#define LONG_TITLE "夜间施工噪声扰民，影响高考学生休息，要求立即停工并给出书面答复，楼上楼下多户联名"
#define LONG_PLACE "幸福里友谊小区东街坊1099号楼2单元与3单元之间绿化带东侧围墙外"
#define PHONE      "13800001234"

typedef struct
{
  char         *dir;
  char         *path;
  PangoContext *context;
} Fixture;

static gint64
at (const char *when)
{
  gint64 time = 0;

  g_assert_true (ggov_local_time_parse (when, &time, NULL));

  return time;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "paper.pdf", NULL);
  fixture->context = ggov_report_context_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_object_unref (fixture->context);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static GgovReportIssuesOptions
get_options (void)
{
  return (GgovReportIssuesOptions) {
    .office = "青松街道办事处", .as_of = "2026-03-05", .printed_at = "2026-03-05T09:00",
    .account = "teller", .now = at ("2026-03-05T09:00"),
  };
}

static GgovIssue *
make_issue (guint n)
{
  g_autofree char *number = g_strdup_printf ("2026-%05u", n);
  const GgovIssueFields fields = {
    .id = n, .number = number, .title = LONG_TITLE, .type_name = "Noise", .type_name_zh = "噪声扰民",
    .limit_text = "3d", .state = { .stage = GGOV_ISSUE_HANDLED }, .grid_id = 1,
    .grid_code = "150203005001001", .grid_name = "青松第1网格", .present_grid_id = 1,
    .present_grid_code = "150203005001001", .present_grid_name = "青松第1网格",
    .community_id = 1, .community_name = "青松", .place = LONG_PLACE, .handler_id = 7,
    .handler_name = "任晓明", .filed_at = at ("2026-03-02T10:00"), .due_at = at ("2026-03-05T17:30"),
  };

  return ggov_issue_new (&fields);
}

static void
add_event (GPtrArray     *events,
           GgovIssueMove  move,
           const char    *when,
           const char    *note)
{
  const GgovIssueEventFields fields = {
    .at = at (when), .move = move, .to = GGOV_ISSUE_HANDLED, .person_name = "任晓明", .note = note,
    .account = "teller",
  };

  g_ptr_array_add (events, ggov_issue_event_new (&fields));
}

/* With more done than a sheet has room for. */
static GgovIssueFacts *
make_facts (guint n_events)
{
  GgovIssueFacts *facts = g_new0 (GgovIssueFacts, 1);

  facts->issue = make_issue (1);
  facts->type_code = g_strdup ("C0101");
  facts->class_name = g_strdup ("Disputes");
  facts->class_name_zh = g_strdup ("矛盾纠纷");
  facts->closing = g_strdup ("Both sides agree");
  facts->closing_zh = g_strdup ("双方和解");
  facts->description = g_strdup (LONG_TITLE "。" LONG_TITLE "。");
  facts->source = g_strdup ("resident");
  facts->reporter = g_strdup ("王小明");
  facts->reporter_phone = g_strdup (PHONE);
  facts->handler_phone = g_strdup ("13804720001");
  facts->events = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_events; i++)
    add_event (facts->events, i == 0 ? GGOV_ISSUE_DISPATCH : GGOV_ISSUE_REMIND, "2026-03-02T11:00",
               LONG_TITLE);

  return facts;
}

/* Words that are broken over lines are put together again. */
static gboolean
has (const char *text,
     const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (text, "\n\f ", -1);
  g_autofree char *whole = g_strjoinv ("", parts);

  return strstr (whole, words) != NULL;
}

static guint
count_pages (const char *text)
{
  guint n = 0;

  for (const char *end = strchr (text, '\f'); end; end = strchr (end + 1, '\f'))
    n++;

  return n;
}

/* All that is known, on as many sheets as it takes. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  const GgovReportIssuesOptions options = get_options ();
  g_autoptr(GgovIssueFacts) few = make_facts (2);
  g_autoptr(GgovIssueFacts) many = make_facts (40);
  g_autofree char *one = NULL, *more = NULL;

  one = paper_read (fixture->path, ggov_report_issue_form_new (few, &options, fixture->context));
  more = paper_read (fixture->path, ggov_report_issue_form_new (many, &options, fixture->context));
  if (one == NULL || more == NULL)
    return;

  g_assert_true (has (one, "2026-00001"));
  g_assert_true (has (one, LONG_TITLE));
  g_assert_true (has (one, LONG_PLACE));
  g_assert_true (has (one, "2026-03-0517:30"));
  g_assert_true (has (one, "任晓明"));
  g_assert_true (has (one, "青松第1网格"));
  g_assert_cmpuint (count_pages (more), >, count_pages (one));
}

/* One sheet, however long the words are. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  const GgovReportIssuesOptions options = get_options ();
  g_autoptr(GgovIssueFacts) facts = make_facts (2);
  g_autofree char *text =
    paper_read (fixture->path, ggov_report_dispatch_order_new (facts, &options, fixture->context));

  if (text == NULL)
    return;

  g_assert_cmpuint (count_pages (text), ==, 1);
  g_assert_true (has (text, "任晓明"));
  g_assert_true (has (text, LONG_PLACE));
  g_assert_true (has (text, "2026-03-0517:30"));
  g_assert_true (has (text, "青松街道办事处"));
}

/* Every one of sixty is on it once, and no row is cut by the end of a sheet. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  const GgovReportIssuesOptions options = get_options ();
  g_autoptr(GListStore) issues = g_list_store_new (GGOV_TYPE_ISSUE);
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 60; i++)
    {
      g_autoptr(GgovIssue) issue = make_issue (i);

      g_list_store_append (issues, issue);
    }
  text = paper_read (fixture->path, ggov_report_issue_list_new (G_LIST_MODEL (issues), &options,
                                                               fixture->context));
  if (text == NULL)
    return;

  g_assert_cmpuint (count_pages (text), >, 1);
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("2026-%05u", i);
      const char *first = strstr (text, number);

      g_assert_nonnull (first);
      g_assert_null (strstr (first + 1, number));
    }
}

/* A sheet for each notice, with no reporter and no phone on it. */
static void
test_notices (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GListStore) notices = g_list_store_new (GGOV_TYPE_LADDER_STEP);
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr(GgovIssue) issue = make_issue (i);
      const GgovLadderStepFields fields = {
        .id = i, .rung = GGOV_RUNG_NOTICE, .since = at ("2026-03-06T08:30"),
        .due_at = at ("2026-03-05T17:30"), .at = at ("2026-03-06T09:00"),
      };
      g_autoptr(GgovLadderStep) step = ggov_ladder_step_new (issue, &fields);

      g_list_store_append (notices, step);
    }
  text = paper_read (fixture->path, GGOV_REPORT_PAGER (ggov_report_notices_new (
    G_LIST_MODEL (notices), "青松街道办事处", fixture->context)));
  if (text == NULL)
    return;

  g_assert_cmpuint (count_pages (text), ==, 2);
  g_assert_true (has (text, "2026-00001"));
  g_assert_true (has (text, "2026-00002"));
  g_assert_true (has (text, "任晓明"));
  g_assert_true (has (text, "青松街道办事处"));
  g_assert_false (has (text, PHONE));
}

static GListModel *
make_rows (const char              *key,
           const GgovIndicatorSums *sums)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_INDICATOR_ROW);
  g_autoptr(GgovIndicatorRow) row = ggov_indicator_row_new (key, key, sums);

  g_list_store_append (rows, row);

  return G_LIST_MODEL (rows);
}

/* The published example: 911 of 972 closed are 93.72 %, 737 in time are 75.82 %. */
static void
test_statistics (Fixture       *fixture,
                 gconstpointer  data)
{
  GgovIndicatorSums sums = { .n_closed = 911, .median_minutes = 840, .p90_minutes = 2100 };
  g_autoptr(GListModel) months = NULL, places = NULL;
  g_autofree char *text = NULL;

  sums.rates[GGOV_INDICATOR_CLOSING] = (GgovRate) { 911, 972 };
  sums.rates[GGOV_INDICATOR_ON_TIME] = (GgovRate) { 737, 972 };
  months = make_rows ("2026-03", &sums);
  places = make_rows ("青松", &sums);
  text = paper_read (fixture->path, ggov_report_statistics_new (&(GgovReportStatistics) {
    .office = "青松街道办事处", .month = "2026-03", .as_of = "2026-03-31",
    .printed_at = "2026-04-01T09:00", .account = "teller", .totals = &sums, .months = months,
    .communities = places, .lanes = places, .departments = places, .types = places, .grids = places,
  }, fixture->context));
  if (text == NULL)
    return;

  g_assert_true (has (text, "93.72%"));
  g_assert_true (has (text, "75.82%"));
  g_assert_true (has (text, "911/972"));
  g_assert_true (has (text, "737/972"));
  g_assert_true (has (text, "青松"));
}

#define ADD(name, func) g_test_add ("/report/issues/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("form", test_form);
  ADD ("order", test_order);
  ADD ("list", test_list);
  ADD ("notices", test_notices);
  ADD ("statistics", test_statistics);

  return g_test_run ();
}
