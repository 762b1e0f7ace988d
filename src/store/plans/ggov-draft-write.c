/* ggov-draft-write.c: writing a draft's rows, only those that differ
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-private.h"
#include "ggov-places-private.h"

#define SQL_GRIDS "SELECT id, number, grid_id, name, locked FROM draft_grid WHERE plan_id = $1"
#define SQL_ARCS \
  "SELECT id, number, left_number, right_number, line FROM draft_arc WHERE plan_id = $1"
#define SQL_BUILDINGS \
  "SELECT d.id, d.building_id, d.grid_number, d.footprint_digest, b.id IS NULL " \
  "FROM draft_building d JOIN plan n ON n.id = d.plan_id " \
  "LEFT JOIN building b ON b.id = d.building_id AND b.community_id = n.community_id " \
  "WHERE d.plan_id = $1"
#define SQL_ROWS(table) "SELECT id FROM " table " WHERE plan_id = $1 ORDER BY id"

/* A row of any of the three tables, known by its number or its building. */
typedef struct
{
  gint64    id;
  gint64    key;
  gint64    grid;   /* what a grid goes on from, or what a building is in */
  char     *text;   /* a name or a digest */
  gboolean  is_locked;
  gboolean  is_gone;
} Row;

/* What a draft has in the store. */
typedef struct
{
  GHashTable         *grids;       /* (element-type gint64 Row) */
  GHashTable         *arcs;        /* (element-type gint64 Row) */
  GHashTable         *buildings;   /* (element-type gint64 Row) */
  GgovGeoSubdivision *subdivision;
} Rows;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->text);
  g_free (row);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, row_free);
}

static void
rows_clear (Rows *rows)
{
  g_clear_pointer (&rows->grids, g_hash_table_unref);
  g_clear_pointer (&rows->arcs, g_hash_table_unref);
  g_clear_pointer (&rows->buildings, g_hash_table_unref);
  g_clear_object (&rows->subdivision);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static Row *
keep_row (GHashTable *table,
          GgovStmt   *stmt)
{
  Row *row = g_new0 (Row, 1);

  row->id = ggov_stmt_get_int (stmt, 0);
  row->key = ggov_stmt_get_int (stmt, 1);
  row->grid = ggov_stmt_get_int (stmt, 2);
  g_hash_table_insert (table, &row->key, row);

  return row;
}

static gboolean
read_grid (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Row *row = keep_row (((Rows *) user_data)->grids, stmt);

  row->text = g_strdup (ggov_stmt_get_text (stmt, 3));
  row->is_locked = ggov_stmt_get_int (stmt, 4) != 0;

  return TRUE;
}

static gboolean
read_arc (GgovStmt  *stmt,
          gpointer   user_data,
          GError   **error)
{
  Rows *rows = user_data;
  Row *row = keep_row (rows->arcs, stmt);
  g_autoptr(GBytes) line = ggov_stmt_dup_bytes (stmt, 4);

  return ggov_geo_subdivision_add_arc_wkb (rows->subdivision, row->key,
                                           ggov_stmt_get_int (stmt, 2),
                                           ggov_stmt_get_int (stmt, 3), line, error);
}

static gboolean
read_building (GgovStmt  *stmt,
               gpointer   user_data,
               GError   **error)
{
  Row *row = keep_row (((Rows *) user_data)->buildings, stmt);

  row->text = g_strdup (ggov_stmt_get_text (stmt, 3));
  row->is_gone = ggov_stmt_get_int (stmt, 4) != 0;

  return TRUE;
}

static gboolean
read_table (GgovDb             *db,
            const char         *sql,
            gint64              plan_id,
            GgovPlacesRowFunc   func,
            gpointer            user_data,
            GError            **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, plan_id);

  return _ggov_places_read_rows (stmt, func, user_data, error);
}

static gboolean
read_rows (Rows    *rows,
           GgovDb  *db,
           gint64   plan_id,
           GError **error)
{
  rows->grids = new_table ();
  rows->arcs = new_table ();
  rows->buildings = new_table ();
  rows->subdivision = ggov_geo_subdivision_new ();

  return read_table (db, SQL_GRIDS, plan_id, read_grid, rows, error) &&
         read_table (db, SQL_ARCS, plan_id, read_arc, rows, error) &&
         read_table (db, SQL_BUILDINGS, plan_id, read_building, rows, error);
}

static gboolean
is_same_grid (const Row           *row,
              const GgovDraftGrid *grid)
{
  return row->grid == grid->grid_id && row->is_locked == (grid->is_locked != FALSE) &&
         g_str_equal (row->text, grid->name);
}

static GgovGeoSubdivision *
ref_borders (GgovDraft *draft)
{
  return draft->subdivision ? g_object_ref (draft->subdivision) : ggov_geo_subdivision_new ();
}

