/* ggov-structure-layer.c: structures on the map, each by its outline and what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ggov-map-frame.h"
#include "ggov-map-palette.h"
#include "ggov-structure-layer.h"

#define LINE_PX    2.0
#define HALO_PX    4.5
#define MARGIN_PX  8
#define PADDING_PX 3

/* The sides of the square of one that was not drawn. */
#define SQUARE_PX  10.0

/* Dashes on anything smaller would be stray dots. */
#define SMALL_PX   20.0

/* A word is written on a structure that is this wide on the screen. */
#define WORD_PX    48.0

#define E7 1e7

/* How one is drawn: Okabe and Ito's vermilion, orange, blue and green, the lighter ones on dark ground. */
typedef struct
{
  const char    *state;
  const char    *label;
  GgovMapColour  colours[2]; /* on light ground, on dark */
  double         filling;    /* its alpha */
  double         dashes[2];  /* 0 for a whole line */
} Look;

static const Look looks[] = {
  { "found", NC_("structure", "Found"),
    { { 0.76, 0.27, 0.00, 1 }, { 1.00, 0.55, 0.30, 1 } }, 0.45, { 0, 0 } },
  { "stopped", NC_("structure", "Stopped"),
    { { 0.70, 0.45, 0.00, 1 }, { 0.96, 0.74, 0.26, 1 } }, 0.30, { 9, 4 } },
  { "partly", NC_("structure", "Partly down"),
    { { 0.00, 0.35, 0.60, 1 }, { 0.50, 0.78, 1.00, 1 } }, 0.18, { 5, 4 } },
  { "demolished", NC_("structure", "Down"),
    { { 0.00, 0.43, 0.32, 1 }, { 0.35, 0.85, 0.65, 1 } }, 0, { 2, 4 } },
};

/* One that is shown. */
typedef struct
{
  GgovStructure *structure;
  const Look    *look;
  GArray        *corners; /* (element-type double): shape [n][2]; one where it was not drawn */
  GgovGeoBounds  bounds;
} Shape;

struct _GgovStructureLayer
{
  GgovMapLayer  parent_instance;

  GPtrArray    *shapes; /* (element-type Shape) */
};

G_DEFINE_FINAL_TYPE (GgovStructureLayer, ggov_structure_layer, GGOV_TYPE_MAP_LAYER)

static void
shape_free (gpointer data)
{
  Shape *shape = data;

  g_object_unref (shape->structure);
  g_array_unref (shape->corners);
  g_free (shape);
}

static const Look *
find_look (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].state, state))
      return &looks[i];

  return &looks[0];
}

const char *
ggov_structure_state_get_label (const char *state)
{
  return g_dpgettext2 (NULL, "structure", find_look (state)->label);
}

GArray *
ggov_structure_parse_outline (const char *outline)
{
  g_auto(GStrv) words = g_strsplit_set (outline, " \n;", -1);
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; words[i]; i++)
    {
      char *end = words[i];
      double corner[2];

      if (*words[i] == '\0')
        continue;

      corner[0] = g_ascii_strtod (words[i], &end);
      if (end == words[i] || *end != ',')
        break;
      corner[1] = g_ascii_strtod (end + 1, &end);
      if (*end != '\0' || fabs (corner[0]) > 180 || fabs (corner[1]) > 90)
        break;
      g_array_append_vals (corners, corner, 2);
    }

  return corners;
}

/* Drawing ------------------------------------------------------------------------------------- */

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static void
init_frame (GgovStructureLayer *self,
            GgovMapFrame       *frame)
{
  ggov_map_frame_init (frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self));
}

static guint
get_n_corners (const Shape *shape)
{
  return shape->corners->len / 2;
}

/* What it takes of the screen; FALSE where that is not seen. */
static gboolean
get_box (const Shape        *shape,
         const GgovMapFrame *frame,
         graphene_rect_t    *box)
{
  graphene_rect_t whole;

  ggov_map_frame_get_box (frame, &shape->bounds, box);
  graphene_rect_inset (box, -MARGIN_PX, -MARGIN_PX);
  graphene_rect_init (&whole, 0, 0, frame->width, frame->height);

  return graphene_rect_intersection (box, &whole, NULL);
}

