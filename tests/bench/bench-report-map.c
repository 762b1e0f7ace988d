/* bench-report-map.c: how long the maps of all grids take to become one PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <time.h>

#include "chinese.h"
#include "ggov-demo.h"
#include "ggov-report-map.h"
#include "ggov-report-pdf.h"
#include "ggov-store-atlas.h"
#include "store-fixture.h"

#define TIMES 3
#define DAY   "2026-03-31"

static double
get_seconds (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1e6;
}

static void
make_demo (GgovStore *store)
{
  const GgovDemoOptions options = { .seed = 7, .scale = 1, .as_of = DAY };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (store, &options, NULL, NULL, NULL, keep_result, &result);
  if (!ggov_demo_make_finish (store, wait_for (&result), &error))
    g_error ("%s", error->message);
}

static GgovAtlas *
load (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovAtlas *atlas;

  ggov_store_load_atlas_async (store, DAY, NULL, keep_result, &result);
  if (!(atlas = ggov_store_load_atlas_finish (store, wait_for (&result), &error)))
    g_error ("%s", error->message);

  return atlas;
}

static void
print_once (GgovStore       *store,
            GgovReportPaper  paper,
            const char      *path)
{
  const GgovReportMapOptions options = {
    .paper = paper, .printed_at = DAY "T16:30", .account = "wang", .with_phones = TRUE,
  };
  PangoContext *context = ggov_report_context_new ();
  const gint64 start = g_get_monotonic_time ();
  const clock_t work = clock ();
  g_autoptr(GgovAtlas) atlas = load (store);
  const double loaded = get_seconds (start);
  g_autoptr(GgovReportMap) map = ggov_report_map_new (atlas, &options, context);
  const double measured = get_seconds (start);
  g_autoptr(GError) error = NULL;
  GStatBuf about;

  g_object_unref (context);
  if (!ggov_report_write_pdf (GGOV_REPORT_PAGER (map), path, &error) || g_stat (path, &about) != 0)
    g_error ("%s", error ? error->message : path);

  g_print ("%s: %u maps of %u buildings on %u pages: read in %.3f s, measured in %.3f s, all in "
           "%.3f s (%.3f s of work), %.0f kB\n", paper == GGOV_REPORT_A4 ? "A4" : "A3",
           ggov_report_map_get_n_maps (map), atlas->buildings->len,
           ggov_report_pager_get_n_pages (GGOV_REPORT_PAGER (map)), loaded, measured - loaded,
           get_seconds (start), (double) (clock () - work) / CLOCKS_PER_SEC, about.st_size / 1e3);
}

/* In Chinese, as it is printed: the program takes the file to write, to look at it. */
int
main (int   argc,
      char *argv[])
{
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *words = g_build_filename (here, "..", "..", "po", NULL);
  g_autofree char *path = NULL;
  StoreFixture fixture;

  if (!chinese_begin ())
    return 0;

  bindtextdomain (GETTEXT_PACKAGE, words);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  store_fixture_set_up (&fixture, NULL);
  path = g_build_filename (fixture.dir, "map.pdf", NULL);
  make_demo (fixture.store);

  /* The first turn also finds and opens the fonts. */
  for (guint i = 0; i < TIMES; i++)
    for (guint paper = GGOV_REPORT_A4; paper <= GGOV_REPORT_A3; paper++)
      print_once (fixture.store, paper, argc > 1 ? argv[1] : path);

  g_unlink (path);
  store_fixture_tear_down (&fixture, NULL);

  return 0;
}
