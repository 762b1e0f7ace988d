/* test-papers-residents.c: papers of the register, from the office to a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-paper.h"
#include "ggov-report-pdf.h"
#include "ggov-store-changes.h"
#include "ggov-store-register.h"
#include "ggov-store-special-groups.h"
#include "ggov-store-visit-rounds.h"
#include "pdf-words.h"
#include "roster-office.h"
#include "store-fixture.h"

#define CAME   "2026-02-10"
#define TODAY  "2026-02-13"
#define NUMBER "34052419800101001X" /* valid by GB 11643 */
#define PHONE  "13812345678"

/* A couple in grid 1, of which 李强 is the full-time member, and old Zhang in grid 3. */
typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       couple;
  gint64       husband;
  gint64       zhang;
} Fixture;

static gint64
move_in (Fixture                  *fixture,
         gint64                    unit_id,
         const char               *door,
         const GgovRegisterMember *members,
         guint                     n,
         gint64                   *household)
{
  const GgovRegisterAct act = { .deed = GGOV_REGISTER_MOVE_IN, .day = CAME, .unit_id = unit_id,
                                .door = door, .members = members, .n_members = n };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 people[2];

  ggov_store_register_async (fixture->base.store, &act, NULL, keep_result, &result);
  ggov_store_register_finish (fixture->base.store, wait_for (&result), NULL, household, people,
                              &error);
  g_assert_no_error (error);

  return people[0];
}

static void
join_group (Fixture    *fixture,
            gint64      person_id,
            const char *group)
{
  const GgovMembershipTerms terms = { .person_id = person_id, .group = group, .from = CAME };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_join_special_group_async (fixture->base.store, &terms, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  fixture->husband = move_in (fixture, fixture->office.units[0], "501", (GgovRegisterMember[]) {
    { .name = "王建", .living = TRUE, .registered = TRUE, .relation = "02", .sex = "1",
      .birth_date = "1980-01-01", .phone = PHONE, .identity_kind = "111", .identity_number = NUMBER },
    { .name = "李丽", .living = TRUE, .relation = "10", .sex = "2" } }, 2, &fixture->couple);
  fixture->zhang = move_in (fixture, fixture->office.units[3], "301", (GgovRegisterMember[]) {
    { .name = "张奶奶", .living = TRUE, .registered = TRUE, .relation = "02" } }, 1, NULL);
  join_group (fixture, fixture->husband, "disabled");
  join_group (fixture, fixture->husband, "veteran");
  join_group (fixture, fixture->zhang, "living_alone");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

/* (nullable): what is on a paper; NULL, with the test skipped, where no tool reads it */
static char *
print_paper (Fixture          *fixture,
             const char       *name,
             GgovPaperOptions *options,
             guint            *n_counted)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPaper) paper = NULL;
  g_autoptr(GgovReportPager) pager = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->base.dir, "paper.pdf", NULL);

  ggov_paper_read_async (fixture->base.store, ggov_paper_find_kind (name), options, NULL, keep_result,
                         &result);
  paper = ggov_paper_read_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  pager = ggov_paper_make_pager (paper, n_counted, &error);
  g_assert_no_error (error);
  g_assert_true (ggov_report_write_pdf (pager, path, &error));

  return pdf_ask (path, "pdftotext", "-layout");
}

static void
assert_masked (const char *text)
{
  g_assert_nonnull (strstr (text, "138****5678"));
  g_assert_nonnull (strstr (text, "340524***********X"));
  g_assert_null (strstr (text, PHONE));
  g_assert_null (strstr (text, NUMBER));
}

static void
assert_kept_safe (const char *text)
{
  g_assert_nonnull (strstr (text, "Holds personal data"));
  g_assert_true (g_regex_match_simple ("Page 1 of [0-9]", text, 0, 0));
}

static void
test_household (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autofree char *text = NULL;
  const char *head, *wife;
  guint n = 0;

  options->record_id = fixture->couple;
  if (!(text = print_paper (fixture, "household", options, &n)))
    return;

  g_assert_cmpuint (n, ==, 2);
  assert_masked (text);
  assert_kept_safe (text);
  head = strstr (text, "Head of");
  wife = strstr (text, "李丽");
  g_assert_true (head && wife && head < wife);
  g_assert_nonnull (strstr (text, "Registered"));
  g_assert_nonnull (strstr (text, "Lives here"));
}

