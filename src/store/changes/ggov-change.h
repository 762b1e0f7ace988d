/* ggov-change.h: one thing a user did: all its writes together, kept in the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/* A transaction that is being written, good only on the store's thread and while it is open. */
typedef struct _GgovChange GgovChange;

/**
 * GgovChangeFunc:
 * @change: the open change, for the calls of the ggov-write-….h headers
 * @data: what was given to ggov_store_change_async(), not to be used elsewhere meanwhile
 * @error: return location for any error; nothing is kept then
 *
 * Writes the records. Runs on the store's thread.
 */
typedef gboolean (*GgovChangeFunc) (GgovChange  *change,
                                    gpointer     data,
                                    GError     **error);

/**
 * ggov_store_change_async:
 * @action: what the user does, in English, marked for translation (N_()); it is kept as it is
 *   and translated when shown. Never personal data
 * @subject: which, such as a code or a door; never personal data
 * @func: writes it
 * @data: (transfer full): passed to @func on the store's thread
 * @free_data: (nullable): frees @data
 *
 * Writes one change. It is kept whole or not at all.
 */
void     ggov_store_change_async          (GgovStore            *self,
                                           const char           *action,
                                           const char           *subject,
                                           GgovChangeFunc        func,
                                           gpointer              data,
                                           GDestroyNotify        free_data,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);

/**
 * ggov_store_change_finish:
 * @change_id: (out) (optional): the change's number, or 0 if no row was different
 */
gboolean ggov_store_change_finish         (GgovStore            *self,
                                           GAsyncResult         *result,
                                           gint64               *change_id,
                                           GError              **error);

/**
 * ggov_store_undo_async:
 * @change_id: a change; undoing an undo does the thing again
 *
 * Puts back what @change_id wrote, as a new change. Refused with GGOV_STORE_ERROR_CONFLICT where
 * a row has moved on since, and GGOV_STORE_ERROR_REFUSED where the change was undone already or
 * is one of points, which are reversed instead. End with ggov_store_change_finish().
 */
void     ggov_store_undo_async            (GgovStore            *self,
                                           gint64                change_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);

/* When the change is made, seconds since 1970-01-01T00:00:00Z: the same for all its rows. */
gint64   ggov_change_get_at               (GgovChange           *change);

/* Says what the change was about once that is known. */
void     ggov_change_set_subject          (GgovChange           *change,
                                           const char           *subject);

/* Keeps the change from being undone. */
void     ggov_change_set_irreversible     (GgovChange           *change);

/* Lets the change be tried out only: it runs to its end, and then nothing of it is kept. */
void     ggov_change_set_rehearsal        (GgovChange           *change);

/**
 * ggov_change_try:
 * @func: writes a part of the change
 * @error: what @func says; then nothing of its part is kept, and the change goes on as if it had
 *   never been tried
 *
 * For a change of many parts of which each is kept whole or not at all. A savepoint for each part costs
 * as much again as writing it: where rows come by the hundred thousand, ask before writing.
 */
gboolean ggov_change_try                  (GgovChange           *change,
                                           GgovChangeFunc        func,
                                           gpointer              data,
                                           GError              **error);

/* For a long change: FALSE with G_IO_ERROR_CANCELLED once the call was given up. */
gboolean ggov_change_check_cancelled      (GgovChange           *change,
                                           GError              **error);

G_END_DECLS
