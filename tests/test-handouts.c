/* test-handouts.c: lists of residents that leave the office: what is on them, and what the log keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "family-office.h"
#include "ggov-exchange-error.h"
#include "ggov-export-handout.h"
#include "ggov-store-handouts.h"
#include "ggov-report-pdf.h"
#include "ggov-report-residents.h"
#include "ggov-store-register-fields.h"
#include "pdf-words.h"

static const char *const fields[] = { "name", "sex", "age", "phone", "id_number", "door", NULL };

static GgovHandout *
hand_out (FamilyOffice              *fixture,
          const GgovResidentFilter  *filter,
          gboolean                   whole,
          const char                *reason,
          GError                   **error)
{
  g_autoptr(GgovQuery) query = ggov_query_new_residents (TODAY, filter, "age", TRUE);
  g_autoptr(GAsyncResult) result = NULL;
  const GgovHandoutTerms terms = { TODAY, query, fields, whole, reason };

  ggov_store_hand_out_async (fixture->base.store, &terms, NULL, keep_result, &result);

  return ggov_store_hand_out_finish (fixture->base.store, wait_for (&result), error);
}

static void
assert_row (GgovHandout *handout,
            guint        i,
            const char  *expected)
{
  g_autofree char *row = g_strjoinv (" ", handout->rows->pdata[i]);

  g_assert_cmpstr (row, ==, expected);
}

/* As filtered and sorted, masked unless somebody says why not; each list has a number of its own. */
static void
test_rows (FamilyOffice  *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovHandout) masked = hand_out (fixture, NULL, FALSE, NULL, &error);
  g_autoptr(GgovHandout) whole = hand_out (fixture, &(GgovResidentFilter) { .sex = "1" }, TRUE,
                                           "区卫健委核对", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (masked->serial, ==, "20260213-0001");
  g_assert_cmpuint (masked->rows->len, ==, 3);
  assert_row (masked, 0, "王* Male 45 125****5678 150203***********5 ***");
  g_assert_cmpstr (whole->serial, ==, "20260213-0002");
  g_assert_cmpuint (whole->rows->len, ==, 2);
  assert_row (whole, 0, "王建 Male 45 12512345678 150203198005010015 501");
}

static void
assert_refused (FamilyOffice             *fixture,
                const GgovResidentFilter *filter,
                gboolean                  whole,
                const char               *reason,
                const char               *sentence)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (hand_out (fixture, filter, whole, reason, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_refused (FamilyOffice  *fixture,
              gconstpointer  data)
{
  g_autoptr(GgovHandout) first = NULL;

  assert_refused (fixture, NULL, TRUE, "", "Say why it has to be seen whole.");
  assert_refused (fixture, &(GgovResidentFilter) { .age_from = 90 }, FALSE, NULL,
                  "Nobody is on this list. Take a filter away.");

  /* What was refused took no number. */
  first = hand_out (fixture, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (first->serial, ==, "20260213-0001");
}

/* Everything that a workbook has, as text. */
static char *
read_workbook (const char *path)
{
  const char *const command[] = { "unzip", "-p", path, NULL };
  char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  if (g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    return NULL;

  g_assert_no_error (error);

  return text;
}

static void
test_workbook (FamilyOffice  *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = ggov_register_catalogue_new_default ();
  const GgovHandoutSheet sheet = { catalogue, fields, "clerk", "2026-02-13T11:30" };
  g_autofree char *path = g_build_filename (fixture->base.dir, "list.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->base.dir, "no", "list.xlsx", NULL);
  g_autoptr(GgovHandout) handout = hand_out (fixture, NULL, FALSE, NULL, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (ggov_export_handout (handout, &sheet, nowhere, &error));
  g_assert_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE);
  g_clear_error (&error);
  g_assert_true (ggov_export_handout (handout, &sheet, path, &error));
  g_assert_no_error (error);
  if (!(text = read_workbook (path)))
    {
      g_test_skip ("there is no unzip");
      return;
    }

  /* The tab, the heading of the pages, and the last line. */
  g_assert_nonnull (strstr (text, "name=\"20260213-0001\""));
  g_assert_nonnull (strstr (text, "&amp;CNo. 20260213-0001  clerk  2026-02-13T11:30"));
  g_assert_nonnull (strstr (text, ">No. 20260213-0001  clerk  2026-02-13T11:30</t>"));
  g_assert_nonnull (strstr (text, "125****5678"));
  g_assert_null (strstr (text, "12512345678"));
  g_assert_null (strstr (text, "150203198005010015"));
}

/* The number is on the paper as well, and what is personal is masked. */
static void
test_paper (FamilyOffice  *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = ggov_register_catalogue_new_default ();
  PangoContext *context = ggov_report_context_new ();
  g_autoptr(GgovHandout) handout = hand_out (fixture, NULL, FALSE, NULL, NULL);
  const GgovReportResidentsOptions options = {
    .office = "阿吉拉街道办事处", .as_of = TODAY, .printed_at = "2026-02-13T11:30",
    .account = "clerk", .catalogue = catalogue,
  };
  g_autoptr(GgovReportPager) pager = ggov_report_handout_new (handout->serial, fields, handout->rows,
                                                              &options, context);
  g_autofree char *path = g_build_filename (fixture->base.dir, "list.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (context);
  ggov_report_write_pdf (pager, path, &error);
  g_assert_no_error (error);
  if (!(text = pdf_ask (path, "pdftotext", "-layout")))
    return;

  g_assert_nonnull (strstr (text, "20260213-0001"));
  g_assert_nonnull (strstr (text, "125****5678"));
  g_assert_null (strstr (text, "12512345678"));
}

/* As many columns as the register has fields. */
static void
test_all_fields (FamilyOffice  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = ggov_register_catalogue_new_default ();
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  g_autoptr(GgovQuery) query = ggov_query_new_residents (TODAY, NULL, NULL, FALSE);
  g_autofree char *path = g_build_filename (fixture->base.dir, "list.xlsx", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovHandout) handout = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (catalogue); i++)
    g_ptr_array_add (all, (gpointer) ggov_register_catalogue_get_field_at (catalogue, i)->code);
  g_ptr_array_add (all, NULL);
  ggov_store_hand_out_async (fixture->base.store,
                             &(GgovHandoutTerms) { .as_of = TODAY, .query = query,
                                                   .fields = (const char *const *) all->pdata },
                             NULL, keep_result, &result);
  handout = ggov_store_hand_out_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  ggov_export_handout (handout, &(GgovHandoutSheet) { catalogue, (const char *const *) all->pdata,
                                                      "clerk", "2026-02-13T11:30" }, path, &error);
  g_assert_no_error (error);
  if ((text = read_workbook (path)))
    g_assert_nonnull (strstr (text, "ref=\"A1:DK5\""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/handouts/" path, FamilyOffice, NULL, family_office_set_up, func, \
              family_office_tear_down)
  ADD ("rows", test_rows);
  ADD ("refused", test_refused);
  ADD ("workbook", test_workbook);
  ADD ("paper", test_paper);
  ADD ("all-fields", test_all_fields);
#undef ADD

  return g_test_run ();
}
