/* ggov-arrivals.c: what issues from another platform are compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-arrivals-private.h"
#include "ggov-clock-private.h"
#include "ggov-geo-subdivision.h"
#include "ggov-geo-wkb.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"

#define SQL_TYPES \
  "SELECT id, code, name, name_zh, limit_text, start_rule, valid_from, valid_to " \
  "FROM case_type ORDER BY code, version DESC"
#define SQL_BORDERS "SELECT border FROM community WHERE border IS NOT NULL"

static void
type_free (gpointer data)
{
  GgovArrivalType *type = data;

  g_free (type->code);
  g_free (type->name);
  g_free (type->name_zh);
  g_free (type->limit_text);
  g_free (type->start_rule);
  g_free (type->valid_from);
  g_free (type->valid_to);
  g_free (type);
}

static gboolean
read_types (GgovArrivals  *self,
            GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->change->db, SQL_TYPES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovArrivalType *type = g_new0 (GgovArrivalType, 1);

      type->id = ggov_stmt_get_int (stmt, 0);
      type->code = g_strdup (ggov_stmt_get_text (stmt, 1));
      type->name = g_utf8_strdown (ggov_stmt_get_text (stmt, 2), -1);
      type->name_zh = g_strdup (ggov_stmt_get_text (stmt, 3));
      type->limit_text = g_strdup (ggov_stmt_get_text (stmt, 4));
      type->start_rule = g_strdup (ggov_stmt_get_text (stmt, 5));
      type->valid_from = g_strdup (ggov_stmt_get_text (stmt, 6));
      type->valid_to = g_strdup (ggov_stmt_get_text (stmt, 7));
      g_ptr_array_add (self->types, type);
    }

  return step == GGOV_DB_DONE;
}

/* A border that is no shape has no part in it; the check of the office tells of it. */
static gboolean
read_bounds (GgovArrivals  *self,
             GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->change->db, SQL_BORDERS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_autoptr(GBytes) border = ggov_stmt_dup_bytes (stmt, 0);
      GgovGeoBounds bounds;
      GgovGeoWkb wkb;

      if (!ggov_geo_wkb_init_bytes (&wkb, border, NULL))
        continue;

      ggov_geo_wkb_get_bounds (&wkb, &bounds);
      ggov_geo_bounds_add (&self->bounds, bounds.min_lon, bounds.min_lat);
      ggov_geo_bounds_add (&self->bounds, bounds.max_lon, bounds.max_lat);
    }

  return step == GGOV_DB_DONE;
}

static void
unref_subdivision (gpointer data)
{
  if (data)
    g_object_unref (data);
}

GgovArrivals *
ggov_arrivals_new (GgovChange  *change,
                   const char  *platform,
                   GError     **error)
{
  g_autoptr(GgovArrivals) self = g_new0 (GgovArrivals, 1);

  self->change = change;
  self->platform = g_strdup (platform);
  self->types = g_ptr_array_new_with_free_func (type_free);
  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
  self->plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_subdivision);
  self->numbers = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->bounds = (GgovGeoBounds) GGOV_GEO_BOUNDS_EMPTY;

  if (!(self->clock = _ggov_clock_read (change->db, error)) || !read_types (self, error) ||
      !read_bounds (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ggov_arrivals_free (GgovArrivals *self)
{
  g_free (self->platform);
  g_clear_pointer (&self->clock, ggov_office_clock_unref);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_clear_pointer (&self->plans, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_free (self);
}

const GgovArrivalType *
_ggov_arrivals_get_type (GgovArrivals *self,
                         gint64        case_type_id)
{
  for (guint i = 0; i < self->types->len; i++)
    {
      const GgovArrivalType *type = self->types->pdata[i];

      if (type->id == case_type_id)
        return type;
    }

  return NULL;
}

/* The office is asked once a year: a thousand arrivals are a thousand numbers in a row. */
char *
_ggov_arrivals_dup_number (GgovArrivals  *self,
                           gint64         at,
                           GError       **error)
{
  guint64 *last;
  int year;

  ggov_local_day_to_date (ggov_local_time_get_day (at), &year, NULL, NULL);
  last = g_hash_table_lookup (self->numbers, GINT_TO_POINTER (year));
  if (last == NULL)
    {
      guint64 found = 0;

      if (!_ggov_issue_find_last_number (self->change->db, year, &found, error))
        return NULL;

      last = g_memdup2 (&found, sizeof found);
      g_hash_table_insert (self->numbers, GINT_TO_POINTER (year), last);
    }

  return _ggov_issue_dup_number (year, ++*last);
}
