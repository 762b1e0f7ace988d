/* ggov-chart-canvas.c: the organisation chart on the screen, drawn as on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-chart-canvas.h"
#include "ggov-chart-layout.h"
#include "ggov-report-page.h"

#define MARGIN       12   /* pixels around the chart */
#define BASE_SCALE   1.5  /* pixels a point: type of 7.5 points is read as small print is */
#define LEAST_WIDTH  480  /* points: narrower, it is scrolled */
#define ZOOM_STEP    1.2
#define MOST_STEPS   6
#define FRAME_WIDTH  2.0  /* points, around the box that is chosen */

struct _GgovChartCanvas
{
  GtkWidget          parent_instance;

  GListModel        *nodes;   /* (nullable) (element-type GgovChartNode) */
  PangoContext      *context;
  GgovChartLayout   *layout;  /* (nullable): NULL until it is seen */
  GtkScrolledWindow *window;  /* (unowned) (nullable) */
  int                steps;   /* of zoom */
  guint              chosen;  /* a box, or G_MAXUINT */
  guint              idle_id; /* or 0 */
};

enum
{
  ACTIVATED,
  CHOSEN,
  ZOOMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovChartCanvas, ggov_chart_canvas, GTK_TYPE_WIDGET)

/* Places ----------------------------------------------------------------------------------- */

static double
get_scale (GgovChartCanvas *self)
{
  return BASE_SCALE * pow (ZOOM_STEP, self->steps);
}

static void
scroll_to (GgovChartCanvas *self,
           guint            i)
{
  double scale = get_scale (self);
  graphene_rect_t box;

  ggov_chart_layout_get_box (self->layout, i, &box);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->window),
                             box.origin.x * scale, (box.origin.x + box.size.width) * scale +
                                                     2 * MARGIN);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->window),
                             box.origin.y * scale, (box.origin.y + box.size.height) * scale +
                                                     2 * MARGIN);
}

/* Choosing --------------------------------------------------------------------------------- */

static void
choose (GgovChartCanvas *self,
        guint            i)
{
  g_autofree char *words = NULL;

  self->chosen = i;
  words = ggov_chart_canvas_dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GgovChartCanvas *self = GGOV_CHART_CANVAS (widget);
  guint n = self->layout ? ggov_chart_layout_get_n_boxes (self->layout) : 0;
  int dx, dy;

  if (n == 0)
    return FALSE;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  /* The first and the last box are no way off, but all of it. */
  choose (self, ABS (dx) > 1 ? (dx < 0 ? 0 : n - 1)
                             : self->chosen < n ? ggov_chart_layout_find_next (self->layout, self->chosen, dx, dy)
                                               : 0);
  scroll_to (self, self->chosen);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  GgovChartCanvas *self = GGOV_CHART_CANVAS (widget);

  if (ggov_chart_canvas_get_chosen (self))
    g_signal_emit (self, signals[ACTIVATED], 0);

  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  int steps;

  g_variant_get (arguments, "(i)", &steps);
  ggov_chart_canvas_zoom (GGOV_CHART_CANVAS (widget), steps);

  return TRUE;
}

static void
pressed_cb (GgovChartCanvas *self,
            int              n_press,
            double           x,
            double           y)
{
  double scale = get_scale (self);
  guint i;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout == NULL ||
      !ggov_chart_layout_find (self->layout, (x - MARGIN) / scale, (y - MARGIN) / scale, &i))
    return;

  choose (self, i);
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
scroll_cb (GgovChartCanvas          *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return FALSE;

  ggov_chart_canvas_zoom (self, dy < 0 ? 1 : -1);

  return TRUE;
}

/* Laying out ------------------------------------------------------------------------------- */

/* As wide as there is room for. */
static double
get_room (GgovChartCanvas *self)
{
  double page = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->window));

  return MAX ((page - 2 * MARGIN) / BASE_SCALE, LEAST_WIDTH);
}

static void
lay_out (GgovChartCanvas *self)
{
  g_autoptr(GgovChartNode) known = NULL;

  if (self->nodes == NULL || self->window == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (ggov_chart_canvas_get_chosen (self))
    known = g_object_ref (ggov_chart_canvas_get_chosen (self));
  g_clear_pointer (&self->layout, ggov_chart_layout_free);
  self->layout = ggov_chart_layout_new (self->nodes, self->context, get_room (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  choose (self, known ? ggov_chart_layout_find_same (self->layout, known) : G_MAXUINT);
}

static gboolean
lay_out_again (gpointer user_data)
{
  GgovChartCanvas *self = user_data;

  self->idle_id = 0;
  if (self->layout == NULL ||
      fabs (get_room (self) - ggov_chart_layout_get_width (self->layout)) > 1)
    lay_out (self);

  return G_SOURCE_REMOVE;
}

/* Not within the allocation that tells of it. */
static void
room_changed_cb (GgovChartCanvas *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (lay_out_again, self);
}

static void
scrolled_cb (GgovChartCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ggov_chart_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ggov_chart_canvas_parent_class)->map (widget);

  room_changed_cb (GGOV_CHART_CANVAS (widget));
}

static void
ggov_chart_canvas_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  GgovChartCanvas *self = GGOV_CHART_CANVAS (widget);
  double size = 0;

  if (self->layout)
    size = orientation == GTK_ORIENTATION_HORIZONTAL ? ggov_chart_layout_get_width (self->layout)
                                                     : ggov_chart_layout_get_height (self->layout);
  *minimum = *natural = (int) ceil (size * get_scale (self)) + 2 * MARGIN;
}

/* Drawing ---------------------------------------------------------------------------------- */

static void
get_ink (GgovChartCanvas *self,
         const char      *name,
         double           ink[3])
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  ink[0] = colour.red;
  ink[1] = colour.green;
  ink[2] = colour.blue;
}

