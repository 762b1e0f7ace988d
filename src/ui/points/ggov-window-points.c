/* ggov-window-points.c: the window of the points desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-points-desk.h"
#include "ggov-window-private.h"

static void
show_desk_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session == NULL)
    return;

  if (self->points_desk == NULL)
    g_set_weak_pointer (&self->points_desk,
                        GTK_WIDGET (ggov_points_desk_new (GTK_WINDOW (self), self->session)));
  if (parameter)
    ggov_points_desk_choose (GGOV_POINTS_DESK (self->points_desk),
                             g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (self->points_desk));
}

void
_ggov_window_install_points_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-points-desk", NULL, show_desk_cb);
  gtk_widget_class_install_action (klass, "win.show-points-desk-view", "s", show_desk_cb);
}
