/* ggov-resident-merge.h: two records of the register side by side, which may be of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-register-catalogue.h"
#include "ggov-resident-sheet.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_resident_merge_show:
 * @page: over whose window the dialog stands
 * @sheet: the record that goes on
 * @whole: what is masked of it was revealed; of the other it is masked all the same
 *
 * Offers those who may be the same person, shows what is filled in of both and both histories, and
 * makes them one, or has it remembered that they are two.
 */
void ggov_resident_merge_show (GtkWidget              *page,
                               GgovSession            *session,
                               GgovRegisterCatalogue  *catalogue,
                               GgovResidentSheet      *sheet,
                               gboolean                whole);

G_END_DECLS
