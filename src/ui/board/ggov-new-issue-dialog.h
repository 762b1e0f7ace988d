/* ggov-new-issue-dialog.h: asks for a new issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_NEW_ISSUE_DIALOG (ggov_new_issue_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovNewIssueDialog, ggov_new_issue_dialog, GGOV, NEW_ISSUE_DIALOG, AdwWindow)

/**
 * GgovNewIssueFunc:
 * @number: (nullable): what the office calls the issue that was filed, or NULL where none was
 */
typedef void (*GgovNewIssueFunc) (const char *number,
                                  gint64      issue_id,
                                  gint64      change_id,
                                  gpointer    user_data);

/**
 * ggov_new_issue_dialog_ask:
 * @parent: a widget of the window it belongs to
 * @grid_id: the grid that is chosen at first, or 0
 * @func: called once, when the dialog closes
 */
void ggov_new_issue_dialog_ask (GtkWidget        *parent,
                                GgovSession      *session,
                                gint64            grid_id,
                                GgovNewIssueFunc  func,
                                gpointer          user_data);

G_END_DECLS
