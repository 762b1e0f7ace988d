/* ggov-store-register-grids.c: how fresh and how complete the register of each grid is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-store-register-grids.h"
#include "ggov-visits-private.h"

#define YEAR_DAYS 365

#define SQL_GRIDS \
  "SELECT g.id, c.id, g.code, g.name, c.name FROM grid g JOIN community c ON c.id = g.community_id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("g") " AND ($2 IS NULL OR g.id = $2) ORDER BY g.code"

/* In each of these the first column is the grid; $2 is a day before. */
#define SQL_COUNTED \
  "WITH " GGOV_ROSTER_GROUND " SELECT x.grid_id, sum (u.people) FROM ground x " \
  "JOIN unit u ON u.building_id = x.building_id GROUP BY x.grid_id"
#define LIVING(what) "count (CASE WHEN r.living = 1 AND " what " THEN 1 END)"
#define SQL_PEOPLE \
  "WITH " GGOV_ROSTER_GROUND " SELECT x.grid_id, count (DISTINCT r.household_id), sum (r.living), " \
  "sum (r.registered), " LIVING ("m.confirmed_on >= $2") ", " LIVING ("m.confirmed_on IS NULL") ", " \
  "sum (CASE WHEN r.living = 1 THEN coalesce (m.required_filled, 0) ELSE 0 END), " \
  "sum (CASE WHEN r.living = 1 THEN coalesce (m.optional_filled, 0) ELSE 0 END), " \
  "min (CASE WHEN r.living = 1 THEN m.confirmed_on END) " \
  "FROM residence r JOIN household h ON h.id = r.household_id " \
  "JOIN dwelling d ON d.id = h.dwelling_id JOIN unit u ON u.id = d.unit_id " \
  "JOIN ground x ON x.building_id = u.building_id LEFT JOIN resident m ON m.person_id = r.person_id " \
  "WHERE " GGOV_SQL_RESIDES_ON ("r", "$1") " GROUP BY x.grid_id"
#define SQL_VISITS \
  "WITH " GGOV_ROSTER_GROUND " SELECT x.grid_id, count (CASE WHEN v.day > $2 THEN 1 END), " \
  "count (CASE WHEN v.day > $2 AND v.outcome = 'absent' THEN 1 END), max (v.day) FROM visit v " \
  "JOIN dwelling d ON d.id = v.dwelling_id JOIN unit u ON u.id = d.unit_id " \
  "JOIN ground x ON x.building_id = u.building_id WHERE v.day <= $1 GROUP BY x.grid_id"
#define SQL_SPECIAL \
  "WITH " GGOV_ROSTER_GROUND " SELECT x.grid_id, k.person_id, k.valid_from, " \
  "coalesce (k.every_days, s.every_days), " GGOV_VISITS_LAST_OF_PERSON ("k.person_id", "h.id") " " \
  "FROM resident_group k JOIN special_group s ON s.id = k.group_id " \
  "JOIN residence r ON r.person_id = k.person_id AND r.living = 1 " \
  "JOIN household h ON h.id = r.household_id JOIN dwelling d ON d.id = h.dwelling_id " \
  "JOIN unit u ON u.id = d.unit_id JOIN ground x ON x.building_id = u.building_id " \
  "WHERE " GGOV_SQL_MEMBER_ON ("k", "$1") " AND " GGOV_SQL_RESIDES_ON ("r", "$1") " " \
  "ORDER BY k.person_id"

typedef struct
{
  gint64      grid_id;
  char       *day;
  int         today;
  GPtrArray  *texts;
  GArray     *grids;  /* (element-type GgovRegisterGridRecord) */
  GHashTable *places; /* (element-type gint64 guint): where a grid stands, from 1 */
} Summary;

static void
summary_free (Summary *self)
{
  g_free (self->day);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->grids, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self);
}

static const char *
keep (Summary    *self,
      const char *text)
{
  if (text)
    g_ptr_array_add (self->texts, g_strdup (text));

  return text ? self->texts->pdata[self->texts->len - 1] : NULL;
}

/* (nullable): NULL for a grid that is not asked about */
static GgovRegisterGridRecord *
find_grid (Summary *self,
           gint64   id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id));

  return place > 0 ? &g_array_index (self->grids, GgovRegisterGridRecord, place - 1) : NULL;
}

