/* test-report-map-theme.c: printed maps coloured by a theme, looked at dot by dot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <pango/pangocairo.h>

#include "ggov-report-map.h"
#include "map-atlas.h"

/* Room for an A4 sheet however it lies, a dot for each point. */
#define WIDTH  842
#define HEIGHT 842

/* Colours that nothing else on the sheet has. */
#define FEW     0x11ee33u
#define MANY    0xee1133u
#define UNKNOWN 0x1133eeu

/* Four by three buildings in each of three grids of 200 by 160 m. */
static const MapAtlasPlan plan = { 3, 4, 3, 200, 160 };

/* The first two of what the theme is of are in a class each; of the third nothing can be said. */
static GgovReportMapTheme *
make_theme (GgovAtlas *atlas,
            gboolean   is_of_buildings)
{
  GgovReportMapTheme *theme = ggov_report_map_theme_new ("Households", is_of_buildings);

  ggov_report_map_theme_add_class (theme, "up to 300", FEW);
  ggov_report_map_theme_add_class (theme, "more", MANY);
  theme->unknown = UNKNOWN;
  for (guint i = 0; i < 2; i++)
    {
      const GgovAtlasBuilding *building = atlas->buildings->pdata[i];
      const GgovAtlasGrid *grid = atlas->grids->pdata[i];

      ggov_report_map_theme_put (theme, is_of_buildings ? building->id : grid->id, i);
    }

  return theme;
}

static cairo_surface_t *
draw (GgovReportPager *pager,
      guint            page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ggov_report_pager_draw (pager, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint
count (cairo_surface_t *surface,
       guint32          rgb)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      n += (((const guint32 *) (gconstpointer) (data + y * stride))[x] & 0xffffff) == rgb;

  return n;
}

static GgovReportMap *
make_map_of (GgovAtlas          *atlas,
             GgovReportMapTheme *theme)
{
  const GgovReportMapOptions options = {
    .paper = GGOV_REPORT_A4, .printed_at = "2026-02-13T16:30", .account = "teller", .theme = theme,
  };
  g_autoptr(GObject) context = G_OBJECT (ggov_report_context_new ());

  return ggov_report_map_new (atlas, &options, PANGO_CONTEXT (context));
}

static GgovReportMap *
make_map (GgovAtlas *atlas,
          gboolean   is_of_buildings)
{
  g_autoptr(GgovReportMapTheme) theme = make_theme (atlas, is_of_buildings);

  return make_map_of (atlas, theme);
}

static cairo_surface_t *
draw_overview (GgovAtlas          *atlas,
               GgovReportMapTheme *theme)
{
  g_autoptr(GgovReportMap) map = make_map_of (atlas, theme);

  return draw (GGOV_REPORT_PAGER (map), 0);
}

/* Page 0 is the overview, page 1 the first grid's. */
static void
test_grids (void)
{
  g_autoptr(GgovAtlas) atlas = map_atlas_new (&plan);
  g_autoptr(GgovReportMap) map = make_map (atlas, FALSE);
  cairo_surface_t *overview = draw (GGOV_REPORT_PAGER (map), 0);
  cairo_surface_t *sheet = draw (GGOV_REPORT_PAGER (map), 1);
  guint few = count (overview, FEW), many = count (overview, MANY);

  /* Grids of one size, but for what stands on them and the legend's two swatches. */
  g_assert_cmpuint (few, >, 3000);
  g_assert_cmpfloat_with_epsilon ((double) few / many, 1, 0.15);
  g_assert_cmpfloat_with_epsilon ((double) few / count (overview, UNKNOWN), 1, 0.15);
  g_assert_cmpuint (count (sheet, FEW) + count (sheet, MANY) + count (sheet, UNKNOWN), ==, 0);

  cairo_surface_destroy (overview);
  cairo_surface_destroy (sheet);
}

/* Two buildings are in a class, the ten others of the grid are not known, and each is as large. */
static void
test_buildings (void)
{
  g_autoptr(GgovAtlas) atlas = map_atlas_new (&plan);
  g_autoptr(GgovReportMap) map = make_map (atlas, TRUE);
  cairo_surface_t *overview = draw (GGOV_REPORT_PAGER (map), 0);
  cairo_surface_t *sheet = draw (GGOV_REPORT_PAGER (map), 1);
  guint few = count (sheet, FEW), unknown = count (sheet, UNKNOWN);

  g_assert_cmpuint (few, >, 500);
  g_assert_cmpfloat_with_epsilon ((double) few / count (sheet, MANY), 1, 0.25);
  g_assert_cmpfloat_with_epsilon ((double) unknown / few, 10, 3);
  g_assert_cmpuint (count (overview, FEW) + count (overview, MANY) + count (overview, UNKNOWN), ==,
                    0);

  cairo_surface_destroy (overview);
  cairo_surface_destroy (sheet);
}

/* The legend has a swatch more where nothing can be said of some. */
static void
test_unknown (void)
{
  g_autoptr(GgovAtlas) atlas = map_atlas_new (&plan);
  g_autoptr(GgovReportMapTheme) theme = make_theme (atlas, FALSE);
  cairo_surface_t *without = draw_overview (atlas, theme), *with;

  ggov_report_map_theme_name_unknown (theme, "No data");
  with = draw_overview (atlas, theme);
  g_assert_cmpuint (count (with, FEW), ==, count (without, FEW));
  g_assert_cmpuint (count (with, UNKNOWN), >, count (without, UNKNOWN));

  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

/* It is kept by whoever has it. */
static void
test_theme (void)
{
  GgovReportMapTheme *theme = ggov_report_map_theme_new ("Vacant posts", TRUE);

  theme->unknown = UNKNOWN;
  g_assert_true (ggov_report_map_theme_ref (theme) == theme);
  ggov_report_map_theme_unref (theme);
  ggov_report_map_theme_add_class (theme, "0", FEW);
  ggov_report_map_theme_put (theme, G_MAXINT64, 0);
  g_assert_cmphex (ggov_report_map_theme_get_colour (theme, G_MAXINT64), ==, FEW);
  g_assert_cmphex (ggov_report_map_theme_get_colour (theme, 1), ==, UNKNOWN);
  ggov_report_map_theme_unref (theme);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/map/theme/grids", test_grids);
  g_test_add_func ("/report/map/theme/buildings", test_buildings);
  g_test_add_func ("/report/map/theme/unknown", test_unknown);
  g_test_add_func ("/report/map/theme/theme", test_theme);

  return g_test_run ();
}
