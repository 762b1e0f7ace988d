/* test-report-roster.c: the roster on paper, read back from its PDF in Chinese
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fontconfig/fontconfig.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "chinese.h"
#include "ggov-report-pdf.h"
#include "ggov-report-roster.h"
#include "roster-fixture.h"

/* The margins that the paper promises, in points: 22 and 18 mm at the sides, 20 and 18 above and
 * below, of 210 by 297. */
#define LEFT   (22 * 72 / 25.4)
#define RIGHT  ((210 - 18) * 72 / 25.4)
#define TOP    (20 * 72 / 25.4)
#define BOTTOM ((297 - 18) * 72 / 25.4)
/* The box of a word is that of its font's line, which is higher than its characters. */
#define SLACK  3.0
/* Pango counts in 1024ths of a point, and the tool rounds. */
#define ROUNDING 0.01

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "roster.pdf", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static GgovReportPager *
make_pager (GListModel *rows,
            gboolean    with_phones)
{
  const GgovReportRosterOptions options = {
    .as_of = "2026-02-13", .printed_at = "2026-02-13T16:30", .account = "teller",
    .with_phones = with_phones,
  };
  PangoContext *context = ggov_report_context_new ();
  GgovReportPager *roster = ggov_report_roster_new (rows, &options, context);

  g_object_unref (context);

  return GGOV_REPORT_PAGER (roster);
}

/* Writes the PDF and returns how many pages there are. */
static guint
write_pdf (Fixture    *fixture,
           GListModel *rows,
           gboolean    with_phones)
{
  g_autoptr(GgovReportPager) pager = make_pager (rows, with_phones);
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_report_write_pdf (pager, fixture->path, &error));
  g_assert_no_error (error);

  return ggov_report_pager_get_n_pages (pager);
}

/* What a poppler tool says about the PDF, or NULL, with the test skipped, where it is missing. */
static char *
ask (Fixture    *fixture,
     const char *tool,
     const char *option)
{
  const char *argv[] = { tool, option, fixture->path, "-", NULL };
  g_autofree char *found = g_find_program_in_path (tool);
  g_autoptr(GError) error = NULL;
  char *out = NULL;

  if (found == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }

  /* Only pdftotext writes to a file of its own unless told otherwise. */
  if (!g_str_equal (tool, "pdftotext"))
    argv[1] = fixture->path, argv[2] = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return out;
}

static GListModel *
make_long_rows (guint n)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_ROSTER_ROW);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place =
        g_strdup_printf ("始%03u友谊大街北段第二十七号街坊原化工厂职工家属住宅小区甲区%u号楼12单元1204终%03u",
                         i, 1000 + i, i);
      const GgovRosterRecord record = {
        .post_id = i + 1, .person_id = 1 + i / 2, .community_id = 1, .grid_id = 1,
        .building_id = i + 1, .grid_households = 400,
        .name = i % 2 ? "阿卜杜热西提·买买提艾力" : "𠮷田㐂", .sex_label = "女",
        .phone = "13804721234", .role_code = "building_leader", .role = "楼长",
        .sub_district = "青松街道", .community = "青松社区", .grid_code = "150203005001001",
        .grid = "第一网格", .place = place, .since = "2025-03-01",
        .substitute = i % 10 ? NULL : "古丽巴哈尔·阿不都热依木", .substitute_phone = "13904725678",
        .leave_until = "2026-03-05",
      };
      g_autoptr(GgovRosterRow) row = ggov_roster_row_new (&record);

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static guint
count (const char *text,
       const char *piece)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, piece)); at += strlen (piece))
    n++;

  return n;
}

