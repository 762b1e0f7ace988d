/* ggov-dispute-page.h: a dispute: its mediation, parties, meetings and file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_DISPUTE_PAGE (ggov_dispute_page_get_type ())

/* Its actions are "dispute.edit", "dispute.add-party", "dispute.edit-party" (x), "dispute.remove-party"
 * (x), "dispute.add-meeting", "dispute.edit-meeting" (x), "dispute.remove-meeting" (x),
 * "dispute.tick-piece" (s) and "dispute.edit-piece" (s). It asks for win.announce-change,
 * win.show-message, win.show-record and win.print-paper. */
G_DECLARE_FINAL_TYPE (GgovDisputePage, ggov_dispute_page, GGOV, DISPUTE_PAGE, AdwBin)

GtkWidget *ggov_dispute_page_new (GgovSession *session,
                                  gint64       issue_id);

G_END_DECLS
