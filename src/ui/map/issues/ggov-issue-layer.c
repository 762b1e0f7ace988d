/* ggov-issue-layer.c: markers of open issues on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>

#include "ggov-issue-images.h"
#include "ggov-issue-layer.h"
#include "ggov-issue-marker.h"
#include "ggov-map-frame.h"

#define FOCUS_PX   3.0
#define BUBBLE_PX  6.0
#define MAX_WIDTH  320

struct _GgovIssueLayer
{
  GgovMapLayer      parent_instance;

  GgovIssueMarkers *markers; /* (nullable) */
  GgovIssueImages   images;  /* of markers */
  gboolean          has_focus;
  GgovGeoCluster    focus;   /* that was gone to by a key */
  gboolean          has_hover;
  GgovGeoCluster    hover;   /* that the pointer is over */
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovIssueLayer, ggov_issue_layer, GGOV_TYPE_MAP_LAYER)

int
ggov_issue_layer_get_level (double zoom)
{
  return (int) floor (zoom + 1e-6);
}

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static void
init_frame (GgovIssueLayer *self,
            GgovMapFrame   *frame)
{
  ggov_map_frame_init (frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                       GTK_WIDGET (self));
}

/* The middle of a marker, on whole pixels. */
static graphene_point_t
get_middle (const GgovMapFrame   *frame,
            const GgovGeoCluster *cluster)
{
  return GRAPHENE_POINT_INIT (round (cluster->x * frame->world - frame->left),
                              round (cluster->y * frame->world - frame->top));
}

/* (element-type GgovGeoCluster): of which something is seen. */
static GArray *
list_seen (GgovIssueLayer     *self,
           const GgovMapFrame *frame)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GgovGeoCluster));
  double reach = GGOV_ISSUE_MARKER_REACH_PX;

  if (self->markers)
    ggov_geo_clusters_find (self->markers->clusters, ggov_issue_layer_get_level (frame->zoom),
                            (frame->left - reach) / frame->world,
                            (frame->top - reach) / frame->world,
                            (frame->left + frame->width + reach) / frame->world,
                            (frame->top + frame->height + reach) / frame->world, found);

  return found;
}

static void
draw_marker (GgovIssueLayer         *self,
             GtkSnapshot            *snapshot,
             const graphene_point_t *at,
             const GgovGeoCluster   *cluster)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, at);
  gtk_snapshot_append_node (snapshot, ggov_issue_images_get (&self->images, GTK_WIDGET (self),
                                                             is_dark (), cluster));
  gtk_snapshot_restore (snapshot);
}

static void
draw_ring (GtkSnapshot          *snapshot,
           const GgovMapPalette *palette,
           graphene_point_t      at,
           double                reach)
{
  const GdkRGBA colour = { palette->selected.red, palette->selected.green, palette->selected.blue, 1 };
  const float widths[4] = { FOCUS_PX, FOCUS_PX, FOCUS_PX, FOCUS_PX };
  const GdkRGBA colours[4] = { colour, colour, colour, colour };
  graphene_rect_t box;
  GskRoundedRect ring;

  reach += FOCUS_PX + 1;
  graphene_rect_init (&box, at.x - reach, at.y - reach, 2 * reach, 2 * reach);
  gsk_rounded_rect_init_from_rect (&ring, &box, reach);
  gtk_snapshot_append_border (snapshot, &ring, widths, colours);
}

