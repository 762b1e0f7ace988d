/* ggov-window-cases.c: the window of disputes, structures, joint actions and utilities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-cases-window.h"
#include "ggov-window-private.h"

static void
open_window (GgovWindow *self)
{
  if (self->cases == NULL)
    g_set_weak_pointer (&self->cases,
                        GTK_WIDGET (ggov_cases_window_new (GTK_WINDOW (self), self->session)));
}

static void
show_case_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  const char *view;
  gint64 id;

  if (self->session == NULL)
    return;

  g_variant_get (parameter, "(&sx)", &view, &id);
  open_window (self);
  ggov_cases_window_show_case (GGOV_CASES_WINDOW (self->cases), view, id);
  gtk_window_present (GTK_WINDOW (self->cases));
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session == NULL)
    return;

  open_window (self);
  if (parameter)
    ggov_cases_window_choose (GGOV_CASES_WINDOW (self->cases),
                              g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (self->cases));
}

void
_ggov_window_install_cases_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-case", "(sx)", show_case_cb);
  gtk_widget_class_install_action (klass, "win.show-cases", NULL, show_view_cb);
  gtk_widget_class_install_action (klass, "win.show-cases-view", "s", show_view_cb);
}
