/* ggov-store-atlas.c: reading what maps on paper are drawn from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-places-private.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-atlas.h"

#define SQL_OFFICE "SELECT name FROM sub_district ORDER BY id LIMIT 1"
/* Numbers of more digits come later, and what has none at the end. */
#define SQL_BUILDINGS \
  "WITH " GGOV_ROSTER_GROUND " " \
  "SELECT b.id, x.grid_id, o.name, b.number, b.name, b.kind, count (u.id), " \
  "coalesce (sum (u.households), 0), b.footprint FROM ground x " \
  "JOIN building b ON b.id = x.building_id LEFT JOIN compound o ON o.id = b.compound_id " \
  "LEFT JOIN unit u ON u.building_id = b.id GROUP BY b.id, x.grid_id, o.id, o.name " \
  "ORDER BY o.name NULLS LAST, o.id, b.number IS NULL, length (b.number), b.number, b.name, b.id"
#define SQL_POSTS \
  "SELECT p.community_id, p.grid_id, p.building_id, n.name, n.phone, r.code, r.name, r.name_zh " \
  "FROM post p JOIN role r ON r.id = p.role_id JOIN person n ON n.id = p.person_id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " AND p.unit_id IS NULL AND p.sub_district_id IS NULL " \
  "ORDER BY r.sort_order, n.pinyin, p.id"

static void
take_communities (GgovAtlas  *atlas,
                  GgovPlaces *places)
{
  for (guint i = 0; i < ggov_places_get_n_communities (places); i++)
    {
      const GgovPlacesCommunity *from = ggov_places_get_community (places, i);
      GgovAtlasCommunity *community = g_new0 (GgovAtlasCommunity, 1);

      community->id = from->id;
      community->code = g_strdup (from->code);
      community->name = g_strdup (from->name);
      community->border = g_bytes_ref (from->border);
      g_ptr_array_add (atlas->communities, community);
    }
}

static void
take_grid (GgovAtlas          *atlas,
           GgovGrid           *from,
           GgovGeoSubdivision *subdivision)
{
  const gint64 id = ggov_grid_get_id (from);
  g_autoptr(GBytes) area = ggov_geo_subdivision_dup_grid_wkb (subdivision, id, NULL);
  GgovAtlasGrid *grid;

  if (area == NULL)
    return;

  grid = g_new0 (GgovAtlasGrid, 1);
  grid->id = id;
  grid->community_id = ggov_grid_get_community_id (from);
  grid->code = g_strdup (ggov_grid_get_code (from));
  grid->name = g_strdup (ggov_grid_get_name (from));
  grid->households = ggov_grid_get_households (from);
  grid->people = ggov_grid_get_people (from);
  grid->buildings = ggov_grid_get_buildings (from);
  grid->area = g_steal_pointer (&area);
  grid->neighbours = ggov_geo_subdivision_list_neighbours (subdivision, id);
  g_ptr_array_add (atlas->grids, grid);
}

static void
take_grids (GgovAtlas  *atlas,
            GgovPlaces *places)
{
  for (guint i = 0; i < ggov_places_get_n_grids (places); i++)
    {
      GgovGrid *grid = ggov_places_get_grid (places, i);
      GgovGeoSubdivision *subdivision =
        ggov_places_find_subdivision (places, ggov_grid_get_id (grid));

      if (subdivision)
        take_grid (atlas, grid, subdivision);
    }
}

static void
take_streets (GgovAtlas  *atlas,
              GgovPlaces *places)
{
  for (guint i = 0; i < ggov_places_get_n_streets (places); i++)
    {
      const GgovPlacesStreet *from = ggov_places_get_street (places, i);
      GgovAtlasStreet *street = g_new0 (GgovAtlasStreet, 1);

      street->name = g_strdup (from->name);
      street->is_main = from->is_main;
      street->line = g_bytes_ref (from->line);
      g_ptr_array_add (atlas->streets, street);
    }
}

static gboolean
read_office (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  GgovAtlas *atlas = user_data;

  atlas->office = g_strdup (ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

static gboolean
read_building (GgovStmt  *stmt,
               gpointer   user_data,
               GError   **error)
{
  GgovAtlas *atlas = user_data;
  GgovAtlasBuilding *building = g_new0 (GgovAtlasBuilding, 1);

  building->id = ggov_stmt_get_int (stmt, 0);
  building->grid_id = ggov_stmt_get_int (stmt, 1);
  building->compound = g_strdup (ggov_stmt_get_text (stmt, 2));
  building->number = g_strdup (ggov_stmt_get_text (stmt, 3));
  building->name = g_strdup (ggov_stmt_get_text (stmt, 4));
  building->kind = ggov_building_kind_from_code (ggov_stmt_get_text (stmt, 5));
  building->units = ggov_stmt_get_int (stmt, 6);
  building->households = ggov_stmt_get_int (stmt, 7);
  building->footprint = ggov_stmt_dup_bytes (stmt, 8);
  g_ptr_array_add (atlas->buildings, building);

  return TRUE;
}

static gboolean
read_post (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  GgovAtlas *atlas = user_data;
  GgovAtlasPost *post = g_new0 (GgovAtlasPost, 1);

  post->community_id = ggov_stmt_get_int (stmt, 0);
  post->grid_id = ggov_stmt_get_int (stmt, 1);
  post->building_id = ggov_stmt_get_int (stmt, 2);
  post->name = g_strdup (ggov_stmt_get_text (stmt, 3));
  post->phone = g_strdup (ggov_stmt_get_text (stmt, 4));
  post->role_code = g_strdup (ggov_stmt_get_text (stmt, 5));
  post->role = g_strdup (ggov_role_choose_name (ggov_stmt_get_text (stmt, 6),
                                                ggov_stmt_get_text (stmt, 7)));
  g_ptr_array_add (atlas->posts, post);

  return TRUE;
}

static gboolean
read_rows (GgovAtlas          *atlas,
           GgovDb             *db,
           const char         *sql,
           gboolean            has_day,
           GgovPlacesRowFunc   func,
           GError            **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  if (has_day)
    ggov_stmt_bind_text (stmt, 1, atlas->day);

  return _ggov_places_read_rows (stmt, func, atlas, error);
}

/* On the store's thread. */
static void
load_job (GTask  *task,
          GgovDb *db)
{
  g_autoptr(GgovAtlas) atlas = ggov_atlas_new ();
  g_autoptr(GgovPlaces) places = NULL;
  GError *error = NULL;

  atlas->day = g_strdup (g_task_get_task_data (task));
  if (!(places = _ggov_places_load (db, atlas->day, NULL, &error)) ||
      !read_rows (atlas, db, SQL_OFFICE, FALSE, read_office, &error) ||
      !read_rows (atlas, db, SQL_BUILDINGS, TRUE, read_building, &error) ||
      !read_rows (atlas, db, SQL_POSTS, TRUE, read_post, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  take_communities (atlas, places);
  take_grids (atlas, places);
  take_streets (atlas, places);
  atlas->sources = g_strdup (ggov_places_get_sources (places));
  g_task_return_pointer (task, g_steal_pointer (&atlas), (GDestroyNotify) ggov_atlas_unref);
}

void
ggov_store_load_atlas_async (GgovStore           *self,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_load_atlas_async, load_job, g_strdup (day), g_free,
                    cancellable, callback, user_data);
}

GgovAtlas *
ggov_store_load_atlas_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
