/* ggov-write-places.c: writing communities, streets, buildings, plans and grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-change-private.h"
#include "ggov-search-text-private.h"
#include "ggov-write-places.h"

#define N_BUILDING_COLUMNS 10
#define SQL_COMPOUND "SELECT name FROM compound WHERE id = $1"
#define SQL_COMPOUND_OF \
  "SELECT m.name FROM building b JOIN compound m ON m.id = b.compound_id WHERE b.id = $1"
#define SQL_FIND_ASSIGNMENT \
  "SELECT id FROM plan_building WHERE plan_id = $1 AND building_id = $2"

gint64
ggov_change_add_sub_district (GgovChange  *change,
                              const char  *code,
                              const char  *name,
                              GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", code),
    GGOV_TEXT ("name", name),
  };

  return _ggov_change_insert (change, "sub_district", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_community (GgovChange                 *change,
                           const GgovCommunityRecord  *record,
                           GError                    **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("sub_district_id", record->sub_district_id),
    GGOV_TEXT ("code", record->code),
    GGOV_TEXT ("name", record->name),
    GGOV_BYTES ("border", record->border),
    GGOV_TEXT ("source", record->source ? record->source : ""),
    GGOV_TEXT ("source_id", record->source_id),
  };

  return _ggov_change_insert (change, "community", columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_set_border (GgovChange  *change,
                        gint64       community_id,
                        const char  *name,
                        GBytes      *border,
                        GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("name", name),
    GGOV_BYTES ("border", border),
  };

  return _ggov_change_update (change, "community", community_id, -1, columns,
                              G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_street (GgovChange  *change,
                        const char  *name,
                        gboolean     main_street,
                        GBytes      *line,
                        GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("name", name),
    GGOV_INT ("main", main_street != FALSE),
    GGOV_BYTES ("line", line),
  };

  return _ggov_change_insert (change, "street", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_compound (GgovChange  *change,
                          gint64       community_id,
                          const char  *name,
                          GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("community_id", community_id),
    GGOV_TEXT ("name", name),
  };

  return _ggov_change_insert (change, "compound", columns, G_N_ELEMENTS (columns), error);
}

/* The name of a compound, or of the compound of a building; NULL if there is none, or an error. */
static char *
dup_compound (GgovChange  *change,
              const char  *sql,
              gint64       id,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_id (stmt, 1, id);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW ? g_strdup (ggov_stmt_get_text (stmt, 0))
                                                     : NULL;
}

/* A door is looked for by its compound as well, whose doors alone tell little. */
static char *
dup_building_words (const GgovBuildingRecord *record,
                    const char               *compound)
{
  g_autofree char *name = NULL;

  if (compound == NULL)
    return _ggov_search_text_for_place (record->name, record->number);

  name = g_strjoin (" ", compound, record->name, NULL);

  return _ggov_search_text_for_place (name, record->number);
}

/* What is derived of a new building, and all that is written. */
typedef struct
{
  char       *words;
  GgovColumn  columns[N_BUILDING_COLUMNS];
} NewBuilding;

static void
new_building_clear (NewBuilding *building)
{
  g_clear_pointer (&building->words, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewBuilding, new_building_clear)

static gboolean
make_building (GgovChange                *change,
               NewBuilding               *building,
               const GgovBuildingRecord  *record,
               GError                   **error)
{
  GError *failure = NULL;
  g_autofree char *compound = record->compound_id == 0 ? NULL
    : dup_compound (change, SQL_COMPOUND, record->compound_id, &failure);

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  building->words = dup_building_words (record, compound);
  memcpy (building->columns, (const GgovColumn[N_BUILDING_COLUMNS]) {
    GGOV_ID ("community_id", record->community_id),
    GGOV_ID ("compound_id", record->compound_id),
    GGOV_TEXT ("number", record->number),
    GGOV_TEXT ("name", record->name),
    GGOV_TEXT ("kind", record->kind),
    GGOV_ID ("floors", record->floors),
    GGOV_BYTES ("footprint", record->footprint),
    GGOV_TEXT ("source", record->source ? record->source : ""),
    GGOV_TEXT ("source_id", record->source_id),
    GGOV_TEXT ("search_text", building->words),
  }, sizeof building->columns);

  return TRUE;
}

gint64
ggov_change_add_building (GgovChange                *change,
                          const GgovBuildingRecord  *record,
                          GError                   **error)
{
  g_auto(NewBuilding) building = { NULL };

  if (!make_building (change, &building, record, error))
    return 0;

  return _ggov_change_insert (change, "building", building.columns, N_BUILDING_COLUMNS, error);
}

gboolean
ggov_change_add_buildings (GgovChange                *change,
                           const GgovBuildingRecord  *records,
                           guint                      n,
                           gint64                    *ids,
                           GError                   **error)
{
  g_autofree NewBuilding *buildings = g_new0 (NewBuilding, n);
  g_autofree GgovColumn *columns = g_new (GgovColumn, (gsize) n * N_BUILDING_COLUMNS);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < n; i++)
    {
      ok = make_building (change, &buildings[i], &records[i], error);
      memcpy (columns + (gsize) i * N_BUILDING_COLUMNS, buildings[i].columns,
              sizeof buildings[i].columns);
    }

  ok = ok && (n == 0 || _ggov_change_insert_rows (change, "building", columns, N_BUILDING_COLUMNS,
                                                  n, ids, error));
  for (guint i = 0; i < n; i++)
    new_building_clear (&buildings[i]);

  return ok;
}

