/* ggov-report-map-ground.c: what lies under the names of the printed map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-map-private.h"

/* Pale, so that they come out of a black and white printer as paper; borders and hatches tell what
 * is what. */
#define OUTSIDE       0xefefec
#define OWN_GROUND    0xfffdf2
#define STREET        0xffffff
#define STREET_EDGE   0xb4b4ae
#define FAINT         0xe0e0dc
#define FAINT_OUTLINE 0xbcbcb6
#define OUTLINE       0x303030

/* Widths of streets in metres, and what they are at least and at most in points. */
#define MAIN_WIDTH_M   16.0
#define STREET_WIDTH_M 8.0
#define LEAST_WIDTH    1.2
#define MOST_WIDTH     20.0
#define EDGE_WIDTH     0.5

#define HATCH_STEP 3.2

/* Blue, orange, green, purple, yellow and grey of Okabe and Ito, lightened: each also of another
 * lightness than those before it. */
static const guint32 hues[GGOV_REPORT_MAP_N_HUES] = {
  0xb9d9ee, 0xf9e0ae, 0xa9dcc9, 0xe9cadb, 0xfaf6c0, 0xd6d6d6,
};

static void
set_colour (cairo_t *cr,
            guint32  rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
}

static void
fill_area (GgovReportMapWork *work,
           GgovReportShape   *area,
           guint32            rgb)
{
  _ggov_report_shape_trace (area, work->cr);
  set_colour (work->cr, rgb);
  cairo_fill (work->cr);
}

static void
fill_areas (GgovReportMapWork *work)
{
  const GPtrArray *grids = work->kit->atlas->grids;
  const GgovReportMapTheme *theme = _ggov_report_map_find_theme (work->kit, TRUE);

  set_colour (work->cr, OUTSIDE);
  cairo_paint (work->cr);

  for (guint i = 0; i < grids->len; i++)
    {
      const GgovAtlasGrid *grid = grids->pdata[i];

      if (work->areas->pdata[i] == NULL)
        continue;
      if (work->grid == grid)
        fill_area (work, work->areas->pdata[i], OWN_GROUND);
      else if (work->grid == NULL && grid->community_id == work->community->id)
        fill_area (work, work->areas->pdata[i],
                   theme ? ggov_report_map_theme_get_colour (theme, grid->id)
                         : hues[work->kit->hues[i]]);
    }
}

static GPtrArray *
list_streets (GgovReportMapWork *work,
              gboolean           is_main)
{
  GPtrArray *shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_report_shape_free);
  const GPtrArray *streets = work->kit->atlas->streets;

  for (guint i = 0; i < streets->len; i++)
    {
      const GgovAtlasStreet *street = streets->pdata[i];
      GgovReportShape *shape;

      if (street->is_main == is_main &&
          ggov_geo_bounds_intersects (&g_array_index (work->kit->bounds.streets, GgovGeoBounds, i),
                                      &work->view->shown) &&
          (shape = _ggov_report_shape_new (work->view, street->line)))
        g_ptr_array_add (shapes, shape);
    }

  return shapes;
}

static void
stroke_streets (GgovReportMapWork *work,
                GPtrArray         *streets,
                double             width_m,
                gboolean           is_edge)
{
  double width = CLAMP (width_m * work->view->scale, LEAST_WIDTH, MOST_WIDTH);

  for (guint i = 0; i < streets->len; i++)
    _ggov_report_shape_trace (streets->pdata[i], work->cr);

  set_colour (work->cr, is_edge ? STREET_EDGE : STREET);
  cairo_set_line_width (work->cr, width + (is_edge ? 2 * EDGE_WIDTH : 0));
  cairo_stroke (work->cr);
}

/* The edges of all streets first, so that crossings are open. */
static void
draw_streets (GgovReportMapWork *work)
{
  g_autoptr(GPtrArray) main_streets = list_streets (work, TRUE);
  g_autoptr(GPtrArray) streets = list_streets (work, FALSE);

  cairo_save (work->cr);
  cairo_set_line_join (work->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (work->cr, CAIRO_LINE_CAP_ROUND);
  stroke_streets (work, streets, STREET_WIDTH_M, TRUE);
  stroke_streets (work, main_streets, MAIN_WIDTH_M, TRUE);
  stroke_streets (work, streets, STREET_WIDTH_M, FALSE);
  stroke_streets (work, main_streets, MAIN_WIDTH_M, FALSE);
  cairo_restore (work->cr);
}

static void
draw_other_buildings (GgovReportMapWork *work)
{
  const GPtrArray *buildings = work->kit->atlas->buildings;

  for (guint i = 0; i < buildings->len; i++)
    {
      const GgovAtlasBuilding *building = buildings->pdata[i];
      g_autoptr(GgovReportShape) shape = NULL;

      if ((work->grid && building->grid_id == work->grid->id) ||
          !ggov_geo_bounds_intersects (&g_array_index (work->kit->bounds.buildings, GgovGeoBounds,
                                                       i), &work->view->shown) ||
          !(shape = _ggov_report_shape_new (work->view, building->footprint)))
        continue;

      _ggov_report_shape_trace (shape, work->cr);
    }

  cairo_set_line_width (work->cr, 0.4);
  if (work->grid)
    {
      set_colour (work->cr, FAINT);
      cairo_fill_preserve (work->cr);
      set_colour (work->cr, FAINT_OUTLINE);
    }
  else
    {
      cairo_set_source_rgba (work->cr, 1, 1, 1, 0.55);
      cairo_fill_preserve (work->cr);
      cairo_set_source_rgba (work->cr, 0, 0, 0, 0.35);
    }
  cairo_stroke (work->cr);
}

/* Lines across what is clipped, each way that is asked for. */
static void
hatch (cairo_t  *cr,
       guint32   rgb,
       gboolean  is_crossed)
{
  double x1, y1, x2, y2;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  for (double x = x1 - (y2 - y1); x < x2; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, y2);
      cairo_line_to (cr, x + (y2 - y1), y1);
    }
  for (double x = x1; is_crossed && x < x2 + (y2 - y1); x += HATCH_STEP)
    {
      cairo_move_to (cr, x, y2);
      cairo_line_to (cr, x - (y2 - y1), y1);
    }

  set_colour (cr, rgb);
  cairo_set_line_width (cr, 0.35);
  cairo_stroke (cr);
}

