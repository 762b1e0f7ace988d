/* ggov-map-page-base.c: the base map that the user has chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-application.h"
#include "ggov-base-map-choice.h"
#include "ggov-base-map-dialog.h"
#include "ggov-map-page-private.h"

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovMapPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovBaseMap) map = ggov_base_map_choice_open_finish (result, &error);

  /* Another one was chosen, or the page is going. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->settings == NULL)
    return;

  ggov_map_canvas_set_base_map (self->canvas, map);
  if (error)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
}

static void
open_base_map (GgovMapPage *self)
{
  g_autoptr(GgovBaseMapChoice) choice = ggov_base_map_choice_load (self->settings);

  g_cancellable_cancel (self->base_cancellable);
  g_clear_object (&self->base_cancellable);
  self->base_cancellable = g_cancellable_new ();
  ggov_base_map_choice_open_async (choice, self->base_cancellable, opened_cb, g_object_ref (self));
}

static void
open_cb (gpointer user_data)
{
  GgovMapPage *self = user_data;

  self->base_id = 0;
  open_base_map (self);
}

/* Several of them change at once. */
static void
setting_changed_cb (GgovMapPage *self,
                    const char  *key)
{
  if (g_str_has_prefix (key, "base-map") && self->base_id == 0)
    self->base_id = g_idle_add_once (open_cb, self);
}

void
_ggov_map_page_find_settings (GgovMapPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *app = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root))
                                             : NULL;

  if (self->settings == NULL && GGOV_IS_APPLICATION (app))
    ggov_map_page_set_settings (self, ggov_application_get_settings (GGOV_APPLICATION (app)));
}

void
_ggov_map_page_drop_settings (GgovMapPage *self)
{
  if (self->settings)
    g_signal_handlers_disconnect_by_func (self->settings, setting_changed_cb, self);
  g_clear_object (&self->settings);
  g_cancellable_cancel (self->base_cancellable);
  g_clear_object (&self->base_cancellable);
  g_clear_handle_id (&self->base_id, g_source_remove);
}

static void
choose (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  if (self->settings)
    ggov_base_map_dialog_show (widget, self->settings);
}

void
_ggov_map_page_install_base_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.choose-base-map", NULL, choose);
}

void
ggov_map_page_set_settings (GgovMapPage *self,
                            GSettings   *settings)
{
  g_return_if_fail (GGOV_IS_MAP_PAGE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  _ggov_map_page_drop_settings (self);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  open_base_map (self);
}
