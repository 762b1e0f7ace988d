/* ggov-clock-read.c: the office's clock, from its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-clock-private.h"
#include "ggov-local-time.h"

#define SQL_DAYS "SELECT year, day, is_off, name FROM calendar_day ORDER BY year, day"
#define SQL_SCHEDULE "SELECT entries FROM work_schedule ORDER BY id DESC LIMIT 1"

/* The days of one notice, or of the office's own, with names of their own. */
typedef struct
{
  int           year; /* 0 for the office's own */
  GArray       *days; /* (element-type GgovCalendarDay) */
  GStringChunk *names;
} Notice;

static void
notice_clear (Notice *notice)
{
  g_clear_pointer (&notice->days, g_array_unref);
  g_clear_pointer (&notice->names, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Notice, notice_clear)

/* Takes @calendar over, and returns the one that follows the notice too. */
static GgovCalendar *
follow (GgovCalendar  *calendar,
        Notice        *notice,
        GError       **error)
{
  g_autoptr(GgovCalendar) older = calendar;
  const GgovCalendarDay *days = (const GgovCalendarDay *) (void *) notice->days->data;
  guint n = notice->days->len;

  if (n == 0)
    return g_steal_pointer (&older);
  if (notice->year == 0)
    return ggov_calendar_with_exceptions (older, days, n, error);

  return ggov_calendar_with_days (older, notice->year, days, n, error);
}

static gboolean
take_row (Notice    *notice,
          GgovStmt  *stmt,
          GError   **error)
{
  GgovCalendarDay day = { .off = ggov_stmt_get_int (stmt, 2) != 0 };

  if (!ggov_local_day_parse (ggov_stmt_get_text (stmt, 1), &day.day, error))
    return FALSE;

  day.name = g_string_chunk_insert_const (notice->names, ggov_stmt_get_text (stmt, 3));
  g_array_append_val (notice->days, day);

  return TRUE;
}

/* The notices come by year, the office's own days first. */
static GgovCalendar *
read_calendar (GgovDb  *db,
               GError **error)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_auto(Notice) notice = { 0, g_array_new (FALSE, FALSE, sizeof (GgovCalendarDay)),
                            g_string_chunk_new (256) };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_DAYS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      if (ggov_stmt_get_int (stmt, 0) != notice.year)
        {
          calendar = follow (g_steal_pointer (&calendar), &notice, error);
          if (calendar == NULL)
            return NULL;
          notice.year = ggov_stmt_get_int (stmt, 0);
          g_array_set_size (notice.days, 0);
        }
      if (!take_row (&notice, stmt, error))
        return NULL;
    }

  return step == GGOV_DB_DONE ? follow (g_steal_pointer (&calendar), &notice, error) : NULL;
}

static GgovWorkSchedule *
read_schedule (GgovDb  *db,
               GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_SCHEDULE, error);
  GgovDbStep step = stmt ? ggov_stmt_step (stmt, error) : GGOV_DB_ERROR;

  if (step == GGOV_DB_ROW)
    return ggov_work_schedule_new_parse (ggov_stmt_get_text (stmt, 0), error);

  return step == GGOV_DB_DONE ? ggov_work_schedule_new_default () : NULL;
}

GgovOfficeClock *
_ggov_clock_read (GgovDb  *db,
                  GError **error)
{
  g_autoptr(GgovCalendar) calendar = read_calendar (db, error);
  g_autoptr(GgovWorkSchedule) schedule = calendar ? read_schedule (db, error) : NULL;

  return schedule ? ggov_office_clock_new (calendar, schedule) : NULL;
}
