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
 * @nominated_by: (nullable): a person's name
 * @approved_by: (nullable): a person's name
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      held;
  gint64      grid_id;
  gint64      building_id;
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
} GgovPostDetails;

/* Copies the texts. */
GgovPost              *ggov_post_new         (const GgovPostDetails *details)
                                              G_GNUC_WARN_UNUSED_RESULT;

const GgovPostDetails *ggov_post_get_details (GgovPost              *self);

G_END_DECLS
