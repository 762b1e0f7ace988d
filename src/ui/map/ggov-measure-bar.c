/* ggov-measure-bar.c: measuring on the map: what was measured, and pointer and keys meanwhile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-measure-bar.h"
#include "ggov-measure-layer.h"
#include "ggov-measure-text.h"

/* A click that ends this far from its beginning was a pan. */
#define CLICK_PX 6

/* How near the pointer has to be to a footprint's corner. */
#define SNAP_PX 9

struct _GgovMeasureBar
{
  AdwBin            parent_instance;

  GgovMapCanvas    *canvas;  /* (unowned): its parent's parent */
  GgovMeasure      *measure;
  GgovMeasureLayer *layer;   /* (unowned): the map's */
  graphene_point_t  pressed;
  graphene_point_t  pointer; /* where it was last */
  gboolean          is_by_key; /* whether the next point goes to the middle */
  GArray           *found;   /* (element-type guint): footprints near the pointer */

  /* From the template. */
  GtkToggleButton  *area_button;
  GtkLabel         *details_label;
  GtkLabel         *figure_label;
};

G_DEFINE_FINAL_TYPE (GgovMeasureBar, ggov_measure_bar, ADW_TYPE_BIN)

static void
update_texts (GgovMeasureBar *self)
{
  g_autofree char *figure = ggov_measure_dup_figure (self->measure);
  g_autofree char *details = ggov_measure_dup_details (self->measure);

  gtk_label_set_label (self->figure_label, figure);
  gtk_widget_set_visible (GTK_WIDGET (self->figure_label), *figure != '\0');
  gtk_label_set_label (self->details_label, details);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.copy", *figure != '\0');
}

