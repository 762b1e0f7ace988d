/* ggov-nets-window.h: departments' old nets, and their people on the way to base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-map-canvas.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_NETS_WINDOW (ggov_nets_window_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetsWindow, ggov_nets_window, GGOV, NETS_WINDOW, AdwWindow)

/**
 * ggov_nets_window_new:
 * @page: whose window it belongs to, and which is asked by actions
 * @canvas: where a net is shown over the base grids; what is shown stays when the window is closed
 */
GgovNetsWindow *ggov_nets_window_new (GtkWidget     *page,
                                      GgovSession   *session,
                                      GgovMapCanvas *canvas);

G_END_DECLS
