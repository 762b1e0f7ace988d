/* ggov-report-map-kit.c: what all printed maps of a job are drawn with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-geo-wkb.h"
#include "ggov-report-map-private.h"

/* Sizes of type in points: 小二, 小五, 五号, 小五, 六号. */
#define TITLE_PT    18
#define SUBTITLE_PT 10
#define HEADING_PT  10
#define TEXT_PT     9
#define SMALL_PT    7.5
#define NAME_PT     8.5
#define STREET_PT   7.5
#define CODE_PT     13

static const double mark_sizes[] = { 12, 9.5, 7.5, 6 };

static GgovGeoBounds
find_bounds (GBytes *bytes)
{
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  GgovGeoWkb wkb;

  if (ggov_geo_wkb_init_bytes (&wkb, bytes, NULL))
    ggov_geo_wkb_get_bounds (&wkb, &bounds);

  return bounds;
}

static GArray *
bounds_new (guint n)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (GgovGeoBounds), n);
}

static void
find_all_bounds (GgovReportBounds *all,
                 GgovAtlas        *atlas)
{
  GgovGeoBounds bounds;

  all->grids = bounds_new (atlas->grids->len);
  for (guint i = 0; i < atlas->grids->len; i++)
    {
      bounds = find_bounds (((GgovAtlasGrid *) atlas->grids->pdata[i])->area);
      g_array_append_val (all->grids, bounds);
    }

  all->buildings = bounds_new (atlas->buildings->len);
  for (guint i = 0; i < atlas->buildings->len; i++)
    {
      bounds = find_bounds (((GgovAtlasBuilding *) atlas->buildings->pdata[i])->footprint);
      g_array_append_val (all->buildings, bounds);
    }

  all->streets = bounds_new (atlas->streets->len);
  for (guint i = 0; i < atlas->streets->len; i++)
    {
      bounds = find_bounds (((GgovAtlasStreet *) atlas->streets->pdata[i])->line);
      g_array_append_val (all->streets, bounds);
    }
}

void
_ggov_report_map_kit_init (GgovReportMapKit *kit,
                           GgovAtlas        *atlas,
                           double            size,
                           PangoContext     *context)
{
  kit->atlas = ggov_atlas_ref (atlas);
  find_all_bounds (&kit->bounds, atlas);
  kit->hues = _ggov_report_map_colour (atlas);
  kit->title_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, size * TITLE_PT, TRUE);
  kit->subtitle_pen = _ggov_report_pen_new (context, GGOV_REPORT_KAI, size * SUBTITLE_PT, FALSE);
  kit->heading_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, HEADING_PT, FALSE);
  kit->text_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TEXT_PT, FALSE);
  kit->small_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SMALL_PT, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (mark_sizes); i++)
    kit->mark_pens[i] = _ggov_report_pen_new (context, GGOV_REPORT_HEI, size * mark_sizes[i],
                                               TRUE);
  kit->name_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, size * NAME_PT, FALSE);
  kit->street_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, size * STREET_PT, FALSE);
  kit->code_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, size * CODE_PT, TRUE);
}

void
_ggov_report_map_kit_clear (GgovReportMapKit *kit)
{
  g_clear_pointer (&kit->atlas, ggov_atlas_unref);
  g_clear_pointer (&kit->bounds.grids, g_array_unref);
  g_clear_pointer (&kit->bounds.buildings, g_array_unref);
  g_clear_pointer (&kit->bounds.streets, g_array_unref);
  g_clear_pointer (&kit->hues, g_free);
  g_clear_pointer (&kit->theme, ggov_report_map_theme_unref);
  g_clear_pointer (&kit->title_pen, _ggov_report_pen_free);
  g_clear_pointer (&kit->subtitle_pen, _ggov_report_pen_free);
  g_clear_pointer (&kit->heading_pen, _ggov_report_pen_free);
  g_clear_pointer (&kit->text_pen, _ggov_report_pen_free);
  g_clear_pointer (&kit->small_pen, _ggov_report_pen_free);
  for (guint i = 0; i < G_N_ELEMENTS (kit->mark_pens); i++)
    g_clear_pointer (&kit->mark_pens[i], _ggov_report_pen_free);
  g_clear_pointer (&kit->name_pen, _ggov_report_pen_free);
  g_clear_pointer (&kit->street_pen, _ggov_report_pen_free);
  g_clear_pointer (&kit->code_pen, _ggov_report_pen_free);
}

