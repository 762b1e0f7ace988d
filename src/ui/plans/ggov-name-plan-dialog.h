/* ggov-name-plan-dialog.h: asks what a plan is to be called, and what is to be noted of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-plan.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* @page: the widget that win.announce-change and win.show-message are asked of */
void ggov_name_plan_dialog_show (GtkWidget   *page,
                                 GgovSession *session,
                                 GgovPlan    *plan);

G_END_DECLS
