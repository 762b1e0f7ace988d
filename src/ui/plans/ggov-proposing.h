/* ggov-proposing.h: several proposals worked out off the main thread, one after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-division.h"
#include "ggov-geo-sketch.h"

G_BEGIN_DECLS

/**
 * GgovProposed:
 *
 * A proposal that was worked out, as a row of a list.
 */
#define GGOV_TYPE_PROPOSED (ggov_proposed_get_type ())

G_DECLARE_FINAL_TYPE (GgovProposed, ggov_proposed, GGOV, PROPOSED, GObject)

/* (transfer none) */
const GgovDivision *ggov_proposed_get_division (GgovProposed *self);
/* (transfer none): with the borders there were, and the grids' names */
GgovGeoSketch      *ggov_proposed_get_sketch   (GgovProposed *self);

/**
 * GgovProposing:
 *
 * One run. Signals on the main thread: "progress" (a double, 0 to 1), "found" (a GgovProposed), and
 * last of all "ended" (a GError, or NULL): G_IO_ERROR_CANCELLED where it was stopped.
 */
#define GGOV_TYPE_PROPOSING (ggov_proposing_get_type ())

G_DECLARE_FINAL_TYPE (GgovProposing, ggov_proposing, GGOV, PROPOSING, GObject)

/**
 * ggov_proposing_new:
 * @befores: (element-type GgovDraft): as ggov_division_propose() takes them
 * @terms: (element-type GgovDistrictingTerms): one for each proposal
 *
 * Begins; whoever listens connects before the main loop runs again.
 */
GgovProposing *ggov_proposing_new  (GPtrArray     *befores,
                                    GArray        *terms) G_GNUC_WARN_UNUSED_RESULT;

/* What was found is kept; "ended" follows within some tenths of a second. */
void           ggov_proposing_stop (GgovProposing *self);

G_END_DECLS
