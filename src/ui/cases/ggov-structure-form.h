/* ggov-structure-form.h: entering a structure, or changing one; adding photos of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-issue.h"
#include "ggov-session.h"
#include "ggov-structure.h"

G_BEGIN_DECLS

/* @page: asked for win.announce-change once it is done; @issue: whose structure it is; @structure:
 * (nullable): NULL for another one. */
void ggov_structure_form_show        (GtkWidget     *page,
                                      GgovSession   *session,
                                      GgovIssue     *issue,
                                      GgovStructure *structure);

/* Photos by file, by paste or by drop, through the confined reader. They are of afterwards where the
 * structure is down, unless the user says otherwise. */
void ggov_structure_photos_form_show (GtkWidget     *page,
                                      GgovSession   *session,
                                      GgovStructure *structure);

G_END_DECLS
