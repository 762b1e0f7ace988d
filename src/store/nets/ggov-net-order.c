/* ggov-net-order.c: what is ordered about an old net, and what all orders ask and write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-net-order-private.h"

#define SQL_NET "SELECT name, coalesce (retired_on, '') FROM legacy_net WHERE id = $1"
#define SQL_NET_OF_PERSON \
  "SELECT n.name, coalesce (n.retired_on, '') FROM legacy_person p " \
  "JOIN legacy_grid g ON g.id = p.legacy_grid_id JOIN legacy_net n ON n.id = g.net_id " \
  "WHERE p.id = $1"
#define SQL_MOVE "SELECT id FROM legacy_move WHERE legacy_person_id = $1 AND grid_id = $2"

void
_ggov_net_order_free (GgovNetOrder *order)
{
  g_free (order->day);
  g_free (order->text);
  g_free (order->grid_ids);
  g_free (order);
}

GgovNetOrder *
_ggov_net_order_new (gint64      id,
                     const char *day,
                     const char *text)
{
  GgovNetOrder *order = g_new0 (GgovNetOrder, 1);

  order->id = id;
  order->day = g_strdup (day);
  order->text = g_strdup (text);

  return order;
}

gboolean
_ggov_net_refuse (const char  *sentence,
                  GError     **error)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

gboolean
_ggov_net_order_open (GgovChange  *change,
                      gboolean     is_person,
                      gint64       id,
                      GError     **error)
{
  const char *sql = is_person ? SQL_NET_OF_PERSON : SQL_NET;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no old net, or nobody of one, of number %" G_GINT64_FORMAT, id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  ggov_change_set_subject (change, ggov_stmt_get_text (stmt, 0));
  if (*ggov_stmt_get_text (stmt, 1))
    return _ggov_net_refuse (_("This net is retired already. Undo that first."), error);

  return TRUE;
}

gboolean
_ggov_net_find_id (GgovChange    *change,
                   const char    *sql,
                   const gint64  *numbers,
                   guint          n_numbers,
                   const char    *text,
                   gint64        *id,
                   GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  *id = 0;
  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < n_numbers; i++)
    ggov_stmt_bind_int (stmt, i + 1, numbers[i]);
  if (text)
    ggov_stmt_bind_text (stmt, n_numbers + 1, text);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *id = ggov_stmt_get_int (stmt, 0);

  return step != GGOV_DB_ERROR;
}

GArray *
_ggov_net_list_ids (GgovChange  *change,
                    const char  *sql,
                    gint64       id,
                    GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);

  return ggov_stmt_list_ints (stmt, error);
}

gboolean
_ggov_net_write_move (GgovChange  *change,
                      gint64       person_id,
                      gint64       grid_id,
                      gint64       post_id,
                      GError     **error)
{
  const gint64 numbers[] = { person_id, grid_id };
  const GgovColumn columns[] = {
    GGOV_ID ("post_id", post_id),
    GGOV_ID ("legacy_person_id", person_id),
    GGOV_ID ("grid_id", grid_id),
  };
  gint64 known;

  if (!_ggov_net_find_id (change, SQL_MOVE, numbers, G_N_ELEMENTS (numbers), NULL, &known, error))
    return FALSE;

  if (known)
    return _ggov_change_update (change, "legacy_move", known, -1, columns, 1, error);

  return _ggov_change_insert (change, "legacy_move", columns, G_N_ELEMENTS (columns), error) != 0;
}

void
_ggov_net_order_send (GgovStore           *store,
                      const char          *action,
                      GgovChangeFunc       func,
                      GgovNetOrder        *order,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  ggov_store_change_async (store, action, "", func, order, (GDestroyNotify) _ggov_net_order_free,
                           cancellable, callback, user_data);
}
