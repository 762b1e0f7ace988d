/* ggov-ctl-watch.c: long work at a terminal: a bar, and Ctrl+C that gives up tidily
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib-unix.h>
#include <signal.h>
#include <unistd.h>

#include "ggov-ctl-watch.h"

#define BAR_WIDTH 40 /* characters */

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  guint n = CLAMP (fraction, 0, 1) * BAR_WIDTH;

  g_printerr ("\r[%.*s%*s] %3.0f %%", (int) n, "########################################",
              BAR_WIDTH - (int) n, "", 100 * fraction);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

void
ggov_ctl_watch_begin (GgovCtlWatch *watch)
{
  watch->cancellable = g_cancellable_new ();
  watch->progress = isatty (STDERR_FILENO) ? progress_cb : NULL;
  watch->interrupt = g_unix_signal_source_new (SIGINT);
  g_source_set_callback (watch->interrupt, interrupted_cb, watch->cancellable, NULL);
  g_source_attach (watch->interrupt, NULL);
}

void
ggov_ctl_watch_end (GgovCtlWatch *watch)
{
  g_source_destroy (watch->interrupt);
  g_clear_pointer (&watch->interrupt, g_source_unref);
  g_clear_object (&watch->cancellable);
  if (watch->progress)
    g_printerr ("\r%*s\r", BAR_WIDTH + 10, "");
}
