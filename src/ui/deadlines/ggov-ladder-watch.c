/* ggov-ladder-watch.c: tells the desktop that reminders are due, while the program is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ladder-watch.h"
#include "ggov-store-ladder.h"

#define NAME     "ladder"
#define PERIOD_S 300

/* Whoever shows what programs tell. */
#define DESKTOP "org.freedesktop.Notifications"

struct _GgovLadderWatch
{
  GObject       parent_instance;

  GApplication *app;         /* (unowned): outlives the window that has this */
  GgovSession  *session;
  GCancellable *cancellable;
  guint         source;
  guint         n_told;
};

G_DEFINE_FINAL_TYPE (GgovLadderWatch, ggov_ladder_watch, G_TYPE_OBJECT)

static void
ask_bus (GgovLadderWatch     *self,
         const char          *method,
         GVariant            *words,
         GAsyncReadyCallback  callback)
{
  GDBusConnection *bus = g_application_get_dbus_connection (self->app);

  if (bus == NULL)
    {
      g_variant_unref (g_variant_ref_sink (words));
      return;
    }

  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", method, words, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          self->cancellable, callback, g_object_ref (self));
}

static void
send (GgovLadderWatch *self)
{
  g_autoptr(GNotification) notification = NULL;

  if (g_cancellable_is_cancelled (self->cancellable) || self->n_told == 0)
    return;

  notification = ggov_ladder_watch_make_notification (self->n_told);
  g_application_send_notification (self->app, NAME, notification);
}

static void
started_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovLadderWatch) self = user_data;
  g_autoptr(GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  if (answer)
    send (self);
}

/* Where nobody has the name the bus may know whom to start. */
static void
owner_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovLadderWatch) self = user_data;
  g_autoptr(GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  if (answer)
    send (self);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    ask_bus (self, "StartServiceByName", g_variant_new ("(su)", DESKTOP, 0), started_cb);
}

/* GLib would warn where there is nobody to be told. */
static void
tell (GgovLadderWatch *self)
{
  ask_bus (self, "GetNameOwner", g_variant_new ("(s)", DESKTOP), owner_cb);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovLadderWatch) self = user_data;
  g_autoptr(GListModel) steps = ggov_store_list_ladder_finish (GGOV_STORE (object), result, NULL);
  guint n = steps ? g_list_model_get_n_items (steps) : 0;
  gboolean is_more = n > self->n_told;

  if (steps == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->n_told = n;
  if (is_more)
    tell (self);
}

static gboolean
look (gpointer data)
{
  GgovLadderWatch *self = data;

  ggov_store_list_ladder_async (ggov_session_get_store (self->session),
                                ggov_session_get_now (self->session), self->cancellable, listed_cb,
                                g_object_ref (self));

  return G_SOURCE_CONTINUE;
}

static void
ggov_ladder_watch_dispose (GObject *object)
{
  GgovLadderWatch *self = GGOV_LADDER_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (ggov_ladder_watch_parent_class)->dispose (object);
}

static void
ggov_ladder_watch_finalize (GObject *object)
{
  GgovLadderWatch *self = GGOV_LADDER_WATCH (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ggov_ladder_watch_parent_class)->finalize (object);
}

static void
ggov_ladder_watch_class_init (GgovLadderWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ggov_ladder_watch_dispose;
  object_class->finalize = ggov_ladder_watch_finalize;
}

static void
ggov_ladder_watch_init (GgovLadderWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

GgovLadderWatch *
ggov_ladder_watch_new (GApplication *app,
                       GgovSession  *session)
{
  GgovLadderWatch *self;

  g_return_val_if_fail (G_IS_APPLICATION (app), NULL);
  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_LADDER_WATCH, NULL);
  self->app = app;
  self->session = g_object_ref (session);
  self->source = g_timeout_add_seconds (PERIOD_S, look, self);
  look (self);

  return self;
}

char *
ggov_ladder_watch_dup_title (guint n)
{
  return g_strdup_printf (ngettext ("%u reminder or notice is due",
                                    "%u reminders or notices are due", n), n);
}

GNotification *
ggov_ladder_watch_make_notification (guint n)
{
  g_autofree char *title = ggov_ladder_watch_dup_title (n);
  GNotification *notification = g_notification_new (title);

  g_notification_set_body (notification, _("The list is in the main menu."));

  return notification;
}
