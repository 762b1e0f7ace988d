/* ggov-store-visit-rounds.c: sheets of doors to go to, and what came of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-role.h"
#include "ggov-store-visit-rounds.h"
#include "ggov-visits-private.h"

#define COUNT(what) "(SELECT count (*) FROM visit_stop s LEFT JOIN visit v ON v.id = s.visit_id " \
  "WHERE s.round_id = q.id AND " what ")"
#define SQL_ROUNDS \
  "SELECT q.id, q.visitor_id, q.grid_id, q.day, w.name, g.code, g.name, " COUNT ("TRUE") ", " \
  COUNT ("v.id IS NOT NULL") ", " COUNT ("v.outcome = 'met'") ", " COUNT ("v.outcome = 'absent'") \
  ", " COUNT ("v.outcome = 'refused'") ", " COUNT ("v.issue_id IS NOT NULL") " " \
  "FROM visit_round q LEFT JOIN person w ON w.id = q.visitor_id LEFT JOIN grid g ON g.id = q.grid_id " \
  "WHERE ($1 IS NULL OR q.visitor_id = $1) AND ($2 IS NULL OR q.grid_id = $2) " \
  "AND ($3 IS NULL OR q.day >= $3) AND ($4 IS NULL OR q.day <= $4) " \
  "AND ($5 = 0 OR EXISTS (SELECT 1 FROM visit_stop s WHERE s.round_id = q.id " \
  "AND s.visit_id IS NULL)) AND ($7 IS NULL OR q.id = $7) ORDER BY q.day DESC, q.id DESC LIMIT $6"
enum
{
  ROUND_ID, VISITOR_ID, GRID_ID, DAY, VISITOR, GRID_CODE, GRID, STOPS, DONE, MET, ABSENT, REFUSED, ISSUES,
};

#define HEAD(column) \
  "(SELECT " column " FROM residence r JOIN person w ON w.id = r.person_id " \
  "WHERE r.household_id = h.id AND r.relation = '02' AND " GGOV_SQL_RESIDES_ON ("r", "$1") " LIMIT 1)"
#define SQL_STOPS \
  "SELECT s.id, s.position, s.household_id, s.person_id, s.visit_id, " \
  "(SELECT count (*) FROM residence r WHERE r.household_id = h.id AND r.living = 1 " \
  "AND " GGOV_SQL_RESIDES_ON ("r", "$1") "), " GGOV_VISITS_ABSENCES ("h.id") ", y.confirmed, " \
  "s.reason, s.due_on, n.name, " HEAD ("w.name") ", coalesce (n.phone, " HEAD ("w.phone") "), d.door, " \
  "CASE WHEN s.person_id IS NULL THEN " GGOV_VISITS_LAST_OF_HOUSEHOLD ("h.id") " ELSE " \
  GGOV_VISITS_LAST_OF_PERSON ("s.person_id", "h.id") " END, y.outcome, y.found, i.number, " \
  GGOV_RESIDENTS_PLACE_COLUMNS " FROM visit_stop s JOIN household h ON h.id = s.household_id " \
  GGOV_RESIDENTS_JOIN_DOOR "LEFT JOIN person n ON n.id = s.person_id " \
  "LEFT JOIN visit y ON y.id = s.visit_id LEFT JOIN issue i ON i.id = y.issue_id " \
  "WHERE s.round_id = $2 ORDER BY s.position"
enum
{
  ID, POSITION, HOUSEHOLD_ID, PERSON_ID, VISIT_ID, MEMBERS, ABSENCES, CONFIRMED, REASON, DUE_ON, PERSON,
  HEAD_NAME, PHONE, DOOR, LAST_ON, OUTCOME, FOUND, ISSUE, PLACE,
};

/* Of somebody, or of all who live in a household. */
#define SQL_GROUPS \
  "SELECT DISTINCT g.sort_order, g.name, g.name_zh FROM resident_group k " \
  "JOIN special_group g ON g.id = k.group_id JOIN residence r ON r.person_id = k.person_id " \
  "WHERE r.household_id = $2 AND r.living = 1 AND " GGOV_SQL_RESIDES_ON ("r", "$1") " " \
  "AND ($3 IS NULL OR k.person_id = $3) AND " GGOV_SQL_MEMBER_ON ("k", "$1") " ORDER BY g.sort_order"

typedef struct
{
  GgovVisitRoundFilter  filter;
  gint64                round_id;
  char                 *from;   /* (nullable) */
  char                 *until;  /* (nullable) */
  char                 *as_of;  /* (nullable) */
} Question;

static void
question_free (Question *question)
{
  g_free (question->from);
  g_free (question->until);
  g_free (question->as_of);
  g_free (question);
}

