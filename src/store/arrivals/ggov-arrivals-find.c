/* ggov-arrivals-find.c: of what kind arrivals are, and on which grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-arrivals-private.h"
#include "ggov-case-type.h"
#include "ggov-geo-subdivision.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-write-founding.h"

#define FAR_DEGREES 0.5 /* some fifty kilometres: farther than any sub-district is wide */

#define SQL_PLANS_OF_DAY "WITH " GGOV_SQL_PLANS_ON ("$1") " SELECT id FROM p"
#define SQL_NAMED \
  "SELECT g.id FROM grid g WHERE (g.code = $1 OR g.name = $1) AND g.valid_to IS NULL LIMIT 2"

/* For what fits no other. It is the office's own from then on, and can be given another limit. */
static const GgovCaseType other = {
  .code = "Z0101",
  .class_code = "Z01",
  .class_name = "Other matters",
  .class_name_zh = "其他事项",
  .name = "Other",
  .name_zh = "其他",
  .lane = GGOV_LANE_COMMUNITY,
  .filing = "",
  .filing_zh = "",
  .closing = "",
  .closing_zh = "",
  .limit = { 7, GGOV_LIMIT_WORKING_DAYS },
  .role = "full_time_member",
};

static gboolean
is_on (const GgovArrivalType *type,
       const char            *day)
{
  return g_strcmp0 (type->valid_from, day) <= 0 &&
         (type->valid_to == NULL || g_strcmp0 (type->valid_to, day) >= 0);
}

gint64
ggov_arrivals_find_type (GgovArrivals *self,
                         const char   *words,
                         const char   *day)
{
  g_autofree char *folded = g_utf8_strdown (words, -1);
  const GgovArrivalType *found = NULL;

  for (guint i = 0; i < self->types->len; i++)
    {
      const GgovArrivalType *type = self->types->pdata[i];

      if (g_ascii_strcasecmp (type->code, words) != 0 && !g_str_equal (type->name_zh, words) &&
          !g_str_equal (type->name, folded))
        continue;
      if (is_on (type, day))
        return type->id;

      /* What was filed before the office began has the oldest version, and what was filed after a
       * type was withdrawn its last. */
      if (found == NULL ||
          (g_str_equal (found->code, type->code) && g_strcmp0 (found->valid_from, day) > 0))
        found = type;
    }

  return found ? found->id : 0;
}

gint64
ggov_arrivals_get_other (GgovArrivals  *self,
                         const char    *day,
                         GError       **error)
{
  gint64 id = ggov_arrivals_find_type (self, other.code, day);
  GgovArrivalType *type;
  g_autofree char *today = NULL;

  if (id != 0)
    return id;

  today = ggov_local_day_format (ggov_local_time_get_day (ggov_change_get_at (self->change)));
  if (!(id = ggov_change_add_case_type (self->change, &other, today, error)))
    return 0;

  type = g_new0 (GgovArrivalType, 1);
  type->id = id;
  type->code = g_strdup (other.code);
  type->name = g_utf8_strdown (other.name, -1);
  type->name_zh = g_strdup (other.name_zh);
  type->limit_text = ggov_limit_to_string (&other.limit);
  type->valid_from = g_steal_pointer (&today);
  g_ptr_array_add (self->types, type);

  return id;
}

/* Grids ------------------------------------------------------------------------------------ */

/* (nullable) (transfer none): a plan whose borders do not close has no grids to be found in. */
static GgovGeoSubdivision *
get_plan (GgovArrivals *self,
          gint64        plan_id)
{
  GgovGeoSubdivision *subdivision = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (self->plans, &plan_id, NULL, &known))
    return known;

  subdivision = _ggov_places_read_subdivision (self->change->db, plan_id, NULL);
  g_hash_table_insert (self->plans, g_memdup2 (&plan_id, sizeof plan_id), subdivision);

  return subdivision;
}

static GPtrArray *
get_day (GgovArrivals  *self,
         const char    *day,
         GError       **error)
{
  GPtrArray *known = g_hash_table_lookup (self->days, day);
  g_autoptr(GgovStmt) stmt = NULL;
  g_autoptr(GPtrArray) plans = NULL;
  GgovDbStep step;

  if (known || !(stmt = ggov_db_prepare (self->change->db, SQL_PLANS_OF_DAY, error)))
    return known;

  plans = g_ptr_array_new ();
  ggov_stmt_bind_text (stmt, 1, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovGeoSubdivision *subdivision = get_plan (self, ggov_stmt_get_int (stmt, 0));

      if (subdivision)
        g_ptr_array_add (plans, subdivision);
    }
  if (step == GGOV_DB_ERROR)
    return NULL;

  known = g_steal_pointer (&plans);
  g_hash_table_insert (self->days, g_strdup (day), known);

  return known;
}

gboolean
ggov_arrivals_find_grid (GgovArrivals  *self,
                         double         lon,
                         double         lat,
                         const char    *day,
                         gint64        *grid_id,
                         GError       **error)
{
  GPtrArray *plans = get_day (self, day, error);

  if (plans == NULL)
    return FALSE;

  *grid_id = 0;
  for (guint i = 0; i < plans->len && *grid_id == 0; i++)
    *grid_id = ggov_geo_subdivision_find_grid (plans->pdata[i], lon, lat);

  return TRUE;
}

gboolean
ggov_arrivals_find_named (GgovArrivals  *self,
                          const char    *words,
                          gint64        *grid_id,
                          GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->change->db, SQL_NAMED, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  *grid_id = 0;
  ggov_stmt_bind_text (stmt, 1, words);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      *grid_id = ggov_stmt_get_int (stmt, 0);

      /* Two of one name say nothing. */
      if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
        *grid_id = 0;
    }

  return step != GGOV_DB_ERROR;
}

gboolean
ggov_arrivals_is_far (GgovArrivals *self,
                      double        lon,
                      double        lat)
{
  return !ggov_geo_bounds_is_empty (&self->bounds) &&
         (lon < self->bounds.min_lon - FAR_DEGREES || lon > self->bounds.max_lon + FAR_DEGREES ||
          lat < self->bounds.min_lat - FAR_DEGREES || lat > self->bounds.max_lat + FAR_DEGREES);
}
