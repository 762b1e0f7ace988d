/* ggov-store-vacancies.c: posts that should be held and are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-store-private.h"
#include "ggov-store-vacancies.h"
#include "ggov-vacancies-private.h"

#define ENDED \
  "ended AS (SELECT p.role_id, " GGOV_VACANCY_PLACE_OF_POST " AS place_id, max (p.valid_to) AS day " \
  "FROM post p WHERE p.valid_to < $1 GROUP BY p.role_id, " GGOV_VACANCY_PLACE_OF_POST ")"

#define SQL_LIST \
  "WITH " GGOV_ROSTER_GROUND ", " GGOV_VACANCIES ", " ENDED " " \
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
  GRID_CODE, GRID, LAST_DAY, PLACE, UNIT_NUMBER = PLACE + 4,
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
    .unit_number = ggov_stmt_get_int (stmt, UNIT_NUMBER),
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
