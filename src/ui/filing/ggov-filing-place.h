/* ggov-filing-place.h: where the issue is that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-choice.h"
#include "ggov-places.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovFilingSpot:
 * @grid_id: the grid it is on, or 0: then it is nowhere that an issue can be filed for
 * @building_id: or 0
 * @has_point: whether the next two are known
 * @lon: degrees
 * @lat: degrees
 */
typedef struct
{
  gint64   grid_id;
  gint64   building_id;
  gboolean has_point;
  double   lon;
  double   lat;
} GgovFilingSpot;

#define GGOV_TYPE_FILING_PLACE (ggov_filing_place_get_type ())

/* Emits "changed" when it is elsewhere or called otherwise, "found" with places (a GListModel of
 * GgovChoice) for what was asked for, "near" (a GgovGeoBounds) when a place was chosen that is too
 * large for an issue: there one has to point further, and "loaded" when the map is there. */
G_DECLARE_FINAL_TYPE (GgovFilingPlace, ggov_filing_place, GGOV, FILING_PLACE, GObject)

GgovFilingPlace      *ggov_filing_place_new        (GgovSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Stops what is under way; nothing is emitted after that. */
void                  ggov_filing_place_close      (GgovFilingPlace *self);

/* (nullable) (transfer none): NULL until the map is read. */
GgovPlaces           *ggov_filing_place_get_places (GgovFilingPlace *self);

const GgovFilingSpot *ggov_filing_place_get_spot   (GgovFilingPlace *self);

/* (nullable) (transfer none): what stands in the field; NULL while nothing is chosen */
GgovChoice           *ggov_filing_place_get_choice (GgovFilingPlace *self);

/* (transfer full) (nullable): the grid, or a sentence that says why there is none. */
char                 *ggov_filing_place_dup_note   (GgovFilingPlace *self,
                                                    gboolean        *is_problem);

/* Where it is, in degrees, as the map has to show it; empty where nobody knows. */
GgovGeoBounds         ggov_filing_place_get_bounds (GgovFilingPlace *self);

/* Finds buildings, grids, compounds, communities and streets. */
void                  ggov_filing_place_search     (GgovFilingPlace *self,
                                                    const char      *typed);

/* One of what was found; NULL for nowhere. */
void                  ggov_filing_place_choose     (GgovFilingPlace *self,
                                                    GgovChoice      *choice);
void                  ggov_filing_place_choose_grid (GgovFilingPlace *self,
                                                     gint64           grid_id);

/* A point on the map, in degrees; the building there, if there is one. */
void                  ggov_filing_place_choose_point (GgovFilingPlace *self,
                                                      double           lon,
                                                      double           lat);

G_END_DECLS
