/* ggov-store-visit-plan.c: whom to go and see, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-store-visits.h"
#include "ggov-visits-private.h"

/* The full-time member of grid g on the day, who looks after everybody whom nobody else does. */
#define WORKER(column) \
  "(SELECT " column " FROM post p JOIN role t ON t.id = p.role_id AND t.code = 'full_time_member' " \
  "JOIN person w ON w.id = p.person_id WHERE p.grid_id = g.id AND " GGOV_ROSTER_ON_DAY ("p") \
  " ORDER BY p.id LIMIT 1)"
#define IS_OF_WORKER \
  "g.id IN (SELECT " GGOV_ROSTER_PRESENT_GRID ("p") " FROM post p " \
  "JOIN role t ON t.id = p.role_id AND t.code = 'full_time_member' " \
  "WHERE p.person_id = $3 AND " GGOV_ROSTER_ON_DAY ("p") ")"
#define HEAD(column) \
  "(SELECT " column " FROM residence q JOIN person w ON w.id = q.person_id " \
  "WHERE q.household_id = h.id AND q.relation = '02' AND " GGOV_SQL_RESIDES_ON ("q", "$1") " LIMIT 1)"

#define COLUMNS(person, phone, group, last, confirmed, members) \
  person ", h.id, d.id, g.id, " group ", " phone ", " HEAD ("w.name") ", d.door, g.code, g.name, " \
  last ", " confirmed ", " members ", " GGOV_VISITS_ABSENCES ("h.id") ", " \
  GGOV_RESIDENTS_PLACE_COLUMNS " "
enum
{
  PERSON_ID, PERSON, HOUSEHOLD_ID, DWELLING_ID, GRID_ID, GROUP_ID, GROUP, GROUP_ZH, SENSITIVE, EVERY, RESPONSIBLE_ID,
  RESPONSIBLE, SINCE, PHONE, HEAD_NAME, DOOR, GRID_CODE, GRID, LAST_ON, CONFIRMED_ON, MEMBERS, ABSENCES,
  PLACE,
};

/* Households that are on somebody's sheet for that day or a later one, and were not gone to yet. */
#define SQL_PLANNED \
  "SELECT DISTINCT s.household_id FROM visit_stop s JOIN visit_round q ON q.id = s.round_id " \
  "WHERE s.visit_id IS NULL AND q.day >= $1"

#define CARE_GROUP \
  "s.id, s.name, s.name_zh, s.sensitive, coalesce (k.every_days, s.every_days), " \
  "coalesce (k.responsible_id, " WORKER ("w.id") "), " \
  "coalesce ((SELECT w.name FROM person w WHERE w.id = k.responsible_id), " WORKER ("w.name") "), " \
  "k.valid_from"
#define CARE(from) \
  "WITH " GGOV_ROSTER_GROUND " SELECT " \
  COLUMNS ("n.id, n.name", "n.phone", CARE_GROUP, GGOV_VISITS_LAST_OF_PERSON ("n.id", "h.id"), \
           "m.confirmed_on", "1") \
  "FROM " from "WHERE " GGOV_SQL_MEMBER_ON ("k", "$1") " AND r.living = 1 AND " \
  GGOV_SQL_RESIDES_ON ("r", "$1") " AND (s.retired_on IS NULL OR s.retired_on > $1) " \
  "AND ($3 IS NULL OR k.responsible_id = $3 OR (k.responsible_id IS NULL AND " IS_OF_WORKER ")) "
#define SQL_CARE \
  CARE ("resident_group k JOIN special_group s ON s.id = k.group_id " \
        "JOIN residence r ON r.person_id = k.person_id " \
        "JOIN person n ON n.id = k.person_id LEFT JOIN resident m ON m.person_id = n.id " \
        "JOIN household h ON h.id = r.household_id " GGOV_RESIDENTS_JOIN_DOOR \
        GGOV_RESIDENTS_JOIN_GROUND) "AND $2 IS NULL"
/* A CROSS JOIN is gone through as it stands: from the grid to its people, not from those of a city. */
#define SQL_CARE_OF_GRID \
  CARE ("ground x CROSS JOIN building b CROSS JOIN unit u CROSS JOIN dwelling d " \
        "CROSS JOIN household h CROSS JOIN residence r CROSS JOIN resident_group k " \
        "JOIN special_group s ON s.id = k.group_id JOIN person n ON n.id = k.person_id " \
        "LEFT JOIN resident m ON m.person_id = n.id LEFT JOIN compound o ON o.id = b.compound_id " \
        "JOIN grid g ON g.id = x.grid_id ") \
  "AND x.grid_id = $2 AND b.id = x.building_id AND u.building_id = b.id AND d.unit_id = u.id " \
  "AND h.dwelling_id = d.id AND r.household_id = h.id AND k.person_id = r.person_id"

