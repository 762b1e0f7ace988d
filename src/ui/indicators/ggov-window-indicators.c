/* ggov-window-indicators.c: the window of indicators, follow-up calls, measures and replay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-indicators-window.h"
#include "ggov-window-private.h"

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session == NULL)
    return;

  if (self->indicators == NULL)
    g_set_weak_pointer (&self->indicators,
                        GTK_WIDGET (ggov_indicators_window_new (GTK_WINDOW (self), self->session)));
  if (parameter)
    ggov_indicators_window_choose (GGOV_INDICATORS_WINDOW (self->indicators),
                                   g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (self->indicators));
}

void
_ggov_window_install_indicators_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-indicators", NULL, show_view_cb);
  gtk_widget_class_install_action (klass, "win.show-indicators-view", "s", show_view_cb);
}
