/* ggov-utility-page.h: what a company supplies, and the utility problems that are its
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_UTILITY_PAGE (ggov_utility_page_get_type ())

/* Its actions are "utility.toggle" (s), a service, and "utility.give" (x), an issue. It asks for
 * win.announce-change, win.show-message and win.show-record. */
G_DECLARE_FINAL_TYPE (GgovUtilityPage, ggov_utility_page, GGOV, UTILITY_PAGE, AdwBin)

/* @organisation_id: 0 for the problems that are nobody's */
GtkWidget *ggov_utility_page_new (GgovSession *session,
                                  gint64       organisation_id);

G_END_DECLS
