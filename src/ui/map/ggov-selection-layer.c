/* ggov-selection-layer.c: what is chosen on the map, and what the pointer is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-frame.h"
#include "ggov-selection-layer.h"

/* Room around a shape for the lines on its edge, pixels. */
#define MARGIN_PX 8

struct _GgovSelectionLayer
{
  GgovMapLayer    parent_instance;

  GgovMapPicture *picture; /* (nullable) */
  gint64          grid_id; /* 0 for none, as the next two */
  gint64          building_id;
  gint64          hover_id;
};

G_DEFINE_FINAL_TYPE (GgovSelectionLayer, ggov_selection_layer, GGOV_TYPE_MAP_LAYER)

static void
set_colour (cairo_t             *cr,
            const GgovMapColour *colour,
            double               alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static void
add_ring (cairo_t            *cr,
          const GgovMapFrame *frame,
          const double       *coords,
          guint               n_points)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    {
      double x, y;

      ggov_map_frame_to_screen (frame, coords[2 * i], coords[2 * i + 1], &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

/* A Cairo node no larger than the shape; NULL where nothing of it is seen. */
static cairo_t *
begin (GtkSnapshot         *snapshot,
       const GgovMapFrame  *frame,
       const GgovGeoBounds *bounds)
{
  graphene_rect_t box, whole;
  cairo_t *cr;

  ggov_map_frame_get_box (frame, bounds, &box);
  graphene_rect_inset (&box, -MARGIN_PX, -MARGIN_PX);
  graphene_rect_init (&whole, 0, 0, frame->width, frame->height);
  if (!graphene_rect_intersection (&box, &whole, &box))
    return NULL;

  graphene_rect_round_extents (&box, &box);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);

  return cr;
}

static void
draw_grid (GgovSelectionLayer *self,
           GtkSnapshot        *snapshot,
           const GgovMapFrame *frame)
{
  const GgovMapPalette *palette = ggov_map_picture_get_palette (self->picture);
  const GgovMapArea *area = ggov_map_picture_find_grid (self->picture, self->grid_id);
  cairo_t *cr = area ? begin (snapshot, frame, &area->bounds) : NULL;

  if (cr == NULL)
    return;

  for (guint i = 0; i < area->rings->len; i++)
    {
      const GgovMapLine *ring = &g_array_index (area->rings, GgovMapLine, i);

      add_ring (cr, frame, ring->coords, ring->n_points);
    }

  set_colour (cr, &palette->selected, 0.10);
  cairo_fill_preserve (cr);
  set_colour (cr, &palette->halo, 0.9);
  cairo_set_line_width (cr, 6);
  cairo_stroke_preserve (cr);
  set_colour (cr, &palette->selected, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_building (GgovSelectionLayer *self,
               GtkSnapshot        *snapshot,
               const GgovMapFrame *frame,
               gint64              id,
               gboolean            is_selected)
{
  const GgovMapPalette *palette = ggov_map_picture_get_palette (self->picture);
  GgovGeoFootprints *footprints =
    ggov_places_get_footprints (ggov_map_picture_get_places (self->picture));
  cairo_t *cr;
  guint i;

  if (id == 0 || !ggov_geo_footprints_find_id (footprints, id, &i) ||
      !(cr = begin (snapshot, frame, ggov_geo_footprints_get_bounds (footprints, i))))
    return;

  for (guint j = 0; j < ggov_geo_footprints_get_n_rings (footprints, i); j++)
    {
      guint n;
      const double *coords = ggov_geo_footprints_get_ring (footprints, i, j, &n, NULL);

      add_ring (cr, frame, coords, n);
    }

  set_colour (cr, &palette->selected, is_selected ? 0.8 : 0.25);
  cairo_fill_preserve (cr);
  set_colour (cr, &palette->halo, 0.9);
  cairo_set_line_width (cr, is_selected ? 4.5 : 3);
  cairo_stroke_preserve (cr);
  set_colour (cr, &palette->selected, 1);
  cairo_set_line_width (cr, is_selected ? 2.2 : 1.2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ggov_selection_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  GgovSelectionLayer *self = GGOV_SELECTION_LAYER (widget);
  GgovMapFrame frame;

  if (self->picture == NULL)
    return;

  ggov_map_frame_init (&frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget);
  draw_grid (self, snapshot, &frame);
  draw_building (self, snapshot, &frame, self->building_id, TRUE);
  if (self->hover_id != self->building_id)
    draw_building (self, snapshot, &frame, self->hover_id, FALSE);
}

static void
ggov_selection_layer_finalize (GObject *object)
{
  GgovSelectionLayer *self = GGOV_SELECTION_LAYER (object);

  g_clear_pointer (&self->picture, ggov_map_picture_unref);

  G_OBJECT_CLASS (ggov_selection_layer_parent_class)->finalize (object);
}

static void
ggov_selection_layer_class_init (GgovSelectionLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_selection_layer_finalize;

  GTK_WIDGET_CLASS (klass)->snapshot = ggov_selection_layer_snapshot;
}

static void
ggov_selection_layer_init (GgovSelectionLayer *self)
{
}

GgovSelectionLayer *
ggov_selection_layer_new (ShumateViewport *viewport)
{
  return g_object_new (GGOV_TYPE_SELECTION_LAYER, "viewport", viewport, NULL);
}

void
ggov_selection_layer_set_picture (GgovSelectionLayer *self,
                                  GgovMapPicture     *picture)
{
  g_return_if_fail (GGOV_IS_SELECTION_LAYER (self));

  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  self->picture = picture ? ggov_map_picture_ref (picture) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ggov_selection_layer_select (GgovSelectionLayer *self,
                             gint64              grid_id,
                             gint64              building_id)
{
  g_return_if_fail (GGOV_IS_SELECTION_LAYER (self));

  self->grid_id = grid_id;
  self->building_id = building_id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ggov_selection_layer_hover (GgovSelectionLayer *self,
                            gint64              building_id)
{
  g_return_if_fail (GGOV_IS_SELECTION_LAYER (self));

  if (self->hover_id == building_id)
    return;

  self->hover_id = building_id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
