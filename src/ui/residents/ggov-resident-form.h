/* ggov-resident-form.h: a dialog in which what is known of a resident is changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-register-catalogue.h"
#include "ggov-resident-sheet.h"
#include "ggov-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ggov_resident_form_show:
 * @page: over whose window it stands
 * @whole: whether what is masked may be seen; else it may be typed anew only
 *
 * Asks for every field of the catalogue that is written with the resident, group by group, and writes
 * what is another as one change.
 */
void ggov_resident_form_show (GtkWidget             *page,
                              GgovSession           *session,
                              GgovRegisterCatalogue *catalogue,
                              GgovResidentSheet     *sheet,
                              gboolean               whole);

G_END_DECLS
