/* ggov-page-keys.c: keys that do something wherever in the window the cursor is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-page-keys.h"

static gboolean
pressed_cb (GtkWidget *page,
            GVariant  *arguments,
            gpointer   user_data)
{
  const GgovPageKey *key = user_data;

  if (!gtk_widget_get_mapped (page))
    return FALSE;

  return key->target ? gtk_widget_activate_action (page, key->action, "s", key->target)
                     : gtk_widget_activate_action (page, key->action, NULL);
}

void
ggov_page_keys_add (GtkWidget         *page,
                    const GgovPageKey *keys,
                    guint              n)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (page));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < n; i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].keys),
                        gtk_callback_action_new (pressed_cb, (gpointer) &keys[i], NULL)));
  gtk_widget_add_controller (page, controller);
}