static gboolean
has_same_borders (Rows      *rows,
                  GgovDraft *draft)
{
  g_autoptr(GgovGeoSubdivision) drawn = ref_borders (draft);
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  ggov_geo_subdivision_compare (rows->subdivision, drawn, &removed, &added, &relabelled);

  return removed->len == 0 && added->len == 0 && relabelled->len == 0;
}

static gboolean
has_same_buildings (Rows      *rows,
                    GgovDraft *draft)
{
  for (guint i = 0; i < ggov_draft_get_n_buildings (draft); i++)
    {
      const Row *row = g_hash_table_lookup (rows->buildings,
                                            &ggov_draft_get_building (draft, i)->id);

      if ((row ? row->grid : 0) != draft->numbers[i])
        return FALSE;
    }

  return TRUE;
}

/* Somebody else may have saved meanwhile, or undone something. */
static gboolean
check_state (Rows       *rows,
             GgovDraft  *draft,
             GError    **error)
{
  gboolean same = g_hash_table_size (rows->grids) == draft->grids->len &&
                  has_same_borders (rows, draft) && has_same_buildings (rows, draft);

  for (guint i = 0; same && i < draft->grids->len; i++)
    {
      const GgovDraftGrid *grid = draft->grids->pdata[i];
      const Row *row = g_hash_table_lookup (rows->grids, &grid->number);

      same = row && is_same_grid (row, grid);
    }

  if (!same)
    g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT,
                         "the draft has moved on since it was read");
  return same;
}

/* A code goes on in one grid at a time: what gives it up does so before another takes it. */
static gboolean
give_up_codes (GgovChange  *change,
               Rows        *rows,
               GgovDraft   *after,
               GError     **error)
{
  const GgovColumn none[] = { GGOV_ID ("grid_id", 0) };
  GHashTableIter iter;
  Row *row;

  g_hash_table_iter_init (&iter, rows->grids);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    {
      const GgovDraftGrid *grid = ggov_draft_find_grid (after, row->key);

      if (row->grid == 0 || (grid && grid->grid_id == row->grid))
        continue;

      if (!_ggov_change_update (change, "draft_grid", row->id, -1, none, 1, error))
        return FALSE;

      row->grid = 0;
    }

  return TRUE;
}

