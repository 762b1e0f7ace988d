/* ggov-store-points-views.c: who earned most, and what points come to month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-points-rule.h"
#include "ggov-points-rules-private.h"
#include "ggov-roster-private.h"
#include "ggov-store-points-views.h"
#include "ggov-store-private.h"
#include "ggov-write-points-private.h"

#define MONTHS 12

/* $1 the day, $2 and $3 the first second and the first after the last, $4 a place or NULL, $5 a role or
 * a family or NULL. */
#define PLACED(wanted) \
  "placed AS (SELECT p.person_id, o.name, o.name_zh, coalesce (p.grid_id, x.grid_id) AS grid_id, " \
  "row_number () OVER (PARTITION BY p.person_id ORDER BY o.sort_order, p.id) AS n " \
  "FROM post p JOIN role o ON o.id = p.role_id LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN ground x ON x.building_id = coalesce (p.building_id, u.building_id) " \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " AND " wanted ")"
#define SQL_HONOURS \
  "WITH " GGOV_ROSTER_GROUND ", " PLACED ("($5 IS NULL OR o.code = $5 OR o.family = $5)") ", " \
  "moves AS (SELECT coalesce (k.person_id, a.person_id) AS person_id, t.rule_id, " \
  "sum (e.points) AS points, count (*) AS awards FROM points_transfer t " \
  "JOIN points_entry e ON e.transfer_id = t.id AND e.points > 0 " \
  "JOIN points_account a ON a.id = e.account_id AND a.kind = 'person' " \
  "LEFT JOIN points_merge m ON m.account_id = a.id LEFT JOIN points_account k ON k.id = m.into_id " \
  "WHERE t.kind = 'earn' AND t.at >= $2 AND t.at < $3 AND " GGOV_POINTS_STANDS ("t") " " \
  "AND t.rule_id NOT IN (SELECT id FROM points_rule WHERE code = '" GGOV_POINTS_OPENING "') " \
  "GROUP BY coalesce (k.person_id, a.person_id), t.rule_id), " \
  "tops AS (SELECT person_id, rule_id, row_number () OVER (PARTITION BY person_id " \
  "ORDER BY points DESC, rule_id) AS n FROM moves), " \
  "sums AS (SELECT person_id, sum (points) AS points, sum (awards) AS awards FROM moves " \
  "GROUP BY person_id) " \
  "SELECT rank () OVER (ORDER BY s.points DESC), h.id, s.points, s.awards, h.name, " \
  "coalesce (l.name, ''), coalesce (l.name_zh, ''), coalesce (g.name, ''), r.activity, r.activity_zh " \
  "FROM sums s JOIN person h ON h.id = s.person_id " \
  "JOIN tops q ON q.person_id = s.person_id AND q.n = 1 JOIN points_rule r ON r.id = q.rule_id " \
  "LEFT JOIN placed l ON l.person_id = s.person_id AND l.n = 1 " \
  "LEFT JOIN grid g ON g.id = l.grid_id LEFT JOIN community c ON c.id = g.community_id " \
  "WHERE ($4 IS NULL OR g.code = $4 OR c.code = $4) AND ($5 IS NULL OR l.person_id IS NOT NULL) " \
  "ORDER BY s.points DESC, h.pinyin, h.id LIMIT $6"

#define SQL_MONTH \
  "SELECT coalesce (sum (CASE WHEN a.kind = 'issue' THEN -e.points END), 0), " \
  "coalesce (sum (CASE WHEN a.kind = 'venue' THEN e.points END), 0), " \
  "coalesce (sum (CASE WHEN a.kind = 'expiry' THEN e.points END), 0) FROM points_transfer t " \
  "JOIN points_entry e ON e.transfer_id = t.id JOIN points_account a ON a.id = e.account_id " \
  "WHERE t.at >= $1 AND t.at < $2"

/* $1 the last day, $2 $3 $4 the first second before, of the day and after the last; $5 $6 the first day
 * before and the day. */
#define DEED(person, at, from, where) \
  "SELECT " person " AS person_id, CASE WHEN " at " < $3 THEN 0 ELSE 1 END AS half FROM " from \
  " WHERE " at " >= $2 AND " at " < $4 AND " where " "
