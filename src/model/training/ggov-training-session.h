/* ggov-training-session.h: a course is taught once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_TRAINING_SESSION (ggov_training_session_get_type ())

G_DECLARE_FINAL_TYPE (GgovTrainingSession, ggov_training_session, GGOV, TRAINING_SESSION, GObject)

/**
 * GgovTrainingSessionRecord:
 * @starts_at: seconds since 1970-01-01T00:00:00Z
 * @ends_at: likewise, later
 * @seats: 0 for any number
 * @n_people: who are on its list: invited, attended or absent
 * @n_invited: who are only invited yet
 * @n_attended: who were there
 * @n_absent: who were not
 * @n_passed: who have passed
 * @n_certificates: that were issued for it
 * @is_over: 1 if it began on the day asked about or before, else 0
 * @day: on which it begins, ISO
 * @starts: local time: 2026-03-05 09:00
 * @ends: local time; without the day where it is the same
 * @course: in the user's language
 * @hours: the course takes
 * @examined: of the course
 * @called_off: (nullable): why it does not take place
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      course_id;
  gint64      starts_at;
  gint64      ends_at;
  gint64      seats;
  gint64      n_people;
  gint64      n_invited;
  gint64      n_attended;
  gint64      n_absent;
  gint64      n_passed;
  gint64      n_certificates;
  gint64      is_over;
  gint64      hours;
  gint64      examined;
  const char *day;
  const char *starts;
  const char *ends;
  const char *course_code;
  const char *course;
  const char *place;
  const char *trainer;
  const char *note;
  const char *called_off;
} GgovTrainingSessionRecord;

/* Copies the texts. */
GgovTrainingSession *ggov_training_session_new (const GgovTrainingSessionRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

const GgovTrainingSessionRecord *ggov_training_session_get_record (GgovTrainingSession *self);

G_END_DECLS
