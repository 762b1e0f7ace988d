/* ggov-ctl-import.h: what an import tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-import-datum-look.h"
#include "ggov-import-report.h"

G_BEGIN_DECLS

/**
 * ggov_ctl_import_print:
 * @look: (nullable): over the known buildings
 * @datum: the one that was taken
 *
 * Prints counts, plans and problems, each problem with the rows that have it: as lines with the first
 * of its rows, or as one JSON document with all of them.
 */
void ggov_ctl_import_print (GgovCtl                   *ctl,
                            const GgovImportReport    *report,
                            const GgovImportDatumLook *look,
                            GgovGeoDatum               datum);

G_END_DECLS
