/* ggov-label-layer.c: names and numbers on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-label-drawing.h"
#include "ggov-label-layer.h"

/* From these zoom levels on a grid's label has its number, its households, its name. */
#define NUMBER_ZOOM     13.6
#define HOUSEHOLDS_ZOOM 15.2
#define NAME_ZOOM       17.0

/* Up to this one communities are named. */
#define COMMUNITY_ZOOM 15.2

#define PADDING_PX    4
#define RADIUS_PX     5
#define STEP_PX       9
#define MAX_LABELS    160

struct _GgovLabelLayer
{
  GgovMapLayer    parent_instance;

  GgovMapPicture *picture;  /* (nullable) */
  GPtrArray      *spared;   /* (element-type GgovMapLayer) (unowned): of the same map */
  gint64          selected; /* 0 for none */
  GHashTable     *layouts;  /* (element-type utf8 PangoLayout): by their markup */
  GHashTable     *middles;  /* (element-type guint double): of buildings of the picture */
};

G_DEFINE_FINAL_TYPE (GgovLabelLayer, ggov_label_layer, GGOV_TYPE_MAP_LAYER)

static void
draw_plate (GgovLabelDrawing      *drawing,
            const graphene_rect_t *box,
            const GdkRGBA         *colour)
{
  GskRoundedRect plate;

  gsk_rounded_rect_init_from_rect (&plate, box, RADIUS_PX);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &plate);
  gtk_snapshot_append_color (drawing->snapshot, colour, box);
  gtk_snapshot_pop (drawing->snapshot);
}

/* Whether a point of the screen is in an area. */
static gboolean
is_inside (GgovLabelDrawing  *drawing,
           const GgovMapArea *area,
           double             x,
           double             y)
{
  gboolean inside = FALSE;
  double lon, lat;

  ggov_map_frame_to_place (&drawing->frame, x, y, &lon, &lat);
  for (guint i = 0; i < area->rings->len; i++)
    {
      const GgovMapLine *ring = &g_array_index (area->rings, GgovMapLine, i);
      const double *at = ring->coords;

      for (guint j = 1; j < ring->n_points; j++, at += 2)
        if ((at[1] > lat) != (at[3] > lat) &&
            lon < at[0] + (lat - at[1]) / (at[3] - at[1]) * (at[2] - at[0]))
          inside = !inside;
    }

  return inside;
}

/* Puts a label's box in the middle of its area, or where there is room beside it, with its middle
 * still inside: what is in the way may be a marker or another label. */
static gboolean
find_room (GgovLabelDrawing  *drawing,
           const GgovMapArea *area,
           double             width,
           double             height,
           graphene_rect_t   *box)
{
  static const int steps[][2] = {
    { 0, 0 }, { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 },
  };

  double x, y;

  ggov_map_frame_to_screen (&drawing->frame, area->label_lon, area->label_lat, &x, &y);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double at_x = x + steps[i][0] * (width / 2 + STEP_PX);
      double at_y = y + steps[i][1] * (height / 2 + STEP_PX);

      graphene_rect_init (box, round (at_x - width / 2), round (at_y - height / 2), width, height);
      if ((i == 0 || is_inside (drawing, area, at_x, at_y)) &&
          ggov_label_drawing_take_box (drawing, box))
        return TRUE;
    }

  return FALSE;
}

/* A label on a plate, within its area. Returns: whether there was room for it */
static gboolean
draw_label (GgovLabelDrawing  *drawing,
            const char        *markup,
            const GgovMapArea *area,
            gboolean           is_selected)
{
  PangoLayout *layout = ggov_label_drawing_get_layout (drawing, markup);
  GdkRGBA plate = is_selected ? ggov_label_to_rgba (&drawing->palette->selected, 1)
                              : ggov_label_to_rgba (&drawing->palette->halo, 0.82);
  GdkRGBA ink = is_selected ? ggov_label_to_rgba (&drawing->palette->halo, 1)
                            : ggov_label_to_rgba (&drawing->palette->text, 1);
  graphene_rect_t box;
  int width, height;

  if (isnan (area->label_lon))
    return FALSE;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (!find_room (drawing, area, width + 2 * PADDING_PX, height + 2, &box))
    return FALSE;

  draw_plate (drawing, &box, &plate);
  ggov_label_drawing_draw_text (drawing, layout, box.origin.x + PADDING_PX, box.origin.y + 1, &ink);

  return TRUE;
}