#define SQL_ACTIVITY \
  "WITH " GGOV_ROSTER_GROUND ", " PLACED ("o.code IN ('building_leader', 'unit_leader')") ", " \
  "acts AS (" \
  DEED ("i.reporter_id", "i.filed_at", "issue i", \
        "i.reporter_id IS NOT NULL AND i.stage NOT IN ('collect', 'void')") "UNION ALL " \
  DEED ("i.handler_id", "i.closed_at", "issue i", \
        "i.handler_id IS NOT NULL AND i.stage IN ('closed', 'evaluated')") "UNION ALL " \
  DEED ("b.person_id", "s.starts_at", \
        "training_session s JOIN training_attendance b ON b.session_id = s.id", \
        "b.state = 'attended'") "UNION ALL " \
  DEED ("a.person_id", "t.at", "points_transfer t JOIN points_entry e ON e.transfer_id = t.id " \
        "AND e.points > 0 JOIN points_account a ON a.id = e.account_id", \
        "t.kind = 'earn' AND a.kind = 'person'") "UNION ALL " \
  "SELECT v.visitor_id, CASE WHEN v.day < $6 THEN 0 ELSE 1 END FROM visit v " \
  "WHERE v.day >= $5 AND v.day <= $1 AND v.visitor_id IS NOT NULL), " \
  "done AS (SELECT person_id, sum (1 - half) AS before, sum (half) AS after FROM acts " \
  "GROUP BY person_id) " \
  "SELECT g.id, count (*), count (CASE WHEN d.before > 0 THEN 1 END), " \
  "count (CASE WHEN d.after > 0 THEN 1 END), " \
  "sum (coalesce (d.before, 0)), sum (coalesce (d.after, 0)), g.name, g.code FROM placed l " \
  "JOIN grid g ON g.id = l.grid_id LEFT JOIN done d ON d.person_id = l.person_id WHERE l.n = 1 " \
  "GROUP BY g.id, g.name, g.code ORDER BY g.code"

/* A question; what it has no use for is NULL or 0. */
typedef struct
{
  int    from;
  int    to;
  char  *place;
  char  *role;
  guint  limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->place);
  g_free (question->role);
  g_free (question);
}

static Question *
question_new (const char *from,
              const char *to)
{
  Question *question = g_new0 (Question, 1);

  if ((from && !ggov_local_day_parse (from, &question->from, NULL)) ||
      !ggov_local_day_parse (to, &question->to, NULL))
    g_critical ("“%s” or “%s” is not a day", from, to);

  return question;
}

/* Honours --------------------------------------------------------------------------------------- */

static gpointer
make_honour (GgovStmt *stmt)
{
  const GgovPointsHonourRecord record = {
    .place = ggov_stmt_get_int (stmt, 0),
    .person_id = ggov_stmt_get_int (stmt, 1),
    .points = ggov_stmt_get_int (stmt, 2),
    .n_awards = ggov_stmt_get_int (stmt, 3),
    .person = ggov_stmt_get_text (stmt, 4),
    .role = ggov_points_choose_name (ggov_stmt_get_text (stmt, 5), ggov_stmt_get_text (stmt, 6)),
    .grid = ggov_stmt_get_text (stmt, 7),
    .most = ggov_points_choose_name (ggov_stmt_get_text (stmt, 8), ggov_stmt_get_text (stmt, 9)),
  };

  return ggov_points_honour_new (&record);
}

/* On the store's thread. */
static void
honours_job (GTask  *task,
             GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  g_autofree char *day = ggov_local_day_format (question->to);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_HONOURS, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (question->from, 0));
  ggov_stmt_bind_int (stmt, 3, ggov_local_time_from_day (question->to + 1, 0));
  ggov_stmt_bind_text (stmt, 4, question->place);
  ggov_stmt_bind_text (stmt, 5, question->role);
  ggov_stmt_bind_int (stmt, 6, question->limit > 0 ? (gint64) question->limit : G_MAXINT);
  _ggov_store_return_rows (task, stmt, make_honour);
}

/* Months ---------------------------------------------------------------------------------------- */

static gboolean
ask_month (GgovDb                 *db,
           gint64                  from,
           gint64                  to,
           GgovPointsMonthRecord  *month,
           GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MONTH, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, from);
  ggov_stmt_bind_int (stmt, 2, to);
  if (!_ggov_points_ask (stmt, "sum", error))
    return FALSE;

  month->earned = ggov_stmt_get_int (stmt, 0);
  month->redeemed = ggov_stmt_get_int (stmt, 1);
  month->expired = ggov_stmt_get_int (stmt, 2);
  month->outstanding += month->earned - month->redeemed - month->expired;

  return TRUE;
}

