/* ggov-division.h: one proposal for one or several communities, with its figures and what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft-propose.h"

G_BEGIN_DECLS

/**
 * GgovDivisionPart:
 * @before: what the proposal was made of
 * @proposal: (nullable): NULL where nothing could be proposed
 * @after: (nullable): the state with the proposal's grids
 * @error: (nullable): why there is no proposal, of GGOV_GEO_ERROR
 *
 * What came of one community.
 */
typedef struct
{
  GgovDraft    *before;
  GgovProposal *proposal;
  GgovDraft    *after;
  GError       *error;
} GgovDivisionPart;

/**
 * GgovDivision:
 * @terms: what was wanted; its @locked is NULL
 * @parts: (element-type GgovDivisionPart): one for each community, in the order asked for
 * @n_grids: in all parts, and so on; shares and means are over all grids that are not locked
 * @seconds: that it took
 *
 * Figures are those of GgovProposal.
 */
typedef struct
{
  GgovDistrictingTerms  terms;
  GPtrArray            *parts;
  guint                 n_grids;
  double                max_deviation;
  double                within_5;
  double                within_10;
  double                within_band;
  double                compactness;
  guint                 n_crossing;
  guint                 n_parted;
  guint                 moved_households;
  double                seconds;
} GgovDivision;

void            ggov_division_free           (GgovDivision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDivision, ggov_division_free)

/**
 * ggov_division_set_target:
 * @target: households, at least 1
 *
 * Sets the size of grids, and the usual band around it: a quarter less to a quarter more.
 */
void            ggov_division_set_target     (GgovDistrictingTerms *terms,
                                              guint                 target);

/**
 * ggov_division_list_terms:
 * @terms: what is wanted, with the first seed
 * @n_seeds: how many proposals to weigh as usual, at least 1
 * @has_grids: whether there are grids to go on from
 *
 * What to propose to give a choice: as @terms have it with several seeds, then with shapes and with
 * streets first; where a community is divided anew and has grids, for the fewest moves as well.
 *
 * Returns: (transfer full) (element-type GgovDistrictingTerms)
 */
GArray         *ggov_division_list_terms     (const GgovDistrictingTerms *terms,
                                              guint                       n_seeds,
                                              gboolean                    has_grids)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_division_propose:
 * @befores: (element-type GgovDraft): by ggov_store_load_latest_plan_async(), or one draft
 * @terms: what is wanted; @locked is not looked at: locked grids of @befores stay as they are
 * @cancellable: (nullable)
 * @progress: (nullable) (scope call): told how far it has come, on any thread
 * @error: as ggov_districting_propose()
 *
 * ggov_districting_propose() for drafts. Blocks; any thread.
 */
GgovDivision   *ggov_division_propose        (GPtrArray                  *befores,
                                              const GgovDistrictingTerms *terms,
                                              GCancellable               *cancellable,
                                              GgovDistrictingProgress     progress,
                                              gpointer                    user_data,
                                              GError                    **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): "Balanced", "Streets first": how it was weighed, in the user's language. */
char           *ggov_division_dup_kind       (const GgovDivision *self) G_GNUC_WARN_UNUSED_RESULT;

/* A stable English word for the same. */
const char     *ggov_division_get_kind_code  (const GgovDivision *self);

/**
 * GgovDivisionRemark:
 * @plan_id: of what the proposal was made of, or 0
 * @number: the grid it is about, or 0
 * @building_id: the building it is about, or 0
 * @rule: a stable English word: a GgovDistrictingReason's or GgovGeoReason's, "too-few-grids",
 *   "given-up" or "left-out"
 * @community: its name
 * @sentence: which rule cannot be kept, where and why, and what is nearest to it; translated
 */
typedef struct
{
  gint64      plan_id;
  gint64      number;
  gint64      building_id;
  const char *rule;
  char       *community;
  char       *sentence;
} GgovDivisionRemark;

/* Returns: (transfer full) (element-type GgovDivisionRemark): what could not be kept */
GPtrArray      *ggov_division_list_remarks   (const GgovDivision *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovDivisionMove:
 * @building: as it is called
 * @from: the grid it was in, by its name
 * @to: the grid it would be in
 */
typedef struct
{
  gint64  building_id;
  int     households;
  char   *building;
  char   *from;
  char   *to;
} GgovDivisionMove;

/* Returns: (transfer full) (element-type GgovDivisionMove): those that change their grid */
GPtrArray      *ggov_division_list_moves     (const GgovDivision *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