/* Three lines, of which two are registered where they live; of grid 1 the couple's two. */
static void
test_register (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autofree char *all = NULL, *grid = NULL;
  guint n_all = 0, n_grid = 0;

  if (!(all = print_paper (fixture, "register", options, &n_all)))
    return;

  g_assert_cmpuint (n_all, ==, 3);
  assert_masked (all);
  assert_kept_safe (all);
  g_assert_nonnull (strstr (all, "3 lines: 3 live there, 2 are registered there"));

  options->place = g_strdup ("150203005001001");
  options->size = GGOV_REPORT_A3;
  grid = print_paper (fixture, "register", options, &n_grid);
  g_assert_cmpuint (n_grid, ==, 2);
  g_assert_nonnull (strstr (grid, "王建"));
  g_assert_null (strstr (grid, "张奶奶"));
}

static void
test_visit_sheet (Fixture       *fixture,
                  gconstpointer  data)
{
  const GgovVisitPlanTerms terms = { .worker_id = fixture->office.people[LI], .day = TODAY };
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) sheets = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  ggov_store_keep_visit_rounds_async (fixture->base.store, &terms, NULL, keep_result, &result);
  sheets = ggov_store_keep_visit_rounds_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  options->record_id = g_array_index (sheets, gint64, 0);
  if (!(text = print_paper (fixture, "visit-sheet", options, &n)))
    return;

  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (strstr (text, "王建"));
  g_assert_nonnull (strstr (text, "refused"));
  g_assert_null (strstr (text, PHONE));
  assert_kept_safe (text);
}

/* A line for each group of each: disabled and veteran of one, living alone of the other, who had to be
 * seen within seven days of the tenth. */
static void
test_special_groups (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new ("2026-02-20", 0);
  g_autofree char *text = NULL;
  guint n = 0;

  if (!(text = print_paper (fixture, "special-groups", options, &n)))
    return;

  g_assert_cmpuint (n, ==, 3);
  assert_kept_safe (text);
  /* What the law protects is not named. */
  g_assert_null (strstr (text, "Disabled people"));
  g_assert_nonnull (strstr (text, "***"));
  g_assert_nonnull (strstr (text, "Veterans"));
  g_assert_nonnull (strstr (text, "3 lines; a visit is late for 1 of them"));
}

/* Nobody was there when the month began; three came: 0 + 3 = 3. */
static void
test_population (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autofree char *text = NULL;
  guint n = 0;

  if (!(text = print_paper (fixture, "population", options, &n)))
    return;

  g_assert_cmpuint (n, >, 1);
  g_assert_nonnull (strstr (text, "2026-02-01 to 2026-02-13"));
  g_assert_true (g_regex_match_simple ("150203005001001 .* 0 +\\+2 +2\n", text, 0, 0));
  g_assert_true (g_regex_match_simple ("Sum +0 +\\+3 +3\n", text, 0, 0));
  /* It counts heads. */
  g_assert_null (strstr (text, "Holds personal data"));
}

/* How often somebody saw what is masked. */
static guint
count_disclosures (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) entries = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ggov_store_list_changes_async (fixture->base.store, 50, NULL, keep_result, &result);
  entries = ggov_store_list_changes_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(GgovChangeEntry) entry = g_list_model_get_item (entries, i);

      n += g_str_equal (ggov_change_entry_get_action (entry), "See what is known of a resident");
    }

  return n;
}

/* Whole only where it is said why, and then it is in the log. */
static void
test_own_data (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autofree char *masked = NULL, *whole = NULL;

  options->record_id = fixture->husband;
  if (!(masked = print_paper (fixture, "own-data", options, NULL)))
    return;

  assert_masked (masked);
  assert_kept_safe (masked);
  g_assert_cmpuint (count_disclosures (fixture), ==, 0);

  options->reason = g_strdup ("本人查询");
  whole = print_paper (fixture, "own-data", options, NULL);
  g_assert_nonnull (strstr (whole, PHONE));
  g_assert_nonnull (strstr (whole, NUMBER));
  g_assert_nonnull (strstr (whole, "article 45"));
  g_assert_nonnull (strstr (whole, "Disabled people"));
  g_assert_cmpuint (count_disclosures (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/paper/residents/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("household", test_household);
  ADD ("register", test_register);
  ADD ("visit-sheet", test_visit_sheet);
  ADD ("special-groups", test_special_groups);
  ADD ("population", test_population);
  ADD ("own-data", test_own_data);
#undef ADD

  return g_test_run ();
}
