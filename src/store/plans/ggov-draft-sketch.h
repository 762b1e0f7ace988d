/* ggov-draft-sketch.h: a small map of a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft.h"
#include "ggov-geo-sketch.h"

G_BEGIN_DECLS

/**
 * ggov_draft_sketch_into:
 * @with_before: whether to draw the borders that it is compared with, and which buildings move
 * @with_names: whether to write the grids' names: the ends of their codes
 *
 * Adds a draft's community to a sketch. Some milliseconds a grid; any thread.
 */
void ggov_draft_sketch_into (GgovDraft     *self,
                             GgovGeoSketch *sketch,
                             gboolean       with_before,
                             gboolean       with_names);

G_END_DECLS
