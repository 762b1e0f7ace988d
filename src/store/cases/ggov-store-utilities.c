/* ggov-store-utilities.c: counting utility problems by company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-utilities.h"
#include "ggov-utilities-private.h"

#define MONTHS 12

/* Of the time from $1 to $2. */
#define PROBLEMS \
  "FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "WHERE t.service <> '' AND i.filed_at >= $1 AND i.filed_at < $2 AND i.stage <> 'void' "

/* $3 is the moment from which one looks. */
#define SQL_COUNTS \
  "SELECT coalesce (q.company, 0), o.name, q.service, q.filed_at, q.is_open, q.is_late FROM (" \
  "SELECT " GGOV_SQL_UTILITY_COMPANY " AS company, t.service AS service, i.filed_at AS filed_at, " \
  "(" GGOV_SQL_ISSUE_OPEN_BY ("i", "$2") ") AS is_open, " \
  "coalesce (" GGOV_SQL_ISSUE_LATE_AT ("i", "$3") ", 0) AS is_late " PROBLEMS ") q " \
  "LEFT JOIN organisation o ON o.id = q.company"
#define SQL_COMPANIES \
  "SELECT s.organisation_id, o.name, s.service FROM utility_supply s " \
  "JOIN organisation o ON o.id = s.organisation_id " \
  "WHERE coalesce (o.valid_from, $1) <= $1 AND coalesce (o.valid_to, $1) >= $1 " \
  "ORDER BY o.name, o.id"
#define SQL_PROBLEMS \
  "SELECT i.id " PROBLEMS "AND ($4 = '' OR t.service = $4) " \
  "AND coalesce (" GGOV_SQL_UTILITY_COMPANY ", 0) = $3 ORDER BY i.filed_at DESC, i.id DESC LIMIT 500"

/* What is asked for, and from when to when. */
typedef struct
{
  gint64  organisation_id;
  char   *service;
  char   *day;
  gint64  months[MONTHS + 1]; /* the first instant of each, and the end of the day */
  gint64  now;
} Query;

/* The problems of a company with a service. */
typedef struct
{
  gint64      id;
  char       *name;
  GgovUtility service;
  gint64      n_open;
  gint64      n_overdue;
  gint64      by_month[MONTHS];
  gint64      n_reported;
} Count;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->service);
  g_free (query->day);
  g_free (query);
}

static void
count_free (gpointer data)
{
  Count *count = data;

  g_free (count->name);
  g_free (count);
}

/* The twelve months that end with the day's. */
static void
fill_months (Query *query,
             int    day)
{
  int year, month, first;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ggov_local_day_to_date (day, &year, &month, NULL);
  for (int i = MONTHS - 1; i >= 0; i--)
    {
      g_autofree char *text = g_strdup_printf ("%04d-%02d-01", year, month);

      if (ggov_local_day_parse (text, &first, NULL))
        query->months[i] = ggov_local_time_from_day (first, 0);
      if (--month == 0)
        {
          month = MONTHS;
          year--;
        }
    }
  query->months[MONTHS] = ggov_local_time_from_day (day + 1, 0);
  query->now = CLAMP (now, ggov_local_time_from_day (day, 0), query->months[MONTHS]);
}

static Query *
query_new (const char *day)
{
  Query *query = g_new0 (Query, 1);
  int number = 0;

  if (!ggov_local_day_parse (day, &number, NULL))
    number = ggov_local_time_get_day (g_get_real_time () / G_USEC_PER_SEC);
  query->day = ggov_local_day_format (number);
  fill_months (query, number);

  return query;
}

/* Counting ------------------------------------------------------------------------------------- */

static Count *
find_count (GPtrArray   *counts,
            gint64       id,
            const char  *name,
            const char  *code)
{
  GgovUtility service = GGOV_UTILITY_WATER;
  Count *count;

  ggov_utility_from_code (code, &service);
  for (guint i = 0; i < counts->len; i++)
    {
      count = counts->pdata[i];
      if (count->id == id && count->service == service)
        return count;
    }

  count = g_new0 (Count, 1);
  count->id = id;
  count->name = g_strdup (name ? name : "");
  count->service = service;
  g_ptr_array_add (counts, count);

  return count;
}

static gboolean
list_companies (GgovDb       *db,
                const Query  *query,
                GPtrArray    *counts,
                GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_COMPANIES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, query->day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    find_count (counts, ggov_stmt_get_int (stmt, 0), ggov_stmt_get_text (stmt, 1),
                ggov_stmt_get_text (stmt, 2));

  return step == GGOV_DB_DONE;
}

