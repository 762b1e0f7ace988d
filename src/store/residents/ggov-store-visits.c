/* ggov-store-visits.c: who went to see whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-store-visits.h"
#include "ggov-visits-private.h"

#define COLUMNS \
  "v.id, v.row_version, v.dwelling_id, v.household_id, v.person_id, v.visitor_id, g.id, v.issue_id, " \
  "v.confirmed, v.day, v.outcome, v.found, d.door, n.name, w.name, i.number, g.code, " \
  "(SELECT q.name FROM residence r JOIN person q ON q.id = r.person_id " \
  "WHERE r.household_id = v.household_id AND r.relation = '02' AND r.moved_in <= v.day " \
  "AND (r.moved_out IS NULL OR r.moved_out > v.day) LIMIT 1), " GGOV_RESIDENTS_PLACE_COLUMNS " "
enum
{
  ID, ROW_VERSION, DWELLING_ID, HOUSEHOLD_ID, PERSON_ID, VISITOR_ID, GRID_ID, ISSUE_ID, CONFIRMED, DAY,
  OUTCOME, FOUND, DOOR, PERSON, VISITOR, ISSUE, GRID_CODE, HEAD, PLACE,
};

#define PARTS \
  "JOIN unit u ON u.id = d.unit_id JOIN building b ON b.id = u.building_id " \
  "LEFT JOIN compound o ON o.id = b.compound_id LEFT JOIN person n ON n.id = v.person_id " \
  "LEFT JOIN person w ON w.id = v.visitor_id LEFT JOIN issue i ON i.id = v.issue_id "

/* Visits to somebody, and to the household they were of on the day. */
#define TO_PERSON(person) \
  "(SELECT v.* FROM visit v WHERE v.person_id = " person " UNION " \
  "SELECT v.* FROM residence r JOIN visit v ON v.household_id = r.household_id " \
  "AND v.person_id IS NULL AND v.day >= r.moved_in AND (r.moved_out IS NULL OR v.day < r.moved_out) " \
  "WHERE r.person_id = " person " AND r.living = 1)"

#define LIST(visits) \
  "SELECT " COLUMNS "FROM " visits " v JOIN dwelling d ON d.id = v.dwelling_id " PARTS \
  GGOV_RESIDENTS_JOIN_GRID "WHERE v.day <= $1 AND ($2 IS NULL OR g.id = $2) " \
  "AND ($3 IS NULL OR b.id = $3) AND ($4 IS NULL OR v.household_id = $4) " \
  "AND ($5 IS NULL OR v.visitor_id = $5) AND ($6 IS NULL OR v.day >= $6) " \
  "AND ($7 IS NULL OR v.day <= $7) AND ($8 IS NULL OR v.outcome = $8) " \
  "ORDER BY v.day DESC, v.id DESC LIMIT $9"

/* Of a grid the doors are few, of somebody the visits; else the newest of all. */
#define SQL_LIST LIST ("visit")
#define SQL_LIST_BY LIST ("(SELECT * FROM visit WHERE visitor_id = $5)")
#define SQL_LIST_TO LIST (TO_PERSON ("$10"))

#define SQL_OF_PERSON \
  "SELECT " COLUMNS "FROM " TO_PERSON ("$2") " v JOIN dwelling d ON d.id = v.dwelling_id " PARTS \
  GGOV_RESIDENTS_JOIN_GRID "WHERE v.day <= $1 ORDER BY v.day DESC, v.id DESC"

typedef struct
{
  GgovVisitFilter  filter;  /* its texts are these: */
  char            *as_of;
  char            *from;    /* (nullable) */
  char            *until;   /* (nullable) */
  char            *outcome; /* (nullable) */
} Question;

static void
question_free (Question *question)
{
  g_free (question->as_of);
  g_free (question->from);
  g_free (question->until);
  g_free (question->outcome);
  g_free (question);
}

char *
_ggov_visits_dup_due (const char *last,
                      const char *from,
                      int         every,
                      int        *number)
{
  int day = 0;

  if (!ggov_local_day_parse (last ? last : from, &day, NULL))
    return NULL;

  *number = day + every;

  return ggov_local_day_format (*number);
}

GPtrArray *
_ggov_residents_read_rows (GgovStmt              *stmt,
                           const char            *day,
                           GgovResidentsRowFunc   make_row,
                           GError               **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (rows, make_row (stmt, day, rows->len + 1));

  return step == GGOV_DB_DONE ? g_steal_pointer (&rows) : NULL;
}

static gpointer
make_visit (GgovStmt   *stmt,
            const char *day,
            guint       rank)
{
  g_autofree char *place = _ggov_residents_dup_place (stmt, PLACE);

  return ggov_visit_new (&(GgovVisitRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .dwelling_id = ggov_stmt_get_int (stmt, DWELLING_ID),
    .household_id = ggov_stmt_get_int (stmt, HOUSEHOLD_ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .visitor_id = ggov_stmt_get_int (stmt, VISITOR_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .issue_id = ggov_stmt_get_int (stmt, ISSUE_ID),
    .confirmed = ggov_stmt_get_int (stmt, CONFIRMED),
    .day = ggov_stmt_get_text (stmt, DAY),
    .outcome = ggov_stmt_get_text (stmt, OUTCOME),
    .found = ggov_stmt_get_text (stmt, FOUND),
    .place = place,
    .door = ggov_stmt_get_text (stmt, DOOR),
    .person = ggov_stmt_get_text (stmt, PERSON),
    .head = ggov_stmt_get_text (stmt, HEAD),
    .visitor = ggov_stmt_get_text (stmt, VISITOR),
    .issue = ggov_stmt_get_text (stmt, ISSUE),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
  });
}

GPtrArray *
_ggov_visits_of_person (GgovDb      *db,
                        gint64       person_id,
                        const char  *day,
                        GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OF_PERSON, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, person_id);

  return _ggov_residents_read_rows (stmt, day, make_visit, error);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  const GgovVisitFilter *filter = &question->filter;
  const char *sql = filter->person_id != 0 ? SQL_LIST_TO
    : filter->visitor_id != 0 ? SQL_LIST_BY : SQL_LIST;
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, &error);
  GPtrArray *rows = NULL;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, question->as_of);
      ggov_stmt_bind_id (stmt, 2, filter->grid_id);
      ggov_stmt_bind_id (stmt, 3, filter->building_id);
      ggov_stmt_bind_id (stmt, 4, filter->household_id);
      ggov_stmt_bind_id (stmt, 5, filter->visitor_id);
      ggov_stmt_bind_text (stmt, 6, question->from);
      ggov_stmt_bind_text (stmt, 7, question->until);
      ggov_stmt_bind_text (stmt, 8, question->outcome);
      ggov_stmt_bind_int (stmt, 9, filter->limit > 0 ? filter->limit : G_MAXINT);
      if (filter->person_id != 0)
        ggov_stmt_bind_int (stmt, 10, filter->person_id);
      rows = _ggov_residents_read_rows (stmt, question->as_of, make_visit, &error);
    }

  if (rows)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_visits_async (GgovStore             *self,
                              const GgovVisitFilter *filter,
                              const char            *as_of,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               user_data)
{
  Question *question;

  g_return_if_fail (as_of != NULL);

  question = g_new0 (Question, 1);
  question->as_of = g_strdup (as_of);
  if (filter)
    {
      question->filter = *filter;
      question->from = g_strdup (filter->from);
      question->until = g_strdup (filter->until);
      question->outcome = g_strdup (filter->outcome);
    }
  _ggov_store_call (self, ggov_store_list_visits_async, list_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_visits_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_VISIT) : NULL;
}
