/* ggov-nets-lay.c: an old net laid over the base grids of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-geo-areas.h"
#include "ggov-geo-label.h"
#include "ggov-nets-private.h"

#define SQL_GRIDS \
  "SELECT id, code, name, shape FROM legacy_grid WHERE net_id = $1 ORDER BY code, id"
#define SQL_HOUSEHOLDS "SELECT building_id, sum (households) FROM unit GROUP BY building_id"

#define ROUNDING_M2 0.5 /* of areas that are taken off one another */

void
_ggov_net_work_clear (GgovNetWork *self)
{
  g_clear_object (&self->places);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
}

/* The rows --------------------------------------------------------------------------------- */

static gboolean
read_row (GgovStmt  *stmt,
          gpointer   user_data,
          GError   **error)
{
  GgovNetStudyRow row = {
    .id = ggov_stmt_get_int (stmt, 0),
    .code = g_strdup (ggov_stmt_get_text (stmt, 1)),
    .name = g_strdup (ggov_stmt_get_text (stmt, 2)),
    .shape = ggov_stmt_dup_bytes (stmt, 3),
  };

  g_array_append_val ((GArray *) user_data, row);

  return TRUE;
}

static gboolean
read_rows (GgovNetWork  *self,
           GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->db, SQL_GRIDS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, self->net_id);

  return _ggov_places_read_rows (stmt, read_row, self->rows, error);
}

static GgovGeoAreas *
make_row_areas (GgovNetWork  *self,
                GError      **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (shapes, g_array_index (self->rows, GgovNetStudyRow, i).shape);

  return ggov_geo_areas_new (shapes, error);
}

/* The columns ------------------------------------------------------------------------------ */

static GgovGeoAreas *
make_columns (GgovNetWork  *self,
              GError      **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < ggov_places_get_n_grids (self->places); i++)
    {
      GgovGrid *grid = ggov_places_get_grid (self->places, i);
      gint64 id = ggov_grid_get_id (grid);
      GgovNetStudyColumn column = {
        .id = id,
        .code = g_strdup (ggov_grid_get_code (grid)),
        .name = g_strdup (ggov_grid_get_name (grid)),
      };
      GBytes *shape = ggov_geo_subdivision_dup_grid_wkb (
        ggov_places_find_subdivision (self->places, id), id, error);

      g_array_append_val (self->columns, column);
      if (shape == NULL)
        return NULL;
      g_ptr_array_add (shapes, shape);
    }

  return ggov_geo_areas_new (shapes, error);
}

static GgovGeoAreas *
make_communities (GgovNetWork  *self,
                  GError      **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 0; i < ggov_places_get_n_communities (self->places); i++)
    g_ptr_array_add (shapes, ggov_places_get_community (self->places, i)->border);

  return ggov_geo_areas_new (shapes, error);
}

/* Ground ----------------------------------------------------------------------------------- */

static double *
sum_rows (GgovNetWork *self,
          GArray      *crossings)
{
  double *sums = g_new0 (double, self->rows->len + 1);

  for (guint i = 0; i < crossings->len; i++)
    sums[g_array_index (crossings, GgovGeoCrossing, i).row] +=
      g_array_index (crossings, GgovGeoCrossing, i).area_m2;

  return sums;
}

static double
round_off (double area_m2)
{
  return area_m2 < ROUNDING_M2 ? 0 : area_m2;
}

static void
fill_rows (GgovNetWork        *self,
           const GgovGeoAreas *areas,
           const double       *inside_m2,
           const double       *gridded_m2)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GgovNetStudyRow *row = &g_array_index (self->rows, GgovNetStudyRow, i);

      row->area_m2 = ggov_geo_areas_get_m2 (areas, i);
      row->outside_m2 = round_off (row->area_m2 - inside_m2[i]);
      row->bare_m2 = round_off (inside_m2[i] - gridded_m2[i]);
    }
}

static gboolean
lay_ground (GgovNetWork   *self,
            GgovGeoAreas  *areas,
            GError       **error)
{
  g_autoptr(GgovGeoAreas) grids = make_columns (self, error);
  g_autoptr(GgovGeoAreas) communities = grids ? make_communities (self, error) : NULL;
  g_autoptr(GArray) in_grids = NULL;
  g_autoptr(GArray) in_communities = NULL;
  g_autofree double *gridded_m2 = NULL;
  g_autofree double *inside_m2 = NULL;

  if (communities == NULL ||
      !(in_grids = ggov_geo_areas_cross (areas, grids, error)) ||
      !(in_communities = ggov_geo_areas_cross (areas, communities, error)))
    return FALSE;

  gridded_m2 = sum_rows (self, in_grids);
  inside_m2 = sum_rows (self, in_communities);
  fill_rows (self, areas, inside_m2, gridded_m2);

  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, GgovNetStudyColumn, i).area_m2 = ggov_geo_areas_get_m2 (grids, i);
  for (guint i = 0; i < in_grids->len; i++)
    {
      GgovGeoCrossing *crossing = &g_array_index (in_grids, GgovGeoCrossing, i);
      GgovNetStudyCell cell = { crossing->row, crossing->column, crossing->area_m2, 0, 0 };

      g_array_append_val (self->cells, cell);
    }

  return TRUE;
}

