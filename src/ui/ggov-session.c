/* ggov-session.c: one desk's work on one office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-session.h"

struct _GgovSession
{
  GObject    parent_instance;

  GgovStore *store;
  char      *today;
};

G_DEFINE_FINAL_TYPE (GgovSession, ggov_session, G_TYPE_OBJECT)

static void
ggov_session_finalize (GObject *object)
{
  GgovSession *self = GGOV_SESSION (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->today, g_free);

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

char *
ggov_session_dup_clock_day (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return ggov_local_day_format (ggov_local_time_get_day (now));
}
