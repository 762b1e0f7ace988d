/* ggov-store.c: the thread that owns the connection, and its queue of calls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"
#define _GNU_SOURCE /* gettid, SCHED_BATCH */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ggov-store-private.h"
#include "ggov-store-schema-private.h"
#include "ggov-store-watch-private.h"

#define NICE 5 /* of a desk's thread: nice(2) */

struct _GgovStore
{
  GObject         parent_instance;

  char           *path;
  char           *account;
  GgovStoreFlags  flags;
  GMainContext   *context; /* where `changed` is emitted */
  GThread        *thread;  /* (nullable): NULL once closed */
  GAsyncQueue    *orders;  /* (element-type Order) */
  GgovStoreWatch *watch;   /* (nullable): only the thread's; while a desk is open */
};

typedef struct
{
  GTask        *task; /* (owned) (nullable): NULL stops the thread */
  GgovStoreJob  job;
} Order;

/* What the thread holds. A local of the thread's function, so that no other can reach it. */
typedef struct
{
  GgovDb *db;      /* (owned) (nullable): NULL until opened */
  int     lock_fd; /* -1 if there is none */
} Desk;

typedef struct
{
  GgovStore *store;
  GStrv      tables;
} Announcement;

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovStore, ggov_store, G_TYPE_OBJECT)

static void
order_free (Order *order)
{
  g_clear_object (&order->task);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

/* The lock is on a file beside the office: closing a second descriptor of the office itself
 * would drop the locks that SQLite holds on it. */
static gboolean
lock_desk (GgovStore  *self,
           Desk       *desk,
           GError    **error)
{
  g_autofree char *path = g_strconcat (self->path, ".lock", NULL);
  int saved;

  if (!(self->flags & GGOV_STORE_DESK) || desk->lock_fd >= 0)
    return TRUE;

  desk->lock_fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (desk->lock_fd >= 0 && flock (desk->lock_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  saved = errno;
  if (desk->lock_fd >= 0)
    close (desk->lock_fd);
  desk->lock_fd = -1;

  g_set_error_literal (error, GGOV_STORE_ERROR,
                       saved == EWOULDBLOCK ? GGOV_STORE_ERROR_IN_USE
                       : saved == ENOENT ? GGOV_STORE_ERROR_OPEN : GGOV_STORE_ERROR_READ_ONLY,
                       g_strerror (saved));
  return FALSE;
}

static gboolean
open_desk (GgovStore  *self,
           Desk       *desk,
           GError    **error)
{
  GgovDbMode mode = self->flags & GGOV_STORE_CREATE ? GGOV_DB_CREATE : GGOV_DB_OPEN;
  g_autoptr(GgovDb) db = NULL;

  if (desk->db)
    return TRUE;

  if (!(db = ggov_db_open (self->path, mode, error)) ||
      !lock_desk (self, desk, error) ||
      !_ggov_store_schema_bring_up (db, self->path, error))
    return FALSE;

  if (self->flags & GGOV_STORE_DESK && !(self->watch = _ggov_store_watch_new (db, error)))
    return FALSE;

  desk->db = g_steal_pointer (&db);

  return TRUE;
}

static void
close_desk (GgovStore *self,
            Desk      *desk)
{
  g_clear_pointer (&self->watch, _ggov_store_watch_free);
  g_clear_pointer (&desk->db, ggov_db_close);

  if (desk->lock_fd >= 0)
    close (desk->lock_fd);
}

static void
announcement_free (Announcement *announcement)
{
  g_object_unref (announcement->store);
  g_strfreev (announcement->tables);
  g_free (announcement);
}

static gboolean
announce_cb (gpointer user_data)
{
  Announcement *announcement = user_data;

  /* A store that was closed meanwhile cannot be asked what has changed. */
  if (announcement->store->thread)
    g_signal_emit (announcement->store, signals[CHANGED], 0, announcement->tables);

  return G_SOURCE_REMOVE;
}

static void
announce (GgovStore *self,
          GPtrArray *tables)
{
  Announcement *announcement = g_new0 (Announcement, 1);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GSource) source = g_idle_source_new ();

  for (guint i = 0; i < tables->len; i++)
    g_strv_builder_add (names, tables->pdata[i]);

  announcement->store = g_object_ref (self);
  announcement->tables = g_strv_builder_end (names);

  /* Ahead of the call's own return, so that pages have marked what they hold as old by then. */
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, announce_cb, announcement, (GDestroyNotify) announcement_free);
  g_source_attach (source, self->context);
}

/* On the store's thread. */
static void
look_around (GgovStore *self,
             GgovDb    *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) tables = _ggov_store_watch_look (self->watch, db, &error);

  if (tables == NULL)
    g_debug ("What others wrote is not known: %s", error->message);
  else if (tables->len > 0)
    announce (self, tables);
}

/* What others have written is looked for between the calls, and while there are none. */
static Order *
wait_for_order (GgovStore *self,
                Desk      *desk)
{
  Order *order = NULL;

  while (order == NULL)
    {
      guint64 wait = self->watch ? _ggov_store_watch_get_wait (self->watch) : 0;

      if (self->watch == NULL)
        order = g_async_queue_pop (self->orders);
      else if (wait > 0)
        order = g_async_queue_timeout_pop (self->orders, wait);
      else
        look_around (self, desk->db);
    }

  return order;
}

/* Where processors are few, who looks at the screen waits for the thread that draws it rather than
 * for this one: it neither takes the processor from it when it is woken nor has as much of it after
 * that. Linux keeps both of each thread. */
