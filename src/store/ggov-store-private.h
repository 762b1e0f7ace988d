/* ggov-store-private.h: what the files of this folder share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovStoreJob:
 * @task: the call being served; the job returns on it exactly once
 * @db: the connection, good only until the job returns
 *
 * One unit of work. Runs on the store's thread, so it may block but may not touch anything
 * another thread can see besides @task's data.
 */
typedef void (*GgovStoreJob) (GTask  *task,
                              GgovDb *db);

/**
 * _ggov_store_call:
 * @tag: the public function, for g_task_set_source_tag()
 * @data: (transfer full) (nullable): the task's data
 * @free_data: (nullable): frees @data
 *
 * Queues @job. Jobs are served in order.
 */
void _ggov_store_call          (GgovStore            *self,
                                gpointer              tag,
                                GgovStoreJob          job,
                                gpointer              data,
                                GDestroyNotify        free_data,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);

/* Lets `changed` be emitted for the @tables of a change; on the store's thread, after the commit. */
void _ggov_store_announce      (GgovStore            *self,
                                gint64                change_id,
                                GPtrArray            *tables);

/**
 * _ggov_store_take_list:
 * @rows: (transfer full) (element-type GObject)
 *
 * The end of each call that lists: a GPtrArray of rows that the job returned becomes a list
 * model, filled in one go.
 */
GListModel *_ggov_store_take_list (GPtrArray *rows,
                                   GType      type) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovStoreRowFunc:
 *
 * Makes one row object of the row a statement stands on.
 */
typedef gpointer (*GgovStoreRowFunc) (GgovStmt *stmt);

/* Steps through all rows and returns them on @task as a GPtrArray, or the error. */
void _ggov_store_return_rows   (GTask                *task,
                                GgovStmt             *stmt,
                                GgovStoreRowFunc      make_row);

G_END_DECLS
