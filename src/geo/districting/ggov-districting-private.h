/* ggov-districting-private.h: the steps from a community to grids of one size
 *
 * land:      the community as a graph: plots, what parts them, what goes around them
 * partition: which grid each plot is in, and what that costs
 * split:     a first division, cut out of random trees
 * trade:     plots change hands until nothing gets better
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-districting.h"
#include "ggov-geo-border-private.h"

G_BEGIN_DECLS

/* Numbers that look random and are the same everywhere. */
typedef struct
{
  guint64 state;
} GgovDistrictingRandom;

/* Source: G. L. Steele and others, Fast Splittable Pseudorandom Number Generators (2014). */
static inline guint64
_ggov_districting_random_next (GgovDistrictingRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/* @stream: what it is for, so that one run does not shake the others */
static inline GgovDistrictingRandom
_ggov_districting_random_new (guint32 seed,
                              guint32 stream)
{
  GgovDistrictingRandom self = { (guint64) seed << 32 | stream };

  self.state = _ggov_districting_random_next (&self);

  return self;
}

/* Returns: at least 0, below @n */
static inline guint
_ggov_districting_random_int (GgovDistrictingRandom *self,
                              guint                  n)
{
  return (_ggov_districting_random_next (self) >> 32) * n >> 32;
}

/* Returns: at least 0, below 1 */
static inline double
_ggov_districting_random_share (GgovDistrictingRandom *self)
{
  return (_ggov_districting_random_next (self) >> 11) * 0x1.0p-53;
}

/**
 * GgovDistrictingLink:
 * @other: the other plot
 * @border_m: length of the border between them, metres; more off streets, where it is less wanted
 * @main_m: how much of that runs along main streets
 */
typedef struct
{
  guint other;
  double border_m;
  double main_m;
} GgovDistrictingLink;

/**
 * GgovDistrictingTurn:
 * @other: the plot there, or GGOV_GEO_NONE outside the community
 * @before: index of the turn before
 * @is_joined: whether that one's plot and this one's have a border in common
 *
 * What comes next when one walks around a plot.
 */
typedef struct
{
  guint other;
  guint before;
  gboolean is_joined;
} GgovDistrictingTurn;

/**
 * GgovDistrictingPlot:
 * @households: that live there
 * @compound: index of the compound, or GGOV_GEO_NONE
 * @area_m2: its ground
 * @around_m: the length of all its borders, counted like that
 * @outer_m: how much of that is the community's border
 * @first_link: where its links begin
 * @first_turn: where its turns begin
 *
 * The ground of one building, or of several where one stands in the midst of another's.
 */
typedef struct
{
  guint households;
  guint compound;
  double area_m2;
  double around_m;
  double outer_m;
  guint first_link;
  guint first_turn;
} GgovDistrictingPlot;

/**
 * GgovDistrictingLand:
 * @plots: (array length=n + 1): the last only closes @first_link and @first_turn
 * @plot_of: (array length=n_buildings): a building's plot, or GGOV_GEO_NONE where it has none
 */
typedef struct
{
  GgovGeoGround *ground;
  GgovGeoPlots *faces;
  GgovGeoBuilding *buildings;
  guint n_buildings;
  guint *plot_of;
  guint n;
  GgovDistrictingPlot *plots;
  GgovDistrictingLink *links;
  GgovDistrictingTurn *turns;
  guint n_compounds;
} GgovDistrictingLand;

/* @stop: (nullable): asked while plots are cut; @error is G_IO_ERROR_CANCELLED then. */
GgovDistrictingLand *_ggov_districting_land_new  (const GgovDistrictingPlace  *place,
                                                  const GgovGeoStop           *stop,
                                                  GError                     **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void                 _ggov_districting_land_free (GgovDistrictingLand         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDistrictingLand, _ggov_districting_land_free)

static inline const GgovGeoFace *
_ggov_districting_land_face (const GgovDistrictingLand *self,
                             guint                      face)
{
  return &g_array_index (self->faces->faces, GgovGeoFace, face);
}

/* Adds to @plots those that hang together with the first of them and have the same grid. */
void                   _ggov_districting_land_gather         (const GgovDistrictingLand *self,
                                                              const guint               *grid_of,
                                                              gboolean                  *is_seen,
                                                              GArray                    *plots);
guint                  _ggov_districting_land_sum_households (const GgovDistrictingLand *self,
                                                              GArray                    *plots);

/* The steps of making it: borders between plots; plots that are part of another's, by the plot
 * that surrounds them, or themselves; turns. */
typedef struct _GgovDistrictingSurvey GgovDistrictingSurvey;

GgovDistrictingSurvey *_ggov_districting_survey_new  (GgovDistrictingLand    *land,
                                                      GBytes                 *main_streets_wkb,
                                                      GError                **error)
                                                      G_GNUC_WARN_UNUSED_RESULT;
void                   _ggov_districting_survey_free (GgovDistrictingSurvey  *self);
void                   _ggov_districting_survey_link (GgovDistrictingSurvey  *self);

/* Whether the ground of two buildings meets in more than a corner. */
gboolean               _ggov_districting_survey_is_contact (const GgovDistrictingSurvey *self,
                                                            guint                        one,
                                                            guint                        other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDistrictingSurvey, _ggov_districting_survey_free)

void                   _ggov_districting_land_find_enclosed (const GgovDistrictingLand *self,
                                                             guint                     *owner);
void                   _ggov_districting_land_set_turns     (GgovDistrictingLand       *self);

/* Returns: (nullable): the border between two plots, NULL where they have none */
const GgovDistrictingLink *
_ggov_districting_land_find_link (const GgovDistrictingLand *self,
                                  guint                      one,
                                  guint                      other);

/**
 * GgovDistrictingGoal:
 * @target: households a grid should have
 * @least: households a grid must have
 * @most: households a grid may have
 * @home: (nullable) (array): the grid each plot is in now, or GGOV_GEO_NONE; where it is given,
 *   grids have only to be between @least and @most, and plots should stay
 * @shape: how many times as much as usual shapes count
 * @streets: how many times as much streets and compounds do
 *
 * What a division is measured by.
 */
typedef struct
{
  double target;
  guint least;
  guint most;
  const guint *home;
  double shape;
  double streets;
} GgovDistrictingGoal;

/**
 * GgovDistrictingGrid:
 * @households: that live in it
 * @n_plots: it has
 * @area_m2: its ground
 * @around_m: the length of its border
 * @main_m: of main streets inside it
 * @cost: of all that
 * @is_fixed: whether it stays as it is
 */
typedef struct
{
  guint households;
  guint n_plots;
  double area_m2;
  double around_m;
  double main_m;
  double cost;
  gboolean is_fixed;
} GgovDistrictingGrid;

/**
 * GgovDistrictingPartition:
 * @grid_of: (array): by plot; never GGOV_GEO_NONE
 * @n_grids: their number
 * @grids: (array length=n_grids)
 * @shares: (array): for each compound and grid, the compound's plots in the grid
 * @next: (array): by plot, the next one of the same grid, in a ring
 * @before: (array): by plot, the one before
 * @first: (array length=n_grids): any plot of a grid
 * @strictness: how much of what sizes cost is counted, 1 for all
 * @cost: of the whole; what is looked for is the least
 *
 * Each grid is in one piece and surrounds no other, and every move leaves it so.
 */
typedef struct
{
  const GgovDistrictingLand *land;
  const GgovDistrictingGoal *goal;
  guint *grid_of;
  guint n_grids;
  GgovDistrictingGrid *grids;
  guint *shares;
  guint *next;
  guint *before;
  guint *first;
  double strictness;
  double cost;
} GgovDistrictingPartition;

/* @is_fixed: (nullable) (array length=n_grids) */
GgovDistrictingPartition *
         _ggov_districting_partition_new            (const GgovDistrictingLand       *land,
                                                     const GgovDistrictingGoal       *goal,
                                                     const guint                     *grid_of,
                                                     guint                            n_grids,
                                                     const gboolean                  *is_fixed)
                                                     G_GNUC_WARN_UNUSED_RESULT;
void     _ggov_districting_partition_free           (GgovDistrictingPartition        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDistrictingPartition, _ggov_districting_partition_free)

void     _ggov_districting_partition_set_strictness (GgovDistrictingPartition        *self,
                                                     double                           strictness);

/* A plot that may go from its grid to another, and what that makes of the two. */
typedef struct
{
  guint plot;
  guint from;
  guint to;
  GgovDistrictingGrid old_grid;
  GgovDistrictingGrid new_grid;
  double gain;
} GgovDistrictingMove;

/**
 * _ggov_districting_partition_weigh:
 *
 * Returns: whether both grids stay in one piece without a hole; only then @move is filled
 */
gboolean _ggov_districting_partition_weigh          (const GgovDistrictingPartition  *self,
                                                     guint                            plot,
                                                     guint                            to,
                                                     GgovDistrictingMove             *move);
void     _ggov_districting_partition_carry_out      (GgovDistrictingPartition        *self,
                                                     const GgovDistrictingMove       *move);

/* Whether every grid is in one piece and none surrounds others. */
gboolean _ggov_districting_partition_is_sound       (const GgovDistrictingPartition  *self);

/**
 * _ggov_districting_split:
 * @plots: (array length=n): that hang together
 * @names: (array length=n_grids): the grids they are given
 * @n_grids: at least 1
 * @grid_of: (inout): by plot; those of @plots are set
 *
 * Returns: whether a division into so many grids was found; nothing is set where none was
 */
gboolean _ggov_districting_split                    (const GgovDistrictingLand       *land,
                                                     const guint                     *plots,
                                                     guint                            n,
                                                     const guint                     *names,
                                                     guint                            n_grids,
                                                     GgovDistrictingRandom           *random,
                                                     guint                           *grid_of);

/* Both return FALSE where they were cancelled. */
gboolean _ggov_districting_trade                    (GgovDistrictingPartition        *self,
                                                     GgovDistrictingRandom           *random,
                                                     guint64                          n_steps,
                                                     GCancellable                    *cancellable);

/**
 * _ggov_districting_polish:
 * @breadth: (array length=max_moves): how many moves are tried as a chain's first, second and so on
 * @max_moves: of a chain, at most GGOV_DISTRICTING_CHAIN
 */
#define GGOV_DISTRICTING_CHAIN 4

gboolean _ggov_districting_polish                   (GgovDistrictingPartition        *self,
                                                     const guint                     *breadth,
                                                     guint                            max_moves,
                                                     GCancellable                    *cancellable);

/**
 * GgovDistrictingTask:
 * @land: the community
 * @place: as handed over
 * @terms: as handed over
 * @goal: its @home is @home where the plan in force is rebalanced
 * @n_grids: that there are to be
 * @ids: (array length=n_grids): grids in force, or 0 for new ones
 * @is_fixed: (array length=n_grids): whether it is locked
 * @mean: (array length=n_grids): households that its part of the place has for each grid
 * @home: (array): by plot: its grid where that is known, or GGOV_GEO_NONE
 * @parts: (element-type GgovDistrictingPart): what is to be divided
 * @n_too_few: how many grids less than wanted
 * @n_given_up: how many grids in force do not go on
 * @stop: (unowned) (nullable): asked while it is searched and drawn
 *
 * What is to be looked for.
 */
typedef struct
{
  GgovDistrictingLand *land;
  const GgovDistrictingPlace *place;
  const GgovDistrictingTerms *terms;
  GgovDistrictingGoal goal;
  guint n_grids;
  gint64 *ids;
  gboolean *is_fixed;
  double *mean;
  guint *home;
  GPtrArray *parts;
  guint n_too_few;
  guint n_given_up;
  const GgovGeoStop *stop;
} GgovDistrictingTask;

/* Plots that hang together, to be divided into grids. */
typedef struct
{
  GArray *plots; /* (element-type guint) */
  GArray *names; /* (element-type guint): the grids */
} GgovDistrictingPart;

/* @stop: (nullable): asked while plots are cut, and on; @error is G_IO_ERROR_CANCELLED then. */
GgovDistrictingTask *_ggov_districting_task_new   (const GgovDistrictingPlace  *place,
                                                   const GgovDistrictingTerms  *terms,
                                                   const GgovGeoStop           *stop,
                                                   GError                     **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void                 _ggov_districting_task_free  (GgovDistrictingTask         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDistrictingTask, _ggov_districting_task_free)

/* Where a search begins. Returns: (transfer full) (nullable): NULL where no division was found */
GgovDistrictingPartition *
                     _ggov_districting_task_start (const GgovDistrictingTask   *self,
                                                   GgovDistrictingRandom       *random)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_districting_find_fewest:
 * @task: a plan in force to be rebalanced
 * @known: what was found
 *
 * Returns: (transfer full) (nullable): a division into grids within the band for which fewer
 *   households move than for @known; NULL where none was found
 */
GgovDistrictingPartition *
                     _ggov_districting_find_fewest (const GgovDistrictingTask      *task,
                                                    const GgovDistrictingPartition *known)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* Draws the borders and takes the figures. */
GgovProposal        *_ggov_proposal_new           (GgovDistrictingTask             *task,
                                                   const GgovDistrictingPartition  *partition,
                                                   GError                         **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
