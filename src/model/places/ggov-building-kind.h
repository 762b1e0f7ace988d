/* ggov-building-kind.h: what a building is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovBuildingKind:
 *
 * In the store as "residential", "shop", "office", "school", "medical", "industrial", "other".
 */
typedef enum
{
  GGOV_BUILDING_RESIDENTIAL,
  GGOV_BUILDING_SHOP,
  GGOV_BUILDING_OFFICE,
  GGOV_BUILDING_SCHOOL,
  GGOV_BUILDING_MEDICAL,
  GGOV_BUILDING_INDUSTRIAL,
  GGOV_BUILDING_OTHER,
} GgovBuildingKind;

#define GGOV_BUILDING_N_KINDS (GGOV_BUILDING_OTHER + 1)

/**
 * ggov_building_kind_from_code:
 * @code: (nullable): as in the store
 *
 * Returns: the kind, GGOV_BUILDING_OTHER for a word that is none
 */
GgovBuildingKind  ggov_building_kind_from_code (const char       *code);
const char       *ggov_building_kind_get_code  (GgovBuildingKind  kind);

/* What it is called in the user's language. */
const char       *ggov_building_kind_get_label (GgovBuildingKind  kind);

/**
 * ggov_building_dup_label:
 * @compound: (nullable): the compound it stands in
 * @number: (nullable): as on the door
 * @name: (nullable): its own
 *
 * Returns: (transfer full): what the building is called, in one line; never empty
 */
char             *ggov_building_dup_label      (const char *compound,
                                                const char *number,
                                                const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
