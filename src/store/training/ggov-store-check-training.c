/* ggov-store-check-training.c: do sessions, attendance and certificates fit together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-check-private.h"

#define SQL_CALLED_OFF \
  "SELECT DISTINCT c.code FROM training_attendance a JOIN training_session s ON s.id = a.session_id " \
  "JOIN course c ON c.id = s.course_id " \
  "WHERE s.called_off IS NOT NULL AND a.state = 'attended' ORDER BY 1"

/* Who was at one session was there on one day. */
#define SQL_OTHER_DAY \
  "SELECT DISTINCT c.code FROM training_session s JOIN course c ON c.id = s.course_id " \
  "WHERE (SELECT count (DISTINCT a.attended_on) FROM training_attendance a " \
  "WHERE a.session_id = s.id) > 1 ORDER BY 1"

#define SQL_OTHER_PERSON \
  "SELECT k.number FROM training_certificate k JOIN training_attendance a ON a.id = k.attendance_id " \
  "JOIN training_session s ON s.id = a.session_id WHERE a.person_id <> k.person_id " \
  "OR s.course_id <> k.course_id OR coalesce (a.passed, 0) = 0 OR a.attended_on > k.issued_on " \
  "ORDER BY 1"

#define SQL_TWICE \
  "SELECT DISTINCT c.code FROM course_role q JOIN course c ON c.id = q.course_id " \
  "JOIN course_role p ON p.course_id = q.course_id AND p.role_id = q.role_id AND p.id < q.id " \
  "AND p.valid_from <= coalesce (q.valid_to, '9999-12-31') " \
  "AND coalesce (p.valid_to, '9999-12-31') >= q.valid_from ORDER BY 1"

gboolean
_ggov_check_training (GgovDb     *db,
                      GPtrArray  *findings,
                      GError    **error)
{
  return _ggov_check_rows (db, "training", SQL_CALLED_OFF,
                           _("Somebody attended a session of this course that was called off. Take "
                             "back one of the two."), findings, error) &&
         _ggov_check_rows (db, "training", SQL_OTHER_DAY,
                           _("A session of this course was attended on several days. Save the "
                             "session again."), findings, error) &&
         _ggov_check_rows (db, "training", SQL_OTHER_PERSON,
                           _("This certificate is not for what its holder passed."), findings,
                           error) &&
         _ggov_check_rows (db, "training", SQL_TWICE,
                           _("This course is required twice for one role on the same days."),
                           findings, error);
}
