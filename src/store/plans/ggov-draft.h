/* ggov-draft.h: a draft of a plan as it is drawn: grids, borders, buildings and what they hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-building-kind.h"
#include "ggov-geo-border.h"
#include "ggov-plan-comparison.h"
#include "ggov-plan.h"

G_BEGIN_DECLS

/**
 * GgovDraft:
 *
 * One state of a draft. It never changes, so any number of threads may read it: an edit makes
 * another one of it, which shares what is known of the community, and
 * ggov_store_save_draft_async() writes what differs between the two.
 *
 * Grids are numbered within the draft. Those numbers, not the grids' numbers in the store, are
 * the grid ids of its subdivision; 0 is outside, or no grid. A plan that was approved can be looked
 * at in the same way; its grids are then numbered as in the store.
 */
#define GGOV_TYPE_DRAFT (ggov_draft_get_type ())

G_DECLARE_FINAL_TYPE (GgovDraft, ggov_draft, GGOV, DRAFT, GObject)

/**
 * GgovDraftGrid:
 * @number: positive, unique in the draft
 * @grid_id: the grid that goes on in it, with its code; 0 for one that is new
 * @name: empty until somebody names it
 * @is_locked: whether tools have to leave it as it is
 */
typedef struct
{
  gint64    number;
  gint64    grid_id;
  char     *name;
  gboolean  is_locked;
} GgovDraftGrid;

/**
 * GgovDraftBuilding:
 * @compound_id: 0 for none
 * @base_grid_id: the grid it is in by the plan that is compared with; 0 for none
 * @label: as it is called: 友谊小区3号楼
 * @footprint: WKB polygon or multipolygon, longitude then latitude in degrees
 * @special: people of special groups who live in it
 * @issues: open ones
 * @posts: held on it and on its units
 * @is_added: whether it came into the community after the draft was last written
 * @is_reshaped: whether it had another shape then
 */
typedef struct
{
  gint64            id;
  gint64            compound_id;
  gint64            base_grid_id;
  GgovBuildingKind  kind;
  char             *label;
  GBytes           *footprint;
  int               units;
  int               households;
  int               people;
  int               special;
  int               issues;
  int               posts;
  gboolean          is_added;
  gboolean          is_reshaped;
} GgovDraftBuilding;

/**
 * GgovDraftBase:
 * @is_before: whether the plan that the draft is compared with has it
 * @code: 15 digits
 * @member_id: the full-time member; 0 while the post is vacant
 * @member: (nullable): that person's name
 * @posts: held on the grid itself
 *
 * A grid that has a code: of the plan that the draft is compared with, or one that goes on in the
 * draft.
 */
typedef struct
{
  gint64    grid_id;
  gboolean  is_before;
  char     *code;
  char     *name;
  gint64    member_id;
  char     *member;
  int       posts;
} GgovDraftBase;

/**
 * GgovDraftSum:
 * @special: people of special groups, each once
 * @issues: open ones, of its buildings and of places in it
 * @posts: held on the grid that goes on, its buildings and their units
 *
 * What a grid holds.
 */
typedef struct
{
  int buildings;
  int households;
  int people;
  int special;
  int issues;
  int posts;
} GgovDraftSum;

/* (transfer none): the plan as it was when this was read. */
GgovPlan                *ggov_draft_get_plan          (GgovDraft *self);

/* (transfer none): the community's border, WKB polygon, longitude then latitude in degrees. */
GBytes                  *ggov_draft_get_border        (GgovDraft *self);

/* (transfer none) (nullable): WKB lines, longitude then latitude; NULL where there are none.
 * Main streets are among the streets. */
GBytes                  *ggov_draft_get_streets       (GgovDraft *self);
GBytes                  *ggov_draft_get_main_streets  (GgovDraft *self);

/* All buildings of the community, by ascending id. */
guint                    ggov_draft_get_n_buildings   (GgovDraft *self);
const GgovDraftBuilding *ggov_draft_get_building      (GgovDraft *self,
                                                       guint      i);
