/* ggov-window.h: one office on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-application.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_WINDOW (ggov_window_get_type ())

G_DECLARE_FINAL_TYPE (GgovWindow, ggov_window, GGOV, WINDOW, AdwApplicationWindow)

GgovWindow  *ggov_window_new           (GgovApplication *app) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_window_open:
 * @path: file name of an office, in the GLib file name encoding
 * @flags: GGOV_STORE_CREATE to make an empty one; GGOV_STORE_DESK is added
 * @today: (nullable): the ISO day it is looked at, or NULL for the clock's
 *
 * Closes the office that is open and opens another. What is wrong with it is told in the window.
 */
void         ggov_window_open          (GgovWindow      *self,
                                        const char      *path,
                                        GgovStoreFlags   flags,
                                        const char      *today);

/* Opens the office that was opened last, or shows the welcome if there is none. */
void         ggov_window_open_last     (GgovWindow      *self,
                                        const char      *today);

/* Opens the demo office; makes it first if there is none yet. */
void         ggov_window_open_demo     (GgovWindow      *self,
                                        const char      *today);

/* (transfer full): the demo office's file name, in the GLib file name encoding */
char        *ggov_window_dup_demo_path (void) G_GNUC_WARN_UNUSED_RESULT;

/* Closes the office and shows what can be opened. */
void         ggov_window_show_welcome  (GgovWindow      *self);

/* (nullable): NULL while no office is open */
GgovSession *ggov_window_get_session   (GgovWindow      *self);

/* Whether the office that was asked for cannot be opened; the window says why. */
gboolean     ggov_window_has_failed    (GgovWindow      *self);

/* The file name of the office that is open or opening; (nullable) */
const char  *ggov_window_get_path      (GgovWindow      *self);

/* Shows a page: overview, map, roster, issues or points. It is made when it is first shown. */
void         ggov_window_show_page     (GgovWindow      *self,
                                        const char      *name);

G_END_DECLS
