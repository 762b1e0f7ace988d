/* ggov-base-map-dialog.h: asks for a base map: none, a file, or an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is chosen is written to the settings, once it has been seen to be of use. */
void ggov_base_map_dialog_show (GtkWidget *page,
                                GSettings *settings);

G_END_DECLS
