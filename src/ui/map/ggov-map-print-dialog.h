/* ggov-map-print-dialog.h: asks which maps to print, and on what paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-places.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_map_print_dialog_show:
 * @page: asked for win.show-message once a file is written, or if it cannot be
 * @places: what can be printed
 * @grid_id: offered first; 0 for none
 *
 * Shows the dialog over @page's window. What is printed is read anew from the session's store.
 */
void ggov_map_print_dialog_show (GtkWidget   *page,
                                 GgovSession *session,
                                 GgovPlaces  *places,
                                 gint64       grid_id);

G_END_DECLS
