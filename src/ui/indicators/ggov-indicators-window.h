/* ggov-indicators-window.h: how the work on issues is judged, and what is learned from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_INDICATORS_WINDOW (ggov_indicators_window_get_type ())

G_DECLARE_FINAL_TYPE (GgovIndicatorsWindow, ggov_indicators_window, GGOV, INDICATORS_WINDOW, AdwWindow)

/* @parent: asked for win.announce-change, win.print-paper, win.show-record and win.undo */
GgovIndicatorsWindow *ggov_indicators_window_new    (GtkWindow            *parent,
                                                     GgovSession          *session);

/* @view: "indicators", "follow-up", "measures" or "replay" */
void                  ggov_indicators_window_choose (GgovIndicatorsWindow *self,
                                                     const char           *view);

G_END_DECLS
