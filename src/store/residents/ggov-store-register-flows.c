/* ggov-store-register-flows.c: how many lived in each grid, and what changed meanwhile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-residents-private.h"
#include "ggov-store-register-grids.h"

/* Grids that are there on one of the days from $1 to $2. */
#define SQL_GRIDS \
  "SELECT g.id, g.code, g.name, c.name FROM grid g JOIN community c ON c.id = g.community_id " \
  "WHERE g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to >= $1) ORDER BY g.code"

#define AT_DOORS \
  "FROM residence r JOIN household h ON h.id = r.household_id " \
  "JOIN dwelling d ON d.id = h.dwelling_id JOIN unit u ON u.id = d.unit_id "

#define SQL_LIVING \
  "WITH " GGOV_ROSTER_GROUND " SELECT x.grid_id, count (*) " AT_DOORS \
  "JOIN ground x ON x.building_id = u.building_id WHERE r.living = 1 AND " \
  GGOV_SQL_RESIDES_ON ("r", "$1") " GROUP BY x.grid_id"

/* Somebody who left one household by an event and came to another by the same stays in the area: 1. Who
 * is of the same one, with another head, did not move at all: 2. */
#define GOES_ON(mine, other) \
  "(SELECT CASE q.household_id WHEN r.household_id THEN 2 ELSE 1 END FROM residence q " \
  "WHERE q.person_id = r.person_id AND q.living = 1 AND q." other "_event_id = r." mine "_event_id " \
  "AND q.id <> r.id LIMIT 1)"
#define SQL_MOVED(day, mine, other) \
  "SELECT grid_id, kind, again, count (*) FROM (SELECT " \
  GGOV_SQL_GRID_OF_BUILDING ("u.building_id", "r." day) " AS grid_id, coalesce (e.kind, '') AS kind, " \
  "coalesce (" GOES_ON (mine, other) ", 0) AS again " AT_DOORS \
  "LEFT JOIN register_event e ON e.id = r." mine "_event_id " \
  "WHERE r.living = 1 AND r." day " >= $1 AND r." day " <= $2) w GROUP BY grid_id, kind, again"
#define SQL_CAME SQL_MOVED ("moved_in", "in", "out")
#define SQL_WENT SQL_MOVED ("moved_out", "out", "in")

#define STAYS 2

/* Days on which other plans come into force. */
#define SQL_PLANS \
  "SELECT DISTINCT valid_from FROM plan WHERE state <> 'draft' AND valid_from >= $1 " \
  "AND valid_from <= $2 ORDER BY 1"

/* Who lives on $1 in a building of one grid that is of another on $2. */
#define SQL_BORDERS \
  "WITH " GGOV_ROSTER_GROUND " SELECT x.grid_id, " GGOV_SQL_GRID_OF_BUILDING ("w.building_id", "$2") \
  ", sum (w.n) FROM (SELECT u.building_id, count (*) AS n " AT_DOORS "WHERE r.living = 1 AND " \
  GGOV_SQL_RESIDES_ON ("r", "$1") " GROUP BY u.building_id) w " \
  "LEFT JOIN ground x ON x.building_id = w.building_id GROUP BY 1, 2"

typedef struct
{
  char       *from;
  char       *until;
  GPtrArray  *texts;
  GArray     *flows;  /* (element-type GgovRegisterFlowRecord) */
  GHashTable *places; /* (element-type gint64 guint): where a grid stands, from 1 */
} Flows;

static void
flows_free (Flows *self)
{
  g_free (self->from);
  g_free (self->until);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->flows, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self);
}

static const char *
keep (Flows      *self,
      const char *text)
{
  g_ptr_array_add (self->texts, g_strdup (text));

  return self->texts->pdata[self->texts->len - 1];
}

/* (nullable) */
static GgovRegisterFlowRecord *
find_flow (Flows  *self,
           gint64  grid_id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &grid_id));

  return place > 0 ? &g_array_index (self->flows, GgovRegisterFlowRecord, place - 1) : NULL;
}

static GgovStmt *
prepare (GgovDb      *db,
         const char  *sql,
         const char  *first,
         const char  *second,
         GError     **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, first);
  if (second)
    ggov_stmt_bind_text (stmt, 2, second);

  return stmt;
}

static gboolean
read_grids (Flows       *self,
            GgovDb      *db,
            const char  *before,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare (db, SQL_GRIDS, before, self->until, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovRegisterFlowRecord flow = {
        .grid_id = ggov_stmt_get_int (stmt, 0),
        .code = keep (self, ggov_stmt_get_text (stmt, 1)),
        .name = keep (self, ggov_stmt_get_text (stmt, 2)),
        .community = keep (self, ggov_stmt_get_text (stmt, 3)),
      };

      g_array_append_val (self->flows, flow);
      g_hash_table_insert (self->places, g_memdup2 (&flow.grid_id, sizeof flow.grid_id),
                           GUINT_TO_POINTER (self->flows->len));
    }

  return step == GGOV_DB_DONE;
}