/* What the grids are coloured by, in words; their households where they are not. */
static char *
dup_value (GgovThemePaint *paint,
           GgovGrid       *grid)
{
  int n = ggov_grid_get_households (grid);

  if (paint && paint->theme->subject == GGOV_THEME_GRIDS)
    return ggov_theme_paint_dup_text (paint, ggov_grid_get_id (grid));

  /* Translators: how many households a grid has, on the map: keep it short */
  return g_strdup_printf (ngettext ("%d household", "%d households", n), n);
}

static char *
dup_number_markup (GgovGrid *grid)
{
  return g_strdup_printf ("<span weight='bold' size='small'>%s</span>",
                          ggov_grid_get_number (grid));
}

static char *
dup_grid_markup (GgovThemePaint *paint,
                 GgovGrid       *grid,
                 double          zoom)
{
  g_autofree char *name = g_markup_escape_text (ggov_grid_get_name (grid), -1);
  g_autofree char *value = dup_value (paint, grid);

  if (zoom < HOUSEHOLDS_ZOOM || value == NULL)
    return dup_number_markup (grid);

  if (zoom < NAME_ZOOM)
    return g_strdup_printf ("<span weight='bold'>%s</span>\n<span size='x-small'>%s</span>",
                            ggov_grid_get_number (grid), value);

  return g_strdup_printf ("<span weight='bold'>%s  %s</span>\n<span size='x-small'>%s</span>",
                          ggov_grid_get_number (grid), name, value);
}

/* Where there is no room for all of it, a grid has its number at least. */
static void
label_grid (GgovLabelDrawing  *drawing,
            const GgovMapArea *area)
{
  GgovPlaces *places = ggov_map_picture_get_places (drawing->picture);
  GgovGrid *grid = ggov_places_find_grid (places, area->id);
  g_autofree char *markup =
    dup_grid_markup (ggov_map_picture_get_paint (drawing->picture), grid,
                     drawing->frame.zoom);
  g_autofree char *number = dup_number_markup (grid);
  gboolean is_selected = area->id == drawing->selected;

  if (!draw_label (drawing, markup, area, is_selected) && !g_str_equal (markup, number))
    draw_label (drawing, number, area, is_selected);
}

static guint
count_seen (GArray              *grids,
            const GgovGeoBounds *seen)
{
  guint n = 0;

  for (guint i = 0; i < grids->len; i++)
    n += ggov_geo_bounds_intersects (&g_array_index (grids, GgovMapArea, i).bounds, seen);

  return n;
}

/* All that are seen or none: some of them would look as if the others had no number. */
static void
label_grids (GgovLabelDrawing    *drawing,
             const GgovGeoBounds *seen)
{
  GArray *grids = ggov_map_picture_get_grids (drawing->picture);

  if (drawing->frame.zoom < NUMBER_ZOOM || count_seen (grids, seen) > MAX_LABELS)
    return;

  for (guint i = 0; i < grids->len; i++)
    {
      const GgovMapArea *area = &g_array_index (grids, GgovMapArea, i);

      if (area->id != drawing->selected &&
          ggov_geo_bounds_intersects (&area->bounds, seen))
        label_grid (drawing, area);
    }
}

static void
label_selected (GgovLabelDrawing *drawing)
{
  const GgovMapArea *selected = ggov_map_picture_find_grid (drawing->picture,
                                                            drawing->selected);

  if (selected)
    label_grid (drawing, selected);
}

