/* ggov-store-check-geometry.c: do the grids still tile their communities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-finding.h"
#include "ggov-geo-subdivision-check.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-store-check-private.h"

#define SQL_PLANS \
  "SELECT p.id, c.id, c.code, c.border FROM plan p JOIN community c ON c.id = p.community_id " \
  "WHERE p.state <> 'draft' AND (p.valid_to IS NULL OR p.valid_to >= $1) " \
  "ORDER BY c.code, p.valid_from, p.id"
#define SQL_STRANGERS \
  "SELECT a.building_id, c.code FROM plan_building a JOIN plan p ON p.id = a.plan_id " \
  "JOIN building b ON b.id = a.building_id JOIN grid g ON g.id = a.grid_id " \
  "JOIN community c ON c.id = p.community_id WHERE p.state <> 'draft' " \
  "AND (p.valid_to IS NULL OR p.valid_to >= $1) " \
  "AND (b.community_id IS DISTINCT FROM p.community_id OR g.community_id <> p.community_id) " \
  "ORDER BY a.building_id"
#define SQL_CODE "SELECT code FROM grid WHERE id = $1"

typedef struct
{
  gint64  id;
  gint64  community_id;
  char   *code;
  GBytes *border;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->code, g_free);
  g_clear_pointer (&plan->border, g_bytes_unref);
}

static gboolean
read_plan (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  const Plan plan = {
    .id = ggov_stmt_get_int (stmt, 0),
    .community_id = ggov_stmt_get_int (stmt, 1),
    .code = g_strdup (ggov_stmt_get_text (stmt, 2)),
    .border = ggov_stmt_dup_bytes (stmt, 3),
  };

  g_array_append_val ((GArray *) user_data, plan);

  return TRUE;
}

/* The code of a grid, or that of its community where no single grid is at fault. */
static char *
dup_grid_code (GgovDb     *db,
               gint64      grid_id,
               const char *otherwise)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_CODE, NULL);

  if (stmt == NULL)
    return g_strdup (otherwise);

  ggov_stmt_bind_int (stmt, 1, grid_id);

  return g_strdup (ggov_stmt_step (stmt, NULL) == GGOV_DB_ROW ? ggov_stmt_get_text (stmt, 0)
                                                              : otherwise);
}

