/* ggov-net-order-private.h: what is ordered about an old net, and what all orders ask and write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

/**
 * GgovNetOrder:
 * @id: of a net or of somebody of one
 * @day: (nullable)
 * @text: (nullable): a role's code, or a reason
 * @grid_ids: (nullable) (array length=n_grids): grids chosen
 * @n_grids: how many
 *
 * One order serves all.
 */
typedef struct
{
  gint64   id;
  char    *day;
  char    *text;
  gint64  *grid_ids;
  guint    n_grids;
} GgovNetOrder;

GgovNetOrder *_ggov_net_order_new  (gint64                id,
                                    const char           *day,
                                    const char           *text) G_GNUC_WARN_UNUSED_RESULT;
void          _ggov_net_order_free (GgovNetOrder         *order);

/* Takes @order over. */
void          _ggov_net_order_send (GgovStore            *store,
                                    const char           *action,
                                    GgovChangeFunc        func,
                                    GgovNetOrder         *order,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);

/**
 * _ggov_net_order_open:
 * @is_person: whether @id is of somebody of a net, else of a net
 * @error: GGOV_STORE_ERROR_NOT_FOUND where there is none; GGOV_STORE_ERROR_REFUSED where the net
 *   is retired
 *
 * Begins a change about a net that is still there.
 */
gboolean      _ggov_net_order_open (GgovChange           *change,
                                    gboolean              is_person,
                                    gint64                id,
                                    GError              **error);

/* Sets GGOV_STORE_ERROR_REFUSED with the translated sentence. Returns: FALSE */
gboolean      _ggov_net_refuse     (const char           *sentence,
                                    GError              **error);

/* Asks for the id of one row by numbers, $1 and on, and a text after them; 0 for none. */
gboolean      _ggov_net_find_id    (GgovChange           *change,
                                    const char           *sql,
                                    const gint64         *numbers,
                                    guint                 n_numbers,
                                    const char           *text,
                                    gint64               *id,
                                    GError              **error);

/* Returns: (transfer full) (element-type gint64): of the rows that belong to $1; NULL with @error */
GArray       *_ggov_net_list_ids   (GgovChange           *change,
                                    const char           *sql,
                                    gint64                id,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Notes that somebody of a net goes to a grid, and to which post; 0 while there is none. */
gboolean      _ggov_net_write_move (GgovChange           *change,
                                    gint64                person_id,
                                    gint64                grid_id,
                                    gint64                post_id,
                                    GError              **error);

G_END_DECLS
