/* ggov-training.c: what the queries and writes about training share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-training-private.h"

/* Sessions both are on the list of: which row of the two goes, and which stays. A row says more the
 * further it is. */
#define STAGE(table) \
  "CASE " table ".state WHEN 'attended' THEN 2 + coalesce (" table ".passed, 0) " \
  "WHEN 'absent' THEN 1 ELSE 0 END"
#define SQL_BOTH \
  "SELECT CASE WHEN " STAGE ("b") " > " STAGE ("a") " THEN a.id ELSE b.id END, " \
  "CASE WHEN " STAGE ("b") " > " STAGE ("a") " THEN b.id ELSE a.id END " \
  "FROM training_attendance a JOIN training_attendance b ON b.session_id = a.session_id " \
  "AND b.person_id = $2 WHERE a.person_id = $1 ORDER BY a.id"
#define SQL_CERTIFICATES \
  "SELECT id, EXISTS (SELECT 1 FROM training_certificate k WHERE k.attendance_id = $2) " \
  "FROM training_certificate WHERE attendance_id = $1"

gboolean
_ggov_training_refuse (GError **error,
                       char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

GgovStmt *
_ggov_training_find_row (GgovDb      *db,
                         const char  *sql,
                         gint64       id,
                         const char  *what,
                         GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return g_steal_pointer (&stmt);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no %s %" G_GINT64_FORMAT, what, id);

  return NULL;
}

gboolean
_ggov_training_read_names (GgovDb      *db,
                           const char  *sql,
                           const char  *as_of,
                           gint64       id,
                           GString     *codes,
                           GString     *labels,
                           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, as_of);
  ggov_stmt_bind_int (stmt, 2, id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_string_append_printf (codes, "%s%s", codes->len ? " " : "", ggov_stmt_get_text (stmt, 0));
      g_string_append_printf (labels, "%s%s", labels->len ? " · " : "",
                              GGOV_TRAINING_COURSE_NAME (stmt, 1));
    }

  return step == GGOV_DB_DONE;
}

char *
_ggov_training_dup_time (gint64 time)
{
  return g_strdelimit (ggov_local_time_format (time), "T", ' ');
}

char *
_ggov_training_dup_day (gint64 time)
{
  return ggov_local_day_format (ggov_local_time_get_day (time));
}

/* GDate knows that the 31st of a month may be the 30th of another. */
char *
_ggov_training_dup_end (const char *day,
                        int         months)
{
  int number, year, month, day_of_month;
  GDate date;

  if (months <= 0 || !ggov_local_day_parse (day, &number, NULL))
    return NULL;

  ggov_local_day_to_date (number, &year, &month, &day_of_month);
  g_date_set_dmy (&date, day_of_month, month, year);
  g_date_add_months (&date, months);

  return ggov_local_day_format (ggov_local_day_from_date (g_date_get_year (&date),
                                                          g_date_get_month (&date),
                                                          g_date_get_day (&date)) - 1);
}

/* The certificate of a row that goes is of the row that stays, unless that has one of its own. */
static gboolean
move_certificate (GgovChange  *change,
                  gint64       goes_id,
                  gint64       stays_id,
                  GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_CERTIFICATES, error);
  GgovDbStep step;
  gint64 id;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, goes_id);
  ggov_stmt_bind_int (stmt, 2, stays_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  id = ggov_stmt_get_int (stmt, 0);

  return _ggov_change_update (change, "training_certificate", id, -1,
                              &(GgovColumn) GGOV_ID ("attendance_id", ggov_stmt_get_int (stmt, 1)
                                                                        ? 0 : stays_id),
                              1, error);
}

gboolean
_ggov_training_join (GgovChange  *change,
                     gint64       keep_id,
                     gint64       other_id,
                     GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BOTH, error);
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, 2 * sizeof (gint64));
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, keep_id);
  ggov_stmt_bind_int (stmt, 2, other_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const gint64 pair[] = { ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1) };

      g_array_append_vals (pairs, pair, 1);
    }

  for (guint i = 0; step == GGOV_DB_DONE && i < pairs->len; i++)
    {
      const gint64 *pair = (const gint64 *) (gconstpointer) pairs->data + 2 * i;

      if (!move_certificate (change, pair[0], pair[1], error) ||
          !_ggov_change_delete (change, "training_attendance", pair[0], error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}