static void
fill_and_hatch (cairo_t  *cr,
                guint32   rgb,
                guint32   lines,
                gboolean  is_crossed)
{
  cairo_path_t *path;

  set_colour (cr, rgb);
  cairo_fill_preserve (cr);

  cairo_save (cr);
  path = cairo_copy_path (cr);
  cairo_clip (cr);
  hatch (cr, lines, is_crossed);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

void
_ggov_report_map_fill_building (cairo_t          *cr,
                                GgovBuildingKind  kind)
{
  switch (kind)
    {
    case GGOV_BUILDING_RESIDENTIAL:
      set_colour (cr, 0xf9e0ae);
      cairo_fill_preserve (cr);
      break;

    case GGOV_BUILDING_SHOP:
    case GGOV_BUILDING_OFFICE:
      fill_and_hatch (cr, 0xdcebf6, 0x5f93b8, FALSE);
      break;

    case GGOV_BUILDING_SCHOOL:
    case GGOV_BUILDING_MEDICAL:
      fill_and_hatch (cr, 0xd6efe5, 0x4d9c80, TRUE);
      break;

    case GGOV_BUILDING_INDUSTRIAL:
    case GGOV_BUILDING_OTHER:
    default:
      set_colour (cr, 0xd4d4d4);
      cairo_fill_preserve (cr);
    }

  set_colour (cr, OUTLINE);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

void
_ggov_report_map_fill_class (cairo_t *cr,
                             guint32  rgb)
{
  set_colour (cr, rgb);
  cairo_fill_preserve (cr);
  set_colour (cr, OUTLINE);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static void
draw_buildings (GgovReportMapWork *work)
{
  const GgovReportMapTheme *theme = _ggov_report_map_find_theme (work->kit, FALSE);

  for (guint i = 0; work->grid && i < work->marks->len; i++)
    {
      const GgovReportMark *mark = work->marks->pdata[i];

      if (work->footprints->pdata[i] == NULL)
        continue;
      _ggov_report_shape_trace (work->footprints->pdata[i], work->cr);
      if (theme)
        _ggov_report_map_fill_class (work->cr, ggov_report_map_theme_get_colour (
                                                 theme, mark->building->id));
      else
        _ggov_report_map_fill_building (work->cr, mark->building->kind);
    }
}

/* Whole lines: neighbours share theirs, and dashes would be drawn over dashes. They differ in
 * weight, so that they do without colour. */
void
_ggov_report_map_stroke_border (cairo_t          *cr,
                                GgovReportBorder  border)
{
  static const struct
  {
    guint32 rgb;
    double  width;
    double  edge;
  } lines[] = {
    [GGOV_REPORT_BORDER_OWN] = { 0x1c3f94, 2.2, 0.9 },
    [GGOV_REPORT_BORDER_OTHER] = { 0x555555, 0.7, 0 },
    [GGOV_REPORT_BORDER_COMMUNITY] = { 0x999999, 2.6, 0.6 },
  };

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, lines[border].width + 2 * lines[border].edge);
  cairo_stroke_preserve (cr);
  set_colour (cr, lines[border].rgb);
  cairo_set_line_width (cr, lines[border].width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
stroke_community (GgovReportMapWork        *work,
                  const GgovAtlasCommunity *community,
                  GgovReportBorder          border)
{
  g_autoptr(GgovReportShape) shape = _ggov_report_shape_new (work->view, community->border);

  if (shape == NULL)
    return;

  _ggov_report_shape_trace (shape, work->cr);
  _ggov_report_map_stroke_border (work->cr, border);
}

static void
stroke_grids (GgovReportMapWork *work,
              GgovReportBorder   border)
{
  const GPtrArray *grids = work->kit->atlas->grids;

  for (guint i = 0; i < grids->len; i++)
    if (work->areas->pdata[i] &&
        (grids->pdata[i] == work->grid) == (border == GGOV_REPORT_BORDER_OWN))
      {
        _ggov_report_shape_trace (work->areas->pdata[i], work->cr);
        _ggov_report_map_stroke_border (work->cr, border);
      }
}

/* What is this map's own comes last, over the borders of its neighbours. */
static void
draw_borders (GgovReportMapWork *work)
{
  const GPtrArray *communities = work->kit->atlas->communities;

  stroke_grids (work, GGOV_REPORT_BORDER_OTHER);
  for (guint i = 0; i < communities->len; i++)
    stroke_community (work, communities->pdata[i], GGOV_REPORT_BORDER_COMMUNITY);

  if (work->grid)
    stroke_grids (work, GGOV_REPORT_BORDER_OWN);
  else
    stroke_community (work, work->community, GGOV_REPORT_BORDER_OWN);
}

void
_ggov_report_map_draw_ground (GgovReportMapWork *work)
{
  cairo_set_fill_rule (work->cr, CAIRO_FILL_RULE_EVEN_ODD);
  fill_areas (work);
  draw_streets (work);
  draw_other_buildings (work);
  draw_buildings (work);
  draw_borders (work);
}
