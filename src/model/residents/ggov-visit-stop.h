/* ggov-visit-stop.h: a line of a sheet of doors, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_VISIT_STOP (ggov_visit_stop_get_type ())

G_DECLARE_FINAL_TYPE (GgovVisitStop, ggov_visit_stop, GGOV, VISIT_STOP, GObject)

/**
 * GgovVisitStopRecord:
 * @person_id: whom it is about, 0 for the household
 * @visit_id: the visit that was made, or 0
 * @members: how many live there
 * @absences: how often nobody was at home since they were last met
 * @confirmed: whether the register was gone over
 * @reason: code: care or confirm
 * @due_on: (nullable)
 * @groups: special groups of the person, or of anybody in the household; may be empty
 * @last_on: (nullable): when they were last met
 * @outcome: (nullable): code: met, absent or refused; NULL while nothing was entered
 * @issue: (nullable): number of the issue that came of it
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      round_id;
  gint64      position;
  gint64      household_id;
  gint64      person_id;
  gint64      visit_id;
  gint64      members;
  gint64      absences;
  gint64      confirmed;
  const char *reason;
  const char *due_on;
  const char *person;
  const char *head;
  const char *phone;
  const char *place;
  const char *door;
  const char *groups;
  const char *last_on;
  const char *outcome;
  const char *found;
  const char *issue;
} GgovVisitStopRecord;

/* Copies the texts. */
GgovVisitStop *ggov_visit_stop_new (const GgovVisitStopRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovVisitStopRecord *ggov_visit_stop_get_record (GgovVisitStop *self);

G_END_DECLS
