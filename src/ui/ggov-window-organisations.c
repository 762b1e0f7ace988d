/* ggov-window-organisations.c: the window of the office's organisations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-organisations-window.h"
#include "ggov-window-private.h"

/* @day: (nullable): ISO day, or NULL for the one that is shown there */
static void
show_organisations (GgovWindow *self,
                    const char *view,
                    const char *day)
{
  if (self->session == NULL)
    return;

  if (self->organisations == NULL)
    g_set_weak_pointer (&self->organisations,
                        GTK_WIDGET (ggov_organisations_window_new (GTK_WINDOW (self),
                                                                   self->session)));
  ggov_organisations_window_choose (GGOV_ORGANISATIONS_WINDOW (self->organisations), view, day);
  gtk_window_present (GTK_WINDOW (self->organisations));
}

static void
show_list_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  show_organisations (GGOV_WINDOW (widget), "list", NULL);
}

static void
show_coverage_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  show_organisations (GGOV_WINDOW (widget), "coverage", NULL);
}

static void
show_chart_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  show_organisations (GGOV_WINDOW (widget), "chart", NULL);
}

/* Which view, and the day. */
static void
show_on_day_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *view, *day;

  g_variant_get (parameter, "(&s&s)", &view, &day);
  show_organisations (GGOV_WINDOW (widget), view, day);
}

void
_ggov_window_install_organisations_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-chart", NULL, show_chart_cb);
  gtk_widget_class_install_action (klass, "win.show-coverage", NULL, show_coverage_cb);
  gtk_widget_class_install_action (klass, "win.show-organisations", NULL, show_list_cb);
  gtk_widget_class_install_action (klass, "win.show-organisations-on", "(ss)", show_on_day_cb);
}
