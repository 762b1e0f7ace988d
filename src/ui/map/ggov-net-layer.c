/* ggov-net-layer.c: the grids of a department's old net, over the base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>

#include "ggov-geo-label.h"
#include "ggov-geo-wkb.h"
#include "ggov-map-frame.h"
#include "ggov-map-palette.h"
#include "ggov-net-layer.h"

#define LINE_PX    2.5
#define HALO_PX    5.0
#define DASH_PX    9.0
#define MARGIN_PX  6
#define PADDING_PX 4

/* Reddish purple of Okabe and Ito's colours, and a lighter one for dark ground: no base grid and no
 * selection has it. */
static const GgovMapColour line_colours[] = {
  { 0.62, 0.20, 0.44, 1 },
  { 0.94, 0.62, 0.80, 1 },
};

struct _GgovNetLayer
{
  GgovMapLayer   parent_instance;

  GgovNetStudy  *study;  /* (nullable) */
  GgovGeoBounds *bounds; /* (array) (nullable): of each old grid */
  double        *labels; /* (array) (nullable): shape [n][2], degrees: where its code stands */
};

G_DEFINE_FINAL_TYPE (GgovNetLayer, ggov_net_layer, GGOV_TYPE_MAP_LAYER)

static void
set_colour (cairo_t             *cr,
            const GgovMapColour *colour,
            double               alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static void
add_rings (cairo_t            *cr,
           const GgovMapFrame *frame,
           GBytes             *shape)
{
  GgovGeoWkb wkb;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  if (!ggov_geo_wkb_init_bytes (&wkb, shape, NULL))
    return;

  ggov_geo_wkb_iter_init (&iter, &wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      cairo_new_sub_path (cr);
      for (guint i = 0; i < ring.n_points; i++)
        {
          double place[2], x, y;

          ggov_geo_wkb_ring_get (&ring, i, place);
          ggov_map_frame_to_screen (frame, place[0], place[1], &x, &y);
          cairo_line_to (cr, x, y);
        }
      cairo_close_path (cr);
    }
}

static gboolean
is_seen (GgovNetLayer       *self,
         const GgovMapFrame *frame,
         guint               i)
{
  graphene_rect_t box, whole;

  ggov_map_frame_get_box (frame, &self->bounds[i], &box);
  graphene_rect_inset (&box, -MARGIN_PX, -MARGIN_PX);
  graphene_rect_init (&whole, 0, 0, frame->width, frame->height);

  return graphene_rect_intersection (&box, &whole, NULL);
}

static void
draw_lines (GgovNetLayer         *self,
            GtkSnapshot          *snapshot,
            const GgovMapFrame   *frame,
            const GgovMapPalette *palette,
            const GgovMapColour  *colour)
{
  const double dash = DASH_PX;
  graphene_rect_t whole;
  cairo_t *cr;

  graphene_rect_init (&whole, 0, 0, frame->width, frame->height);
  cr = gtk_snapshot_append_cairo (snapshot, &whole);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < ggov_net_study_get_n_rows (self->study); i++)
    if (is_seen (self, frame, i))
      add_rings (cr, frame, ggov_net_study_get_row (self->study, i)->shape);

  set_colour (cr, &palette->halo, 0.8);
  cairo_set_line_width (cr, HALO_PX);
  cairo_stroke_preserve (cr);
  set_colour (cr, colour, 1);
  cairo_set_line_width (cr, LINE_PX);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_label (GgovNetLayer         *self,
            GtkSnapshot          *snapshot,
            const GgovMapFrame   *frame,
            const GgovMapPalette *palette,
            const GgovMapColour  *colour,
            guint                 i)
{
  const char *code = ggov_net_study_get_row (self->study, i)->code;
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), code);
  const GdkRGBA ground = { palette->halo.red, palette->halo.green, palette->halo.blue, 0.9 };
  const GdkRGBA ink = { colour->red, colour->green, colour->blue, 1 };
  GskRoundedRect shape;
  graphene_rect_t box;
  int width, height;
  double x, y;

  pango_layout_get_pixel_size (layout, &width, &height);
  ggov_map_frame_to_screen (frame, self->labels[2 * i], self->labels[2 * i + 1], &x, &y);
  graphene_rect_init (&box, (float) (x - width / 2.0 - PADDING_PX), (float) (y - height / 2.0),
                      width + 2 * PADDING_PX, height);

  gsk_rounded_rect_init_from_rect (&shape, &box, PADDING_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.origin.x + PADDING_PX, box.origin.y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
ggov_net_layer_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GgovNetLayer *self = GGOV_NET_LAYER (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const GgovMapPalette *palette = ggov_map_palette_get (dark);
  const GgovMapColour *colour = &line_colours[dark ? 1 : 0];
  GgovMapFrame frame;

  if (self->study == NULL)
    return;

  ggov_map_frame_init (&frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget);
  draw_lines (self, snapshot, &frame, palette, colour);
  for (guint i = 0; i < ggov_net_study_get_n_rows (self->study); i++)
    if (is_seen (self, &frame, i))
      draw_label (self, snapshot, &frame, palette, colour, i);
}

static void
ggov_net_layer_finalize (GObject *object)
{
  GgovNetLayer *self = GGOV_NET_LAYER (object);

  g_clear_object (&self->study);
  g_clear_pointer (&self->bounds, g_free);
  g_clear_pointer (&self->labels, g_free);

  G_OBJECT_CLASS (ggov_net_layer_parent_class)->finalize (object);
}

static void
ggov_net_layer_class_init (GgovNetLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_net_layer_finalize;

  GTK_WIDGET_CLASS (klass)->snapshot = ggov_net_layer_snapshot;
}

static void
ggov_net_layer_init (GgovNetLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GgovNetLayer *
ggov_net_layer_new (ShumateViewport *viewport)
{
  return g_object_new (GGOV_TYPE_NET_LAYER, "viewport", viewport, NULL);
}

static void
measure (GgovNetLayer *self)
{
  guint n = ggov_net_study_get_n_rows (self->study);

  self->bounds = g_new0 (GgovGeoBounds, n + 1);
  self->labels = g_new0 (double, 2 * (gsize) n + 2);
  for (guint i = 0; i < n; i++)
    {
      GBytes *shape = ggov_net_study_get_row (self->study, i)->shape;
      GgovGeoWkb wkb;

      if (ggov_geo_wkb_init_bytes (&wkb, shape, NULL))
        ggov_geo_wkb_get_bounds (&wkb, &self->bounds[i]);
      ggov_geo_get_label_place (shape, &self->labels[2 * i], &self->labels[2 * i + 1], NULL);
    }
}

void
ggov_net_layer_set_study (GgovNetLayer *self,
                          GgovNetStudy *study)
{
  g_return_if_fail (GGOV_IS_NET_LAYER (self));

  if (!g_set_object (&self->study, study))
    return;

  g_clear_pointer (&self->bounds, g_free);
  g_clear_pointer (&self->labels, g_free);
  if (study)
    measure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GgovNetStudy *
ggov_net_layer_get_study (GgovNetLayer *self)
{
  g_return_val_if_fail (GGOV_IS_NET_LAYER (self), NULL);

  return self->study;
}
