/* ggov-window.c: one office on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-window-private.h"

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovWindow, ggov_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *page_names[] = { "overview", "map", "roster", "issues", "points" };

static void
row_selected_cb (GtkListBox    *list,
                 GtkListBoxRow *row,
                 GgovWindow    *self)
{
  if (row)
    ggov_window_show_page (self, page_names[gtk_list_box_row_get_index (row)]);
}

static void
set_session (GgovWindow  *self,
             GgovSession *session)
{
  if (!g_set_object (&self->session, session))
    return;

  gtk_widget_set_visible (self->sidebar, session != NULL);
  gtk_label_set_text (self->day_label, session ? ggov_session_get_today (session) : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
show_error (GgovWindow   *self,
            const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_title (self->status, _("The office cannot be opened"));
  adw_status_page_set_description (self->status, markup);
  gtk_stack_set_visible_child_name (self->pages, "status");
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovWindow) self = user_data;
  g_autoptr(GgovSession) session = NULL;
  g_autoptr(GError) error = NULL;

  /* Another office may have been asked for meanwhile. */
  if (GGOV_STORE (object) != self->store)
    return;

  if (!ggov_store_open_finish (GGOV_STORE (object), result, &error))
    {
      show_error (self, error);
      return;
    }

  session = ggov_session_new (self->store, self->today);
  set_session (self, session);
  ggov_window_show_page (self, "overview");
}

static void
ggov_window_dispose (GObject *object)
{
  GgovWindow *self = GGOV_WINDOW (object);

  _ggov_window_close_office (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_WINDOW);

  G_OBJECT_CLASS (ggov_window_parent_class)->dispose (object);
}

static void
ggov_window_finalize (GObject *object)
{
  GgovWindow *self = GGOV_WINDOW (object);

  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (ggov_window_parent_class)->finalize (object);
}

static void
ggov_window_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GgovWindow *self = GGOV_WINDOW (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_window_class_init (GgovWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_window_dispose;
  object_class->finalize = ggov_window_finalize;
  object_class->get_property = ggov_window_get_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/ggov-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, day_label);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, office_label);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, status);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, status_buttons);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  _ggov_window_install_actions (widget_class);
}

static void
ggov_window_init (GgovWindow *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
  gtk_widget_init_template (GTK_WIDGET (self));
  _ggov_window_init_pages (self);
  _ggov_window_forget_deeds (self);
}

void
_ggov_window_close_office (GgovWindow *self)
{
  if (self->store == NULL)
    return;

  set_session (self, NULL);
  _ggov_window_forget_deeds (self);
  ggov_store_close (self->store);
  g_clear_object (&self->store);
}

GgovWindow *
ggov_window_new (GgovApplication *app)
{
  g_return_val_if_fail (GGOV_IS_APPLICATION (app), NULL);

  return g_object_new (GGOV_TYPE_WINDOW, "application", app, NULL);
}

void
ggov_window_open (GgovWindow     *self,
                  const char     *path,
                  GgovStoreFlags  flags,
                  const char     *today)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GGOV_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  _ggov_window_close_office (self);
  g_free (self->today);
  self->today = g_strdup (today);
  name = g_path_get_basename (path);
  gtk_label_set_text (self->office_label, name);

  self->store = ggov_store_new (path, flags | GGOV_STORE_DESK);
  ggov_store_set_account (self->store, g_get_user_name ());
  ggov_store_open_async (self->store, NULL, open_cb, g_object_ref (self));
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
