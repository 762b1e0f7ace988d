/* test-papers.c: every kind of paper, from the office to a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-paper.h"
#include "ggov-report-pdf.h"
#include "ggov-store-vacancies.h"
#include "pdf-words.h"
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

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static GgovPaper *
read_paper (Fixture          *fixture,
            const char       *name,
            GgovPaperOptions *options)
{
  const GgovPaperKind *kind = ggov_paper_find_kind (name);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPaper *paper;

  g_assert_nonnull (kind);
  ggov_paper_read_async (fixture->base.store, kind, options, NULL, keep_result, &result);
  paper = ggov_paper_read_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (ggov_paper_get_own_kind (paper) == kind);

  return paper;
}

/* (nullable): what is on a paper; NULL, with the test skipped, where no tool reads it */
static char *
print_paper (Fixture          *fixture,
             const char       *name,
             GgovPaperOptions *options,
             guint            *n_counted)
{
  g_autoptr(GgovPaper) paper = read_paper (fixture, name, options);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovReportPager) pager = ggov_paper_make_pager (paper, n_counted, &error);
  g_autofree char *path = g_build_filename (fixture->base.dir, "paper.pdf", NULL);

  g_assert_no_error (error);
  g_assert_true (ggov_report_write_pdf (pager, path, &error));
  g_assert_no_error (error);

  return pdf_ask (path, "pdftotext", "-layout");
}

/* A word of a name: lower case, digits and dashes. */
static gboolean
is_word (const char *name)
{
  return name && strspn (name, "abcdefghijklmnopqrstuvwxyz-") == strlen (name) && *name;
}

static void
test_kinds (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (ggov_paper_get_n_kinds (), >=, 4);
  for (guint i = 0; i < ggov_paper_get_n_kinds (); i++)
    {
      const GgovPaperKind *kind = ggov_paper_get_kind (i);

      g_assert_true (is_word (kind->name));
      g_assert_true (g_hash_table_add (names, (gpointer) kind->name));
      g_assert_true (ggov_paper_find_kind (kind->name) == kind);
      g_assert_cmpuint (strlen (ggov_paper_kind_get_title (kind)), >, 4);
      g_assert_cmpuint (strlen (ggov_paper_kind_get_about (kind)), >, 10);
      g_assert_true (kind->record == NULL || is_word (kind->record));
      g_assert_true ((kind->record == NULL) == (kind->record_title == NULL));
      g_assert_true (kind->record != NULL || kind->list_records == NULL);
      g_assert_nonnull (kind->read);
      g_assert_nonnull (kind->make);
      g_assert_nonnull (kind->free_content);
    }

  g_assert_null (ggov_paper_find_kind ("passbook of nobody"));
}

static void
test_options (void)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autoptr(GgovPaperOptions) copy = NULL;

  /* In the test's time zone, which is China's. */
  g_assert_cmpstr (options->printed_at, ==, "1970-01-01T08:00");
  g_assert_cmpstr (options->day, ==, TODAY);
  g_assert_false (ggov_paper_options_is_grid (options));
  options->place = g_strdup ("150203005001");
  g_assert_false (ggov_paper_options_is_grid (options));
  g_free (options->place);
  options->place = g_strdup ("150203005001002");

  copy = ggov_paper_options_copy (options);
  g_assert_true (ggov_paper_options_is_grid (copy));
  g_assert_true (copy->place != options->place && copy->day != options->day);
}

/* Six people of seven posts hold one on the day; three of them in the first grid. */
static void
test_roster (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autofree char *all = NULL, *grid = NULL;
  guint n_counted = 0, n_grid = 0;

  if (!(all = print_paper (fixture, "roster", options, &n_counted)))
    return;

  g_assert_cmpuint (n_counted, ==, 6);
  g_assert_nonnull (strstr (all, "白桦"));

  options->place = g_strdup ("150203005001001");
  grid = print_paper (fixture, "roster", options, &n_grid);
  g_assert_cmpuint (n_grid, <, n_counted);
  g_assert_null (strstr (grid, "白桦"));
  g_assert_nonnull (strstr (grid, "青松"));
}

