/* ggov-store-find-place.c: where on the map a record is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-geo-wkb.h"
#include "ggov-places-private.h"
#include "ggov-store-find-place.h"

#define DEGREES_E7 1e7

/* A query gives rows of a grid, a building, a shape, and a longitude and latitude times ten million;
 * NULL for what it does not know. $1 is the record, $2 the day, which a query may leave out. */
#define SQL_COMMUNITY "SELECT NULL, NULL, border, NULL, NULL FROM community WHERE id = $1"
#define SQL_COMPOUND "SELECT NULL, NULL, footprint, NULL, NULL FROM building WHERE compound_id = $1"
#define SQL_STREET "SELECT NULL, NULL, line, NULL, NULL FROM street WHERE id = $1"
#define SQL_ISSUE \
  "SELECT " GGOV_SQL_PRESENT_GRID ("i", "$2") ", i.building_id, NULL, i.lon_e7, i.lat_e7 " \
  "FROM issue i WHERE i.id = $1"
#define SQL_PERSON \
  "SELECT p.grid_id, coalesce (p.building_id, u.building_id), c.border, NULL, NULL FROM post p " \
  "JOIN role r ON r.id = p.role_id LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN community c ON c.id = p.community_id WHERE p.person_id = $1 " \
  "AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2) " \
  "AND p.sub_district_id IS NULL ORDER BY r.sort_order, p.id LIMIT 1"
#define SQL_HOME \
  "SELECT NULL, u.building_id, NULL, NULL, NULL FROM person n JOIN unit u ON u.id = n.unit_id " \
  "WHERE n.id = $1"

static const struct
{
  const char *kind;
  const char *sql;
  gboolean    has_day;
} queries[] = {
  { "community", SQL_COMMUNITY, FALSE },
  { "compound", SQL_COMPOUND, FALSE },
  { "street", SQL_STREET, FALSE },
  { "issue", SQL_ISSUE, TRUE },
  { "person", SQL_PERSON, TRUE },
  { "person", SQL_HOME, FALSE },
};

typedef struct
{
  char   *kind;
  gint64  id;
  char   *day;
} Question;

static void
question_free (Question *question)
{
  g_free (question->kind);
  g_free (question->day);
  g_free (question);
}

static gboolean
read_place (GgovStmt  *stmt,
            gpointer   user_data,
            GError   **error)
{
  GgovFoundPlace *place = user_data;
  g_autoptr(GBytes) shape = ggov_stmt_is_null (stmt, 2) ? NULL : ggov_stmt_dup_bytes (stmt, 2);
  GgovGeoBounds bounds;
  GgovGeoWkb wkb;

  place->grid_id = ggov_stmt_get_int (stmt, 0);
  place->building_id = ggov_stmt_get_int (stmt, 1);
  if (shape && ggov_geo_wkb_init_bytes (&wkb, shape, NULL))
    {
      ggov_geo_wkb_get_bounds (&wkb, &bounds);
      ggov_geo_bounds_join (&place->bounds, &bounds);
    }
  if (!ggov_stmt_is_null (stmt, 3) && !ggov_stmt_is_null (stmt, 4))
    ggov_geo_bounds_add (&place->bounds, ggov_stmt_get_int (stmt, 3) / DEGREES_E7,
                         ggov_stmt_get_int (stmt, 4) / DEGREES_E7);

  return TRUE;
}

static gboolean
ask (GgovDb         *db,
     const Question *question,
     gsize           i,
     GgovFoundPlace *place,
     GError        **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, queries[i].sql, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, question->id);
  if (queries[i].has_day)
    ggov_stmt_bind_text (stmt, 2, question->day);

  return _ggov_places_read_rows (stmt, read_place, place, error);
}

static gboolean
is_found (const GgovFoundPlace *place)
{
  return place->grid_id != 0 || place->building_id != 0 ||
         !ggov_geo_bounds_is_empty (&place->bounds);
}

/* On the store's thread. */
static void
find_job (GTask  *task,
          GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;
  g_autofree GgovFoundPlace *place = g_new0 (GgovFoundPlace, 1);
  GError *error = NULL;

  place->bounds = nowhere;
  for (gsize i = 0; i < G_N_ELEMENTS (queries) && !is_found (place) && error == NULL; i++)
    if (g_str_equal (queries[i].kind, question->kind))
      ask (db, question, i, place, &error);

  if (error)
    g_task_return_error (task, error);
  else if (is_found (place))
    g_task_return_pointer (task, g_steal_pointer (&place), g_free);
  else
    g_task_return_new_error (task, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                             "nobody knows where %s %" G_GINT64_FORMAT " is", question->kind,
                             question->id);
}

void
ggov_store_find_place_async (GgovStore           *self,
                             const char          *kind,
                             gint64               id,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Question *question;

  g_return_if_fail (kind != NULL);
  g_return_if_fail (day != NULL);

  question = g_new0 (Question, 1);
  question->kind = g_strdup (kind);
  question->id = id;
  question->day = g_strdup (day);
  _ggov_store_call (self, ggov_store_find_place_async, find_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GgovFoundPlace *
ggov_store_find_place_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
