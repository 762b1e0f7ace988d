/* ggov-residents-page.h: the register of residents: who lives where, and what is known of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-residents-list.h"

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENTS_PAGE (ggov_residents_page_get_type ())

/* Its writable property "session" is the GgovSession it shows, or NULL; "view" is "register" or
 * "visits". */
G_DECLARE_FINAL_TYPE (GgovResidentsPage, ggov_residents_page, GGOV, RESIDENTS_PAGE, AdwBin)

/* Selects a resident: @kind is "resident", @id the number of the person. */
void               ggov_residents_page_show_record (GtkWidget         *page,
                                                    const char        *kind,
                                                    gint64             id);

/* (transfer none): its table */
GgovResidentsList *ggov_residents_page_get_list    (GgovResidentsPage *self);

G_END_DECLS
