/* ggov-store.h: the office's records, served by one thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-store-error.h"

G_BEGIN_DECLS

/**
 * GgovStoreFlags:
 * @GGOV_STORE_CREATE: make an empty office if there is no file
 * @GGOV_STORE_DESK: the store serves somebody's desk: keep other desks from the same file, and hear
 *   within some seconds of what other programs write to it
 */
typedef enum
{
  GGOV_STORE_NONE   = 0,
  GGOV_STORE_CREATE = 1 << 0,
  GGOV_STORE_DESK   = 1 << 1,
} GgovStoreFlags;

#define GGOV_TYPE_STORE (ggov_store_get_type ())

G_DECLARE_FINAL_TYPE (GgovStore, ggov_store, GGOV, STORE, GObject)

/**
 * GgovStore::changed:
 * @self: the store
 * @tables: names of the tables that were written
 *
 * Emitted in the main context that made the store, after a change is on disk and before the call
 * that made it returns there. What a page has read of these tables is to be read again. At a desk
 * also after another program has written to them.
 */

/**
 * ggov_store_new:
 * @path: file name, in the GLib file name encoding
 *
 * Starts a store. The file is opened by ggov_store_open_async() or the first other call; what is
 * wrong with it is reported by every call.
 *
 * Returns: (transfer full): a store; end it with ggov_store_close()
 */
GgovStore  *ggov_store_new          (const char           *path,
                                     GgovStoreFlags        flags) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_close:
 *
 * Finishes every call already made, then closes the file. Blocks until done. Call it once, from
 * the thread that made @self, before the last unref.
 */
void        ggov_store_close        (GgovStore            *self);

const char *ggov_store_get_path     (GgovStore            *self);

/* The account that changes are written under, such as a login name. */
const char *ggov_store_get_account  (GgovStore            *self);
void        ggov_store_set_account  (GgovStore            *self,
                                     const char           *account);

/* Opens the file and brings its schema up, so that what is wrong with it is known. */
void        ggov_store_open_async   (GgovStore            *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean    ggov_store_open_finish  (GgovStore            *self,
                                     GAsyncResult         *result,
                                     GError              **error);

/**
 * ggov_store_backup_async:
 * @path: where the copy goes; a file there is replaced once the copy is complete and checked
 */
void        ggov_store_backup_async  (GgovStore            *self,
                                      const char           *path,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    ggov_store_backup_finish (GgovStore            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
