/* ggov-case-types-window.h: what issues can be about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CASE_TYPES_WINDOW (ggov_case_types_window_get_type ())

/* A window over the office's, to which it passes on what it was asked for: "win.announce-change" and
 * "win.show-message" are told here, in toasts. */
G_DECLARE_FINAL_TYPE (GgovCaseTypesWindow, ggov_case_types_window, GGOV, CASE_TYPES_WINDOW,
                      AdwWindow)

GgovCaseTypesWindow *ggov_case_types_window_new (GtkWidget   *parent,
                                                 GgovSession *session);

G_END_DECLS
