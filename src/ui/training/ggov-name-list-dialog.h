/* ggov-name-list-dialog.h: puts a pasted list of people on the list of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/**
 * ggov_name_list_dialog_show:
 * @page: over whose window it stands; asked for win.announce-change once it is done
 *
 * Asks for names and phones, a line a person, and whether they were there. Lines of which it is not
 * clear who is meant are named, and nobody is entered until all are clear.
 */
void ggov_name_list_dialog_show (GtkWidget           *page,
                                 GgovSession         *session,
                                 GgovTrainingSession *training);

G_END_DECLS
