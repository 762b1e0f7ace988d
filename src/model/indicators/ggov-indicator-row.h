/* ggov-indicator-row.h: the indicators of one grid, type, person or month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-indicator-tally.h"

G_BEGIN_DECLS

#define GGOV_TYPE_INDICATOR_ROW (ggov_indicator_row_get_type ())

G_DECLARE_FINAL_TYPE (GgovIndicatorRow, ggov_indicator_row, GGOV, INDICATOR_ROW, GObject)

/**
 * ggov_indicator_row_new:
 * @key: what the rows are told apart by, such as a grid's code; empty where an issue has none
 * @label: in the user's language
 */
GgovIndicatorRow        *ggov_indicator_row_new       (const char              *key,
                                                       const char              *label,
                                                       const GgovIndicatorSums *sums)
                                                       G_GNUC_WARN_UNUSED_RESULT;

const char              *ggov_indicator_row_get_key   (GgovIndicatorRow        *self);
const char              *ggov_indicator_row_get_label (GgovIndicatorRow        *self);
const GgovIndicatorSums *ggov_indicator_row_get_sums  (GgovIndicatorRow        *self);

G_END_DECLS
