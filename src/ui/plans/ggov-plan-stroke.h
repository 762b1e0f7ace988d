/* ggov-plan-stroke.h: what a stroke of the brush makes of a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft.h"

G_BEGIN_DECLS

/**
 * ggov_plan_stroke_paint:
 * @building_ids: (array length=n): buildings of the community
 * @n: at least 1
 * @number: the grid they go to; one that the draft has not is a new grid
 * @error: GGOV_STORE_ERROR_REFUSED with a translated sentence where the draft cannot be drawn so;
 *   or another GgovGeoError
 *
 * Moves buildings into a grid, in whatever order they come to stand beside it, and draws the
 * borders. For a new grid, and where nothing is drawn yet, all borders are traced anew. Some
 * milliseconds a building; any thread.
 *
 * Returns: (transfer full) (nullable): the state after; @draft itself where nothing is to be done;
 *   or NULL with @error set
 */
GgovDraft *ggov_plan_stroke_paint     (GgovDraft     *draft,
                                       const gint64  *building_ids,
                                       guint          n,
                                       gint64         number,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* The last digits of a grid's code, by which it is called within its community. */
const char *ggov_plan_stroke_get_sequence (const char *code);

/* (transfer full): how a grid of the draft is called: "013 友谊"; one it has not, "a new grid" */
char      *ggov_plan_stroke_dup_label (GgovDraft     *draft,
                                       gint64         number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
