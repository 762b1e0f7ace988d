/* ggov-appoint-dialog.h: asks who is to have a vacant post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"
#include "ggov-vacancy.h"

G_BEGIN_DECLS

/**
 * ggov_appoint_dialog_show:
 * @page: asked for win.announce-change once it is done
 *
 * Shows the dialog over @page's window: people near the place first, or somebody new. What a rule
 * of the role stands against is said in it, and it stays.
 */
void ggov_appoint_dialog_show (GtkWidget   *page,
                               GgovSession *session,
                               GgovVacancy *vacancy);

G_END_DECLS