static char *
dup_number (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static char *
dup_message (const GgovGeoFinding *finding,
             const char           *other,
             const char           *building)
{
  switch (finding->kind)
    {
    case GGOV_GEO_FINDING_LOOSE_END:
      return g_strdup (_("The border of this grid ends in the open."));
    case GGOV_GEO_FINDING_CROSSED:
      return g_strdup (_("The border of this grid crosses itself."));
    case GGOV_GEO_FINDING_PIECES:
      return g_strdup (_("This grid is in several pieces."));
    case GGOV_GEO_FINDING_HOLE:
      return g_strdup (_("This grid surrounds ground that is not its own."));
    case GGOV_GEO_FINDING_OVERLAP:
      return g_strdup_printf (_("This grid and grid %s cover the same %.0f m²."), other,
                              finding->amount);
    case GGOV_GEO_FINDING_GAP:
      return g_strdup_printf (_("%.0f m² of this community are in no grid."), finding->amount);
    case GGOV_GEO_FINDING_OUTSIDE:
      return g_strdup_printf (_("The grids of this community reach %.0f m² beyond its border."),
                              finding->amount);
    case GGOV_GEO_FINDING_BUILDING_CUT:
      return g_strdup_printf (_("A border cuts %.1f m² off building %s."), finding->amount,
                              building);
    case GGOV_GEO_FINDING_BUILDING_ELSEWHERE:
      return g_strdup_printf (_("Building %s belongs to this grid but stands in grid %s."), building,
                              other);
    case GGOV_GEO_FINDING_BUILDING_NOWHERE:
      return g_strdup_printf (_("Building %s stands in no grid."), building);
    case GGOV_GEO_FINDING_BUILDING_ODD:
      return g_strdup_printf (_("The footprint of building %s cannot be read."), building);
    case GGOV_GEO_FINDING_SLIVER:
      return g_strdup_printf (_("This grid is narrower than 6 m over %.0f m."), finding->amount);
    case GGOV_GEO_FINDING_TINY:
      return g_strdup_printf (_("This grid is very small: %.0f m²."), finding->amount);
    case GGOV_GEO_FINDING_EMPTY:
      return g_strdup (_("No building belongs to this grid."));
    default:
      g_assert_not_reached ();
    }
}

static void
report (GPtrArray            *findings,
        GgovDb               *db,
        const Plan           *plan,
        const GgovGeoFinding *finding)
{
  g_autofree char *subject = dup_grid_code (db, finding->grid_id, plan->code);
  g_autofree char *other = dup_grid_code (db, finding->other_grid_id, "0");
  g_autofree char *building = dup_number (finding->building_id);
  g_autofree char *message = dup_message (finding, other, building);

  g_ptr_array_add (findings, ggov_finding_new ("geometry", subject, message));
}

static void
report_sentence (GPtrArray  *findings,
                 const char *subject,
                 const char *sentence)
{
  g_ptr_array_add (findings, ggov_finding_new ("geometry", subject, sentence));
}

static void
check_assigned (GPtrArray  *findings,
                const Plan *plan,
                GArray     *buildings)
{
  for (guint i = 0; i < buildings->len; i++)
    {
      const GgovGeoBuilding *building = &g_array_index (buildings, GgovGeoBuilding, i);
      g_autofree char *number = dup_number (building->id);
      g_autofree char *sentence = NULL;

      if (building->grid_id != 0)
        continue;

      sentence = g_strdup_printf (_("Building %s belongs to no grid."), number);
      report_sentence (findings, plan->code, sentence);
    }
}

/* A shape that cannot be read is a finding; a query that fails is an error. */
static gboolean
check_plan (GgovDb      *db,
            const Plan  *plan,
            GPtrArray   *findings,
            GError     **error)
{
  g_autoptr(GPtrArray) odd = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  g_autoptr(GArray) buildings = NULL;
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GError) shape = NULL;

  if (!(buildings = _ggov_places_read_buildings (db, plan->id, plan->community_id, error)))
    return FALSE;

  if (!(subdivision = _ggov_places_read_subdivision (db, plan->id, &shape)) ||
      !ggov_geo_subdivision_check (subdivision, plan->border, odd, &shape) ||
      !ggov_geo_subdivision_check_buildings (subdivision,
                                             (const GgovGeoBuilding *) (gpointer) buildings->data,
                                             buildings->len, odd, &shape))
    {
      if (shape->domain != GGOV_GEO_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&shape));
          return FALSE;
        }

      if (odd->len == 0)
        report_sentence (findings, plan->code, _("The borders of this community cannot be read."));
    }

  for (guint i = 0; i < odd->len; i++)
    report (findings, db, plan, odd->pdata[i]);

  check_assigned (findings, plan, buildings);

  return TRUE;
}

static gboolean
read_stranger (GgovStmt  *stmt,
               gpointer   user_data,
               GError   **error)
{
  g_autofree char *number = dup_number (ggov_stmt_get_int (stmt, 0));
  g_autofree char *sentence =
    g_strdup_printf (_("Building %s is in a grid of another community."), number);

  report_sentence (user_data, ggov_stmt_get_text (stmt, 1), sentence);

  return TRUE;
}

gboolean
_ggov_check_geometry (GgovDb     *db,
                      GPtrArray  *findings,
                      GError    **error)
{
  g_autoptr(GArray) plans = g_array_new (FALSE, FALSE, sizeof (Plan));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PLANS, error);
  g_autoptr(GgovStmt) strangers = ggov_db_prepare (db, SQL_STRANGERS, error);
  g_autofree char *today =
    ggov_local_day_format (ggov_local_time_get_day (g_get_real_time () / G_USEC_PER_SEC));

  g_array_set_clear_func (plans, (GDestroyNotify) plan_clear);
  if (stmt == NULL || strangers == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, today);
  ggov_stmt_bind_text (strangers, 1, today);
  if (!_ggov_places_read_rows (stmt, read_plan, plans, error))
    return FALSE;

  for (guint i = 0; i < plans->len; i++)
    if (!check_plan (db, &g_array_index (plans, Plan, i), findings, error))
      return FALSE;

  return _ggov_places_read_rows (strangers, read_stranger, findings, error);
}
