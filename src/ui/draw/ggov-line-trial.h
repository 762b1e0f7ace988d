/* ggov-line-trial.h: what a drawn line would do, looked at before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-plan-stroke.h"

G_BEGIN_DECLS

/**
 * GgovLineTrial:
 * @is_last: whether the line is done; one under way need not reach a border yet
 *
 * A line and the state it is drawn on. Never changed once it is made.
 */
typedef struct
{
  GgovPlanStroke *stroke;
  GgovDraft      *draft;
  GgovGeoLayout  *layout;
  gboolean        is_last;
} GgovLineTrial;

/**
 * ggov_line_trial_run_async:
 * @stroke: (transfer full)
 * @source: to give to @callback
 *
 * Works the line out on a thread of its own.
 */
void                 ggov_line_trial_run_async (GgovPlanStroke      *stroke,
                                                GgovDraft           *draft,
                                                GgovGeoLayout       *layout,
                                                gboolean             is_last,
                                                gpointer             source,
                                                GAsyncReadyCallback  callback);

/**
 * ggov_line_trial_run_finish:
 * @error: GGOV_GEO_ERROR_REFUSED where it cannot be drawn so; or another GgovGeoError
 *
 * Returns: (transfer full): the state after, or NULL with @error set
 */
GgovDraft           *ggov_line_trial_run_finish (GAsyncResult        *result,
                                                 GError             **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none): what was looked at. */
const GgovLineTrial *ggov_line_trial_get        (GAsyncResult        *result);

/**
 * ggov_line_trial_dup_sentence:
 * @changed: (element-type GgovDraftTally): the grids that would hold something else
 *
 * Returns: (transfer full): the households of the first of these, in words
 */
char                *ggov_line_trial_dup_sentence (const GgovLineTrial *self,
                                                   GArray              *changed)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/* Whether an error is nothing wrong with a line under way: it does not reach a border yet. */
gboolean             ggov_line_trial_is_unfinished (const GgovLineTrial *self,
                                                    const GError        *error);

G_END_DECLS
