/* ggov-draft-deed.h: one thing to be done to a draft at a desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-plan-stroke.h"

G_BEGIN_DECLS

/**
 * GgovDraftDeed:
 * @stroke: (nullable): NULL to name or lock a grid
 * @number: of that grid
 * @name: (nullable): what it is called then
 * @is_locked: whether it is locked then
 * @sentence: that tells of it once it is done, translated
 * @before: (nullable): the draft it is worked out on
 * @on: (nullable): the layout of @before
 * @after: (nullable): what came of it; NULL where nothing is to be done
 * @layout: (nullable): of @after
 */
typedef struct
{
  GgovPlanStroke *stroke;
  gint64          number;
  char           *name;
  gboolean        is_locked;
  char           *sentence;
  GgovDraft      *before;
  GgovGeoLayout  *on;
  GgovDraft      *after;
  GgovGeoLayout  *layout;
} GgovDraftDeed;

/* @draft: the state that it is told of in the words of. */
GgovDraftDeed *ggov_draft_deed_new          (GgovDraft      *draft,
                                             GgovPlanStroke *stroke) G_GNUC_WARN_UNUSED_RESULT;

/* @number: a grid of @draft. */
GgovDraftDeed *ggov_draft_deed_new_for_grid (GgovDraft      *draft,
                                             gint64          number,
                                             const char     *name,
                                             gboolean        is_locked) G_GNUC_WARN_UNUSED_RESULT;
void           ggov_draft_deed_free         (GgovDraftDeed  *self);

/* Says what a stroke is worked out on. */
void           ggov_draft_deed_begin        (GgovDraftDeed  *self,
                                             GgovDraft      *draft,
                                             GgovGeoLayout  *layout);

/**
 * ggov_draft_deed_work_out:
 * @error: GGOV_STORE_ERROR_REFUSED where it cannot be done, with a translated sentence
 *
 * Works a stroke out that was begun. Some 10 ms, a second at the most; any thread.
 */
gboolean       ggov_draft_deed_work_out     (GgovDraftDeed  *self,
                                             GError        **error);

/* As it was before it was begun. */
void           ggov_draft_deed_leave        (GgovDraftDeed  *self);

G_END_DECLS
