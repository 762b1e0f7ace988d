/* ggov-changes-page.h: the log of what was done, each line to be taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_CHANGES_PAGE (ggov_changes_page_get_type ())

/* Its writable property "session" is the GgovSession it shows, or NULL. */
G_DECLARE_FINAL_TYPE (GgovChangesPage, ggov_changes_page, GGOV, CHANGES_PAGE, AdwBin)

G_END_DECLS
