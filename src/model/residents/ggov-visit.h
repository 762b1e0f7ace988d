/* ggov-visit.h: somebody went to see a household
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_VISIT (ggov_visit_get_type ())

G_DECLARE_FINAL_TYPE (GgovVisit, ggov_visit, GGOV, VISIT, GObject)

/**
 * GgovVisitRecord:
 * @person_id: whom it was about, 0 for the household
 * @confirmed: whether the register was gone over
 * @issue_id: what came of it, or 0
 * @outcome: code: met, absent or refused
 * @found: what was found; may be empty
 * @issue: (nullable): the issue's number
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      dwelling_id;
  gint64      household_id;
  gint64      person_id;
  gint64      visitor_id;
  gint64      grid_id;
  gint64      issue_id;
  gint64      confirmed;
  const char *day;
  const char *outcome;
  const char *found;
  const char *place;
  const char *door;
  const char *person;
  const char *head;
  const char *visitor;
  const char *issue;
  const char *grid_code;
} GgovVisitRecord;

/* Copies the texts. */
GgovVisit *ggov_visit_new (const GgovVisitRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovVisitRecord *ggov_visit_get_record (GgovVisit *self);

G_END_DECLS
