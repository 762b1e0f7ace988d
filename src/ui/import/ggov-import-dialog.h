/* ggov-import-dialog.h: takes a foreign file into the office, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-exchange-import.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovImportDialog:
 *
 * Choose a file, say what it holds, see what an import would do, then let it be done. Reading and
 * writing are off the main loop, can be given up at any time, and keep nothing then.
 */
#define GGOV_TYPE_IMPORT_DIALOG (ggov_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovImportDialog, ggov_import_dialog, GGOV, IMPORT_DIALOG, AdwWindow)

/**
 * GgovImportDialog::imported:
 * @self: the dialog, which is about to close
 * @sentence: what was done, translated
 * @change_id: the change it was, or 0 if the office knew everything already
 */

GgovImportDialog *ggov_import_dialog_new       (GtkWindow        *parent,
                                                GgovSession      *session);

/* Begins with a file, as if it had been chosen; not while another is being worked on. */
void              ggov_import_dialog_take_file (GgovImportDialog *self,
                                                GFile            *file);

/* Takes the files that are chosen from now on for grids, which become drafts of plans. */
void              ggov_import_dialog_expect_grids (GgovImportDialog *self);

/* Takes the files that are chosen from now on for tables of this kind. */
void              ggov_import_dialog_expect_table (GgovImportDialog *self,
                                                   GgovImportKind    kind);

/* Whether a file of that name is a table, and none for the map. */
gboolean          ggov_import_dialog_is_table  (GFile            *file);

/* What was imported, once GgovImportDialog::imported tells of it. */
GgovImportKind    ggov_import_dialog_get_kind  (GgovImportDialog *self);

/* Gives up what is under way. */
void              ggov_import_dialog_stop      (GgovImportDialog *self);

/* (nullable): the first file of a drop, either GdkFileList or GFile. */
GFile            *ggov_import_dialog_get_dropped (const GValue   *value);

/* What a drop of a file brings: accepts both, gives GtkDropTarget::drop. */
GtkDropTarget    *ggov_import_dialog_new_drop_target (void);

G_END_DECLS
