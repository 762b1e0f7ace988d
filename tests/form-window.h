/* form-window.h: windows with forms over them, filled in as a user would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-form-dialog.h"

/* (nullable): a descendant by its buildable id; not within a list to choose from */
GtkWidget *form_window_find        (GtkWidget  *widget,
                                    const char *id);

/* (nullable): the row of a form with a title */
GtkWidget *form_window_find_row    (GtkWidget  *widget,
                                    const char *title);

/* (nullable) (transfer none): the first visible window of a type */
GtkWidget *form_window_find_window (GType       type);

/* The same, once it is there. */
GtkWidget *form_window_wait        (GType       type);

/* Writes in the row of a form. */
void       form_window_write       (GtkWidget  *form,
                                    const char *title,
                                    const char *text);

/* Accepts the form, and waits until it is done and gone; or until it says a sentence instead. */
void       form_window_accept      (GtkWidget  *form);
void       form_window_refuse      (GtkWidget  *form,
                                    const char *sentence);

/* Turns the main loop until a function says that it is so. */
void       form_window_until       (gboolean  (*is_so) (gpointer data),
                                    gpointer    data);
