/* test-report-comparison.c: what a plan changes, as a sketch and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "ggov-draft-sketch.h"
#include "ggov-report-comparison.h"
#include "ggov-report-pdf.h"
#include "ggov-report-sketch.h"
#include "pdf-words.h"
#include "plan-town.h"

#define N_MOVES 100

/* The middle grid of the town is shared out: its left column goes to the first, its right is new. */
static GgovDraft *
load_shared_out (StoreFixture *fixture,
                 MapTown      *town)
{
  map_town_write (fixture->store, town);

  return plan_town_load (fixture,
                         plan_town_begin_and_save (fixture, town, plan_town_share_out));
}

static guint
count_lines (GgovGeoSketch     *sketch,
             GgovGeoSketchKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < sketch->lines->len; i++)
    n += g_array_index (sketch->lines, GgovGeoSketchLine, i).kind == kind;

  return n;
}

static gboolean
has_label (GgovGeoSketch *sketch,
           const char    *text)
{
  for (guint i = 0; i < sketch->labels->len; i++)
    if (g_str_equal (g_array_index (sketch->labels, GgovGeoSketchLabel, i).text, text))
      return TRUE;

  return FALSE;
}

/* Three grids in a row: two borders before and two after. Eight of 24 houses move. */
static void
test_sketch (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GgovGeoSketch) sketch = ggov_geo_sketch_new ();
  g_autoptr(GgovDraft) draft = NULL;
  guint last = 0, hues = 0;
  MapTown town;

  draft = load_shared_out (fixture, &town);
  ggov_draft_sketch_into (draft, sketch, TRUE, TRUE);
  g_assert_cmpuint (count_lines (sketch, GGOV_GEO_SKETCH_COMMUNITY), ==, 1);
  g_assert_cmpuint (count_lines (sketch, GGOV_GEO_SKETCH_GRID), ==, 3);
  g_assert_cmpuint (count_lines (sketch, GGOV_GEO_SKETCH_BUILDING), ==, 16);
  g_assert_cmpuint (count_lines (sketch, GGOV_GEO_SKETCH_MOVED), ==, 8);
  g_assert_cmpuint (count_lines (sketch, GGOV_GEO_SKETCH_BEFORE), ==, 2);
  g_assert_cmpuint (count_lines (sketch, GGOV_GEO_SKETCH_AFTER), ==, 2);
  g_assert_cmpfloat_with_epsilon (sketch->east_m - sketch->west_m, 430, 3);
  g_assert_cmpfloat_with_epsilon (sketch->north_m - sketch->south_m, 200, 3);
  g_assert_cmpuint (sketch->labels->len, ==, 3);
  g_assert_true (has_label (sketch, "001"));
  g_assert_true (has_label (sketch, "003"));
  g_assert_true (has_label (sketch, "+4"));

  for (guint i = 0; i < sketch->lines->len; i++)
    {
      const GgovGeoSketchLine *line = &g_array_index (sketch->lines, GgovGeoSketchLine, i);

      /* In the order of drawing. */
      g_assert_cmpuint (line->kind, >=, last);
      last = line->kind;
      if (line->kind == GGOV_GEO_SKETCH_GRID)
        hues |= 1 << line->hue;
    }
  g_assert_cmpuint (__builtin_popcount (hues), ==, 3);
}

/* The town is drawn in the middle as large as it fits, on nothing: beside it nothing is drawn. */
static void
test_picture (StoreFixture  *fixture,
              gconstpointer  data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 160);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GgovGeoSketch) sketch = ggov_geo_sketch_new ();
  g_autoptr(GgovDraft) draft = NULL;
  const guint8 *pixels;
  MapTown town;
  int stride;

  draft = load_shared_out (fixture, &town);
  ggov_draft_sketch_into (draft, sketch, TRUE, FALSE);
  ggov_report_sketch_draw (sketch, cr, 400, 160, FALSE, NULL, NULL);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  /* 430 m by 200 m in 160 pixels less margins: some 157 high and 337 wide, so from 32 to 368. */
  g_assert_cmpuint (((const guint32 *) (gconstpointer) (pixels + 80 * stride))[10], ==, 0);
  g_assert_cmpuint (((const guint32 *) (gconstpointer) (pixels + 80 * stride))[390], ==, 0);
  g_assert_cmpuint (((const guint32 *) (gconstpointer) (pixels + 30 * stride))[60] >> 24, ==, 255);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static GgovPlanComparison *
