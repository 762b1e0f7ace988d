/* ggov-plan-list.h: the plans of a community, and how to begin one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-places.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovPlanList:
 *
 * Asks by the actions map.hide-plans, map.open-plan (x), map.discard-draft (x) and
 * map.new-draft ((xb): the community, and whether from nothing).
 */
#define GGOV_TYPE_PLAN_LIST (ggov_plan_list_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlanList, ggov_plan_list, GGOV, PLAN_LIST, AdwBin)

/**
 * ggov_plan_list_show:
 * @session: (nullable): NULL clears the list
 * @places: (nullable): for the communities to choose from
 * @community_id: the one to begin with; 0 keeps the one chosen
 *
 * Reads the plans.
 */
void ggov_plan_list_show   (GgovPlanList *self,
                            GgovSession  *session,
                            GgovPlaces   *places,
                            gint64        community_id);

/* The community that is chosen, or 0. */
gint64 ggov_plan_list_get_community (GgovPlanList *self);

/* Reads them again, if there is a session. */
void ggov_plan_list_reload (GgovPlanList *self);

G_END_DECLS
