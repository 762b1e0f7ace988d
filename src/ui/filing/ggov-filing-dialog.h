/* ggov-filing-dialog.h: files a new issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_FILING_DIALOG (ggov_filing_dialog_get_type ())

/* Its actions are "filing.file", "filing.file-and-dispatch" and "filing.file-another". What is
 * missing is told where it is missing, and nothing that was typed is lost by it. */
G_DECLARE_FINAL_TYPE (GgovFilingDialog, ggov_filing_dialog, GGOV, FILING_DIALOG, AdwWindow)

/**
 * GgovFiled:
 * @sentence: what was done, in the user's words
 * @issue_id: the issue
 * @change_id: the change that did it
 * @is_last: whether the dialog closes now
 */
typedef struct
{
  const char *sentence;
  gint64      issue_id;
  gint64      change_id;
  gboolean    is_last;
} GgovFiled;

/* @filed: (nullable): what was done, good during the call; NULL at the very end, when the dialog is
 * gone */
typedef void (*GgovFilingFunc) (const GgovFiled *filed,
                                gpointer         user_data);

/**
 * ggov_filing_dialog_ask:
 * @parent: a widget of the window it belongs to
 * @grid_id: the grid that is chosen at first, or 0
 * @func: called for each issue that is filed, and at the end
 *
 * Returns: (transfer none): the dialog, which is shown
 */
GgovFilingDialog *ggov_filing_dialog_ask (GtkWidget      *parent,
                                          GgovSession    *session,
                                          gint64          grid_id,
                                          GgovFilingFunc  func,
                                          gpointer        user_data);

G_END_DECLS
