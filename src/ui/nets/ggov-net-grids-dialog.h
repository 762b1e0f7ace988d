/* ggov-net-grids-dialog.h: chooses the base grids that somebody of an old net goes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-net-study.h"

G_BEGIN_DECLS

/**
 * GgovNetGridsFunc:
 * @grid_ids: (array length=n_grids): those with most households first
 */
typedef void (*GgovNetGridsFunc) (gpointer      data,
                                  gint64        person_id,
                                  const gint64 *grid_ids,
                                  guint         n_grids);

/**
 * ggov_net_grids_dialog_show:
 * @parent: what it belongs to; nothing is called any more once it is gone
 * @person: somebody of the study's net
 * @func: called with what was chosen, unless it is given up
 * @data: (unowned): for @func
 */
void ggov_net_grids_dialog_show (GtkWindow        *parent,
                                 GgovNetStudy     *study,
                                 GgovNetPerson    *person,
                                 GgovNetGridsFunc  func,
                                 gpointer          data);

G_END_DECLS
