/* ggov-measure-layer.c: what is being measured, drawn on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>

#include "ggov-map-frame.h"
#include "ggov-map-palette.h"
#include "ggov-measure-layer.h"
#include "ggov-measure-text.h"

#define LINE_PX   2.5
#define HALO_PX   5.5
#define POINT_PX  4.5 /* radius */
#define CROSS_PX  11.0
#define MARGIN_PX 12.0

/* A length is written on its leg where the leg is longer than this many times the writing. */
#define ROOM 1.3

#define PADDING_PX 3

struct _GgovMeasureLayer
{
  GgovMapLayer  parent_instance;

  GgovMeasure  *measure;
  gboolean      has_cross;
};

/* One frame. */
typedef struct
{
  GgovMapFrame          frame;
  const GgovMapPalette *palette;
  graphene_point_t     *points; /* (owned): the path on the screen */
  guint                 n_points;
  guint                 n_sides;
} Drawing;

G_DEFINE_FINAL_TYPE (GgovMeasureLayer, ggov_measure_layer, GGOV_TYPE_MAP_LAYER)

static void
init_drawing (Drawing          *drawing,
              GgovMeasureLayer *self)
{
  const double *path = ggov_measure_get_path (self->measure, &drawing->n_points, NULL);
  gboolean is_ring = ggov_measure_get_kind (self->measure) == GGOV_MEASURE_AREA;

  ggov_map_frame_init (&drawing->frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                       GTK_WIDGET (self));
  drawing->palette =
    ggov_map_palette_get (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  drawing->points = g_new (graphene_point_t, drawing->n_points + 1);
  drawing->n_sides = drawing->n_points < 2 ? 0 : is_ring && drawing->n_points > 2
    ? drawing->n_points : drawing->n_points - 1;

  for (guint i = 0; i < drawing->n_points; i++)
    {
      double x, y;

      ggov_map_frame_to_screen (&drawing->frame, path[2 * i], path[2 * i + 1], &x, &y);
      graphene_point_init (&drawing->points[i], x, y);
    }
  if (drawing->n_points > 0)
    drawing->points[drawing->n_points] = drawing->points[0];
}

/* No larger than what is seen of the line; FALSE where that is nothing. */
static gboolean
get_box (const Drawing   *drawing,
         graphene_rect_t *box)
{
  graphene_rect_t whole;

  graphene_rect_init (box, drawing->points[0].x, drawing->points[0].y, 0, 0);
  for (guint i = 1; i < drawing->n_points; i++)
    graphene_rect_expand (box, &drawing->points[i], box);
  graphene_rect_inset (box, -MARGIN_PX, -MARGIN_PX);
  graphene_rect_init (&whole, 0, 0, drawing->frame.width, drawing->frame.height);
  if (!graphene_rect_intersection (box, &whole, box))
    return FALSE;

  graphene_rect_round_extents (box, box);

  return TRUE;
}

static void
set_colour (cairo_t             *cr,
            const GgovMapColour *colour,
            double               alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static void
stroke_with_halo (cairo_t       *cr,
                  const Drawing *drawing,
                  double         width,
                  double         halo)
{
  set_colour (cr, &drawing->palette->halo, 0.9);
  cairo_set_line_width (cr, halo);
  cairo_stroke_preserve (cr);
  set_colour (cr, &drawing->palette->selected, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_line (GgovMeasureLayer *self,
           cairo_t          *cr,
           const Drawing    *drawing)
{
  gboolean is_area = ggov_measure_get_kind (self->measure) == GGOV_MEASURE_AREA;

  for (guint i = 0; i < drawing->n_points; i++)
    cairo_line_to (cr, drawing->points[i].x, drawing->points[i].y);
  if (drawing->n_sides == drawing->n_points && drawing->n_sides > 0)
    cairo_close_path (cr);

  if (is_area && ggov_measure_get_area_m2 (self->measure) > 0)
    {
      set_colour (cr, &drawing->palette->selected, 0.18);
      cairo_fill_preserve (cr);
    }
  stroke_with_halo (cr, drawing, LINE_PX, HALO_PX);
}

static void
draw_points (GgovMeasureLayer *self,
             cairo_t          *cr,
             const Drawing    *drawing)
{
  for (guint i = 0; i < ggov_measure_get_n_points (self->measure); i++)
    {
      cairo_arc (cr, drawing->points[i].x, drawing->points[i].y, POINT_PX, 0, 2 * G_PI);
      set_colour (cr, &drawing->palette->halo, 1);
      cairo_fill_preserve (cr);
      set_colour (cr, &drawing->palette->selected, 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

/* In the middle of the leg, on a ground of its own. */
static void
draw_length (GgovMeasureLayer       *self,
             GtkSnapshot            *snapshot,
             const Drawing          *drawing,
             const graphene_point_t *a,
             const graphene_point_t *b,
             double                  length_m)
{
  g_autofree char *text = ggov_measure_dup_length (length_m);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  const GgovMapColour *halo = &drawing->palette->halo, *ink = &drawing->palette->text;
  const GdkRGBA ground = { halo->red, halo->green, halo->blue, 0.85 };
  const GdkRGBA colour = { ink->red, ink->green, ink->blue, 1 };
  graphene_rect_t box;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (hypot (b->x - a->x, b->y - a->y) < ROOM * width)
    return;

  graphene_rect_init (&box, round ((a->x + b->x - width) / 2) - PADDING_PX,
                      round ((a->y + b->y - height) / 2), width + 2 * PADDING_PX, height);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.origin.x + PADDING_PX, box.origin.y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_lengths (GgovMeasureLayer *self,
              GtkSnapshot      *snapshot,
              const Drawing    *drawing)
{
  const double *legs;
  guint n;

  ggov_measure_get_path (self->measure, &n, &legs);
  for (guint i = 0; i < drawing->n_sides; i++)
    draw_length (self, snapshot, drawing, &drawing->points[i], &drawing->points[i + 1], legs[i]);
}

static void
draw_cross (GtkSnapshot   *snapshot,
            const Drawing *drawing)
{
  double x = drawing->frame.width / 2.0, y = drawing->frame.height / 2.0;
  graphene_rect_t box;
  cairo_t *cr;

  graphene_rect_init (&box, x - MARGIN_PX - 2, y - MARGIN_PX - 2, 2 * MARGIN_PX + 4,
                      2 * MARGIN_PX + 4);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_move_to (cr, x - CROSS_PX, y);
  cairo_line_to (cr, x + CROSS_PX, y);
  cairo_move_to (cr, x, y - CROSS_PX);
  cairo_line_to (cr, x, y + CROSS_PX);
  stroke_with_halo (cr, drawing, 1.5, 4);
  cairo_destroy (cr);
}

static void
ggov_measure_layer_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  GgovMeasureLayer *self = GGOV_MEASURE_LAYER (widget);
  graphene_rect_t box;
  Drawing drawing;

  init_drawing (&drawing, self);
  if (drawing.n_points > 0 && get_box (&drawing, &box))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);

      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      draw_line (self, cr, &drawing);
      draw_points (self, cr, &drawing);
      cairo_destroy (cr);
      draw_lengths (self, snapshot, &drawing);
    }
  if (self->has_cross)
    draw_cross (snapshot, &drawing);
  g_free (drawing.points);
}

static void
ggov_measure_layer_finalize (GObject *object)
{
  GgovMeasureLayer *self = GGOV_MEASURE_LAYER (object);

  g_clear_object (&self->measure);

  G_OBJECT_CLASS (ggov_measure_layer_parent_class)->finalize (object);
}

static void
ggov_measure_layer_class_init (GgovMeasureLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_measure_layer_finalize;

  GTK_WIDGET_CLASS (klass)->snapshot = ggov_measure_layer_snapshot;
}

static void
ggov_measure_layer_init (GgovMeasureLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GgovMeasureLayer *
ggov_measure_layer_new (ShumateViewport *viewport,
                        GgovMeasure     *measure)
{
  GgovMeasureLayer *self = g_object_new (GGOV_TYPE_MEASURE_LAYER, "viewport", viewport, NULL);

  self->measure = g_object_ref (measure);
  g_signal_connect_object (measure, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
ggov_measure_layer_set_cross (GgovMeasureLayer *self,
                              gboolean          has_cross)
{
  g_return_if_fail (GGOV_IS_MEASURE_LAYER (self));

  if (self->has_cross == has_cross)
    return;

  self->has_cross = has_cross;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
