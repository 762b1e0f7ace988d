/* ggov-net-import-dialog.h: takes in an old net, or the people of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_NET_IMPORT_DIALOG (ggov_net_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetImportDialog, ggov_net_import_dialog, GGOV, NET_IMPORT_DIALOG,
                      AdwWindow)

/**
 * GgovNetImportDialog::imported:
 * @self: the dialog, which is about to close
 * @sentence: what was done, translated
 * @change_id: the change it was, or 0 if the office knew everything already
 */

/**
 * ggov_net_import_dialog_new:
 * @net: (nullable): the name of a net whose people are to come in; NULL for a net's grids
 */
GgovNetImportDialog *ggov_net_import_dialog_new       (GtkWindow           *parent,
                                                       GgovSession         *session,
                                                       const char          *net);

/* Begins with a file, as if it had been chosen. */
void                 ggov_net_import_dialog_take_file (GgovNetImportDialog *self,
                                                       GFile               *file);

G_END_DECLS
