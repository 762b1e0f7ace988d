/* ggov-store-choose-nets.c: for an old net: which role, which grids, who stays out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-net-order-private.h"
#include "ggov-nets-private.h"
#include "ggov-store-nets.h"

#define SQL_ROLE "SELECT 1 FROM role WHERE code = $1 AND scope = 'grid'"
#define SQL_GRID "SELECT 1 FROM grid WHERE id = $1"
#define SQL_MOVES "SELECT id FROM legacy_move WHERE legacy_person_id = $1 ORDER BY id"

static gboolean
check_role (GgovChange  *change,
            const char  *code,
            GError     **error)
{
  gint64 found;

  if (!_ggov_net_find_id (change, SQL_ROLE, NULL, 0, code, &found, error))
    return FALSE;

  return found || _ggov_net_refuse (_("This role is not held on a grid. Choose another one."),
                                    error);
}

/* On the store's thread. */
static gboolean
set_role (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const GgovNetOrder *order = data;
  const GgovColumn columns[] = { GGOV_TEXT ("role_code", order->text) };

  return _ggov_net_order_open (change, FALSE, order->id, error) &&
         check_role (change, order->text, error) &&
         _ggov_change_update (change, "legacy_net", order->id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

static gboolean
drop_moves (GgovChange  *change,
            gint64       person_id,
            GError     **error)
{
  g_autoptr(GArray) ids = _ggov_net_list_ids (change, SQL_MOVES, person_id, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_delete (change, "legacy_move", g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gboolean
add_choice (GgovChange  *change,
            gint64       person_id,
            gint64       grid_id,
            GError     **error)
{
  gint64 found;

  if (!_ggov_net_find_id (change, SQL_GRID, &grid_id, 1, NULL, &found, error))
    return FALSE;

  if (found == 0)
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                   "there is no grid %" G_GINT64_FORMAT, grid_id);
      return FALSE;
    }

  return _ggov_net_write_move (change, person_id, grid_id, 0, error);
}

/* On the store's thread. */
static gboolean
choose_grids (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const GgovNetOrder *order = data;
  const GgovColumn columns[] = {
    GGOV_INT ("decided", 1),
    GGOV_TEXT ("role_code", order->text),
  };

  if (!_ggov_net_order_open (change, TRUE, order->id, error) ||
      (order->text && !check_role (change, order->text, error)) ||
      !_ggov_change_update (change, "legacy_person", order->id, -1, columns, order->text ? 2 : 1,
                            error) ||
      !drop_moves (change, order->id, error))
    return FALSE;

  for (guint i = 0; i < order->n_grids; i++)
    if (!add_choice (change, order->id, order->grid_ids[i], error))
      return FALSE;

  return TRUE;
}

/* On the store's thread. */
static gboolean
leave_out (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const GgovNetOrder *order = data;
  const GgovColumn columns[] = { GGOV_INT ("decided", 1) };
  g_autoptr(GgovNetStudy) study = NULL;
  GPtrArray *people;

  if (!_ggov_net_order_open (change, FALSE, order->id, error) ||
      !(study = _ggov_net_read_study (change->db, order->id, order->day, error)))
    return FALSE;

  people = ggov_net_study_get_people (study);
  for (guint i = 0; i < people->len; i++)
    {
      const GgovNetPersonRow *row = ggov_net_person_get_row (people->pdata[i]);

      if ((row->doubts & GGOV_NET_DOUBT_NOWHERE) &&
          !_ggov_change_update (change, "legacy_person", row->id, -1, columns,
                                G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return TRUE;
}

void
ggov_store_set_net_role_async (GgovStore           *self,
                               gint64               net_id,
                               const char          *role_code,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (role_code != NULL);

  ggov_store_change_async (self, N_("Choose the role for an old net"), "", set_role,
                           _ggov_net_order_new (net_id, NULL, role_code),
                           (GDestroyNotify) _ggov_net_order_free, cancellable, callback, user_data);
}

void
ggov_store_choose_net_grids_async (GgovStore           *self,
                                   gint64               person_id,
                                   const char          *role_code,
                                   const gint64        *grid_ids,
                                   guint                n_grids,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GgovNetOrder *order = _ggov_net_order_new (person_id, NULL, role_code);

  order->grid_ids = g_memdup2 (grid_ids, n_grids * sizeof *grid_ids);
  order->n_grids = n_grids;
  _ggov_net_order_send (self, N_("Choose grids for somebody of an old net"), choose_grids, order,
                        cancellable, callback, user_data);
}

void
ggov_store_leave_net_people_out_async (GgovStore           *self,
                                       gint64               net_id,
                                       const char          *day,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_net_order_send (self, N_("Leave out people of an old net"), leave_out,
                        _ggov_net_order_new (net_id, day, NULL), cancellable, callback, user_data);
}
