/* ggov-paged-list.h: a list of any length, of which only what is looked at is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of GgovPagedItem. It knows all keys of a query's answer and so its length and where
 * each row stands; an item that is asked for has its row read by the store, soon after. Sorting and
 * filtering are another query, so no model that sorts or filters belongs above it.
 */

#pragma once

#include "ggov-paged-item.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PAGED_LIST (ggov_paged_list_get_type ())

#define GGOV_PAGED_LIST_NOWHERE G_MAXUINT

/**
 * GgovPagedList:
 *
 * Signals: "replacing" before the list takes an answer, with TRUE if it is one to another question, so
 * that a view begins at the top again, and "answered" after it, with nothing but
 * ::items-changed in between, as when it is emptied; "failed" with a GError if a query or a row could not be read.
 */
G_DECLARE_FINAL_TYPE (GgovPagedList, ggov_paged_list, GGOV, PAGED_LIST, GObject)

GgovPagedList *ggov_paged_list_new       (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_paged_list_ask:
 * @store: (nullable): NULL empties the list
 * @query: (nullable): likewise
 *
 * Asks @store something else than before: in another order, with another filter. What was asked before
 * and is not answered yet is cancelled; the list stays as it is until there is an answer, and then is
 * replaced in one step by the answer with the rows at its beginning. Where all of a long answer takes
 * much longer than that, the list is its beginning first and becomes longer with a second "answered".
 * Asked of another store, the list is emptied at once.
 */
void           ggov_paged_list_ask       (GgovPagedList *self,
                                          GgovStore     *store,
                                          GgovQuery     *query);

/**
 * ggov_paged_list_ask_again:
 *
 * Asks the same, because something was written meanwhile. Only what has changed is announced and rows
 * that are still there keep their items, so that a view of the list stays where it is and has nothing
 * to wait for. Nothing happens if nothing was asked.
 */
void           ggov_paged_list_ask_again (GgovPagedList *self);

/* Whether an answer, or the rest of one, is awaited. */
gboolean       ggov_paged_list_is_asking (GgovPagedList *self);

/* Where a row stands, or GGOV_PAGED_LIST_NOWHERE. */
guint          ggov_paged_list_find      (GgovPagedList *self,
                                          gint64         id);

/* Where the first row with a detail stands, or GGOV_PAGED_LIST_NOWHERE. */
guint          ggov_paged_list_find_detail (GgovPagedList *self,
                                            gint64         detail);

/* (nullable) (element-type GgovRowKey) (transfer full): all keys as they are now; NULL if the list
 * is empty */
GArray        *ggov_paged_list_copy_keys (GgovPagedList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