static void
give_way (void)
{
  const struct sched_param param = { 0 };

  if (sched_setscheduler (0, SCHED_BATCH, &param) != 0)
    g_debug ("The store's thread is scheduled as the others: %s", g_strerror (errno));
  if (setpriority (PRIO_PROCESS, (id_t) gettid (), NICE) != 0)
    g_debug ("The store's thread stays as urgent as the others: %s", g_strerror (errno));
}

static gpointer
serve (gpointer user_data)
{
  GgovStore *self = user_data;
  Desk desk = { NULL, -1 };

  if (self->flags & GGOV_STORE_DESK)
    give_way ();

  for (;;)
    {
      g_autoptr(Order) order = wait_for_order (self, &desk);
      GError *error = NULL;

      if (order->task == NULL)
        break;

      if (g_task_return_error_if_cancelled (order->task))
        continue;

      if (open_desk (self, &desk, &error))
        order->job (order->task, desk.db);
      else
        g_task_return_error (order->task, error);
    }

  close_desk (self, &desk);

  return NULL;
}

void
_ggov_store_call (GgovStore           *self,
                  gpointer             tag,
                  GgovStoreJob         job,
                  gpointer             data,
                  GDestroyNotify       free_data,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  Order *order;

  g_return_if_fail (GGOV_IS_STORE (self));
  g_return_if_fail (self->thread != NULL);

  order = g_new0 (Order, 1);
  order->task = g_task_new (self, cancellable, callback, user_data);
  order->job = job;
  g_task_set_source_tag (order->task, tag);
  g_task_set_task_data (order->task, data, free_data);

  g_async_queue_push (self->orders, order);
}

void
_ggov_store_announce (GgovStore *self,
                      gint64     change_id,
                      GPtrArray *tables)
{
  if (self->watch)
    _ggov_store_watch_add_own (self->watch, change_id);

  announce (self, tables);
}

GListModel *
_ggov_store_take_list (GPtrArray *rows,
                       GType      type)
{
  GListStore *list = g_list_store_new (type);

  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  g_ptr_array_unref (rows);

  return G_LIST_MODEL (list);
}

void
_ggov_store_return_rows (GTask            *task,
                         GgovStmt         *stmt,
                         GgovStoreRowFunc  make_row)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    g_ptr_array_add (rows, make_row (stmt));

  if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

static void
ggov_store_finalize (GObject *object)
{
  GgovStore *self = GGOV_STORE (object);

  /* Joining here could mean joining ourselves, so the owner must close. */
  g_assert (self->thread == NULL);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->orders, g_async_queue_unref);

  G_OBJECT_CLASS (ggov_store_parent_class)->finalize (object);
}

static void
ggov_store_class_init (GgovStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_store_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
ggov_store_init (GgovStore *self)
{
  self->account = g_strdup (g_get_user_name ());
  self->context = g_main_context_ref_thread_default ();
  self->orders = g_async_queue_new_full ((GDestroyNotify) order_free);
}

GgovStore *
ggov_store_new (const char     *path,
                GgovStoreFlags  flags)
{
  GgovStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (GGOV_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->flags = flags;
  self->thread = g_thread_new ("ggov-store", serve, self);

  return self;
}

void
ggov_store_close (GgovStore *self)
{
  g_return_if_fail (GGOV_IS_STORE (self));
  g_return_if_fail (self->thread != NULL);

  g_async_queue_push (self->orders, g_new0 (Order, 1));
  g_thread_join (g_steal_pointer (&self->thread));
}

const char *
ggov_store_get_path (GgovStore *self)
{
  g_return_val_if_fail (GGOV_IS_STORE (self), NULL);

  return self->path;
}

const char *
ggov_store_get_account (GgovStore *self)
{
  g_return_val_if_fail (GGOV_IS_STORE (self), NULL);

  return self->account;
}

void
ggov_store_set_account (GgovStore  *self,
                        const char *account)
{
  g_return_if_fail (GGOV_IS_STORE (self));
  g_return_if_fail (account != NULL);

  g_free (self->account);
  self->account = g_strdup (account);
}

/* On the store's thread: the file was opened for it already. */
static void
open_job (GTask  *task,
          GgovDb *db)
{
  g_task_return_boolean (task, TRUE);
}

void
ggov_store_open_async (GgovStore           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_open_async, open_job, NULL, NULL, cancellable, callback,
                    user_data);
}

gboolean
ggov_store_open_finish (GgovStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The copy is looked at before it takes the place of an earlier one. */
static gboolean
copy_and_check (GgovDb      *db,
                const char  *path,
                GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr(GgovDb) copy = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  g_unlink (part);
  if (!ggov_db_copy_to (db, part, error) ||
      !(copy = ggov_db_open (part, GGOV_DB_FOREIGN, error)) ||
      !(lines = ggov_db_find_damage (copy, error)))
    return FALSE;

  if (lines->len == 0 && g_rename (part, path) == 0)
    return TRUE;

  g_set_error_literal (error, GGOV_STORE_ERROR,
                       lines->len > 0 ? GGOV_STORE_ERROR_DAMAGED : GGOV_STORE_ERROR_OPEN,
                       lines->len > 0 ? lines->pdata[0] : g_strerror (errno));
  g_unlink (part);

  return FALSE;
}

static void
backup_job (GTask  *task,
            GgovDb *db)
{
  GError *error = NULL;

  if (copy_and_check (db, g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_backup_async (GgovStore           *self,
                         const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (path != NULL);

  _ggov_store_call (self, ggov_store_backup_async, backup_job, g_strdup (path), g_free,
                    cancellable, callback, user_data);
}

gboolean
ggov_store_backup_finish (GgovStore     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
