/* ggov-window.c: one office on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-window-private.h"

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovWindow, ggov_window, ADW_TYPE_APPLICATION_WINDOW)

static void
row_selected_cb (GtkListBox    *list,
                 GtkListBoxRow *row,
                 GgovWindow    *self)
{
  if (row && self->session)
    _ggov_window_show_row (self, gtk_list_box_row_get_index (row));
}

/* A menu is a popover full of buttons: it is made when it is first opened. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  GgovWindow *self = user_data;

  gtk_menu_button_set_menu_model (button, self->primary_menu);
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
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, office_label);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, search_box);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, GgovWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  _ggov_window_install_actions (widget_class);
  _ggov_window_install_charge_actions (widget_class);
  _ggov_window_install_organisations_actions (widget_class);
  _ggov_window_install_demo_actions (widget_class);
  _ggov_window_install_file_actions (widget_class);
  _ggov_window_install_found_actions (widget_class);
  _ggov_window_install_import_actions (widget_class);
  _ggov_window_install_office_actions (widget_class);
  _ggov_window_install_print_actions (widget_class);
  _ggov_window_install_cases_actions (widget_class);
  _ggov_window_install_points_actions (widget_class);
  _ggov_window_install_indicators_actions (widget_class);
  _ggov_window_install_training_actions (widget_class);

  g_type_ensure (GGOV_TYPE_SEARCH_BOX);
}

static void
ggov_window_init (GgovWindow *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
  _ggov_window_init_pages (self);
  _ggov_window_forget_deeds (self);
}

/* Until the session is taken away: what it has asked for may be on its way then. */
static void
watch_ladder (GgovWindow *self)
{
  if (self->watch)
    g_object_run_dispose (G_OBJECT (self->watch));
  g_clear_object (&self->watch);
  if (self->session)
    self->watch = ggov_ladder_watch_new (
      G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->session);
}

void
_ggov_window_set_session (GgovWindow  *self,
                          GgovSession *session)
{
  if (!g_set_object (&self->session, session))
    return;

  watch_ladder (self);
  gtk_widget_set_visible (self->sidebar, session != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->search_box), session != NULL);
  gtk_label_set_text (self->day_label, session ? ggov_session_get_today (session) : "");
  _ggov_window_update_actions (self);
  g_object_set (self->search_box, "session", session, NULL);
  _ggov_window_give_session (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

GgovWindow *
ggov_window_new (GgovApplication *app)
{
  GgovWindow *self;
  GSettings *settings;

  g_return_val_if_fail (GGOV_IS_APPLICATION (app), NULL);

  self = g_object_new (GGOV_TYPE_WINDOW, "application", app, NULL);
  settings = ggov_application_get_settings (app);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  return self;
}
