/* ggov-deed-toast.c: one toast that tells of the latest that was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-deed-toast.h"

#define KEY_TOAST "ggov-deed-toast"

static void
dismissed_cb (AdwToastOverlay *toasts)
{
  g_object_set_data (G_OBJECT (toasts), KEY_TOAST, NULL);
}

void
ggov_deed_toast_show (AdwToastOverlay *toasts,
                      const char      *message,
                      const char      *button,
                      const char      *action,
                      gint64           id)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *before = g_object_get_data (G_OBJECT (toasts), KEY_TOAST);
  AdwToast *toast = before ? before : adw_toast_new (markup);

  /* To dismiss it for another one while it comes in is more than libadwaita 1.2 stands. */
  adw_toast_set_title (toast, markup);
  adw_toast_set_button_label (toast, button);
  /* An action never stands without the target it asks for, not even in passing: it is warned of. */
  if (action)
    adw_toast_set_action_target (toast, "(sx)", message, id);
  adw_toast_set_action_name (toast, action);
  if (action == NULL)
    adw_toast_set_action_target_value (toast, NULL);

  if (before)
    return;

  g_object_set_data_full (G_OBJECT (toasts), KEY_TOAST, g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), toasts, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (toasts, toast);
}

void
ggov_deed_toast_dismiss (AdwToastOverlay *toasts)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (toasts), KEY_TOAST);

  if (toast)
    adw_toast_dismiss (toast);
}
