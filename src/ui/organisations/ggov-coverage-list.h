/* ggov-coverage-list.h: what the organisations leave open, each with what ends it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-coverage-gap.h"

G_BEGIN_DECLS

#define GGOV_TYPE_COVERAGE_LIST (ggov_coverage_list_get_type ())

/* Emits "deed" (GgovCoverageGap) once the user wants to end a finding. */
G_DECLARE_FINAL_TYPE (GgovCoverageList, ggov_coverage_list, GGOV, COVERAGE_LIST, AdwBin)

/* @rows: (element-type GgovCoverageGap) */
void ggov_coverage_list_set_rows (GgovCoverageList *self,
                                  GListModel       *rows);

G_END_DECLS
