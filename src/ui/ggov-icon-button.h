/* ggov-icon-button.h: a flat button with a picture, in a line of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @words: translated: what it does, for its tooltip and for who cannot see the picture */
GtkWidget *ggov_icon_button_new (const char *icon_name,
                                 const char *words);

G_END_DECLS