static void
label_communities (GgovLabelDrawing    *drawing,
                   const GgovGeoBounds *seen)
{
  GgovPlaces *places = ggov_map_picture_get_places (drawing->picture);
  GArray *communities = ggov_map_picture_get_communities (drawing->picture);

  for (guint i = 0; i < communities->len; i++)
    {
      const GgovMapArea *area = &g_array_index (communities, GgovMapArea, i);
      const GgovPlacesCommunity *community = ggov_places_find_community (places, area->id);
      g_autofree char *name = g_markup_escape_text (community->name, -1);
      g_autofree char *markup =
        g_strdup_printf ("<span weight='bold' size='large'>%s</span>", name);

      if (ggov_geo_bounds_intersects (&area->bounds, seen))
        draw_label (drawing, markup, area, FALSE);
    }
}

static void
ggov_label_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GgovLabelLayer *self = GGOV_LABEL_LAYER (widget);
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GgovLabelDrawing drawing = {
    .widget = widget, .layouts = self->layouts, .snapshot = snapshot, .picture = self->picture,
    .selected = self->selected, .boxes = boxes,
  };
  GgovGeoBounds seen;

  if (self->picture == NULL)
    return;

  drawing.palette = ggov_map_picture_get_palette (self->picture);
  ggov_map_frame_init (&drawing.frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget);
  ggov_map_frame_get_bounds (&drawing.frame, 0, &seen);

  for (guint i = 0; i < self->spared->len; i++)
    ggov_map_layer_list_boxes (self->spared->pdata[i], boxes);
  drawing.n_markers = boxes->len;
  label_selected (&drawing);
  if (drawing.frame.zoom < COMMUNITY_ZOOM)
    label_communities (&drawing, &seen);
  label_grids (&drawing, &seen);
  ggov_label_drawing_name_streets (&drawing, &seen);
  ggov_label_drawing_number_buildings (&drawing, &seen, self->middles);
}

static void
ggov_label_layer_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  g_hash_table_remove_all (GGOV_LABEL_LAYER (widget)->layouts);

  GTK_WIDGET_CLASS (ggov_label_layer_parent_class)->css_changed (widget, change);
}

static void
ggov_label_layer_finalize (GObject *object)
{
  GgovLabelLayer *self = GGOV_LABEL_LAYER (object);

  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  g_clear_pointer (&self->spared, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->middles, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_label_layer_parent_class)->finalize (object);
}

static void
ggov_label_layer_class_init (GgovLabelLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ggov_label_layer_finalize;

  widget_class->css_changed = ggov_label_layer_css_changed;
  widget_class->snapshot = ggov_label_layer_snapshot;
}

static void
ggov_label_layer_init (GgovLabelLayer *self)
{
  self->spared = g_ptr_array_new ();
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->middles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

GgovLabelLayer *
ggov_label_layer_new (ShumateViewport *viewport)
{
  return g_object_new (GGOV_TYPE_LABEL_LAYER, "viewport", viewport, NULL);
}

void
ggov_label_layer_set_picture (GgovLabelLayer *self,
                              GgovMapPicture *picture)
{
  g_return_if_fail (GGOV_IS_LABEL_LAYER (self));

  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  self->picture = picture ? ggov_map_picture_ref (picture) : NULL;
  g_hash_table_remove_all (self->middles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ggov_label_layer_spare (GgovLabelLayer *self,
                        GgovMapLayer   *other)
{
  g_return_if_fail (GGOV_IS_LABEL_LAYER (self) && GGOV_IS_MAP_LAYER (other));

  g_ptr_array_add (self->spared, other);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ggov_label_layer_select (GgovLabelLayer *self,
                         gint64          grid_id)
{
  g_return_if_fail (GGOV_IS_LABEL_LAYER (self));

  self->selected = grid_id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
