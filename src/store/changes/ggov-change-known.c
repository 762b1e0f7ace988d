/* ggov-change-known.c: what an import finds in the office, to be compared with what comes in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-known.h"
#include "ggov-change-private.h"

#define SQL_BUILDINGS \
  "SELECT id, coalesce (community_id, 0), number, name, kind, coalesce (floors, 0), source, " \
  "source_id, footprint FROM building ORDER BY id"
#define SQL_COMMUNITIES "SELECT id, code, name, border, source_id FROM community ORDER BY code"
#define SQL_SUB_DISTRICT "SELECT id, code FROM sub_district ORDER BY id LIMIT 1"

static void
building_free (GgovKnownBuilding *row)
{
  g_free (row->number);
  g_free (row->name);
  g_free (row->kind);
  g_free (row->source);
  g_free (row->source_id);
  g_free (row);
}

static void
community_free (GgovKnownCommunity *row)
{
  g_free (row->code);
  g_free (row->name);
  g_bytes_unref (row->border);
  g_free (row->source_id);
  g_free (row);
}

void
ggov_known_buildings_free (GgovKnownBuildings *known)
{
  g_clear_pointer (&known->footprints, ggov_geo_footprints_unref);
  g_clear_pointer (&known->rows, g_ptr_array_unref);
  g_free (known);
}

static GgovKnownBuilding *
read_building (GgovStmt *stmt)
{
  GgovKnownBuilding *row = g_new0 (GgovKnownBuilding, 1);

  row->id = ggov_stmt_get_int (stmt, 0);
  row->community_id = ggov_stmt_get_int (stmt, 1);
  row->number = g_strdup (ggov_stmt_get_text (stmt, 2));
  row->name = g_strdup (ggov_stmt_get_text (stmt, 3));
  row->kind = g_strdup (ggov_stmt_get_text (stmt, 4));
  row->floors = (int) ggov_stmt_get_int (stmt, 5);
  row->source = g_strdup (ggov_stmt_get_text (stmt, 6));
  row->source_id = g_strdup (ggov_stmt_get_text (stmt, 7));

  return row;
}

GgovKnownBuildings *
ggov_change_load_buildings (GgovChange  *change,
                            GError     **error)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  g_autoptr(GgovKnownBuildings) known = g_new0 (GgovKnownBuildings, 1);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BUILDINGS, error);
  GgovDbStep step;

  known->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) building_free);
  if (stmt == NULL)
    return NULL;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gsize size;
      const guint8 *wkb = ggov_stmt_get_blob (stmt, 8, &size);

      if (!ggov_geo_footprints_builder_append (builder, ggov_stmt_get_int (stmt, 0), 0, wkb, size,
                                               error))
        return NULL;

      g_ptr_array_add (known->rows, read_building (stmt));
    }

  if (step == GGOV_DB_ERROR)
    return NULL;

  known->footprints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));

  return g_steal_pointer (&known);
}

GPtrArray *
ggov_change_load_communities (GgovChange  *change,
                              GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) community_free);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_COMMUNITIES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovKnownCommunity *row = g_new0 (GgovKnownCommunity, 1);

      row->id = ggov_stmt_get_int (stmt, 0);
      row->code = g_strdup (ggov_stmt_get_text (stmt, 1));
      row->name = g_strdup (ggov_stmt_get_text (stmt, 2));
      row->border = ggov_stmt_dup_bytes (stmt, 3);
      row->source_id = g_strdup (ggov_stmt_get_text (stmt, 4));
      g_ptr_array_add (rows, row);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
ggov_change_get_sub_district (GgovChange  *change,
                              gint64      *id,
                              char       **code,
                              GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SUB_DISTRICT, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                         "the office has no sub-district");
  if (step != GGOV_DB_ROW)
    return FALSE;

  *id = ggov_stmt_get_int (stmt, 0);
  *code = g_strdup (ggov_stmt_get_text (stmt, 1));

  return TRUE;
}
