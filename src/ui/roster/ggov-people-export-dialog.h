/* ggov-people-export-dialog.h: gives the roster, or a part of it, to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-people-export.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PEOPLE_EXPORT_DIALOG (ggov_people_export_dialog_get_type ())

/* Emits "exported" with a sentence once it is done, before it closes itself. */
G_DECLARE_FINAL_TYPE (GgovPeopleExportDialog, ggov_people_export_dialog, GGOV, PEOPLE_EXPORT_DIALOG,
                      AdwWindow)

/**
 * ggov_people_export_dialog_new:
 * @all: (element-type GgovRosterRow): what is shown, in its order
 * @chosen: (element-type GgovRosterRow): what of it is selected; may be empty
 * @request: the columns that are shown, the scope and the day; copied. Its file and format are asked for
 */
GtkWidget *ggov_people_export_dialog_new (GtkWidget              *page,
                                          GListModel             *all,
                                          GListModel             *chosen,
                                          const GgovPeopleExport *request);

G_END_DECLS
