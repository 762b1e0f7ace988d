/* ggov-store-kept-filters.c: filters that somebody has named, to be used again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-store-kept-filters.h"

#define SQL_LIST "SELECT id, name, choices FROM kept_filter WHERE page = $1 ORDER BY id"
#define SQL_FIND "SELECT id FROM kept_filter WHERE page = $1 AND name = $2"
#define SQL_OTHER \
  "SELECT 1 FROM kept_filter WHERE id <> $1 AND name = $2 " \
  "AND page = (SELECT page FROM kept_filter WHERE id = $1)"

typedef struct
{
  char   *page;
  char   *name;
  char   *choices;
  gint64  id;
} Order;

static void
order_free (Order *order)
{
  g_free (order->page);
  g_free (order->name);
  g_free (order->choices);
  g_free (order);
}

static gpointer
make_filter (GgovStmt *stmt)
{
  const GgovChoiceFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .name = ggov_stmt_get_text (stmt, 1),
    .code = ggov_stmt_get_text (stmt, 2),
  };

  return ggov_choice_new (&fields);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
  _ggov_store_return_rows (task, stmt, make_filter);
}

void
ggov_store_list_kept_filters_async (GgovStore           *self,
                                    const char          *page,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (page != NULL);

  _ggov_store_call (self, ggov_store_list_kept_filters_async, list_job, g_strdup (page), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_kept_filters_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_CHOICE) : NULL;
}

static gboolean
check_name (const Order  *order,
            GError      **error)
{
  if (*order->name != '\0')
    return TRUE;

  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                       _("Say what the filter is to be called."));
  return FALSE;
}

/* On the store's thread. */
static gboolean
keep_filter (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Order *order = data;
  const GgovColumn columns[] = {
    GGOV_TEXT ("page", order->page),
    GGOV_TEXT ("name", order->name),
    GGOV_TEXT ("choices", order->choices),
  };
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!check_name (order, error) || !(stmt = ggov_db_prepare (change->db, SQL_FIND, error)))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, order->page);
  ggov_stmt_bind_text (stmt, 2, order->name);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;
  if (step == GGOV_DB_ROW)
    return _ggov_change_update (change, "kept_filter", ggov_stmt_get_int (stmt, 0), -1,
                                columns + 2, 1, error);

  return _ggov_change_insert (change, "kept_filter", columns, G_N_ELEMENTS (columns), error) != 0;
}

void
ggov_store_keep_filter_async (GgovStore           *self,
                              const char          *page,
                              const char          *name,
                              const char          *choices,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->page = g_strdup (page);
  order->name = g_strstrip (g_strdup (name));
  order->choices = g_strdup (choices);
  ggov_store_change_async (self, N_("Keep a filter"), "", keep_filter, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

/* On the store's thread. */
static gboolean
rename_filter (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  const Order *order = data;
  const GgovColumn columns[] = { GGOV_TEXT ("name", order->name) };
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!check_name (order, error) || !(stmt = ggov_db_prepare (change->db, SQL_OTHER, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->id);
  ggov_stmt_bind_text (stmt, 2, order->name);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;
  if (step == GGOV_DB_ROW)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                           _("Another filter is called so."));
      return FALSE;
    }

  return _ggov_change_update (change, "kept_filter", order->id, -1, columns, 1, error);
}

void
ggov_store_rename_filter_async (GgovStore           *self,
                                gint64               id,
                                const char          *name,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->id = id;
  order->name = g_strstrip (g_strdup (name));
  ggov_store_change_async (self, N_("Rename a filter"), "", rename_filter, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

/* On the store's thread. */
static gboolean
forget_filter (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  return _ggov_change_delete (change, "kept_filter", ((Order *) data)->id, error);
}

void
ggov_store_forget_filter_async (GgovStore           *self,
                                gint64               id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->id = id;
  ggov_store_change_async (self, N_("Forget a filter"), "", forget_filter, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
