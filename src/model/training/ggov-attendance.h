/* ggov-attendance.h: somebody on the list of a training session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Words of the state. */
#define GGOV_ATTENDANCE_INVITED  "invited"
#define GGOV_ATTENDANCE_ATTENDED "attended"
#define GGOV_ATTENDANCE_ABSENT   "absent"

#define GGOV_TYPE_ATTENDANCE (ggov_attendance_get_type ())

G_DECLARE_FINAL_TYPE (GgovAttendance, ggov_attendance, GGOV, ATTENDANCE, GObject)

/**
 * GgovAttendanceRecord:
 * @rank: from 1, in the order of the list
 * @passed: 1 or 0, or -1 while that is open
 * @certificate_id: that was issued for it, or 0
 * @person: name
 * @phone: (nullable)
 * @role: (nullable): of the first post held on that day, in the user's language
 * @place: (nullable): of that post
 * @grid_code: (nullable): that it lies in
 * @course: in the user's language
 * @session: when it begins, local time: 2026-03-05 09:00
 * @state: GGOV_ATTENDANCE_INVITED, GGOV_ATTENDANCE_ATTENDED or GGOV_ATTENDANCE_ABSENT
 * @reason: why absent; empty if that is not known
 * @attended_on: (nullable): ISO day
 * @valid_to: (nullable): the last day on which what was learnt is good
 * @certificate: (nullable): its number
 * @issuer: (nullable): who issued a certificate from elsewhere; then there is no session, and @id is 0
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      rank;
  gint64      session_id;
  gint64      person_id;
  gint64      course_id;
  gint64      passed;
  gint64      certificate_id;
  const char *person;
  const char *phone;
  const char *role;
  const char *place;
  const char *grid_code;
  const char *course;
  const char *session;
  const char *state;
  const char *reason;
  const char *attended_on;
  const char *valid_to;
  const char *certificate;
  const char *issuer;
} GgovAttendanceRecord;

/* Copies the texts. */
GgovAttendance *ggov_attendance_new (const GgovAttendanceRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovAttendanceRecord *ggov_attendance_get_record (GgovAttendance *self);

G_END_DECLS
