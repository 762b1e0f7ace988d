/* ggov-new-office-dialog.h: what has to be known of an office before it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_NEW_OFFICE_DIALOG (ggov_new_office_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovNewOfficeDialog, ggov_new_office_dialog, GGOV, NEW_OFFICE_DIALOG,
                      AdwWindow)

/**
 * GgovNewOfficeDialog::described:
 * @self: the dialog, which is about to close
 * @name: of the sub-district
 * @code: of the sub-district, nine digits
 */
GgovNewOfficeDialog *ggov_new_office_dialog_new (GtkWindow *parent);

G_END_DECLS
