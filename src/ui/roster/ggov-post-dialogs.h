/* ggov-post-dialogs.h: what is asked before somebody is transferred or goes on leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-post.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* Each asks @page for win.announce-change once it is done. What is refused is said in the dialog. */

/* @roles: (element-type GgovOfficeRole): what somebody may be transferred to */
void ggov_transfer_dialog_show   (GtkWidget   *page,
                                  GgovSession *session,
                                  GgovPost    *post,
                                  GListModel  *roles);

/* For a post from which somebody is on leave already, asks when they are back. */
void ggov_substitute_dialog_show (GtkWidget   *page,
                                  GgovSession *session,
                                  GgovPost    *post);

G_END_DECLS