gboolean
ggov_change_update_building (GgovChange                *change,
                             gint64                     id,
                             const GgovBuildingRecord  *record,
                             GError                   **error)
{
  GError *failure = NULL;
  g_autofree char *compound = dup_compound (change, SQL_COMPOUND_OF, id, &failure);
  g_autofree char *words = dup_building_words (record, compound);
  const GgovColumn columns[] = {
    GGOV_TEXT ("number", record->number),
    GGOV_TEXT ("name", record->name),
    GGOV_TEXT ("kind", record->kind),
    GGOV_ID ("floors", record->floors),
    GGOV_BYTES ("footprint", record->footprint),
    GGOV_TEXT ("source", record->source ? record->source : ""),
    GGOV_TEXT ("source_id", record->source_id),
    GGOV_TEXT ("search_text", words),
  };

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return _ggov_change_update (change, "building", id, -1, columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_set_building_community (GgovChange  *change,
                                    gint64       building_id,
                                    gint64       community_id,
                                    GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("community_id", community_id),
  };

  return _ggov_change_update (change, "building", building_id, -1, columns,
                              G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_unit (GgovChange  *change,
                      gint64       building_id,
                      int          number,
                      int          households,
                      int          people,
                      GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("building_id", building_id),
    GGOV_INT ("number", number),
    GGOV_INT ("households", households),
    GGOV_INT ("people", people),
  };

  return _ggov_change_insert (change, "unit", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_plan (GgovChange            *change,
                      const GgovPlanRecord  *record,
                      GError               **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("community_id", record->community_id),
    GGOV_TEXT ("name", record->name),
    GGOV_TEXT ("state", record->state),
    GGOV_ID ("based_on_id", record->based_on_id),
    GGOV_TEXT ("valid_from", record->valid_from),
    GGOV_TEXT ("valid_to", record->valid_to),
  };

  return _ggov_change_insert (change, "plan", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_grid (GgovChange            *change,
                      const GgovGridRecord  *record,
                      GError               **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("community_id", record->community_id),
    GGOV_TEXT ("code", record->code),
    GGOV_TEXT ("name", record->name),
    GGOV_TEXT ("valid_from", record->valid_from),
  };

  return _ggov_change_insert (change, "grid", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_arc (GgovChange  *change,
                     gint64       plan_id,
                     gint64       left_grid_id,
                     gint64       right_grid_id,
                     GBytes      *line,
                     GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("plan_id", plan_id),
    GGOV_ID ("left_grid_id", left_grid_id),
    GGOV_ID ("right_grid_id", right_grid_id),
    GGOV_BYTES ("line", line),
  };

  return _ggov_change_insert (change, "arc", columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_set_arc (GgovChange  *change,
                     gint64       arc_id,
                     gint64       left_grid_id,
                     gint64       right_grid_id,
                     GBytes      *line,
                     GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("left_grid_id", left_grid_id),
    GGOV_ID ("right_grid_id", right_grid_id),
    GGOV_BYTES ("line", line),
  };

  return _ggov_change_update (change, "arc", arc_id, -1, columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_remove_arc (GgovChange  *change,
                        gint64       arc_id,
                        GError     **error)
{
  return _ggov_change_delete (change, "arc", arc_id, error);
}

static gboolean
find_assignment (GgovChange  *change,
                 gint64       plan_id,
                 gint64       building_id,
                 gint64      *id,
                 GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_FIND_ASSIGNMENT, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, plan_id);
  ggov_stmt_bind_int (stmt, 2, building_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  *id = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}

gboolean
ggov_change_assign_building (GgovChange  *change,
                             gint64       plan_id,
                             gint64       building_id,
                             gint64       grid_id,
                             GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("grid_id", grid_id),
    GGOV_ID ("plan_id", plan_id),
    GGOV_ID ("building_id", building_id),
  };
  gint64 id;

  if (!find_assignment (change, plan_id, building_id, &id, error))
    return FALSE;

  if (id != 0)
    return _ggov_change_update (change, "plan_building", id, -1, columns, 1, error);

  return _ggov_change_insert (change, "plan_building", columns, G_N_ELEMENTS (columns),
                              error) != 0;
}

gint64
ggov_change_add_map_source (GgovChange  *change,
                            const char  *words,
                            GError     **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("words", words) };

  return _ggov_change_insert (change, "map_source", columns, G_N_ELEMENTS (columns), error);
}
