/* ggov-store-near-issues.c: finding issues that may be the same as one about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <math.h>

#include "ggov-geo-geodesic.h"
#include "ggov-geo-wkb.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-near-issues.h"

#define DEGREES_E7 1e7
#define DAY_S (24 * 60 * 60)

#define SQL_TYPE "SELECT duplicate_radius_m, duplicate_days FROM case_type WHERE id = $1"
#define SQL_BUILDING "SELECT footprint FROM building WHERE id = $1"

/* By the index of types and times. */
#define SQL_LIST \
  "SELECT i.id, i.row_version, i.number, i.title, i.place, i.stage, i.suspended, i.filed_at, " \
  "i.grid_id, i.lon_e7, i.lat_e7, b.footprint FROM issue i " \
  "LEFT JOIN building b ON b.id = i.building_id AND i.lon_e7 IS NULL " \
  "WHERE i.case_type_id IN (SELECT o.id FROM case_type o " \
  "WHERE o.code = (SELECT t.code FROM case_type t WHERE t.id = $1)) " \
  "AND i.filed_at >= $2 AND i.filed_at <= $3 AND i.stage <> 'void'"

enum
{
  ID, ROW_VERSION, NUMBER, TITLE, PLACE, STAGE, SUSPENDED, FILED_AT, GRID, LON, LAT, FOOTPRINT,
};

/* The question, and the terms of its case type. */
typedef struct
{
  GgovNearQuestion question;
  double           radius_m;
  gint64           days;
} Search;

static gboolean
get_middle (GgovStmt *stmt,
            int       column,
            double    point[2])
{
  g_autoptr(GBytes) footprint = ggov_stmt_is_null (stmt, column)
                                  ? NULL : ggov_stmt_dup_bytes (stmt, column);
  GgovGeoBounds bounds;
  GgovGeoWkb wkb;

  if (footprint == NULL || !ggov_geo_wkb_init_bytes (&wkb, footprint, NULL))
    return FALSE;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  point[0] = (bounds.min_lon + bounds.max_lon) / 2;
  point[1] = (bounds.min_lat + bounds.max_lat) / 2;

  return TRUE;
}

static gboolean
find_terms (GgovDb  *db,
            Search  *search,
            GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_TYPE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, search->question.case_type_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      search->radius_m = (double) ggov_stmt_get_int (stmt, 0);
      search->days = ggov_stmt_get_int (stmt, 1);
    }

  return step != GGOV_DB_ERROR;
}

/* Leaves it without a point where the building has no shape that can be read. */
static gboolean
find_point (GgovDb            *db,
            GgovNearQuestion  *question,
            GError           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_BUILDING, error);
  double point[2];
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;
  if (question->has_point)
    return TRUE;

  ggov_stmt_bind_int (stmt, 1, question->building_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW && get_middle (stmt, 0, point))
    {
      question->has_point = TRUE;
      question->lon = point[0];
      question->lat = point[1];
    }

  return step != GGOV_DB_ERROR;
}

/* Metres; GGOV_NEAR_SAME_GRID; or more than any radius. */
static double
get_distance (const Search *search,
              GgovStmt     *stmt)
{
  const GgovNearQuestion *question = &search->question;
  double line[4] = { question->lon, question->lat, 0, 0 };
  gboolean has_point = get_middle (stmt, FOOTPRINT, line + 2);
  double length;

  if (!ggov_stmt_is_null (stmt, LON) && !ggov_stmt_is_null (stmt, LAT))
    {
      line[2] = (double) ggov_stmt_get_int (stmt, LON) / DEGREES_E7;
      line[3] = (double) ggov_stmt_get_int (stmt, LAT) / DEGREES_E7;
      has_point = TRUE;
    }
  if (has_point && question->has_point && ggov_geo_measure_line (line, 2, NULL, &length, NULL))
    return length;

  return question->grid_id != 0 && ggov_stmt_get_int (stmt, GRID) == question->grid_id
           ? GGOV_NEAR_SAME_GRID : INFINITY;
}

static void
add_row (GPtrArray    *found,
         const Search *search,
         GgovStmt     *stmt)
{
  const double distance = get_distance (search, stmt);
  GgovNearIssueFields fields = {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .number = ggov_stmt_get_text (stmt, NUMBER),
    .title = ggov_stmt_get_text (stmt, TITLE),
    .place = ggov_stmt_get_text (stmt, PLACE),
    .state = { GGOV_ISSUE_FILED, ggov_stmt_get_int (stmt, SUSPENDED) != 0 },
    .days = ggov_local_time_get_day (search->question.at) -
            ggov_local_time_get_day (ggov_stmt_get_int (stmt, FILED_AT)),
  };

  if (distance > search->radius_m)
    return;

  fields.distance_m = (int) lround (distance);
  ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, STAGE), &fields.state.stage, NULL);
  g_ptr_array_add (found, ggov_near_issue_new (&fields));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return ggov_near_issue_compare (*(gpointer const *) a, *(gpointer const *) b);
}

static gboolean
find_rows (GgovDb        *db,
           const Search  *search,
           GCancellable  *cancellable,
           GPtrArray     *found,
           GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, search->question.case_type_id);
  ggov_stmt_bind_int (stmt, 2, search->question.at - search->days * DAY_S);
  ggov_stmt_bind_int (stmt, 3, search->question.at);
  while (!g_cancellable_set_error_if_cancelled (cancellable, error) &&
         (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    add_row (found, search, stmt);

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
find_job (GTask  *task,
          GgovDb *db)
{
  Search *search = g_task_get_task_data (task);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (!find_terms (db, search, &error) || !find_point (db, &search->question, &error) ||
      (search->radius_m > 0 && search->days > 0 &&
       !find_rows (db, search, g_task_get_cancellable (task), found, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_sort (found, compare);
  if (found->len > search->question.limit)
    g_ptr_array_set_size (found, (int) search->question.limit);
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_find_near_issues_async (GgovStore              *self,
                                   const GgovNearQuestion *question,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data)
{
  Search *search;

  g_return_if_fail (question != NULL);
  g_return_if_fail (question->limit > 0);

  search = g_new0 (Search, 1);
  search->question = *question;
  _ggov_store_call (self, ggov_store_find_near_issues_async, find_job, search, g_free, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_find_near_issues_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_NEAR_ISSUE) : NULL;
}