static void
add_path (cairo_t            *cr,
          const GgovMapFrame *frame,
          const Shape        *shape)
{
  double x, y;

  for (guint i = 0; i < get_n_corners (shape); i++)
    {
      ggov_map_frame_to_screen (frame, g_array_index (shape->corners, double, 2 * i),
                                g_array_index (shape->corners, double, 2 * i + 1), &x, &y);
      if (get_n_corners (shape) == 1)
        cairo_rectangle (cr, x - SQUARE_PX / 2, y - SQUARE_PX / 2, SQUARE_PX, SQUARE_PX);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

static void
draw_shape (GtkSnapshot           *snapshot,
            const GgovMapFrame    *frame,
            const Shape           *shape,
            const graphene_rect_t *box)
{
  const GgovMapColour *halo = &ggov_map_palette_get (is_dark ())->halo;
  const GgovMapColour *colour = &shape->look->colours[is_dark () ? 1 : 0];
  gboolean is_small = MAX (box->size.width, box->size.height) < SMALL_PX + 2 * MARGIN_PX;
  graphene_rect_t whole, seen;
  cairo_t *cr;

  graphene_rect_init (&whole, 0, 0, frame->width, frame->height);
  graphene_rect_intersection (box, &whole, &seen);
  graphene_rect_round_extents (&seen, &seen);
  cr = gtk_snapshot_append_cairo (snapshot, &seen);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_path (cr, frame, shape);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, shape->look->filling);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, halo->red, halo->green, halo->blue, 0.85);
  cairo_set_line_width (cr, HALO_PX);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 1);
  cairo_set_line_width (cr, LINE_PX);
  cairo_set_dash (cr, shape->look->dashes, shape->look->dashes[0] > 0 && !is_small ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_word (GgovStructureLayer    *self,
           GtkSnapshot           *snapshot,
           const Shape           *shape,
           const graphene_rect_t *box)
{
  const GgovMapPalette *palette = ggov_map_palette_get (is_dark ());
  const GdkRGBA ground = { palette->halo.red, palette->halo.green, palette->halo.blue, 0.85 };
  const GdkRGBA ink = { palette->text.red, palette->text.green, palette->text.blue, 1 };
  g_autoptr(PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                    ggov_structure_state_get_label (shape->look->state));
  graphene_point_t middle;
  graphene_rect_t plate;
  int width, height;

  graphene_rect_get_center (box, &middle);
  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&plate, roundf (middle.x - width / 2.0f) - PADDING_PX,
                      roundf (middle.y - height / 2.0f), width + 2 * PADDING_PX, height);
  gtk_snapshot_append_color (snapshot, &ground, &plate);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (plate.origin.x + PADDING_PX,
                                                          plate.origin.y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
ggov_structure_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  GgovStructureLayer *self = GGOV_STRUCTURE_LAYER (widget);
  GgovMapFrame frame;

  if (self->shapes->len == 0)
    return;

  init_frame (self, &frame);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const Shape *shape = self->shapes->pdata[i];
      graphene_rect_t box;

      if (!get_box (shape, &frame, &box))
        continue;

      draw_shape (snapshot, &frame, shape, &box);
      if (box.size.width > WORD_PX + 2 * MARGIN_PX)
        draw_word (self, snapshot, shape, &box);
    }
}

static void
ggov_structure_layer_list_boxes (GgovMapLayer *layer,
                                 GArray       *boxes)
{
  GgovStructureLayer *self = GGOV_STRUCTURE_LAYER (layer);
  GgovMapFrame frame;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  init_frame (self, &frame);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      graphene_rect_t box;

      if (!get_box (self->shapes->pdata[i], &frame, &box))
        continue;

      graphene_rect_inset (&box, MARGIN_PX - HALO_PX / 2, MARGIN_PX - HALO_PX / 2);
      g_array_append_val (boxes, box);
    }
}

