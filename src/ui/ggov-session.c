/* ggov-session.c: one desk's work on one office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-session.h"
#include "ggov-store-clock.h"

struct _GgovSession
{
  GObject          parent_instance;

  GgovStore       *store;
  char            *today;
  GgovOfficeClock *clock; /* (nullable): NULL before the store has answered */
};

G_DEFINE_FINAL_TYPE (GgovSession, ggov_session, G_TYPE_OBJECT)

static void
clock_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovSession) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovOfficeClock *clock = ggov_store_get_clock_finish (GGOV_STORE (object), result, &error);

  if (clock == NULL)
    {
      g_debug ("The clock could not be read: %s", error->message);
      return;
    }

  g_clear_pointer (&self->clock, ggov_office_clock_unref);
  self->clock = clock;
}

static void
read_clock (GgovSession *self)
{
  ggov_store_get_clock_async (self->store, NULL, clock_cb, g_object_ref (self));
}

static void
changed_cb (GgovSession *self,
            GStrv        tables)
{
  const char *const *written = (const char *const *) tables;

  if (g_strv_contains (written, GGOV_STORE_CLOCK_DAYS) ||
      g_strv_contains (written, GGOV_STORE_CLOCK_SCHEDULE))
    read_clock (self);
}

static void
ggov_session_finalize (GObject *object)
{
  GgovSession *self = GGOV_SESSION (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->clock, ggov_office_clock_unref);

  G_OBJECT_CLASS (ggov_session_parent_class)->finalize (object);
}

static void
ggov_session_class_init (GgovSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_session_finalize;
}

static void
ggov_session_init (GgovSession *self)
{
}

GgovSession *
ggov_session_new (GgovStore  *store,
                  const char *today)
{
  GgovSession *self;

  g_return_val_if_fail (GGOV_IS_STORE (store), NULL);

  self = g_object_new (GGOV_TYPE_SESSION, NULL);
  self->store = g_object_ref (store);
  self->today = today ? g_strdup (today) : ggov_session_dup_clock_day ();
  /* Before any page is told of a change or asks: the store answers in order. */
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  read_clock (self);

  return self;
}

GgovStore *
ggov_session_get_store (GgovSession *self)
{
  g_return_val_if_fail (GGOV_IS_SESSION (self), NULL);

  return self->store;
}

const char *
ggov_session_get_today (GgovSession *self)
{
  g_return_val_if_fail (GGOV_IS_SESSION (self), NULL);

  return self->today;
}

gint64
ggov_session_get_now (GgovSession *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 midnight = ggov_local_time_from_day (ggov_local_time_get_day (now), 0);
  gint64 today;

  g_return_val_if_fail (GGOV_IS_SESSION (self), 0);

  if (!ggov_local_time_parse (self->today, &today, NULL))
    return now;

  return today + (now - midnight);
}

GgovOfficeClock *
ggov_session_get_clock (GgovSession *self)
{
  g_return_val_if_fail (GGOV_IS_SESSION (self), NULL);

  /* Only for who asks before that: making it takes longer than making the window. */
  if (self->clock == NULL)
    self->clock = ggov_office_clock_new_default ();

  return self->clock;
}

char *
ggov_session_dup_clock_day (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return ggov_local_day_format (ggov_local_time_get_day (now));
}
