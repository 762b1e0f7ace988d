/* ggov-window-found.c: making a new office: its name, its file, its first records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-new-office-dialog.h"
#include "ggov-window-private.h"
#include "ggov-write-founding.h"

struct _GgovFounding
{
  char *name;
  char *code; /* nine digits */
  char *day;  /* ISO day from which its case types are in force */
};

static void
founding_free (GgovFounding *founding)
{
  g_free (founding->name);
  g_free (founding->code);
  g_free (founding->day);
  g_free (founding);
}

void
_ggov_window_clear_founding (GgovWindow *self)
{
  g_clear_pointer (&self->founding, founding_free);
}

/* On the store's thread. */
static gboolean
found (GgovChange  *change,
       gpointer     data,
       GError     **error)
{
  GgovFounding *founding = data;

  return ggov_change_found_office (change, founding->code, founding->name, founding->day,
                                   error) != 0;
}

static void
founded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean founded = ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error);

  if (GGOV_STORE (object) != self->store)
    return;

  if (founded)
    _ggov_window_show_office (self, "map");
  else
    _ggov_window_show_error (self, ggov_store_get_path (self->store), error);
}

void
_ggov_window_found_office (GgovWindow *self)
{
  GgovFounding *founding = g_steal_pointer (&self->founding);

  ggov_store_change_async (self->store, N_("Make a new office"), founding->code, found, founding,
                           (GDestroyNotify) founding_free, NULL, founded_cb, g_object_ref (self));
}

static void
described_cb (GgovNewOfficeDialog *dialog,
              const char          *name,
              const char          *code,
              GgovWindow          *self)
{
  GgovFounding *founding = g_new0 (GgovFounding, 1);

  founding->name = g_strdup (name);
  founding->code = g_strdup (code);
  founding->day = self->today ? g_strdup (self->today) : ggov_session_dup_clock_day ();

  _ggov_window_clear_founding (self);
  self->founding = founding;
  _ggov_window_ask_for_new_file (self);
}

static void
new_office_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovNewOfficeDialog *dialog = ggov_new_office_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "described", G_CALLBACK (described_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ggov_window_install_found_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-office", NULL, new_office_cb);
}
