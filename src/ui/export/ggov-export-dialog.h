/* ggov-export-dialog.h: gives plans, grids, buildings or communities to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovExportDialog:
 *
 * Asks what, in which format and datum, and where to; then writes it, off the main loop, and can be
 * given up at any time: nothing is left behind then.
 */
#define GGOV_TYPE_EXPORT_DIALOG (ggov_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovExportDialog, ggov_export_dialog, GGOV, EXPORT_DIALOG, AdwWindow)

/**
 * GgovExportDialog::exported:
 * @self: the dialog, which is about to close
 * @sentence: what was written, translated
 */

GgovExportDialog *ggov_export_dialog_new   (GtkWindow        *parent,
                                            GgovSession      *session);

/* Offers the grids of one plan as well, and chooses them. */
void              ggov_export_dialog_choose_plan (GgovExportDialog *self,
                                                  gint64            plan_id,
                                                  const char       *name);

/* Writes what is chosen to a file, as if it had been named in the dialog. */
void              ggov_export_dialog_write (GgovExportDialog *self,
                                            GFile            *file);

G_END_DECLS
