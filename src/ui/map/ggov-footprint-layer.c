/* ggov-footprint-layer.c: the drawn ground of the map: buildings, streets and borders in tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-footprint-layer.h"
#include "ggov-map-frame.h"
#include "ggov-map-tiles.h"

/* A zoom level that has been the same for so long will stay: tiles are drawn to its size. */
#define SETTLE_MS 140

/* Tiles come one by one, and to show one costs the main thread as much as to show them all. */
#define READY_MS 60

/* How far up to look for a coarser tile to stand in for a missing one. */
#define MAX_ANCESTORS 5

#define MIN_TILE_ZOOM 2
#define MAX_TILE_ZOOM 21

struct _GgovFootprintLayer
{
  GgovMapLayer  parent_instance;

  GgovMapTiles *tiles;
  double        zoom;      /* of the last frame */
  guint         settle_id; /* 0 while the zoom level stays the same */
  guint         ready_id;  /* 0 while no new tile waits to be shown */
  gboolean      is_complete;
};

/* The tiles that one frame shows. */
typedef struct
{
  GgovMapFrame frame;
  int          zoom; /* whole */
  double       size; /* of a tile, pixels */
  int          x0;
  int          y0;
  int          x1;   /* the last one, inclusive */
  int          y1;
} View;

/* Where tiles are painted: in one Cairo node, or as texture nodes. */
typedef struct
{
  GtkSnapshot *snapshot;
  cairo_t     *cr; /* (nullable): NULL for textures */
} Canvas;

G_DEFINE_FINAL_TYPE (GgovFootprintLayer, ggov_footprint_layer, GGOV_TYPE_MAP_LAYER)

static void
init_view (View               *view,
           GgovFootprintLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  int n;

  ggov_map_frame_init (&view->frame, viewport, GTK_WIDGET (self));
  view->zoom = CLAMP ((int) round (view->frame.zoom), MIN_TILE_ZOOM, MAX_TILE_ZOOM);
  view->size = GGOV_MAP_TILE_SIZE * exp2 (view->frame.zoom - view->zoom);
  n = 1 << view->zoom;

  view->x0 = CLAMP ((int) floor (view->frame.left / view->size), 0, n - 1);
  view->y0 = CLAMP ((int) floor (view->frame.top / view->size), 0, n - 1);
  view->x1 = CLAMP ((int) floor ((view->frame.left + view->frame.width) / view->size), 0, n - 1);
  view->y1 = CLAMP ((int) floor ((view->frame.top + view->frame.height) / view->size), 0, n - 1);
}

/* On whole device pixels, so that tiles meet. */
static void
get_rectangle (const View      *view,
               int              x,
               int              y,
               graphene_rect_t *rectangle)
{
  double scale = view->frame.scale;
  double left = round ((x * view->size - view->frame.left) * scale) / scale;
  double top = round ((y * view->size - view->frame.top) * scale) / scale;
  double right = round (((x + 1) * view->size - view->frame.left) * scale) / scale;
  double bottom = round (((y + 1) * view->size - view->frame.top) * scale) / scale;

  graphene_rect_init (rectangle, left, top, right - left, bottom - top);
}

/* Paints the part of a tile that starts at (x, y) of it, in pixels as it was drawn, into a
 * rectangle; @ratio is how much larger it is seen than it was drawn. */
static void
paint (Canvas                *canvas,
       GgovMapTileImage      *image,
       double                 x,
       double                 y,
       double                 ratio,
       const graphene_rect_t *rectangle)
{
  double factor = ratio / image->scale;
  double left = rectangle->origin.x - x * ratio - GGOV_MAP_TILE_MARGIN * factor;
  double top = rectangle->origin.y - y * ratio - GGOV_MAP_TILE_MARGIN * factor;

  if (canvas->cr == NULL)
    {
      graphene_rect_t whole;

      graphene_rect_init (&whole, left, top,
                          cairo_image_surface_get_width (image->surface) * factor,
                          cairo_image_surface_get_height (image->surface) * factor);
      gtk_snapshot_push_clip (canvas->snapshot, rectangle);
      gtk_snapshot_append_texture (canvas->snapshot, ggov_map_tile_image_get_texture (image),
                                   &whole);
      gtk_snapshot_pop (canvas->snapshot);
      return;
    }

  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, rectangle->origin.x, rectangle->origin.y, rectangle->size.width,
                   rectangle->size.height);
  cairo_translate (canvas->cr, left, top);
  cairo_scale (canvas->cr, factor, factor);
  cairo_set_operator (canvas->cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (canvas->cr, image->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (canvas->cr),
                            ratio == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (canvas->cr), CAIRO_EXTEND_PAD);
  cairo_fill (canvas->cr);
  cairo_restore (canvas->cr);
}

