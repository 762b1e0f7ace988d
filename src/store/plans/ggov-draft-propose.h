/* ggov-draft-propose.h: between a draft and what divides a community by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-districting.h"
#include "ggov-draft.h"

G_BEGIN_DECLS

/**
 * ggov_draft_dup_districting:
 * @place: (out caller-allocates): the draft's community as districting takes it; all of it belongs
 *   to the draft or to what is returned
 *
 * The ids of grids are the draft's numbers.
 *
 * Returns: (transfer full) (element-type GgovDistrictingBuilding): the buildings, in the order of
 *   the draft's
 */
GArray    *ggov_draft_dup_districting (GgovDraft            *self,
                                       GgovDistrictingPlace *place) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_draft_apply_proposal:
 * @proposal: of the place that ggov_draft_dup_districting() made of this very state
 *
 * Returns: (transfer full): the state with the proposal's grids; those that it says go on keep
 *   their codes and names
 */
GgovDraft *ggov_draft_apply_proposal  (GgovDraft            *self,
                                       const GgovProposal   *proposal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