/* Buildings -------------------------------------------------------------------------------- */

/* What is needed to put a building into its cells. */
typedef struct
{
  GgovNetWork  *work;
  GgovGeoAreas *areas;
  GHashTable   *cells;   /* (element-type gint64 guint): by row and column, their index plus 1 */
  GHashTable   *columns; /* (element-type gint64 guint): by grid, their index plus 1 */
  GArray       *found;   /* (element-type guint) */
} Sorting;

static gint64
make_key (guint row,
          guint column)
{
  return ((gint64) row << 32) | column;
}

static void
insert (GHashTable *table,
        gint64      key,
        guint       value)
{
  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (value + 1));
}

static GgovNetStudyCell *
find_cell (Sorting *self,
           guint    row,
           guint    column)
{
  GgovNetStudyCell cell = { row, column, 0, 0, 0 };
  gint64 key = make_key (row, column);
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, &key));

  /* A building can be put into a grid that it does not stand in. */
  if (i == 0)
    {
      insert (self->cells, key, self->work->cells->len);
      g_array_append_val (self->work->cells, cell);
      i = self->work->cells->len;
    }

  return &g_array_index (self->work->cells, GgovNetStudyCell, i - 1);
}

static void
sort_building (Sorting *self,
               guint    row_index,
               guint    column,
               gint64   households)
{
  GgovNetStudyRow *row = &g_array_index (self->work->rows, GgovNetStudyRow, row_index);

  row->buildings++;
  row->households += households;
  if (column == 0)
    {
      row->stray_buildings++;
      row->stray_households += households;
    }
  else
    {
      GgovNetStudyCell *cell = find_cell (self, row_index, column - 1);

      cell->buildings++;
      cell->households += households;
    }
}

static void
sort_footprint (Sorting *self,
                guint    i,
                gint64   households)
{
  GgovPlaces *places = self->work->places;
  gint64 grid_id = ggov_places_get_grid_of (places, i);
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, &grid_id));
  GgovGeoFootprints *footprints = ggov_places_get_footprints (places);
  g_autoptr(GBytes) footprint = ggov_geo_footprints_dup_wkb (footprints, i);
  double lon, lat;

  if (column > 0)
    {
      GgovNetStudyColumn *base =
        &g_array_index (self->work->columns, GgovNetStudyColumn, column - 1);

      base->buildings++;
      base->households += households;
    }

  if (!ggov_geo_get_label_place (footprint, &lon, &lat, NULL))
    return;

  ggov_geo_areas_find_at (self->areas, lon, lat, self->found);
  for (guint k = 0; k < self->found->len; k++)
    sort_building (self, g_array_index (self->found, guint, k), column, households);
}

static gboolean
read_households (GgovStmt  *stmt,
                 gpointer   user_data,
                 GError   **error)
{
  insert (user_data, ggov_stmt_get_int (stmt, 0), (guint) ggov_stmt_get_int (stmt, 1));

  return TRUE;
}

static void
index_all (Sorting *self)
{
  for (guint i = 0; i < self->work->columns->len; i++)
    insert (self->columns, g_array_index (self->work->columns, GgovNetStudyColumn, i).id, i);
  for (guint i = 0; i < self->work->cells->len; i++)
    {
      GgovNetStudyCell *cell = &g_array_index (self->work->cells, GgovNetStudyCell, i);

      insert (self->cells, make_key (cell->row, cell->column), i);
    }
}

static gboolean
lay_buildings (GgovNetWork   *self,
               GgovGeoAreas  *areas,
               GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->db, SQL_HOUSEHOLDS, error);
  g_autoptr(GHashTable) homes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GgovGeoFootprints *footprints = ggov_places_get_footprints (self->places);
  Sorting sorting = { self, areas, cells, columns, found };

  if (stmt == NULL || !_ggov_places_read_rows (stmt, read_households, homes, error))
    return FALSE;

  index_all (&sorting);
  for (guint i = 0; i < ggov_geo_footprints_get_n (footprints); i++)
    {
      gint64 id = ggov_geo_footprints_get_id (footprints, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (homes, &id));

      sort_footprint (&sorting, i, n > 0 ? n - 1 : 0);
    }

  return TRUE;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const GgovNetStudyCell *one = a, *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;

  return (one->column > other->column) - (one->column < other->column);
}

gboolean
_ggov_net_work_lay (GgovNetWork  *self,
                    GError      **error)
{
  g_autoptr(GgovGeoAreas) areas = NULL;

  self->rows = ggov_net_study_new_rows ();
  self->columns = ggov_net_study_new_columns ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (GgovNetStudyCell));

  if (!(self->places = _ggov_places_load (self->db, self->day, NULL, error)) ||
      !read_rows (self, error) || !(areas = make_row_areas (self, error)) ||
      !lay_ground (self, areas, error) || !lay_buildings (self, areas, error))
    return FALSE;

  g_array_sort (self->cells, compare_cells);

  return TRUE;
}
