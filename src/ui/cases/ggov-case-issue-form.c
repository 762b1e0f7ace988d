/* ggov-case-issue-form.c: choosing the issue that a case is of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-issue-form.h"
#include "ggov-case-pick.h"
#include "ggov-form-dialog.h"

typedef struct
{
  GtkWidget  *page; /* (unowned): the dialog's */
  const char *view;
  GtkWidget  *pick;
} Rows;

static void
open_case (GgovFormDialog *dialog,
           gpointer        data)
{
  const Rows *rows = data;
  gint64 id = ggov_case_pick_require (GGOV_CASE_PICK (rows->pick));

  if (id == 0)
    return;

  gtk_widget_activate_action (rows->page, "cases.show-case", "(sx)", rows->view, id);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
ggov_case_issue_form_show (GtkWidget   *page,
                           GgovSession *session,
                           const char  *view)
{
  Rows *rows = g_new0 (Rows, 1);
  gboolean is_dispute = g_str_equal (view, "disputes");
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, is_dispute ? _("Mediate a Dispute")
                                                                           : _("New Structure"),
                                                 _("_Go On"), NULL, open_case, rows, g_free);

  rows->page = page;
  rows->view = is_dispute ? "disputes" : "structures";
  rows->pick = ggov_case_pick_new (session, GGOV_CASE_PICK_ISSUE, _("Issue: number or words of it"));
  ggov_form_dialog_add (dialog, rows->pick);
  ggov_form_dialog_add_hint (dialog, is_dispute
    ? _("An issue whose case type is a dispute; file the issue first where there is none.")
    : _("An issue whose case type is about structures; file the issue first where there is none."));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 480, 320);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->pick);
}
