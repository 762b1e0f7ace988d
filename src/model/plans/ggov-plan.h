/* ggov-plan.h: a plan that cuts a community into grids, as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovPlanState:
 * @GGOV_PLAN_DRAFT: being drawn; nothing depends on it yet
 * @GGOV_PLAN_APPROVED: approved, its first day is still to come
 * @GGOV_PLAN_IN_FORCE: what the community lives by
 * @GGOV_PLAN_RETIRED: over; kept for good
 *
 * On the day that is asked about.
 */
typedef enum
{
  GGOV_PLAN_DRAFT,
  GGOV_PLAN_APPROVED,
  GGOV_PLAN_IN_FORCE,
  GGOV_PLAN_RETIRED,
} GgovPlanState;

/* A stable English word: draft, approved, in_force or retired. */
const char   *ggov_plan_state_get_code  (GgovPlanState state);

/* In the user's language. */
const char   *ggov_plan_state_get_label (GgovPlanState state);

/**
 * ggov_plan_state_of_days:
 * @is_draft: whether it was not approved yet
 * @valid_from: (nullable): ISO day; NULL is since ever
 * @valid_to: (nullable): ISO day; NULL while no end is known
 * @day: ISO day that is asked about
 */
GgovPlanState ggov_plan_state_of_days   (gboolean    is_draft,
                                         const char *valid_from,
                                         const char *valid_to,
                                         const char *day);

#define GGOV_TYPE_PLAN (ggov_plan_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlan, ggov_plan, GGOV, PLAN, GObject)

/**
 * GgovPlanRow:
 * @state_code: of its GgovPlanState on the day asked about
 * @state: the same in the user's language
 * @based_on_id: the plan it was drawn from, or has to follow; 0 for the first of its community
 * @latest_id: the last approved plan of the community, in force or still to come; 0 for none.
 *   A draft with another @based_on_id has been overtaken: see ggov_store_rebase_draft_async()
 * @grids: how many grids it has
 * @households: in all buildings that have a grid in it
 * @at: when it was approved, or begun where it is a draft; seconds since 1970-01-01T00:00:00Z
 * @note: what was thought of it; may be empty
 * @account: who approved or began it
 * @valid_from: (nullable): first day, ISO
 * @valid_to: (nullable): last day, ISO; NULL while it goes on
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      community_id;
  gint64      based_on_id;
  gint64      latest_id;
  gint64      grids;
  gint64      households;
  gint64      at;
  const char *community_code;
  const char *community;
  const char *name;
  const char *state_code;
  const char *state;
  const char *valid_from;
  const char *valid_to;
  const char *note;
  const char *account;
} GgovPlanRow;

/* Copies the texts. */
GgovPlan          *ggov_plan_new          (const GgovPlanRow *row) G_GNUC_WARN_UNUSED_RESULT;

const GgovPlanRow *ggov_plan_get_row      (GgovPlan *self);

GgovPlanState      ggov_plan_get_state    (GgovPlan *self);

/* Whether another plan of its community was approved since this draft was begun. */
gboolean           ggov_plan_is_overtaken (GgovPlan *self);

/* Whether both rows say the same. */
gboolean           ggov_plan_equal        (GgovPlan *a,
                                           GgovPlan *b);

G_END_DECLS
