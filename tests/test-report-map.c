/* test-report-map.c: printed maps, read back from their PDF in Chinese
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fontconfig/fontconfig.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "chinese.h"
#include "ggov-geo-projection.h"
#include "ggov-geo-wkb.h"
#include "ggov-report-map-private.h"
#include "ggov-report-map.h"
#include "ggov-report-pdf.h"
#include "map-atlas.h"
#include "pdf-words.h"

/* The margins that the paper promises, in points: 18 mm at the left for the holes, 12 at the right
 * and above, 11 below. */
#define LEFT      (18 * 72 / 25.4)
#define RIGHT_MM  12.0
#define TOP       (12 * 72 / 25.4)
#define BOTTOM_MM 11.0
/* The box of a word is that of its font's line, which is higher than its characters. */
#define SLACK     4.0
#define ROUNDING  0.01

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
  fixture->path = g_build_filename (fixture->dir, "map.pdf", NULL);
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

/* Four by three buildings in each of three grids of 200 by 160 m. */
static const MapAtlasPlan usual = { 3, 4, 3, 200, 160 };

static GgovReportMap *
make_map (const MapAtlasPlan *plan,
          const char         *code,
          GgovReportPaper     paper,
          gboolean            with_phones)
{
  const GgovReportMapOptions options = {
    .code = code, .paper = paper, .printed_at = "2026-02-13T16:30", .account = "teller",
    .with_phones = with_phones,
  };
  g_autoptr(GgovAtlas) atlas = map_atlas_new (plan);
  PangoContext *context = ggov_report_context_new ();
  GgovReportMap *map = ggov_report_map_new (atlas, &options, context);

  g_object_unref (context);

  return map;
}

/* Writes the PDF and returns how many pages there are. */
static guint
write_pdf (Fixture            *fixture,
           const MapAtlasPlan *plan,
           const char         *code,
           GgovReportPaper     paper,
           gboolean            with_phones)
{
  g_autoptr(GgovReportMap) map = make_map (plan, code, paper, with_phones);
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_report_write_pdf (GGOV_REPORT_PAGER (map), fixture->path, &error));
  g_assert_no_error (error);

  return ggov_report_pager_get_n_pages (GGOV_REPORT_PAGER (map));
}

/* The words on the map of an upright page: those between the day in its heading and its scale. */
static GArray *
list_map_words (GArray *words,
                guint   page)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PdfWord));
  double foot = G_MAXDOUBLE, head = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);

      if (word->page == page && g_str_has_prefix (word->text, "比例尺"))
        foot = word->y0;
      if (word->page == page && strstr (word->text, "截至") && head == 0)
        head = word->y1;
    }
  g_assert_cmpfloat (head, >, 0);
  g_assert_cmpfloat (foot, <, G_MAXDOUBLE);

  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);

      if (word->page == page && word->y1 < foot + SLACK && word->y0 > head - SLACK)
        g_array_append_val (found, *word);
    }

  return found;
}

static guint
count_pieces (const char *text,
              const char *piece)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, piece)); at += strlen (piece))
    n++;

  return n;
}

/* An overview and three grids, in that order, each with its own people and nobody else's. */
static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_pages = write_pdf (fixture, &usual, NULL, GGOV_REPORT_A4, TRUE);
  g_autofree char *text = pdf_ask (fixture->path, "pdftotext", "-layout");
  g_auto(GStrv) pages = g_strsplit (text ? text : "", "\f", -1);

  if (text == NULL)
    return;

  g_assert_cmpuint (n_pages, ==, 4);
  g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1);
  g_assert_nonnull (strstr (pages[0], "青松社区网格划分图"));
  g_assert_cmpuint (count_pieces (pages[0], "15020300500100"), ==, 3);
  g_assert_nonnull (strstr (pages[0], "13800090002"));
  /* Eleven buildings of 20 households in each of three grids. */
  g_assert_true (g_regex_match_simple ("合计\\s+660\n", pages[0], 0, 0));

  for (guint i = 1; i < n_pages; i++)
    {
      g_autofree char *code = g_strdup_printf ("15020300500100%u", i);

      g_assert_nonnull (strstr (pages[i], code));
      g_assert_nonnull (strstr (pages[i], "2026年2月13日"));
      g_assert_nonnull (strstr (pages[i], "CGCS2000"));
      g_assert_nonnull (strstr (pages[i], "测绘院"));
      g_assert_nonnull (strstr (pages[i], "制表"));
      g_assert_nonnull (strstr (pages[i], "钢铁大街"));
      for (guint n = 1; n <= 36; n++)
        {
          g_autofree char *phone = g_strdup_printf ("138%08u", n);

          /* The twelfth of each grid is the school. */
          g_assert_cmpuint (count_pieces (pages[i], phone), ==,
                            n % 12 != 0 && (n - 1) / 12 == i - 1);
        }
    }
  g_assert_null (strstr (text, "teller"));
}

