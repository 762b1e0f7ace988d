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

/* @parent: asked for win.print-paper and win.show-record */
GgovCasesWindow *ggov_cases_window_new    (GtkWindow       *parent,
                                           GgovSession     *session);

/* @view: "disputes", "structures", "joint-actions" or "utilities" */
void             ggov_cases_window_choose (GgovCasesWindow *self,
                                           const char      *view);

G_END_DECLS
