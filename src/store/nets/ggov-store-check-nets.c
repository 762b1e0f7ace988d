/* ggov-store-check-nets.c: do old nets add up with the posts that came of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-finding.h"
#include "ggov-geo-areas.h"
#include "ggov-places-private.h"
#include "ggov-store-check-private.h"

#define MOVES \
  "SELECT DISTINCT n.name || ' ' || g.code FROM legacy_move m " \
  "JOIN legacy_person p ON p.id = m.legacy_person_id " \
  "JOIN legacy_grid g ON g.id = p.legacy_grid_id JOIN legacy_net n ON n.id = g.net_id "
#define SQL_LOST \
  MOVES "LEFT JOIN grid b ON b.id = m.grid_id " \
  "WHERE n.retired_on IS NULL AND b.id IS NULL ORDER BY 1"
#define SQL_OTHER_POST \
  MOVES "JOIN post o ON o.id = m.post_id WHERE o.grid_id IS DISTINCT FROM m.grid_id " \
  "OR o.person_id IS DISTINCT FROM p.person_id ORDER BY 1"
#define SQL_OPEN_POST \
  MOVES "WHERE m.post_id IS NOT NULL AND n.retired_on IS NULL ORDER BY 1"
#define SQL_HALF \
  "SELECT DISTINCT n.name || ' ' || g.code FROM legacy_grid g " \
  "JOIN legacy_net n ON n.id = g.net_id WHERE n.retired_on IS NOT NULL " \
  "AND (g.valid_to IS NULL OR g.valid_to >= n.retired_on) ORDER BY 1"
#define SQL_SHAPES \
  "SELECT n.name || ' ' || g.code, g.shape FROM legacy_grid g " \
  "JOIN legacy_net n ON n.id = g.net_id ORDER BY g.id"

static void
report (GPtrArray  *findings,
        const char *subject,
        const char *sentence)
{
  g_ptr_array_add (findings, ggov_finding_new ("nets", subject, sentence));
}

static gboolean
check_rows (GgovDb      *db,
            const char  *sql,
            const char  *sentence,
            GPtrArray   *findings,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    report (findings, ggov_stmt_get_text (stmt, 0), sentence);

  return step == GGOV_DB_DONE;
}

static gboolean
check_shape (GgovStmt  *stmt,
             gpointer   findings,
             GError   **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GgovGeoAreas) areas = NULL;

  g_ptr_array_add (shapes, ggov_stmt_dup_bytes (stmt, 1));
  areas = ggov_geo_areas_new (shapes, NULL);
  if (areas == NULL || ggov_geo_areas_get_m2 (areas, 0) <= 0)
    report (findings, ggov_stmt_get_text (stmt, 0), _("This old grid has no ground."));

  return TRUE;
}

gboolean
_ggov_check_nets (GgovDb     *db,
                  GPtrArray  *findings,
                  GError    **error)
{
  g_autoptr(GgovStmt) shapes = ggov_db_prepare (db, SQL_SHAPES, error);

  return shapes != NULL &&
         _ggov_places_read_rows (shapes, check_shape, findings, error) &&
         check_rows (db, SQL_LOST,
                     _("A grid that is not there was chosen for somebody of this old grid."),
                     findings, error) &&
         check_rows (db, SQL_OTHER_POST,
                     _("A post that came of this old grid is somebody else’s, or on another grid."),
                     findings, error) &&
         check_rows (db, SQL_OPEN_POST,
                     _("A move of this old grid was carried out, yet its net goes on."), findings,
                     error) &&
         check_rows (db, SQL_HALF, _("The net is retired, but this grid of it goes on."), findings,
                     error);
}
