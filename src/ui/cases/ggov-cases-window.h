/* ggov-cases-window.h: disputes, structures, joint actions and utility problems, each in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CASES_WINDOW (ggov_cases_window_get_type ())

G_DECLARE_FINAL_TYPE (GgovCasesWindow, ggov_cases_window, GGOV, CASES_WINDOW, AdwWindow)

/* Lists; a case that is opened stands in their place until one goes back.
 *
 * @parent: asked for win.announce-change, win.undo, win.print-paper and win.show-record */
GgovCasesWindow *ggov_cases_window_new    (GtkWindow       *parent,
                                           GgovSession     *session);

/* @view: "disputes", "structures", "joint-actions" or "utilities" */
void             ggov_cases_window_choose (GgovCasesWindow *self,
                                           const char      *view);

/* Opens a case. @id: of the issue of a dispute or of structures, of the action, or of the company */
void             ggov_cases_window_show_case (GgovCasesWindow *self,
                                              const char      *view,
                                              gint64           id);

G_END_DECLS
