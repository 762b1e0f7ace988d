/* ggov-board-desk.c: what all cards of the board share: the hour, the photos, which ones are chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-desk.h"
#include "ggov-small-picture.h"
#include "ggov-store-issue-parts.h"

/* A card shows 48 pixels; on a screen of twice as many dots that is 96. */
#define PHOTO_PX 96

/* Some 9 kB each. */
#define MAX_PHOTOS 600

struct _GgovBoardDesk
{
  GObject          parent_instance;

  GgovSession     *session;     /* (nullable) */
  GgovOfficeClock *clock;       /* (nullable) */
  gint64           now;         /* seconds since 1970-01-01T00:00:00Z */
  GHashTable      *marked;      /* (element-type gint64) */
  GHashTable      *photos;      /* (element-type gint64 GdkTexture): NULL while it is read, or is none */
  GCancellable    *cancellable; /* of the photos being read */
};

enum {
  MARKS_CHANGED,
  PHOTO_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardDesk, ggov_board_desk, G_TYPE_OBJECT)

/* Photos ---------------------------------------------------------------------------------- */

/* One that is asked for. */
typedef struct
{
  GgovBoardDesk *desk; /* (owned) */
  gint64         id;
} Call;

static void
call_free (Call *call)
{
  g_clear_object (&call->desk);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
made_small_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  GgovBoardDesk *self = call->desk;
  g_autoptr(GdkTexture) texture = ggov_small_picture_make_finish (result, NULL);

  if (texture == NULL || !g_hash_table_contains (self->photos, &call->id))
    return;

  g_hash_table_insert (self->photos, g_memdup2 (&call->id, sizeof call->id),
                       g_steal_pointer (&texture));
  g_signal_emit (self, signals[PHOTO_READ], 0, call->id);
}

static void
photo_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GBytes) content = ggov_store_read_issue_paper_finish (GGOV_STORE (object), result, NULL);

  if (content == NULL)
    return;

  ggov_small_picture_make_async (content, PHOTO_PX, call->desk->cancellable, made_small_cb, call);
  g_steal_pointer (&call);
}

static void
free_photo (gpointer data)
{
  if (data)
    g_object_unref (data);
}

GdkTexture *
ggov_board_desk_get_photo (GgovBoardDesk *self,
                           gint64         attachment_id)
{
  gpointer photo = NULL;
  Call *call;

  g_return_val_if_fail (GGOV_IS_BOARD_DESK (self), NULL);

  if (g_hash_table_lookup_extended (self->photos, &attachment_id, NULL, &photo) ||
      self->session == NULL)
    return photo;

  if (g_hash_table_size (self->photos) >= MAX_PHOTOS)
    g_hash_table_remove_all (self->photos);
  g_hash_table_insert (self->photos, g_memdup2 (&attachment_id, sizeof attachment_id), NULL);

  call = g_new0 (Call, 1);
  call->desk = g_object_ref (self);
  call->id = attachment_id;
  ggov_store_read_issue_paper_async (ggov_session_get_store (self->session), attachment_id,
                                     self->cancellable, photo_read_cb, call);

  return NULL;
}

/* The object ------------------------------------------------------------------------------ */

static void
ggov_board_desk_finalize (GObject *object)
{
  GgovBoardDesk *self = GGOV_BOARD_DESK (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->clock, ggov_office_clock_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->photos, g_hash_table_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ggov_board_desk_parent_class)->finalize (object);
}

static void
ggov_board_desk_class_init (GgovBoardDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_board_desk_finalize;

  signals[MARKS_CHANGED] = g_signal_new ("marks-changed", GGOV_TYPE_BOARD_DESK, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PHOTO_READ] = g_signal_new ("photo-read", GGOV_TYPE_BOARD_DESK, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ggov_board_desk_init (GgovBoardDesk *self)
{
  self->marked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->photos = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_photo);
  self->cancellable = g_cancellable_new ();
}

GgovBoardDesk *
ggov_board_desk_new (void)
{
  return g_object_new (GGOV_TYPE_BOARD_DESK, NULL);
}

void
ggov_board_desk_set_session (GgovBoardDesk *self,
                             GgovSession   *session)
{
  g_return_if_fail (GGOV_IS_BOARD_DESK (self));

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->session, session);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->photos);
  ggov_board_desk_set_marked (self, NULL);
  if (session)
    ggov_board_desk_tick (self);
}

void
ggov_board_desk_tick (GgovBoardDesk *self)
{
  GgovOfficeClock *clock;

  g_return_if_fail (GGOV_IS_BOARD_DESK (self) && self->session != NULL);

  clock = ggov_office_clock_ref (ggov_session_get_clock (self->session));
  g_clear_pointer (&self->clock, ggov_office_clock_unref);
  self->clock = clock;
  self->now = ggov_session_get_now (self->session);
}

GgovOfficeClock *
ggov_board_desk_get_clock (GgovBoardDesk *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_DESK (self), NULL);

  return self->clock;
}

gint64
ggov_board_desk_get_now (GgovBoardDesk *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_DESK (self), 0);

  return self->now;
}

/* Marks ----------------------------------------------------------------------------------- */

gboolean
ggov_board_desk_is_marked (GgovBoardDesk *self,
                           gint64         issue_id)
{
  g_return_val_if_fail (GGOV_IS_BOARD_DESK (self), FALSE);

  return g_hash_table_contains (self->marked, &issue_id);
}

void
ggov_board_desk_mark (GgovBoardDesk *self,
                      gint64         issue_id,
                      gboolean       is_marked)
{
  g_return_if_fail (GGOV_IS_BOARD_DESK (self));

  if (is_marked == ggov_board_desk_is_marked (self, issue_id))
    return;

  if (is_marked)
    g_hash_table_add (self->marked, g_memdup2 (&issue_id, sizeof issue_id));
  else
    g_hash_table_remove (self->marked, &issue_id);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
}

guint
ggov_board_desk_get_n_marked (GgovBoardDesk *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_DESK (self), 0);

  return g_hash_table_size (self->marked);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

GArray *
ggov_board_desk_copy_marked (GgovBoardDesk *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (GGOV_IS_BOARD_DESK (self), ids);

  g_hash_table_iter_init (&iter, self->marked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (ids, *(gint64 *) key);
  g_array_sort (ids, compare_ids);

  return ids;
}

void
ggov_board_desk_set_marked (GgovBoardDesk *self,
                            GArray        *ids)
{
  g_return_if_fail (GGOV_IS_BOARD_DESK (self));

  if (g_hash_table_size (self->marked) == 0 && (ids == NULL || ids->len == 0))
    return;

  g_hash_table_remove_all (self->marked);
  for (guint i = 0; ids && i < ids->len; i++)
    g_hash_table_add (self->marked, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
}