static gboolean
read_living (Flows       *self,
             GgovDb      *db,
             const char  *day,
             gboolean     is_closing,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare (db, SQL_LIVING, day, NULL, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovRegisterFlowRecord *flow = find_flow (self, ggov_stmt_get_int (stmt, 0));

      if (flow)
        *(is_closing ? &flow->closing : &flow->opening) = ggov_stmt_get_int (stmt, 1);
    }

  return step == GGOV_DB_DONE;
}

/* Where those are counted whom an event of a kind brought. */
static gint64 *
choose_came (GgovRegisterFlowRecord *flow,
             const char             *kind)
{
  if (*kind == '\0')
    return &flow->recorded;
  if (g_str_equal (kind, "birth"))
    return &flow->born;

  return g_str_equal (kind, "move_in") ? &flow->moved_in : &flow->came;
}

static gint64 *
choose_went (GgovRegisterFlowRecord *flow,
             const char             *kind)
{
  if (g_str_equal (kind, "death"))
    return &flow->died;

  return *kind == '\0' || g_str_equal (kind, "move_out") ? &flow->moved_out : &flow->left;
}

static gboolean
read_moved (Flows     *self,
            GgovDb    *db,
            gboolean   went,
            GError   **error)
{
  g_autoptr(GgovStmt) stmt = prepare (db, went ? SQL_WENT : SQL_CAME, self->from, self->until, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovRegisterFlowRecord *flow = find_flow (self, ggov_stmt_get_int (stmt, 0));
      const char *kind = ggov_stmt_get_text (stmt, 1);
      gint64 *place;

      if (flow == NULL || ggov_stmt_get_int (stmt, 2) == STAYS)
        continue;
      if (ggov_stmt_get_int (stmt, 2))
        place = went ? &flow->left : &flow->came;
      else
        place = went ? choose_went (flow, kind) : choose_came (flow, kind);
      *place += ggov_stmt_get_int (stmt, 3);
    }

  return step == GGOV_DB_DONE;
}

static gboolean
read_border (Flows       *self,
             GgovDb      *db,
             const char  *day,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  g_autofree char *before = NULL;
  GgovDbStep step = GGOV_DB_ERROR;
  int number = 0;

  if (!ggov_local_day_parse (day, &number, error))
    return FALSE;

  before = ggov_local_day_format (number - 1);
  stmt = prepare (db, SQL_BORDERS, before, day, error);
  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const gint64 old = ggov_stmt_get_int (stmt, 0), new = ggov_stmt_get_int (stmt, 1);
      GgovRegisterFlowRecord *from = find_flow (self, old), *to = find_flow (self, new);

      if (old != new && from)
        from->border_out += ggov_stmt_get_int (stmt, 2);
      if (old != new && to)
        to->border_in += ggov_stmt_get_int (stmt, 2);
    }

  return step == GGOV_DB_DONE;
}

static gboolean
read_borders (Flows   *self,
              GgovDb  *db,
              GError **error)
{
  g_autoptr(GgovStmt) stmt = prepare (db, SQL_PLANS, self->from, self->until, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (!read_border (self, db, ggov_stmt_get_text (stmt, 0), error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

static gboolean
read_all (Flows   *self,
          GgovDb  *db,
          GError **error)
{
  g_autofree char *before = NULL;
  int first, last;

  if (!ggov_local_day_parse (self->from, &first, error) ||
      !ggov_local_day_parse (self->until, &last, error))
    return FALSE;

  before = ggov_local_day_format (first - 1);

  return read_grids (self, db, before, error) && read_living (self, db, before, FALSE, error) &&
         read_living (self, db, self->until, TRUE, error) && read_moved (self, db, FALSE, error) &&
         read_moved (self, db, TRUE, error) && read_borders (self, db, error);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  Flows *self = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->flows = g_array_new (FALSE, FALSE, sizeof (GgovRegisterFlowRecord));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!read_all (self, db, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < self->flows->len; i++)
    g_ptr_array_add (rows, ggov_register_flow_new (&g_array_index (self->flows,
                                                                   GgovRegisterFlowRecord, i)));
  g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_register_flows_async (GgovStore           *self,
                                      const char          *from,
                                      const char          *until,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  Flows *flows;

  g_return_if_fail (from != NULL && until != NULL);

  flows = g_new0 (Flows, 1);
  flows->from = g_strdup (from);
  flows->until = g_strdup (until);
  _ggov_store_call (self, ggov_store_list_register_flows_async, list_job, flows,
                    (GDestroyNotify) flows_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_register_flows_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_REGISTER_FLOW) : NULL;
}
