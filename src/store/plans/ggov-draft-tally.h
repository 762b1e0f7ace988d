/* ggov-draft-tally.h: what grids of a draft would hold while something is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft.h"

G_BEGIN_DECLS

/**
 * GgovDraftTally:
 * @number: a grid of a draft, one that is to be begun, or 0 for none
 */
typedef struct
{
  gint64       number;
  GgovDraftSum sum;
} GgovDraftTally;

/**
 * ggov_draft_tally_paint:
 * @buildings: (element-type guint): indices of buildings of other grids, each once
 * @number: the grid they are painted with
 * @tallies: (element-type GgovDraftTally) (inout): the caller's array, to be used again and again;
 *   emptied, then filled with what the grids concerned would hold, @number first
 *
 * The figures while painting: microseconds, once the draft was summed up. Issues that are on no
 * building stay where they are until the borders follow.
 */
void ggov_draft_tally_paint   (GgovDraft *self,
                               GArray    *buildings,
                               gint64     number,
                               GArray    *tallies);

/**
 * ggov_draft_tally_changes:
 * @before: another state of the same draft
 * @tallies: (element-type GgovDraftTally) (inout): filled with the grids of @self that hold other
 *   buildings, households, people or issues than in @before
 */
void ggov_draft_tally_changes (GgovDraft *self,
                               GgovDraft *before,
                               GArray    *tallies);

G_END_DECLS