static void
return_rows (GTask     *task,
             GPtrArray *rows,
             GError    *error)
{
  if (rows)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Sheets ------------------------------------------------------------------------------------------ */

static gpointer
make_round (GgovStmt   *stmt,
            const char *day,
            guint       rank)
{
  return ggov_visit_round_new (&(GgovVisitRoundRecord) {
    .id = ggov_stmt_get_int (stmt, ROUND_ID),
    .visitor_id = ggov_stmt_get_int (stmt, VISITOR_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .stops = ggov_stmt_get_int (stmt, STOPS),
    .done = ggov_stmt_get_int (stmt, DONE),
    .met = ggov_stmt_get_int (stmt, MET),
    .absent = ggov_stmt_get_int (stmt, ABSENT),
    .refused = ggov_stmt_get_int (stmt, REFUSED),
    .issues = ggov_stmt_get_int (stmt, ISSUES),
    .day = ggov_stmt_get_text (stmt, DAY),
    .visitor = ggov_stmt_get_text (stmt, VISITOR),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
  });
}

/* On the store's thread. */
static void
rounds_job (GTask  *task,
            GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  const GgovVisitRoundFilter *filter = &question->filter;
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROUNDS, &error);
  GPtrArray *rows = NULL;

  if (stmt)
    {
      ggov_stmt_bind_id (stmt, 1, filter->visitor_id);
      ggov_stmt_bind_id (stmt, 2, filter->grid_id);
      ggov_stmt_bind_text (stmt, 3, question->from);
      ggov_stmt_bind_text (stmt, 4, question->until);
      ggov_stmt_bind_int (stmt, 5, filter->open_only != FALSE);
      ggov_stmt_bind_int (stmt, 6, filter->limit > 0 ? filter->limit : G_MAXINT);
      ggov_stmt_bind_id (stmt, 7, filter->round_id);
      rows = _ggov_residents_read_rows (stmt, "", make_round, &error);
    }

  return_rows (task, rows, error);
}

void
ggov_store_list_visit_rounds_async (GgovStore                  *self,
                                    const GgovVisitRoundFilter *filter,
                                    GCancellable               *cancellable,
                                    GAsyncReadyCallback         callback,
                                    gpointer                    user_data)
{
  Question *question = g_new0 (Question, 1);

  if (filter)
    {
      question->filter = *filter;
      question->from = g_strdup (filter->from);
      question->until = g_strdup (filter->until);
    }
  _ggov_store_call (self, ggov_store_list_visit_rounds_async, rounds_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_visit_rounds_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_VISIT_ROUND) : NULL;
}

/* Their lines ------------------------------------------------------------------------------------- */

static gboolean
read_groups (GgovDb      *db,
             gint64       household_id,
             gint64       person_id,
             const char  *day,
             GString     *names,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_GROUPS, error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, day);
      ggov_stmt_bind_int (stmt, 2, household_id);
      ggov_stmt_bind_id (stmt, 3, person_id);
    }
  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                            ggov_role_choose_name (ggov_stmt_get_text (stmt, 1),
                                                   ggov_stmt_get_text (stmt, 2)));

  return step == GGOV_DB_DONE;
}

static GgovVisitStop *
make_stop (GgovStmt   *stmt,
           gint64      round_id,
           const char *groups)
{
  g_autofree char *place = _ggov_residents_dup_place (stmt, PLACE);

  return ggov_visit_stop_new (&(GgovVisitStopRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .round_id = round_id,
    .position = ggov_stmt_get_int (stmt, POSITION),
    .household_id = ggov_stmt_get_int (stmt, HOUSEHOLD_ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .visit_id = ggov_stmt_get_int (stmt, VISIT_ID),
    .members = ggov_stmt_get_int (stmt, MEMBERS),
    .absences = ggov_stmt_get_int (stmt, ABSENCES),
    .confirmed = ggov_stmt_get_int (stmt, CONFIRMED),
    .reason = ggov_stmt_get_text (stmt, REASON),
    .due_on = ggov_stmt_get_text (stmt, DUE_ON),
    .person = ggov_stmt_get_text (stmt, PERSON),
    .head = ggov_stmt_get_text (stmt, HEAD_NAME),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .place = place,
    .door = ggov_stmt_get_text (stmt, DOOR),
    .groups = groups,
    .last_on = ggov_stmt_get_text (stmt, LAST_ON),
    .outcome = ggov_stmt_get_text (stmt, OUTCOME),
    .found = ggov_stmt_get_text (stmt, FOUND),
    .issue = ggov_stmt_get_text (stmt, ISSUE),
  });
}

/* On the store's thread. */
static void
stops_job (GTask  *task,
           GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_STOPS, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, question->as_of);
      ggov_stmt_bind_int (stmt, 2, question->round_id);
    }
  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    {
      g_autoptr(GString) groups = g_string_new (NULL);

      if (!read_groups (db, ggov_stmt_get_int (stmt, HOUSEHOLD_ID),
                        ggov_stmt_get_int (stmt, PERSON_ID), question->as_of, groups, &error))
        break;
      g_ptr_array_add (rows, make_stop (stmt, question->round_id, groups->str));
    }

  return_rows (task, step == GGOV_DB_DONE ? g_steal_pointer (&rows) : NULL, error);
}

void
ggov_store_list_visit_stops_async (GgovStore           *self,
                                   gint64               round_id,
                                   const char          *as_of,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Question *question;

  g_return_if_fail (as_of != NULL);

  question = g_new0 (Question, 1);
  question->round_id = round_id;
  question->as_of = g_strdup (as_of);
  _ggov_store_call (self, ggov_store_list_visit_stops_async, stops_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_visit_stops_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_VISIT_STOP) : NULL;
}
