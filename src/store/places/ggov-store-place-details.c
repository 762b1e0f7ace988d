/* ggov-store-place-details.c: who and what is at one grid or building
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-places-private.h"
#include "ggov-store-places.h"

#define POST_COLUMNS \
  "SELECT q.id, q.name, q.phone, r.code, r.name, m.name, b.number, b.name, u.number "
#define POST_TABLES \
  "JOIN role r ON r.id = o.role_id JOIN person q ON q.id = o.person_id " \
  "LEFT JOIN unit u ON u.id = o.unit_id " \
  "LEFT JOIN building b ON b.id = coalesce (o.building_id, u.building_id) " \
  "LEFT JOIN compound m ON m.id = b.compound_id " \
  "WHERE o.valid_from <= $1 AND (o.valid_to IS NULL OR o.valid_to >= $1) "
#define SQL_GRID_PEOPLE \
  "WITH " GGOV_SQL_PLANS ", " \
  "a AS (SELECT s.building_id FROM p JOIN plan_building s ON s.plan_id = p.id " \
  "WHERE s.grid_id = $2), " \
  "o AS (SELECT * FROM post WHERE grid_id = $2 UNION ALL " \
  "SELECT t.* FROM grid_successor h JOIN post t ON t.grid_id = h.grid_id " \
  "WHERE h.successor_id = $2 AND " GGOV_SQL_SUCCESSOR ("t.grid_id", "$1") " = $2 " \
  "GROUP BY t.id UNION ALL " \
  "SELECT t.* FROM post t JOIN a ON a.building_id = t.building_id UNION ALL " \
  "SELECT t.* FROM a JOIN unit u ON u.building_id = a.building_id " \
  "JOIN post t ON t.unit_id = u.id) " \
  POST_COLUMNS "FROM o " POST_TABLES "ORDER BY r.sort_order, b.id, u.number, o.id"
#define SQL_BUILDING_PEOPLE \
  "WITH o AS (SELECT * FROM post WHERE building_id = $2 UNION ALL " \
  "SELECT t.* FROM unit u JOIN post t ON t.unit_id = u.id WHERE u.building_id = $2) " \
  POST_COLUMNS "FROM o " POST_TABLES "ORDER BY r.sort_order, u.number, o.id"
#define ISSUE_COLUMNS \
  "SELECT id, number, title, stage, suspended, due_at, due_provisional FROM issue " \
  "WHERE closed_at IS NULL AND stage NOT IN ('closed', 'evaluated', 'void') AND "
#define ISSUE_ORDER " ORDER BY due_at IS NULL, due_at, id"
#define SQL_GRID_ISSUES \
  ISSUE_COLUMNS GGOV_SQL_PRESENT_GRID ("issue", "$2") " = $1" ISSUE_ORDER
#define SQL_BUILDING_ISSUES ISSUE_COLUMNS "$2 IS NOT NULL AND building_id = $1" ISSUE_ORDER
#define SQL_GRID_PARTY \
  "SELECT y.name FROM party_organisation_grid l " \
  "JOIN party_organisation y ON y.id = l.party_organisation_id WHERE l.grid_id = $2 " \
  "AND l.valid_from <= $1 AND (l.valid_to IS NULL OR l.valid_to >= $1) ORDER BY y.kind, y.id"
#define SQL_GRID_BUILDINGS \
  "WITH " GGOV_SQL_PLANS " " \
  "SELECT b.id, m.name, b.number, b.name, coalesce (sum (u.households), 0) FROM p " \
  "JOIN plan_building s ON s.plan_id = p.id JOIN building b ON b.id = s.building_id " \
  "LEFT JOIN compound m ON m.id = b.compound_id LEFT JOIN unit u ON u.building_id = b.id " \
  "WHERE s.grid_id = $2 GROUP BY b.id, m.name ORDER BY b.id"
#define SQL_BUILDING \
  "WITH " GGOV_SQL_PLANS " " \
  "SELECT c.name, m.name, b.number, b.name, b.kind, b.floors, " \
  "(SELECT s.grid_id FROM p JOIN plan_building s ON s.plan_id = p.id WHERE s.building_id = b.id), " \
  "count (u.id), coalesce (sum (u.households), 0), coalesce (sum (u.people), 0) " \
  "FROM building b LEFT JOIN community c ON c.id = b.community_id " \
  "LEFT JOIN compound m ON m.id = b.compound_id LEFT JOIN unit u ON u.building_id = b.id " \
  "WHERE b.id = $2 GROUP BY b.id, c.name, m.name"

typedef struct
{
  gint64  id;
  char   *day;
} Request;

static void
request_free (Request *request)
{
  g_free (request->day);
  g_free (request);
}

static void
person_free (GgovPlacePerson *person)
{
  g_free (person->name);
  g_free (person->phone);
  g_free (person->role_code);
  g_free (person->role_name);
  g_free (person->building);
  g_free (person);
}

static void
place_building_free (GgovPlaceBuilding *building)
{
  g_free (building->label);
  g_free (building);
}

static void
issue_free (GgovPlaceIssue *issue)
{
  g_free (issue->number);
  g_free (issue->title);
  g_free (issue->stage);
  g_free (issue);
}

void
ggov_grid_details_free (GgovGridDetails *details)
{
  g_clear_pointer (&details->people, g_ptr_array_unref);
  g_clear_pointer (&details->issues, g_ptr_array_unref);
  g_clear_pointer (&details->buildings, g_ptr_array_unref);
  g_clear_pointer (&details->party, g_strfreev);
  g_free (details);
}

void
ggov_building_details_free (GgovBuildingDetails *details)
{
  g_clear_pointer (&details->community, g_free);
  g_clear_pointer (&details->compound, g_free);
  g_clear_pointer (&details->number, g_free);
  g_clear_pointer (&details->name, g_free);
  g_clear_pointer (&details->people, g_ptr_array_unref);
  g_clear_pointer (&details->issues, g_ptr_array_unref);
  g_free (details);
}

static gboolean
read_person (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  GgovPlacePerson *person = g_new0 (GgovPlacePerson, 1);

  person->id = ggov_stmt_get_int (stmt, 0);
  person->name = g_strdup (ggov_stmt_get_text (stmt, 1));
  person->phone = g_strdup (ggov_stmt_get_text (stmt, 2));
  person->role_code = g_strdup (ggov_stmt_get_text (stmt, 3));
  person->role_name = g_strdup (ggov_stmt_get_text (stmt, 4));
  if (!ggov_stmt_is_null (stmt, 6) || !ggov_stmt_is_null (stmt, 7) || !ggov_stmt_is_null (stmt, 5))
    person->building = ggov_building_dup_label (ggov_stmt_get_text (stmt, 5),
                                                ggov_stmt_get_text (stmt, 6),
                                                ggov_stmt_get_text (stmt, 7));
  person->unit = ggov_stmt_get_int (stmt, 8);
  g_ptr_array_add (user_data, person);

  return TRUE;
}

static gboolean
read_place_building (GgovStmt  *stmt,
                     gpointer   user_data,
                     GError   **error)
{
  GgovPlaceBuilding *building = g_new0 (GgovPlaceBuilding, 1);

  building->id = ggov_stmt_get_int (stmt, 0);
  building->label = ggov_building_dup_label (ggov_stmt_get_text (stmt, 1),
                                             ggov_stmt_get_text (stmt, 2),
                                             ggov_stmt_get_text (stmt, 3));
  building->households = ggov_stmt_get_int (stmt, 4);
  g_ptr_array_add (user_data, building);

  return TRUE;
}

static GPtrArray *
list_of_day (GgovDb             *db,
             const char         *sql,
             Request            *request,
             GgovPlacesRowFunc   func,
             GDestroyNotify      free_row,
             GError            **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, request->day);
  ggov_stmt_bind_int (stmt, 2, request->id);

  return _ggov_places_read_rows (stmt, func, rows, error) ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
list_people (GgovDb      *db,
             const char  *sql,
             Request     *request,
             GError     **error)
{
  return list_of_day (db, sql, request, read_person, (GDestroyNotify) person_free, error);
}

static gboolean
read_issue (GgovStmt  *stmt,
            gpointer   user_data,
            GError   **error)
{
  GgovPlaceIssue *issue = g_new0 (GgovPlaceIssue, 1);

  issue->id = ggov_stmt_get_int (stmt, 0);
  issue->number = g_strdup (ggov_stmt_get_text (stmt, 1));
  issue->title = g_strdup (ggov_stmt_get_text (stmt, 2));
  issue->stage = g_strdup (ggov_stmt_get_text (stmt, 3));
  issue->suspended = ggov_stmt_get_int (stmt, 4) != 0;
  issue->due_at = ggov_stmt_get_int (stmt, 5);
  issue->due_provisional = ggov_stmt_get_int (stmt, 6) != 0;
  g_ptr_array_add (user_data, issue);

  return TRUE;
}

static GPtrArray *
list_issues (GgovDb      *db,
             const char  *sql,
             Request     *request,
             GError     **error)
{
  g_autoptr(GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) issue_free);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, request->id);
  ggov_stmt_bind_text (stmt, 2, request->day);

  return _ggov_places_read_rows (stmt, read_issue, issues, error) ? g_steal_pointer (&issues)
                                                                  : NULL;
}

static gboolean
read_name (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  g_strv_builder_add (user_data, ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

static GStrv
list_party (GgovDb   *db,
            Request  *request,
            GError  **error)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_GRID_PARTY, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, request->day);
  ggov_stmt_bind_int (stmt, 2, request->id);

  return _ggov_places_read_rows (stmt, read_name, names, error) ? g_strv_builder_end (names)
                                                                : NULL;
}

/* On the store's thread. */
static void
grid_job (GTask  *task,
          GgovDb *db)
{
  Request *request = g_task_get_task_data (task);
  g_autoptr(GgovGridDetails) details = g_new0 (GgovGridDetails, 1);
  GError *error = NULL;

  if ((details->people = list_people (db, SQL_GRID_PEOPLE, request, &error)) &&
      (details->issues = list_issues (db, SQL_GRID_ISSUES, request, &error)) &&
      (details->buildings = list_of_day (db, SQL_GRID_BUILDINGS, request, read_place_building,
                                         (GDestroyNotify) place_building_free, &error)) &&
      (details->party = list_party (db, request, &error)))
    g_task_return_pointer (task, g_steal_pointer (&details),
                           (GDestroyNotify) ggov_grid_details_free);
  else
    g_task_return_error (task, error);
}