const GgovReportMapTheme *
_ggov_report_map_find_theme (const GgovReportMapKit *kit,
                             gboolean                is_overview)
{
  return kit->theme && kit->theme->is_of_buildings != is_overview ? kit->theme : NULL;
}

static void
mark_free (GgovReportMark *mark)
{
  g_free (mark->text);
  g_free (mark);
}

/* A, B … Z, AA, AB …, as columns of a sheet are counted. */
static char *
dup_letters (guint n)
{
  g_autoptr(GString) letters = g_string_new (NULL);

  for (n++; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, 'A' + (n - 1) % 26);

  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* What tells a building from the next: of 3号楼 or 12A栋 the sign before the first Chinese
 * character, if there is one. */
static char *
dup_short_number (const char *number)
{
  gsize length = 0;

  while (number[length] && (guchar) number[length] < 0x80)
    length++;

  return length > 0 ? g_strstrip (g_strndup (number, length)) : g_strdup (number);
}

GPtrArray *
_ggov_report_map_list_marks (GgovAtlas           *atlas,
                             const GgovAtlasGrid *grid)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
  guint n_letters = 0;

  for (guint i = 0; i < atlas->buildings->len; i++)
    {
      const GgovAtlasBuilding *building = atlas->buildings->pdata[i];
      GgovReportMark *mark;

      if (building->grid_id != grid->id)
        continue;

      mark = g_new0 (GgovReportMark, 1);
      mark->building = building;
      mark->text = building->number && *building->number ? dup_short_number (building->number)
                                                         : dup_letters (n_letters++);
      g_ptr_array_add (marks, mark);
    }

  return marks;
}

static GPtrArray *
list_areas (GgovReportMapWork *work)
{
  GPtrArray *areas =
    g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_report_shape_free);
  GPtrArray *grids = work->kit->atlas->grids;

  g_ptr_array_set_size (areas, grids->len);
  for (guint i = 0; i < grids->len; i++)
    if (ggov_geo_bounds_intersects (&g_array_index (work->kit->bounds.grids, GgovGeoBounds, i),
                                    &work->view->shown))
      areas->pdata[i] =
        _ggov_report_shape_new (work->view, ((GgovAtlasGrid *) grids->pdata[i])->area);

  return areas;
}

static GPtrArray *
list_footprints (GgovReportMapWork *work)
{
  GPtrArray *shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_report_shape_free);

  g_ptr_array_set_size (shapes, work->marks ? work->marks->len : 0);
  for (guint i = 0; i < shapes->len; i++)
    {
      const GgovReportMark *mark = work->marks->pdata[i];

      shapes->pdata[i] = _ggov_report_shape_new (work->view, mark->building->footprint);
    }

  return shapes;
}

void
_ggov_report_map_draw (const GgovReportMapKit   *kit,
                       GgovReportView           *view,
                       const GgovAtlasCommunity *community,
                       const GgovAtlasGrid      *grid,
                       GPtrArray                *marks,
                       cairo_t                  *cr)
{
  const GgovReportRect *frame = &view->frame;
  GgovReportMapWork work = {
    .kit = kit, .community = community, .grid = grid, .marks = marks, .view = view, .cr = cr,
  };

  work.areas = list_areas (&work);
  work.footprints = list_footprints (&work);

  cairo_save (cr);
  cairo_rectangle (cr, frame->x, frame->y, frame->width, frame->height);
  cairo_clip (cr);
  _ggov_report_map_draw_ground (&work);
  _ggov_report_map_draw_names (&work);
  cairo_restore (cr);

  cairo_rectangle (cr, frame->x, frame->y, frame->width, frame->height);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);

  g_ptr_array_unref (work.areas);
  g_ptr_array_unref (work.footprints);
}