static void
test_without_phones (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *text = NULL;

  write_pdf (fixture, &usual, "150203005001001", GGOV_REPORT_A4, FALSE);
  if (!(text = pdf_ask (fixture->path, "pdftotext", "-layout")))
    return;

  g_assert_null (strstr (text, "138000"));
  g_assert_null (strstr (text, "妥善保管"));
  g_assert_nonnull (strstr (text, "王001"));
}

static void
test_fonts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  write_pdf (fixture, &usual, NULL, GGOV_REPORT_A4, TRUE);
  if (!(text = pdf_ask (fixture->path, "pdffonts", NULL)))
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 2; lines[i] && *lines[i]; i++)
    {
      g_assert_true (g_regex_match_simple (" yes +yes +yes +[0-9]+ +[0-9]+$", lines[i], 0, 0));
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

/* All words within the margins of pages that lie or stand. */
static void
assert_within_margins (Fixture         *fixture,
                       GgovReportPager *pager)
{
  g_autoptr(GArray) words = pdf_list_words (fixture->path);

  for (guint i = 0; words && i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);
      const GgovReportPage *page = ggov_report_pager_get_page_at (pager, word->page);

      g_assert_cmpfloat (word->x0, >=, LEFT - ROUNDING);
      g_assert_cmpfloat (word->y0, >=, TOP - SLACK);
      g_assert_cmpfloat (word->x1, <=, ggov_report_points (page->width_mm - RIGHT_MM) + ROUNDING);
      g_assert_cmpfloat (word->y1, <=, ggov_report_points (page->height_mm - BOTTOM_MM) + SLACK);
    }
}

static void
test_papers (Fixture       *fixture,
             gconstpointer  data)
{
  /* Upright, and three times as wide as high; the first has 12 buildings and needs little room. */
  static const MapAtlasPlan plans[] = { { 1, 4, 3, 200, 200 }, { 1, 8, 2, 900, 180 } };

  for (guint paper = GGOV_REPORT_A4; paper <= GGOV_REPORT_A3; paper++)
    for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
      {
        g_autoptr(GgovReportMap) map = make_map (&plans[i], "150203005001001", paper, TRUE);
        const GgovReportPage *page = ggov_report_pager_get_page_at (GGOV_REPORT_PAGER (map), 0);
        const double sides[] = { paper == GGOV_REPORT_A4 ? 210 : 297,
                                 paper == GGOV_REPORT_A4 ? 297 : 420 };

        g_assert_cmpfloat (page->width_mm, ==, sides[i]);
        g_assert_cmpfloat (page->height_mm, ==, sides[1 - i]);
        g_assert_true (ggov_report_write_pdf (GGOV_REPORT_PAGER (map), fixture->path, NULL));
        assert_within_margins (fixture, GGOV_REPORT_PAGER (map));
      }
}

static double
get_number (GMatchInfo *match,
            int         n)
{
  g_autofree char *text = g_match_info_fetch (match, n);

  return g_ascii_strtod (text, NULL);
}

static double
get_x (const PdfWord *word)
{
  return (word->x0 + word->x1) / 2;
}

static double
get_y (const PdfWord *word)
{
  return (word->y0 + word->y1) / 2;
}

