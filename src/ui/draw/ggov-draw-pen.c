/* ggov-draw-pen.c: the marks that drawing tools leave over the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-draw-pen.h"

/* Pixels. */
#define MARGIN       30
#define HALO_WIDTH   5.0
#define LINE_WIDTH   2.2
#define HANDLE_SIZE  7
#define CROSS_ARM    11
#define LOCK_RISE    20

/* From here on buildings are drawn as boxes. */
#define MANY_BUILDINGS 400

static const GgovMapColour wrong = { 0.87, 0.15, 0.12, 1 };

static GgovMapColour
get_colour (const GgovDrawPen *self,
            GgovDrawInk        ink)
{
  return ink == GGOV_DRAW_INK_WRONG ? wrong
    : ink == GGOV_DRAW_INK_PLAIN ? self->palette->grid_border : self->palette->selected;
}

static void
set_colour (cairo_t             *cr,
            const GgovMapColour *colour,
            double               alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

/* NULL where nothing of it is seen. */
static cairo_t *
begin (const GgovDrawPen   *self,
       const GgovGeoBounds *bounds)
{
  graphene_rect_t box, whole;
  cairo_t *cr;

  if (ggov_geo_bounds_is_empty (bounds))
    return NULL;

  ggov_map_frame_get_box (self->frame, bounds, &box);
  graphene_rect_inset (&box, -MARGIN, -MARGIN);
  graphene_rect_init (&whole, 0, 0, self->frame->width, self->frame->height);
  if (!graphene_rect_intersection (&box, &whole, &box))
    return NULL;

  graphene_rect_round_extents (&box, &box);
  cr = gtk_snapshot_append_cairo (self->snapshot, &box);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  return cr;
}

static cairo_t *
begin_at (const GgovDrawPen *self,
          const double      *coords,
          guint              n_points)
{
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;

  for (guint i = 0; i < n_points; i++)
    ggov_geo_bounds_add (&bounds, coords[2 * i], coords[2 * i + 1]);

  return begin (self, &bounds);
}

static void
add_path (const GgovDrawPen *self,
          cairo_t           *cr,
          const double      *coords,
          guint              n_points)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    {
      double x, y;

      ggov_map_frame_to_screen (self->frame, coords[2 * i], coords[2 * i + 1], &x, &y);
      cairo_line_to (cr, x, y);
    }
}

