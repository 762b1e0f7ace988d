/* ggov-map-canvas.c: the map itself: layers, pointer and keys, without the panel beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-footprint-layer.h"
#include "ggov-label-layer.h"
#include "ggov-map-canvas.h"
#include "ggov-map-source.h"
#include "ggov-selection-layer.h"

/* A click that ends this far from its beginning was a pan. */
#define CLICK_PX 6

#define KEY_PAN_PX 90

/* With Shift, to bring the middle on a building. */
#define FINE_PAN 0.125

/* What is shown as a whole keeps this distance to the edges. */
#define FIT_MARGIN_PX 36

#define MIN_FIT_ZOOM 9.0
#define MAX_FIT_ZOOM 18.0

struct _GgovMapCanvas
{
  AdwBin              parent_instance;

  GgovPlaces         *places;  /* (nullable) */
  GgovMapPicture     *picture; /* (nullable): NULL until it is made */
  guint               serial;  /* of the picture asked for last */
  guint               n_awaited;
  gboolean            has_view; /* whether something was fitted into view */
  GgovGeoBounds       target;   /* to be shown once there is room; else empty */
  double              target_zoom;
  graphene_point_t    pressed;
  gboolean            has_brush;
  GgovFootprintLayer *footprints;
  GgovSelectionLayer *selection;
  GgovLabelLayer     *labels;

  /* From the template. */
  GtkWidget          *cross;
  ShumateMap         *map;
  ShumateScale       *scale;
  GtkLabel           *sources_label;
};

/* A picture being made. */
typedef struct
{
  GgovPlaces     *places;
  GgovMapPicture *previous; /* (nullable) */
  gboolean        dark;
  guint           serial;
} Order;

G_DEFINE_FINAL_TYPE (GgovMapCanvas, ggov_map_canvas, ADW_TYPE_BIN)

static void
order_free (Order *order)
{
  g_clear_object (&order->places);
  g_clear_pointer (&order->previous, ggov_map_picture_unref);
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
}

/* On a thread of its own. */
static void
make_picture (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Order *order = task_data;

  g_task_return_pointer (task, ggov_map_picture_new (order->places, order->dark, order->previous),
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

static void
order_picture (GgovMapCanvas *self)
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
  order->dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  order->serial = self->serial;

  self->n_awaited++;
  task = g_task_new (self, NULL, picture_made_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, make_picture);
}

static void
go_to (GgovMapCanvas *self,
       double         lon,
       double         lat,
       double         zoom,
       gboolean       is_animated)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  gboolean has_animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &has_animations, NULL);
  shumate_map_stop_go_to (self->map);

  if (is_animated && has_animations && gtk_widget_get_mapped (GTK_WIDGET (self)))
    shumate_map_go_to_full (self->map, lat, lon, zoom);
  else
    {
      shumate_viewport_set_zoom_level (viewport, zoom);
      shumate_location_set_location (SHUMATE_LOCATION (viewport), lat, lon);
    }
}

static void
show_target (GgovMapCanvas *self,
             gboolean       is_animated)
{
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * FIT_MARGIN_PX;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * FIT_MARGIN_PX;
  double x0, y0, x1, y1, zoom;

  if (ggov_geo_bounds_is_empty (&self->target) || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      width <= 0 || height <= 0)
    return;

  x0 = ggov_mercator_x (self->target.min_lon);
  x1 = ggov_mercator_x (self->target.max_lon);
  y0 = ggov_mercator_y (self->target.max_lat);
  y1 = ggov_mercator_y (self->target.min_lat);
  zoom = MIN (log2 (width / MAX (x1 - x0, 1e-9)), log2 (height / MAX (y1 - y0, 1e-9))) -
         log2 (GGOV_MAP_TILE_SIZE);

  go_to (self, ggov_mercator_lon ((x0 + x1) / 2), ggov_mercator_lat ((y0 + y1) / 2),
         CLAMP (zoom, MIN_FIT_ZOOM, self->target_zoom), is_animated);
  self->target = nowhere;
  self->has_view = TRUE;
}

static gboolean
wait_for_room_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  GgovMapCanvas *self = GGOV_MAP_CANVAS (widget);

  show_target (self, FALSE);

  return ggov_geo_bounds_is_empty (&self->target) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
pan (GgovMapCanvas *self,
     double         x_px,
     double         y_px)
{
  GgovMapFrame frame;
  double lon, lat;

  ggov_map_canvas_get_frame (self, &frame);
  ggov_map_frame_to_place (&frame, frame.width / 2.0 + x_px, frame.height / 2.0 + y_px, &lon, &lat);
  go_to (self, lon, lat, frame.zoom, FALSE);
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  double x, y;

  g_variant_get (args, "(dd)", &x, &y);
  pan (GGOV_MAP_CANVAS (widget), x * KEY_PAN_PX, y * KEY_PAN_PX);

  return TRUE;
}

