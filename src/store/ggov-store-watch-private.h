/* ggov-store-watch-private.h: hearing of what others write to the same office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/**
 * GgovStoreWatch:
 *
 * Looks now and then whether another connection has written, and to which tables. Of this store's own
 * changes it is told, so that they are not told of twice. Belongs to the store's thread.
 */
typedef struct _GgovStoreWatch GgovStoreWatch;

/* What is written from now on is heard of. */
GgovStoreWatch *_ggov_store_watch_new      (GgovDb          *db,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            _ggov_store_watch_free     (GgovStoreWatch  *self);

/* Microseconds until it is time to look again; 0 when it is. */
guint64         _ggov_store_watch_get_wait (GgovStoreWatch  *self);

/* A change of this store is on disk. */
void            _ggov_store_watch_add_own  (GgovStoreWatch  *self,
                                            gint64           change_id);

/**
 * _ggov_store_watch_look:
 *
 * Some ten microseconds where nobody else has written.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): tables that others have written to since it
 *   looked last, mostly none; or NULL with @error set, and then the next look finds them
 */
GPtrArray      *_ggov_store_watch_look     (GgovStoreWatch  *self,
                                            GgovDb          *db,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovStoreWatch, _ggov_store_watch_free)

G_END_DECLS
