/* ggov-draft-places.h: what the map shows while a draft is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft.h"
#include "ggov-places.h"

G_BEGIN_DECLS

/**
 * ggov_draft_new_places:
 * @office: the places of the office; what does not differ is shared with them
 *
 * The places as the draft has them: its community's grids under their numbers in the draft, and no
 * others. A grid without a code has its number in the draft where others have their code. A
 * building that @office does not know is left out. Two passes over the buildings; any thread.
 */
GgovPlaces *ggov_draft_new_places (GgovDraft  *self,
                                   GgovPlaces *office) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
