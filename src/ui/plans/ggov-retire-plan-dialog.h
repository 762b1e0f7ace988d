/* ggov-retire-plan-dialog.h: what it takes for a plan to be over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-plan.h"

G_BEGIN_DECLS

/**
 * ggov_retire_plan_dialog_show:
 * @page: what the dialog is before; asked by the actions map.open-plan and map.new-draft
 * @plan: an approved one of which no end is known
 * @plans: (element-type GgovPlan): those of its community
 *
 * A plan is over the day before another is in force. Says so, and opens a draft that may take its
 * place, or begins one.
 */
void ggov_retire_plan_dialog_show (GtkWidget  *page,
                                   GgovPlan   *plan,
                                   GListModel *plans);

G_END_DECLS