/* Three buildings with units on the day; what nobody leads is said to be vacant. */
static void
test_leaders (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autofree char *text = NULL, *without = NULL;

  if (!(text = print_paper (fixture, "leaders", options, NULL)))
    return;

  g_assert_nonnull (strstr (text, "3号楼"));
  g_assert_nonnull (strstr (text, "12号楼"));
  g_assert_nonnull (strstr (text, "vacant"));
  g_assert_true (g_regex_match_simple ("Units +4 +[0-9]\n", text, 0, 0));
  g_assert_true (g_regex_match_simple ("\\b1[0-9]{10}\\b", text, 0, 0));

  options->with_phones = FALSE;
  without = print_paper (fixture, "leaders", options, NULL);
  g_assert_false (g_regex_match_simple ("\\b1[0-9]{10}\\b", without, 0, 0));
}

/* What the store finds vacant is counted and listed; a community's own come with the community. */
static void
test_vacancies (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) vacancies = NULL;
  g_autofree char *text = NULL, *some = NULL;
  guint n = 0, n_first = 0, n_second = 0;

  ggov_store_list_vacancies_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  vacancies = ggov_store_list_vacancies_finish (fixture->base.store, wait_for (&result), NULL);
  if (!(text = print_paper (fixture, "vacancies", options, &n)))
    return;

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (vacancies));
  options->place = g_strdup ("150203005001");
  some = print_paper (fixture, "vacancies", options, &n_first);
  g_free (options->place);
  options->place = g_strdup ("150203005002");
  g_free (print_paper (fixture, "vacancies", options, &n_second));
  g_assert_cmpuint (n_first + n_second, ==, n);
  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_second, >, 0);
}

/* Staff is listed, leaders of buildings and units are only counted. */
static void
test_staff (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autofree char *text = NULL;
  const char *office, *first, *second;

  if (!(text = print_paper (fixture, "staff", options, NULL)))
    return;

  office = strstr (text, "Staff of 青松街道 and its grids");
  first = strstr (text, "青松");
  second = strstr (text, "白桦");
  g_assert_true (office && first && second && first < second);
  g_assert_null (strstr (text, "3号楼"));
}

/* A card for each unit, a certificate for each post, or those of one person. */
static void
test_cards_and_certificates (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  guint n_cards = 0, n_posts = 0, n_own = 0;

  g_free (print_paper (fixture, "stairwell-cards", options, &n_cards));
  g_free (print_paper (fixture, "appointment", options, &n_posts));
  options->record_id = fixture->office.people[REN];
  g_free (print_paper (fixture, "appointment", options, &n_own));

  g_assert_cmpuint (n_cards, ==, 4);
  g_assert_cmpuint (n_posts, ==, 6);
  g_assert_cmpuint (n_own, ==, 1);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new ("1999-01-01", 0);
  g_autoptr(GgovPaper) paper = read_paper (fixture, "roster", options);
  g_autoptr(GError) error = NULL;
  guint n_counted = 7;

  g_assert_null (ggov_paper_make_pager (paper, &n_counted, &error));
  g_assert_error (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY);
  g_assert_cmpuint (n_counted, ==, 0);
}

/* A paper of a record that is not there is not read; which there are is told. */
static void
test_no_record (Fixture       *fixture,
                gconstpointer  data)
{
  const GgovPaperKind *kind = ggov_paper_find_kind ("plan-comparison");
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autoptr(GAsyncResult) result = NULL, listed = NULL;
  g_autoptr(GListModel) records = NULL;
  g_autoptr(GError) error = NULL;

  options->record_id = 4711;
  ggov_paper_read_async (fixture->base.store, kind, options, NULL, keep_result, &result);
  g_assert_null (ggov_paper_read_finish (fixture->base.store, wait_for (&result), &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  ggov_paper_list_records_async (fixture->base.store, kind, options, NULL, keep_result, &listed);
  records = ggov_paper_list_records_finish (fixture->base.store, wait_for (&listed), &error);
  g_assert_no_error (error);
  /* The three plans of the small office. */
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/kinds", test_kinds);
  g_test_add_func ("/paper/options", test_options);
  g_test_add ("/paper/roster", Fixture, NULL, set_up, test_roster, tear_down);
  g_test_add ("/paper/leaders", Fixture, NULL, set_up, test_leaders, tear_down);
  g_test_add ("/paper/vacancies", Fixture, NULL, set_up, test_vacancies, tear_down);
  g_test_add ("/paper/staff", Fixture, NULL, set_up, test_staff, tear_down);
  g_test_add ("/paper/cards-and-certificates", Fixture, NULL, set_up, test_cards_and_certificates,
              tear_down);
  g_test_add ("/paper/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/paper/no-record", Fixture, NULL, set_up, test_no_record, tear_down);

  return g_test_run ();
}
