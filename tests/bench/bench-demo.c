/* bench-demo.c: how long the demo office takes to make, and how large it is
 *
 * bench-demo [SCALE]…, 1 and 10 if none is given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "ggov-demo.h"
#include "ggov-store-figures.h"

static void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static double
get_seconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC;
}

static void
print_part_cb (GgovStore          *store,
               const char *const  *tables,
               gpointer            user_data)
{
  g_print ("  %6.2f s  written: %s, …\n", get_seconds_since (*(gint64 *) user_data), tables[0]);
}

static void
make (GgovStore *store,
      int        scale)
{
  const GgovDemoOptions options = { 1, scale, "2026-03-16" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_signal_connect (store, "changed", G_CALLBACK (print_part_cb), &start);
  ggov_demo_make_async (store, &options, NULL, NULL, NULL, keep_result, &result);
  if (!ggov_demo_make_finish (store, wait_for (&result), &error))
    g_error ("%s", error->message);
  g_print ("  %6.2f s  in all\n", get_seconds_since (start));
}

static void
count (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovFigures) figures = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ggov_store_get_figures_async (store, "2026-03-16", NULL, keep_result, &result);
  if (!(figures = ggov_store_get_figures_finish (store, wait_for (&result), &error)))
    g_error ("%s", error->message);
  g_print ("  %6.2f s  to count the figures: %" G_GINT64_FORMAT " grids, %" G_GINT64_FORMAT
           " part-time members\n", get_seconds_since (start), figures->grids,
           figures->part_time_members);
}

static void
measure (int scale)
{
  g_autofree char *dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "office.gridgov", NULL);
  GgovStore *store = ggov_store_new (path, GGOV_STORE_CREATE);
  struct rusage usage;
  GStatBuf info;

  g_print ("scale %d\n", scale);
  make (store, scale);
  count (store);
  ggov_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (store);

  g_stat (path, &info);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("  %6.1f MB of file, %ld MB of memory at most\n", info.st_size / 1e6,
           usage.ru_maxrss / 1024);

  g_unlink (path);
  g_rmdir (dir);
}

int
main (int    argc,
      char **argv)
{
  if (argc < 2)
    {
      measure (1);
      measure (10);
    }

  for (int i = 1; i < argc; i++)
    measure (atoi (argv[i]));

  return 0;
}
