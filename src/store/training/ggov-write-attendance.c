/* ggov-write-attendance.c: who is invited to a session, who was there, who passed
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

#define SQL_SESSION \
  "SELECT s.starts_at, s.called_off, c.name, c.name_zh, c.months, c.examined " \
  "FROM training_session s JOIN course c ON c.id = s.course_id WHERE s.id = $1"
enum { STARTS_AT, CALLED_OFF, COURSE, COURSE_ZH, MONTHS, EXAMINED };

#define SQL_ENTRY \
  "SELECT a.id, n.name, c.number FROM training_attendance a JOIN person n ON n.id = a.person_id " \
  "LEFT JOIN training_certificate c ON c.attendance_id = a.id " \
  "WHERE a.session_id = $1 AND a.person_id = $2"
enum { ID, NAME, CERTIFICATE };

/* @entry: (out) (transfer full) (nullable): the row of the person on the list, if there is one */
static gboolean
find_entry (GgovChange  *change,
            gint64       session_id,
            gint64       person_id,
            GgovStmt   **entry,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ENTRY, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, session_id);
  ggov_stmt_bind_int (stmt, 2, person_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *entry = g_steal_pointer (&stmt);

  return step != GGOV_DB_ERROR;
}

/* (transfer full): the session, which takes place */
static GgovStmt *
find_session (GgovChange  *change,
              gint64       session_id,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = _ggov_training_find_row (change->db, SQL_SESSION, session_id,
                                                      "training session", error);

  if (stmt == NULL || ggov_stmt_is_null (stmt, CALLED_OFF))
    return g_steal_pointer (&stmt);

  /* Translators: a reason */
  _ggov_training_refuse (error, g_strdup_printf (
    _("This session was called off (%s). Choose another."), ggov_stmt_get_text (stmt, CALLED_OFF)));

  return NULL;
}

static gint64
add_entry (GgovChange  *change,
           gint64       session_id,
           gint64       person_id,
           GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("session_id", session_id),
    GGOV_ID ("person_id", person_id),
    GGOV_TEXT ("state", GGOV_ATTENDANCE_INVITED),
  };

  return _ggov_change_insert (change, "training_attendance", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_invite (GgovChange  *change,
                    gint64       session_id,
                    gint64       person_id,
                    GError     **error)
{
  g_autoptr(GgovStmt) session = find_session (change, session_id, error);
  g_autoptr(GgovStmt) entry = NULL;

  if (session == NULL || !find_entry (change, session_id, person_id, &entry, error))
    return 0;

  if (entry == NULL)
    return add_entry (change, session_id, person_id, error);

  /* Translators: a person, a course */
  _ggov_training_refuse (error, g_strdup_printf (
    _("%1$s is on the list of this session of “%2$s” already."), ggov_stmt_get_text (entry, NAME),
    GGOV_TRAINING_COURSE_NAME (session, COURSE)));

  return 0;
}

static gboolean
check_certificate (GgovStmt  *entry,
                   GError   **error)
{
  if (ggov_stmt_is_null (entry, CERTIFICATE))
    return TRUE;

  /* Translators: a person, the number of a certificate */
  return _ggov_training_refuse (error, g_strdup_printf (
    _("%1$s has the certificate %2$s for this session, so the entry stays."),
    ggov_stmt_get_text (entry, NAME), ggov_stmt_get_text (entry, CERTIFICATE)));
}

gboolean
ggov_change_take_off_list (GgovChange  *change,
                           gint64       session_id,
                           gint64       person_id,
                           GError     **error)
{
  g_autoptr(GgovStmt) entry = NULL;
  gint64 id;

  if (!find_entry (change, session_id, person_id, &entry, error))
    return FALSE;

  if (entry == NULL)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                           "the person is not on the list");
      return FALSE;
    }

  id = ggov_stmt_get_int (entry, ID);

  return check_certificate (entry, error) &&
         _ggov_change_delete (change, "training_attendance", id, error);
}

/* @id: of the entry, or 0 for a new one */
static gint64
write_mark (GgovChange                *change,
            gint64                     id,
            gint64                     session_id,
            GgovStmt                  *session,
            const GgovAttendanceMark  *mark,
            GError                   **error)
{
  g_autofree char *day = _ggov_training_dup_day (ggov_stmt_get_int (session, STARTS_AT));
  gboolean attended = g_str_equal (mark->state, GGOV_ATTENDANCE_ATTENDED);
  int passed = mark->passed < 0 && !ggov_stmt_get_int (session, EXAMINED) ? 1 : mark->passed;
  g_autofree char *end =
    attended && passed == 1 ? _ggov_training_dup_end (day, ggov_stmt_get_int (session, MONTHS))
                            : NULL;
  GgovColumn columns[] = {
    GGOV_TEXT ("state", mark->state),
    GGOV_TEXT ("reason", g_str_equal (mark->state, GGOV_ATTENDANCE_ABSENT) && mark->reason
                           ? mark->reason : ""),
    GGOV_TEXT ("attended_on", attended ? day : NULL),
    GGOV_INT ("passed", passed),
    GGOV_TEXT ("valid_to", end),
    GGOV_ID ("session_id", session_id),
    GGOV_ID ("person_id", mark->person_id),
  };

  if (!attended || passed < 0)
    columns[3] = (GgovColumn) GGOV_ID ("passed", 0);

  if (id == 0)
    return _ggov_change_insert (change, "training_attendance", columns, G_N_ELEMENTS (columns),
                                error);

  return _ggov_change_update (change, "training_attendance", id, -1, columns,
                              G_N_ELEMENTS (columns), error) ? id : 0;
}

gint64
ggov_change_mark_attendance (GgovChange                *change,
                             gint64                     session_id,
                             const GgovAttendanceMark  *mark,
                             const char                *today,
                             GError                   **error)
{
  g_autoptr(GgovStmt) session = find_session (change, session_id, error);
  g_autofree char *day = NULL;
  g_autoptr(GgovStmt) entry = NULL;

  if (session == NULL || !find_entry (change, session_id, mark->person_id, &entry, error))
    return 0;

  day = _ggov_training_dup_day (ggov_stmt_get_int (session, STARTS_AT));
  if (g_str_equal (mark->state, GGOV_ATTENDANCE_ATTENDED) && strcmp (day, today) > 0)
    /* Translators: a day */
    return _ggov_training_refuse (error, g_strdup_printf (
      _("The session is on %s: nobody can have attended it yet."), day));

  if (entry && !check_certificate (entry, error))
    return 0;

  return write_mark (change, entry ? ggov_stmt_get_int (entry, ID) : 0, session_id, session, mark,
                     error);
}
