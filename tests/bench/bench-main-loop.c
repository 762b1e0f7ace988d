/* bench-main-loop.c: how long the store keeps a main loop from turning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A demo office is made, checked, read and undone while a timeout that is due every millisecond
 * notes when it was served. Prints the gaps: the median, the 99th percentile and the longest.
 */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "ggov-demo.h"
#include "ggov-store-changes.h"
#include "ggov-store-check.h"
#include "ggov-store-figures.h"
#include "store-fixture.h"

typedef struct
{
  GArray *gaps; /* (element-type gint64): microseconds */
  gint64  last;
} Watch;

static gboolean
tick_cb (gpointer user_data)
{
  Watch *watch = user_data;
  gint64 now = g_get_monotonic_time ();
  gint64 gap = now - watch->last;

  g_array_append_val (watch->gaps, gap);
  watch->last = now;

  return G_SOURCE_CONTINUE;
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const gint64 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static void
tell (Watch      *watch,
      const char *what)
{
  guint n = watch->gaps->len;

  g_array_sort (watch->gaps, compare_gaps);
  if (n > 0)
    g_print ("%-22s %6u turns  median %6.2f ms  99 %% %6.2f ms  longest %6.2f ms\n", what, n,
             g_array_index (watch->gaps, gint64, n / 2) / 1000.0,
             g_array_index (watch->gaps, gint64, n * 99 / 100) / 1000.0,
             g_array_index (watch->gaps, gint64, n - 1) / 1000.0);

  g_array_set_size (watch->gaps, 0);
  watch->last = g_get_monotonic_time ();
}

static void
make (StoreFixture *fixture)
{
  const GgovDemoOptions options = { .seed = 1, .scale = 3, .as_of = "2026-03-31" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (fixture->store, &options, NULL, NULL, NULL, keep_result, &result);
  ggov_demo_make_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
count (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovFigures) figures = NULL;

  ggov_store_get_figures_async (fixture->store, "2026-03-31", NULL, keep_result, &result);
  figures = ggov_store_get_figures_finish (fixture->store, wait_for (&result), NULL);
  g_assert_nonnull (figures);
}

static void
list_changes (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) entries = NULL;

  ggov_store_list_changes_async (fixture->store, 1000, NULL, keep_result, &result);
  entries = ggov_store_list_changes_finish (fixture->store, wait_for (&result), NULL);
  g_assert_nonnull (entries);
}

int
main (int   argc,
      char *argv[])
{
  StoreFixture fixture;
  Watch watch = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_get_monotonic_time () };
  guint id = g_timeout_add (1, tick_cb, &watch);

  store_fixture_set_up (&fixture, NULL);

  make (&fixture);
  tell (&watch, "making three offices");
  count (&fixture);
  tell (&watch, "counting the figures");
  list_changes (&fixture);
  tell (&watch, "listing changes");
  assert_check_clean (fixture.store);
  tell (&watch, "checking everything");

  g_source_remove (id);
  store_fixture_tear_down (&fixture, NULL);
  g_array_unref (watch.gaps);

  return EXIT_SUCCESS;
}
