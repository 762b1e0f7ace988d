/* ggov-query-private.h: what a kind of query consists of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-query.h"

G_BEGIN_DECLS

/**
 * GgovQueryClass:
 * @find_keys: appends the keys of the first @limit rows to @keys, in order
 * @read_row: reads one row; NULL without an error if there is no such row any more
 * @prepare: (nullable): reads ahead what the keys of the next such query are found by
 *
 * All run on the store's thread.
 */
typedef struct
{
  gboolean (*find_keys) (gconstpointer      question,
                         GgovDb            *db,
                         guint              limit,
                         GCancellable      *cancellable,
                         GArray            *keys,
                         GError           **error);
  gpointer (*read_row)  (gconstpointer      question,
                         GgovDb            *db,
                         const GgovRowKey  *key,
                         GError           **error);
  gboolean (*prepare)   (gconstpointer      question,
                         GgovDb            *db,
                         GCancellable      *cancellable,
                         GError           **error);
} GgovQueryClass;

/**
 * _ggov_query_new:
 * @question: (transfer full): what the functions of @klass are given
 * @blank: (transfer full) (type GObject)
 * @is_quick_to_begin: the first keys are found in much less time than all of them
 */
GgovQuery *_ggov_query_new       (const GgovQueryClass  *klass,
                                  gpointer               question,
                                  GDestroyNotify         free_question,
                                  gpointer               blank,
                                  gboolean               is_quick_to_begin)
                                  G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): what a query of @klass was made of; NULL if it is another's */
gconstpointer _ggov_query_get_question (GgovQuery            *self,
                                        const GgovQueryClass *klass);

/* The same keys that ggov_store_find_rows_async() finds, on the store's thread. */
gboolean   _ggov_query_find_keys (GgovQuery             *self,
                                  GgovDb                *db,
                                  guint                  limit,
                                  GArray                *keys,
                                  GError               **error);

/* Steps through all rows of a statement: a number, then a detail. Sets an error if cancelled. */
gboolean   _ggov_query_step_keys (GgovStmt              *stmt,
                                  GCancellable          *cancellable,
                                  GArray                *keys,
                                  GError               **error);

G_END_DECLS
