/* ggov-stand-down-dialog.h: asks from when and why somebody holds a post no longer, and who goes on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-post.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_stand_down_dialog_show:
 * @page: asked for win.announce-change once it is done
 * @n_others: how many further posts of the role its holder has
 *
 * Shows the dialog over @page's window. What is refused is said in it, and it stays.
 */
void ggov_stand_down_dialog_show (GtkWidget   *page,
                                  GgovSession *session,
                                  GgovPost    *post,
                                  guint        n_others);

G_END_DECLS
