/* ggov-training-gap.h: somebody holds a post and lacks a course it requires
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Never learnt it, learnt it too long ago, or will soon have. */
#define GGOV_TRAINING_GAP_LACKING  "lacking"
#define GGOV_TRAINING_GAP_EXPIRED  "expired"
#define GGOV_TRAINING_GAP_EXPIRING "expiring"

/* How many days before its last day a course counts as about to expire. */
#define GGOV_TRAINING_SOON_DAYS 60

#define GGOV_TYPE_TRAINING_GAP (ggov_training_gap_get_type ())

G_DECLARE_FINAL_TYPE (GgovTrainingGap, ggov_training_gap, GGOV, TRAINING_GAP, GObject)

/**
 * GgovTrainingGapRecord:
 * @post_id: the first of the posts that require it
 * @n_posts: how many do
 * @grid_id: of that post, or 0
 * @session_id: to come, to which the person is invited, or 0
 * @state: GGOV_TRAINING_GAP_LACKING, GGOV_TRAINING_GAP_EXPIRED or GGOV_TRAINING_GAP_EXPIRING
 * @phone: (nullable)
 * @role: of that post, in the user's language
 * @place: as it is called
 * @community: (nullable)
 * @grid_code: (nullable)
 * @grid: (nullable)
 * @course: in the user's language
 * @until: (nullable): the last day on which what was learnt was or is good
 * @invited: (nullable): when that session begins, local time
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      person_id;
  gint64      course_id;
  gint64      post_id;
  gint64      n_posts;
  gint64      grid_id;
  gint64      session_id;
  const char *state;
  const char *person;
  const char *phone;
  const char *role_code;
  const char *role;
  const char *place;
  const char *community;
  const char *grid_code;
  const char *grid;
  const char *course_code;
  const char *course;
  const char *until;
  const char *invited;
} GgovTrainingGapRecord;

/* Copies the texts. */
GgovTrainingGap *ggov_training_gap_new (const GgovTrainingGapRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

const GgovTrainingGapRecord *ggov_training_gap_get_record (GgovTrainingGap *self);

G_END_DECLS
