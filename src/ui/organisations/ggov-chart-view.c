/* ggov-chart-view.c: the organisation chart, what its boxes say, and the ways from there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-chart-canvas.h"
#include "ggov-chart-view.h"

#define KEY_WAY "ggov-way"

struct _GgovChartView
{
  AdwBin             parent_instance;

  /* From the template. */
  GgovChartCanvas   *canvas;
  GtkStack          *stack;
  GtkBox            *ways;
  GtkScrolledWindow *window;
  GtkLabel          *words_label;
  GtkButton         *zoom_button;
};

enum
{
  GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovChartView, ggov_chart_view, ADW_TYPE_BIN)

static void
go (GgovChartView *self,
    GgovChartWay   way)
{
  GgovChartNode *node = ggov_chart_canvas_get_chosen (self->canvas);

  if (node)
    g_signal_emit (self, signals[GO], 0, node, (guint) way);
}

static void
clicked_cb (GgovChartView *self,
            GtkWidget     *button)
{
  go (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), KEY_WAY)));
}

static void
add_way (GgovChartView *self,
         GgovChartWay   way,
         const char    *label,
         gboolean       is_vacant)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  if (is_vacant)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_tooltip_text (button, label);
  g_object_set_data (G_OBJECT (button), KEY_WAY, GUINT_TO_POINTER (way));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->ways, button);
}

/* To a post: to who holds it, or to filling it. @role: (nullable) */
static void
add_post (GgovChartView *self,
          GgovChartWay   way,
          const char    *role,
          const char    *name)
{
  /* Translators: a role that nobody holds, or who holds it */
  g_autofree char *label = name ? g_strdup_printf (_("Show %s"), name)
                                : g_strdup_printf (_("Fill: %s…"), role);

  add_way (self, way, label, name == NULL);
}

static void
add_ways (GgovChartView          *self,
          const GgovChartNodeRow *row)
{
  gboolean is_grid = g_str_equal (row->kind, "grid");

  if (is_grid || g_str_equal (row->kind, "community"))
    {
      add_post (self, GGOV_CHART_WAY_HEAD, row->head_role, row->head);
      add_post (self, GGOV_CHART_WAY_SECOND,
                is_grid ? C_("chart", "Party group leader") : row->second_role, row->second);
      add_way (self, GGOV_CHART_WAY_PLACE, _("On the Map"), FALSE);
    }
  else if (!g_str_equal (row->kind, "office"))
    {
      if (row->head)
        add_post (self, GGOV_CHART_WAY_HEAD, NULL, row->head);
      add_way (self, GGOV_CHART_WAY_PLACE, _("Organisation"), FALSE);
    }
}

static void
chosen_cb (GgovChartView *self)
{
  GgovChartNode *node = ggov_chart_canvas_get_chosen (self->canvas);
  g_autofree char *words = ggov_chart_canvas_dup_words (self->canvas);
  GtkWidget *child;

  gtk_label_set_label (self->words_label,
                       words ? words : _("Click a box, or move with the arrow keys, to see the ways "
                                         "from there."));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->ways))))
    gtk_box_remove (self->ways, child);
  if (node)
    add_ways (self, ggov_chart_node_get_row (node));
}

/* What is vacant first, then whoever is in charge. */
static void
activated_cb (GgovChartView *self)
{
  const GgovChartNodeRow *row =
    ggov_chart_node_get_row (ggov_chart_canvas_get_chosen (self->canvas));
  gboolean is_place = g_str_equal (row->kind, "grid") || g_str_equal (row->kind, "community");

  if (!is_place)
    go (self, GGOV_CHART_WAY_PLACE);
  else
    go (self, row->head && row->second == NULL ? GGOV_CHART_WAY_SECOND : GGOV_CHART_WAY_HEAD);
}

static void
zoomed_cb (GgovChartView *self)
{
  g_autofree char *label = g_strdup_printf ("%d %%", ggov_chart_canvas_get_zoom (self->canvas));

  gtk_button_set_label (self->zoom_button, label);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ggov_chart_canvas_zoom (GGOV_CHART_VIEW (widget)->canvas, g_variant_get_int32 (parameter));
}

static void
ggov_chart_view_class_init (GgovChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, GGOV_TYPE_CHART_NODE, G_TYPE_UINT);

  g_type_ensure (GGOV_TYPE_CHART_CANVAS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/organisations/ggov-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, GgovChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovChartView, ways);
  gtk_widget_class_bind_template_child (widget_class, GgovChartView, window);
  gtk_widget_class_bind_template_child (widget_class, GgovChartView, words_label);
  gtk_widget_class_bind_template_child (widget_class, GgovChartView, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoomed_cb);
  gtk_widget_class_install_action (widget_class, "chart.zoom", "i", zoom_cb);
}

static void
ggov_chart_view_init (GgovChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ggov_chart_canvas_set_window (self->canvas, self->window);
  chosen_cb (self);
}

void
ggov_chart_view_set_nodes (GgovChartView *self,
                           GListModel    *nodes)
{
  g_return_if_fail (GGOV_IS_CHART_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (nodes) > 0 ? "chart" : "empty");
  ggov_chart_canvas_set_nodes (self->canvas, nodes);
}

void
ggov_chart_view_start (GgovChartView *self)
{
  g_return_if_fail (GGOV_IS_CHART_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}
