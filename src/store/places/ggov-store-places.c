/* ggov-store-places.c: reading what the map shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-building-kind.h"
#include "ggov-places-private.h"
#include "ggov-store-places.h"

#define SQL_COUNT "SELECT count (*) FROM building"
#define SQL_FOOTPRINTS "SELECT id, kind, footprint, number FROM building ORDER BY id"
#define SQL_ASSIGNMENTS \
  "WITH " GGOV_SQL_PLANS " " \
  "SELECT b.building_id, b.grid_id FROM p JOIN plan_building b ON b.plan_id = p.id"
#define SQL_COMMUNITIES \
  "WITH " GGOV_SQL_PLANS " " \
  "SELECT c.id, c.code, c.name, c.border, p.id FROM community c " \
  "LEFT JOIN p ON p.community_id = c.id ORDER BY c.code"
#define SQL_STREETS "SELECT id, name, main, line FROM street ORDER BY main, id"
#define SQL_SOURCES "SELECT words FROM map_source GROUP BY words ORDER BY min (id)"
#define SQL_GRIDS \
  "WITH " GGOV_SQL_PLANS ", " \
  "b AS (SELECT a.grid_id, count (*) AS buildings FROM p " \
  "JOIN plan_building a ON a.plan_id = p.id GROUP BY a.grid_id), " \
  "h AS (SELECT a.grid_id, sum (u.households) AS households, sum (u.people) AS people FROM p " \
  "JOIN plan_building a ON a.plan_id = p.id JOIN unit u ON u.building_id = a.building_id " \
  "GROUP BY a.grid_id) " \
  "SELECT g.id, g.community_id, g.code, g.name, c.name, coalesce (h.households, 0), " \
  "coalesce (h.people, 0), coalesce (b.buildings, 0), " \
  "(SELECT q.name FROM post o JOIN role r ON r.id = o.role_id JOIN person q " \
  "ON q.id = o.person_id WHERE o.grid_id = g.id AND r.code = 'full_time_member' " \
  "AND o.valid_from <= $1 AND (o.valid_to IS NULL OR o.valid_to >= $1) ORDER BY o.id LIMIT 1) " \
  "FROM grid g JOIN community c ON c.id = g.community_id LEFT JOIN b ON b.grid_id = g.id " \
  "LEFT JOIN h ON h.grid_id = g.id " \
  "WHERE g.valid_from <= $1 AND (g.valid_to IS NULL OR g.valid_to >= $1) ORDER BY g.code"

typedef struct
{
  char       *day;
  GgovPlaces *known; /* (nullable) */
} Request;

static void
request_free (Request *request)
{
  g_free (request->day);
  g_clear_object (&request->known);
  g_free (request);
}

static gboolean
read_of_day (GgovDb      *db,
             const char  *sql,
             const char  *day,
             GgovPlacesRowFunc func,
             gpointer     user_data,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  if (day)
    ggov_stmt_bind_text (stmt, 1, day);

  return _ggov_places_read_rows (stmt, func, user_data, error);
}

/* Footprints on their way. */
typedef struct
{
  GgovGeoFootprintsBuilder *builder;
  GgovPlacesNumbers        *numbers;
} Reading;

static void
add_number (GgovPlacesNumbers *numbers,
            const char        *number)
{
  g_ptr_array_add (numbers->of, number && *number
                   ? g_string_chunk_insert_const (numbers->words, number) : NULL);
}

/* A footprint that cannot be read is left out of the map; the check names it. */
static gboolean
read_footprint (GgovStmt  *stmt,
                gpointer   user_data,
                GError   **error)
{
  Reading *reading = user_data;
  g_autoptr(GError) odd = NULL;
  gsize size;
  gconstpointer wkb = ggov_stmt_get_blob (stmt, 2, &size);

  if (ggov_geo_footprints_builder_append (reading->builder, ggov_stmt_get_int (stmt, 0),
                                          ggov_building_kind_from_code (ggov_stmt_get_text (stmt, 1)),
                                          wkb, size, &odd))
    add_number (reading->numbers, ggov_stmt_get_text (stmt, 3));
  else
    g_debug ("A footprint is not shown: %s", odd->message);

  return TRUE;
}

static gboolean
read_footprints (GgovPlaces  *places,
                 GgovDb      *db,
                 GError     **error)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = NULL;
  Reading reading;
  gint64 n;

  if (!ggov_db_query_int (db, SQL_COUNT, &n, error))
    return FALSE;

  builder = ggov_geo_footprints_builder_new (n);
  places->numbers = _ggov_places_numbers_new ();
  reading = (Reading) { builder, places->numbers };
  if (!read_of_day (db, SQL_FOOTPRINTS, NULL, read_footprint, &reading, error))
    return FALSE;

  places->footprints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
  places->index = ggov_geo_index_new (places->footprints);

  return TRUE;
}

static gboolean
read_assignment (GgovStmt  *stmt,
                 gpointer   user_data,
                 GError   **error)
{
  GgovPlaces *places = user_data;
  guint i;

  if (ggov_geo_footprints_find_id (places->footprints, ggov_stmt_get_int (stmt, 0), &i))
    places->grid_ids[i] = ggov_stmt_get_int (stmt, 1);

  return TRUE;
}

