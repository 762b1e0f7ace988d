/* ggov-store-papers.h: the papers that are kept with a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-post-paper.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* The most a paper may have, bytes. A letter scanned at 300 dots an inch has two million. */
#define GGOV_PAPER_MOST (20 * 1024 * 1024)

/**
 * GgovPaper:
 * @name: file name
 * @content: a PDF, JPEG or PNG file of GGOV_PAPER_MOST bytes at the most
 *
 * A letter of appointment or the like.
 */
typedef struct
{
  const char *name;
  GBytes     *content;
} GgovPaper;

/**
 * ggov_store_attach_papers_async:
 * @papers: (array length=n_papers): copied
 *
 * Keeps papers with a post, as one change. A file that is no paper is GGOV_STORE_ERROR_REFUSED with
 * a translated sentence that names it, and a post that is not there GGOV_STORE_ERROR_NOT_FOUND. End
 * with ggov_store_change_finish().
 */
void        ggov_store_attach_papers_async  (GgovStore            *self,
                                             gint64                post_id,
                                             const GgovPaper      *papers,
                                             guint                 n_papers,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * ggov_store_remove_paper_async:
 *
 * Takes a paper away from its post, as one change, which can be undone. End with
 * ggov_store_change_finish().
 */
void        ggov_store_remove_paper_async   (GgovStore            *self,
                                             gint64                paper_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/* Lists the papers of a post in the order in which they came. */
void        ggov_store_list_papers_async    (GgovStore            *self,
                                             gint64                post_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * ggov_store_list_papers_finish:
 *
 * Returns: (transfer full) (element-type GgovPostPaper)
 */
GListModel *ggov_store_list_papers_finish   (GgovStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads what a paper holds; GGOV_STORE_ERROR_NOT_FOUND if there is none of that number. */
void        ggov_store_read_paper_async     (GgovStore            *self,
                                             gint64                paper_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GBytes     *ggov_store_read_paper_finish    (GgovStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