/* The building under a point of the canvas, or 0. */
static gint64
find_building (GgovMapCanvas *self,
               double         x,
               double         y,
               double        *lon,
               double        *lat)
{
  GgovMapFrame frame;
  guint i;

  if (self->places == NULL)
    return 0;

  ggov_map_canvas_get_frame (self, &frame);
  ggov_map_frame_to_place (&frame, x, y, lon, lat);
  if (!ggov_geo_index_find_at (ggov_places_get_index (self->places), *lon, *lat, &i))
    return 0;

  return ggov_geo_footprints_get_id (ggov_places_get_footprints (self->places), i);
}

static void
pick (GgovMapCanvas *self,
      double         x,
      double         y,
      gboolean       has_brush)
{
  double lon, lat;
  gint64 building = find_building (self, x, y, &lon, &lat);
  gint64 grid = building == 0 && self->places ? ggov_places_find_grid_at (self->places, lon, lat)
                                              : 0;

  if (building != 0)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                has_brush ? "map.paint-building" : "map.select-building", "x",
                                building);
  else if (grid != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.select-grid", "x", grid);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "map.clear-selection", NULL);
}

static void
pressed_cb (GgovMapCanvas *self,
            int            n_press,
            double         x,
            double         y)
{
  graphene_point_init (&self->pressed, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Comes after a pan as well. */
static void
released_cb (GgovMapCanvas   *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  gboolean is_secondary =
    gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY;

  if (n_press != 1 || hypot (x - self->pressed.x, y - self->pressed.y) > CLICK_PX)
    return;

  pick (self, x, y, self->has_brush && !is_secondary);
  if (is_secondary)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.show-menu", "(dd)", x, y);
}

/* Return is a click in the middle. */
static gboolean
pick_middle_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  GgovMapCanvas *self = GGOV_MAP_CANVAS (widget);
  GgovMapFrame frame;

  if (!self->has_brush)
    return FALSE;

  ggov_map_canvas_get_frame (self, &frame);
  pick (self, frame.width / 2.0, frame.height / 2.0, TRUE);

  return TRUE;
}

static void
update_cross (GgovMapCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_set_visible (self->cross, self->has_brush && GTK_IS_WINDOW (root) &&
                          gtk_window_get_focus (GTK_WINDOW (root)) == GTK_WIDGET (self));
}

static void
motion_cb (GgovMapCanvas *self,
           double         x,
           double         y)
{
  double lon, lat;

  ggov_selection_layer_hover (self->selection, find_building (self, x, y, &lon, &lat));
}

static void
leave_cb (GgovMapCanvas *self)
{
  ggov_selection_layer_hover (self->selection, 0);
}

/* Nothing here is drawn turned. */
static void
rotation_changed_cb (ShumateViewport *viewport)
{
  if (shumate_viewport_get_rotation (viewport) != 0)
    shumate_viewport_set_rotation (viewport, 0);
}

static void
add_controllers (GgovMapCanvas *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (update_cross), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
add_layers (GgovMapCanvas *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  g_autoptr(ShumateMapSource) source = ggov_map_source_new ();

  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_min_zoom_level (viewport, shumate_map_source_get_min_zoom_level (source));
  shumate_viewport_set_max_zoom_level (viewport, shumate_map_source_get_max_zoom_level (source));
  shumate_scale_set_viewport (self->scale, viewport);

  self->footprints = ggov_footprint_layer_new (viewport);
  self->selection = ggov_selection_layer_new (viewport);
  self->labels = ggov_label_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->footprints));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->selection));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));

  g_signal_connect (viewport, "notify::rotation", G_CALLBACK (rotation_changed_cb), NULL);
}

static void
ggov_map_canvas_dispose (GObject *object)
{
  GgovMapCanvas *self = GGOV_MAP_CANVAS (object);

  self->footprints = NULL;
  self->selection = NULL;
  self->labels = NULL;
  g_clear_object (&self->places);
  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_MAP_CANVAS);

  G_OBJECT_CLASS (ggov_map_canvas_parent_class)->dispose (object);
}

static void
add_pan_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint  keyval;
    guint  keypad;
    double x;
    double y;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },     { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i].keyval, 0, pan_cb, "(dd)", keys[i].x, keys[i].y);
      gtk_widget_class_add_binding (klass, keys[i].keypad, 0, pan_cb, "(dd)", keys[i].x, keys[i].y);
      gtk_widget_class_add_binding (klass, keys[i].keyval, GDK_SHIFT_MASK, pan_cb, "(dd)",
                                    keys[i].x * FINE_PAN, keys[i].y * FINE_PAN);
    }
}

