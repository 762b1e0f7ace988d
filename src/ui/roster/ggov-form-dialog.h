/* ggov-form-dialog.h: a dialog of rows to fill in, which stays until it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_FORM_DIALOG (ggov_form_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovFormDialog, ggov_form_dialog, GGOV, FORM_DIALOG, AdwWindow)

/* Does what the form asks for; what is wrong is told by ggov_form_dialog_refuse(). */
typedef void (*GgovFormFunc) (GgovFormDialog *self,
                              gpointer        data);

/**
 * ggov_form_dialog_new:
 * @page: over whose window it stands; asked for win.announce-change once it is done
 * @accept: (nullable): on the button that does it; NULL for a form that only shows
 * @what: (nullable): what it is about
 * @func: (nullable): does it
 * @data: (transfer full) (nullable): for @func
 */
GgovFormDialog *ggov_form_dialog_new        (GtkWidget       *page,
                                             GgovSession     *session,
                                             const char      *title,
                                             const char      *accept,
                                             const char      *what,
                                             GgovFormFunc     func,
                                             gpointer         data,
                                             GDestroyNotify   free_data);

/* Marks the button that does it as one that ends something. */
void            ggov_form_dialog_set_ending (GgovFormDialog  *self);

/* Rows, from the top. */
GtkWidget      *ggov_form_dialog_add_entry  (GgovFormDialog  *self,
                                             const char      *title,
                                             const char      *text);
GtkWidget      *ggov_form_dialog_add_switch (GgovFormDialog  *self,
                                             const char      *title,
                                             gboolean         active);
GtkWidget      *ggov_form_dialog_add_combo  (GgovFormDialog  *self,
                                             const char      *title,
                                             const char *const *words,
                                             guint            selected);
/* (transfer none): a list below its title, in which something can be searched for; empty as yet */
GtkDropDown    *ggov_form_dialog_add_drop_down (GgovFormDialog *self,
                                             const char      *title);
/* @hint: small, in grey */
void            ggov_form_dialog_add_hint   (GgovFormDialog  *self,
                                             const char      *hint);
GtkWidget      *ggov_form_dialog_add_text   (GgovFormDialog  *self,
                                             const char      *title,
                                             const char      *text);
/* @row: one of its own */
void            ggov_form_dialog_add_row    (GgovFormDialog  *self,
                                             GtkWidget       *row);
/* @widget: below the rows */
void            ggov_form_dialog_add        (GgovFormDialog  *self,
                                             GtkWidget       *widget);

/* (transfer full): what is written in a row of add_entry() or add_text(), blanks at its ends aside */
char           *ggov_form_dialog_dup_text   (GtkWidget       *row);
gboolean        ggov_form_dialog_get_switch (GtkWidget       *row);

GgovSession    *ggov_form_dialog_get_session (GgovFormDialog *self);

/* (transfer full) (nullable): the ISO day in a row, or NULL once the user is asked to write one */
char           *ggov_form_dialog_dup_day    (GgovFormDialog  *self,
                                             GtkWidget       *row);

/* Says what is wrong; the dialog stays. */
void            ggov_form_dialog_refuse     (GgovFormDialog  *self,
                                             const char      *sentence);

/**
 * ggov_form_dialog_wait:
 * @done: (transfer full) (nullable): the sentence that tells of it once it is done
 *
 * Shows that the change is under way. Give ggov_form_dialog_finish_cb() and what this returns to the
 * call that makes it; or end it by ggov_form_dialog_end() where the call has an end of its own.
 *
 * Returns: (transfer full): the dialog
 */
gpointer        ggov_form_dialog_wait       (GgovFormDialog  *self,
                                             char            *done);
void            ggov_form_dialog_finish_cb  (GObject         *object,
                                             GAsyncResult    *result,
                                             gpointer         user_data);

/* @change_id: what was written, or 0 for nothing that could be undone; @error: (nullable): why not */
void            ggov_form_dialog_end        (GgovFormDialog  *self,
                                             gint64           change_id,
                                             const GError    *error);

G_END_DECLS
