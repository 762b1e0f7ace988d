/* ggov-store-courses.c: the office's courses and what they are required for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-courses.h"
#include "ggov-training-private.h"
#include "ggov-write-training.h"

#define SQL_LIST \
  "WITH " GGOV_TRAINING_LEARNT " " \
  "SELECT c.id, c.row_version, c.hours, c.months, c.examined, c.sort_order, " \
  "(SELECT count (*) FROM training_session s WHERE s.course_id = c.id AND s.called_off IS NULL), " \
  "(SELECT count (*) FROM learnt l WHERE l.course_id = c.id AND l.until >= $1), " \
  "c.code, c.name, c.name_zh, c.valid_to FROM course c ORDER BY c.sort_order, c.id"
enum
{
  ID, ROW_VERSION, HOURS, MONTHS, EXAMINED, SORT_ORDER, N_SESSIONS, N_PEOPLE, CODE, NAME, NAME_ZH,
  VALID_TO,
};

#define SQL_ROLES \
  "SELECT r.code, r.name, r.name_zh FROM course_role q JOIN role r ON r.id = q.role_id " \
  "WHERE q.course_id = $2 AND " GGOV_ROSTER_ON_DAY ("q") " ORDER BY r.sort_order, r.id"

typedef struct
{
  GgovCourse *course;
  char       *day;
} CourseOrder;

static void
course_order_free (CourseOrder *order)
{
  g_clear_object (&order->course);
  g_free (order->day);
  g_free (order);
}

static GgovCourse *
make_course (GgovStmt   *stmt,
             const char *roles,
             const char *role_labels)
{
  return ggov_course_new (&(GgovCourseRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .hours = ggov_stmt_get_int (stmt, HOURS),
    .months = ggov_stmt_get_int (stmt, MONTHS),
    .examined = ggov_stmt_get_int (stmt, EXAMINED),
    .sort_order = ggov_stmt_get_int (stmt, SORT_ORDER),
    .n_sessions = ggov_stmt_get_int (stmt, N_SESSIONS),
    .n_people = ggov_stmt_get_int (stmt, N_PEOPLE),
    .code = ggov_stmt_get_text (stmt, CODE),
    .name = ggov_stmt_get_text (stmt, NAME),
    .name_zh = ggov_stmt_get_text (stmt, NAME_ZH),
    .label = GGOV_TRAINING_COURSE_NAME (stmt, NAME),
    .roles = roles,
    .role_labels = role_labels,
    .valid_to = ggov_stmt_get_text (stmt, VALID_TO),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const char *as_of = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    ggov_stmt_bind_text (stmt, 1, as_of);

  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    {
      g_autoptr(GString) codes = g_string_new (NULL);
      g_autoptr(GString) labels = g_string_new (NULL);

      if (!_ggov_training_read_names (db, SQL_ROLES, as_of, ggov_stmt_get_int (stmt, ID), codes,
                                      labels, &error))
        break;
      g_ptr_array_add (rows, make_course (stmt, codes->str, labels->str));
    }

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* On the store's thread. */
static gboolean
save (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  const CourseOrder *order = data;

  return ggov_change_save_course (change, ggov_course_get_record (order->course), order->day,
                                  error) != 0;
}

void
ggov_store_list_courses_async (GgovStore           *self,
                               const char          *as_of,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_courses_async, list_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_courses_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_COURSE) : NULL;
}

void
ggov_store_save_course_async (GgovStore              *self,
                              const GgovCourseRecord *course,
                              const char             *day,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  CourseOrder *order;

  g_return_if_fail (course != NULL);
  g_return_if_fail (day != NULL);

  order = g_new0 (CourseOrder, 1);
  order->course = ggov_course_new (course);
  order->day = g_strdup (day);

  ggov_store_change_async (self, course->id ? N_("Change a course") : N_("Add a course"), "", save,
                           order, (GDestroyNotify) course_order_free, cancellable, callback,
                           user_data);
}
