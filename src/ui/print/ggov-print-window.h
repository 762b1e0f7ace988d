/* ggov-print-window.h: the office's papers, looked at and printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-paper.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PRINT_WINDOW (ggov_print_window_get_type ())

/* A list of papers, the options that the chosen one takes, and its pages. */
G_DECLARE_FINAL_TYPE (GgovPrintWindow, ggov_print_window, GGOV, PRINT_WINDOW, AdwWindow)

/* @parent: asked for win.show-message once a file is written */
GgovPrintWindow *ggov_print_window_new    (GtkWindow       *parent,
                                           GgovSession     *session);

/**
 * ggov_print_window_choose:
 * @name: of the paper
 * @wishes: (nullable): a vardict of what it is to be printed of: "place", "day", "role", "text" (s)
 *   and "record" (x), as in GgovPaperOptions
 *
 * Shows a paper.
 */
void             ggov_print_window_choose (GgovPrintWindow *self,
                                           const char      *name,
                                           GVariant        *wishes);

/* Writes the paper that is shown to a file, as if it had been named in the dialog. */
void             ggov_print_window_write  (GgovPrintWindow *self,
                                           const char      *path);

/* How many pages the paper has that is shown; 0 while there is none. */
guint            ggov_print_window_get_n_pages (GgovPrintWindow *self);

G_END_DECLS