static gboolean
add_months (GgovDb     *db,
            int         last,
            GPtrArray  *rows,
            GError    **error)
{
  GgovPointsMonthRecord month = { 0 };
  int year, number;

  ggov_local_day_to_date (last, &year, &number, NULL);
  year -= number < MONTHS;
  number = number % MONTHS + 1;
  if (!ask_month (db, G_MININT64,
                  ggov_local_time_from_day (ggov_local_day_from_date (year, number, 1), 0), &month, error))
    return FALSE;

  for (guint i = 0; i < MONTHS; i++)
    {
      const int first = ggov_local_day_from_date (year, number, 1);
      g_autofree char *name = g_strdup_printf ("%04d-%02d", year, number);
      int next;

      year += number / MONTHS;
      number = number % MONTHS + 1;
      next = MIN (ggov_local_day_from_date (year, number, 1), last + 1);
      month.month = name;
      if (!ask_month (db, ggov_local_time_from_day (first, 0), ggov_local_time_from_day (next, 0), &month,
                      error))
        return FALSE;
      g_ptr_array_add (rows, ggov_points_month_new (&month));
    }

  return TRUE;
}

/* On the store's thread. */
static void
months_job (GTask  *task,
            GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (add_months (db, question->to, rows, &error))
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Activity -------------------------------------------------------------------------------------- */

static gpointer
make_activity (GgovStmt *stmt)
{
  const GgovPointsActivityRecord record = {
    .grid_id = ggov_stmt_get_int (stmt, 0),
    .leaders = ggov_stmt_get_int (stmt, 1),
    .before = ggov_stmt_get_int (stmt, 2),
    .after = ggov_stmt_get_int (stmt, 3),
    .acts_before = ggov_stmt_get_int (stmt, 4),
    .acts_after = ggov_stmt_get_int (stmt, 5),
    .grid = ggov_stmt_get_text (stmt, 6),
    .code = ggov_stmt_get_text (stmt, 7),
  };

  return ggov_points_activity_new (&record);
}

/* On the store's thread. */
static void
activity_job (GTask  *task,
              GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  const int first = question->from - (question->to + 1 - question->from);
  g_autofree char *day = ggov_local_day_format (question->to);
  g_autofree char *since = ggov_local_day_format (question->from);
  g_autofree char *before = ggov_local_day_format (first);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ACTIVITY, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (first, 0));
  ggov_stmt_bind_int (stmt, 3, ggov_local_time_from_day (question->from, 0));
  ggov_stmt_bind_int (stmt, 4, ggov_local_time_from_day (question->to + 1, 0));
  ggov_stmt_bind_text (stmt, 5, before);
  ggov_stmt_bind_text (stmt, 6, since);
  _ggov_store_return_rows (task, stmt, make_activity);
}

/* Public ------------------------------------------------------------------------------------------- */

static GListModel *
take (GgovStore     *self,
      GAsyncResult  *result,
      GType          type,
      GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, type) : NULL;
}

void
ggov_store_list_points_honours_async (GgovStore               *self,
                                      const GgovPointsHonours *honours,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data)
{
  Question *question;

  g_return_if_fail (honours != NULL);

  question = question_new (honours->from, honours->to);
  question->place = g_strdup (honours->place);
  question->role = g_strdup (honours->role);
  question->limit = honours->limit;
  _ggov_store_call (self, ggov_store_list_points_honours_async, honours_job, question, question_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_honours_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return take (self, result, GGOV_TYPE_POINTS_HONOUR, error);
}

void
ggov_store_list_points_months_async (GgovStore           *self,
                                     const char          *as_of,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_points_months_async, months_job, question_new (NULL, as_of),
                    question_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_months_finish (GgovStore     *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return take (self, result, GGOV_TYPE_POINTS_MONTH, error);
}

void
ggov_store_list_points_activity_async (GgovStore           *self,
                                       const char          *since,
                                       const char          *as_of,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_points_activity_async, activity_job,
                    question_new (since, as_of), question_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_activity_finish (GgovStore     *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  return take (self, result, GGOV_TYPE_POINTS_ACTIVITY, error);
}
