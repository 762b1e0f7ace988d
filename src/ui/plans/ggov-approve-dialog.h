/* ggov-approve-dialog.h: asks from which day a plan is in force, and approves it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-draft.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_approve_dialog_show:
 * @page: the widget that the actions win.announce-change and map.close-plan are asked of
 * @findings: (nullable) (element-type GgovPlanFinding): by ggov_draft_validate(); while they are
 *   not known, the store tells what stands in the way
 *
 * Says what approval would change and what was found, and asks for the first day.
 */
void ggov_approve_dialog_show (GtkWidget   *page,
                               GgovSession *session,
                               GgovDraft   *draft,
                               GListModel  *findings);

G_END_DECLS
