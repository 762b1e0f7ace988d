/* ggov-store-plans.h: plans from the first draft to the day they are over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What writes is one change, ended with ggov_store_change_finish() unless another call is named,
 * and can be undone: an undone approval has its draft back. A draft that does not exist is
 * GGOV_STORE_ERROR_NOT_FOUND, a plan that is none GGOV_STORE_ERROR_REFUSED.
 */

#pragma once

#include "ggov-draft.h"
#include "ggov-plan-finding.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_plans_async:
 * @community_id: a community, or 0 for all
 * @day: ISO day on which the states are told
 */
void         ggov_store_list_plans_async      (GgovStore            *self,
                                               gint64                community_id,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* Returns: (transfer full) (element-type GgovPlan): by community; there in the order of their
 *   days, drafts last */
GListModel  *ggov_store_list_plans_finish     (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovDraftStart:
 * @GGOV_DRAFT_FROM_PLAN: with the grids of the latest plan: the one in force, or one approved
 *   since that is still to come
 * @GGOV_DRAFT_FROM_NOTHING: with no grid, and all buildings in none
 */
typedef enum
{
  GGOV_DRAFT_FROM_PLAN,
  GGOV_DRAFT_FROM_NOTHING,
} GgovDraftStart;

/**
 * ggov_store_create_draft_async:
 * @name: (nullable): NULL for one made of the community's name and the day
 *
 * Begins a draft. GGOV_STORE_ERROR_REFUSED where there is no plan to begin from. Where another
 * plan of the community is called so, the name gets a number behind it.
 */
void         ggov_store_create_draft_async    (GgovStore            *self,
                                               gint64                community_id,
                                               GgovDraftStart        start,
                                               const char           *name,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_create_draft_finish:
 * @change_id: (out) (optional)
 * @plan_id: (out) (optional): the draft
 */
gboolean     ggov_store_create_draft_finish   (GgovStore            *self,
                                               GAsyncResult         *result,
                                               gint64               *change_id,
                                               gint64               *plan_id,
                                               GError              **error);

/**
 * ggov_store_copy_plan_async:
 * @plan_id: a draft, or any other plan
 * @name: (nullable): NULL for the plan's with a word behind it
 *
 * Begins a draft with the grids of a plan. Of a plan that is over, or a draft that was overtaken,
 * grids that were given up since are new ones, or go on from the grids in force as
 * ggov_draft_match_codes() has it. Ends with ggov_store_create_draft_finish().
 */
void         ggov_store_copy_plan_async       (GgovStore            *self,
                                               gint64                plan_id,
                                               const char           *name,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_name_plan_async:
 * @plan_id: any plan
 * @name: (nullable): NULL leaves it; not empty
 * @note: (nullable): NULL leaves it
 */
void         ggov_store_name_plan_async       (GgovStore            *self,
                                               gint64                plan_id,
                                               const char           *name,
                                               const char           *note,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_load_latest_plan_async:
 * @day: ISO day of the posts and issues that are counted
 *
 * Reads what a proposal for a community begins from: its latest approved plan, beside itself. For a
 * community without one, a state without grids, whose plan has the number 0.
 */
void         ggov_store_load_latest_plan_async (GgovStore           *self,
                                               gint64                community_id,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GgovDraft   *ggov_store_load_latest_plan_finish (GgovStore          *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_take_drafts_async:
 * @befores: (element-type GgovDraft): by ggov_store_load_latest_plan_async(), or drafts
 * @afters: (element-type GgovDraft): what was made of each
 * @name: (nullable): of new drafts; NULL for names made of the community's and the day
 *
 * Writes what was proposed as one change: into the draft where it was made of one, else as a new
 * draft. GGOV_STORE_ERROR_CONFLICT where the draft, the latest plan or the buildings have changed
 * since.
 */
void         ggov_store_take_drafts_async     (GgovStore            *self,
                                               GPtrArray            *befores,
                                               GPtrArray            *afters,
                                               const char           *name,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* Returns: (transfer full) (element-type gint64) (nullable): the drafts, in the same order */
GArray      *ggov_store_take_drafts_finish    (GgovStore            *self,
                                               GAsyncResult         *result,
                                               gint64               *change_id,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_load_draft_async:
 * @plan_id: a draft, or any other plan to look at
 * @day: ISO day of the posts and issues that are counted
 *
 * Reads a draft beside the latest approved plan of its community, or an approved plan beside the
 * one it followed. Buildings that came, went or were reshaped since are found here: see
 * GgovDraftBuilding and ggov_draft_get_n_gone().
 */
void         ggov_store_load_draft_async      (GgovStore            *self,
                                               gint64                plan_id,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GgovDraft   *ggov_store_load_draft_finish     (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_save_draft_async:
 * @before: the state as it was read, or saved last
 * @after: made of @before by edits
 * @action: what the user did, in English, marked for translation (N_())
 *
 * Writes what differs. GGOV_STORE_ERROR_CONFLICT where the draft is not as @before has it any
 * more: load it again. What was saved need not be loaded again.
 */
void         ggov_store_save_draft_async      (GgovStore            *self,
                                               GgovDraft            *before,
                                               GgovDraft            *after,
                                               const char           *action,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_set_draft_grid_async:
 * @number: a grid of the draft
 * @name: (nullable): NULL leaves it
 *
 * Names and locks a grid, whatever else has become of the draft.
 */
void         ggov_store_set_draft_grid_async  (GgovStore            *self,
                                               gint64                plan_id,
                                               gint64                number,
                                               const char           *name,
                                               gboolean              is_locked,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_compare_plans_async:
 * @before_id: a plan of the same community, or 0 for the one that ggov_store_load_draft_async()
 *   sets beside @after_id
 * @after_id: a plan or draft
 * @day: ISO day of the posts and issues that are counted
 */
void         ggov_store_compare_plans_async   (GgovStore            *self,
                                               gint64                before_id,
                                               gint64                after_id,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GgovPlanComparison *
             ggov_store_compare_plans_finish  (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* ggov_draft_validate() for what is on the disk, with posts of @day. */
void         ggov_store_validate_plan_async   (GgovStore            *self,
                                               gint64                plan_id,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* Returns: (transfer full) (element-type GgovPlanFinding): as ggov_draft_validate() */
GListModel  *ggov_store_validate_plan_finish  (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_approve_plan_async:
 * @day: ISO day it is in force from, after the first day of the plan it follows
 *
 * Makes dated grids of a draft, with codes for new ones, and ends the plan before it the day before.
 * Posts and issues stay on the grids they were made on; for a grid that is given up it is kept
 * which one most of its households live in.
 *
 * GGOV_STORE_ERROR_REFUSED where something of ggov_draft_validate() stands in the way, or where
 * another plan of the community was approved since the draft was begun: ggov_plan_is_overtaken()
 * tells so before, ggov_store_rebase_draft_async() helps.
 */
void         ggov_store_approve_plan_async    (GgovStore            *self,
                                               gint64                plan_id,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_rebase_draft_async:
 *
 * Lets a draft follow the latest approved plan. Borders and buildings stay as they are drawn;
 * grids that were given up meanwhile go on from those in force that have most of their
 * households, as ggov_draft_match_codes() has it.
 */
void         ggov_store_rebase_draft_async    (GgovStore            *self,
                                               gint64                plan_id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_retire_plan_async:
 * @plan_id: any plan
 * @day: ISO day from which it shall be over
 *
 * A draft is thrown away. A plan in force, or one that is still to come, is over from a day only
 * where another takes its place: the one draft that was begun from it is approved for that day.
 *
 * GGOV_STORE_ERROR_REFUSED where there is no such draft, or several to choose from, where it cannot
 * be approved, and where it is known already when the plan is over; the sentence says what to do.
 */
void         ggov_store_retire_plan_async     (GgovStore            *self,
                                               gint64                plan_id,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* Throws a draft away; undoing that brings it back. */
void         ggov_store_discard_draft_async   (GgovStore            *self,
                                               gint64                plan_id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

G_END_DECLS