/* The layer ----------------------------------------------------------------------------------- */

static void
ggov_structure_layer_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_STRUCTURE_LAYER (object)->shapes, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_structure_layer_parent_class)->finalize (object);
}

static void
ggov_structure_layer_class_init (GgovStructureLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_structure_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = ggov_structure_layer_snapshot;
  GGOV_MAP_LAYER_CLASS (klass)->list_boxes = ggov_structure_layer_list_boxes;
}

static void
ggov_structure_layer_init (GgovStructureLayer *self)
{
  self->shapes = g_ptr_array_new_with_free_func (shape_free);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GgovStructureLayer *
ggov_structure_layer_new (ShumateViewport *viewport)
{
  return g_object_new (GGOV_TYPE_STRUCTURE_LAYER, "viewport", viewport, NULL);
}

/* (nullable): NULL where it is on no map. */
static Shape *
shape_new (GgovStructure *structure)
{
  const GgovStructureFields *fields = ggov_structure_get_fields (structure);
  g_autoptr(GArray) corners = ggov_structure_parse_outline (fields->outline);
  const double spot[2] = { fields->lon_e7 / E7, fields->lat_e7 / E7 };
  Shape *shape;

  if (corners->len == 0 && (fields->lon_e7 != 0 || fields->lat_e7 != 0))
    g_array_append_vals (corners, spot, 2);
  if (corners->len == 0)
    return NULL;

  shape = g_new0 (Shape, 1);
  shape->structure = g_object_ref (structure);
  shape->look = find_look (fields->state);
  shape->bounds = (GgovGeoBounds) GGOV_GEO_BOUNDS_EMPTY;
  for (guint i = 0; i < corners->len; i += 2)
    ggov_geo_bounds_add (&shape->bounds, g_array_index (corners, double, i),
                         g_array_index (corners, double, i + 1));
  shape->corners = g_steal_pointer (&corners);

  return shape;
}

void
ggov_structure_layer_set (GgovStructureLayer *self,
                          GListModel         *structures,
                          gint64              except_id)
{
  g_return_if_fail (GGOV_IS_STRUCTURE_LAYER (self));

  g_ptr_array_set_size (self->shapes, 0);
  for (guint i = 0; structures && i < g_list_model_get_n_items (structures); i++)
    {
      g_autoptr(GgovStructure) structure = g_list_model_get_item (structures, i);
      Shape *shape = ggov_structure_get_fields (structure)->id != except_id ? shape_new (structure)
                                                                            : NULL;

      if (shape)
        g_ptr_array_add (self->shapes, shape);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
ggov_structure_layer_get_n (GgovStructureLayer *self)
{
  g_return_val_if_fail (GGOV_IS_STRUCTURE_LAYER (self), 0);

  return self->shapes->len;
}

/* A point on the screen is in a small box of it: how large that box is, or a negative number. */
static double
get_size_at (const Shape        *shape,
             const GgovMapFrame *frame,
             double              x,
             double              y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_rect_t box;

  ggov_map_frame_get_box (frame, &shape->bounds, &box);
  if (box.size.width < SQUARE_PX || box.size.height < SQUARE_PX)
    graphene_rect_inset (&box, -(float) SQUARE_PX / 2, -(float) SQUARE_PX / 2);

  return graphene_rect_contains_point (&box, &point) ? box.size.width * box.size.height : -1;
}

GgovStructure *
ggov_structure_layer_find (GgovStructureLayer *self,
                           double              x,
                           double              y)
{
  GgovStructure *found = NULL;
  double best = G_MAXDOUBLE;
  GgovMapFrame frame;

  g_return_val_if_fail (GGOV_IS_STRUCTURE_LAYER (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;

  init_frame (self, &frame);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      Shape *shape = self->shapes->pdata[i];
      double size = get_size_at (shape, &frame, x, y);

      if (size >= 0 && size < best)
        {
          best = size;
          found = shape->structure;
        }
    }

  return found;
}
