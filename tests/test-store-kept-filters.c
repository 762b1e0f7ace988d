/* test-store-kept-filters.c: filters that are kept by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-choice.h"
#include "ggov-store-kept-filters.h"
#include "store-fixture.h"

static GListModel *
list_kept (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *kept;

  ggov_store_list_kept_filters_async (fixture->store, "issues", NULL, keep_result, &result);
  kept = ggov_store_list_kept_filters_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return kept;
}

static void
keep (StoreFixture *fixture,
      const char  *page,
      const char  *name,
      const char  *choices,
      GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_keep_filter_async (fixture->store, page, name, choices, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), NULL, error);
}

static void
rename_kept (StoreFixture *fixture,
             gint64       id,
             const char  *name,
             GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_rename_filter_async (fixture->store, id, name, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), NULL, error);
}

static void
test_kept (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GListModel) kept = NULL;
  g_autoptr(GListModel) renamed = NULL;
  g_autoptr(GListModel) rest = NULL;
  g_autoptr(GgovChoice) first = NULL;
  g_autoptr(GgovChoice) again = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  keep (fixture, "issues", " Late ", "overdue=1", NULL);
  keep (fixture, "issues", "Mine", "handler=3", NULL);
  keep (fixture, "people", "Late", "x=1", NULL);
  keep (fixture, "issues", "Late", "overdue=1;lane=market", NULL);
  keep (fixture, "issues", "  ", "overdue=1", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);

  kept = list_kept (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 2);
  first = g_list_model_get_item (kept, 0);
  g_assert_cmpstr (ggov_choice_get_label (first), ==, "Late");
  g_assert_cmpstr (ggov_choice_get_fields (first)->code, ==, "overdue=1;lane=market");

  g_clear_error (&error);
  rename_kept (fixture, ggov_choice_get_fields (first)->id, "Mine", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  rename_kept (fixture, ggov_choice_get_fields (first)->id, " ", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  rename_kept (fixture, ggov_choice_get_fields (first)->id, " Too late ", NULL);
  renamed = list_kept (fixture);
  again = g_list_model_get_item (renamed, 0);
  g_assert_cmpstr (ggov_choice_get_label (again), ==, "Too late");
  g_assert_cmpstr (ggov_choice_get_fields (again)->code, ==, "overdue=1;lane=market");

  ggov_store_forget_filter_async (fixture->store, ggov_choice_get_fields (first)->id, NULL,
                                  keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&result), NULL, NULL));
  rest = list_kept (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rest), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/kept-filters/kept", StoreFixture, NULL, store_fixture_set_up, test_kept,
              store_fixture_tear_down);

  return g_test_run ();
}
