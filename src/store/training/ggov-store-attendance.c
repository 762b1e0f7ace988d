/* ggov-store-attendance.c: who is on the list of a session, and what a person was taught
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-attendance.h"
#include "ggov-training-private.h"

#define COLUMNS \
  "a.id, a.row_version, t.id, n.id, t.course_id, coalesce (a.passed, -1), coalesce (k.id, 0), " \
  "n.name, n.phone, e.name, e.name_zh, t.starts_at, a.state, a.reason, a.attended_on, a.valid_to, " \
  "k.number, "

/* The first post of each who is on the list, in the order of the roster. */
#define FIRST_POST(people) \
  "held AS MATERIALIZED (SELECT p.*, row_number () OVER (PARTITION BY p.person_id " \
  "ORDER BY r.sort_order, p.id) AS n FROM post p JOIN role r ON r.id = p.role_id " \
  "WHERE p.person_id IN (" people ") AND " GGOV_ROSTER_ON_DAY ("p") ")"

#define SQL_SESSION \
  "WITH " FIRST_POST ("SELECT person_id FROM training_attendance WHERE session_id = $2") " " \
  "SELECT " COLUMNS "NULL, r.name, r.name_zh, g.code, p.id IS NOT NULL, " \
  GGOV_ROSTER_PLACE_COLUMNS " " \
  "FROM training_attendance a JOIN training_session t ON t.id = a.session_id " \
  "JOIN course e ON e.id = t.course_id JOIN person n ON n.id = a.person_id " \
  "LEFT JOIN training_certificate k ON k.attendance_id = a.id " \
  "LEFT JOIN held p ON p.person_id = a.person_id AND p.n = 1 LEFT JOIN role r ON r.id = p.role_id " \
  GGOV_ROSTER_JOIN_SPOT "WHERE a.session_id = $2 " \
  "ORDER BY p.id IS NULL, " GGOV_ROSTER_ORDER ", n.pinyin, n.id"

#define SQL_PERSON \
  "SELECT * FROM (SELECT " COLUMNS "NULL AS issuer, NULL AS r, NULL AS z, NULL AS g, 0 AS p, " \
  "t.starts_at AS at FROM training_attendance a JOIN training_session t ON t.id = a.session_id " \
  "JOIN course e ON e.id = t.course_id JOIN person n ON n.id = a.person_id " \
  "LEFT JOIN training_certificate k ON k.attendance_id = a.id " \
  "WHERE a.person_id = $2 AND t.called_off IS NULL " \
  "AND (a.attended_on IS NULL OR a.attended_on <= $1) UNION ALL " \
  "SELECT 0, k.row_version, 0, n.id, k.course_id, 1, k.id, n.name, n.phone, e.name, e.name_zh, " \
  "NULL, 'attended', '', k.issued_on, k.valid_to, k.number, k.issuer, NULL, NULL, NULL, 0, NULL " \
  "FROM training_certificate k JOIN course e ON e.id = k.course_id " \
  "JOIN person n ON n.id = k.person_id WHERE k.person_id = $2 AND k.attendance_id IS NULL " \
  "AND k.issued_on <= $1) w ORDER BY w.at DESC NULLS LAST, w.attended_on DESC"

enum
{
  ID, ROW_VERSION, SESSION_ID, PERSON_ID, COURSE_ID, PASSED, CERTIFICATE_ID, PERSON, PHONE, COURSE,
  COURSE_ZH, STARTS_AT, STATE, REASON, ATTENDED_ON, VALID_TO, CERTIFICATE, ISSUER, ROLE, ROLE_ZH,
  GRID_CODE, HAS_PLACE, PLACE,
};

/* What is asked about, or who is to be written. */
typedef struct
{
  gint64      id;     /* of the session or the person */
  char       *as_of;
  const char *sql;
  GArray     *marks;  /* (nullable) (element-type GgovAttendanceMark) */
  GPtrArray  *texts;  /* (element-type utf8): of the marks */
} AttendanceOrder;

static void
attendance_order_free (AttendanceOrder *order)
{
  g_free (order->as_of);
  g_clear_pointer (&order->marks, g_array_unref);
  g_clear_pointer (&order->texts, g_ptr_array_unref);
  g_free (order);
}

static AttendanceOrder *
attendance_order_new (gint64      id,
                      const char *as_of)
{
  AttendanceOrder *order = g_new0 (AttendanceOrder, 1);

  order->id = id;
  order->as_of = g_strdup (as_of);
  order->marks = g_array_new (FALSE, TRUE, sizeof (GgovAttendanceMark));
  order->texts = g_ptr_array_new_with_free_func (g_free);

  return order;
}

static const char *
keep_text (AttendanceOrder *order,
           const char      *text)
{
  if (text)
    g_ptr_array_add (order->texts, g_strdup (text));

  return text ? order->texts->pdata[order->texts->len - 1] : NULL;
}

