/* ggov-map-canvas-layers.c: what the map is made of, and the picture it shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-canvas-private.h"
#include "ggov-map-source.h"

/* A picture being made. */
typedef struct
{
  GgovPlaces      *places;
  GgovMapPicture  *previous; /* (nullable) */
  GgovThemeSource *theme;    /* (nullable) */
  gboolean         dark;
  guint            serial;
} Order;

static void
order_free (Order *order)
{
  g_clear_object (&order->places);
  g_clear_pointer (&order->previous, ggov_map_picture_unref);
  g_clear_pointer (&order->theme, ggov_theme_source_unref);
  g_free (order);
}

static void
set_picture (GgovMapCanvas  *self,
             GgovMapPicture *picture)
{
  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  self->picture = picture ? ggov_map_picture_ref (picture) : NULL;

  ggov_footprint_layer_set_picture (self->footprints, picture);
  ggov_selection_layer_set_picture (self->selection, picture);
  ggov_label_layer_set_picture (self->labels, picture);
  g_signal_emit_by_name (self, "painted");
}

/* On a thread of its own. */
static void
make_picture (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Order *order = task_data;

  g_task_return_pointer (task, ggov_map_picture_new (order->places, order->dark, order->theme,
                                                     order->previous),
                         (GDestroyNotify) ggov_map_picture_unref);
}

static void
picture_made_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GgovMapCanvas *self = GGOV_MAP_CANVAS (object);
  Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr(GgovMapPicture) picture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->n_awaited--;

  /* A newer one is on its way, or the widget is going. */
  if (order->serial == self->serial && self->footprints)
    set_picture (self, picture);
}

void
_ggov_map_canvas_order_picture (GgovMapCanvas *self)
{
  g_autoptr(GTask) task = NULL;
  Order *order;

  self->serial++;
  if (self->places == NULL)
    {
      set_picture (self, NULL);
      return;
    }

  order = g_new0 (Order, 1);
  order->places = g_object_ref (self->places);
  order->previous = self->picture ? ggov_map_picture_ref (self->picture) : NULL;
  order->theme = self->theme ? ggov_theme_source_ref (self->theme) : NULL;
  order->dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  order->serial = self->serial;

  self->n_awaited++;
  task = g_task_new (self, NULL, picture_made_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, make_picture);
}

/* Nothing here is drawn turned. */
static void
rotation_changed_cb (ShumateViewport *viewport)
{
  if (shumate_viewport_get_rotation (viewport) != 0)
    shumate_viewport_set_rotation (viewport, 0);
}

void
_ggov_map_canvas_add_layers (GgovMapCanvas *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  g_autoptr(ShumateMapSource) source = ggov_map_source_new ();

  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_min_zoom_level (viewport, shumate_map_source_get_min_zoom_level (source));
  shumate_viewport_set_max_zoom_level (viewport, shumate_map_source_get_max_zoom_level (source));
  shumate_scale_set_viewport (self->scale, viewport);

  self->footprints = ggov_footprint_layer_new (viewport);
  self->selection = ggov_selection_layer_new (viewport);
  self->issues = ggov_issue_layer_new (viewport);
  self->labels = ggov_label_layer_new (viewport);
  ggov_label_layer_spare (self->labels, GGOV_MAP_LAYER (self->issues));
  self->net = ggov_net_layer_new (viewport);
  self->marks[0] = ggov_tool_layer_new (viewport, GGOV_MAP_MARKS_STANDING);
  self->marks[1] = ggov_tool_layer_new (viewport, GGOV_MAP_MARKS_MOVING);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->footprints));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->selection));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->net));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->issues));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->marks[0]));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->marks[1]));

  g_signal_connect (viewport, "notify::rotation", G_CALLBACK (rotation_changed_cb), NULL);
}

static void
show_sources (GgovMapCanvas *self)
{
  const char *lines[] = {
    self->base ? ggov_base_map_get_problem (self->base) : NULL,
    self->base ? ggov_base_map_get_attribution (self->base) : NULL,
    self->places ? ggov_places_get_sources (self->places) : NULL,
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] && *lines[i])
      g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s", lines[i]);

  gtk_label_set_text (self->sources_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_label), text->len > 0);
}

