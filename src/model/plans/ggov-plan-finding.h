/* ggov-plan-finding.h: what is wrong with a draft of a plan, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The official band for a grid's households, and what is aimed at. */
#define GGOV_PLAN_LEAST_HOUSEHOLDS  300
#define GGOV_PLAN_TARGET_HOUSEHOLDS 400
#define GGOV_PLAN_MOST_HOUSEHOLDS   500

/**
 * GgovPlanFindingKind:
 * @GGOV_PLAN_NO_BORDERS: nothing is drawn yet
 * @GGOV_PLAN_UNASSIGNED: a building is in no grid; other_number is the grid it stands in, if any
 * @GGOV_PLAN_CUT: a border runs through a building; amount is what lies beyond its grid in m²
 * @GGOV_PLAN_ELSEWHERE: a building stands in grid other_number, or in none, not in its own
 * @GGOV_PLAN_PIECES: a grid is in several pieces; amount is their number
 * @GGOV_PLAN_HOLE: a grid surrounds ground that is not its own; amount in m²
 * @GGOV_PLAN_OVERLAP: two grids cover the same ground; amount in m²
 * @GGOV_PLAN_NOT_COVERED: ground of the community is in no grid; amount in m²
 * @GGOV_PLAN_OUTSIDE: grids reach beyond the community; amount in m²
 * @GGOV_PLAN_BROKEN: a border is not closed, crosses itself, or cannot be read
 * @GGOV_PLAN_EMPTY: a grid has no building
 * @GGOV_PLAN_OVER: more households than the band has; amount is their number
 * @GGOV_PLAN_UNDER: fewer households than the band has; amount is their number
 * @GGOV_PLAN_VACANT: nobody would be the grid's full-time member
 * @GGOV_PLAN_SLIVER: a stretch of a grid is narrower than 6 m, and amount is its length in metres;
 *   or all of it is very small, and amount is its area in m²
 * @GGOV_PLAN_RESHAPED: a building has another shape than when the draft was last written; or, of no
 *   building, as many as amount says are no longer in the community
 *
 * All up to EMPTY stand in the way of approval; the rest the office may accept.
 */
typedef enum
{
  GGOV_PLAN_NO_BORDERS,
  GGOV_PLAN_UNASSIGNED,
  GGOV_PLAN_CUT,
  GGOV_PLAN_ELSEWHERE,
  GGOV_PLAN_PIECES,
  GGOV_PLAN_HOLE,
  GGOV_PLAN_OVERLAP,
  GGOV_PLAN_NOT_COVERED,
  GGOV_PLAN_OUTSIDE,
  GGOV_PLAN_BROKEN,
  GGOV_PLAN_EMPTY,
  GGOV_PLAN_OVER,
  GGOV_PLAN_UNDER,
  GGOV_PLAN_VACANT,
  GGOV_PLAN_SLIVER,
  GGOV_PLAN_RESHAPED,
} GgovPlanFindingKind;

/* A stable English word: "no-borders", "unassigned" and so on. */
const char *ggov_plan_finding_kind_get_code (GgovPlanFindingKind kind);

/* Whether it stands in the way of approval. */
gboolean    ggov_plan_finding_kind_is_error (GgovPlanFindingKind kind);

#define GGOV_TYPE_PLAN_FINDING (ggov_plan_finding_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlanFinding, ggov_plan_finding, GGOV, PLAN_FINDING, GObject)

/**
 * GgovPlanFindingRecord:
 * @number: the grid's number in the draft, or 0
 * @other_number: the second grid's, or 0
 * @building_id: the building, or 0
 * @lon: where to look, degrees; NaN where no place is known
 * @lat: where to look, degrees; NaN where no place is known
 * @amount: how much; what it counts depends on @kind
 * @message: in a translated sentence; never personal data
 */
typedef struct
{
  GgovPlanFindingKind  kind;
  gint64               number;
  gint64               other_number;
  gint64               building_id;
  double               lon;
  double               lat;
  double               amount;
  const char          *message;
} GgovPlanFindingRecord;

/* Copies the message. */
GgovPlanFinding             *ggov_plan_finding_new        (const GgovPlanFindingRecord *record)
                                                           G_GNUC_WARN_UNUSED_RESULT;

const GgovPlanFindingRecord *ggov_plan_finding_get_record (GgovPlanFinding             *self);

/* For views: the message, and whether it stands in the way, are also properties "message" and
 * "is-error". */
gboolean                     ggov_plan_finding_is_error   (GgovPlanFinding             *self);

G_END_DECLS
