/* ggov-placeholder.h: what stands in the place of a list that has nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ggov_placeholder_new:
 * @list: (transfer floating): what is seen until it is known to be empty
 * @icon_name: (nullable): a picture, where there is room for one
 * @title: in the user's language
 * @about: (nullable): what would be there, or what to do
 *
 * Returns: (transfer floating): both, of which one is seen
 */
GtkWidget *ggov_placeholder_new    (GtkWidget  *list,
                                    const char *icon_name,
                                    const char *title,
                                    const char *about);

/* @self: of ggov_placeholder_new(); @n_rows: how many the list has, now that it was read */
void       ggov_placeholder_update (GtkWidget  *self,
                                    guint       n_rows);

G_END_DECLS