/* What a marker stands for, above it, or below it at the upper edge. */
static void
draw_bubble (GgovIssueLayer       *self,
             GtkSnapshot          *snapshot,
             const GgovMapFrame   *frame,
             const GgovMapPalette *palette,
             const GgovGeoCluster *cluster)
{
  const GdkRGBA ink = { palette->halo.red, palette->halo.green, palette->halo.blue, 1 };
  const GdkRGBA plate = { palette->selected.red, palette->selected.green, palette->selected.blue, 1 };
  g_autofree char *text = ggov_issue_markers_dup_text (self->markers, cluster);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  graphene_rect_t box;
  GskRoundedRect shape;
  graphene_point_t at = get_middle (frame, cluster);
  double reach = ggov_issue_marker_get_reach (cluster->n);
  int width, height;
  double x, y;

  pango_layout_set_width (layout, MAX_WIDTH * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (at.x - width / 2.0, BUBBLE_PX, MAX (frame->width - width - BUBBLE_PX, BUBBLE_PX));
  y = at.y - reach - 2 * BUBBLE_PX - height;
  y = round (y < BUBBLE_PX ? at.y + reach + 2 * BUBBLE_PX : y);

  graphene_rect_init (&box, round (x) - BUBBLE_PX, y - BUBBLE_PX / 2, width + 2 * BUBBLE_PX,
                      height + BUBBLE_PX);
  gsk_rounded_rect_init_from_rect (&shape, &box, BUBBLE_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &plate, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_same (const GgovGeoCluster *a,
         const GgovGeoCluster *b)
{
  return a->first == b->first && a->n == b->n;
}

static gboolean
is_focus (GgovIssueLayer       *self,
          const GgovGeoCluster *cluster)
{
  return self->has_focus && is_same (cluster, &self->focus);
}

/* What was gone to, and what the pointer is over. */
static void
draw_said (GgovIssueLayer       *self,
           GtkSnapshot          *snapshot,
           const GgovMapFrame   *frame,
           const GgovMapPalette *palette,
           const GgovGeoCluster *cluster)
{
  if (is_focus (self, cluster))
    draw_ring (snapshot, palette, get_middle (frame, cluster),
               ggov_issue_marker_get_reach (cluster->n));
  if (is_focus (self, cluster) || (self->has_hover && is_same (cluster, &self->hover)))
    draw_bubble (self, snapshot, frame, palette, cluster);
}

static void
ggov_issue_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GgovIssueLayer *self = GGOV_ISSUE_LAYER (widget);
  const GgovMapPalette *palette = ggov_map_palette_get (is_dark ());
  g_autoptr(GArray) seen = NULL;
  GgovMapFrame frame;

  if (self->markers == NULL)
    return;

  init_frame (self, &frame);
  seen = list_seen (self, &frame);
  for (guint i = 0; i < seen->len; i++)
    {
      const GgovGeoCluster *cluster = &g_array_index (seen, GgovGeoCluster, i);
      graphene_point_t at = get_middle (&frame, cluster);

      draw_marker (self, snapshot, &at, cluster);
    }
  for (guint i = 0; i < seen->len; i++)
    draw_said (self, snapshot, &frame, palette, &g_array_index (seen, GgovGeoCluster, i));
}

static void
ggov_issue_layer_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  ggov_issue_images_drop (&GGOV_ISSUE_LAYER (widget)->images);

  GTK_WIDGET_CLASS (ggov_issue_layer_parent_class)->css_changed (widget, change);
}

static void
ggov_issue_layer_finalize (GObject *object)
{
  GgovIssueLayer *self = GGOV_ISSUE_LAYER (object);

  g_clear_pointer (&self->markers, ggov_issue_markers_unref);
  ggov_issue_images_clear (&self->images);

  G_OBJECT_CLASS (ggov_issue_layer_parent_class)->finalize (object);
}

static void
ggov_issue_layer_list_boxes (GgovMapLayer *layer,
                             GArray       *boxes)
{
  GgovIssueLayer *self = GGOV_ISSUE_LAYER (layer);
  g_autoptr(GArray) seen = NULL;
  GgovMapFrame frame;

  init_frame (self, &frame);
  seen = list_seen (self, &frame);
  for (guint i = 0; i < seen->len; i++)
    {
      const GgovGeoCluster *cluster = &g_array_index (seen, GgovGeoCluster, i);
      graphene_point_t at = get_middle (&frame, cluster);
      double reach = ggov_issue_marker_get_reach (cluster->n);
      const graphene_rect_t box = GRAPHENE_RECT_INIT (at.x - reach, at.y - reach, 2 * reach,
                                                      2 * reach);

      g_array_append_val (boxes, box);
    }
}

static void
ggov_issue_layer_class_init (GgovIssueLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ggov_issue_layer_finalize;

  widget_class->css_changed = ggov_issue_layer_css_changed;
  widget_class->snapshot = ggov_issue_layer_snapshot;

  GGOV_MAP_LAYER_CLASS (klass)->list_boxes = ggov_issue_layer_list_boxes;

  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_POINTER, G_TYPE_INT);
}

static void
ggov_issue_layer_init (GgovIssueLayer *self)
{
  ggov_issue_images_init (&self->images);
}

GgovIssueLayer *
ggov_issue_layer_new (ShumateViewport *viewport)
{
  return g_object_new (GGOV_TYPE_ISSUE_LAYER, "viewport", viewport, NULL);
}