/* Each phone once and in the roster's order; headings and numbers on each page; the sums. */
static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GListModel) rows = make_roster ();
  guint n_pages = write_pdf (fixture, rows, TRUE);
  g_autofree char *text = ask (fixture, "pdftotext", "-layout");
  g_auto(GStrv) pages = g_strsplit (text ? text : "", "\f", -1);
  const char *at = text;

  if (text == NULL)
    return;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1160);
  for (guint i = 1; i <= 1160; i++)
    {
      g_autofree char *phone = g_strdup_printf ("138%08u", i);

      at = strstr (at, phone);
      g_assert_nonnull (at);
      g_assert_cmpuint (count (text, phone), ==, 1);
    }

  /* The text ends with a form feed, so that an empty piece comes last. */
  g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1);
  for (guint i = 0; i < n_pages; i++)
    {
      /* The tool drops a narrow blank now and then. */
      g_autofree char *number = g_strdup_printf ("第 ?%u ?页\\s+共 ?%u ?页", i + 1, n_pages);

      g_assert_true (g_regex_match_simple (number, pages[i], 0, 0));
      g_assert_nonnull (strstr (pages[i], "任职时间"));
      g_assert_nonnull (strstr (pages[i], "青松街道网格员名册"));
    }

  g_assert_nonnull (strstr (pages[0], "截至2026年2月13日"));
  g_assert_nonnull (strstr (pages[0], "150203005001001"));
  g_assert_nonnull (strstr (pages[n_pages - 1], "制表"));
  g_assert_true (g_regex_match_simple ("楼长\\s+254\\s+254\n", pages[n_pages - 1], 0, 0));
  g_assert_true (g_regex_match_simple ("单元长\\s+906\\s+906\n", pages[n_pages - 1], 0, 0));
  g_assert_true (g_regex_match_simple ("合计\\s+1160\\s+1160\n", pages[n_pages - 1], 0, 0));

  /* The watermark is not among the words. */
  g_assert_null (strstr (text, "teller"));
}

static void
test_fonts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GListModel) rows = make_roster ();
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  write_pdf (fixture, rows, TRUE);
  if (!(text = ask (fixture, "pdffonts", NULL)))
    return;

  /* Two lines of headings, then name, type, encoding, emb, sub, uni, object number of two words. */
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 2; lines[i] && *lines[i]; i++)
    {
      g_assert_true (g_regex_match_simple (" yes +yes +yes +[0-9]+ +[0-9]+$", lines[i], 0, 0));
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

static double
get_number (GMatchInfo *match,
            int         n)
{
  g_autofree char *text = g_match_info_fetch (match, n);

  return g_ascii_strtod (text, NULL);
}

static void
assert_within_margins (Fixture *fixture)
{
  g_autofree char *text = ask (fixture, "pdftotext", "-bbox");
  g_autoptr(GRegex) regex = g_regex_new ("<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" "
                                         "xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\">", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;

  if (text == NULL)
    return;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_assert_cmpfloat (get_number (match, 1), >=, LEFT - ROUNDING);
      g_assert_cmpfloat (get_number (match, 2), >=, TOP - SLACK);
      g_assert_cmpfloat (get_number (match, 3), <=, RIGHT + ROUNDING);
      g_assert_cmpfloat (get_number (match, 4), <=, BOTTOM + SLACK);
      n++;
    }
  g_assert_cmpuint (n, >, 100);
}

static void
test_margins (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GListModel) rows = make_roster ();
  g_autoptr(GListModel) long_rows = make_long_rows (100);

  write_pdf (fixture, rows, TRUE);
  assert_within_margins (fixture);
  write_pdf (fixture, long_rows, TRUE);
  assert_within_margins (fixture);
}

/* A row of several lines has its beginning and its end on one page. */
static void
test_rows_whole (Fixture       *fixture,
                 gconstpointer  data)
{
  const guint n_rows = 100;
  g_autoptr(GListModel) rows = make_long_rows (n_rows);
  guint n_pages = write_pdf (fixture, rows, TRUE);
  g_autofree char *text = ask (fixture, "pdftotext", "-raw");
  g_auto(GStrv) pages = g_strsplit (text ? text : "", "\f", -1);
  guint n = 0;

  if (text == NULL)
    return;

  g_assert_cmpuint (n_pages, >, 3);
  for (guint page = 0; page < n_pages; page++)
    {
      g_assert_cmpuint (count (pages[page], "始"), ==, count (pages[page], "终"));
      n += count (pages[page], "始");
    }
  g_assert_cmpuint (n, ==, n_rows);
}

/* Names with rare characters come out whole; fifty people have two posts each. */
static void
test_rare (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GListModel) rows = make_long_rows (100);
  g_autofree char *text = NULL;

  write_pdf (fixture, rows, TRUE);
  if (!(text = ask (fixture, "pdftotext", "-layout")))
    return;

  g_assert_cmpuint (count (text, "𠮷田㐂"), ==, 50);
  g_assert_nonnull (strstr (text, "1099号楼"));
  g_assert_true (g_regex_match_simple ("合计\\s+100\\s+50\n", text, 0, 0));
  g_assert_nonnull (strstr (text, "片长：空缺"));
}

