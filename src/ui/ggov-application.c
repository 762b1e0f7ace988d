/* ggov-application.c: the program: its command line, windows and settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ggov-application.h"
#include "ggov-local-time.h"
#include "ggov-overview-page.h"
#include "ggov-screenshots.h"
#include "ggov-window.h"

struct _GgovApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;   /* (nullable): NULL until first asked for */
  char           *first_path; /* (nullable): of the office this process was started for */
  char           *first_day;  /* (nullable): it is to be looked at as of, ISO 8601 */
  GgovSession    *first;      /* (nullable): of first_path, until a window takes it */
  int             status;     /* what the program leaves with */
};

/* Made by glib-compile-resources. Asked for by name, because a linker may leave an object file of a
 * library out that nothing refers to. */
GResource *ggov_ui_get_resource (void);

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Open the demo office, made when first asked for"), NULL },
  { "office", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this office"), N_("FILE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Look at it as of this day"), N_("DATE") },
  { "screenshots", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_("Write a picture of each page into this folder and leave"), N_("FOLDER") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
  { NULL }
};

static const struct
{
  const char *action;
  const char *accels[4];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "win.ask-charge", { "<Control>d" } },
  { "win.export", { "<Control><Shift>e" } },
  { "win.import", { "<Control><Shift>o" } },
  { "win.import-issues", { "<Control><Alt>i" } },
  { "win.import-people", { "<Control><Shift>r" } },
  { "win.import-residents", { "<Control><Alt>r" } },
  { "win.new-office", { "<Control>n" } },
  { "win.open-office", { "<Control>o" } },
  { "win.print", { "<Control>p" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>f", "<Control>k" } },
  { "win.show-calendar", { "<Control>t" } },
  { "win.show-case-types", { "<Control><Shift>y" } },
  { "win.show-cases", { "<Control><Shift>j" } },
  { "win.show-changes", { "<Control>h" } },
  { "win.show-indicators", { "<Control><Shift>s" } },
  { "win.show-ladder", { "<Control>m" } },
  { "win.show-shortcuts", { "F1", "<Control>question" } },
  { "win.show-organisations", { "<Control><Shift>g" } },
  { "win.show-points-desk", { "<Control><Alt>d" } },
  { "win.show-page::issues", { "<Alt>4" } },
  { "win.show-page::map", { "<Alt>2" } },
  { "win.show-page::overview", { "<Alt>1" } },
  { "win.show-page::points", { "<Alt>5" } },
  { "win.show-page::residents", { "<Alt>6" } },
  { "win.show-page::roster", { "<Alt>3" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.show-training", { "<Control><Shift>t" } },
  { "win.undo", { "<Control>z" } },
  { "window.close", { "<Control>w" } },
};

G_DEFINE_FINAL_TYPE (GgovApplication, ggov_application, ADW_TYPE_APPLICATION)

static int
refuse (const char *sentence)
{
  g_printerr ("gridgov: %s\n", sentence);

  return 1;
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_show_about_window (parent,
                         "application-name", _("GridGov"),
                         "application-icon", APPLICATION_ID,
                         "comments", _("The grids of a sub-district office: who looks after which "
                                       "households, and what is to be done."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "version", VERSION,
                         /* Translators: your name, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
color_scheme_changed_cb (GSettings  *settings,
                         const char *key,
                         gpointer    user_data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_settings_get_enum (settings, key));
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "quit", quit_cb },
};

static gboolean
has_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema != NULL;
}

static gboolean
is_day (const char *text)
{
  int day;

  return ggov_local_day_parse (text, &day, NULL);
}

/* (nullable): the office that the first window will show, if there is one already */
static char *
dup_first_path (GgovApplication *self,
                GVariantDict    *dict)
{
  g_autofree char *path = NULL;
  const char *name;

  if (g_variant_dict_lookup (dict, "office", "^&ay", &name))
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);

      path = g_file_get_path (file);
    }
  else if (g_variant_dict_contains (dict, "demo"))
    {
      path = ggov_window_dup_demo_path ();
    }
  else
    {
      g_auto(GStrv) recent = ggov_application_dup_recent (self);

      path = g_strdup (recent[0]);
    }

  return path && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/* The file is opened and the overview read on the store's thread while this one loads styles and
 * makes the window. */
static void
begin_opening (GgovApplication *self)
{
  g_autoptr(GgovStore) store = NULL;

  if (self->first_path == NULL)
    return;

  store = ggov_store_new (self->first_path, GGOV_STORE_DESK);
  ggov_store_open_async (store, NULL, NULL, NULL);
  self->first = ggov_session_new (store, self->first_day);
  ggov_overview_page_ask_early (self->first);
}

static void
drop_first (GgovApplication *self)
{
  if (self->first)
    ggov_store_close (ggov_session_get_store (self->first));
  g_clear_object (&self->first);
}

/* What can be said before there is a window, and without another instance. */
static int
ggov_application_handle_local_options (GApplication *app,
                                       GVariantDict *dict)
{
  GgovApplication *self = GGOV_APPLICATION (app);
  const char *day = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("gridgov %s\n", VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (dict, "as-of", "&s", &day) && !is_day (day))
    return refuse (_("the day of --as-of is not a date. Write it as 2026-03-31."));

  /* Pictures are taken by a process of their own, whatever else runs. */
  if (g_variant_dict_contains (dict, "screenshots"))
    g_application_set_flags (app, g_application_get_flags (app) | G_APPLICATION_NON_UNIQUE);

  if (!has_settings ())
    return refuse (_("its settings are not installed. "
                     "Install it, or start it with meson devenv from its build folder."));

  self->first_path = dup_first_path (self, dict);
  self->first_day = g_strdup (day);

  return -1;
}

static GgovWindow *
find_window (GgovApplication *self,
             const char      *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l; l = l->next)
    if (GGOV_IS_WINDOW (l->data) &&
        g_strcmp0 (ggov_window_get_path (l->data), path) == 0)
      return l->data;

  return NULL;
}

/* @path: (nullable): an office, or NULL for the one that was opened last */
static GgovWindow *
open_window (GgovApplication *self,
             const char      *path,
             const char      *today)
{
  g_autofree char *demo_path = ggov_window_dup_demo_path ();
  GgovWindow *window = path ? find_window (self, path) : NULL;

  if (window == NULL)
    {
      window = ggov_window_new (self);
      if (g_strcmp0 (path, demo_path) == 0)
        ggov_window_open_demo (window, today);
      else if (path)
        ggov_window_open (window, path, GGOV_STORE_NONE, today);
      else
        ggov_window_open_last (window, today);
    }

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
screenshots_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GgovApplication *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!ggov_screenshots_take_finish (GGOV_WINDOW (object), result, &error))
    self->status = refuse (error->message);

  g_action_group_activate_action (G_ACTION_GROUP (self), "quit", NULL);
}

static void
ggov_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (window)
    gtk_window_present (window);
  else
    open_window (GGOV_APPLICATION (app), NULL, NULL);
}

static int
ggov_application_command_line (GApplication            *app,
                               GApplicationCommandLine *line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  const char *name;
  const char *day = NULL;
  g_autofree char *path = NULL;

  g_variant_dict_lookup (dict, "as-of", "&s", &day);
  if (g_variant_dict_lookup (dict, "office", "^&ay", &name))
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (line, name);

      path = g_file_get_path (file);
    }

  if (path == NULL && g_variant_dict_contains (dict, "demo"))
    path = ggov_window_dup_demo_path ();

  if (g_variant_dict_lookup (dict, "screenshots", "^&ay", &name))
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (line, name);

      ggov_screenshots_take_async (open_window (GGOV_APPLICATION (app), path, day),
                                   g_file_peek_path (file), NULL, screenshots_cb, app);
    }
  else if (path || day)
    open_window (GGOV_APPLICATION (app), path, day);
  else
    g_application_activate (app);

  return 0;
}

static void
ggov_application_startup (GApplication *app)
{
  GSettings *settings = ggov_application_get_settings (GGOV_APPLICATION (app));
  g_autoptr(GAction) scheme = NULL;

  begin_opening (GGOV_APPLICATION (app));

  /* The parent would leave without a word of what to do. */
  if (!gtk_init_check ())
    exit (refuse (_("there is no display to open a window on. "
                    "Start it in a graphical session, or under xvfb-run.")));

  /* Before the parent, which looks for style and icons below the resource base path. */
  g_resources_register (ggov_ui_get_resource ());

  G_APPLICATION_CLASS (ggov_application_parent_class)->startup (app);

  scheme = g_settings_create_action (settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (app), scheme);
  g_signal_connect_object (settings, "changed::color-scheme",
                           G_CALLBACK (color_scheme_changed_cb), app, G_CONNECT_DEFAULT);
  color_scheme_changed_cb (settings, "color-scheme", NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (app), shortcuts[i].action,
                                           shortcuts[i].accels);
}

static void
ggov_application_finalize (GObject *object)
{
  GgovApplication *self = GGOV_APPLICATION (object);

  drop_first (self);
  g_clear_pointer (&self->first_path, g_free);
  g_clear_pointer (&self->first_day, g_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ggov_application_parent_class)->finalize (object);
}

static void
ggov_application_class_init (GgovApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_application_finalize;

  app_class->activate = ggov_application_activate;
  app_class->command_line = ggov_application_command_line;
  app_class->handle_local_options = ggov_application_handle_local_options;
  app_class->startup = ggov_application_startup;
}

static void
ggov_application_init (GgovApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

GgovApplication *
ggov_application_new (void)
{
  return g_object_new (GGOV_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/example/GridGov/ui",
                       NULL);
}

GSettings *
ggov_application_get_settings (GgovApplication *self)
{
  g_return_val_if_fail (GGOV_IS_APPLICATION (self), NULL);

  if (self->settings == NULL)
    self->settings = g_settings_new (APPLICATION_ID);

  return self->settings;
}

GStrv
ggov_application_dup_recent (GgovApplication *self)
{
  g_autoptr(GVariant) value = NULL;

  g_return_val_if_fail (GGOV_IS_APPLICATION (self), NULL);

  value = g_settings_get_value (ggov_application_get_settings (self), "recent-offices");

  return g_variant_dup_bytestring_array (value, NULL);
}

GgovSession *
ggov_application_take_session (GgovApplication *self,
                               const char      *path,
                               const char      *today)
{
  g_return_val_if_fail (GGOV_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (g_strcmp0 (self->first_path, path) != 0 || g_strcmp0 (self->first_day, today) != 0)
    drop_first (self);

  return g_steal_pointer (&self->first);
}

int
ggov_application_get_status (GgovApplication *self)
{
  g_return_val_if_fail (GGOV_IS_APPLICATION (self), 1);

  return self->status;
}
