/* ggov-organisation-pane.h: one organisation, what it has, and what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-organisation.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ORGANISATION_PANE (ggov_organisation_pane_get_type ())

/* Asks for organisations.change, organisations.end, organisations.add-line (s: kind of a line),
 * organisations.end-line (sxs: its kind and number, and what it is) and win.show-record. */
G_DECLARE_FINAL_TYPE (GgovOrganisationPane, ggov_organisation_pane, GGOV, ORGANISATION_PANE, AdwBin)

/* @organisation: (nullable): what is shown; @lines: (nullable) (element-type GgovOrganisationLine):
 * what it has, once it is known */
void ggov_organisation_pane_show (GgovOrganisationPane *self,
                                  GgovOrganisation     *organisation,
                                  GListModel           *lines);

G_END_DECLS
