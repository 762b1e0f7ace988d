/* ggov-post.h: a post of a person's, present or past
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POST (ggov_post_get_type ())

G_DECLARE_FINAL_TYPE (GgovPost, ggov_post, GGOV, POST, GObject)

/**
 * GgovPostDetails:
 * @place_id: the number of what it is held on
 * @person: who holds or held it
 * @phone: (nullable): the person’s
 * @place_kind: code of a GgovScope
 * @held: 1 if it is held on the day asked about, else 0
 * @role: in the user's language
 * @presence: in the user's language
 * @community: (nullable): name
 * @grid_code: (nullable)
 * @grid: (nullable): name
 * @present_grid: (nullable): name of the grid that went on from the post's own, which a plan gave up
 * @place: what it is held for, as it is called
 * @since: ISO day of the appointment
 * @until: (nullable): the last day, ISO; NULL while it goes on
 * @reason: (nullable): how it came about
 * @end_reason: (nullable): why it ended
 * @nominated_by_id: a person, or 0
 * @nominated_by: (nullable): a person's name
 * @approved_by: (nullable): a person's name
 * @exception: (nullable): why a rule of who chooses whom was set aside
 * @holder: (nullable): for whom the person stands in: then it is no post of the person's own, and
 *   @since and @until are those of the leave
 * @leave_id: the leave under way or to come next, or that this is the other side of; 0 for none
 * @leave_from: (nullable): its first day
 * @leave_to: (nullable): its last
 * @substitute: (nullable): who stands in then
 * @substitute_phone: (nullable)
 * @n_papers: how many papers are kept with it
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      held;
  gint64      person_id;
  gint64      nominated_by_id;
  gint64      leave_id;
  gint64      n_papers;
  gint64      place_id;
  gint64      grid_id;
  gint64      building_id;
  const char *person;
  const char *phone;
  const char *place_kind;
  const char *role_code;
  const char *role;
  const char *presence;
  const char *community;
  const char *grid_code;
  const char *grid;
  const char *present_grid;
  const char *place;
  const char *since;
  const char *until;
  const char *reason;
  const char *end_reason;
  const char *nominated_by;
  const char *approved_by;
  const char *exception;
  const char *holder;
  const char *leave_from;
  const char *leave_to;
  const char *substitute;
  const char *substitute_phone;
} GgovPostDetails;

/* Copies the texts. */
GgovPost              *ggov_post_new         (const GgovPostDetails *details)
                                              G_GNUC_WARN_UNUSED_RESULT;

const GgovPostDetails *ggov_post_get_details (GgovPost              *self);

G_END_DECLS
