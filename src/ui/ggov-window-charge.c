/* ggov-window-charge.c: the window that tells who is in charge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-charge-dialog.h"
#include "ggov-window-private.h"

static void
ask_charge_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  GgovChargeDialog *dialog;

  if (self->session == NULL)
    return;

  dialog = ggov_charge_dialog_new (widget, self->session);
  if (parameter)
    ggov_charge_dialog_ask (dialog, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_charge_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  const char *kind, *label;
  GgovChargeDialog *dialog;
  gint64 id;

  if (self->session == NULL)
    return;

  g_variant_get (parameter, "(&sx&s)", &kind, &id, &label);
  dialog = ggov_charge_dialog_new (widget, self->session);
  ggov_charge_dialog_show (dialog, kind, id, label);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ggov_window_install_charge_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.ask-charge", NULL, ask_charge_cb);
  gtk_widget_class_install_action (klass, "win.ask-charge-of", "s", ask_charge_cb);
  gtk_widget_class_install_action (klass, "win.show-charge", "(sxs)", show_charge_cb);
}
