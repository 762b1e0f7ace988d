/* ggov-tile-fetcher.c: tiles of a web map, fetched as they are asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include "ggov-tile-address.h"
#include "ggov-tile-archive.h"
#include "ggov-tile-cache.h"
#include "ggov-tile-fetcher.h"

/* As the tile servers of OpenStreetMap ask for. */
#define MAX_RUNNING 2

#define TIMEOUT_S 20

/* What was asked for longest ago is not seen any more. */
#define MAX_WANTED 96

/* A server that fails is let be for so long, each time for twice as long. */
#define MIN_PAUSE_S 15
#define MAX_PAUSE_S 600

struct _GgovTileFetcher
{
  GObject       parent_instance;

  char         *address;
  char         *attribution;
  char         *folder;      /* of what is kept */
  SoupSession  *session;     /* this and the next ones: main thread */
  GCancellable *cancellable;
  guint         n_running;
  guint         pause_s;     /* the last one */
  guint         pause_id;    /* 0 while fetching */
  char         *problem;     /* (nullable) */

  GMutex        mutex;       /* of what follows */
  GHashTable   *asked;       /* (element-type guint64): wanted or on their way */
  GHashTable   *lacking;     /* (element-type guint64): what the server has no picture for */
  GQueue        wanted;      /* (element-type Wanted): asked for last first */
};

/* One tile on its way. */
typedef struct
{
  GgovTileFetcher *fetcher; /* (owned) once it is being fetched */
  guint64          key;
  int              zoom;
  int              x;
  int              y;
  SoupMessage     *message; /* (nullable): as the next ones, until it is being fetched */
  char            *buffer;
  GBytes          *picture;
} Wanted;

enum {
  ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovTileFetcher, ggov_tile_fetcher, G_TYPE_OBJECT)

static void
wanted_free (Wanted *wanted)
{
  g_clear_object (&wanted->fetcher);
  g_clear_object (&wanted->message);
  g_clear_pointer (&wanted->buffer, g_free);
  g_clear_pointer (&wanted->picture, g_bytes_unref);
  g_free (wanted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

static guint64
make_key (int zoom,
          int x,
          int y)
{
  return (guint64) zoom << 58 | (guint64) x << 29 | (guint64) y;
}

/* It is not on its way any more. */
static void
forget (GgovTileFetcher *self,
        guint64          key,
        gboolean         is_lacking)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->asked, &key);
  if (is_lacking)
    g_hash_table_add (self->lacking, g_memdup2 (&key, sizeof key));
  g_mutex_unlock (&self->mutex);
}

static void
set_problem (GgovTileFetcher *self,
             const char      *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_signal_emit (self, signals[ARRIVED], 0);
}

static void fetch_next (GgovTileFetcher *self);

static void
pause_over_cb (gpointer user_data)
{
  GgovTileFetcher *self = user_data;

  self->pause_id = 0;
  g_signal_emit (self, signals[ARRIVED], 0);
  fetch_next (self);
}

/* What is still wanted then is asked for again. */
static void
take_pause (GgovTileFetcher *self,
            const char      *reason)
{
  g_autofree char *sample = ggov_tile_address_dup_uri (self->address, 0, 0, 0);
  g_autoptr(GUri) uri = g_uri_parse (sample, G_URI_FLAGS_NONE, NULL);
  /* Translators: a server’s name and what it or the network answered */
  g_autofree char *problem = g_strdup_printf (_("The base map does not come from %s: %s"),
                                              uri ? g_uri_get_host (uri) : "", reason);

  if (self->pause_id == 0 && self->session)
    {
      self->pause_s = CLAMP (2 * self->pause_s, MIN_PAUSE_S, MAX_PAUSE_S);
      self->pause_id = g_timeout_add_once (self->pause_s * 1000, pause_over_cb, self);
    }
  set_problem (self, problem);
}

