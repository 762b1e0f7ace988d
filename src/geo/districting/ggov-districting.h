/* ggov-districting.h: a community divided into grids of about as many households
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/**
 * GgovDistrictingBuilding:
 * @id: unique among the buildings of a place
 * @households: that live in it; 0 where nobody does
 * @footprint: (unowned): WKB polygon or multipolygon, longitude then latitude in degrees
 * @compound_id: the compound it stands in, to be kept together where that can be; 0: none
 * @grid_id: the grid it is in by the plan in force; 0: none
 */
typedef struct
{
  gint64 id;
  guint households;
  GBytes *footprint;
  gint64 compound_id;
  gint64 grid_id;
} GgovDistrictingBuilding;

/**
 * GgovDistrictingPlace:
 * @border: (unowned): the community's border: WKB polygon, longitude then latitude in degrees
 * @buildings: (unowned) (array length=n_buildings): all buildings of the community
 * @n_buildings: how many; nothing comes of a place without any
 * @streets: (unowned) (nullable): WKB lines, all streets; may reach beyond the community
 * @main_streets: (unowned) (nullable): WKB lines, those of @streets that no grid should cross
 *
 * A community as districting sees it.
 */
typedef struct
{
  GBytes *border;
  const GgovDistrictingBuilding *buildings;
  guint n_buildings;
  GBytes *streets;
  GBytes *main_streets;
} GgovDistrictingPlace;

/**
 * GgovDistrictingMode:
 * @GGOV_DISTRICTING_DIVIDE: new grids of about @target households, whatever there was before
 * @GGOV_DISTRICTING_REBALANCE: the plan in force, changed for as few households as possible so
 *   that every grid has @least to @most of them. Where there are too many households for the
 *   grids there come new ones; where there are too few for them, the smallest are given up.
 */
typedef enum
{
  GGOV_DISTRICTING_DIVIDE,
  GGOV_DISTRICTING_REBALANCE,
} GgovDistrictingMode;

/**
 * GgovDistrictingEmphasis:
 * @GGOV_DISTRICTING_EMPHASIS_NONE: shapes, streets and compounds as they usually weigh
 * @GGOV_DISTRICTING_EMPHASIS_SHAPE: compact grids before all
 * @GGOV_DISTRICTING_EMPHASIS_STREETS: no grid across a main street, no compound in two grids,
 *   before all
 *
 * What weighs more than usual beside the size of grids.
 */
typedef enum
{
  GGOV_DISTRICTING_EMPHASIS_NONE,
  GGOV_DISTRICTING_EMPHASIS_SHAPE,
  GGOV_DISTRICTING_EMPHASIS_STREETS,
} GgovDistrictingEmphasis;

/**
 * GgovDistrictingTerms:
 * @mode: what is wanted
 * @target: households a grid should have, at least 1
 * @least: households a grid must have, not above @target
 * @most: households a grid may have, not below @target
 * @n_grids: how many grids to divide a place into, besides locked ones; 0: as @target asks for
 * @n_proposals: how many different proposals are wanted for a place, at least 1
 * @seed: another seed gives other proposals
 * @n_threads: how many to use; 0: one for each processor
 * @locked: (unowned) (array length=n_locked): ids of grids in force to be left as they are
 * @n_locked: how many
 * @emphasis: what weighs more than usual
 */
typedef struct
{
  GgovDistrictingMode mode;
  guint target;
  guint least;
  guint most;
  guint n_grids;
  guint n_proposals;
  guint32 seed;
  guint n_threads;
  const gint64 *locked;
  guint n_locked;
  GgovDistrictingEmphasis emphasis;
} GgovDistrictingTerms;

/* Grids of 400 households, 300 to 500; one proposal; seed 1; all processors; none locked; weighed
 * as usual. */
#define GGOV_DISTRICTING_TERMS_INIT \
  { GGOV_DISTRICTING_DIVIDE, 400, 300, 500, 0, 1, 1, 0, NULL, 0, GGOV_DISTRICTING_EMPHASIS_NONE }

/**
 * GgovDistrictingReason:
 * @GGOV_DISTRICTING_REASON_NONE: the grid is as it should be
 * @GGOV_DISTRICTING_REASON_BUILDING: one building alone has more households than a grid may have
 * @GGOV_DISTRICTING_REASON_TOTAL: there are too few or too many households for so many grids
 * @GGOV_DISTRICTING_REASON_LOCKED: it is locked
 * @GGOV_DISTRICTING_REASON_SIZES: no better division into whole buildings was found
 *
 * Why a grid is not within a tenth of the target, or, where the plan in force is rebalanced, not
 * within the band.
 */
typedef enum
{
  GGOV_DISTRICTING_REASON_NONE,
  GGOV_DISTRICTING_REASON_BUILDING,
  GGOV_DISTRICTING_REASON_TOTAL,
  GGOV_DISTRICTING_REASON_LOCKED,
  GGOV_DISTRICTING_REASON_SIZES,
} GgovDistrictingReason;

/**
 * ggov_districting_reason_to_nick:
 *
 * Returns: (transfer none): a stable English word for machines: "building", "total" and so on;
 *   "none" where there is no reason
 */