void
ggov_map_canvas_set_base_map (GgovMapCanvas *self,
                              GgovBaseMap   *base)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (self->base == base)
    return;

  if (self->base)
    g_signal_handlers_disconnect_by_func (self->base, show_sources, self);
  g_set_object (&self->base, base);
  if (base)
    g_signal_connect_object (base, "changed", G_CALLBACK (show_sources), self, G_CONNECT_SWAPPED);
  ggov_footprint_layer_set_base (self->footprints, base);
  show_sources (self);
}

void
ggov_map_canvas_set_places (GgovMapCanvas *self,
                            GgovPlaces    *places)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (!g_set_object (&self->places, places))
    return;

  _ggov_map_canvas_order_picture (self);
  show_sources (self);
  if (places == NULL)
    self->has_view = FALSE;
  else if (!self->has_view)
    ggov_map_canvas_show_all (self);
}

GgovPlaces *
ggov_map_canvas_get_places (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return self->places;
}

void
ggov_map_canvas_add_layer (GgovMapCanvas *self,
                           ShumateLayer  *layer)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  shumate_map_add_layer (self->map, layer);
  if (GGOV_IS_MAP_LAYER (layer))
    ggov_label_layer_spare (self->labels, GGOV_MAP_LAYER (layer));
}

void
ggov_map_canvas_set_theme (GgovMapCanvas   *self,
                           GgovThemeSource *theme)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (self->theme == theme)
    return;

  g_clear_pointer (&self->theme, ggov_theme_source_unref);
  self->theme = theme ? ggov_theme_source_ref (theme) : NULL;
  _ggov_map_canvas_order_picture (self);
}

char *
ggov_map_canvas_dup_theme (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return g_strdup (self->theme ? ggov_theme_source_get_theme (self->theme)->id : "");
}

GgovThemePaint *
ggov_map_canvas_get_paint (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return self->picture ? ggov_map_picture_get_paint (self->picture) : NULL;
}

GgovIssueLayer *
ggov_map_canvas_get_issue_layer (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return self->issues;
}

void
ggov_map_canvas_redraw_labels (GgovMapCanvas *self)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  gtk_widget_queue_draw (GTK_WIDGET (self->labels));
}

void
ggov_map_canvas_add_overlay (GgovMapCanvas *self,
                             GtkWidget     *widget)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  gtk_overlay_add_overlay (self->overlay, widget);
}

void
ggov_map_canvas_select (GgovMapCanvas *self,
                        gint64         grid_id,
                        gint64         building_id)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_selection_layer_select (self->selection, grid_id, building_id);
  ggov_label_layer_select (self->labels, grid_id);
  if (grid_id == 0 && building_id == 0)
    ggov_issue_layer_leave (self->issues);
}

void
ggov_map_canvas_set_net (GgovMapCanvas *self,
                         GgovNetStudy  *study)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_net_layer_set_study (self->net, study);
}

GgovNetStudy *
ggov_map_canvas_get_net (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return ggov_net_layer_get_study (self->net);
}

gboolean
ggov_map_canvas_is_complete (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), FALSE);

  return self->picture && self->n_awaited == 0 &&
         ggov_footprint_layer_is_complete (self->footprints);
}

void
ggov_map_canvas_set_tool (GgovMapCanvas *self,
                          GgovMapTool   *tool)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (!g_set_object (&self->tool, tool))
    return;

  ggov_tool_layer_set_tool (self->marks[0], tool);
  ggov_tool_layer_set_tool (self->marks[1], tool);
}

GgovMapTool *
ggov_map_canvas_get_tool (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return self->tool;
}

void
ggov_map_canvas_redraw_tool (GgovMapCanvas *self,
                             GgovMapMarks   marks)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (self->marks[marks])
    gtk_widget_queue_draw (GTK_WIDGET (self->marks[marks]));
}

void
ggov_map_canvas_set_status (GgovMapCanvas *self,
                            const char    *sentence,
                            gboolean       is_wrong)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  gtk_label_set_label (self->status_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), sentence && *sentence);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_label), "error");
}
