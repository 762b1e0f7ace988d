/* ggov-window-office.c: opening and closing the window's office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-store-office.h"
#include "ggov-window-private.h"

#define MAX_RECENT 8

/* An office that opens sooner is shown without a word before it. */
#define PATIENCE_MS 400

static GgovApplication *
get_app (GgovWindow *self)
{
  return GGOV_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
remember_recent (GgovWindow *self,
                 const char *path)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new ();
  g_auto(GStrv) before = ggov_application_dup_recent (get_app (self));

  g_ptr_array_add (paths, (gpointer) path);
  for (guint i = 0; before[i] && paths->len < MAX_RECENT; i++)
    if (!g_str_equal (before[i], path))
      g_ptr_array_add (paths, before[i]);

  g_settings_set_value (ggov_application_get_settings (get_app (self)), "recent-offices",
                        g_variant_new_bytestring_array ((const char * const *) paths->pdata,
                                                        paths->len));
}

static gboolean
patience_cb (gpointer user_data)
{
  GgovWindow *self = user_data;

  self->patience_id = 0;
  ggov_start_page_show_opening (_ggov_window_show_start_page (self));

  return G_SOURCE_REMOVE;
}

/* What may be gone at the next try. */
static gboolean
may_pass (const GError *error)
{
  return g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_IN_USE) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_BUSY) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_FULL) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_READ_ONLY);
}

static void
name_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovWindow) self = user_data;
  g_autofree char *name = ggov_store_get_office_name_finish (GGOV_STORE (object), result, NULL);

  if (GGOV_STORE (object) != self->store || name == NULL || *name == '\0')
    return;

  gtk_label_set_text (self->office_label, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
}

void
_ggov_window_show_office (GgovWindow *self,
                          const char *page)
{
  g_autoptr(GgovSession) session =
    self->awaited ? g_steal_pointer (&self->awaited) : ggov_session_new (self->store, self->today);

  remember_recent (self, ggov_store_get_path (self->store));
  _ggov_window_set_session (self, session);
  ggov_window_show_page (self, page);
  ggov_store_get_office_name_async (self->store, NULL, name_cb, g_object_ref (self));
}

static void
drop_awaited (GgovWindow *self)
{
  if (self->awaited == NULL)
    return;

  _ggov_window_prepare_page (self, "overview", NULL);
  g_clear_object (&self->awaited);
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean opened = ggov_store_open_finish (GGOV_STORE (object), result, &error);

  /* Another office may have been asked for meanwhile, or the window closed. */
  if (GGOV_STORE (object) != self->store)
    return;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (!opened)
    {
      drop_awaited (self);
      _ggov_window_show_error (self, ggov_store_get_path (self->store), error);
      return;
    }

  if (self->founding)
    _ggov_window_found_office (self);
  else
    _ggov_window_show_office (self, "overview");
}

static void
open_again_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  g_autofree char *path = g_strdup (ggov_window_get_path (self));

  if (path)
    ggov_window_open (self, path, GGOV_STORE_NONE, self->today);
}

static void
open_path_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  ggov_window_open (self, g_variant_get_bytestring (parameter), GGOV_STORE_NONE, self->today);
}

static void
close_office_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_window_show_welcome (GGOV_WINDOW (widget));
}

void
_ggov_window_install_office_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.close-office", NULL, close_office_cb);
  gtk_widget_class_install_action (klass, "win.open-again", NULL, open_again_cb);
  gtk_widget_class_install_action (klass, "win.open-path", "ay", open_path_cb);
}

void
_ggov_window_close_office (GgovWindow *self)
{
  self->has_failed = FALSE;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  _ggov_window_clear_founding (self);
  _ggov_window_close_import (self);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (self->store == NULL)
    return;

  drop_awaited (self);
  _ggov_window_set_session (self, NULL);
  gtk_label_set_text (self->office_label, _("GridGov"));
  gtk_window_set_title (GTK_WINDOW (self), _("GridGov"));
  _ggov_window_forget_deeds (self);
  ggov_store_close (self->store);
  g_clear_object (&self->store);
}

void
_ggov_window_set_today (GgovWindow *self,
                        const char *today)
{
  if (today == self->today)
    return;

  g_free (self->today);
  self->today = g_strdup (today);
}

void
_ggov_window_show_error (GgovWindow   *self,
                         const char   *path,
                         const GError *error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence = ggov_error_dup_sentence_about (error, name);

  self->has_failed = TRUE;
  g_debug ("%s", error->message);
  ggov_start_page_show_error (_ggov_window_show_start_page (self), sentence, may_pass (error));
}

void
ggov_window_open (GgovWindow     *self,
                  const char     *path,
                  GgovStoreFlags  flags,
                  const char     *today)
{
  g_return_if_fail (GGOV_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  _ggov_window_close_office (self);
  _ggov_window_set_today (self, today);

  if (flags == GGOV_STORE_NONE)
    self->awaited = ggov_application_take_session (get_app (self), path, today);
  if (self->awaited)
    self->store = g_object_ref (ggov_session_get_store (self->awaited));
  else
    self->store = ggov_store_new (path, flags | GGOV_STORE_DESK);
  ggov_store_set_account (self->store, g_get_user_name ());
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  ggov_store_open_async (self->store, NULL, open_cb, g_object_ref (self));

  if (flags != GGOV_STORE_NONE)
    return;

  /* The overview is read while the window comes up; the answers come after that of opening. */
  if (self->awaited == NULL)
    self->awaited = ggov_session_new (self->store, self->today);
  _ggov_window_prepare_page (self, "overview", self->awaited);
}

void
ggov_window_open_last (GgovWindow *self,
                       const char *today)
{
  g_auto(GStrv) recent = NULL;

  g_return_if_fail (GGOV_IS_WINDOW (self));

  recent = ggov_application_dup_recent (get_app (self));
  if (recent[0])
    ggov_window_open (self, recent[0], GGOV_STORE_NONE, today);
  else
    ggov_window_show_welcome (self);
}

void
ggov_window_show_welcome (GgovWindow *self)
{
  g_auto(GStrv) recent = NULL;

  g_return_if_fail (GGOV_IS_WINDOW (self));

  recent = ggov_application_dup_recent (get_app (self));
  _ggov_window_close_office (self);
  ggov_start_page_show_welcome (_ggov_window_show_start_page (self),
                                (const char * const *) recent);
}

GgovSession *
ggov_window_get_session (GgovWindow *self)
{
  g_return_val_if_fail (GGOV_IS_WINDOW (self), NULL);

  return self->session;
}

const char *
ggov_window_get_path (GgovWindow *self)
{
  g_return_val_if_fail (GGOV_IS_WINDOW (self), NULL);

  return self->store ? ggov_store_get_path (self->store) : NULL;
}

gboolean
ggov_window_has_failed (GgovWindow *self)
{
  g_return_val_if_fail (GGOV_IS_WINDOW (self), FALSE);

  return self->has_failed;
}
