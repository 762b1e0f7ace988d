/* ggov-overview-page.h: the office at a glance, and what asks for attention today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_OVERVIEW_PAGE (ggov_overview_page_get_type ())

/* Its writable property "session" is the GgovSession it shows, or NULL. */
G_DECLARE_FINAL_TYPE (GgovOverviewPage, ggov_overview_page, GGOV, OVERVIEW_PAGE, AdwBin)

G_END_DECLS