static gboolean
is_active (GgovMeasureBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

static void
update_cross (GgovMeasureBar *self)
{
  ggov_measure_layer_set_cross (self->layer, is_active (self) && self->is_by_key &&
                                gtk_widget_has_focus (GTK_WIDGET (self->canvas)));
}

/* Snapping ---------------------------------------------------------------------------------- */

/* The nearest corner of one footprint, if it is nearer than @best pixels. */
static void
snap_to (GgovGeoFootprints  *footprints,
         guint               i,
         const GgovMapFrame *frame,
         double              x,
         double              y,
         double             *best,
         double             *place)
{
  for (guint j = 0; j < ggov_geo_footprints_get_n_rings (footprints, i); j++)
    {
      guint n;
      const double *ring = ggov_geo_footprints_get_ring (footprints, i, j, &n, NULL);

      for (guint k = 0; k < n; k++)
        {
          double corner_x, corner_y, away;

          ggov_map_frame_to_screen (frame, ring[2 * k], ring[2 * k + 1], &corner_x, &corner_y);
          away = hypot (corner_x - x, corner_y - y);
          if (away < *best)
            {
              *best = away;
              place[0] = ring[2 * k];
              place[1] = ring[2 * k + 1];
            }
        }
    }
}

/* The place of a point of the canvas. */
static void
find_place (GgovMeasureBar *self,
            double          x,
            double          y,
            gboolean        can_snap,
            double         *place)
{
  GgovPlaces *places = ggov_map_canvas_get_places (self->canvas);
  double best = SNAP_PX, corners[4];
  GgovMapFrame frame;
  GgovGeoBounds near;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  ggov_map_frame_to_place (&frame, x, y, &place[0], &place[1]);
  if (places == NULL || !can_snap)
    return;

  ggov_map_frame_to_place (&frame, x - SNAP_PX, y + SNAP_PX, &corners[0], &corners[1]);
  ggov_map_frame_to_place (&frame, x + SNAP_PX, y - SNAP_PX, &corners[2], &corners[3]);
  near = (GgovGeoBounds) { corners[0], corners[1], corners[2], corners[3] };
  ggov_geo_index_query (ggov_places_get_index (places), &near, self->found);
  for (guint i = 0; i < self->found->len; i++)
    snap_to (ggov_places_get_footprints (places), g_array_index (self->found, guint, i), &frame, x,
             y, &best, place);
}

static void
find_middle (GgovMeasureBar *self,
             double         *place)
{
  GgovMapFrame frame;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  find_place (self, frame.width / 2.0, frame.height / 2.0, TRUE, place);
}

/* Pointer ----------------------------------------------------------------------------------- */

static gboolean
can_snap (GtkEventController *controller)
{
  return !(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK);
}

/* The second press of a double click ends the line, and the map does not go closer by it. */
static void
pressed_cb (GgovMeasureBar *self,
            int             n_press,
            double          x,
            double          y,
            GtkGesture     *gesture)
{
  if (!is_active (self))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  graphene_point_init (&self->pressed, x, y);
  if (n_press == 1)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ggov_measure_finish (self->measure);
}

/* A press that was a pan is the map's. */
static void
released_cb (GgovMeasureBar *self,
             int             n_press,
             double          x,
             double          y,
             GtkGesture     *gesture)
{
  double place[2];

  if (!is_active (self) || n_press != 1 ||
      hypot (x - self->pressed.x, y - self->pressed.y) > CLICK_PX)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  find_place (self, x, y, can_snap (GTK_EVENT_CONTROLLER (gesture)), place);
  ggov_measure_add (self->measure, place[0], place[1]);
}

static void
motion_cb (GgovMeasureBar     *self,
           double              x,
           double              y,
           GtkEventController *controller)
{
  double place[2];

  /* A pointer at rest is said to move whenever something else does. */
  if (!is_active (self) || (x == self->pointer.x && y == self->pointer.y))
    return;

  graphene_point_init (&self->pointer, x, y);
  self->is_by_key = FALSE;
  update_cross (self);
  find_place (self, x, y, can_snap (controller), place);
  ggov_measure_point (self->measure, place[0], place[1]);
}

static void
leave_cb (GgovMeasureBar *self)
{
  if (is_active (self) && !self->is_by_key)
    ggov_measure_stop_pointing (self->measure);
}

/* Keys -------------------------------------------------------------------------------------- */

static void
point_at_middle (GgovMeasureBar *self)
{
  double place[2];

  if (!is_active (self) || !self->is_by_key)
    return;

  find_middle (self, place);
  ggov_measure_point (self->measure, place[0], place[1]);
}

static void
put_at_middle (GgovMeasureBar *self)
{
  double place[2];

  find_middle (self, place);
  ggov_measure_add (self->measure, place[0], place[1]);
}

static void
step_back (GgovMeasureBar *self)
{
  if (ggov_measure_get_n_points (self->measure) > 0)
    ggov_measure_clear (self->measure);
  else
    ggov_measure_bar_toggle (self);
}

static gboolean
press_key (GgovMeasureBar  *self,
           guint            keyval,
           GdkModifierType  modifiers)
{
  if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_c)
    return gtk_widget_activate_action (GTK_WIDGET (self), "measure.copy", NULL);

  if (modifiers != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      put_at_middle (self);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      ggov_measure_finish (self->measure);
      return TRUE;

    case GDK_KEY_BackSpace:
      ggov_measure_remove_last (self->measure);
      point_at_middle (self);
      return TRUE;

    case GDK_KEY_Escape:
      step_back (self);
      return TRUE;

    default:
      return FALSE;
    }
}

/* Whether it is a key by which somebody goes over the map or puts a point. */
static gboolean
is_going (guint keyval)
{
  static const guint keyvals[] = {
    GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_KP_Left, GDK_KEY_KP_Right,
    GDK_KEY_KP_Up, GDK_KEY_KP_Down, GDK_KEY_space, GDK_KEY_KP_Space,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    if (keyvals[i] == keyval)
      return TRUE;

  return FALSE;
}

/* Only while the map itself has the keyboard; buttons on it have keys of their own. */
static gboolean
map_key_cb (GgovMeasureBar  *self,
            guint            keyval,
            guint            keycode,
            GdkModifierType  modifiers)
{
  if (!is_active (self) || !gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    return FALSE;

  if (!self->is_by_key && is_going (keyval))
    {
      self->is_by_key = TRUE;
      update_cross (self);
      point_at_middle (self);
    }

  return press_key (self, keyval, modifiers & gtk_accelerator_get_default_mod_mask ());
}

static gboolean
bar_key_cb (GgovMeasureBar  *self,
            guint            keyval,
            guint            keycode,
            GdkModifierType  modifiers)
{
  return (keyval == GDK_KEY_Escape || keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_c) &&
         press_key (self, keyval, modifiers & gtk_accelerator_get_default_mod_mask ());
}

/* Actions ----------------------------------------------------------------------------------- */

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  GgovMeasureBar *self = GGOV_MEASURE_BAR (widget);
  g_autofree char *report = ggov_measure_dup_report (self->measure);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), report);
  gtk_widget_activate_action (widget, "win.show-message", "s", _("What was measured is copied."));
}

