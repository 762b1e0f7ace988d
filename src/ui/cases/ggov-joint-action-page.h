/* ggov-joint-action-page.h: a joint action: its parties, steps, issues and result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_JOINT_ACTION_PAGE (ggov_joint_action_page_get_type ())

/* Its actions are "joint.edit", "joint.print", "joint.add-party", "joint.add-step", "joint.add-issue",
 * "joint.edit-line" (sx) and "joint.remove-line" (sx): kind and number of a line. It asks for
 * win.announce-change, win.show-message, win.show-record and win.print-paper. */
G_DECLARE_FINAL_TYPE (GgovJointActionPage, ggov_joint_action_page, GGOV, JOINT_ACTION_PAGE, AdwBin)

GtkWidget *ggov_joint_action_page_new (GgovSession *session,
                                       gint64       action_id);

G_END_DECLS