/* A household that one of was never gone over is as one that nobody was. */
#define OLDEST \
  "(SELECT CASE WHEN count (*) > count (m.confirmed_on) THEN NULL ELSE min (m.confirmed_on) END " \
  "FROM residence r LEFT JOIN resident m ON m.person_id = r.person_id " \
  "WHERE r.household_id = h.id AND " GGOV_SQL_RESIDES_ON ("r", "$1") ")"
#define SIZE \
  "(SELECT count (*) FROM residence r WHERE r.household_id = h.id AND r.living = 1 AND " \
  GGOV_SQL_RESIDES_ON ("r", "$1") ")"
#define CONFIRM_GROUP "0, NULL, NULL, 0, 0, " WORKER ("w.id") ", " WORKER ("w.name") ", NULL"
#define SQL_CONFIRM \
  "WITH " GGOV_ROSTER_GROUND ", home AS (SELECT h.id, " OLDEST " AS oldest, " SIZE " AS n " \
  "FROM household h JOIN dwelling d ON d.id = h.dwelling_id JOIN unit u ON u.id = d.unit_id " \
  "JOIN ground x ON x.building_id = u.building_id JOIN grid g ON g.id = x.grid_id " \
  "WHERE " GGOV_SQL_HOUSEHOLD_ON ("h", "$1") " AND ($2 IS NULL OR g.id = $2) " \
  "AND ($3 IS NULL OR " IS_OF_WORKER ") ORDER BY oldest NULLS FIRST, h.id LIMIT $4) SELECT " \
  COLUMNS ("0, NULL", HEAD ("w.phone"), CONFIRM_GROUP, GGOV_VISITS_LAST_OF_HOUSEHOLD ("h.id"), \
           "home.oldest", "home.n") \
  "FROM home JOIN household h ON h.id = home.id " GGOV_RESIDENTS_JOIN_DOOR \
  GGOV_RESIDENTS_JOIN_GROUND "WHERE home.n > 0 ORDER BY home.oldest NULLS FIRST, h.id"

typedef struct
{
  GgovVisitPlanTerms  terms;
  char               *day;
  int                 today;
} Plan;

/* A line, and by what it is sorted. */
typedef struct
{
  int           due;
  gint64        person_id;
  GgovVisitDue *row;
} Line;

static void
plan_free (Plan *plan)
{
  g_free (plan->day);
  g_free (plan);
}

static void
line_clear (Line *line)
{
  g_clear_object (&line->row);
}

/* What the law protects is not in a list. */
static const char *
get_group (GgovStmt *stmt)
{
  return ggov_stmt_get_int (stmt, SENSITIVE)
           ? GGOV_RESIDENTS_HIDDEN : ggov_role_choose_name (ggov_stmt_get_text (stmt, GROUP),
                                                            ggov_stmt_get_text (stmt, GROUP_ZH));
}

static GgovVisitDue *
make_row (const Plan *plan,
          GgovStmt   *stmt,
          const char *due_on,
          int         due)
{
  const gboolean is_care = !ggov_stmt_is_null (stmt, SINCE);
  g_autofree char *place = _ggov_residents_dup_place (stmt, PLACE);

  return ggov_visit_due_new (&(GgovVisitDueRecord) {
    .household_id = ggov_stmt_get_int (stmt, HOUSEHOLD_ID),
    .dwelling_id = ggov_stmt_get_int (stmt, DWELLING_ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .group_id = ggov_stmt_get_int (stmt, GROUP_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .responsible_id = ggov_stmt_get_int (stmt, RESPONSIBLE_ID),
    .every_days = ggov_stmt_get_int (stmt, EVERY),
    .days_late = due_on ? plan->today - due : 0,
    .members = ggov_stmt_get_int (stmt, MEMBERS),
    .absences = ggov_stmt_get_int (stmt, ABSENCES),
    .reason = is_care ? "care" : "confirm",
    .person = ggov_stmt_get_text (stmt, PERSON),
    .head = ggov_stmt_get_text (stmt, HEAD_NAME),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .place = place,
    .door = ggov_stmt_get_text (stmt, DOOR),
    .group = is_care ? get_group (stmt) : NULL,
    .responsible = ggov_stmt_get_text (stmt, RESPONSIBLE),
    .due_on = due_on,
    .last_on = ggov_stmt_get_text (stmt, LAST_ON),
    .confirmed_on = ggov_stmt_get_text (stmt, CONFIRMED_ON),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
  });
}

static GgovStmt *
prepare (const Plan  *plan,
         GgovDb      *db,
         const char  *sql,
         GError     **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, plan->day);
  ggov_stmt_bind_id (stmt, 2, plan->terms.grid_id);
  ggov_stmt_bind_id (stmt, 3, plan->terms.worker_id);

  return stmt;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *x = a, *y = b;

  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;

  return x->person_id < y->person_id ? -1 : x->person_id > y->person_id;
}

/* Those whose turn it is, the longest overdue first; who is in several groups comes with the one whose
 * turn is first. */
static gboolean
read_care (const Plan  *plan,
           GgovDb      *db,
           GArray      *lines,
           GError     **error)
{
  const int last = plan->today + (plan->terms.overdue_only ? -1 : plan->terms.horizon_days);
  g_autoptr(GgovStmt) stmt = prepare (plan, db, plan->terms.grid_id != 0 ? SQL_CARE_OF_GRID
                                                                             : SQL_CARE, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      int due = 0;
      g_autofree char *due_on = _ggov_visits_dup_due (ggov_stmt_get_text (stmt, LAST_ON),
                                                      ggov_stmt_get_text (stmt, SINCE),
                                                      ggov_stmt_get_int (stmt, EVERY), &due);

      if (due <= last)
        g_array_append_val (lines, ((Line) {
          .due = due,
          .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
          .row = make_row (plan, stmt, due_on, due),
        }));
    }

  g_array_sort (lines, compare_lines);

  return step == GGOV_DB_DONE;
}

static gboolean
read_planned (const Plan  *plan,
              GgovDb      *db,
              GHashTable  *households,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!plan->terms.unplanned_only)
    return TRUE;
  if (!(stmt = ggov_db_prepare (db, SQL_PLANNED, error)))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, plan->day);
  if (!(ids = ggov_stmt_list_ints (stmt, error)))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (households, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));

  return TRUE;
}

