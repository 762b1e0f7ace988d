/* ggov-query-training-gaps.h: who lacks a course that a post requires, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-query.h"
#include "ggov-training-gap.h"

G_BEGIN_DECLS

/**
 * GgovTrainingGapFilter:
 * @soon: days: what is good for no longer than that counts as about to expire; 0 leaves it out
 * @community_id: only there, or 0
 * @grid_id: only there, or 0
 * @place_code: (nullable): the code of a community or grid
 * @role: (nullable): code of a role, or of a family of roles
 * @course_id: only this course, or 0
 * @person_id: only this person, or 0
 * @text: (nullable): only where each of these words is found in the person, the role or the place
 */
typedef struct
{
  int         soon;
  gint64      community_id;
  gint64      grid_id;
  const char *place_code;
  const char *role;
  gint64      course_id;
  gint64      person_id;
  const char *text;
} GgovTrainingGapFilter;

/**
 * ggov_query_new_training_gaps:
 * @as_of: ISO day: the posts, what is required and what was learnt by then
 * @filter: copied
 * @column: (nullable): "grid" is the order of the roster, which NULL stands for as well; "name", "role",
 *   "course", or "until"
 *
 * Asks who lacks which course: a row, a GgovTrainingGap, for each person and course, whatever posts of
 * theirs require it. The detail of a key is the number of the first of these posts.
 */
GgovQuery *ggov_query_new_training_gaps (const char                   *as_of,
                                         const GgovTrainingGapFilter  *filter,
                                         const char                   *column,
                                         gboolean                      descending)
                                         G_GNUC_WARN_UNUSED_RESULT;

/* The person and the course a key is about. */
gint64     ggov_training_gap_key_get_person (const GgovRowKey *key);
gint64     ggov_training_gap_key_get_course (const GgovRowKey *key);

G_END_DECLS
