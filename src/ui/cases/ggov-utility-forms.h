/* ggov-utility-forms.h: saying what a company supplies, and whose a utility problem is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/* In both @page is asked for win.announce-change once it is done. */

/* That an organisation supplies a service. */
void ggov_supply_form_show  (GtkWidget   *page,
                             GgovSession *session);

/* Of which company a problem is. @what: the issue, in words; @service: (nullable): code of its
 * GgovUtility, of whose companies one is chosen; NULL for any */
void ggov_company_form_show (GtkWidget   *page,
                             GgovSession *session,
                             gint64       issue_id,
                             const char  *what,
                             const char  *service);

G_END_DECLS
