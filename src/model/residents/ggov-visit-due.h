/* ggov-visit-due.h: whom to go and see, and since when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_VISIT_DUE (ggov_visit_due_get_type ())

G_DECLARE_FINAL_TYPE (GgovVisitDue, ggov_visit_due, GGOV, VISIT_DUE, GObject)

/**
 * GgovVisitDueRecord:
 * @rank: from 1, in the order of urgency
 * @group_id: the special group whose turn it is, or 0 for the household as such
 * @responsible_id: who is to go, or 0
 * @days_late: since it was due; below 0 while it is still to come
 * @absences: how often nobody was at home since they were last met
 * @reason: code: care for a special group, confirm what is known of the household
 * @person: (nullable): who is of the group
 * @head: (nullable): of the household
 * @due_on: (nullable): NULL for a household that nobody ever went over
 * @last_on: (nullable): the last visit on which they were met
 * @confirmed_on: (nullable)
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      rank;
  gint64      household_id;
  gint64      dwelling_id;
  gint64      person_id;
  gint64      group_id;
  gint64      grid_id;
  gint64      responsible_id;
  gint64      every_days;
  gint64      days_late;
  gint64      members;
  gint64      absences;
  const char *reason;
  const char *person;
  const char *head;
  const char *phone;
  const char *place;
  const char *door;
  const char *group;
  const char *responsible;
  const char *due_on;
  const char *last_on;
  const char *confirmed_on;
  const char *grid_code;
  const char *grid;
} GgovVisitDueRecord;

/* Copies the texts. */
GgovVisitDue *ggov_visit_due_new (const GgovVisitDueRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovVisitDueRecord *ggov_visit_due_get_record (GgovVisitDue *self);

G_END_DECLS