static void
stroke (const GgovDrawPen *self,
        cairo_t           *cr,
        GgovDrawInk        ink)
{
  const double dashes[] = { 5, 5 };
  GgovMapColour colour = get_colour (self, ink);

  set_colour (cr, &self->palette->halo, 0.9);
  cairo_set_line_width (cr, HALO_WIDTH);
  cairo_stroke_preserve (cr);
  set_colour (cr, &colour, 1);
  cairo_set_line_width (cr, LINE_WIDTH);
  if (ink == GGOV_DRAW_INK_WAITING)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

void
ggov_draw_pen_line (const GgovDrawPen *self,
                    const double      *coords,
                    guint              n_points,
                    GgovDrawInk        ink)
{
  cairo_t *cr = n_points > 1 ? begin_at (self, coords, n_points) : NULL;

  if (cr == NULL)
    return;

  add_path (self, cr, coords, n_points);
  stroke (self, cr, ink);
  cairo_destroy (cr);
}

void
ggov_draw_pen_area (const GgovDrawPen *self,
                    const double      *coords,
                    guint              n_points,
                    GgovDrawInk        ink)
{
  GgovMapColour colour = get_colour (self, ink);
  cairo_t *cr = n_points > 1 ? begin_at (self, coords, n_points) : NULL;

  if (cr == NULL)
    return;

  add_path (self, cr, coords, n_points);
  cairo_close_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_colour (cr, &colour, 0.12);
  cairo_fill_preserve (cr);
  set_colour (cr, &colour, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
ggov_draw_pen_handles (const GgovDrawPen *self,
                       const double      *coords,
                       guint              n_points,
                       GgovDrawInk        ink)
{
  GgovMapColour colour = get_colour (self, ink);
  double size = ink == GGOV_DRAW_INK_PLAIN ? HANDLE_SIZE : HANDLE_SIZE + 3;
  cairo_t *cr = n_points > 0 ? begin_at (self, coords, n_points) : NULL;

  if (cr == NULL)
    return;

  /* On whole pixels, without smoothing: there may be hundreds. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < n_points; i++)
    {
      double x, y;

      ggov_map_frame_to_screen (self->frame, coords[2 * i], coords[2 * i + 1], &x, &y);
      cairo_rectangle (cr, round (x - size / 2), round (y - size / 2), size, size);
    }

  if (ink == GGOV_DRAW_INK_PLAIN)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else
    set_colour (cr, &colour, 1);
  cairo_fill_preserve (cr);
  if (ink == GGOV_DRAW_INK_PLAIN)
    set_colour (cr, &colour, 1);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
add_building (const GgovDrawPen *self,
              cairo_t           *cr,
              GgovGeoFootprints *footprints,
              guint              i,
              gboolean           is_box)
{
  const GgovGeoBounds *bounds = ggov_geo_footprints_get_bounds (footprints, i);
  graphene_rect_t box;

  if (is_box)
    {
      ggov_map_frame_get_box (self->frame, bounds, &box);
      cairo_rectangle (cr, box.origin.x, box.origin.y, box.size.width, box.size.height);
      return;
    }

  for (guint j = 0; j < ggov_geo_footprints_get_n_rings (footprints, i); j++)
    {
      guint n_points;
      const double *ring = ggov_geo_footprints_get_ring (footprints, i, j, &n_points, NULL);

      add_path (self, cr, ring, n_points);
      cairo_close_path (cr);
    }
}

void
ggov_draw_pen_buildings (const GgovDrawPen *self,
                         GgovGeoFootprints *footprints,
                         GArray            *buildings,
                         GgovDrawInk        ink)
{
  GgovMapColour colour = get_colour (self, ink);
  GgovGeoBounds seen, bounds = GGOV_GEO_BOUNDS_EMPTY;
  g_autoptr(GArray) drawn = g_array_new (FALSE, FALSE, sizeof (guint));
  cairo_t *cr;

  ggov_map_frame_get_bounds (self->frame, 0, &seen);
  for (guint j = 0; j < buildings->len; j++)
    {
      const GgovGeoBounds *own;
      guint i;

      if (!ggov_geo_footprints_find_id (footprints, g_array_index (buildings, guint, j), &i))
        continue;

      own = ggov_geo_footprints_get_bounds (footprints, i);
      if (!ggov_geo_bounds_intersects (own, &seen))
        continue;

      ggov_geo_bounds_join (&bounds, own);
      g_array_append_val (drawn, i);
    }

  if (!(cr = begin (self, &bounds)))
    return;

  if (drawn->len > MANY_BUILDINGS)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint j = 0; j < drawn->len; j++)
    add_building (self, cr, footprints, g_array_index (drawn, guint, j),
                  drawn->len > MANY_BUILDINGS);

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_colour (cr, &colour, ink == GGOV_DRAW_INK_WAITING ? 0.45 : 0.7);
  if (drawn->len > MANY_BUILDINGS)
    cairo_fill (cr);
  else
    {
      cairo_fill_preserve (cr);
      set_colour (cr, &colour, 1);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

void
ggov_draw_pen_grid (const GgovDrawPen  *self,
                    GgovGeoSubdivision *subdivision,
                    gint64              grid_id,
                    GgovDrawInk         ink)
{
  double edges[4];
  cairo_t *cr;

  if (!ggov_geo_subdivision_get_bounds (subdivision, grid_id, edges) ||
      !(cr = begin (self, &(GgovGeoBounds) { edges[0], edges[1], edges[2], edges[3] })))
    return;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      if (arc->left_grid_id == grid_id || arc->right_grid_id == grid_id)
        add_path (self, cr, arc->coords, arc->n_points);
    }

  stroke (self, cr, ink);
  cairo_destroy (cr);
}

void
ggov_draw_pen_lock (const GgovDrawPen *self,
                    const double      *place)
{
  cairo_t *cr = begin_at (self, place, 1);
  double x, y;

  if (cr == NULL)
    return;

  ggov_map_frame_to_screen (self->frame, place[0], place[1], &x, &y);
  x = round (x);
  y = round (y) - LOCK_RISE;
  for (guint i = 0; i < 2; i++)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y - 2, 3.5, G_PI, 2 * G_PI);
      set_colour (cr, i == 0 ? &self->palette->halo : &self->palette->text, 1);
      cairo_set_line_width (cr, i == 0 ? 5 : 1.8);
      cairo_stroke (cr);
      cairo_rectangle (cr, x - 5.5 - (i == 0), y - 2 - (i == 0), 11 + 2 * (i == 0),
                       8 + 2 * (i == 0));
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

void
ggov_draw_pen_cross (const GgovDrawPen *self,
                     const double      *place)
{
  cairo_t *cr = begin_at (self, place, 1);
  double x, y;

  if (cr == NULL)
    return;

  ggov_map_frame_to_screen (self->frame, place[0], place[1], &x, &y);
  x = floor (x) + 0.5;
  y = floor (y) + 0.5;
  for (guint i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x - CROSS_ARM, y);
      cairo_line_to (cr, x + CROSS_ARM, y);
      cairo_move_to (cr, x, y - CROSS_ARM);
      cairo_line_to (cr, x, y + CROSS_ARM);
      set_colour (cr, i == 0 ? &self->palette->halo : &self->palette->text, 1);
      cairo_set_line_width (cr, i == 0 ? 4 : 1);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}
