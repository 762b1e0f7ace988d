/* store-fixture.c: a store on a file of its own, for the tests of what stands on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "ggov-store-check.h"
#include "store-fixture.h"

#define MAX_WAIT_US (30 * G_USEC_PER_SEC)

void
release_and_wait (gpointer object)
{
  gint64 end = g_get_monotonic_time () + MAX_WAIT_US;
  gpointer left = object;

  g_object_add_weak_pointer (object, &left);
  g_object_unref (object);

  while (left && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (left);
}

void
remove_folder (const char *dir)
{
  g_autoptr(GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries && (name = g_dir_read_name (entries)))
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (dir);
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "office.gridgov", NULL);
  fixture->store = ggov_store_new (fixture->path, GGOV_STORE_CREATE);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  ggov_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

gint64
write_change (GgovStore      *store,
              GgovChangeFunc  func,
              gpointer        data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  ggov_store_change_async (store, "Test", "", func, data, NULL, NULL, keep_result, &result);
  ggov_store_change_finish (store, wait_for (&result), &id, &error);
  g_assert_no_error (error);

  return id;
}

GError *
fail_change (GgovStore      *store,
             GgovChangeFunc  func,
             gpointer        data)
{
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;

  ggov_store_change_async (store, "Test", "", func, data, NULL, NULL, keep_result, &result);
  g_assert_false (ggov_store_change_finish (store, wait_for (&result), NULL, &error));
  g_assert_nonnull (error);

  return error;
}

void
assert_check_clean (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_check_async (store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      g_test_message ("%s %s: %s", ggov_finding_get_kind (finding),
                      ggov_finding_get_subject (finding), ggov_finding_get_message (finding));
    }
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
}
