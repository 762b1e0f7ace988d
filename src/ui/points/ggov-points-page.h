/* ggov-points-page.h: the points ledger: accounts, passbooks, awards and redemptions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_PAGE (ggov_points_page_get_type ())

/* Its writable property "session" is the GgovSession it shows, or NULL. */
G_DECLARE_FINAL_TYPE (GgovPointsPage, ggov_points_page, GGOV, POINTS_PAGE, AdwBin)

/* Selects an account: @kind is "account". */
void ggov_points_page_show_record (GtkWidget  *page,
                                   const char *kind,
                                   gint64      id);

G_END_DECLS
