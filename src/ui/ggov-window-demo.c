/* ggov-window-demo.c: the invented office, made when it is first asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ggov-demo.h"
#include "ggov-window-private.h"

#define DEMO_SEED 1

/* Of a file that is being made; one that has not been touched for so long is not. */
#define PART_ENDING ".part"
#define MAX_MAKING_S 3600

/* One making: it has a file of its own until it is complete. */
typedef struct
{
  GApplication *app;         /* held, so that it waits for the end */
  GgovWindow   *window;      /* (owned) */
  GgovStore    *store;       /* (owned): not the window's: it is no office yet */
  GCancellable *cancellable;
  char         *path;
  char         *part_path;
} Making;

static void
making_free (Making *making)
{
  g_application_release (making->app);
  g_clear_object (&making->window);
  g_clear_object (&making->store);
  g_clear_object (&making->cancellable);
  g_clear_pointer (&making->path, g_free);
  g_clear_pointer (&making->part_path, g_free);
  g_free (making);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Making, making_free)

static void
remove_file (const char *path)
{
  static const char * const endings[] = { "", "-wal", "-shm", ".lock" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/* What makings left behind that were cut off, by a power cut say. */
static void
remove_leavings (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (strstr (name, PART_ENDING) && g_stat (path, &info) == 0 &&
          now - info.st_mtime > MAX_MAKING_S)
        g_unlink (path);
    }
}

static void
progress_cb (double   done,
             gpointer user_data)
{
  Making *making = user_data;

  if (making->window->start_page)
    ggov_start_page_set_done (making->window->start_page, done);
}

/* Puts a complete office where the next start looks for it. */
static gboolean
keep (Making *making)
{
  if (g_rename (making->part_path, making->path) != 0)
    return FALSE;

  remove_file (making->part_path);

  return TRUE;
}

static void
make_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Making) making = user_data;
  GgovWindow *self = making->window;
  g_autoptr(GError) error = NULL;
  gboolean made = ggov_demo_make_finish (making->store, result, &error);
  gboolean wanted = self->making == making->cancellable;

  ggov_store_close (making->store);
  if (!made || !keep (making))
    remove_file (making->part_path);

  /* The window may show another office by now, or be closed. */
  if (!wanted)
    return;

  g_clear_object (&self->making);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ggov_window_show_welcome (self);
  else if (!made)
    _ggov_window_show_error (self, making->path, error);
  else
    ggov_window_open (self, making->path, GGOV_STORE_NONE, self->today);
}

static void
make_demo (GgovWindow *self,
           const char *path)
{
  g_autofree char *clock_today = ggov_session_dup_clock_day ();
  const GgovDemoOptions options = {
    .seed = DEMO_SEED,
    .scale = 1,
    .as_of = self->today ? self->today : clock_today,
    .residents = 100,
  };
  Making *making = g_new0 (Making, 1);

  making->app = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_application_hold (making->app);
  making->window = g_object_ref (self);
  making->cancellable = g_cancellable_new ();
  making->path = g_strdup (path);
  making->part_path = g_strdup_printf ("%s.%" G_GINT64_MODIFIER "x" PART_ENDING, path,
                                       g_get_real_time ());
  making->store = ggov_store_new (making->part_path, GGOV_STORE_CREATE);
  ggov_store_set_account (making->store, g_get_user_name ());

  g_set_object (&self->making, making->cancellable);
  ggov_start_page_show_making (_ggov_window_show_start_page (self));
  ggov_demo_make_async (making->store, &options, progress_cb, making, making->cancellable,
                        make_cb, making);
}

static void
open_demo_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  ggov_window_open_demo (self, self->today);
}

static void
cancel_demo_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_cancellable_cancel (GGOV_WINDOW (widget)->making);
}

void
_ggov_window_install_demo_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.cancel-demo", NULL, cancel_demo_cb);
  gtk_widget_class_install_action (klass, "win.open-demo", NULL, open_demo_cb);
}

char *
ggov_window_dup_demo_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "gridgov", "demo.gridgov", NULL);
}

void
ggov_window_open_demo (GgovWindow *self,
                       const char *today)
{
  g_autofree char *path = ggov_window_dup_demo_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_return_if_fail (GGOV_IS_WINDOW (self));

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ggov_window_open (self, path, GGOV_STORE_NONE, today);
      return;
    }

  _ggov_window_close_office (self);
  _ggov_window_set_today (self, today);

  /* What keeps the folder from being made keeps the file from being made as well. */
  g_mkdir_with_parents (folder, 0700);
  remove_leavings (folder);
  make_demo (self, path);
}
