/* ggov-store-clock.c: the office's clock: yearly notices, its own days, its hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-clock-private.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-store-clock.h"
#include "ggov-store-private.h"

#define OWN_YEAR 0

#define SQL_OF_YEAR "SELECT id FROM calendar_day WHERE year = $1"
#define SQL_OWN_DAY "SELECT id FROM calendar_day WHERE year = 0 AND day = $1"
#define SQL_SCHEDULE "SELECT id FROM work_schedule ORDER BY id DESC LIMIT 1"

typedef struct
{
  GBytes      *json;
  char        *entries;
  char        *name;
  int          day;
  GgovDayKind  kind;
  guint       *n_moved; /* (nullable): the caller's */
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->json, g_bytes_unref);
  g_free (order->entries);
  g_free (order->name);
  g_free (order);
}

/* A rule of the model that was broken is the user's to mend. */
static gboolean
refuse (GError **error,
        GError  *cause)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, cause->message);

  return FALSE;
}

static gboolean
refuse_sentence (GError     **error,
                 const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* Removes the rows of which @stmt gives the ids. */
static gboolean
delete_days (GgovChange  *change,
             GgovStmt    *stmt,
             GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; step == GGOV_DB_DONE && i < ids->len; i++)
    if (!_ggov_change_delete (change, "calendar_day", g_array_index (ids, gint64, i), error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

static gboolean
add_day (GgovChange             *change,
         int                     year,
         const GgovCalendarDay  *day,
         GError                **error)
{
  g_autofree char *date = ggov_local_day_format (day->day);
  const GgovColumn columns[] = {
    GGOV_INT ("year", year),
    GGOV_TEXT ("day", date),
    GGOV_INT ("is_off", day->off != FALSE),
    GGOV_TEXT ("name", day->name),
  };

  return _ggov_change_insert (change, "calendar_day", columns, G_N_ELEMENTS (columns), error) != 0;
}

/* The end of each of these: the clock as the records have it now decides. */
static gboolean
reckon_anew (GgovChange   *change,
             const Order  *order,
             GError      **error)
{
  g_autoptr(GgovOfficeClock) clock = _ggov_clock_read (change->db, error);
  guint n_moved = 0;

  if (clock == NULL || !_ggov_clock_reckon_open (change, clock, &n_moved, error))
    return FALSE;

  if (order->n_moved)
    *order->n_moved = n_moved;

  return TRUE;
}

static gboolean
replace_year (GgovChange  *change,
              int          year,
              GArray      *days,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_OF_YEAR, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, year);
  if (!delete_days (change, stmt, error))
    return FALSE;

  for (guint i = 0; i < days->len; i++)
    if (!add_day (change, year, &g_array_index (days, GgovCalendarDay, i), error))
      return FALSE;

  return TRUE;
}

/* The year is the one that has days once a plain calendar follows the notice. */
static gboolean
take_notice (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Order *order = data;
  g_autoptr(GgovCalendar) plain = ggov_calendar_new_plain ();
  g_autoptr(GgovCalendar) calendar = NULL;
  g_autoptr(GError) cause = NULL;
  gsize length;
  const char *json = g_bytes_get_data (order->json, &length);

  calendar = ggov_calendar_with_json (plain, json ? json : "", length, &cause);
  if (calendar == NULL)
    return refuse (error, cause);

  for (int year = 2000; year <= 2099; year++)
    if (ggov_calendar_is_announced (calendar, year))
      {
        g_autoptr(GArray) days = ggov_calendar_list_days (calendar, year);
        g_autofree char *subject = g_strdup_printf ("%d", year);

        ggov_change_set_subject (change, subject);

        return replace_year (change, year, days, error) && reckon_anew (change, order, error);
      }

  return refuse_sentence (error, _("The file names no day: nothing is announced for that year yet. "
                                   "Take it in once the notice is published."));
}

static gboolean
set_own_day (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Order *order = data;
  gboolean is_own = order->kind == GGOV_DAY_HOLIDAY || order->kind == GGOV_DAY_MAKE_UP;
  const GgovCalendarDay day = { order->day, order->kind == GGOV_DAY_HOLIDAY, order->name };
  g_autofree char *date = ggov_local_day_format (order->day);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_OWN_DAY, error);

  if (stmt == NULL)
    return FALSE;
  if (order->day < GGOV_CALENDAR_FIRST_DAY || order->day > GGOV_CALENDAR_LAST_DAY)
    return refuse_sentence (error, _("Days are kept from 2000 to 2099. Choose one of these."));
  if (is_own && (order->name == NULL || *order->name == '\0'))
    return refuse_sentence (error, _("Say what the day is called, so that deadlines can explain "
                                     "themselves."));

  ggov_change_set_subject (change, date);
  ggov_stmt_bind_text (stmt, 1, date);

  return delete_days (change, stmt, error) &&
         (!is_own || add_day (change, OWN_YEAR, &day, error)) && reckon_anew (change, order, error);
}

static gboolean
set_schedule (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const Order *order = data;
  g_autoptr(GError) cause = NULL;
  g_autoptr(GgovWorkSchedule) schedule = ggov_work_schedule_new_parse (order->entries, &cause);
  g_autofree char *entries = schedule ? ggov_work_schedule_to_string (schedule) : NULL;
  const GgovColumn columns[] = { GGOV_TEXT ("entries", entries) };
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;
  gboolean done;

  if (schedule == NULL)
    return refuse (error, cause);

  stmt = ggov_db_prepare (change->db, SQL_SCHEDULE, error);
  step = stmt ? ggov_stmt_step (stmt, error) : GGOV_DB_ERROR;
  if (step == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_ROW)
    done = _ggov_change_update (change, "work_schedule", ggov_stmt_get_int (stmt, 0), -1, columns,
                                G_N_ELEMENTS (columns), error);
  else
    done = _ggov_change_insert (change, "work_schedule", columns, G_N_ELEMENTS (columns),
                                error) != 0;

  return done && reckon_anew (change, order, error);
}

void
ggov_store_take_notice_async (GgovStore           *self,
                              GBytes              *json,
                              guint               *n_moved,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->json = g_bytes_ref (json);
  order->n_moved = n_moved;

  ggov_store_change_async (self, N_("Take in a year’s holidays"), "", take_notice, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_set_own_day_async (GgovStore           *self,
                              int                  day,
                              GgovDayKind          kind,
                              const char          *name,
                              guint               *n_moved,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->day = day;
  order->kind = kind;
  order->name = g_strdup (name);
  order->n_moved = n_moved;

  ggov_store_change_async (self, N_("Set a day of the office’s own"), "", set_own_day, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_set_schedule_async (GgovStore           *self,
                               const char          *entries,
                               guint               *n_moved,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->entries = g_strdup (entries);
  order->n_moved = n_moved;

  ggov_store_change_async (self, N_("Set the work hours"), "", set_schedule, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

/* On the store's thread. */
static void
clock_job (GTask  *task,
           GgovDb *db)
{
  GError *error = NULL;
  GgovOfficeClock *clock = _ggov_clock_read (db, &error);

  if (clock)
    g_task_return_pointer (task, clock, (GDestroyNotify) ggov_office_clock_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_get_clock_async (GgovStore           *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_get_clock_async, clock_job, NULL, NULL, cancellable, callback,
                    user_data);
}

GgovOfficeClock *
ggov_store_get_clock_finish (GgovStore     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* On the store's thread. */
static void
weigh_job (GTask  *task,
           GgovDb *db)
{
  GError *error = NULL;
  guint n_moved;

  if (_ggov_clock_count_moved (db, g_task_get_task_data (task), &n_moved, &error))
    g_task_return_int (task, n_moved);
  else
    g_task_return_error (task, error);
}

void
ggov_store_weigh_clock_async (GgovStore           *self,
                              GgovOfficeClock     *clock,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_weigh_clock_async, weigh_job, ggov_office_clock_ref (clock),
                    (GDestroyNotify) ggov_office_clock_unref, cancellable, callback, user_data);
}

int
ggov_store_weigh_clock_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
