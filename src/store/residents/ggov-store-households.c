/* ggov-store-households.c: households at their doors, and who is of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-resident-row-private.h"
#include "ggov-store-residents.h"
#include "ggov-visits-private.h"

#define MEMBERS(what, more) \
  "(SELECT " what " FROM residence r JOIN person n ON n.id = r.person_id " \
  "LEFT JOIN resident m ON m.person_id = r.person_id WHERE r.household_id = h.id AND " \
  GGOV_SQL_RESIDES_ON ("r", "$1") more ")"
#define HEAD(what) MEMBERS (what, " AND r.relation = '02' LIMIT 1")

#define SQL_LIST \
  "SELECT h.id, d.id, u.id, b.id, g.id, " MEMBERS ("count (*)", "") ", " \
  MEMBERS ("count (*)", " AND r.living = 1") ", " HEAD ("n.id") ", " HEAD ("n.name") ", " \
  HEAD ("n.phone") ", h.kind, h.number, d.door, g.code, g.name, h.formed_on, h.ended_on, " \
  MEMBERS ("CASE WHEN count (*) > count (m.confirmed_on) THEN NULL ELSE min (m.confirmed_on) END", \
           "") ", " GGOV_VISITS_LAST_OF_HOUSEHOLD ("h.id") ", " GGOV_RESIDENTS_PLACE_COLUMNS " " \
  "FROM household h " GGOV_RESIDENTS_JOIN_DOOR GGOV_RESIDENTS_JOIN_GRID \
  "WHERE " GGOV_SQL_HOUSEHOLD_ON ("h", "$1") " AND ($2 IS NULL OR g.id = $2) " \
  "AND ($3 IS NULL OR b.id = $3) AND ($4 IS NULL OR u.id = $4) AND ($5 IS NULL OR h.id = $5) " \
  "AND ($6 IS NULL OR d.door = $6) AND ($7 = 0 OR (" HEAD ("1") " IS NULL " \
  "AND " MEMBERS ("count (*)", "") " > 0)) AND ($9 IS NULL OR " \
  MEMBERS ("count (*)", " AND r.person_id = $9") " > 0) " \
  "ORDER BY g.code NULLS FIRST, o.name NULLS FIRST, o.id, length (b.number), b.number, b.id, " \
  GGOV_RESIDENTS_DOOR_ORDER ", h.id LIMIT $8"
enum
{
  ID, DWELLING_ID, UNIT_ID, BUILDING_ID, GRID_ID, N_MEMBERS, LIVING, HEAD_ID, HEAD_NAME, PHONE, KIND,
  NUMBER, DOOR, GRID_CODE, GRID, FORMED_ON, ENDED_ON, CONFIRMED_ON, VISITED_ON, PLACE,
};

#define SQL_MEMBERS \
  "SELECT r.id FROM residence r JOIN person n ON n.id = r.person_id WHERE r.household_id = $2 AND " \
  GGOV_SQL_RESIDES_ON ("r", "$1") " ORDER BY r.relation = '02' DESC, n.birth_date, r.id"

typedef struct
{
  GgovHouseholdFilter  filter;  /* its text is this: */
  char                *door;    /* (nullable) */
  char                *as_of;
} Question;

static void
question_free (Question *question)
{
  g_free (question->door);
  g_free (question->as_of);
  g_free (question);
}

static gpointer
make_household (GgovStmt   *stmt,
                const char *day,
                guint       rank)
{
  g_autofree char *place = _ggov_residents_dup_place (stmt, PLACE);

  return ggov_household_new (&(GgovHouseholdRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .dwelling_id = ggov_stmt_get_int (stmt, DWELLING_ID),
    .unit_id = ggov_stmt_get_int (stmt, UNIT_ID),
    .building_id = ggov_stmt_get_int (stmt, BUILDING_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .members = ggov_stmt_get_int (stmt, N_MEMBERS),
    .living = ggov_stmt_get_int (stmt, LIVING),
    .head_id = ggov_stmt_get_int (stmt, HEAD_ID),
    .head = ggov_stmt_get_text (stmt, HEAD_NAME),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .kind = ggov_stmt_get_text (stmt, KIND),
    .number = ggov_stmt_get_text (stmt, NUMBER),
    .place = place,
    .door = ggov_stmt_get_text (stmt, DOOR),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
    .formed_on = ggov_stmt_get_text (stmt, FORMED_ON),
    .ended_on = ggov_stmt_get_text (stmt, ENDED_ON),
    .confirmed_on = ggov_stmt_get_text (stmt, CONFIRMED_ON),
    .visited_on = ggov_stmt_get_text (stmt, VISITED_ON),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  const GgovHouseholdFilter *filter = &question->filter;
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GPtrArray *rows = NULL;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, question->as_of);
      ggov_stmt_bind_id (stmt, 2, filter->grid_id);
      ggov_stmt_bind_id (stmt, 3, filter->building_id);
      ggov_stmt_bind_id (stmt, 4, filter->unit_id);
      ggov_stmt_bind_id (stmt, 5, filter->household_id);
      ggov_stmt_bind_text (stmt, 6, question->door);
      ggov_stmt_bind_int (stmt, 7, filter->headless);
      ggov_stmt_bind_int (stmt, 8, filter->limit > 0 ? filter->limit : G_MAXINT);
      ggov_stmt_bind_id (stmt, 9, filter->person_id);
      rows = _ggov_residents_read_rows (stmt, question->as_of, make_household, &error);
    }

  if (rows)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static GArray *
list_residences (GgovDb          *db,
                 const Question  *question,
                 GError         **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MEMBERS, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, question->as_of);
  ggov_stmt_bind_int (stmt, 2, question->filter.household_id);

  return ggov_stmt_list_ints (stmt, error);
}

/* On the store's thread. */
static void
members_job (GTask  *task,
             GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GArray) ids = list_residences (db, question, &error);

  for (guint i = 0; ids && error == NULL && i < ids->len; i++)
    {
      GgovResident *row = _ggov_resident_read_row (db, g_array_index (ids, gint64, i),
                                                   question->as_of, &error);

      if (row)
        g_ptr_array_add (rows, row);
    }

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

static Question *
question_new (const GgovHouseholdFilter *filter,
              const char                *as_of)
{
  Question *question = g_new0 (Question, 1);

  if (filter)
    question->filter = *filter;
  question->door = filter ? g_strdup (filter->door) : NULL;
  question->as_of = g_strdup (as_of);

  return question;
}

void
ggov_store_list_households_async (GgovStore                 *self,
                                  const GgovHouseholdFilter *filter,
                                  const char                *as_of,
                                  GCancellable              *cancellable,
                                  GAsyncReadyCallback        callback,
                                  gpointer                   user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_households_async, list_job, question_new (filter, as_of),
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_households_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_HOUSEHOLD) : NULL;
}

void
ggov_store_list_members_async (GgovStore           *self,
                               gint64               household_id,
                               const char          *as_of,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  const GgovHouseholdFilter filter = { .household_id = household_id };

  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_members_async, members_job,
                    question_new (&filter, as_of), (GDestroyNotify) question_free, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_list_members_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_RESIDENT) : NULL;
}
