/* ggov-ladder-list.h: what is to be done about issues as their time runs out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_ladder_list_show:
 * @page: over whose window it stands; asked for win.announce-change, win.print-paper and
 *   win.show-record
 *
 * Lists the reminders, notices and criticism that are due now, to be logged one by one or all at
 * once, and leads to the notices on paper.
 */
void ggov_ladder_list_show (GtkWidget   *page,
                            GgovSession *session);

G_END_DECLS