static void
count_problem (GgovStmt    *stmt,
               const Query *query,
               Count       *count)
{
  gint64 filed_at = ggov_stmt_get_int (stmt, 3);
  gboolean is_open = ggov_stmt_get_int (stmt, 4) != 0;
  guint month = 0;

  while (month + 1 < MONTHS && filed_at >= query->months[month + 1])
    month++;
  count->by_month[month]++;
  count->n_reported++;
  count->n_open += is_open;
  count->n_overdue += is_open && ggov_stmt_get_int (stmt, 5) != 0;
}

static gboolean
count_problems (GgovDb       *db,
                const Query  *query,
                GPtrArray    *counts,
                GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_COUNTS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, query->months[0]);
  ggov_stmt_bind_int (stmt, 2, query->months[MONTHS]);
  ggov_stmt_bind_int (stmt, 3, query->now);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    count_problem (stmt, query, find_count (counts, ggov_stmt_get_int (stmt, 0),
                                            ggov_stmt_get_text (stmt, 1),
                                            ggov_stmt_get_text (stmt, 2)));

  return step == GGOV_DB_DONE;
}

/* By service; what is nobody's is the last of all. */
static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *one = *(Count *const *) a, *two = *(Count *const *) b;

  if ((one->id == 0) != (two->id == 0))
    return one->id == 0 ? 1 : -1;
  if (one->service != two->service)
    return one->service < two->service ? -1 : 1;

  return (one->id > two->id) - (one->id < two->id);
}

static gpointer
make_row (const Count *count)
{
  g_autoptr(GString) months = g_string_new (NULL);

  for (guint i = 0; i < MONTHS; i++)
    g_string_append_printf (months, "%s%" G_GINT64_FORMAT, i ? " " : "", count->by_month[i]);

  return ggov_utility_row_new (&(GgovUtilityRowFields) {
    .organisation_id = count->id,
    .n_reported = count->n_reported,
    .n_open = count->n_open,
    .n_solved = count->n_reported - count->n_open,
    .n_overdue = count->n_overdue,
    .company = count->id ? count->name : _("No company"),
    .service = ggov_utility_get_code (count->service),
    .service_label = ggov_utility_get_label (count->service),
    .months = months->str,
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) counts = g_ptr_array_new_with_free_func (count_free);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (!list_companies (db, query, counts, &error) || !count_problems (db, query, counts, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_sort (counts, compare_counts);
  for (guint i = 0; i < counts->len; i++)
    g_ptr_array_add (rows, make_row (counts->pdata[i]));
  g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_utilities_async (GgovStore           *self,
                                 const char          *day,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_utilities_async, list_job, query_new (day), query_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_utilities_finish (GgovStore     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_UTILITY_ROW) : NULL;
}

/* Problems ------------------------------------------------------------------------------------- */

static GArray *
list_ids (GgovDb       *db,
          const Query  *query,
          GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PROBLEMS, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, query->months[0]);
  ggov_stmt_bind_int (stmt, 2, query->months[MONTHS]);
  ggov_stmt_bind_int (stmt, 3, query->organisation_id);
  ggov_stmt_bind_text (stmt, 4, query->service ? query->service : "");

  return ggov_stmt_list_ints (stmt, error);
}

/* On the store's thread. */
static void
problems_job (GTask  *task,
              GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) ids = list_ids (db, g_task_get_task_data (task), &error);

  for (guint i = 0; ids && error == NULL && i < ids->len; i++)
    {
      GgovIssue *issue = _ggov_issue_find (db, g_array_index (ids, gint64, i), &error);

      if (issue)
        g_ptr_array_add (issues, issue);
    }

  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&issues), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_utility_problems_async (GgovStore           *self,
                                        gint64               organisation_id,
                                        const char          *service,
                                        const char          *day,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  Query *query = query_new (day);

  query->organisation_id = organisation_id;
  query->service = g_strdup (service);
  _ggov_store_call (self, ggov_store_list_utility_problems_async, problems_job, query, query_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_utility_problems_finish (GgovStore     *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  GPtrArray *issues;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  issues = g_task_propagate_pointer (G_TASK (result), error);

  return issues ? _ggov_store_take_list (issues, GGOV_TYPE_ISSUE) : NULL;
}
