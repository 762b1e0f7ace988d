/* ggov-store-roster.c: who holds which post, on any day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-person.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-private.h"
#include "ggov-store-roster.h"

#define SQL_LIST \
  "WITH " GGOV_ROSTER_GROUND ", " \
  "households AS (SELECT x.grid_id, sum (u.households) AS n FROM ground x " \
  "JOIN unit u ON u.building_id = x.building_id GROUP BY x.grid_id), " \
  "leader AS (SELECT p.grid_id, min (n.name) AS name FROM post p JOIN role r ON r.id = p.role_id " \
  "JOIN person n ON n.id = p.person_id WHERE r.code = 'full_time_member' " \
  "AND p.grid_id IS NOT NULL AND " GGOV_ROSTER_ON_DAY ("p") " GROUP BY p.grid_id) " \
  "SELECT " GGOV_ROSTER_COLUMNS ("h.n", "l.name") " " \
  "FROM post p JOIN role r ON r.id = p.role_id JOIN person n ON n.id = p.person_id " \
  GGOV_ROSTER_JOIN_PLACE \
  "LEFT JOIN households h ON h.grid_id = g.id LEFT JOIN leader l ON l.grid_id = g.id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " AND ($2 IS NULL OR c.id = $2) " \
  "AND ($3 IS NULL OR " GGOV_ROSTER_IS_OF_GRID ("$3") ") " \
  "AND ($4 IS NULL OR r.code = $4 OR r.family = $4) " \
  "AND ($5 IS NULL OR " GGOV_ROSTER_IS_OF_CODE ("$5") ") " \
  "ORDER BY " GGOV_ROSTER_ORDER ", n.pinyin, p.id"

enum
{
  POST_ID, PERSON_ID, COMMUNITY_ID, GRID_ID, BUILDING_ID, UNIT_ID, UNIT_NUMBER, HOUSEHOLDS, NAME,
  PINYIN, SEX, PHONE, ROLE_CODE, ROLE_NAME, ROLE_NAME_ZH, FAMILY, PRESENCE, COMMUNITY_CODE,
  COMMUNITY, GRID_CODE, GRID, LEADER, BUILDING_NUMBER, SINCE, UNTIL, SEARCH_TEXT,
  SUB_DISTRICT, PRESENT_GRID_CODE, PRESENT_GRID, SUBSTITUTE, SUBSTITUTE_PHONE, LEAVE_UNTIL, PLACE,
};

typedef struct
{
  char   *as_of;
  char   *place_code; /* (nullable) */
  gint64  community_id;
  gint64  grid_id;
  char   *role;       /* (nullable) */
  GStrv   typed;      /* (nullable) */
} ListOrder;

static void
list_order_free (ListOrder *order)
{
  g_free (order->as_of);
  g_free (order->place_code);
  g_free (order->role);
  g_strfreev (order->typed);
  g_free (order);
}

static GgovRosterRecord
read_record (GgovStmt *stmt)
{
  return (GgovRosterRecord) {
    .post_id = ggov_stmt_get_int (stmt, POST_ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .community_id = ggov_stmt_get_int (stmt, COMMUNITY_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .building_id = ggov_stmt_get_int (stmt, BUILDING_ID),
    .unit_id = ggov_stmt_get_int (stmt, UNIT_ID),
    .unit_number = ggov_stmt_get_int (stmt, UNIT_NUMBER),
    .grid_households = ggov_stmt_get_int (stmt, HOUSEHOLDS),
    .name = ggov_stmt_get_text (stmt, NAME),
    .pinyin = ggov_stmt_get_text (stmt, PINYIN),
    .sex = ggov_stmt_get_text (stmt, SEX),
    .sex_label = ggov_sex_get_label (ggov_stmt_get_text (stmt, SEX)),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .role_code = ggov_stmt_get_text (stmt, ROLE_CODE),
    .role = ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE_NAME),
                                   ggov_stmt_get_text (stmt, ROLE_NAME_ZH)),
    .family_code = ggov_stmt_get_text (stmt, FAMILY),
    .presence = ggov_presence_get_label_of (ggov_stmt_get_text (stmt, PRESENCE)),
    .sub_district = ggov_stmt_get_text (stmt, SUB_DISTRICT),
    .community_code = ggov_stmt_get_text (stmt, COMMUNITY_CODE),
    .community = ggov_stmt_get_text (stmt, COMMUNITY),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
    .grid_leader = ggov_stmt_get_text (stmt, LEADER),
    .present_grid_code = ggov_stmt_get_text (stmt, PRESENT_GRID_CODE),
    .present_grid = ggov_stmt_get_text (stmt, PRESENT_GRID),
    .building_number = ggov_stmt_get_text (stmt, BUILDING_NUMBER),
    .since = ggov_stmt_get_text (stmt, SINCE),
    .until = ggov_stmt_get_text (stmt, UNTIL),
    .substitute = ggov_stmt_get_text (stmt, SUBSTITUTE),
    .substitute_phone = ggov_stmt_get_text (stmt, SUBSTITUTE_PHONE),
    .leave_until = ggov_stmt_get_text (stmt, LEAVE_UNTIL),
  };
}

static gboolean
is_wanted (const char * const     *typed,
           const GgovRosterRecord *record,
           const char             *search_text)
{
  const char *const texts[] = {
    record->name, record->place, record->role, record->grid_code, record->grid,
    record->community, record->phone,
  };

  return _ggov_roster_match (typed, search_text, texts, G_N_ELEMENTS (texts));
}

GgovRosterRow *
_ggov_roster_read_row (GgovStmt           *stmt,
                       gint64              rank,
                       const char * const *typed)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);
  GgovRosterRecord record = read_record (stmt);

  record.place = place;
  record.rank = rank;

  return is_wanted (typed, &record, ggov_stmt_get_text (stmt, SEARCH_TEXT))
           ? ggov_roster_row_new (&record) : NULL;
}

static void
add_row (GPtrArray       *rows,
         const ListOrder *order,
         GgovStmt        *stmt)
{
  GgovRosterRow *row = _ggov_roster_read_row (stmt, rows->len + 1,
                                              (const char *const *) order->typed);

  if (row)
    g_ptr_array_add (rows, row);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const ListOrder *order = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, order->as_of);
      ggov_stmt_bind_id (stmt, 2, order->community_id);
      ggov_stmt_bind_id (stmt, 3, order->grid_id);
      ggov_stmt_bind_text (stmt, 4, order->role);
      ggov_stmt_bind_text (stmt, 5, order->place_code);

      while (!g_cancellable_is_cancelled (g_task_get_cancellable (task)) &&
             (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
        add_row (rows, order, stmt);
    }

  if (g_task_return_error_if_cancelled (task))
    g_clear_error (&error);
  else if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_roster_async (GgovStore              *self,
                              const char             *as_of,
                              const GgovRosterFilter *filter,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  ListOrder *order;

  g_return_if_fail (as_of != NULL);

  order = g_new0 (ListOrder, 1);
  order->as_of = g_strdup (as_of);
  if (filter)
    {
      order->place_code = g_strdup (filter->place_code);
      order->community_id = filter->community_id;
      order->grid_id = filter->grid_id;
      order->role = g_strdup (filter->role);
      order->typed = _ggov_roster_split_text (filter->text);
    }

  _ggov_store_call (self, ggov_store_list_roster_async, list_job, order,
                    (GDestroyNotify) list_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_roster_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_ROSTER_ROW) : NULL;
}
