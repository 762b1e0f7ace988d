/* ggov-filing-map.h: a small map to point at where something is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-filing-place.h"

G_BEGIN_DECLS

#define GGOV_TYPE_FILING_MAP (ggov_filing_map_get_type ())

/* A click chooses the point; by keys the map is moved below a cross, and Enter or Space chooses
 * what is there. */
G_DECLARE_FINAL_TYPE (GgovFilingMap, ggov_filing_map, GGOV, FILING_MAP, AdwBin)

/* @place: (nullable): what is chosen, and what a click changes; NULL for an empty map */
void ggov_filing_map_set_place (GgovFilingMap   *self,
                                GgovFilingPlace *place);

/* Chooses what is there: pixels of the map. */
void ggov_filing_map_pick      (GgovFilingMap   *self,
                                double           x,
                                double           y);

G_END_DECLS
