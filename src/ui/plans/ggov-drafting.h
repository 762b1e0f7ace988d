/* ggov-drafting.h: one draft being drawn at one desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-plan-stroke.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovDrafting:
 *
 * Holds the present state of a draft, or of another plan that is only looked at. Strokes are
 * worked out off the main thread, one after another, and each is written as one change; what
 * others write to the draft, or an undo, is read again.
 *
 * Signals: "changed" once the state is there or is another; "queued" when what is still to be done
 * has changed; "saved" (a sentence, the number of the
 * change); "refused" (a sentence): the state is as before; "lost" (a sentence): the plan is no
 * longer there to be drawn, or cannot be read.
 */
#define GGOV_TYPE_DRAFTING (ggov_drafting_get_type ())

G_DECLARE_FINAL_TYPE (GgovDrafting, ggov_drafting, GGOV, DRAFTING, GObject)

/* Reads the plan; "changed" tells when it is there. */
GgovDrafting *ggov_drafting_new         (GgovSession  *session,
                                         gint64        plan_id) G_GNUC_WARN_UNUSED_RESULT;

/* Gives up what is not written yet, and tells nothing any more. */
void          ggov_drafting_close       (GgovDrafting *self);

gint64        ggov_drafting_get_plan_id (GgovDrafting *self);

/* (transfer none) (nullable): NULL until it is read */
GgovDraft    *ggov_drafting_get_draft   (GgovDrafting *self);

/* (transfer none) (nullable): its borders and buildings as tools take them */
GgovGeoLayout *ggov_drafting_get_layout (GgovDrafting *self);

/* Whether the plan is a draft, and so can be drawn. */
gboolean      ggov_drafting_can_draw    (GgovDrafting *self);

/* Does the stroke once those before it are done, and writes it as one change. */
void          ggov_drafting_draw        (GgovDrafting   *self,
                                         GgovPlanStroke *stroke);

/**
 * ggov_drafting_paint:
 * @building_ids: (array length=n): buildings of the community
 * @n: at least 1
 * @number: the grid they go to; one that the draft has not is a new grid
 *
 * Moves buildings into a grid; the border follows. All or none of them are moved.
 */
void          ggov_drafting_paint       (GgovDrafting *self,
                                         const gint64 *building_ids,
                                         guint         n,
                                         gint64        number);

/**
 * ggov_drafting_set_grid:
 * @number: a grid of the draft
 * @name: (nullable): NULL leaves it
 *
 * Names a grid, or locks it against strokes.
 */
void          ggov_drafting_set_grid    (GgovDrafting *self,
                                         gint64        number,
                                         const char   *name,
                                         gboolean      is_locked);

/* Returns: (transfer full) (element-type GgovPlanStroke): what is not done yet, in its order */
GPtrArray    *ggov_drafting_list_pending (GgovDrafting *self) G_GNUC_WARN_UNUSED_RESULT;

/* Gives up the latest of what is not done yet, as long as it is not being written. */
gboolean      ggov_drafting_can_take_back (GgovDrafting *self);
void          ggov_drafting_take_back   (GgovDrafting *self);

G_END_DECLS