static gboolean
read_building (GgovBuildingDetails  *details,
               GgovDb               *db,
               Request              *request,
               GError              **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_BUILDING, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, request->day);
  ggov_stmt_bind_int (stmt, 2, request->id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "no such building");
      return FALSE;
    }

  details->id = request->id;
  details->community = g_strdup (ggov_stmt_get_text (stmt, 0));
  details->compound = g_strdup (ggov_stmt_get_text (stmt, 1));
  details->number = g_strdup (ggov_stmt_get_text (stmt, 2));
  details->name = g_strdup (ggov_stmt_get_text (stmt, 3));
  details->kind = ggov_building_kind_from_code (ggov_stmt_get_text (stmt, 4));
  details->floors = ggov_stmt_get_int (stmt, 5);
  details->grid_id = ggov_stmt_get_int (stmt, 6);
  details->units = ggov_stmt_get_int (stmt, 7);
  details->households = ggov_stmt_get_int (stmt, 8);
  details->people_count = ggov_stmt_get_int (stmt, 9);

  return TRUE;
}

/* On the store's thread. */
static void
building_job (GTask  *task,
              GgovDb *db)
{
  Request *request = g_task_get_task_data (task);
  g_autoptr(GgovBuildingDetails) details = g_new0 (GgovBuildingDetails, 1);
  GError *error = NULL;

  if (read_building (details, db, request, &error) &&
      (details->people = list_people (db, SQL_BUILDING_PEOPLE, request, &error)) &&
      (details->issues = list_issues (db, SQL_BUILDING_ISSUES, request, &error)))
    g_task_return_pointer (task, g_steal_pointer (&details),
                           (GDestroyNotify) ggov_building_details_free);
  else
    g_task_return_error (task, error);
}

static Request *
request_new (gint64      id,
             const char *day)
{
  Request *request = g_new0 (Request, 1);

  request->id = id;
  request->day = g_strdup (day);

  return request;
}

void
ggov_store_get_grid_details_async (GgovStore           *self,
                                   gint64               grid_id,
                                   const char          *day,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_get_grid_details_async, grid_job, request_new (grid_id, day),
                    (GDestroyNotify) request_free, cancellable, callback, user_data);
}

GgovGridDetails *
ggov_store_get_grid_details_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ggov_store_get_building_details_async (GgovStore           *self,
                                       gint64               building_id,
                                       const char          *day,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_get_building_details_async, building_job,
                    request_new (building_id, day), (GDestroyNotify) request_free, cancellable,
                    callback, user_data);
}

GgovBuildingDetails *
ggov_store_get_building_details_finish (GgovStore     *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