make_comparison (void)
{
  const GgovPlanComparisonSums sums = { 1, 2, N_MOVES, 20 * N_MOVES, 50 * N_MOVES };
  GListStore *grids = g_list_store_new (GGOV_TYPE_PLAN_GRID);
  GListStore *moves = g_list_store_new (GGOV_TYPE_PLAN_MOVE);
  GListStore *posts = g_list_store_new (GGOV_TYPE_PLAN_POST);
  const GgovPlanGridRow row = {
    .number = 7, .households_before = 361, .households_after = 390, .name = "", .change = "new",
  };
  g_autoptr(GgovPlanGrid) grid = ggov_plan_grid_new (&row);

  g_list_store_append (grids, grid);
  for (guint i = 0; i < N_MOVES; i++)
    {
      g_autofree char *building = g_strdup_printf ("House%u", i);
      const GgovPlanMoveRow fields = {
        .building_id = i + 1, .households = 20, .building = building, .from = "West",
        .from_code = "150203005001001", .to = "East", .to_code = "150203005001002",
      };
      g_autoptr(GgovPlanMove) move = ggov_plan_move_new (&fields);

      g_list_store_append (moves, move);
    }

  return ggov_plan_comparison_new (&sums, grids, moves, posts);
}

static guint
count_words (GArray     *words,
             const char *text)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += g_str_equal (g_array_index (words, PdfWord, i).text, text);

  return n;
}

/* Every building once, under a heading on every page, and nothing beside the paper. */
static void
test_paper (void)
{
  const GgovPlanRow row = { .name = "Draft", .community = "C", .state = "S", .state_code = "draft" };
  const GgovReportComparisonOptions options = { "2026-02-13T16:30", "somebody" };
  g_autoptr(GgovPlan) plan = ggov_plan_new (&row);
  g_autoptr(GgovPlanComparison) comparison = make_comparison ();
  g_autofree char *folder = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "c.pdf", NULL);
  PangoContext *context = ggov_report_context_new ();
  g_autoptr(GgovReportPager) paper =
    ggov_report_comparison_new (plan, comparison, NULL, &options, context);
  guint n_pages = ggov_report_pager_get_n_pages (GGOV_REPORT_PAGER (paper));
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) words = NULL;

  g_object_unref (context);
  g_assert_true (ggov_report_write_pdf (GGOV_REPORT_PAGER (paper), path, &error));
  g_assert_no_error (error);
  words = pdf_list_words (path);
  g_remove (path);
  g_rmdir (folder);
  if (words == NULL)
    return;

  /* A row is at least a line of 10.5 points high, so no more than 70 of them are on a page. */
  g_assert_cmpuint (n_pages, >=, 2);
  for (guint i = 0; i < N_MOVES; i++)
    {
      g_autofree char *building = g_strdup_printf ("House%u", i);

      g_assert_cmpuint (count_words (words, building), ==, 1);
    }
  g_assert_cmpuint (count_words (words, "Leaves"), ==, n_pages);
  g_assert_cmpuint (count_words (words, "+7"), ==, 1);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);

      g_assert_cmpfloat (word->x0, >=, 0);
      g_assert_cmpfloat (word->x1, <=, 596);
      g_assert_cmpfloat (word->y1, <=, 842);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/comparison/sketch", StoreFixture, NULL, store_fixture_set_up, test_sketch,
              store_fixture_tear_down);
  g_test_add ("/report/comparison/picture", StoreFixture, NULL, store_fixture_set_up, test_picture,
              store_fixture_tear_down);
  g_test_add_func ("/report/comparison/paper", test_paper);

  return g_test_run ();
}
