/* ggov-store-vacancies.c: posts that should be held and are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-private.h"
#include "ggov-store-vacancies.h"

/* The roles that leave a hole where nobody has them. */
#define WATCHED_ROLES \
  "('first_secretary', 'chief_grid_leader', 'full_time_member', 'building_leader', " \
  "'unit_leader', 'department_police', 'department_medical')"

/* After the roles of its grid. */
#define PARTY_ORDER "1000000"

#define PLACES \
  "place AS (" \
  "SELECT 'community' AS kind, c.id AS id, c.id AS community_id, NULL AS grid_id, " \
  "NULL AS building_id, NULL AS unit FROM community c UNION ALL " \
  "SELECT 'grid', g.id, g.community_id, g.id, NULL, NULL FROM grid g " \
  "WHERE " GGOV_ROSTER_ON_DAY ("g") " UNION ALL " \
  "SELECT 'building', b.id, b.community_id, x.grid_id, b.id, NULL FROM building b " \
  "LEFT JOIN ground x ON x.building_id = b.id WHERE b.kind = 'residential' " \
  "AND b.id IN (SELECT building_id FROM unit) UNION ALL " \
  "SELECT 'unit', u.id, b.community_id, x.grid_id, b.id, u.number FROM unit u " \
  "JOIN building b ON b.id = u.building_id LEFT JOIN ground x ON x.building_id = b.id)"

/* A role has one kind of place, so that a role and a number say which place is meant. */
#define PLACE_OF_POST \
  "CAST (coalesce (p.unit_id, p.building_id, p.grid_id, p.community_id) AS BIGINT)"

/* Joined, not NOT IN: that looks through all posts for each hole, in case one of them is NULL. */
#define HELD \
  "held AS MATERIALIZED (SELECT p.role_id, " PLACE_OF_POST " AS place_id FROM post p " \
  "WHERE p.sub_district_id IS NULL AND " GGOV_ROSTER_ON_DAY ("p") ")"

#define HOLES \
  "hole AS (" \
  "SELECT q.*, r.id AS role_id, r.code, r.name, r.name_zh, r.sort_order FROM place q " \
  "JOIN role r ON r.scope = q.kind AND r.code IN " WATCHED_ROLES " " \
  "LEFT JOIN held d ON d.role_id = r.id AND d.place_id = q.id WHERE d.role_id IS NULL UNION ALL " \
  "SELECT q.*, 0, '" GGOV_VACANCY_PARTY_ORGANISATION "', NULL, NULL, " PARTY_ORDER " " \
  "FROM place q WHERE q.kind = 'grid' AND q.id NOT IN (SELECT y.grid_id " \
  "FROM party_organisation_grid y WHERE " GGOV_ROSTER_ON_DAY ("y") "))"

#define ENDED \
  "ended AS (SELECT p.role_id, " PLACE_OF_POST " AS place_id, max (p.valid_to) AS day " \
  "FROM post p WHERE p.valid_to < $1 GROUP BY p.role_id, " PLACE_OF_POST ")"

#define SQL_LIST \
  "WITH " GGOV_ROSTER_GROUND ", " PLACES ", " HELD ", " HOLES ", " ENDED " " \
  "SELECT r.kind, r.id, r.community_id, r.grid_id, r.building_id, r.code, r.name, r.name_zh, " \
  "c.name, g.code, g.name, e.day, " \
  "b.id IS NOT NULL, o.name, b.number, b.name, r.unit, coalesce (g.name, c.name) " \
  "FROM hole r LEFT JOIN community c ON c.id = r.community_id " \
  "LEFT JOIN grid g ON g.id = r.grid_id LEFT JOIN building b ON b.id = r.building_id " \
  "LEFT JOIN compound o ON o.id = b.compound_id " \
  "LEFT JOIN ended e ON e.role_id = r.role_id AND e.place_id = r.id " \
  "ORDER BY c.code NULLS FIRST, g.code NULLS FIRST, r.sort_order, o.name NULLS FIRST, o.id, " \
  "length (b.number), b.number, b.id, r.unit"

enum
{
  KIND, ID, COMMUNITY_ID, GRID_ID, BUILDING_ID, ROLE_CODE, ROLE_NAME, ROLE_NAME_ZH, COMMUNITY,
  GRID_CODE, GRID, LAST_DAY, PLACE,
};

static char *
dup_day_after (const char *last_day)
{
  int day;

  if (last_day == NULL || !ggov_local_day_parse (last_day, &day, NULL))
    return NULL;

  return ggov_local_day_format (day + 1);
}

static const char *
get_role (GgovStmt *stmt)
{
  if (ggov_stmt_is_null (stmt, ROLE_NAME))
    return _("Party organisation");

  return ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE_NAME),
                                ggov_stmt_get_text (stmt, ROLE_NAME_ZH));
}

static void
add_row (GPtrArray *rows,
         GgovStmt  *stmt)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);
  g_autofree char *since = dup_day_after (ggov_stmt_get_text (stmt, LAST_DAY));
  const GgovVacancyRecord record = {
    .rank = rows->len + 1,
    .place_id = ggov_stmt_get_int (stmt, ID),
    .community_id = ggov_stmt_get_int (stmt, COMMUNITY_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .building_id = ggov_stmt_get_int (stmt, BUILDING_ID),
    .place_kind = ggov_stmt_get_text (stmt, KIND),
    .role_code = ggov_stmt_get_text (stmt, ROLE_CODE),
    .role = get_role (stmt),
    .community = ggov_stmt_get_text (stmt, COMMUNITY),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
    .place = place,
    .since = since,
  };

  g_ptr_array_add (rows, ggov_vacancy_new (&record));
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
      while ((step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
        add_row (rows, stmt);
    }

  if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_vacancies_async (GgovStore           *self,
                                 const char          *as_of,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_vacancies_async, list_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_vacancies_finish (GgovStore     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_VACANCY) : NULL;
}