static gboolean
read_community (GgovStmt  *stmt,
                gpointer   user_data,
                GError   **error)
{
  GgovPlaces *places = user_data;
  GgovPlacesCommunity community = {
    .id = ggov_stmt_get_int (stmt, 0),
    .code = g_strdup (ggov_stmt_get_text (stmt, 1)),
    .name = g_strdup (ggov_stmt_get_text (stmt, 2)),
    .border = ggov_stmt_dup_bytes (stmt, 3),
    .plan_id = ggov_stmt_get_int (stmt, 4),
  };

  g_array_append_val (places->communities, community);

  return TRUE;
}

static gboolean
read_street (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  GgovPlaces *places = user_data;
  GgovPlacesStreet street = {
    .id = ggov_stmt_get_int (stmt, 0),
    .name = g_strdup (ggov_stmt_get_text (stmt, 1)),
    .is_main = ggov_stmt_get_int (stmt, 2) != 0,
    .line = ggov_stmt_dup_bytes (stmt, 3),
  };

  g_array_append_val (places->streets, street);

  return TRUE;
}

static gboolean
read_source (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  GgovPlaces *places = user_data;

  g_string_append_printf (places->sources, "%s%s", places->sources->len > 0 ? "\n" : "",
                          ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

static gboolean
read_grid (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  GgovPlaces *places = user_data;
  const GgovGridRow row = {
    .id = ggov_stmt_get_int (stmt, 0),
    .community_id = ggov_stmt_get_int (stmt, 1),
    .code = ggov_stmt_get_text (stmt, 2),
    .name = ggov_stmt_get_text (stmt, 3),
    .community = ggov_stmt_get_text (stmt, 4),
    .households = ggov_stmt_get_int (stmt, 5),
    .people = ggov_stmt_get_int (stmt, 6),
    .buildings = ggov_stmt_get_int (stmt, 7),
    .member = ggov_stmt_get_text (stmt, 8),
  };

  g_ptr_array_add (places->grids, ggov_grid_new (&row));

  return TRUE;
}

static gboolean
read_subdivisions (GgovPlaces  *places,
                   GgovDb      *db,
                   GError     **error)
{
  for (guint i = 0; i < places->communities->len; i++)
    {
      GgovPlacesCommunity *community = &g_array_index (places->communities,
                                                       GgovPlacesCommunity, i);

      if (community->plan_id != 0 &&
          !(community->subdivision = _ggov_places_read_subdivision (db, community->plan_id, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_buildings (GgovPlaces  *places,
                GgovDb      *db,
                const char  *day,
                GgovPlaces  *known,
                GError     **error)
{
  if (known)
    {
      places->footprints = ggov_geo_footprints_ref (known->footprints);
      places->index = ggov_geo_index_ref (known->index);
      places->numbers = g_atomic_rc_box_acquire (known->numbers);
    }
  else if (!read_footprints (places, db, error))
    return FALSE;

  places->grid_ids = g_new0 (gint64, ggov_geo_footprints_get_n (places->footprints) + 1);

  return read_of_day (db, SQL_ASSIGNMENTS, day, read_assignment, places, error);
}

static void
index_grids (GgovPlaces *places)
{
  for (guint i = 0; i < places->grids->len; i++)
    {
      gint64 id = ggov_grid_get_id (places->grids->pdata[i]);

      g_hash_table_insert (places->grids_by_id, g_memdup2 (&id, sizeof id),
                           places->grids->pdata[i]);
    }
}

GgovPlaces *
_ggov_places_load (GgovDb      *db,
                   const char  *day,
                   GgovPlaces  *known,
                   GError     **error)
{
  g_autoptr(GgovPlaces) places = _ggov_places_new ();

  if (!read_buildings (places, db, day, known, error) ||
      !read_of_day (db, SQL_COMMUNITIES, day, read_community, places, error) ||
      !read_of_day (db, SQL_STREETS, NULL, read_street, places, error) ||
      !read_of_day (db, SQL_SOURCES, NULL, read_source, places, error) ||
      !read_of_day (db, SQL_GRIDS, day, read_grid, places, error) ||
      !read_subdivisions (places, db, error))
    return NULL;

  index_grids (places);

  return g_steal_pointer (&places);
}

/* On the store's thread. */
static void
load_job (GTask  *task,
          GgovDb *db)
{
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  GgovPlaces *places = _ggov_places_load (db, request->day, request->known, &error);

  if (places)
    g_task_return_pointer (task, places, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_load_map_async (GgovStore           *self,
                           const char          *day,
                           GgovPlaces          *known,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Request *request;

  g_return_if_fail (day != NULL);
  g_return_if_fail (known == NULL || GGOV_IS_PLACES (known));

  request = g_new0 (Request, 1);
  request->day = g_strdup (day);
  request->known = known ? g_object_ref (known) : NULL;

  _ggov_store_call (self, ggov_store_load_map_async, load_job, request,
                    (GDestroyNotify) request_free, cancellable, callback, user_data);
}

GgovPlaces *
ggov_store_load_map_finish (GgovStore     *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
