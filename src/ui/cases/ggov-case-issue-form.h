/* ggov-case-issue-form.h: choosing the issue that a case is of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/* Asks for an issue, then @page for "cases.show-case". @view: "disputes" or "structures" */
void ggov_case_issue_form_show (GtkWidget   *page,
                                GgovSession *session,
                                const char  *view);

G_END_DECLS
