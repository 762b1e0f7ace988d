/* ggov-query.h: a question to the store whose answer is read a few rows at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer of a city's size is not made into objects: it is a key for each row, in order, and the
 * objects of those rows that are looked at. Sorting and filtering are the database's.
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

#define GGOV_QUERY_ALL ((guint) G_MAXINT)

/* What is asked, with its filter and order. Never changes; may be used from any thread. */
typedef struct _GgovQuery GgovQuery;

/**
 * GgovRowKey:
 * @id: tells the row from all others of the answer, also in the next answer to a query of its kind
 * @detail: what is known of a row before it is read; the function that makes the query says what
 *
 * Rows need not all be of one kind: a group's heading is a row with a key of its own.
 */
typedef struct
{
  gint64 id;
  gint64 detail;
} GgovRowKey;

/**
 * GgovAnswer:
 * @keys: (nullable) (element-type GgovRowKey): the rows in order; NULL if they were not asked for
 * @rows: (element-type gint64 GObject): those rows that were read, by number
 */
typedef struct
{
  GArray     *keys;
  GHashTable *rows;
} GgovAnswer;

void        ggov_answer_free            (GgovAnswer           *self);

GgovQuery  *ggov_query_ref              (GgovQuery            *self);
void        ggov_query_unref            (GgovQuery            *self);

/* (type GObject): a row without a number or a text, to stand for one that was not read yet */
gpointer    ggov_query_get_blank        (GgovQuery            *self);

/* Whether it is worth while to ask for the beginning before asking for everything. */
gboolean    ggov_query_is_quick_to_begin (GgovQuery           *self);

/**
 * ggov_store_find_rows_async:
 * @limit: so many keys are found at the most; GGOV_QUERY_ALL for all
 * @n_first: so many rows are read from the beginning of the answer
 * @ids: (nullable) (element-type gint64): rows that are read as well, wherever they stand; those that
 *   are not in the answer are passed over
 *
 * Finds the keys of the rows, and reads some.
 */
void        ggov_store_find_rows_async  (GgovStore            *self,
                                         GgovQuery            *query,
                                         guint                 limit,
                                         guint                 n_first,
                                         GArray               *ids,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * ggov_store_read_rows_async:
 * @keys: (element-type GgovRowKey): of an answer to @query
 *
 * Reads the rows of some keys. One that is gone meanwhile is passed over.
 */
void        ggov_store_read_rows_async  (GgovStore            *self,
                                         GgovQuery            *query,
                                         GArray               *keys,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * ggov_store_prepare_rows_async:
 *
 * Reads ahead what a query like @query with typed words would have to read first, so that its answer
 * comes at once. Nothing is lost where it fails: its finishing answers without keys and rows.
 */
void        ggov_store_prepare_rows_async (GgovStore          *self,
                                         GgovQuery            *query,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/* The end of all three. Returns: (transfer full) */
GgovAnswer *ggov_store_rows_finish      (GgovStore            *self,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovAnswer, ggov_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovQuery, ggov_query_unref)

G_END_DECLS
