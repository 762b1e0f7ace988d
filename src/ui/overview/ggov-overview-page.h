/* ggov-overview-page.h: the office at a glance, and what asks for attention today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_OVERVIEW_PAGE (ggov_overview_page_get_type ())

/* Its writable property "session" is the GgovSession it shows, or NULL. */
G_DECLARE_FINAL_TYPE (GgovOverviewPage, ggov_overview_page, GGOV, OVERVIEW_PAGE, AdwBin)

/**
 * ggov_overview_page_ask_early:
 *
 * Begins to ask the store what a page with this session will show. May be called before there is a
 * display; the first page that is given @session reads the answers.
 */
void ggov_overview_page_ask_early (GgovSession *session);

G_END_DECLS
