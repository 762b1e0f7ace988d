/* ggov-window-training.c: the window of training, and what leads there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-training-window.h"
#include "ggov-window-private.h"

/* (nullable): NULL without an office */
static GgovTrainingWindow *
show_window (GgovWindow *self)
{
  if (self->session == NULL)
    return NULL;

  if (self->training == NULL)
    g_set_weak_pointer (&self->training,
                        GTK_WIDGET (ggov_training_window_new (GTK_WINDOW (self), self->session)));
  gtk_window_present (GTK_WINDOW (self->training));

  return GGOV_TRAINING_WINDOW (self->training);
}

static void
show_training_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovTrainingWindow *window = show_window (GGOV_WINDOW (widget));

  if (window && parameter)
    ggov_training_window_show_table (window, g_variant_get_string (parameter, NULL));
}

static void
show_session_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovTrainingWindow *window = show_window (GGOV_WINDOW (widget));

  if (window)
    ggov_training_window_show_session (window, g_variant_get_int64 (parameter));
}

void
_ggov_window_install_training_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-session", "x", show_session_cb);
  gtk_widget_class_install_action (klass, "win.show-training", NULL, show_training_cb);
  gtk_widget_class_install_action (klass, "win.show-training-table", "s", show_training_cb);
}