static gboolean
write_grids (GgovChange  *change,
             gint64       plan_id,
             Rows        *rows,
             GgovDraft   *after,
             GError     **error)
{
  for (guint i = 0; i < after->grids->len; i++)
    {
      const GgovDraftGrid *grid = after->grids->pdata[i];
      const Row *row = g_hash_table_lookup (rows->grids, &grid->number);
      const GgovColumn columns[] = {
        GGOV_ID ("grid_id", grid->grid_id),
        GGOV_TEXT ("name", grid->name),
        GGOV_INT ("locked", grid->is_locked != FALSE),
        GGOV_INT ("number", grid->number),
        GGOV_ID ("plan_id", plan_id),
      };

      if (row && is_same_grid (row, grid))
        continue;

      if (!(row ? _ggov_change_update (change, "draft_grid", row->id, -1, columns, 3, error)
                : _ggov_change_insert (change, "draft_grid", columns, G_N_ELEMENTS (columns),
                                       error) != 0))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_grids (GgovChange  *change,
              Rows        *rows,
              GgovDraft   *after,
              GError     **error)
{
  GHashTableIter iter;
  Row *row;

  g_hash_table_iter_init (&iter, rows->grids);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (ggov_draft_find_grid (after, row->key) == NULL &&
        !_ggov_change_delete (change, "draft_grid", row->id, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_arc (GgovChange        *change,
           gint64             plan_id,
           const Row         *row,
           const GgovGeoArc  *arc,
           GError           **error)
{
  g_autoptr(GBytes) line = ggov_geo_arc_to_wkb (arc);
  const GgovColumn columns[] = {
    GGOV_ID ("left_number", arc->left_grid_id),
    GGOV_ID ("right_number", arc->right_grid_id),
    GGOV_BYTES ("line", line),
    GGOV_INT ("number", arc->id),
    GGOV_ID ("plan_id", plan_id),
  };

  if (row)
    return _ggov_change_update (change, "draft_arc", row->id, -1, columns, 3, error);

  return _ggov_change_insert (change, "draft_arc", columns, G_N_ELEMENTS (columns), error) != 0;
}

static gboolean
write_arcs_of (GgovChange          *change,
               gint64               plan_id,
               Rows                *rows,
               GgovGeoSubdivision  *drawn,
               GArray              *ids,
               GError             **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!write_arc (change, plan_id, g_hash_table_lookup (rows->arcs, &id),
                      ggov_geo_subdivision_find_arc (drawn, id), error))
        return FALSE;
    }

  return TRUE;
}

/* An arc of the same number with another line is both removed and added: its row stays. */
static gboolean
write_arcs (GgovChange  *change,
            gint64       plan_id,
            Rows        *rows,
            GgovDraft   *after,
            GError     **error)
{
  g_autoptr(GgovGeoSubdivision) drawn = ref_borders (after);
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  ggov_geo_subdivision_compare (rows->subdivision, drawn, &removed, &added, &relabelled);

  for (guint i = 0; i < removed->len; i++)
    {
      gint64 id = g_array_index (removed, gint64, i);
      const Row *row = g_hash_table_lookup (rows->arcs, &id);

      if (ggov_geo_subdivision_find_arc (drawn, id) == NULL &&
          !_ggov_change_delete (change, "draft_arc", row->id, error))
        return FALSE;
    }

  return write_arcs_of (change, plan_id, rows, drawn, added, error) &&
         write_arcs_of (change, plan_id, rows, drawn, relabelled, error);
}

static gboolean
write_building (GgovChange          *change,
                gint64               plan_id,
                const Row           *row,
                const GgovDraftLot  *lot,
                gint64               number,
                GError             **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("grid_number", number),
    GGOV_TEXT ("footprint_digest", lot->digest),
    GGOV_ID ("building_id", lot->building.id),
    GGOV_ID ("plan_id", plan_id),
  };

  if (row && row->grid == number && g_str_equal (row->text, lot->digest))
    return TRUE;
  if (row)
    return _ggov_change_update (change, "draft_building", row->id, -1, columns, 2, error);

  return _ggov_change_insert (change, "draft_building", columns, G_N_ELEMENTS (columns),
                              error) != 0;
}

static gboolean
write_buildings (GgovChange  *change,
                 gint64       plan_id,
                 Rows        *rows,
                 GgovDraft   *after,
                 GError     **error)
{
  GHashTableIter iter;
  Row *row;

  for (guint i = 0; i < ggov_draft_get_n_buildings (after); i++)
    {
      const GgovDraftLot *lot = _ggov_draft_get_lot (after, i);

      if (!write_building (change, plan_id,
                           g_hash_table_lookup (rows->buildings, &lot->building.id), lot,
                           after->numbers[i], error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, rows->buildings);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (row->is_gone && !_ggov_change_delete (change, "draft_building", row->id, error))
      return FALSE;

  return TRUE;
}

/* Rows that name a grid are written after it is there, and before it goes. */
static gboolean
write_all (GgovChange  *change,
           gint64       plan_id,
           Rows        *rows,
           GgovDraft   *after,
           GError     **error)
{
  return give_up_codes (change, rows, after, error) &&
         write_grids (change, plan_id, rows, after, error) &&
         write_arcs (change, plan_id, rows, after, error) &&
         write_buildings (change, plan_id, rows, after, error) &&
         remove_grids (change, rows, after, error);
}

gboolean
_ggov_draft_write_all (GgovChange  *change,
                       gint64       plan_id,
                       GgovDraft   *draft,
                       GError     **error)
{
  g_auto(Rows) rows = { NULL };

  return read_rows (&rows, change->db, plan_id, error) &&
         write_all (change, plan_id, &rows, draft, error);
}

gboolean
_ggov_draft_write_difference (GgovChange  *change,
                              GgovDraft   *before,
                              GgovDraft   *after,
                              GError     **error)
{
  gint64 plan_id = ggov_plan_get_row (before->facts->plan)->id;
  g_auto(Rows) rows = { NULL };

  return read_rows (&rows, change->db, plan_id, error) && check_state (&rows, before, error) &&
         write_all (change, plan_id, &rows, after, error);
}

static gboolean
collect_id (GgovStmt  *stmt,
            gpointer   user_data,
            GError   **error)
{
  gint64 id = ggov_stmt_get_int (stmt, 0);

  g_array_append_val ((GArray *) user_data, id);

  return TRUE;
}

gboolean
_ggov_draft_remove_all (GgovChange  *change,
                        gint64       plan_id,
                        GError     **error)
{
  const struct { const char *table; const char *sql; } tables[] = {
    { "draft_building", SQL_ROWS ("draft_building") },
    { "draft_arc", SQL_ROWS ("draft_arc") },
    { "draft_grid", SQL_ROWS ("draft_grid") },
  };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (!read_table (change->db, tables[t].sql, plan_id, collect_id, ids, error))
        return FALSE;

      for (guint i = 0; i < ids->len; i++)
        if (!_ggov_change_delete (change, tables[t].table, g_array_index (ids, gint64, i), error))
          return FALSE;
    }

  return TRUE;
}
