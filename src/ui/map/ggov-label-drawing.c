/* ggov-label-drawing.c: labels that do not cover each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-label-drawing.h"

#define GAP_PX      3
#define MAX_LABELS  320
#define MAX_LAYOUTS 2000

/* Laying text out is most of a label's cost: it is done once for a text. */
PangoLayout *
ggov_label_drawing_get_layout (GgovLabelDrawing *self,
                               const char       *markup)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, markup);

  if (layout)
    return layout;

  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);

  layout = gtk_widget_create_pango_layout (self->widget, NULL);
  pango_layout_set_markup (layout, markup, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  g_hash_table_insert (self->layouts, g_strdup (markup), layout);

  return layout;
}

static gboolean
is_free (GgovLabelDrawing      *self,
         const graphene_rect_t *box)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (graphene_rect_intersection (box, &g_array_index (self->boxes, graphene_rect_t, i), NULL))
      return FALSE;

  return TRUE;
}

/* Takes the place for a label, if it is seen and free. */
gboolean
ggov_label_drawing_take_box (GgovLabelDrawing      *self,
                             const graphene_rect_t *box)
{
  graphene_rect_t roomy, whole;

  graphene_rect_init (&whole, 0, 0, self->frame.width, self->frame.height);
  graphene_rect_inset_r (box, -GAP_PX, -GAP_PX, &roomy);
  if (self->boxes->len - self->n_markers >= MAX_LABELS ||
      !graphene_rect_intersection (box, &whole, NULL) || !is_free (self, &roomy))
    return FALSE;

  g_array_append_val (self->boxes, *box);

  return TRUE;
}

GdkRGBA
ggov_label_to_rgba (const GgovMapColour *colour,
                    double               alpha)
{
  const GdkRGBA rgba = { colour->red, colour->green, colour->blue, alpha };

  return rgba;
}

void
ggov_label_drawing_draw_text (GgovLabelDrawing *self,
                              PangoLayout      *layout,
                              double            x,
                              double            y,
                              const GdkRGBA    *colour)
{
  const graphene_point_t at = { x, y };

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &at);
  gtk_snapshot_append_layout (self->snapshot, layout, colour);
  gtk_snapshot_restore (self->snapshot);
}
