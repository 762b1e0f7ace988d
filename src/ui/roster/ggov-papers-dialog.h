/* ggov-papers-dialog.h: the papers of a post: seen, opened, copied, added, taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-post.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* @page: over whose window it stands; asked for win.announce-change when something changed */
void ggov_papers_dialog_show (GtkWidget   *page,
                              GgovSession *session,
                              GgovPost    *post);

G_END_DECLS
