/* ggov-calendar-window.h: which days the office works, a year at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CALENDAR_WINDOW (ggov_calendar_window_get_type ())

G_DECLARE_FINAL_TYPE (GgovCalendarWindow, ggov_calendar_window, GGOV, CALENDAR_WINDOW, AdwWindow)

/**
 * ggov_calendar_window_new:
 * @page: over whose window it stands; asked for win.announce-change, win.undo-change and win.undo
 */
GgovCalendarWindow *ggov_calendar_window_new (GtkWidget   *page,
                                              GgovSession *session);

G_END_DECLS