/* Under what stands in for a tile, which may not cover it. */
static void
fill_ground (GgovFootprintLayer    *self,
             Canvas                *canvas,
             const graphene_rect_t *rectangle)
{
  GgovMapPicture *picture = ggov_map_tiles_get_picture (self->tiles);
  const GgovMapColour *colour = &ggov_map_picture_get_palette (picture)->ground;
  const GdkRGBA rgba = { colour->red, colour->green, colour->blue, 1 };

  if (canvas->cr == NULL)
    {
      gtk_snapshot_append_color (canvas->snapshot, &rgba, rectangle);
      return;
    }

  gdk_cairo_set_source_rgba (canvas->cr, &rgba);
  cairo_rectangle (canvas->cr, rectangle->origin.x, rectangle->origin.y, rectangle->size.width,
                   rectangle->size.height);
  cairo_fill (canvas->cr);
}

static void
paint_ancestor (GgovFootprintLayer    *self,
                Canvas                *canvas,
                const View            *view,
                int                    x,
                int                    y,
                const graphene_rect_t *rectangle)
{
  for (int up = 1; up <= MAX_ANCESTORS && view->zoom - up >= MIN_TILE_ZOOM; up++)
    {
      GgovMapTileImage *image = ggov_map_tiles_find (self->tiles, view->zoom - up, x >> up, y >> up);
      double part = image ? image->size / (1 << up) : 0;

      if (image == NULL)
        continue;

      paint (canvas, image, (x - (x >> up << up)) * part, (y - (y >> up << up)) * part,
             view->size / part, rectangle);
      return;
    }
}

/* After zooming out the finer tiles of before are better than a coarse one. */
static void
paint_children (GgovFootprintLayer    *self,
                Canvas                *canvas,
                const View            *view,
                int                    x,
                int                    y,
                const graphene_rect_t *rectangle)
{
  for (int i = 0; i < 4; i++)
    {
      GgovMapTileImage *image =
        ggov_map_tiles_find (self->tiles, view->zoom + 1, 2 * x + i % 2, 2 * y + i / 2);
      graphene_rect_t quarter;

      if (image == NULL)
        continue;

      graphene_rect_init (&quarter, rectangle->origin.x + i % 2 * rectangle->size.width / 2,
                          rectangle->origin.y + i / 2 * rectangle->size.height / 2,
                          rectangle->size.width / 2, rectangle->size.height / 2);
      paint (canvas, image, 0, 0, view->size / 2 / image->size, &quarter);
    }
}

static void
paint_tile (GgovFootprintLayer *self,
            Canvas             *canvas,
            const View         *view,
            int                 x,
            int                 y)
{
  const GgovMapTileSpot spot = { view->zoom, x, y, view->size, view->frame.scale };
  GgovMapTileImage *image = ggov_map_tiles_find (self->tiles, view->zoom, x, y);
  graphene_rect_t rectangle;

  get_rectangle (view, x, y, &rectangle);
  if (image == NULL)
    {
      fill_ground (self, canvas, &rectangle);
      paint_ancestor (self, canvas, view, x, y, &rectangle);
      paint_children (self, canvas, view, x, y, &rectangle);
    }
  else
    paint (canvas, image, 0, 0, fabs (view->size - image->size) < 0.01 ? 1
                                : view->size / image->size, &rectangle);

  if (image == NULL || !ggov_map_tiles_is_fresh (self->tiles, image, &spot))
    self->is_complete = FALSE;
}

static void
paint_tiles (GgovFootprintLayer *self,
             Canvas             *canvas,
             const View         *view)
{
  self->is_complete = ggov_map_tiles_get_picture (self->tiles) != NULL;

  for (int y = view->y0; y <= view->y1; y++)
    for (int x = view->x0; x <= view->x1; x++)
      paint_tile (self, canvas, view, x, y);
}

static void
want_tile (GgovFootprintLayer *self,
           const View         *view,
           int                 x,
           int                 y)
{
  GgovMapTileSpot spot = { view->zoom, x, y, view->size, view->frame.scale };
  GgovMapTileImage *image = ggov_map_tiles_find (self->tiles, view->zoom, x, y);

  /* While the zoom level moves, any size will do. */
  if (self->settle_id != 0)
    spot.size = image ? image->size : GGOV_MAP_TILE_SIZE;

  if (image == NULL || !ggov_map_tiles_is_fresh (self->tiles, image, &spot))
    ggov_map_tiles_want (self->tiles, &spot);
}