/* On a thread of its own. */
static void
keep_job (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Wanted *wanted = task_data;

  ggov_tile_cache_write (wanted->fetcher->folder, wanted->zoom, wanted->x, wanted->y,
                         wanted->picture);
  g_task_return_boolean (task, TRUE);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GgovTileFetcher *self = GGOV_TILE_FETCHER (object);
  Wanted *wanted = g_task_get_task_data (G_TASK (result));

  forget (self, wanted->key, FALSE);
  self->n_running--;
  self->pause_s = 0;
  g_clear_pointer (&self->problem, g_free);
  g_signal_emit (self, signals[ARRIVED], 0);
  fetch_next (self);
}

/* What the server does not have is not asked for again; all else may come yet. */
static void
end_without (Wanted     *wanted,
             gboolean    may_come,
             const char *reason)
{
  GgovTileFetcher *self = wanted->fetcher;

  self->n_running--;
  forget (self, wanted->key, !may_come);
  if (reason)
    take_pause (self, reason);
  else
    g_signal_emit (self, signals[ARRIVED], 0);
  fetch_next (self);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Wanted) wanted = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;
  GgovTileFetcher *self = wanted->fetcher;
  GgovTileFormat format;
  gsize size;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (object), result, &size, &error))
    {
      end_without (wanted, TRUE, error->message);
      return;
    }

  wanted->picture = g_bytes_new_take (g_steal_pointer (&wanted->buffer), size);
  if (size > GGOV_TILE_MAX_BYTES || !ggov_tile_format_find (wanted->picture, &format))
    {
      end_without (wanted, FALSE, _("what it sends is no picture"));
      return;
    }

  task = g_task_new (self, NULL, kept_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&wanted), (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, keep_job);
}

static gboolean
has_none (guint status)
{
  return status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE ||
         status == SOUP_STATUS_NO_CONTENT;
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Wanted) wanted = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream =
    soup_session_send_finish (SOUP_SESSION (object), result, &error);
  GCancellable *cancellable = wanted->fetcher->cancellable;
  guint status = soup_message_get_status (wanted->message);

  if (stream == NULL)
    end_without (wanted, TRUE, error->message);
  else if (has_none (status))
    end_without (wanted, FALSE, NULL);
  else if (status != SOUP_STATUS_OK)
    {
      g_autofree char *reason = g_strdup_printf ("%u %s", status,
                                                 soup_message_get_reason_phrase (wanted->message));

      end_without (wanted, TRUE, reason);
    }
  else
    {
      char *buffer = wanted->buffer = g_malloc (GGOV_TILE_MAX_BYTES + 1);

      g_input_stream_read_all_async (stream, buffer, GGOV_TILE_MAX_BYTES + 1, G_PRIORITY_DEFAULT,
                                     cancellable, read_cb, g_steal_pointer (&wanted));
    }
}

static void
fetch (GgovTileFetcher *self,
       Wanted          *wanted)
{
  g_autofree char *uri = ggov_tile_address_dup_uri (self->address, wanted->zoom, wanted->x,
                                                    wanted->y);

  wanted->fetcher = g_object_ref (self);
  wanted->message = soup_message_new ("GET", uri);
  self->n_running++;
  soup_message_headers_append (soup_message_get_request_headers (wanted->message), "Accept",
                               "image/png, image/jpeg, image/webp");
  soup_session_send_async (self->session, wanted->message, G_PRIORITY_DEFAULT, self->cancellable,
                           answered_cb, wanted);
}

static void
fetch_next (GgovTileFetcher *self)
{
  while (self->session && self->n_running < MAX_RUNNING && self->pause_id == 0)
    {
      Wanted *wanted;

      g_mutex_lock (&self->mutex);
      wanted = g_queue_pop_head (&self->wanted);
      g_mutex_unlock (&self->mutex);
      if (wanted == NULL)
        return;

      fetch (self, wanted);
    }
}

/* On the main thread. */
static gboolean
fetch_next_cb (gpointer user_data)
{
  fetch_next (user_data);

  return G_SOURCE_REMOVE;
}

/* On a thread of its own. */
static void
prune_job (GTask        *task,
           gpointer      source_object,
           gpointer      task_data,
           GCancellable *cancellable)
{
  ggov_tile_cache_prune (task_data, GGOV_TILE_CACHE_MAX_BYTES);
  g_task_return_boolean (task, TRUE);
}

