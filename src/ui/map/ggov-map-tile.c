/* ggov-map-tile.c: one square of the map, drawn by any thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <math.h>

#include "ggov-base-map.h"
#include "ggov-map-frame.h"
#include "ggov-map-tile.h"
#include "ggov-theme-palette.h"

/* Under these sizes in pixels a footprint is a square, and has no outline. */
#define SQUARE_PX  1.5
#define OUTLINE_PX 4.0

/* Nothing drawn is wider than this beyond its own line. */
#define MARGIN_PX 16.0

#define MIN_STREET_ZOOM 13.0

/* How much of a theme's colour lies on a base map. */
#define BASE_SHARE 0.65

/* Lines across a tile of what nothing is known of. */
#define N_LINES 32

typedef struct
{
  GgovMapPicture       *picture;
  const GgovMapPalette *palette;
  cairo_t              *cr;
  GgovMapColour         lines;  /* across what nothing is known of */
  double                size;   /* of the tile, pixels */
  GgovGeoBounds         bounds; /* of the tile and its margin */
  double                zoom;   /* at which it is seen */
  double                lon;    /* of the left edge */
  double                lat;    /* of the upper edge */
  double                x_px;   /* pixels in a degree of longitude */
  double                y_px;   /* pixels in a degree of latitude, here */
} Drawing;

/* Within a tile of the zoom levels that matter, latitude is as good as straight. */
static void
init_place (Drawing               *drawing,
            const GgovMapTileSpot *spot)
{
  double n = exp2 (spot->zoom);
  double east = ggov_mercator_lon ((spot->x + 1) / n);
  double south = ggov_mercator_lat ((spot->y + 1) / n);

  drawing->size = spot->size;
  drawing->zoom = spot->zoom + log2 (spot->size / GGOV_MAP_TILE_SIZE);
  drawing->lon = ggov_mercator_lon (spot->x / n);
  drawing->lat = ggov_mercator_lat (spot->y / n);
  drawing->x_px = spot->size / (east - drawing->lon);
  drawing->y_px = spot->size / (drawing->lat - south);
  drawing->bounds.min_lon = drawing->lon - MARGIN_PX / drawing->x_px;
  drawing->bounds.max_lon = east + MARGIN_PX / drawing->x_px;
  drawing->bounds.min_lat = south - MARGIN_PX / drawing->y_px;
  drawing->bounds.max_lat = drawing->lat + MARGIN_PX / drawing->y_px;
}

static inline double
get_x (const Drawing *drawing,
       double         lon)
{
  return (lon - drawing->lon) * drawing->x_px;
}

static inline double
get_y (const Drawing *drawing,
       double         lat)
{
  return (drawing->lat - lat) * drawing->y_px;
}

