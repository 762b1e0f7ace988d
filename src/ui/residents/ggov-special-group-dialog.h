/* ggov-special-group-dialog.h: dialogs about who is in a special group, and who looks after them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-resident-sheet.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* Asks for the group, since when, how often they are visited and by whom; who is in it already gets
 * these terms. @page: over whose window it stands */
void ggov_special_group_dialog_show_join  (GtkWidget         *page,
                                           GgovSession       *session,
                                           GgovResidentSheet *sheet);

/* Asks for the last day in a group. @group: its code; @label: (nullable): what it is called, where that
 * may be seen */
void ggov_special_group_dialog_show_leave (GtkWidget         *page,
                                           GgovSession       *session,
                                           GgovResidentSheet *sheet,
                                           const char        *group,
                                           const char        *label);

G_END_DECLS
