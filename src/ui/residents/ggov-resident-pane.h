/* ggov-resident-pane.h: one resident beside the list, as the catalogue of fields has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-register-catalogue.h"
#include "ggov-resident-sheet.h"

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENT_PANE (ggov_resident_pane_get_type ())

G_DECLARE_FINAL_TYPE (GgovResidentPane, ggov_resident_pane, GGOV, RESIDENT_PANE, AdwBin)

/**
 * ggov_resident_pane_show:
 * @sheet: (nullable): NULL shows nobody
 * @members: (nullable) (element-type GgovResident): of the household they live in
 * @whole: whether what is masked is shown
 */
void ggov_resident_pane_show (GgovResidentPane      *self,
                              GgovRegisterCatalogue *catalogue,
                              GgovResidentSheet     *sheet,
                              GListModel            *members,
                              gboolean               whole);

G_END_DECLS
