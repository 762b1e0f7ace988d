/* ggov-issue-images.c: what markers of issues look like, drawn once for all that look alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-issue-images.h"
#include "ggov-issue-marker.h"
#include "ggov-issue-markers.h"

#define MAX_NODES 1000

static char *
dup_number (guint n)
{
  return n < 10000 ? g_strdup_printf ("%u", n) : g_strdup_printf ("%uk", n / 1000);
}

static void
draw_number (GtkWidget            *widget,
             cairo_t              *cr,
             const GgovMapPalette *palette,
             guint                 n)
{
  g_autofree char *text = dup_number (n);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autofree char *markup = g_strdup_printf ("<span weight='bold' size='small'>%s</span>", text);
  int width, height;

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, -width / 2.0, -height / 2.0);
  cairo_set_source_rgb (cr, palette->text.red, palette->text.green, palette->text.blue);
  pango_cairo_show_layout (cr, layout);
}

/* An image of it: a node that draws arcs would draw them anew in every frame. */
static cairo_surface_t *
new_image (GgovIssueImages      *self,
           GtkWidget            *widget,
           const GgovGeoCluster *cluster,
           int                   reach)
{
  const GgovMapPalette *palette = ggov_map_palette_get (self->is_dark);
  int scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * reach * scale,
                                                       2 * reach * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (image, scale, scale);
  cr = cairo_create (image);
  cairo_translate (cr, reach, reach);
  ggov_issue_marker_draw (cr, palette, ggov_issue_markers_get_due (cluster), cluster->n,
                          cluster->n_ranked);
  if (cluster->n > 1)
    draw_number (widget, cr, palette, cluster->n);
  cairo_destroy (cr);

  return image;
}

static GskRenderNode *
new_node (GgovIssueImages      *self,
          GtkWidget            *widget,
          const GgovGeoCluster *cluster)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int reach = ceil (ggov_issue_marker_get_reach (cluster->n)) + 1;
  graphene_rect_t box = GRAPHENE_RECT_INIT (-reach, -reach, 2 * reach, 2 * reach);
  cairo_surface_t *image = new_image (self, widget, cluster, reach);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);

  cairo_set_source_surface (cr, image, -reach, -reach);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);

  return gtk_snapshot_free_to_node (snapshot);
}

static GHashTable *
new_nodes (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) gsk_render_node_unref);
}

/* Where there are too many, those that are on the screen are taken over as they are drawn: all of
 * them anew would be too much for one frame. */
static void
add_node (GgovIssueImages *self,
          const char      *key,
          GskRenderNode   *node)
{
  if (g_hash_table_size (self->nodes) >= MAX_NODES)
    {
      g_clear_pointer (&self->older, g_hash_table_unref);
      self->older = g_steal_pointer (&self->nodes);
      self->nodes = new_nodes ();
    }

  g_hash_table_insert (self->nodes, g_strdup (key), node);
}

void
ggov_issue_images_init (GgovIssueImages *self)
{
  self->nodes = new_nodes ();
  self->older = new_nodes ();
}

void
ggov_issue_images_clear (GgovIssueImages *self)
{
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->older, g_hash_table_unref);
}

void
ggov_issue_images_drop (GgovIssueImages *self)
{
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->older);
}

GskRenderNode *
ggov_issue_images_get (GgovIssueImages      *self,
                       GtkWidget            *widget,
                       gboolean              is_dark,
                       const GgovGeoCluster *cluster)
{
  char key[48];
  GskRenderNode *node;

  if (self->is_dark != is_dark)
    ggov_issue_images_drop (self);
  self->is_dark = is_dark;

  g_snprintf (key, sizeof key, "%u %u %u", cluster->rank, cluster->n,
              cluster->n > 1 ? cluster->n_ranked : 1);
  if ((node = g_hash_table_lookup (self->nodes, key)))
    return node;

  if ((node = g_hash_table_lookup (self->older, key)))
    gsk_render_node_ref (node);
  else
    node = new_node (self, widget, cluster);
  add_node (self, key, node);

  return node;
}
