/* ggov-search-box.h: the entry in the header bar that finds people, buildings and issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_SEARCH_BOX (ggov_search_box_get_type ())

/* Its writable property "session" is the GgovSession it searches, or NULL. What is chosen it hands
 * to the action win.show-record. */
G_DECLARE_FINAL_TYPE (GgovSearchBox, ggov_search_box, GGOV, SEARCH_BOX, AdwBin)

/* Puts the cursor into the entry and selects what is there. */
void ggov_search_box_start (GgovSearchBox *self);

G_END_DECLS
