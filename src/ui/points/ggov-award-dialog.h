/* ggov-award-dialog.h: gives a person points for an activity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_AWARD_DIALOG (ggov_award_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovAwardDialog, ggov_award_dialog, GGOV, AWARD_DIALOG, AdwWindow)

/**
 * GgovAwardDialog::awarded:
 * @self: the dialog, which is about to close
 * @sentence: what was done, translated
 * @transfer_id: by which it can be reversed
 */

/* Its action "award.apply" gives the points; what refuses them is said in the dialog. */
GgovAwardDialog *ggov_award_dialog_new        (GtkWindow       *parent,
                                               GgovSession     *session);

/* Chooses whom the points are for; @detail tells the person from others of the name. */
void             ggov_award_dialog_set_person (GgovAwardDialog *self,
                                               gint64           person_id,
                                               const char      *name,
                                               const char      *detail);

G_END_DECLS