static void
want_ring (GgovFootprintLayer *self,
           const View         *view,
           int                 centre_x,
           int                 centre_y,
           int                 distance)
{
  int last = (1 << view->zoom) - 1;

  for (int y = centre_y - distance; y <= centre_y + distance; y++)
    for (int x = centre_x - distance; x <= centre_x + distance; x++)
      if (MAX (ABS (x - centre_x), ABS (y - centre_y)) == distance &&
          x >= MAX (view->x0 - 1, 0) && x <= MIN (view->x1 + 1, last) &&
          y >= MAX (view->y0 - 1, 0) && y <= MIN (view->y1 + 1, last))
        want_tile (self, view, x, y);
}

/* From the middle outwards, and one tile beyond what is seen. */
static void
want_tiles (GgovFootprintLayer *self,
            const View         *view)
{
  int centre_x = (view->x0 + view->x1) / 2;
  int centre_y = (view->y0 + view->y1) / 2;
  int reach = MAX (view->x1 - view->x0, view->y1 - view->y0) / 2 + 2;

  ggov_map_tiles_begin (self->tiles);
  for (int distance = 0; distance <= reach; distance++)
    want_ring (self, view, centre_x, centre_y, distance);
  ggov_map_tiles_end (self->tiles);
}

static void
show_ready (gpointer user_data)
{
  GgovFootprintLayer *self = user_data;

  self->ready_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The last one does not wait. */
static void
ready_cb (GgovFootprintLayer *self)
{
  if (ggov_map_tiles_is_idle (self->tiles))
    {
      g_clear_handle_id (&self->ready_id, g_source_remove);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (self->ready_id == 0)
    self->ready_id = g_timeout_add_once (READY_MS, show_ready, self);
}

static void
settle_cb (gpointer user_data)
{
  GgovFootprintLayer *self = user_data;

  self->settle_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
watch_zoom (GgovFootprintLayer *self,
            double              zoom)
{
  if (zoom == self->zoom)
    return;

  self->zoom = zoom;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add_once (SETTLE_MS, settle_cb, self);
}

static gboolean
has_cairo_renderer (GtkWidget *widget)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  return GSK_IS_CAIRO_RENDERER (renderer);
}

/* Under the Cairo renderer each texture node would be converted through floating point in every
 * frame; under the others a Cairo node would be drawn and sent to the graphics card. */
static void
ggov_footprint_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  GgovFootprintLayer *self = GGOV_FOOTPRINT_LAYER (widget);
  GgovMapPicture *picture = ggov_map_tiles_get_picture (self->tiles);
  Canvas canvas = { snapshot, NULL };
  graphene_rect_t whole;
  View view;

  init_view (&view, self);
  graphene_rect_init (&whole, 0, 0, view.frame.width, view.frame.height);
  if (picture == NULL)
    return;

  watch_zoom (self, view.frame.zoom);
  if (has_cairo_renderer (widget))
    canvas.cr = gtk_snapshot_append_cairo (snapshot, &whole);

  paint_tiles (self, &canvas, &view);
  g_clear_pointer (&canvas.cr, cairo_destroy);

  want_tiles (self, &view);
}

static void
ggov_footprint_layer_dispose (GObject *object)
{
  GgovFootprintLayer *self = GGOV_FOOTPRINT_LAYER (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->ready_id, g_source_remove);
  if (self->tiles)
    ggov_map_tiles_set_picture (self->tiles, NULL);
  g_clear_object (&self->tiles);

  G_OBJECT_CLASS (ggov_footprint_layer_parent_class)->dispose (object);
}

static void
ggov_footprint_layer_class_init (GgovFootprintLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_footprint_layer_dispose;

  widget_class->snapshot = ggov_footprint_layer_snapshot;
}

static void
ggov_footprint_layer_init (GgovFootprintLayer *self)
{
  self->tiles = ggov_map_tiles_new ();
  g_signal_connect_object (self->tiles, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
}

GgovFootprintLayer *
ggov_footprint_layer_new (ShumateViewport *viewport)
{
  return g_object_new (GGOV_TYPE_FOOTPRINT_LAYER, "viewport", viewport, NULL);
}

void
ggov_footprint_layer_set_picture (GgovFootprintLayer *self,
                                  GgovMapPicture     *picture)
{
  g_return_if_fail (GGOV_IS_FOOTPRINT_LAYER (self));

  ggov_map_tiles_set_picture (self->tiles, picture);
  self->is_complete = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ggov_footprint_layer_set_base (GgovFootprintLayer *self,
                               GgovBaseMap        *base)
{
  g_return_if_fail (GGOV_IS_FOOTPRINT_LAYER (self));

  ggov_map_tiles_set_base (self->tiles, base);
  self->is_complete = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ggov_footprint_layer_is_complete (GgovFootprintLayer *self)
{
  g_return_val_if_fail (GGOV_IS_FOOTPRINT_LAYER (self), FALSE);

  return self->is_complete && ggov_map_tiles_is_idle (self->tiles);
}