static void
add_action_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_plus, 0, "map.zoom-in" },        { GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in" },
    { GDK_KEY_equal, 0, "map.zoom-in" },       { GDK_KEY_KP_Add, 0, "map.zoom-in" },
    { GDK_KEY_minus, 0, "map.zoom-out" },      { GDK_KEY_KP_Subtract, 0, "map.zoom-out" },
    { GDK_KEY_Home, 0, "map.show-all" },       { GDK_KEY_KP_Home, 0, "map.show-all" },
    { GDK_KEY_Menu, 0, "map.show-move-menu" }, { GDK_KEY_F10, GDK_SHIFT_MASK, "map.show-move-menu" },
    { GDK_KEY_m, 0, "map.show-move-menu" },    { GDK_KEY_Escape, 0, "map.clear-selection" },
    { GDK_KEY_n, 0, "map.new-grid" },          { GDK_KEY_p, 0, "map.paint" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, keys[i].modifiers, keys[i].action,
                                         NULL);
}

static void
ggov_map_canvas_class_init (GgovMapCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_map_canvas_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/map/ggov-map-canvas.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, cross);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, map);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, scale);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, sources_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, pick_middle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, pick_middle_cb, NULL);
  add_pan_bindings (widget_class);
  add_action_bindings (widget_class);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
}

static void
ggov_map_canvas_init (GgovMapCanvas *self)
{
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;

  self->target = nowhere;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_layers (self);
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (order_picture), self, G_CONNECT_SWAPPED);
}

static void
show_sources (GgovMapCanvas *self)
{
  const char *sources = self->places ? ggov_places_get_sources (self->places) : "";

  gtk_label_set_text (self->sources_label, sources);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_label), *sources != '\0');
}

void
ggov_map_canvas_set_places (GgovMapCanvas *self,
                            GgovPlaces    *places)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (!g_set_object (&self->places, places))
    return;

  order_picture (self);
  show_sources (self);
  if (places == NULL)
    self->has_view = FALSE;
  else if (!self->has_view)
    ggov_map_canvas_show_all (self);
}

void
ggov_map_canvas_select (GgovMapCanvas *self,
                        gint64         grid_id,
                        gint64         building_id)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_selection_layer_select (self->selection, grid_id, building_id);
  ggov_label_layer_select (self->labels, grid_id);
}

void
ggov_map_canvas_show_bounds (GgovMapCanvas       *self,
                             const GgovGeoBounds *bounds,
                             double               max_zoom)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (ggov_geo_bounds_is_empty (bounds))
    return;

  self->target = *bounds;
  self->target_zoom = max_zoom;
  show_target (self, self->has_view);

  if (!ggov_geo_bounds_is_empty (&self->target))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), wait_for_room_cb, NULL, NULL);
}

void
ggov_map_canvas_reveal_bounds (GgovMapCanvas       *self,
                               const GgovGeoBounds *bounds,
                               double               max_zoom)
{
  GgovMapFrame frame;
  GgovGeoBounds seen;

  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_map_canvas_get_frame (self, &frame);
  ggov_map_frame_get_bounds (&frame, 0, &seen);
  if (!ggov_geo_bounds_contains (&seen, bounds->min_lon, bounds->min_lat) ||
      !ggov_geo_bounds_contains (&seen, bounds->max_lon, bounds->max_lat))
    ggov_map_canvas_show_bounds (self, bounds, max_zoom);
}

void
ggov_map_canvas_set_brush (GgovMapCanvas *self,
                           gboolean       has_brush)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  self->has_brush = has_brush;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), has_brush ? "crosshair" : NULL);
  update_cross (self);
}

void
ggov_map_canvas_show_all (GgovMapCanvas *self)
{
  GgovGeoBounds bounds;

  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  if (self->places == NULL)
    return;

  ggov_places_get_extent (self->places, &bounds);
  ggov_map_canvas_show_bounds (self, &bounds, MAX_FIT_ZOOM);
}

void
ggov_map_canvas_zoom_in (GgovMapCanvas *self)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  shumate_map_zoom_in (self->map);
}

void
ggov_map_canvas_zoom_out (GgovMapCanvas *self)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  shumate_map_zoom_out (self->map);
}

void
ggov_map_canvas_get_frame (GgovMapCanvas *self,
                           GgovMapFrame  *frame)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  ggov_map_frame_init (frame, shumate_map_get_viewport (self->map), GTK_WIDGET (self->map));
}

ShumateViewport *
ggov_map_canvas_get_viewport (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), NULL);

  return shumate_map_get_viewport (self->map);
}

gboolean
ggov_map_canvas_is_complete (GgovMapCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (self), FALSE);

  return self->picture && self->n_awaited == 0 &&
         ggov_footprint_layer_is_complete (self->footprints);
}