static void
ggov_tile_fetcher_dispose (GObject *object)
{
  ggov_tile_fetcher_stop (GGOV_TILE_FETCHER (object));

  G_OBJECT_CLASS (ggov_tile_fetcher_parent_class)->dispose (object);
}

static void
ggov_tile_fetcher_finalize (GObject *object)
{
  GgovTileFetcher *self = GGOV_TILE_FETCHER (object);

  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->attribution, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->problem, g_free);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->lacking, g_hash_table_unref);
  g_queue_clear_full (&self->wanted, (GDestroyNotify) wanted_free);

  G_OBJECT_CLASS (ggov_tile_fetcher_parent_class)->finalize (object);
}

static void
ggov_tile_fetcher_class_init (GgovTileFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ggov_tile_fetcher_dispose;
  object_class->finalize = ggov_tile_fetcher_finalize;

  signals[ARRIVED] = g_signal_new ("arrived", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ggov_tile_fetcher_init (GgovTileFetcher *self)
{
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->lacking = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->wanted);
}

GgovTileFetcher *
ggov_tile_fetcher_new (const char *address,
                       const char *attribution)
{
  GgovTileFetcher *self = g_object_new (GGOV_TYPE_TILE_FETCHER, NULL);
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->address = g_strdup (address);
  self->attribution = g_strdup (attribution);
  self->folder = ggov_tile_cache_dup_folder (address);
  self->session = soup_session_new_with_options ("timeout", TIMEOUT_S,
                                                 "user-agent", "GridGov/" VERSION, NULL);

  g_task_set_task_data (task, g_strdup (self->folder), g_free);
  g_task_run_in_thread (task, prune_job);

  return self;
}

void
ggov_tile_fetcher_stop (GgovTileFetcher *self)
{
  g_return_if_fail (GGOV_IS_TILE_FETCHER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->session);
}

const char *
ggov_tile_fetcher_get_attribution (GgovTileFetcher *self)
{
  g_return_val_if_fail (GGOV_IS_TILE_FETCHER (self), NULL);

  return self->attribution;
}

const char *
ggov_tile_fetcher_get_problem (GgovTileFetcher *self)
{
  g_return_val_if_fail (GGOV_IS_TILE_FETCHER (self), NULL);

  return self->problem;
}

static void
want (GgovTileFetcher *self,
      guint64          key,
      int              zoom,
      int              x,
      int              y)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->key = key;
  wanted->zoom = zoom;
  wanted->x = x;
  wanted->y = y;
  g_hash_table_add (self->asked, g_memdup2 (&key, sizeof key));
  g_queue_push_head (&self->wanted, wanted);

  if (self->wanted.length > MAX_WANTED)
    {
      g_autoptr(Wanted) last = g_queue_pop_tail (&self->wanted);

      g_hash_table_remove (self->asked, &last->key);
    }
}

/* Whether it may come: not if the server has said that it has none. */
static gboolean
ask_for (GgovTileFetcher *self,
         int              zoom,
         int              x,
         int              y)
{
  guint64 key = make_key (zoom, x, y);
  gboolean may_come = TRUE, is_new = FALSE;

  g_mutex_lock (&self->mutex);
  if (g_hash_table_contains (self->lacking, &key))
    may_come = FALSE;
  else if (!g_hash_table_contains (self->asked, &key))
    {
      want (self, key, zoom, x, y);
      is_new = TRUE;
    }
  g_mutex_unlock (&self->mutex);

  if (is_new)
    g_idle_add_full (G_PRIORITY_DEFAULT, fetch_next_cb, g_object_ref (self), g_object_unref);

  return may_come;
}

GBytes *
ggov_tile_fetcher_read (GgovTileFetcher *self,
                        int              zoom,
                        int              x,
                        int              y,
                        gboolean        *is_awaited)
{
  gboolean is_old = FALSE;
  GBytes *picture = ggov_tile_cache_read (self->folder, zoom, x, y, &is_old);

  if (picture && !is_old)
    return picture;

  /* An old one is better than none, and the new one is for the next time. */
  *is_awaited = ask_for (self, zoom, x, y) && picture == NULL;

  return picture;
}