/* Of the scale in words: 比例尺 1∶1250. */
static double
find_denominator (Fixture *fixture)
{
  g_autofree char *text = pdf_ask (fixture->path, "pdftotext", "-layout");
  g_autoptr(GRegex) regex = g_regex_new ("比例尺\\s*1∶([0-9]+)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_assert_true (g_regex_match (regex, text, 0, &match));

  return get_number (match, 1);
}

/* Metres between the centres of two buildings, along the ellipsoid. */
static double
measure_true (const MapAtlasPlan *plan,
              guint               row,
              guint               column)
{
  double coords[4];
  g_autoptr(GBytes) line = NULL;
  double length_m = 0;

  map_atlas_get_centre (plan, 0, 0, coords);
  map_atlas_get_centre (plan, row, column, coords + 2);
  line = ggov_geo_wkb_new_line_string (coords, 2);
  g_assert_true (ggov_geo_measure (line, NULL, &length_m, NULL));

  return length_m;
}

/* Buildings are as far apart on paper as the scale says, and the bar is as long as it says. */
static void
test_scale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GArray) words = NULL;
  g_autoptr(GArray) on_map = NULL;
  const PdfWord *first, *second, *zero;
  double metre, found, bar_m = 0;

  write_pdf (fixture, &usual, "150203005001001", GGOV_REPORT_A4, TRUE);
  if (!(words = pdf_list_words (fixture->path)))
    return;

  metre = 72 / 0.0254 / find_denominator (fixture);
  on_map = list_map_words (words, 0);
  first = pdf_find_word (on_map, 0, "1");
  /* The eleventh is in the third row, third column. */
  second = pdf_find_word (on_map, 0, "11");
  found = hypot (get_x (second) - get_x (first), get_y (second) - get_y (first)) / metre;
  g_assert_cmpfloat_with_epsilon (found, measure_true (&usual, 2, 2), 0.1);
  g_assert_cmpfloat (get_x (second), >, get_x (first));
  g_assert_cmpfloat (get_y (second), <, get_y (first));

  zero = pdf_find_word (words, 0, "0");
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);

      if (fabs (word->y0 - zero->y0) < 0.5 && g_ascii_isdigit (*word->text) &&
          atof (word->text) > bar_m)
        {
          bar_m = atof (word->text);
          found = (get_x (word) - get_x (zero)) / metre;
        }
    }
  g_assert_cmpfloat (bar_m, >=, 10);
  g_assert_cmpfloat_with_epsilon (found, bar_m, 0.1);
}

/* Each number once on the map, and none over another; the boxes of lines are a third higher than
 * the numbers, which are in their middle. */
static void
assert_marks (GArray *on_map,
              guint   n_marks)
{
  for (guint n = 1; n <= n_marks; n++)
    {
      g_autofree char *text = n < n_marks ? g_strdup_printf ("%u", n) : g_strdup ("A");
      guint n_found = 0;

      for (guint i = 0; i < on_map->len; i++)
        n_found += g_str_equal (g_array_index (on_map, PdfWord, i).text, text);
      g_assert_cmpuint (n_found, ==, 1);
    }

  for (guint i = 0; i < on_map->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const PdfWord *a = &g_array_index (on_map, PdfWord, i);
        const PdfWord *b = &g_array_index (on_map, PdfWord, j);
        const double height = (a->y1 - a->y0 + b->y1 - b->y0) / 2;

        g_assert_false (a->x0 < b->x1 && b->x0 < a->x1 &&
                        fabs (get_y (a) - get_y (b)) < height * 0.6);
      }
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_pages = write_pdf (fixture, &usual, NULL, GGOV_REPORT_A4, TRUE);
  g_autoptr(GArray) words = pdf_list_words (fixture->path);

  for (guint page = 1; words && page < n_pages; page++)
    {
      g_autoptr(GArray) on_map = list_map_words (words, page);

      assert_marks (on_map, 12);
    }
}

/* 240 buildings so small that their numbers hardly fit, and lists of several pages. */
static void
test_crowded (Fixture       *fixture,
              gconstpointer  data)
{
  static const MapAtlasPlan crowded = { 1, 12, 20, 300, 320 };
  guint n_pages = write_pdf (fixture, &crowded, "150203005001001", GGOV_REPORT_A4, TRUE);
  g_autofree char *text = pdf_ask (fixture->path, "pdftotext", "-layout");
  g_auto(GStrv) pages = g_strsplit (text ? text : "", "\f", -1);
  g_autoptr(GArray) words = text ? pdf_list_words (fixture->path) : NULL;
  g_autoptr(GArray) on_map = NULL;

  if (text == NULL)
    return;

  on_map = list_map_words (words, 0);
  assert_marks (on_map, 240);

  g_assert_cmpuint (n_pages, >, 1);
  for (guint n = 1; n < 240; n++)
    {
      g_autofree char *phone = g_strdup_printf ("138%08u", n);

      g_assert_cmpuint (count_pieces (text, phone), ==, 1);
    }
  g_assert_cmpuint (count_pieces (text, "实验小学"), ==, 1);
  for (guint i = 1; i < n_pages; i++)
    {
      g_assert_nonnull (strstr (pages[i], "楼栋索引（续）"));
      g_assert_nonnull (strstr (pages[i], "联系电话"));
      g_assert_nonnull (strstr (pages[i], "第1网格"));
      /* Only who has seen all signs. */
      g_assert_cmpint (strstr (pages[i], "制表") != NULL, ==, i + 1 == n_pages);
    }
}

