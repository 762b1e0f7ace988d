/* ggov-store-papers.c: the papers that are kept with a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-post-order-private.h"
#include "ggov-post-papers-private.h"

#define SQL_LIST \
  "SELECT a.id, a.post_id, length (c.content), a.name, a.media_type FROM post_paper a " \
  "JOIN attachment_content c ON c.sha256 = a.sha256 WHERE a.post_id = $1 ORDER BY a.id"
#define SQL_READ \
  "SELECT c.content FROM post_paper a JOIN attachment_content c ON c.sha256 = a.sha256 " \
  "WHERE a.id = $1"
#define SQL_POST "SELECT p.id, p.valid_from FROM post p WHERE p.id = $1"
#define SQL_POST_OF \
  "SELECT p.id, p.valid_from FROM post_paper a JOIN post p ON p.id = a.post_id WHERE a.id = $1"

/* Papers to be kept with a post, or one to be taken away. */
typedef struct
{
  gint64     id;
  GPtrArray *papers; /* (nullable) (element-type GgovPaper) */
} PapersOrder;

static PapersOrder *
papers_order_new (gint64     id,
                  GPtrArray *papers)
{
  PapersOrder *order = g_new (PapersOrder, 1);

  order->id = id;
  order->papers = papers;

  return order;
}

static void
papers_order_free (PapersOrder *order)
{
  g_clear_pointer (&order->papers, g_ptr_array_unref);
  g_free (order);
}

/* Says what the change is about, by the post that @sql answers for @id. */
static gboolean
name_place (GgovChange  *change,
            const char  *sql,
            gint64       id,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  step = ggov_stmt_step (stmt, error);
  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no such post or paper: %" G_GINT64_FORMAT, id);

  return step == GGOV_DB_ROW &&
         _ggov_post_name_place (change, ggov_stmt_get_int (stmt, 0), ggov_stmt_get_text (stmt, 1),
                                error);
}

/* On the store's thread. */
static gboolean
attach (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  const PapersOrder *order = data;

  return name_place (change, SQL_POST, order->id, error) &&
         _ggov_post_papers_write (change, order->id, order->papers, error);
}

/* On the store's thread. */
static gboolean
take_away (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const PapersOrder *order = data;

  return name_place (change, SQL_POST_OF, order->id, error) &&
         _ggov_change_delete (change, "post_paper", order->id, error);
}

static gpointer
make_paper (GgovStmt *stmt)
{
  return ggov_post_paper_new (&(GgovPostPaperRecord) {
    .id = ggov_stmt_get_int (stmt, 0),
    .post_id = ggov_stmt_get_int (stmt, 1),
    .size = ggov_stmt_get_int (stmt, 2),
    .name = ggov_stmt_get_text (stmt, 3),
    .media_type = ggov_stmt_get_text (stmt, 4),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const gint64 *post_id = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, *post_id);
  _ggov_store_return_rows (task, stmt, make_paper);
}

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  const gint64 *paper_id = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_READ, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, *paper_id);
      step = ggov_stmt_step (stmt, &error);
    }

  if (step == GGOV_DB_ROW)
    g_task_return_pointer (task, ggov_stmt_dup_bytes (stmt, 0), (GDestroyNotify) g_bytes_unref);
  else if (step == GGOV_DB_DONE)
    g_task_return_new_error (task, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                             "there is no paper %" G_GINT64_FORMAT, *paper_id);
  else
    g_task_return_error (task, error);
}

void
ggov_store_attach_papers_async (GgovStore           *self,
                                gint64               post_id,
                                const GgovPaper     *papers,
                                guint                n_papers,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (n_papers > 0);

  ggov_store_change_async (self, N_("Keep papers with a post"), NULL, attach,
                           papers_order_new (post_id, _ggov_post_papers_copy (papers, n_papers)),
                           (GDestroyNotify) papers_order_free, cancellable, callback, user_data);
}

void
ggov_store_remove_paper_async (GgovStore           *self,
                               gint64               paper_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ggov_store_change_async (self, N_("Remove a paper of a post"), NULL, take_away,
                           papers_order_new (paper_id, NULL), (GDestroyNotify) papers_order_free,
                           cancellable, callback, user_data);
}

void
ggov_store_list_papers_async (GgovStore           *self,
                              gint64               post_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_papers_async, list_job,
                    g_memdup2 (&post_id, sizeof post_id), g_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_papers_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_POST_PAPER) : NULL;
}

void
ggov_store_read_paper_async (GgovStore           *self,
                             gint64               paper_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_read_paper_async, read_job,
                    g_memdup2 (&paper_id, sizeof paper_id), g_free, cancellable, callback,
                    user_data);
}

GBytes *
ggov_store_read_paper_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