void
ggov_issue_layer_set_markers (GgovIssueLayer   *self,
                              GgovIssueMarkers *markers)
{
  g_return_if_fail (GGOV_IS_ISSUE_LAYER (self));

  g_clear_pointer (&self->markers, ggov_issue_markers_unref);
  self->markers = markers ? ggov_issue_markers_ref (markers) : NULL;
  self->has_focus = self->has_hover = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GgovIssueMarkers *
ggov_issue_layer_get_markers (GgovIssueLayer *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_LAYER (self), NULL);

  return self->markers;
}

/* The uppermost is the last. */
static gboolean
find_at (GgovIssueLayer *self,
         double          x,
         double          y,
         GgovGeoCluster *found)
{
  g_autoptr(GArray) seen = NULL;
  GgovMapFrame frame;

  if (self->markers == NULL)
    return FALSE;

  init_frame (self, &frame);
  seen = list_seen (self, &frame);
  for (guint i = seen->len; i > 0; i--)
    {
      const GgovGeoCluster *cluster = &g_array_index (seen, GgovGeoCluster, i - 1);
      graphene_point_t at = get_middle (&frame, cluster);

      if (hypot (at.x - x, at.y - y) <= ggov_issue_marker_get_reach (cluster->n))
        {
          *found = *cluster;
          return TRUE;
        }
    }

  return FALSE;
}

static void
activate (GgovIssueLayer *self,
          GgovGeoCluster *cluster)
{
  GgovMapFrame frame;
  graphene_point_t at;

  init_frame (self, &frame);
  at = get_middle (&frame, cluster);
  g_signal_emit (self, signals[ACTIVATED], 0, (double) at.x, (double) at.y, cluster,
                 ggov_issue_layer_get_level (frame.zoom));
}

gboolean
ggov_issue_layer_click (GgovIssueLayer *self,
                        double          x,
                        double          y)
{
  GgovGeoCluster found;

  g_return_val_if_fail (GGOV_IS_ISSUE_LAYER (self), FALSE);

  if (!find_at (self, x, y, &found))
    return FALSE;

  activate (self, &found);

  return TRUE;
}

void
ggov_issue_layer_hover (GgovIssueLayer *self,
                        double          x,
                        double          y)
{
  GgovGeoCluster found = { .n = 0 };
  gboolean has_found;

  g_return_if_fail (GGOV_IS_ISSUE_LAYER (self));

  has_found = find_at (self, x, y, &found);
  if (has_found == self->has_hover && (!has_found || is_same (&found, &self->hover)))
    return;

  self->has_hover = has_found;
  self->hover = found;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is urgent is not gone to first: who goes by keys wants to know where the next one is. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const GgovGeoCluster *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;

  return p->first < q->first ? -1 : p->first > q->first;
}

/* Leaves what has its middle in view. */
static void
keep_inside (GArray             *clusters,
             const GgovMapFrame *frame)
{
  for (guint i = clusters->len; i > 0; i--)
    {
      graphene_point_t at = get_middle (frame, &g_array_index (clusters, GgovGeoCluster, i - 1));

      if (at.x < 0 || at.y < 0 || at.x >= frame->width || at.y >= frame->height)
        g_array_remove_index (clusters, i - 1);
    }
}

char *
ggov_issue_layer_step (GgovIssueLayer *self,
                       int             step)
{
  g_autoptr(GArray) seen = NULL;
  GgovMapFrame frame;
  int at = step > 0 ? -1 : 0;

  g_return_val_if_fail (GGOV_IS_ISSUE_LAYER (self), NULL);

  init_frame (self, &frame);
  seen = list_seen (self, &frame);
  keep_inside (seen, &frame);
  if (seen->len == 0)
    return NULL;

  g_array_sort (seen, compare_places);
  for (guint i = 0; i < seen->len; i++)
    if (is_focus (self, &g_array_index (seen, GgovGeoCluster, i)))
      at = i;

  at = (at + step + (int) seen->len) % (int) seen->len;
  self->focus = g_array_index (seen, GgovGeoCluster, at);
  self->has_focus = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return ggov_issue_markers_dup_text (self->markers, &self->focus);
}

gboolean
ggov_issue_layer_activate (GgovIssueLayer *self)
{
  GgovGeoCluster focus;

  g_return_val_if_fail (GGOV_IS_ISSUE_LAYER (self), FALSE);

  if (!self->has_focus || self->markers == NULL)
    return FALSE;

  focus = self->focus;
  activate (self, &focus);

  return TRUE;
}

void
ggov_issue_layer_leave (GgovIssueLayer *self)
{
  g_return_if_fail (GGOV_IS_ISSUE_LAYER (self));

  self->has_focus = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