static void
add_row (GPtrArray *rows,
         GgovStmt  *stmt)
{
  gboolean has_place = ggov_stmt_get_int (stmt, HAS_PLACE);
  gboolean has_role = !ggov_stmt_is_null (stmt, ROLE);
  gint64 starts_at = ggov_stmt_get_int (stmt, STARTS_AT);
  g_autofree char *place = has_place ? _ggov_roster_dup_place (stmt, PLACE) : NULL;
  g_autofree char *session = starts_at ? _ggov_training_dup_time (starts_at) : NULL;

  g_ptr_array_add (rows, ggov_attendance_new (&(GgovAttendanceRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .rank = rows->len + 1,
    .session_id = ggov_stmt_get_int (stmt, SESSION_ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .course_id = ggov_stmt_get_int (stmt, COURSE_ID),
    .passed = ggov_stmt_get_int (stmt, PASSED),
    .certificate_id = ggov_stmt_get_int (stmt, CERTIFICATE_ID),
    .person = ggov_stmt_get_text (stmt, PERSON),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .role = has_role ? GGOV_TRAINING_COURSE_NAME (stmt, ROLE) : NULL,
    .place = place,
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .course = GGOV_TRAINING_COURSE_NAME (stmt, COURSE),
    .session = session,
    .state = ggov_stmt_get_text (stmt, STATE),
    .reason = ggov_stmt_get_text (stmt, REASON),
    .attended_on = ggov_stmt_get_text (stmt, ATTENDED_ON),
    .valid_to = ggov_stmt_get_text (stmt, VALID_TO),
    .certificate = ggov_stmt_get_text (stmt, CERTIFICATE),
    .issuer = ggov_stmt_get_text (stmt, ISSUER),
  }));
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const AttendanceOrder *order = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, order->sql, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, order->as_of);
      ggov_stmt_bind_int (stmt, 2, order->id);
      while ((step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
        add_row (rows, stmt);
    }

  if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

/* On the store's thread. */
static gboolean
invite (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  const AttendanceOrder *order = data;

  for (guint i = 0; i < order->marks->len; i++)
    if (!ggov_change_invite (change, order->id,
                             g_array_index (order->marks, GgovAttendanceMark, i).person_id, error))
      return FALSE;

  return TRUE;
}

/* On the store's thread. */
static gboolean
take_off (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const AttendanceOrder *order = data;

  for (guint i = 0; i < order->marks->len; i++)
    if (!ggov_change_take_off_list (change, order->id,
                                    g_array_index (order->marks, GgovAttendanceMark, i).person_id,
                                    error))
      return FALSE;

  return TRUE;
}

/* On the store's thread. */
static gboolean
mark_all (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const AttendanceOrder *order = data;

  for (guint i = 0; i < order->marks->len; i++)
    if (!ggov_change_mark_attendance (change, order->id,
                                      &g_array_index (order->marks, GgovAttendanceMark, i),
                                      order->as_of, error))
      return FALSE;

  return TRUE;
}

static void
list_by (GgovStore           *self,
         const char          *sql,
         gint64               id,
         const char          *as_of,
         GCancellable        *cancellable,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  AttendanceOrder *order = attendance_order_new (id, as_of);

  order->sql = sql;
  _ggov_store_call (self, list_by, list_job, order, (GDestroyNotify) attendance_order_free,
                    cancellable, callback, user_data);
}

void
ggov_store_list_attendance_async (GgovStore           *self,
                                  gint64               session_id,
                                  const char          *as_of,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  list_by (self, SQL_SESSION, session_id, as_of, cancellable, callback, user_data);
}

void
ggov_store_list_trainings_async (GgovStore           *self,
                                 gint64               person_id,
                                 const char          *as_of,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  list_by (self, SQL_PERSON, person_id, as_of, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_attendance_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_ATTENDANCE) : NULL;
}

static AttendanceOrder *
order_people (gint64        session_id,
              const gint64 *people,
              guint         n_people)
{
  AttendanceOrder *order = attendance_order_new (session_id, NULL);

  for (guint i = 0; i < n_people; i++)
    g_array_append_val (order->marks, ((GgovAttendanceMark) { .person_id = people[i] }));

  return order;
}

void
ggov_store_invite_async (GgovStore           *self,
                         gint64               session_id,
                         const gint64        *people,
                         guint                n_people,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (people != NULL || n_people == 0);

  ggov_store_change_async (self, N_("Invite to a training session"), "", invite,
                           order_people (session_id, people, n_people),
                           (GDestroyNotify) attendance_order_free, cancellable, callback,
                           user_data);
}

void
ggov_store_take_off_list_async (GgovStore           *self,
                                gint64               session_id,
                                const gint64        *people,
                                guint                n_people,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (people != NULL || n_people == 0);

  ggov_store_change_async (self, N_("Take off the list of a training session"), "", take_off,
                           order_people (session_id, people, n_people),
                           (GDestroyNotify) attendance_order_free, cancellable, callback,
                           user_data);
}

void
ggov_store_mark_attendance_async (GgovStore                *self,
                                  gint64                    session_id,
                                  const GgovAttendanceMark *marks,
                                  guint                     n_marks,
                                  const char               *today,
                                  GCancellable             *cancellable,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data)
{
  AttendanceOrder *order;

  g_return_if_fail (marks != NULL || n_marks == 0);
  g_return_if_fail (today != NULL);

  order = attendance_order_new (session_id, today);
  for (guint i = 0; i < n_marks; i++)
    {
      GgovAttendanceMark mark = marks[i];

      mark.state = keep_text (order, mark.state);
      mark.reason = keep_text (order, mark.reason);
      g_array_append_val (order->marks, mark);
    }

  ggov_store_change_async (self, N_("Enter who attended a training session"), "", mark_all, order,
                           (GDestroyNotify) attendance_order_free, cancellable, callback,
                           user_data);
}
