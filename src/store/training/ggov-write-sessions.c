/* ggov-write-sessions.c: writing when a course is taught
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-role.h"
#include "ggov-training-private.h"
#include "ggov-write-training.h"

/* A session goes on for some days at the most: what is longer is a slip in the date. */
#define LONGEST (31 * 24 * 3600) /* seconds */

#define SQL_COURSE "SELECT name, name_zh, valid_to, months, code FROM course WHERE id = $1"
enum { NAME, NAME_ZH, VALID_TO, MONTHS, CODE };

#define SQL_ATTENDED \
  "SELECT id, passed FROM training_attendance WHERE session_id = $1 AND attended_on <> $2 ORDER BY id"
#define SQL_CERTIFIED \
  "SELECT c.number FROM training_certificate c JOIN training_attendance a ON a.id = c.attendance_id " \
  "JOIN training_session s ON s.id = a.session_id " \
  "WHERE s.id = $1 AND (s.course_id <> $2 OR s.starts_at <> $3) ORDER BY c.number LIMIT 1"
#define SQL_BEEN "SELECT 1 FROM training_attendance WHERE session_id = $1 AND state = 'attended' LIMIT 1"

static gboolean
check_times (const GgovTrainingSessionRecord  *session,
             GError                          **error)
{
  g_autofree char *starts = _ggov_training_dup_time (session->starts_at);
  g_autofree char *ends = _ggov_training_dup_time (session->ends_at);

  if (session->ends_at <= session->starts_at)
    /* Translators: two times of a day */
    return _ggov_training_refuse (error, g_strdup_printf (
      _("The session would end at %1$s, but it only begins at %2$s. Choose a later end."), ends,
      starts));

  if (session->ends_at - session->starts_at > LONGEST)
    /* Translators: two times of a day */
    return _ggov_training_refuse (error, g_strdup_printf (
      _("From %1$s to %2$s is more than a month. Check the two days."), starts, ends));

  return TRUE;
}

static gboolean
check_course (const GgovTrainingSessionRecord  *session,
              GgovStmt                         *course,
              GError                          **error)
{
  g_autofree char *day = _ggov_training_dup_day (session->starts_at);
  const char *last = ggov_stmt_get_text (course, VALID_TO);

  if (last == NULL || strcmp (day, last) <= 0)
    return TRUE;

  /* Translators: a course, a day */
  return _ggov_training_refuse (error, g_strdup_printf (
    _("The course “%1$s” was withdrawn: %2$s was its last day. Choose another course."),
    GGOV_TRAINING_COURSE_NAME (course, NAME), last));
}

/* A certificate says which course, and when. */
static gboolean
check_certificates (GgovChange                       *change,
                    const GgovTrainingSessionRecord  *session,
                    GError                          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_CERTIFIED, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, session->id);
  ggov_stmt_bind_int (stmt, 2, session->course_id);
  ggov_stmt_bind_int (stmt, 3, session->starts_at);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: the number of a certificate */
  return _ggov_training_refuse (error, g_strdup_printf (
    _("Certificates were issued for this session, such as %s: its course and its beginning stay."),
    ggov_stmt_get_text (stmt, 0)));
}

/* Who was there was there on the day it took place. */
static gboolean
move_attendance (GgovChange                       *change,
                 const GgovTrainingSessionRecord  *session,
                 int                               months,
                 GError                          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ATTENDED, error);
  g_autofree char *day = _ggov_training_dup_day (session->starts_at);
  g_autofree char *end = _ggov_training_dup_end (day, months);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, session->id);
  ggov_stmt_bind_text (stmt, 2, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovColumn columns[] = {
        GGOV_TEXT ("attended_on", day),
        GGOV_TEXT ("valid_to", ggov_stmt_get_int (stmt, 1) ? end : NULL),
      };

      if (!_ggov_change_update (change, "training_attendance", ggov_stmt_get_int (stmt, 0), -1,
                                columns, G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}

static gint64
write_session (GgovChange                       *change,
               const GgovTrainingSessionRecord  *session,
               GError                          **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("course_id", session->course_id),
    GGOV_INT ("starts_at", session->starts_at),
    GGOV_INT ("ends_at", session->ends_at),
    GGOV_TEXT ("place", session->place ? session->place : ""),
    GGOV_TEXT ("trainer", session->trainer ? session->trainer : ""),
    GGOV_ID ("seats", MAX (session->seats, 0)),
    GGOV_TEXT ("note", session->note ? session->note : ""),
  };

  if (session->id == 0)
    return _ggov_change_insert (change, "training_session", columns, G_N_ELEMENTS (columns), error);

  return _ggov_change_update (change, "training_session", session->id, session->row_version, columns,
                              G_N_ELEMENTS (columns), error) ? session->id : 0;
}

gint64
ggov_change_save_session (GgovChange                       *change,
                          const GgovTrainingSessionRecord  *session,
                          GError                          **error)
{
  g_autoptr(GgovStmt) course = _ggov_training_find_row (change->db, SQL_COURSE, session->course_id,
                                                        "course", error);
  g_autofree char *day = _ggov_training_dup_day (session->starts_at);
  g_autofree char *subject = NULL;
  gint64 id;

  if (course == NULL || !check_times (session, error) || !check_course (session, course, error) ||
      (session->id != 0 && !check_certificates (change, session, error)) ||
      !(id = write_session (change, session, error)) ||
      (session->id != 0 &&
       !move_attendance (change, session, ggov_stmt_get_int (course, MONTHS), error)))
    return 0;

  subject = g_strdup_printf ("%s %s", ggov_stmt_get_text (course, CODE), day);
  ggov_change_set_subject (change, subject);

  return id;
}

gboolean
ggov_change_call_off (GgovChange  *change,
                      gint64       session_id,
                      const char  *reason,
                      GError     **error)
{
  g_autoptr(GgovStmt) been = ggov_db_prepare (change->db, SQL_BEEN, error);
  GgovDbStep step = GGOV_DB_DONE;

  if (been == NULL)
    return FALSE;

  ggov_stmt_bind_int (been, 1, session_id);
  if (reason && (step = ggov_stmt_step (been, error)) == GGOV_DB_ROW)
    return _ggov_training_refuse (error, g_strdup (
      _("People were at this session, so it took place. Take back that they attended first.")));

  return step == GGOV_DB_DONE &&
         _ggov_change_update (change, "training_session", session_id, -1,
                              &(GgovColumn) GGOV_TEXT ("called_off", reason), 1, error);
}