gboolean                 ggov_draft_find_building     (GgovDraft *self,
                                                       gint64     id,
                                                       guint     *i);

/* (transfer none) (array): for each building the number of its grid, or 0. */
const gint64            *ggov_draft_get_numbers       (GgovDraft *self);

/* How many buildings the draft had which are not in the community any more: they drop out of it
 * when it is written next. */
guint                    ggov_draft_get_n_gone        (GgovDraft *self);

/* Grids by ascending number. */
guint                    ggov_draft_get_n_grids       (GgovDraft *self);
const GgovDraftGrid     *ggov_draft_get_grid          (GgovDraft *self,
                                                       guint      i);
/* (nullable) */
const GgovDraftGrid     *ggov_draft_find_grid         (GgovDraft *self,
                                                       gint64     number);

/* A number that no grid of the draft has. */
gint64                   ggov_draft_get_free_number   (GgovDraft *self);

/* Grids that have a code, in the order of their codes. */
guint                    ggov_draft_get_n_bases       (GgovDraft *self);
const GgovDraftBase     *ggov_draft_get_base          (GgovDraft *self,
                                                       guint      i);
/* (nullable): the one of this number in the store. */
const GgovDraftBase     *ggov_draft_find_base         (GgovDraft *self,
                                                       gint64     grid_id);

/* (transfer none) (nullable): NULL while nothing is drawn. Not to be added to. */
GgovGeoSubdivision      *ggov_draft_get_subdivision   (GgovDraft *self);

/**
 * ggov_draft_dup_geo_buildings:
 *
 * Returns: (transfer full) (element-type GgovGeoBuilding): the buildings with their grids as the
 *   geometry takes them, in the same order; footprints belong to the draft
 */
GArray                  *ggov_draft_dup_geo_buildings (GgovDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_draft_edit:
 * @subdivision: (nullable): the new borders; NULL takes those there are. Not to be added to later
 * @numbers: (nullable) (array): for each building its new grid, or 0; NULL leaves all
 *
 * The state after an edit. Grids that are in neither borders nor buildings any more are dropped;
 * a number that is new is a new grid.
 *
 * Returns: (transfer full): another state
 */
GgovDraft               *ggov_draft_edit              (GgovDraft           *self,
                                                       GgovGeoSubdivision  *subdivision,
                                                       const gint64        *numbers)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_draft_edit_grid:
 * @number: a grid of the draft
 * @name: (nullable): NULL leaves it
 *
 * Returns: (transfer full): another state, with that grid named and locked so
 */
GgovDraft               *ggov_draft_edit_grid         (GgovDraft   *self,
                                                       gint64       number,
                                                       const char  *name,
                                                       gboolean     is_locked)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_draft_match_codes:
 *
 * The state in which grids without a code go on from the grids in force that have most of their
 * households, one from one, as far as those do not go on elsewhere already. For what was divided
 * anew, and for a draft that was overtaken.
 *
 * Returns: (transfer full): another state
 */
GgovDraft               *ggov_draft_match_codes       (GgovDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/* @number: a grid of the draft, or 0 for what is in none. A pass over all buildings. */
void                     ggov_draft_sum               (GgovDraft    *self,
                                                       gint64        number,
                                                       GgovDraftSum *sum);

/* The same for a grid of the plan that is compared with. */
void                     ggov_draft_sum_base          (GgovDraft    *self,
                                                       gint64        grid_id,
                                                       GgovDraftSum *sum);

/**
 * ggov_draft_compare:
 *
 * Returns: (transfer full): the plan compared with, and this one
 */
GgovPlanComparison      *ggov_draft_compare           (GgovDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_draft_validate:
 * @error: return location for a GgovGeoError where the community's border cannot be read
 *
 * Looks for all of GgovPlanFindingKind. Some milliseconds for a hundred buildings; any thread.
 *
 * Returns: (transfer full) (nullable) (element-type GgovPlanFinding): what is wrong, what stands
 *   in the way first, then by grid; empty where all is well; or NULL with @error set
 */
GListModel              *ggov_draft_validate          (GgovDraft  *self,
                                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
