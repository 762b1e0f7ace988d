/* ggov-places-read.c: how places are read, shared by what shows, moves and checks them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-geo-wkb.h"
#include "ggov-places-private.h"

#define SQL_ARCS \
  "SELECT id, left_grid_id, right_grid_id, line FROM arc WHERE plan_id = $1 ORDER BY id"
#define SQL_PLAN_BUILDINGS \
  "SELECT b.id, a.grid_id, b.footprint FROM building b " \
  "LEFT JOIN plan_building a ON a.building_id = b.id AND a.plan_id = $1 " \
  "WHERE b.community_id = $2 ORDER BY b.id"
#define SQL_LINES "SELECT line FROM street ORDER BY id"

gboolean
_ggov_places_read_rows (GgovStmt           *stmt,
                        GgovPlacesRowFunc   func,
                        gpointer            user_data,
                        GError            **error)
{
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (!func (stmt, user_data, error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

static gboolean
read_arc (GgovStmt  *stmt,
          gpointer   user_data,
          GError   **error)
{
  g_autoptr(GBytes) line = ggov_stmt_dup_bytes (stmt, 3);

  return ggov_geo_subdivision_add_arc_wkb (user_data, ggov_stmt_get_int (stmt, 0),
                                           ggov_stmt_get_int (stmt, 1),
                                           ggov_stmt_get_int (stmt, 2), line, error);
}

GgovGeoSubdivision *
_ggov_places_read_subdivision (GgovDb  *db,
                               gint64   plan_id,
                               GError **error)
{
  g_autoptr(GgovGeoSubdivision) subdivision = ggov_geo_subdivision_new ();
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ARCS, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, plan_id);

  return _ggov_places_read_rows (stmt, read_arc, subdivision, error) ? g_steal_pointer (&subdivision) : NULL;
}

static gboolean
read_plan_building (GgovStmt  *stmt,
                    gpointer   user_data,
                    GError   **error)
{
  GgovGeoBuilding building = {
    .id = ggov_stmt_get_int (stmt, 0),
    .grid_id = ggov_stmt_get_int (stmt, 1),
    .footprint = ggov_stmt_dup_bytes (stmt, 2),
  };

  g_array_append_val ((GArray *) user_data, building);

  return TRUE;
}

static void
building_clear (GgovGeoBuilding *building)
{
  g_clear_pointer (&building->footprint, g_bytes_unref);
}

GArray *
_ggov_places_read_buildings (GgovDb  *db,
                             gint64   plan_id,
                             gint64   community_id,
                             GError **error)
{
  g_autoptr(GArray) buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PLAN_BUILDINGS, error);

  g_array_set_clear_func (buildings, (GDestroyNotify) building_clear);
  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, plan_id);
  ggov_stmt_bind_int (stmt, 2, community_id);

  return _ggov_places_read_rows (stmt, read_plan_building, buildings, error) ? g_steal_pointer (&buildings)
                                                                : NULL;
}

typedef struct
{
  GgovGeoBounds  bounds;
  GPtrArray     *lines;
} StreetSearch;

static gboolean
read_near_line (GgovStmt  *stmt,
                gpointer   user_data,
                GError   **error)
{
  StreetSearch *search = user_data;
  g_autoptr(GBytes) line = ggov_stmt_dup_bytes (stmt, 0);
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;

  if (!ggov_geo_wkb_init_bytes (&wkb, line, error))
    return FALSE;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  if (ggov_geo_bounds_intersects (&bounds, &search->bounds))
    g_ptr_array_add (search->lines, g_steal_pointer (&line));

  return TRUE;
}

gboolean
_ggov_places_read_streets (GgovDb  *db,
                           GBytes  *border,
                           GBytes **streets,
                           GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LINES, error);
  StreetSearch search = { .lines = lines };
  GgovGeoWkb wkb;

  if (stmt == NULL || !ggov_geo_wkb_init_bytes (&wkb, border, error))
    return FALSE;

  ggov_geo_wkb_get_bounds (&wkb, &search.bounds);
  if (!_ggov_places_read_rows (stmt, read_near_line, &search, error))
    return FALSE;

  *streets = lines->len > 0 ? ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_LINE_STRING, lines) : NULL;

  return TRUE;
}
