/* ggov-net-end-dialog.h: asks from which day an old net is no more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-net-study.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* Called with the change that it was. */
typedef void (*GgovNetEndFunc) (gpointer data,
                                gint64   change_id,
                                gboolean is_move);

/**
 * ggov_net_end_dialog_show:
 * @is_move: the net's people move to base grids; else it is only retired
 * @func: called once it is done
 * @data: (unowned): for @func; outlives @parent
 */
void ggov_net_end_dialog_show (GtkWindow      *parent,
                               GgovSession    *session,
                               GgovNetStudy   *study,
                               gboolean        is_move,
                               GgovNetEndFunc  func,
                               gpointer        data);

G_END_DECLS
