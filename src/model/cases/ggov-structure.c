/* ggov-structure.c: a structure that should not be there (违法建设)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-row-private.h"
#include "ggov-structure.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovStructureFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovStructureFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (row_version, "row-version"), NUMBER (issue_id, "issue-id"),
  NUMBER (grid_id, "grid-id"), NUMBER (lon_e7, "lon-e7"), NUMBER (lat_e7, "lat-e7"),
  NUMBER (area_cm2, "area-cm2"), NUMBER (is_measured, "is-measured"),
  NUMBER (demolished_cm2, "demolished-cm2"), NUMBER (n_before, "n-before"),
  NUMBER (n_after, "n-after"), NUMBER (is_open, "is-open"), TEXT (number, "number"),
  TEXT (type, "type"), TEXT (label, "label"), TEXT (builder, "builder"), TEXT (grid, "grid"),
  TEXT (place, "place"), TEXT (outline, "outline"), TEXT (found_on, "found-on"),
  TEXT (stopped_on, "stopped-on"), TEXT (demolished_on, "demolished-on"), TEXT (note, "note"),
  TEXT (state, "state"),
};

GGOV_DEFINE_CASE_ROW (GgovStructure, ggov_structure, GGOV_STRUCTURE, fields_of_row)
