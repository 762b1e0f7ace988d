/* ggov-joint-action-forms.h: entering a joint action, or a party, a step or an issue of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-issue.h"
#include "ggov-joint-action-line.h"
#include "ggov-joint-action.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* In all of these @page is asked for win.announce-change once it is done. */

/* @action: (nullable): NULL for another one */
void ggov_joint_action_form_show      (GtkWidget           *page,
                                       GgovSession         *session,
                                       GgovJointAction     *action);

/* @kind: "party", "step" or "issue"; @line: (nullable): NULL for another one */
void ggov_joint_action_line_form_show (GtkWidget           *page,
                                       GgovSession         *session,
                                       GgovJointAction     *action,
                                       const char          *kind,
                                       GgovJointActionLine *line);

/* Which of the actions that go on an issue is to be part of. @actions: (element-type GgovJointAction) */
void ggov_joint_action_join_form_show (GtkWidget           *page,
                                       GgovSession         *session,
                                       GListModel          *actions,
                                       GgovIssue           *issue);

G_END_DECLS
