/* ggov-store-training-sessions.c: when courses are taught
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-store-training-sessions.h"
#include "ggov-training-private.h"
#include "ggov-write-training.h"

/* $1 is the beginning of the day asked about, $2 the end: what begins on the day itself is both to come
 * and can be attended. */
#define SQL_LIST \
  "SELECT s.id, s.row_version, s.course_id, s.starts_at, s.ends_at, coalesce (s.seats, 0), " \
  "coalesce (a.n, 0), coalesce (a.invited, 0), coalesce (a.attended, 0), coalesce (a.absent, 0), " \
  "coalesce (a.passed, 0), coalesce (a.certificates, 0), s.starts_at < $2, c.hours, c.examined, " \
  "c.code, c.name, c.name_zh, s.place, s.trainer, s.note, s.called_off " \
  "FROM training_session s JOIN course c ON c.id = s.course_id LEFT JOIN (" \
  "SELECT t.session_id, count (*) AS n, count (*) FILTER (WHERE t.state = 'invited') AS invited, " \
  "count (*) FILTER (WHERE t.state = 'attended') AS attended, " \
  "count (*) FILTER (WHERE t.state = 'absent') AS absent, " \
  "count (*) FILTER (WHERE t.passed = 1) AS passed, count (k.id) AS certificates " \
  "FROM training_attendance t LEFT JOIN training_certificate k ON k.attendance_id = t.id " \
  "GROUP BY t.session_id) a ON a.session_id = s.id " \
  "WHERE ($3 = 0 OR ($3 = 1 AND s.starts_at >= $1) OR ($3 = 2 AND s.starts_at < $1)) " \
  "AND ($4 IS NULL OR s.course_id = $4) " \
  "ORDER BY s.starts_at < $1, CASE WHEN s.starts_at < $1 THEN -s.starts_at ELSE s.starts_at END, s.id"
enum
{
  ID, ROW_VERSION, COURSE_ID, STARTS_AT, ENDS_AT, SEATS, N_PEOPLE, N_INVITED, N_ATTENDED, N_ABSENT,
  N_PASSED, N_CERTIFICATES, IS_OVER, HOURS, EXAMINED, COURSE_CODE, COURSE, COURSE_ZH, PLACE, TRAINER,
  NOTE, CALLED_OFF,
};

typedef struct
{
  char             *as_of;
  GgovTrainingSpan  span;
  gint64            course_id;
} ListOrder;

static void
list_order_free (ListOrder *order)
{
  g_free (order->as_of);
  g_free (order);
}

/* The day is left out of the end where it is that of the beginning. */
static char *
dup_end (gint64 starts_at,
         gint64 ends_at)
{
  g_autofree char *ends = _ggov_training_dup_time (ends_at);

  if (ggov_local_time_get_day (starts_at) != ggov_local_time_get_day (ends_at))
    return g_steal_pointer (&ends);

  return g_strdup (strchr (ends, ' ') + 1);
}

static gpointer
make_session (GgovStmt *stmt)
{
  gint64 starts_at = ggov_stmt_get_int (stmt, STARTS_AT);
  gint64 ends_at = ggov_stmt_get_int (stmt, ENDS_AT);
  g_autofree char *day = _ggov_training_dup_day (starts_at);
  g_autofree char *starts = _ggov_training_dup_time (starts_at);
  g_autofree char *ends = dup_end (starts_at, ends_at);

  return ggov_training_session_new (&(GgovTrainingSessionRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .course_id = ggov_stmt_get_int (stmt, COURSE_ID),
    .starts_at = starts_at,
    .ends_at = ends_at,
    .seats = ggov_stmt_get_int (stmt, SEATS),
    .n_people = ggov_stmt_get_int (stmt, N_PEOPLE),
    .n_invited = ggov_stmt_get_int (stmt, N_INVITED),
    .n_attended = ggov_stmt_get_int (stmt, N_ATTENDED),
    .n_absent = ggov_stmt_get_int (stmt, N_ABSENT),
    .n_passed = ggov_stmt_get_int (stmt, N_PASSED),
    .n_certificates = ggov_stmt_get_int (stmt, N_CERTIFICATES),
    .is_over = ggov_stmt_get_int (stmt, IS_OVER),
    .hours = ggov_stmt_get_int (stmt, HOURS),
    .examined = ggov_stmt_get_int (stmt, EXAMINED),
    .day = day,
    .starts = starts,
    .ends = ends,
    .course_code = ggov_stmt_get_text (stmt, COURSE_CODE),
    .course = GGOV_TRAINING_COURSE_NAME (stmt, COURSE),
    .place = ggov_stmt_get_text (stmt, PLACE),
    .trainer = ggov_stmt_get_text (stmt, TRAINER),
    .note = ggov_stmt_get_text (stmt, NOTE),
    .called_off = ggov_stmt_get_text (stmt, CALLED_OFF),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const ListOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  int day;

  if (stmt == NULL || !ggov_local_day_parse (order->as_of, &day, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, ggov_local_time_from_day (day, 0));
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (day + 1, 0));
  ggov_stmt_bind_int (stmt, 3, order->span);
  ggov_stmt_bind_id (stmt, 4, order->course_id);
  _ggov_store_return_rows (task, stmt, make_session);
}

/* On the store's thread. */
static gboolean
save (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  return ggov_change_save_session (change, ggov_training_session_get_record (data), error) != 0;
}

/* On the store's thread. */
static gboolean
call_off (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const GgovTrainingSessionRecord *record = ggov_training_session_get_record (data);

  return ggov_change_call_off (change, record->id, record->called_off, error);
}

void
ggov_store_list_training_sessions_async (GgovStore           *self,
                                         const char          *as_of,
                                         GgovTrainingSpan     span,
                                         gint64               course_id,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  ListOrder *order;

  g_return_if_fail (as_of != NULL);

  order = g_new0 (ListOrder, 1);
  order->as_of = g_strdup (as_of);
  order->span = span;
  order->course_id = course_id;

  _ggov_store_call (self, ggov_store_list_training_sessions_async, list_job, order,
                    (GDestroyNotify) list_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_training_sessions_finish (GgovStore     *self,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_TRAINING_SESSION) : NULL;
}

void
ggov_store_save_training_session_async (GgovStore                       *self,
                                        const GgovTrainingSessionRecord *session,
                                        GCancellable                    *cancellable,
                                        GAsyncReadyCallback              callback,
                                        gpointer                         user_data)
{
  g_return_if_fail (session != NULL);

  ggov_store_change_async (self, session->id ? N_("Change a training session")
                                             : N_("Add a training session"), "", save,
                           ggov_training_session_new (session), g_object_unref, cancellable,
                           callback, user_data);
}

void
ggov_store_call_off_training_session_async (GgovStore           *self,
                                            gint64               session_id,
                                            const char          *reason,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data)
{
  const GgovTrainingSessionRecord record = { .id = session_id, .called_off = reason };

  ggov_store_change_async (self, reason ? N_("Call off a training session")
                                        : N_("Let a training session take place after all"), "",
                           call_off, ggov_training_session_new (&record), g_object_unref,
                           cancellable, callback, user_data);
}
