/* ggov-store-issue-spots.c: reading where open issues are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <math.h>

#include "ggov-geo-wkb.h"
#include "ggov-issue-ask-private.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-store-issue-spots.h"

#define DEGREES_E7 1e7

/* The shape of the building and the grid are asked for only where they are needed. */
#define SQL_SPOTS \
  "SELECT i.id, i.number, i.title, i.stage, i.suspended, i.due_at, i.due_provisional, " \
  "i.lon_e7, i.lat_e7, b.footprint, CASE WHEN i.lon_e7 IS NULL AND b.id IS NULL " \
  "THEN " GGOV_SQL_PRESENT_GRID ("i", "$1") " END FROM issue i " \
  "LEFT JOIN building b ON b.id = i.building_id AND i.lon_e7 IS NULL "
#define SQL_OF_DAY "WHERE " GGOV_SQL_ISSUE_OPEN_BY ("i", "$2") " "
#define SQL_ORDER "ORDER BY i.id"
#define SQL_PLAN \
  "SELECT max (n.id) FROM plan n WHERE " GGOV_SQL_PLAN_ON ("n", "$1") " " \
  "AND n.community_id = (SELECT community_id FROM grid WHERE id = $2)"

enum
{
  ID, NUMBER, TITLE, STAGE, SUSPENDED, DUE_AT, PROVISIONAL, LON, LAT, FOOTPRINT, GRID,
};

typedef struct
{
  double lon;
  double lat;
} Point;

typedef struct
{
  GgovDb         *db;
  const char     *day;
  GgovIssueSpots *spots;
  GHashTable     *grids; /* (element-type gint64 Point): within grids, once they are known */
} Reading;

/* Well inside a grid; NAN where its border does not close. */
static Point
find_in_grid (Reading *reading,
              gint64   grid_id)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (reading->db, SQL_PLAN, NULL);
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  Point point = { NAN, NAN };

  if (stmt == NULL)
    return point;

  ggov_stmt_bind_text (stmt, 1, reading->day);
  ggov_stmt_bind_int (stmt, 2, grid_id);
  if (ggov_stmt_step (stmt, NULL) != GGOV_DB_ROW || ggov_stmt_is_null (stmt, 0))
    return point;

  subdivision = _ggov_places_read_subdivision (reading->db, ggov_stmt_get_int (stmt, 0), NULL);
  if (subdivision == NULL ||
      !ggov_geo_subdivision_get_label_point (subdivision, grid_id, &point.lon, &point.lat, NULL))
    point.lon = point.lat = NAN;

  return point;
}

static Point
get_in_grid (Reading *reading,
             gint64   grid_id)
{
  const Point *known = g_hash_table_lookup (reading->grids, &grid_id);
  Point point;

  if (known)
    return *known;

  point = find_in_grid (reading, grid_id);
  g_hash_table_insert (reading->grids, g_memdup2 (&grid_id, sizeof grid_id),
                       g_memdup2 (&point, sizeof point));

  return point;
}

static Point
find_point (Reading  *reading,
            GgovStmt *stmt)
{
  g_autoptr(GBytes) footprint = NULL;
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;

  if (!ggov_stmt_is_null (stmt, LON) && !ggov_stmt_is_null (stmt, LAT))
    return (Point) { ggov_stmt_get_int (stmt, LON) / DEGREES_E7,
                     ggov_stmt_get_int (stmt, LAT) / DEGREES_E7 };
  if (ggov_stmt_is_null (stmt, FOOTPRINT))
    return ggov_stmt_is_null (stmt, GRID) ? (Point) { NAN, NAN }
                                          : get_in_grid (reading, ggov_stmt_get_int (stmt, GRID));

  footprint = ggov_stmt_dup_bytes (stmt, FOOTPRINT);
  if (!ggov_geo_wkb_init_bytes (&wkb, footprint, NULL))
    return (Point) { NAN, NAN };

  ggov_geo_wkb_get_bounds (&wkb, &bounds);

  return (Point) { (bounds.min_lon + bounds.max_lon) / 2, (bounds.min_lat + bounds.max_lat) / 2 };
}

/* One that was closed after the day was in work then. */
static GgovIssueStage
read_stage (GgovStmt *stmt)
{
  GgovIssueStage stage;

  return ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, STAGE), &stage, NULL) &&
         ggov_issue_stage_is_open (stage) ? stage : GGOV_ISSUE_HANDLED;
}

static gboolean
read_spot (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Reading *reading = user_data;
  Point point = find_point (reading, stmt);
  const GgovIssueSpot spot = {
    .id = ggov_stmt_get_int (stmt, ID),
    .number = ggov_stmt_get_text (stmt, NUMBER),
    .title = ggov_stmt_get_text (stmt, TITLE),
    .lon = point.lon,
    .lat = point.lat,
    .state = { read_stage (stmt), ggov_stmt_get_int (stmt, SUSPENDED) != 0 },
    .due_at = ggov_stmt_get_int (stmt, DUE_AT),
    .due_provisional = ggov_stmt_get_int (stmt, PROVISIONAL) != 0,
  };

  if (!isnan (point.lon))
    ggov_issue_spots_add (reading->spots, &spot);

  return TRUE;
}

/* Of a day, or of a filter. */
typedef struct
{
  char         *day;
  GgovIssueAsk *ask; /* (nullable) */
} Order;

static void
order_free (Order *order)
{
  g_free (order->day);
  g_clear_pointer (&order->ask, _ggov_issue_ask_free);
  g_free (order);
}

static GgovStmt *
prepare (GgovDb       *db,
         const Order  *order,
         GError      **error)
{
  g_autofree char *where = order->ask ? _ggov_issue_ask_dup_where (order->ask) : NULL;
  g_autofree char *sql = g_strconcat (SQL_SPOTS, where ? where : SQL_OF_DAY, SQL_ORDER, NULL);
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);
  int day = 0;

  if (stmt == NULL)
    return NULL;

  if (order->ask)
    _ggov_issue_ask_bind (order->ask, stmt);
  else
    {
      ggov_local_day_parse (order->day, &day, NULL);
      ggov_stmt_bind_text (stmt, 1, order->day);
      ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (day + 1, 0));
    }

  return stmt;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Order *order = g_task_get_task_data (task);
  g_autoptr(GgovIssueSpots) spots = ggov_issue_spots_new ();
  g_autoptr(GHashTable) grids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Reading reading = { db, order->day, spots, grids };
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = prepare (db, order, &error);

  if (stmt && _ggov_places_read_rows (stmt, read_spot, &reading, &error))
    g_task_return_pointer (task, g_steal_pointer (&spots), (GDestroyNotify) ggov_issue_spots_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_issue_spots_async (GgovStore           *self,
                                   const char          *day,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Order *order;

  g_return_if_fail (day != NULL);

  order = g_new0 (Order, 1);
  order->day = g_strdup (day);
  _ggov_store_call (self, ggov_store_list_issue_spots_async, list_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_find_issue_spots_async (GgovStore             *self,
                                   const GgovIssueFilter *filter,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  gint64 now = filter->now != 0 ? filter->now : g_get_real_time () / G_USEC_PER_SEC;
  Order *order = g_new0 (Order, 1);

  order->day = ggov_local_day_format (ggov_local_time_get_day (now));
  order->ask = _ggov_issue_ask_new (filter);
  order->ask->filter.stages &= GGOV_ISSUE_FILTER_OPEN;
  _ggov_store_call (self, ggov_store_find_issue_spots_async, list_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

GgovIssueSpots *
ggov_store_list_issue_spots_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