static gboolean
read_grids (Summary  *self,
            GgovDb   *db,
            GError  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_GRIDS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, self->day);
  ggov_stmt_bind_id (stmt, 2, self->grid_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovRegisterGridRecord grid = {
        .id = ggov_stmt_get_int (stmt, 0),
        .community_id = ggov_stmt_get_int (stmt, 1),
        .code = keep (self, ggov_stmt_get_text (stmt, 2)),
        .name = keep (self, ggov_stmt_get_text (stmt, 3)),
        .community = keep (self, ggov_stmt_get_text (stmt, 4)),
      };

      g_array_append_val (self->grids, grid);
      g_hash_table_insert (self->places, g_memdup2 (&grid.id, sizeof grid.id),
                           GUINT_TO_POINTER (self->grids->len));
    }

  return step == GGOV_DB_DONE;
}

static void
take_counted (Summary                *self,
              GgovRegisterGridRecord *grid,
              GgovStmt               *stmt)
{
  grid->counted = ggov_stmt_get_int (stmt, 1);
}

static void
take_people (Summary                *self,
             GgovRegisterGridRecord *grid,
             GgovStmt               *stmt)
{
  grid->households = ggov_stmt_get_int (stmt, 1);
  grid->people = ggov_stmt_get_int (stmt, 2);
  grid->registered = ggov_stmt_get_int (stmt, 3);
  grid->fresh = ggov_stmt_get_int (stmt, 4);
  grid->never = ggov_stmt_get_int (stmt, 5);
  grid->required_filled = ggov_stmt_get_int (stmt, 6);
  grid->optional_filled = ggov_stmt_get_int (stmt, 7);
  grid->oldest_on = keep (self, ggov_stmt_get_text (stmt, 8));
}

static void
take_visits (Summary                *self,
             GgovRegisterGridRecord *grid,
             GgovStmt               *stmt)
{
  grid->visits = ggov_stmt_get_int (stmt, 1);
  grid->absent = ggov_stmt_get_int (stmt, 2);
  grid->last_visit_on = keep (self, ggov_stmt_get_text (stmt, 3));
}

static gboolean
read_part (Summary      *self,
           GgovDb       *db,
           const char   *sql,
           int           days_back,
           void        (*take) (Summary *, GgovRegisterGridRecord *, GgovStmt *),
           GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  g_autofree char *before = ggov_local_day_format (self->today - days_back);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, self->day);
  if (days_back > 0)
    ggov_stmt_bind_text (stmt, 2, before);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovRegisterGridRecord *grid = find_grid (self, ggov_stmt_get_int (stmt, 0));

      if (grid)
        take (self, grid, stmt);
    }

  return step == GGOV_DB_DONE;
}

/* Somebody of several groups counts once, and is late where one of the visits is. */
static gboolean
read_special (Summary  *self,
              GgovDb   *db,
              GError  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_SPECIAL, error);
  gint64 last_id = 0;
  gboolean is_late = FALSE;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, self->day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovRegisterGridRecord *grid = find_grid (self, ggov_stmt_get_int (stmt, 0));
      const gint64 id = ggov_stmt_get_int (stmt, 1);
      int due = 0;
      g_autofree char *due_on = _ggov_visits_dup_due (ggov_stmt_get_text (stmt, 4),
                                                      ggov_stmt_get_text (stmt, 2),
                                                      ggov_stmt_get_int (stmt, 3), &due);

      if (grid == NULL || due_on == NULL)
        continue;
      grid->special += id != last_id;
      is_late = is_late && id == last_id;
      if (due < self->today && !is_late)
        {
          grid->overdue++;
          is_late = TRUE;
        }
      last_id = id;
    }

  return step == GGOV_DB_DONE;
}

static gboolean
read_all (Summary  *self,
          GgovDb   *db,
          GError  **error)
{
  return ggov_local_day_parse (self->day, &self->today, error) && read_grids (self, db, error) &&
         read_part (self, db, SQL_COUNTED, 0, take_counted, error) &&
         read_part (self, db, SQL_PEOPLE, GGOV_REGISTER_FRESH_DAYS, take_people, error) &&
         read_part (self, db, SQL_VISITS, YEAR_DAYS, take_visits, error) &&
         read_special (self, db, error);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  Summary *self = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->grids = g_array_new (FALSE, FALSE, sizeof (GgovRegisterGridRecord));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!read_all (self, db, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < self->grids->len; i++)
    g_ptr_array_add (rows, ggov_register_grid_new (&g_array_index (self->grids,
                                                                   GgovRegisterGridRecord, i)));
  g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_register_grids_async (GgovStore           *self,
                                      gint64               grid_id,
                                      const char          *as_of,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  Summary *summary;

  g_return_if_fail (as_of != NULL);

  summary = g_new0 (Summary, 1);
  summary->grid_id = grid_id;
  summary->day = g_strdup (as_of);
  _ggov_store_call (self, ggov_store_list_register_grids_async, list_job, summary,
                    (GDestroyNotify) summary_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_register_grids_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_REGISTER_GRID) : NULL;
}
