/* ggov-structure-page.h: the structures of an issue: what was found, stopped and pulled down, photos
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_STRUCTURE_PAGE (ggov_structure_page_get_type ())

/* Its actions are "structure.add", "structure.edit" (x), "structure.remove" (x), "structure.add-photos"
 * (x), "structure.show-photo" (xss) and "structure.remove-photo" (x). It asks for win.announce-change,
 * win.show-message and win.show-record. */
G_DECLARE_FINAL_TYPE (GgovStructurePage, ggov_structure_page, GGOV, STRUCTURE_PAGE, AdwBin)

GtkWidget *ggov_structure_page_new (GgovSession *session,
                                    gint64       issue_id);

G_END_DECLS