const char *ggov_districting_reason_to_nick (GgovDistrictingReason reason);

/**
 * GgovProposedGrid:
 * @id: that of the grid in force which it goes on from; else a number above those of all grids in
 *   force
 * @is_new: whether no grid in force goes on in it
 * @households: that live in it
 * @n_buildings: it has
 * @area_m2: its ground
 * @compactness: 4 π area / perimeter² (Polsby and Popper) of its border as drawn: 1 for a circle
 * @crossed_m: metres of main street inside it that part its buildings
 * @is_locked: whether it was to be left as it is
 * @reason: why it is not of the size it should have
 * @building_id: the building at fault, where that is the reason; else 0
 */
typedef struct
{
  gint64 id;
  gboolean is_new;
  guint households;
  guint n_buildings;
  double area_m2;
  double compactness;
  double crossed_m;
  gboolean is_locked;
  GgovDistrictingReason reason;
  gint64 building_id;
} GgovProposedGrid;

/**
 * GgovProposedMove:
 * @building: index among the buildings of the place
 * @households: that get another grid
 * @from_id: the grid in force
 * @to_id: the grid proposed
 */
typedef struct
{
  guint building;
  guint households;
  gint64 from_id;
  gint64 to_id;
} GgovProposedMove;

/**
 * GgovProposal:
 * @grid_ids: (array length=n_buildings): each building's grid; 0 where it does not stand in the
 *   community
 * @n_buildings: as in the place
 * @grids: (element-type GgovProposedGrid): by ascending id
 * @moves: (element-type GgovProposedMove): by building; those that had no grid are not in it
 * @subdivision: the borders; they tile the community exactly
 * @max_deviation: the largest share by which a grid is off the target
 * @within_5: the share of grids off by at most 5 %
 * @within_10: the share of grids off by at most 10 %
 * @within_band: the share of grids that have @least to @most households
 * @compactness: the mean of the grids'
 * @n_crossing: grids on both sides of a main street (5 m of it or more)
 * @n_parted: compounds in more than one grid
 * @moved_households: the sum over @moves
 * @n_left_out: buildings that do not stand in the community
 * @n_too_few: how many grids less than asked for there are, for want of buildings
 * @n_given_up: how many grids in force were given up because there are too few households for all
 *
 * Locked grids count in none of the shares and means. Owned by the caller, changed by nobody.
 */
typedef struct
{
  gint64 *grid_ids;
  guint n_buildings;
  GArray *grids;
  GArray *moves;
  GgovGeoSubdivision *subdivision;
  double max_deviation;
  double within_5;
  double within_10;
  double within_band;
  double compactness;
  guint n_crossing;
  guint n_parted;
  guint moved_households;
  guint n_left_out;
  guint n_too_few;
  guint n_given_up;
} GgovProposal;

void ggov_proposal_free (GgovProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovProposal, ggov_proposal_free)

/**
 * GgovDistrictingOutcome:
 * @proposals: (nullable) (element-type GgovProposal): the best first; at least one, at most as
 *   many as were wanted
 * @error: (nullable): why there is none: GGOV_GEO_ERROR_SHAPE or _INVALID where a shape is at
 *   fault, GGOV_GEO_ERROR_REFUSED where the place cannot be divided: see
 *   ggov_geo_error_get_refusal()
 *
 * What came of one place.
 */
typedef struct
{
  GPtrArray *proposals;
  GError *error;
} GgovDistrictingOutcome;

/**
 * GgovDistrictingProgress:
 * @fraction: 0 to 1, never less than before
 *
 * Called on any of the threads at work, one at a time; to be brief.
 */
typedef void (*GgovDistrictingProgress) (double   fraction,
                                         gpointer user_data);

/**
 * ggov_districting_propose:
 * @places: (array length=n_places): communities, each divided by itself
 * @n_places: at least 1
 * @terms: what is wanted
 * @cancellable: (nullable): ends it within some hundredths of a second, with 10,000 buildings some
 *   tenths
 * @progress: (nullable) (scope call): told how far it has come
 * @error: G_IO_ERROR_CANCELLED; GGOV_GEO_ERROR_REFUSED where @terms contradict themselves; or NULL
 *
 * Divides communities into grids: whole buildings, each grid in one piece and around no other,
 * of equal size, compact, along main streets, with compounds kept together where that can be.
 *
 * The same input gives the same output on any number of threads. Half a millisecond to one a
 * building on one thread; blocks the calling thread, which should not be the main one.
 *
 * Source: plots are traded by simulated annealing (S. Kirkpatrick and others, Science 220, 1983)
 * from random trees cut into equal parts (D. DeFord and others, Recombination, Harvard Data
 * Science Review 3, 2021), with the limits on size drawn tighter as it cools.
 *
 * Returns: (transfer full) (nullable) (element-type GgovDistrictingOutcome): one for each place,
 *   or NULL with @error set
 */
GPtrArray *ggov_districting_propose (const GgovDistrictingPlace  *places,
                                     guint                        n_places,
                                     const GgovDistrictingTerms  *terms,
                                     GCancellable                *cancellable,
                                     GgovDistrictingProgress      progress,
                                     gpointer                     user_data,
                                     GError                     **error)
                                     G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