static void
set_colour (Drawing             *drawing,
            const GgovMapColour *colour)
{
  cairo_set_source_rgba (drawing->cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
add_path (Drawing      *drawing,
          const double *coords,
          guint         n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (drawing->cr, get_x (drawing, coords[2 * i]), get_y (drawing, coords[2 * i + 1]));
}

static void
add_line (Drawing           *drawing,
          const GgovMapLine *line)
{
  cairo_new_sub_path (drawing->cr);
  add_path (drawing, line->coords, line->n_points);
}

/* A whole number of them across a tile, so that they go on in the next one. */
static void
draw_lines (Drawing *drawing)
{
  double step = drawing->size / N_LINES;

  set_colour (drawing, &drawing->lines);
  cairo_save (drawing->cr);
  cairo_clip (drawing->cr);
  for (int i = -N_LINES - 2; i <= N_LINES + 2; i++)
    {
      cairo_move_to (drawing->cr, i * step - step, -step);
      cairo_line_to (drawing->cr, i * step + drawing->size + step, drawing->size + step);
    }
  cairo_set_line_width (drawing->cr, 1);
  cairo_stroke (drawing->cr);
  cairo_restore (drawing->cr);
}

static void
fill_areas (Drawing *drawing,
            GArray  *areas,
            double   share)
{
  cairo_set_fill_rule (drawing->cr, CAIRO_FILL_RULE_EVEN_ODD);

  for (guint i = 0; i < areas->len; i++)
    {
      const GgovMapArea *area = &g_array_index (areas, GgovMapArea, i);
      GgovMapColour fill;

      if (area->fill.alpha == 0 || !ggov_geo_bounds_intersects (&area->bounds, &drawing->bounds))
        continue;

      for (guint j = 0; j < area->rings->len; j++)
        {
          add_line (drawing, &g_array_index (area->rings, GgovMapLine, j));
          cairo_close_path (drawing->cr);
        }

      fill = area->fill;
      fill.alpha *= share;
      set_colour (drawing, &fill);
      cairo_fill_preserve (drawing->cr);
      if (area->has_lines)
        draw_lines (drawing);
      cairo_new_path (drawing->cr);
    }
}

static double
get_street_width (const Drawing *drawing,
                  gboolean       is_main)
{
  double metres = is_main ? 16 : 8;
  double px = metres * drawing->x_px / (111320 * cos (drawing->lat * G_PI / 180));

  return CLAMP (px, is_main ? 2.5 : 1, 26);
}

/* The edges of all streets first, so that crossings are open. */
static void
stroke_streets (Drawing  *drawing,
                gboolean  is_main,
                gboolean  is_edge)
{
  GArray *streets = ggov_map_picture_get_streets (drawing->picture);
  double width = get_street_width (drawing, is_main);

  for (guint i = 0; i < streets->len; i++)
    {
      const GgovMapStreet *street = &g_array_index (streets, GgovMapStreet, i);

      if (street->is_main == is_main &&
          ggov_geo_bounds_intersects (&street->line.bounds, &drawing->bounds))
        add_line (drawing, &street->line);
    }

  cairo_set_line_width (drawing->cr, is_edge ? width + 1.6 : width);
  set_colour (drawing, is_edge ? &drawing->palette->street_edge
              : is_main ? &drawing->palette->main_street : &drawing->palette->street);
  cairo_stroke (drawing->cr);
}

static void
draw_streets (Drawing *drawing)
{
  gboolean has_minor = drawing->zoom >= MIN_STREET_ZOOM;

  if (has_minor)
    stroke_streets (drawing, FALSE, TRUE);
  stroke_streets (drawing, TRUE, TRUE);
  if (has_minor)
    stroke_streets (drawing, FALSE, FALSE);
  stroke_streets (drawing, TRUE, FALSE);
}

static double
get_signed_area (const double *coords,
                 guint         n_points)
{
  double area = 0;

  for (guint i = 1; i < n_points; i++)
    area += (coords[2 * i - 2] - coords[0]) * (coords[2 * i + 1] - coords[1]) -
            (coords[2 * i] - coords[0]) * (coords[2 * i - 1] - coords[1]);

  return area;
}

/* Outer rings all wind one way and holes the other, so that many footprints can be filled at
 * once and still cover each other where they overlap. */
static void
add_footprint (Drawing           *drawing,
               GgovGeoFootprints *footprints,
               guint              i)
{
  for (guint j = 0; j < ggov_geo_footprints_get_n_rings (footprints, i); j++)
    {
      guint n;
      gboolean is_hole;
      const double *coords = ggov_geo_footprints_get_ring (footprints, i, j, &n, &is_hole);
      gboolean is_reversed = (get_signed_area (coords, n) < 0) != is_hole;

      cairo_new_sub_path (drawing->cr);
      for (guint k = 0; k < n; k++)
        {
          const double *point = coords + 2 * (is_reversed ? n - 1 - k : k);

          cairo_line_to (drawing->cr, get_x (drawing, point[0]), get_y (drawing, point[1]));
        }
      cairo_close_path (drawing->cr);
    }
}

static double
get_size (const Drawing       *drawing,
          const GgovGeoBounds *bounds)
{
  return MAX ((bounds->max_lon - bounds->min_lon) * drawing->x_px,
              (bounds->max_lat - bounds->min_lat) * drawing->y_px);
}

static void
add_square (Drawing             *drawing,
            const GgovGeoBounds *bounds,
            double               size)
{
  double side = MAX (size, 1);

  cairo_rectangle (drawing->cr,
                   get_x (drawing, (bounds->min_lon + bounds->max_lon) / 2) - side / 2,
                   get_y (drawing, (bounds->min_lat + bounds->max_lat) / 2) - side / 2,
                   side, side);
}

/* Draws those of one shade, without an outline or with it. */
static void
draw_shade (Drawing  *drawing,
            GArray   *found,
            guint8    shade,
            gboolean  has_outline)
{
  GgovGeoFootprints *footprints =
    ggov_places_get_footprints (ggov_map_picture_get_places (drawing->picture));
  GgovMapColour fill, outline;

  for (guint i = 0; i < found->len; i++)
    {
      guint footprint = g_array_index (found, guint, i);
      const GgovGeoBounds *bounds = ggov_geo_footprints_get_bounds (footprints, footprint);
      double size;

      if (ggov_map_picture_get_shade (drawing->picture, footprint) != shade)
        continue;

      size = get_size (drawing, bounds);
      if ((size >= OUTLINE_PX) != has_outline)
        continue;

      if (size < SQUARE_PX)
        add_square (drawing, bounds, size);
      else
        add_footprint (drawing, footprints, footprint);
    }

  ggov_map_picture_get_colours (drawing->picture, shade, &fill, &outline);
  set_colour (drawing, &fill);
  if (has_outline)
    {
      cairo_fill_preserve (drawing->cr);
      set_colour (drawing, &outline);
      cairo_stroke (drawing->cr);
    }
  else
    cairo_fill (drawing->cr);
}

static void
draw_buildings (Drawing *drawing)
{
  GgovPlaces *places = ggov_map_picture_get_places (drawing->picture);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_used[GGOV_MAP_PICTURE_N_SHADES] = { FALSE };

  ggov_geo_index_query (ggov_places_get_index (places), &drawing->bounds, found);
  for (guint i = 0; i < found->len; i++)
    is_used[ggov_map_picture_get_shade (drawing->picture, g_array_index (found, guint, i))] = TRUE;

  cairo_set_fill_rule (drawing->cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_line_width (drawing->cr, 0.8);

  for (guint shade = 0; shade < GGOV_MAP_PICTURE_N_SHADES; shade++)
    if (is_used[shade])
      {
        draw_shade (drawing, found, shade, FALSE);
        draw_shade (drawing, found, shade, TRUE);
      }
}

static void
stroke_with_halo (Drawing             *drawing,
                  const GgovMapColour *colour,
                  double               width,
                  double               halo)
{
  set_colour (drawing, &drawing->palette->halo);
  cairo_set_line_width (drawing->cr, width + 2 * halo);
  cairo_stroke_preserve (drawing->cr);

  set_colour (drawing, colour);
  cairo_set_line_width (drawing->cr, width);
  cairo_stroke (drawing->cr);
}

static void
draw_borders (Drawing *drawing)
{
  GArray *borders = ggov_map_picture_get_borders (drawing->picture);
  GArray *communities = ggov_map_picture_get_communities (drawing->picture);
  double weight = CLAMP ((drawing->zoom - 11) / 5, 0.4, 1);

  for (guint i = 0; i < borders->len; i++)
    {
      const GgovMapLine *line = &g_array_index (borders, GgovMapLine, i);

      if (ggov_geo_bounds_intersects (&line->bounds, &drawing->bounds))
        add_line (drawing, line);
    }
  stroke_with_halo (drawing, &drawing->palette->grid_border, 1.6 * weight, 1.3 * weight);

  for (guint i = 0; i < communities->len; i++)
    {
      const GgovMapArea *area = &g_array_index (communities, GgovMapArea, i);

      if (ggov_geo_bounds_intersects (&area->bounds, &drawing->bounds))
        for (guint j = 0; j < area->rings->len; j++)
          add_line (drawing, &g_array_index (area->rings, GgovMapLine, j));
    }
  stroke_with_halo (drawing, &drawing->palette->community_border, 3 * weight, 1.5 * weight);
}

/* A base map has streets of its own, and a ground, which shows through the colours of a theme. */
static void
draw_ground (Drawing  *drawing,
             gboolean  has_base)
{
  if (!has_base)
    fill_areas (drawing, ggov_map_picture_get_communities (drawing->picture), 1);
  fill_areas (drawing, ggov_map_picture_get_grids (drawing->picture),
              has_base && ggov_map_picture_get_paint (drawing->picture) ? BASE_SHARE : 1);
  if (!has_base)
    draw_streets (drawing);
}

cairo_surface_t *
ggov_map_tile_draw (GgovMapPicture        *picture,
                    GgovBaseMap           *base,
                    const GgovMapTileSpot *spot,
                    gboolean              *is_partial)
{
  int pixels = ceil (spot->size * spot->scale) + 2 * GGOV_MAP_TILE_MARGIN;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  Drawing drawing = { picture, ggov_map_picture_get_palette (picture), cairo_create (surface) };
  gboolean is_dark = drawing.palette == ggov_map_palette_get (TRUE);
  gboolean has_base;

  *is_partial = FALSE;
  drawing.lines = ggov_theme_palette_get_lines (is_dark);
  init_place (&drawing, spot);
  cairo_translate (drawing.cr, GGOV_MAP_TILE_MARGIN, GGOV_MAP_TILE_MARGIN);
  cairo_scale (drawing.cr, spot->scale, spot->scale);
  set_colour (&drawing, &drawing.palette->ground);
  cairo_paint (drawing.cr);

  has_base = base && ggov_base_map_paint (base, drawing.cr, spot, is_dark, is_partial);
  cairo_set_antialias (drawing.cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_cap (drawing.cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (drawing.cr, CAIRO_LINE_JOIN_ROUND);
  draw_ground (&drawing, has_base);
  draw_buildings (&drawing);
  draw_borders (&drawing);

  cairo_destroy (drawing.cr);
  cairo_surface_flush (surface);

  return surface;
}
