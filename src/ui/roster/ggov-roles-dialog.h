/* ggov-roles-dialog.h: the office's roles, to be looked at and changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/* Shows the list of roles over @page's window; each can be changed, and others added. */
void ggov_roles_dialog_show (GtkWidget   *page,
                             GgovSession *session);

G_END_DECLS