static void
draw_chosen (GgovChartCanvas *self,
             cairo_t         *cr)
{
  gboolean has_focus = gtk_widget_has_focus (GTK_WIDGET (self));
  graphene_rect_t box;
  double ink[3];

  if (ggov_chart_canvas_get_chosen (self) == NULL)
    return;

  ggov_chart_layout_get_box (self->layout, self->chosen, &box);
  get_ink (self, "accent_color", ink);
  cairo_rectangle (cr, box.origin.x, box.origin.y, box.size.width, box.size.height);
  cairo_set_source_rgba (cr, ink[0], ink[1], ink[2], 0.2);
  cairo_fill (cr);
  cairo_rectangle (cr, box.origin.x - FRAME_WIDTH, box.origin.y - FRAME_WIDTH,
                   box.size.width + 2 * FRAME_WIDTH, box.size.height + 2 * FRAME_WIDTH);
  cairo_set_line_width (cr, has_focus ? FRAME_WIDTH : FRAME_WIDTH / 2);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  cairo_stroke (cr);
}

/* What is seen of it, pixels: a big office's chart is many screens high. */
static void
get_seen (GgovChartCanvas *self,
          graphene_rect_t *seen)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->window);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->window);

  graphene_rect_init (seen, gtk_adjustment_get_value (across), gtk_adjustment_get_value (down),
                      gtk_adjustment_get_page_size (across), gtk_adjustment_get_page_size (down));
}

static void
ggov_chart_canvas_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GgovChartCanvas *self = GGOV_CHART_CANVAS (widget);
  double scale = get_scale (self);
  double ink[3], vacant[3];
  graphene_rect_t seen;
  cairo_t *cr;

  if (self->layout == NULL)
    return;

  get_seen (self, &seen);
  cr = gtk_snapshot_append_cairo (snapshot, &seen);
  cairo_translate (cr, MARGIN, MARGIN);
  cairo_scale (cr, scale, scale);
  draw_chosen (self, cr);
  get_ink (self, NULL, ink);
  get_ink (self, "error_color", vacant);
  ggov_chart_layout_draw (self->layout, cr, (seen.origin.y - MARGIN) / scale,
                          (seen.origin.y + seen.size.height - MARGIN) / scale, ink, vacant);
  cairo_destroy (cr);
}

/* The widget ------------------------------------------------------------------------------- */

static void
ggov_chart_canvas_dispose (GObject *object)
{
  GgovChartCanvas *self = GGOV_CHART_CANVAS (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->nodes);
  g_clear_pointer (&self->layout, ggov_chart_layout_free);
  g_clear_object (&self->context);
  self->window = NULL;

  G_OBJECT_CLASS (ggov_chart_canvas_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int   dx, dy;
  } ways[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
    { GDK_KEY_Home, -2, 0 }, { GDK_KEY_End, 2, 0 },
  };
  static const struct
  {
    guint key;
    int   steps;
  } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_add_binding (klass, ways[i].key, 0, move_cb, "(ii)", ways[i].dx, ways[i].dy);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (klass, zooms[i].key, 0, zoom_cb, "(i)", zooms[i].steps);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
}

static void
ggov_chart_canvas_class_init (GgovChartCanvasClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_chart_canvas_dispose;
  widget_class->map = ggov_chart_canvas_map;
  widget_class->measure = ggov_chart_canvas_measure;
  widget_class->snapshot = ggov_chart_canvas_snapshot;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[ZOOMED] = g_signal_new ("zoomed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
ggov_chart_canvas_init (GgovChartCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->chosen = G_MAXUINT;
  self->context = ggov_report_context_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_object (self, "notify::has-focus", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Organisation chart"), -1);
}

void
ggov_chart_canvas_set_window (GgovChartCanvas   *self,
                              GtkScrolledWindow *window)
{
  GtkAdjustment *across, *down;

  g_return_if_fail (GGOV_IS_CHART_CANVAS (self));
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (window));

  self->window = window;
  across = gtk_scrolled_window_get_hadjustment (window);
  down = gtk_scrolled_window_get_vadjustment (window);
  g_signal_connect_object (across, "notify::page-size", G_CALLBACK (room_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "notify::page-size", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ggov_chart_canvas_set_nodes (GgovChartCanvas *self,
                             GListModel      *nodes)
{
  g_return_if_fail (GGOV_IS_CHART_CANVAS (self));

  g_set_object (&self->nodes, nodes);
  lay_out (self);
}

void
ggov_chart_canvas_zoom (GgovChartCanvas *self,
                        int              steps)
{
  g_return_if_fail (GGOV_IS_CHART_CANVAS (self));

  self->steps = steps == 0 ? 0 : CLAMP (self->steps + steps, -MOST_STEPS, MOST_STEPS);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[ZOOMED], 0);
}

int
ggov_chart_canvas_get_zoom (GgovChartCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_CHART_CANVAS (self), 100);

  return (int) round (100 * pow (ZOOM_STEP, self->steps));
}

GgovChartNode *
ggov_chart_canvas_get_chosen (GgovChartCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_CHART_CANVAS (self), NULL);

  return self->layout && self->chosen < ggov_chart_layout_get_n_boxes (self->layout)
           ? ggov_chart_layout_get_node (self->layout, self->chosen) : NULL;
}

char *
ggov_chart_canvas_dup_words (GgovChartCanvas *self)
{
  g_return_val_if_fail (GGOV_IS_CHART_CANVAS (self), NULL);

  return ggov_chart_canvas_get_chosen (self)
           ? ggov_chart_layout_dup_words (self->layout, self->chosen) : NULL;
}