/* Who stands in is told with the phone where phones are printed: ten of a hundred. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GListModel) rows = make_long_rows (100);
  g_autofree char *text = NULL;
  g_autofree char *bare = NULL;

  write_pdf (fixture, rows, TRUE);
  if (!(text = ask (fixture, "pdftotext", "-raw")))
    return;

  g_assert_cmpuint (count (text, "13904725678"), ==, 10);
  g_assert_cmpuint (count (text, "古丽巴哈尔"), ==, 10);
  g_assert_true (g_regex_match_simple ("代\\s*理\\s*至\\s*2026-03-05", text, 0, 0));
  write_pdf (fixture, rows, FALSE);
  bare = ask (fixture, "pdftotext", "-raw");
  g_assert_cmpuint (count (bare, "13904725678"), ==, 0);
  g_assert_cmpuint (count (bare, "古丽巴哈尔"), ==, 10);
}

static void
test_without_phones (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GListModel) rows = make_roster ();
  g_autofree char *text = NULL;

  write_pdf (fixture, rows, FALSE);
  if (!(text = ask (fixture, "pdftotext", "-layout")))
    return;

  g_assert_false (g_regex_match_simple ("138[0-9]{8}", text, 0, 0));
  g_assert_null (strstr (text, "联系电话"));
  g_assert_null (strstr (text, "妥善保管"));
  g_assert_nonnull (strstr (text, "任职时间"));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GListModel) rows = G_LIST_MODEL (g_list_store_new (GGOV_TYPE_ROSTER_ROW));
  g_autofree char *text = NULL;

  g_assert_cmpuint (write_pdf (fixture, rows, FALSE), ==, 1);
  if (!(text = ask (fixture, "pdftotext", "-layout")))
    return;

  g_assert_true (g_regex_match_simple ("合计\\s+0\\s+0\n", text, 0, 0));
}

/* Pixels that are as grey as the watermark, on a page that is empty but for it. */
static guint
count_grey (gboolean with_phones)
{
  g_autoptr(GListModel) rows = G_LIST_MODEL (g_list_store_new (GGOV_TYPE_ROSTER_ROW));
  g_autoptr(GgovReportPager) pager = make_pager (rows, with_phones);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ggov_report_pager_draw (pager, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < 842; y++)
    for (guint x = 0; x < 595; x++)
      {
        const guint8 *line = cairo_image_surface_get_data (surface) +
                             y * cairo_image_surface_get_stride (surface);

        /* 0.9 of 255 is 229.5 */
        n += line[4 * x] == 229 || line[4 * x] == 230;
      }
  cairo_surface_destroy (surface);

  return n;
}

static void
test_watermark (void)
{
  g_assert_cmpuint (count_grey (TRUE), >, 3000);
  g_assert_cmpuint (count_grey (FALSE), <, 100);
}

static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GListModel) rows = G_LIST_MODEL (g_list_store_new (GGOV_TYPE_ROSTER_ROW));
  g_autoptr(GgovReportPager) pager = make_pager (rows, FALSE);
  g_autofree char *path = g_build_filename (fixture->dir, "nothing", "roster.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (ggov_report_write_pdf (pager, path, &error));
  g_assert_error (error, GGOV_REPORT_ERROR, GGOV_REPORT_ERROR_WRITE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_autofree char *words = NULL;

  if (!chinese_begin ())
    return 0;

  g_test_init (&argc, &argv, NULL);
  words = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, words);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/report/roster/text", test_text);
  ADD ("/report/roster/fonts", test_fonts);
  ADD ("/report/roster/leave", test_leave);
  ADD ("/report/roster/margins", test_margins);
  ADD ("/report/roster/rows-whole", test_rows_whole);
  ADD ("/report/roster/rare", test_rare);
  ADD ("/report/roster/without-phones", test_without_phones);
  ADD ("/report/roster/empty", test_empty);
  ADD ("/report/roster/nowhere", test_nowhere);
#undef ADD
  g_test_add_func ("/report/roster/watermark", test_watermark);

  status = g_test_run ();

  /* What the libraries keep for the whole process, so that a leak of ours is not lost in it. */
  pango_cairo_font_map_set_default (NULL);
  cairo_debug_reset_static_data ();
  FcFini ();

  return status;
}
