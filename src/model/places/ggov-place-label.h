/* ggov-place-label.h: how a building or unit is called in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_place_label_dup:
 * @compound: (nullable): the compound's name
 * @number: (nullable): the building's number as on the door, "3号楼" or "3"
 * @name: (nullable): the building's name; stands where there is no number
 * @unit: the unit's number, or 0 for the building as a whole
 *
 * The place in the user's language, such as 友谊小区3号楼2单元. A bare number gets its word.
 *
 * Returns: (transfer full): the label, never empty
 */
char *ggov_place_label_dup (const char *compound,
                            const char *number,
                            const char *name,
                            int         unit) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a door of a place that was made so, in the user's language: 3号楼2单元501 */
char *ggov_place_label_dup_door (const char *place,
                                 const char *door) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
