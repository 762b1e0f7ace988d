/* ggov-candidate.h: somebody who could be appointed to a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_CANDIDATE (ggov_candidate_get_type ())

G_DECLARE_FINAL_TYPE (GgovCandidate, ggov_candidate, GGOV, CANDIDATE, GObject)

/**
 * GgovCandidateRecord:
 * @nearness: 0 lives at the place itself, 1 in the same building, 2 in the same grid, 3 elsewhere
 * @sex_label: in the user's language; empty where it is not known
 * @phone: (nullable)
 * @organisation: (nullable): whom they work for
 * @home: (nullable): where they live, if in the area
 * @posts: the posts held on the day, in words; empty if none
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      person_id;
  gint64      nearness;
  const char *name;
  const char *pinyin;
  const char *sex_label;
  const char *phone;
  const char *organisation;
  const char *home;
  const char *posts;
} GgovCandidateRecord;

/* Copies the texts. */
GgovCandidate             *ggov_candidate_new        (const GgovCandidateRecord *record)
                                                      G_GNUC_WARN_UNUSED_RESULT;

const GgovCandidateRecord *ggov_candidate_get_record (GgovCandidate             *self);

G_END_DECLS
