/* ggov-issue-spot.c: the grid that a point of the map is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-issue-spot-private.h"
#include "ggov-places-private.h"
#include "ggov-plans-private.h"

#define DEGREES_E7 1e7

#define SQL_PLANS "WITH " GGOV_SQL_PLANS_ON ("$1") " SELECT p.id FROM p ORDER BY p.id"

typedef struct
{
  GgovDb *db;
  double  lon;
  double  lat;
  gint64  grid_id; /* 0 until it is found */
} Search;

static gboolean
look_into (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Search *search = user_data;
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;

  if (search->grid_id != 0)
    return TRUE;

  subdivision = _ggov_places_read_subdivision (search->db, ggov_stmt_get_int (stmt, 0), error);
  if (subdivision == NULL)
    return FALSE;

  search->grid_id = ggov_geo_subdivision_find_grid (subdivision, search->lon, search->lat);

  return TRUE;
}

gboolean
_ggov_issue_find_grid_at (GgovDb      *db,
                          const char  *day,
                          gint64       lon_e7,
                          gint64       lat_e7,
                          gint64      *grid_id,
                          GError     **error)
{
  Search search = { db, (double) lon_e7 / DEGREES_E7, (double) lat_e7 / DEGREES_E7, 0 };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PLANS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, day);
  if (!_ggov_places_read_rows (stmt, look_into, &search, error))
    return FALSE;

  if (search.grid_id != 0)
    *grid_id = search.grid_id;

  return TRUE;
}
