/* ggov-training-window.h: courses, sessions, who was there, and who lacks what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_TRAINING_WINDOW (ggov_training_window_get_type ())

/* A window over the office's, to which it passes on what it was asked for: "win.announce-change" and
 * "win.show-message" are told here, in toasts. */
G_DECLARE_FINAL_TYPE (GgovTrainingWindow, ggov_training_window, GGOV, TRAINING_WINDOW, AdwWindow)

GgovTrainingWindow *ggov_training_window_new          (GtkWindow          *parent,
                                                       GgovSession        *session);

/* @table: "gaps", "sessions" or "courses" */
void                ggov_training_window_show_table   (GgovTrainingWindow *self,
                                                       const char         *table);

/* Shows one session. */
void                ggov_training_window_show_session (GgovTrainingWindow *self,
                                                       gint64              session_id);

G_END_DECLS