static void
take_lines (const Plan *plan,
            GArray     *lines,
            GHashTable *planned,
            GHashTable *people,
            GHashTable *households,
            GPtrArray  *rows)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      GgovVisitDueRecord record = *ggov_visit_due_get_record (line->row);

      if ((plan->terms.limit > 0 && rows->len >= plan->terms.limit) ||
          g_hash_table_contains (planned, &record.household_id) ||
          (!g_hash_table_add (people, g_memdup2 (&record.person_id, sizeof record.person_id)) &&
           !plan->terms.each_group))
        continue;

      g_hash_table_add (households, g_memdup2 (&record.household_id, sizeof record.household_id));
      record.rank = rows->len + 1;
      g_ptr_array_add (rows, ggov_visit_due_new (&record));
    }
}

/* A household that somebody goes to for one of its people is gone over on the way. */
static gboolean
read_confirm (const Plan  *plan,
              GgovDb      *db,
              GHashTable  *planned,
              GHashTable  *households,
              GPtrArray   *rows,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare (plan, db, SQL_CONFIRM, error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 4, plan->terms.limit > 0
                               ? plan->terms.limit + g_hash_table_size (households) +
                                 g_hash_table_size (planned) : G_MAXINT);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 household_id = ggov_stmt_get_int (stmt, HOUSEHOLD_ID);
      g_autoptr(GgovVisitDue) row = make_row (plan, stmt, NULL, 0);
      GgovVisitDueRecord record = *ggov_visit_due_get_record (row);

      if ((plan->terms.limit > 0 && rows->len >= plan->terms.limit) ||
          g_hash_table_contains (planned, &household_id) ||
          g_hash_table_contains (households, &household_id))
        continue;

      record.rank = rows->len + 1;
      g_ptr_array_add (rows, ggov_visit_due_new (&record));
    }

  return step == GGOV_DB_DONE;
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static GPtrArray *
read_plan (const Plan  *plan,
           GgovDb      *db,
           GError     **error)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr(GHashTable) planned = new_ids ();
  g_autoptr(GHashTable) people = new_ids ();
  g_autoptr(GHashTable) households = new_ids ();
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const gboolean care_only = plan->terms.care_only || plan->terms.overdue_only;

  g_array_set_clear_func (lines, (GDestroyNotify) line_clear);
  if (!read_planned (plan, db, planned, error) || !read_care (plan, db, lines, error))
    return NULL;

  take_lines (plan, lines, planned, people, households, rows);
  if (!care_only && (plan->terms.limit == 0 || rows->len < plan->terms.limit) &&
      !read_confirm (plan, db, planned, households, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/* On the store's thread. */
static void
plan_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GPtrArray *rows = read_plan (g_task_get_task_data (task), db, &error);

  if (rows)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

GPtrArray *
_ggov_visits_plan (GgovDb                    *db,
                   const GgovVisitPlanTerms  *terms,
                   GError                   **error)
{
  Plan plan = { .terms = *terms, .day = (char *) terms->day };

  return ggov_local_day_parse (terms->day, &plan.today, error) ? read_plan (&plan, db, error) : NULL;
}

void
ggov_store_plan_visits_async (GgovStore                *self,
                              const GgovVisitPlanTerms *terms,
                              GCancellable             *cancellable,
                              GAsyncReadyCallback       callback,
                              gpointer                  user_data)
{
  Plan *plan;
  int today = 0;

  g_return_if_fail (terms != NULL && terms->day != NULL);
  g_return_if_fail (ggov_local_day_parse (terms->day, &today, NULL));

  plan = g_new0 (Plan, 1);
  plan->terms = *terms;
  plan->day = g_strdup (terms->day);
  plan->today = today;
  _ggov_store_call (self, ggov_store_plan_visits_async, plan_job, plan, (GDestroyNotify) plan_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_plan_visits_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_VISIT_DUE) : NULL;
}
