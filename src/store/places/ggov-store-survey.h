/* ggov-store-survey.h: reading shapes with what is known of them, to be given to others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovSurveyKind:
 * @GGOV_SURVEY_PLANS: the grids of all plans, drafts among them; of one plan where one is named
 * @GGOV_SURVEY_GRIDS: the grids in force on a day, or those of one plan
 * @GGOV_SURVEY_BUILDINGS: all buildings, with the grids they are in by the same
 * @GGOV_SURVEY_COMMUNITIES: all communities
 */
typedef enum
{
  GGOV_SURVEY_PLANS,
  GGOV_SURVEY_GRIDS,
  GGOV_SURVEY_BUILDINGS,
  GGOV_SURVEY_COMMUNITIES,
} GgovSurveyKind;

/**
 * GgovSurveyRequest:
 * @community_id: only what is in this community, or 0 for all
 * @plan_id: a plan, or 0
 * @day: ISO day that plans and posts are of
 */
typedef struct
{
  GgovSurveyKind  kind;
  gint64          community_id;
  gint64          plan_id;
  const char     *day;
} GgovSurveyRequest;

/**
 * GgovSurveyRow:
 * @shape: WKB polygon or multipolygon, longitude then latitude in degrees of CGCS2000
 * @id: the record's number; of a plan's grid its number within the plan
 * @number: of a building as on the door
 * @kind: code of a building's kind
 * @state: code of a plan's state on the day
 * @leader: the full-time member of a grid
 * @valid_from: first ISO day of a grid, @valid_to its last
 *
 * A shape and all that is said of it. Texts that it has not are NULL, numbers 0.
 */
typedef struct
{
  GBytes *shape;
  gint64  id;
  gint64  plan_id;
  gint64  floors;
  gint64  units;
  gint64  households;
  gint64  people;
  gint64  buildings;
  gint64  grids;
  char   *code;
  char   *name;
  char   *number;
  char   *compound;
  char   *kind;
  char   *community_code;
  char   *community;
  char   *grid_code;
  char   *leader;
  char   *valid_from;
  char   *valid_to;
  char   *plan;
  char   *state;
  char   *plan_from;
  char   *plan_to;
} GgovSurveyRow;

/**
 * ggov_store_survey_async:
 * @request: copied
 *
 * Reads shapes and what is known of them.
 */
void       ggov_store_survey_async  (GgovStore                *self,
                                     const GgovSurveyRequest  *request,
                                     GCancellable             *cancellable,
                                     GAsyncReadyCallback       callback,
                                     gpointer                  user_data);

/**
 * ggov_store_survey_finish:
 * @error: GGOV_STORE_ERROR_NOT_FOUND where there is no such plan
 *
 * Returns: (transfer full) (element-type GgovSurveyRow): by code, else in the order of the records
 */
GPtrArray *ggov_store_survey_finish (GgovStore                *self,
                                     GAsyncResult             *result,
                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