/* The outline leads to each map: its titles are in the file, as PDF writes texts. */
static void
test_outline (void)
{
  g_autoptr(GgovReportMap) map = make_map (&usual, NULL, GGOV_REPORT_A4, TRUE);
  GgovReportPager *pager = GGOV_REPORT_PAGER (map);
  const char *expected[] = { "青松社区", "第1网格", "第2网格", "第3网格" };

  g_assert_cmpstr (ggov_report_pager_get_title (pager), ==, "青松街道网格图册");
  g_assert_cmpuint (ggov_report_map_get_n_maps (map), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean is_within = FALSE;

      g_assert_cmpstr (ggov_report_pager_get_bookmark (pager, i, &is_within), ==, expected[i]);
      g_assert_cmpint (is_within, ==, i > 0);
    }
}

static void
test_unknown (void)
{
  g_autoptr(GgovReportMap) map = make_map (&usual, "150203005001009", GGOV_REPORT_A4, TRUE);

  g_assert_null (map);
}

/* Grids as on a honeycomb, the most that a flat map puts side by side: each has six neighbours. */
static void
test_colours (void)
{
  const int side = 12;
  g_autoptr(GgovAtlas) atlas = ggov_atlas_new ();
  g_autofree guint8 *hues = NULL;
  guint most = 0;

  for (int i = 0; i < side * side; i++)
    {
      static const int steps[][2] = {
        { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 1, -1 }, { -1, 1 },
      };
      GgovAtlasGrid *grid = g_new0 (GgovAtlasGrid, 1);

      grid->id = 1000 + i;
      grid->neighbours = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          const int x = i % side + steps[j][0], y = i / side + steps[j][1];
          const gint64 id = 1000 + y * side + x;

          if (x >= 0 && x < side && y >= 0 && y < side)
            g_array_append_val (grid->neighbours, id);
        }
      g_ptr_array_add (atlas->grids, grid);
    }

  hues = _ggov_report_map_colour (atlas);
  for (guint i = 0; i < atlas->grids->len; i++)
    {
      const GgovAtlasGrid *grid = atlas->grids->pdata[i];

      most = MAX (most, hues[i]);
      for (guint j = 0; j < grid->neighbours->len; j++)
        g_assert_cmpuint (hues[i], !=, hues[g_array_index (grid->neighbours, gint64, j) - 1000]);
    }
  /* Five colours at most. */
  g_assert_cmpuint (most, <=, 4);
}

/* Who prints is across the map as well: of what is darker than it there, nothing is lost. */
static guint
count_grey (gboolean with_phones)
{
  g_autoptr(GgovReportMap) map = make_map (&usual, "150203005001001", GGOV_REPORT_A4, with_phones);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ggov_report_pager_draw (GGOV_REPORT_PAGER (map), cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < 842; y++)
    for (guint x = 0; x < 595; x++)
      {
        const guint8 *line = cairo_image_surface_get_data (surface) +
                             y * cairo_image_surface_get_stride (surface);

        /* 0.9 of 255 is 229.5: on white, below the map. */
        n += line[4 * x] == line[4 * x + 1] && (line[4 * x] == 229 || line[4 * x] == 230);
      }
  cairo_surface_destroy (surface);

  return n;
}

static void
test_watermark (void)
{
  g_assert_cmpuint (count_grey (TRUE), >, count_grey (FALSE) + 500);
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
  ADD ("/report/map/text", test_text);
  ADD ("/report/map/without-phones", test_without_phones);
  ADD ("/report/map/fonts", test_fonts);
  ADD ("/report/map/papers", test_papers);
  ADD ("/report/map/scale", test_scale);
  ADD ("/report/map/marks", test_marks);
  ADD ("/report/map/crowded", test_crowded);
#undef ADD
  g_test_add_func ("/report/map/outline", test_outline);
  g_test_add_func ("/report/map/unknown", test_unknown);
  g_test_add_func ("/report/map/colours", test_colours);
  g_test_add_func ("/report/map/watermark", test_watermark);

  status = g_test_run ();

  /* What the libraries keep for the whole process, so that a leak of ours is not lost in it. */
  pango_cairo_font_map_set_default (NULL);
  cairo_debug_reset_static_data ();
  FcFini ();

  return status;
}
