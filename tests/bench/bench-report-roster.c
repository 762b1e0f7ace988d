/* bench-report-roster.c: how long roster and stairwell cards take to become PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <time.h>

#include "chinese.h"
#include "ggov-report-cards.h"
#include "ggov-report-pdf.h"
#include "ggov-report-roster.h"
#include "ggov-vacancy.h"
#include "roster-fixture.h"

#define TIMES 3

/* What is to be printed of so many rows. */
typedef GgovReportPager *(*MakeFunc) (GListModel                    *rows,
                                      const GgovReportRosterOptions *options,
                                      PangoContext                  *context);

static GgovReportPager *
make_cards (GListModel                    *rows,
            const GgovReportRosterOptions *options,
            PangoContext                  *context)
{
  g_autoptr(GListStore) vacancies = g_list_store_new (GGOV_TYPE_VACANCY);

  return GGOV_REPORT_PAGER (ggov_report_cards_new (rows, G_LIST_MODEL (vacancies), NULL, options,
                                                   GGOV_REPORT_CARD_A6, context));
}

static void
print_once (const char *what,
            MakeFunc    make,
            const char *path,
            guint       turn)
{
  const GgovReportRosterOptions options = {
    .as_of = "2026-02-13", .printed_at = "2026-02-13T16:30", .account = "wang", .with_phones = TRUE,
  };
  g_autoptr(GListModel) rows = make_roster ();
  PangoContext *context = ggov_report_context_new ();
  g_autoptr(GgovReportPager) pager = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  clock_t work = clock ();
  gint64 measured;
  GStatBuf about;

  pager = make (rows, &options, context);
  g_object_unref (context);
  measured = g_get_monotonic_time ();
  if (!ggov_report_write_pdf (pager, path, &error) || g_stat (path, &about) != 0)
    g_error ("%s", error ? error->message : path);

  g_print ("%s, turn %u: %u people on %u pages: measured in %.3f s, all in %.3f s "
           "(%.3f s of work), %.0f kB\n", what, turn, g_list_model_get_n_items (rows),
           ggov_report_pager_get_n_pages (pager), (measured - start) / 1e6,
           (g_get_monotonic_time () - start) / 1e6, (double) (clock () - work) / CLOCKS_PER_SEC,
           about.st_size / 1e3);
}

/* In Chinese, as it is printed: the program takes the file to write, to look at it. */
int
main (int   argc,
      char *argv[])
{
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *words = g_build_filename (here, "..", "..", "po", NULL);
  g_autofree char *dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "roster.pdf", NULL);

  if (!chinese_begin ())
    return g_rmdir (dir);

  bindtextdomain (GETTEXT_PACKAGE, words);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  /* The first turn also finds and opens the fonts. */
  for (guint i = 1; i <= TIMES; i++)
    print_once ("roster", ggov_report_roster_new, argc > 1 ? argv[1] : path, i);
  print_once ("stairwell cards", make_cards, path, 1);

  g_unlink (path);
  g_rmdir (dir);

  return 0;
}
