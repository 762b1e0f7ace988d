/* ggov-write-training.h: writing courses, sessions, who was there, and certificates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. A call that saves returns the record's number, or 0 with @error
 * set. What stands against a rule is GGOV_STORE_ERROR_REFUSED with a translated sentence. Days are ISO
 * texts.
 */

#pragma once

#include "ggov-attendance.h"
#include "ggov-certificate.h"
#include "ggov-change.h"
#include "ggov-course.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/**
 * GgovAttendanceMark:
 * @state: a word of GgovAttendance
 * @reason: (nullable): of being absent
 * @passed: 1 or 0; -1 leaves it open, or passed where the course is not examined
 *
 * How it was with somebody who is on the list of a session.
 */
typedef struct
{
  gint64      person_id;
  const char *state;
  const char *reason;
  int         passed;
} GgovAttendanceMark;

/**
 * ggov_change_save_course:
 * @course: its id is 0 for a new one, whose code and order are given by the office where it has none.
 *   Its roles are the ones it is required for from now on
 * @day: on which requirements begin, or the first on which they are no more
 *
 * A course without a name, a code that another has, a role that is not there, and a last day before a
 * session to come are refused.
 */
gint64   ggov_change_save_course     (GgovChange                       *change,
                                      const GgovCourseRecord           *course,
                                      const char                       *day,
                                      GError                          **error);

/**
 * ggov_change_save_session:
 * @session: its id is 0 for a new one
 *
 * A session that ends before it begins, lasts longer than a month, or is of a course that is withdrawn
 * by then is refused. Who was there is there on its new day where that is another.
 */
gint64   ggov_change_save_session    (GgovChange                       *change,
                                      const GgovTrainingSessionRecord  *session,
                                      GError                          **error);

/* @reason: (nullable): why it does not take place; NULL if it does after all */
gboolean ggov_change_call_off        (GgovChange                       *change,
                                      gint64                            session_id,
                                      const char                       *reason,
                                      GError                          **error);

/* Puts somebody on the list of a session; who is on it already is refused. */
gint64   ggov_change_invite          (GgovChange                       *change,
                                      gint64                            session_id,
                                      gint64                            person_id,
                                      GError                          **error);

/* Takes somebody off the list; who has a certificate for it is refused. */
gboolean ggov_change_take_off_list   (GgovChange                       *change,
                                      gint64                            session_id,
                                      gint64                            person_id,
                                      GError                          **error);

/**
 * ggov_change_mark_attendance:
 * @today: before the day of the session nobody can have attended
 *
 * Enters how it was with somebody; who is not on the list yet is put there.
 *
 * Returns: the number of the entry, or 0 with @error set
 */
gint64   ggov_change_mark_attendance (GgovChange                       *change,
                                      gint64                            session_id,
                                      const GgovAttendanceMark         *mark,
                                      const char                       *today,
                                      GError                          **error);

/**
 * ggov_change_add_certificate:
 * @certificate: its person, course, number, issuer and days; without a number the office gives the next
 *   of the year, without a last day it is reckoned from the course
 * @attendance_id: what it is issued for, or 0 for one from elsewhere
 *
 * A number that is there already is refused.
 */
gint64   ggov_change_add_certificate (GgovChange                       *change,
                                      const GgovCertificateRecord      *certificate,
                                      gint64                            attendance_id,
                                      GError                          **error);

G_END_DECLS