static void
close_bar (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ggov_measure_bar_toggle (GGOV_MEASURE_BAR (widget));
}

static void
kind_changed_cb (GgovMeasureBar *self)
{
  ggov_measure_set_kind (self->measure, gtk_toggle_button_get_active (self->area_button)
                         ? GGOV_MEASURE_AREA : GGOV_MEASURE_DISTANCE);

  /* Where the next point is put. */
  if (self->canvas)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
ggov_measure_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GGOV_TYPE_MEASURE_BAR);

  G_OBJECT_CLASS (ggov_measure_bar_parent_class)->dispose (object);
}

static void
ggov_measure_bar_finalize (GObject *object)
{
  GgovMeasureBar *self = GGOV_MEASURE_BAR (object);

  g_clear_object (&self->measure);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (ggov_measure_bar_parent_class)->finalize (object);
}

static void
ggov_measure_bar_class_init (GgovMeasureBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_measure_bar_dispose;
  object_class->finalize = ggov_measure_bar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/map/ggov-measure-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovMeasureBar, area_button);
  gtk_widget_class_bind_template_child (widget_class, GgovMeasureBar, details_label);
  gtk_widget_class_bind_template_child (widget_class, GgovMeasureBar, figure_label);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_install_action (widget_class, "measure.close", NULL, close_bar);
  gtk_widget_class_install_action (widget_class, "measure.copy", NULL, copy);
}

static void
ggov_measure_bar_init (GgovMeasureBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->measure = ggov_measure_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->measure, "changed", G_CALLBACK (update_texts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (bar_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update_texts (self);
}

/* Before the map and its layers see them. */
static void
add_controllers (GgovMeasureBar *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (map_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (canvas, keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (canvas, motion);

  g_signal_connect_object (focus, "notify::is-focus", G_CALLBACK (update_cross), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (canvas, focus);
}

GgovMeasureBar *
ggov_measure_bar_add_to (GgovMapCanvas *canvas)
{
  GgovMeasureBar *self = g_object_new (GGOV_TYPE_MEASURE_BAR, "visible", FALSE, NULL);
  ShumateViewport *viewport = ggov_map_canvas_get_viewport (canvas);

  self->canvas = canvas;
  self->layer = ggov_measure_layer_new (viewport, self->measure);
  gtk_widget_set_visible (GTK_WIDGET (self->layer), FALSE);
  ggov_map_canvas_add_layer (canvas, SHUMATE_LAYER (self->layer));
  gtk_overlay_add_overlay (GTK_OVERLAY (adw_bin_get_child (ADW_BIN (canvas))), GTK_WIDGET (self));
  add_controllers (self);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (point_at_middle), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
ggov_measure_bar_toggle (GgovMeasureBar *self)
{
  gboolean has_keyboard;

  g_return_if_fail (GGOV_IS_MEASURE_BAR (self));

  has_keyboard = gtk_widget_has_focus (GTK_WIDGET (self->canvas));
  ggov_measure_clear (self->measure);
  self->is_by_key = has_keyboard;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_set_visible (GTK_WIDGET (self), !is_active (self));
  gtk_widget_set_visible (GTK_WIDGET (self->layer), is_active (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), is_active (self) ? "crosshair"
                                                                               : NULL);
  update_cross (self);
}

GgovMeasure *
ggov_measure_bar_get_measure (GgovMeasureBar *self)
{
  g_return_val_if_fail (GGOV_IS_MEASURE_BAR (self), NULL);

  return self->measure;
}
