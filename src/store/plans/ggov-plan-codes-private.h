/* ggov-plan-codes-private.h: codes for the grids that a plan makes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft-private.h"

G_BEGIN_DECLS

/**
 * _ggov_plan_list_codes:
 * @draft: a draft with borders
 *
 * Codes for the draft's grids that have none: in the order in which one reads, above the highest
 * that any grid of the community ever had, be it given up since or taken back.
 *
 * Source: the form of the Beijing unit-grid standard, as in ggov-place-code.h.
 *
 * Returns: (transfer full) (element-type gint64 utf8): by the grids' numbers; or NULL with @error
 *   set, GGOV_STORE_ERROR_REFUSED where the community's 999 codes are used up
 */
GHashTable *_ggov_plan_list_codes (GgovDb     *db,
                                   GgovDraft  *draft,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
