/* ggov-plan-stroke.h: one thing done to a draft with a drawing tool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft-layout.h"

G_BEGIN_DECLS

/**
 * GgovPlanStrokeKind:
 * @GGOV_PLAN_STROKE_PAINT: buildings @ids go to grid @number, which may be new
 * @GGOV_PLAN_STROKE_MOVE_VERTEX: the vertex at the first place goes to the second
 * @GGOV_PLAN_STROKE_INSERT_VERTEX: between the vertices at the first two places comes the third
 * @GGOV_PLAN_STROKE_DELETE_VERTEX: the vertex at the place goes
 * @GGOV_PLAN_STROKE_SPLIT: grid @number, or 0 for the one it runs through, is cut by the line
 * @GGOV_PLAN_STROKE_RESHAPE: the border of grid @number follows the line
 * @GGOV_PLAN_STROKE_MERGE: the grids @ids become one
 * @GGOV_PLAN_STROKE_SWAP: the buildings @ids and the buildings @others change their grids
 * @GGOV_PLAN_STROKE_TRACE: all borders are drawn anew around the buildings
 *
 * Vertices are known by their places, so that a stroke still means the same when another one
 * before it is not worked out yet.
 */
typedef enum
{
  GGOV_PLAN_STROKE_PAINT,
  GGOV_PLAN_STROKE_MOVE_VERTEX,
  GGOV_PLAN_STROKE_INSERT_VERTEX,
  GGOV_PLAN_STROKE_DELETE_VERTEX,
  GGOV_PLAN_STROKE_SPLIT,
  GGOV_PLAN_STROKE_RESHAPE,
  GGOV_PLAN_STROKE_MERGE,
  GGOV_PLAN_STROKE_SWAP,
  GGOV_PLAN_STROKE_TRACE,
} GgovPlanStrokeKind;

/**
 * GgovPlanStroke:
 * @places: (element-type double[2]): longitude then latitude in degrees
 * @ids: (element-type gint64): buildings or grids
 * @others: (element-type gint64): buildings to swap with
 * @tolerance_m: how far the ends of a line may be from a border
 *
 * Filled by its maker, and never changed once it is handed on; the reference count is atomic.
 */
typedef struct
{
  gatomicrefcount     ref_count;
  GgovPlanStrokeKind  kind;
  gint64              number;
  GArray             *places;
  GArray             *ids;
  GArray             *others;
  double              tolerance_m;
} GgovPlanStroke;

GgovPlanStroke *ggov_plan_stroke_new          (GgovPlanStrokeKind    kind,
                                               gint64                number)
                                               G_GNUC_WARN_UNUSED_RESULT;
GgovPlanStroke *ggov_plan_stroke_ref          (GgovPlanStroke       *self);
void            ggov_plan_stroke_unref        (GgovPlanStroke       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovPlanStroke, ggov_plan_stroke_unref)

void            ggov_plan_stroke_add_place    (GgovPlanStroke       *self,
                                               const double         *place);
void            ggov_plan_stroke_add_id       (GgovPlanStroke       *self,
                                               gint64                id);

/**
 * ggov_plan_stroke_try:
 * @layout: the borders and buildings of @draft
 * @error: GGOV_GEO_ERROR_REFUSED where it cannot be drawn so: see ggov_plan_stroke_dup_refusal();
 *   or another GgovGeoError
 *
 * Works the stroke out. Some 10 ms, a second where many buildings are in the grids concerned; any
 * thread.
 *
 * Returns: (transfer full): the state after; @layout itself where nothing is to be done; or NULL
 *   with @error set
 */
GgovGeoLayout  *ggov_plan_stroke_try          (const GgovPlanStroke  *self,
                                               GgovDraft             *draft,
                                               GgovGeoLayout         *layout,
                                               GError               **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_plan_stroke_check_unfinished:
 * @self: a line that splits or reshapes, so far as it is drawn
 * @error: GGOV_GEO_ERROR_REFUSED where it cannot be drawn however it goes on
 *
 * What is wrong with a line that ggov_plan_stroke_try() refuses as it does not reach a border yet.
 */
gboolean        ggov_plan_stroke_check_unfinished (const GgovPlanStroke  *self,
                                                   GgovGeoLayout         *layout,
                                                   GError               **error);

/**
 * ggov_plan_stroke_dup_refusal:
 *
 * Returns: (transfer full): why a line or a stroke is not possible, in a translated sentence
 */
char           *ggov_plan_stroke_dup_refusal  (GgovDraft             *draft,
                                               const GgovGeoRefusal  *refusal)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Makes GGOV_STORE_ERROR_REFUSED with that sentence of a refusal; other errors are passed on. */
void            ggov_plan_stroke_explain      (GgovDraft             *draft,
                                               const GError          *cause,
                                               GError               **error);

/* Returns: (transfer full): what it does to the draft, in a translated sentence */
char           *ggov_plan_stroke_dup_sentence (const GgovPlanStroke  *self,
                                               GgovDraft             *draft)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none): the same in English and in general, for the log of changes */
const char     *ggov_plan_stroke_get_action   (const GgovPlanStroke  *self);

/* The last digits of a grid's code, by which it is called within its community. */
const char     *ggov_plan_stroke_get_sequence (const char            *code);

/* (transfer full): how a grid of the draft is called: "013 友谊"; one it has not, "N4" */
char           *ggov_plan_stroke_dup_label    (GgovDraft             *draft,
                                               gint64                 number)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
