/* ggov-map-page-nets.c: the way from the map to departments' old nets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-page-private.h"
#include "ggov-nets-window.h"

static void
show_nets (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  if (self->session == NULL)
    return;

  if (self->nets == NULL)
    g_set_weak_pointer (&self->nets, GTK_WIDGET (ggov_nets_window_new (widget, self->session,
                                                                       self->canvas)));
  gtk_window_present (GTK_WINDOW (self->nets));
}

void
_ggov_map_page_close_nets (GgovMapPage *self)
{
  GtkWidget *window = self->nets;

  g_clear_weak_pointer (&self->nets);
  if (window)
    gtk_window_destroy (GTK_WINDOW (window));
  if (self->canvas)
    ggov_map_canvas_set_net (self->canvas, NULL);
}

void
_ggov_map_page_install_net_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.show-nets", NULL, show_nets);
}
