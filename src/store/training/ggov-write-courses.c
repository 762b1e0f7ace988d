/* ggov-write-courses.c: writing courses and the roles they are required for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-training-private.h"
#include "ggov-typed-text.h"
#include "ggov-write-founding.h"
#include "ggov-write-training.h"

#define SQL_NEXT "SELECT coalesce (max (sort_order), 0) + 10, coalesce (max (id), 0) + 1 FROM course"
#define SQL_SAME_CODE "SELECT name, name_zh FROM course WHERE code = $1 AND id <> $2"
#define SQL_LATER \
  "SELECT starts_at FROM training_session WHERE course_id = $1 AND called_off IS NULL " \
  "AND starts_at >= $2 ORDER BY starts_at LIMIT 1"

/* What the course is required for on the day $2 or from a later one. */
#define SQL_REQUIRED \
  "SELECT q.id, q.valid_from, r.code FROM course_role q JOIN role r ON r.id = q.role_id " \
  "WHERE q.course_id = $1 AND (q.valid_to IS NULL OR q.valid_to >= $2) ORDER BY q.id"

static gboolean
check_code (GgovChange   *change,
            const char   *code,
            gint64        id,
            GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SAME_CODE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, code);
  ggov_stmt_bind_int (stmt, 2, id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a code, and the name of the course that has it */
  return _ggov_training_refuse (error, g_strdup_printf (
    _("The code “%1$s” is that of the course “%2$s”. Choose another."), code,
    GGOV_TRAINING_COURSE_NAME (stmt, 0)));
}

/* Nobody may be taught it after its last day. */
static gboolean
check_last_day (GgovChange              *change,
                const GgovCourseRecord  *course,
                GError                 **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  g_autofree char *starts = NULL;
  GgovDbStep step;
  int day;

  if (course->valid_to == NULL || course->id == 0)
    return TRUE;

  if (!ggov_local_day_parse (course->valid_to, &day, error) ||
      !(stmt = ggov_db_prepare (change->db, SQL_LATER, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, course->id);
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (day + 1, 0));
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  starts = _ggov_training_dup_time (ggov_stmt_get_int (stmt, 0));

  /* Translators: a day and time, a day */
  return _ggov_training_refuse (error, g_strdup_printf (
    _("A session of this course is still to come on %1$s, after %2$s. Call it off first, or choose "
      "a later day."), starts, course->valid_to));
}

static gboolean
read_next (GgovChange  *change,
           gint64      *sort_order,
           char       **code,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_NEXT, error);

  if (stmt == NULL || ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  if (*sort_order == 0)
    *sort_order = ggov_stmt_get_int (stmt, 0);
  if (*code == NULL)
    *code = g_strdup_printf ("course-%" G_GINT64_FORMAT, ggov_stmt_get_int (stmt, 1));

  return TRUE;
}

static gint64
write_course (GgovChange              *change,
              const GgovCourseRecord  *course,
              const char              *code,
              GError                 **error)
{
  const char *name = ggov_typed_is_blank (course->name) ? course->name_zh : course->name;
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", code),
    GGOV_TEXT ("name", name),
    GGOV_TEXT ("name_zh", ggov_typed_is_blank (course->name_zh) ? name : course->name_zh),
    GGOV_INT ("hours", MAX (course->hours, 0)),
    GGOV_INT ("months", MAX (course->months, 0)),
    GGOV_INT ("examined", course->examined != 0),
    GGOV_TEXT ("valid_to", course->valid_to),
    GGOV_INT ("sort_order", course->sort_order),
  };

  if (course->id == 0)
    return _ggov_change_insert (change, "course", columns, G_N_ELEMENTS (columns), error);

  return _ggov_change_update (change, "course", course->id, course->row_version, columns,
                              G_N_ELEMENTS (columns), error) ? course->id : 0;
}

/* Requirements --------------------------------------------------------------------------------- */

/* One that has not begun by then was never one. */
static gboolean
end_requirement (GgovChange  *change,
                 gint64       id,
                 const char  *valid_from,
                 const char  *day,
                 GError     **error)
{
  g_autofree char *last = NULL;
  int number;

  if (strcmp (valid_from, day) >= 0)
    return _ggov_change_delete (change, "course_role", id, error);

  if (!ggov_local_day_parse (day, &number, error))
    return FALSE;

  last = ggov_local_day_format (number - 1);

  return _ggov_change_update (change, "course_role", id, -1,
                              &(GgovColumn) GGOV_TEXT ("valid_to", last), 1, error);
}

/* Ends what is no longer wanted and takes out of @wanted what is there. */
static gboolean
end_requirements (GgovChange  *change,
                  gint64       course_id,
                  GHashTable  *wanted,
                  const char  *day,
                  GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_REQUIRED, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, course_id);
  ggov_stmt_bind_text (stmt, 2, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (!g_hash_table_remove (wanted, ggov_stmt_get_text (stmt, 2)) &&
        !end_requirement (change, ggov_stmt_get_int (stmt, 0), ggov_stmt_get_text (stmt, 1), day,
                          error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

static gboolean
add_requirement (GgovChange  *change,
                 gint64       course_id,
                 const char  *role,
                 const char  *day,
                 GError     **error)
{
  g_autoptr(GError) local = NULL;
  gint64 role_id = ggov_change_find_role (change, role, &local);
  const GgovColumn columns[] = {
    GGOV_ID ("course_id", course_id),
    GGOV_ID ("role_id", role_id),
    GGOV_TEXT ("valid_from", day),
  };

  if (role_id != 0)
    return _ggov_change_insert (change, "course_role", columns, G_N_ELEMENTS (columns), error) != 0;

  if (g_error_matches (local, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND))
    /* Translators: a code that somebody typed */
    return _ggov_training_refuse (error, g_strdup_printf (_("There is no role “%s”."), role));

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
require_for (GgovChange  *change,
             gint64       course_id,
             const char  *roles,
             const char  *day,
             GError     **error)
{
  g_auto(GStrv) words = g_strsplit_set (roles ? roles : "", " ,\t\n", -1);
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_hash_table_add (wanted, words[i]);

  if (!end_requirements (change, course_id, wanted, day, error))
    return FALSE;

  for (guint i = 0; words[i]; i++)
    if (g_hash_table_remove (wanted, words[i]) &&
        !add_requirement (change, course_id, words[i], day, error))
      return FALSE;

  return TRUE;
}

gint64
ggov_change_save_course (GgovChange              *change,
                         const GgovCourseRecord  *course,
                         const char              *day,
                         GError                 **error)
{
  GgovCourseRecord record = *course;
  g_autofree char *code = ggov_typed_is_blank (course->code) ? NULL : g_strdup (course->code);
  gint64 id;

  if (ggov_typed_is_blank (course->name) && ggov_typed_is_blank (course->name_zh))
    {
      _ggov_training_refuse (error, g_strdup (_("The course needs a name.")));
      return 0;
    }

  if (!read_next (change, &record.sort_order, &code, error) ||
      !check_code (change, code, record.id, error) ||
      !check_last_day (change, &record, error) ||
      !(id = write_course (change, &record, code, error)) ||
      !require_for (change, id, record.roles, day, error))
    return 0;

  ggov_change_set_subject (change, code);

  return id;
}
