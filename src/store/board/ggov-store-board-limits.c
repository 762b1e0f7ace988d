/* ggov-store-board-limits.c: how many issues a column, a lane or a person may hold at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-board-limits-private.h"
#include "ggov-change-private.h"
#include "ggov-plans-private.h"
#include "ggov-issues-private.h"
#include "ggov-store-board-limits.h"

#define SQL_LIST "SELECT kind, key, most FROM board_limit ORDER BY kind, key"
#define SQL_FIND "SELECT id FROM board_limit WHERE kind = $1 AND key = $2"
#define SQL_MOST \
  "SELECT most FROM board_limit WHERE kind = $1 AND key IN ($2, '') ORDER BY key DESC LIMIT 1"

/* $1 is the issue that moves, $2 what it comes to, $3 the day. */
#define SQL_AT_WORK \
  "SELECT count (*) FROM issue i WHERE i.id <> $1 AND $3 <> '' " \
  "AND i.stage IN ('dispatch', 'handle', 'report-back', 'verify') AND "
static const char *const counts[] = {
  [GGOV_BOARD_LIMIT_STAGE] =
    "SELECT count (*) FROM issue i WHERE i.id <> $1 AND i.stage = $2 AND $3 <> ''",
  [GGOV_BOARD_LIMIT_GRID] = SQL_AT_WORK GGOV_SQL_PRESENT_GRID ("i", "$3") " = $2",
  [GGOV_BOARD_LIMIT_COMMUNITY] =
    SQL_AT_WORK "i.grid_id IN (SELECT id FROM grid WHERE community_id = $2)",
  [GGOV_BOARD_LIMIT_LANE] =
    SQL_AT_WORK "i.case_type_id IN (SELECT id FROM case_type WHERE lane = $2)",
  [GGOV_BOARD_LIMIT_PERSON] = SQL_AT_WORK "i.handler_id = $2",
};

static const char *const names[] = {
  [GGOV_BOARD_LIMIT_GRID] = "SELECT name FROM grid WHERE id = $1",
  [GGOV_BOARD_LIMIT_COMMUNITY] = "SELECT name FROM community WHERE id = $1",
  [GGOV_BOARD_LIMIT_PERSON] = "SELECT name FROM person WHERE id = $1",
};

static const char *const codes[] = { "stage", "grid", "community", "lane", "person" };

G_STATIC_ASSERT (G_N_ELEMENTS (codes) == GGOV_BOARD_N_LIMIT_KINDS);

const char *
ggov_board_limit_kind_get_code (GgovBoardLimitKind kind)
{
  g_return_val_if_fail (kind < GGOV_BOARD_N_LIMIT_KINDS, NULL);

  return codes[kind];
}

GgovBoardLimit *
ggov_board_limit_new (GgovBoardLimitKind  kind,
                      const char         *key,
                      guint               most)
{
  GgovBoardLimit *self = g_new (GgovBoardLimit, 1);

  *self = (GgovBoardLimit) { kind, g_strdup (key), most };

  return self;
}

void
ggov_board_limit_free (GgovBoardLimit *self)
{
  g_free (self->key);
  g_free (self);
}

/* Reading ----------------------------------------------------------------------------------- */

static GgovBoardLimitKind
find_kind (const char *code)
{
  guint kind = 0;

  while (kind + 1 < GGOV_BOARD_N_LIMIT_KINDS && !g_str_equal (codes[kind], code))
    kind++;

  return kind;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  g_autoptr(GPtrArray) limits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_board_limit_free);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    g_ptr_array_add (limits, ggov_board_limit_new (find_kind (ggov_stmt_get_text (stmt, 0)),
                                                   ggov_stmt_get_text (stmt, 1),
                                                   ggov_stmt_get_int (stmt, 2)));

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&limits), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_board_limits_async (GgovStore           *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_board_limits_async, list_job, NULL, NULL, cancellable,
                    callback, user_data);
}

GPtrArray *
ggov_store_list_board_limits_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
ggov_board_limits_find (GPtrArray          *limits,
                        GgovBoardLimitKind  kind,
                        const char         *key)
{
  guint most = 0;

  for (guint i = 0; limits && i < limits->len; i++)
    {
      const GgovBoardLimit *limit = limits->pdata[i];

      if (limit->kind == kind && g_str_equal (limit->key, key))
        return limit->most;
      if (limit->kind == kind && *limit->key == '\0')
        most = limit->most;
    }

  return most;
}

/* Writing ----------------------------------------------------------------------------------- */

static gboolean
write_limit (GgovChange            *change,
             const GgovBoardLimit  *limit,
             GError               **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("kind", codes[limit->kind]),
    GGOV_TEXT ("key", limit->key),
    GGOV_INT ("most", limit->most),
  };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_FIND, error);
  GgovDbStep step;
  gint64 id;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, codes[limit->kind]);
  ggov_stmt_bind_text (stmt, 2, limit->key);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  id = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;
  if (limit->most == 0)
    return id == 0 || _ggov_change_delete (change, "board_limit", id, error);
  if (id != 0)
    return _ggov_change_update (change, "board_limit", id, -1, columns + 2, 1, error);

  return _ggov_change_insert (change, "board_limit", columns, G_N_ELEMENTS (columns), error) != 0;
}

/* On the store's thread. */
static gboolean
write_limits (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const GPtrArray *limits = data;

  for (guint i = 0; i < limits->len; i++)
    if (!write_limit (change, limits->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gpointer
copy_limit (gconstpointer source,
            gpointer      user_data)
{
  const GgovBoardLimit *limit = source;

  return ggov_board_limit_new (limit->kind, limit->key, limit->most);
}

void
ggov_store_set_board_limits_async (GgovStore           *self,
                                   GPtrArray           *limits,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GPtrArray *copy;

  g_return_if_fail (limits != NULL);

  copy = g_ptr_array_copy (limits, copy_limit, NULL);
  g_ptr_array_set_free_func (copy, (GDestroyNotify) ggov_board_limit_free);
  ggov_store_change_async (self, N_("Set limits of the board"), "", write_limits, copy,
                           (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/* Checking ---------------------------------------------------------------------------------- */

/* What a move is asked of one limit. */
typedef struct
{
  GgovBoardLimitKind  kind;
  gint64              id;   /* of a grid, a community, a person; else 0 */
  const char         *code; /* of a stage or lane; else NULL */
} Place;

static gboolean
get_most (GgovDb       *db,
          const Place  *place,
          gint64       *most,
          GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MOST, error);
  g_autofree char *key = place->code ? g_strdup (place->code)
                                     : g_strdup_printf ("%" G_GINT64_FORMAT, place->id);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, codes[place->kind]);
  ggov_stmt_bind_text (stmt, 2, key);
  step = ggov_stmt_step (stmt, error);
  *most = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return step != GGOV_DB_ERROR;
}

static gboolean
count_others (GgovDb       *db,
              const Place  *place,
              gint64        issue_id,
              gint64       *n,
              GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, counts[place->kind], error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  if (place->code)
    ggov_stmt_bind_text (stmt, 2, place->code);
  else
    ggov_stmt_bind_int (stmt, 2, place->id);
  _ggov_issue_bind_day (stmt, 3, 0);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  *n = ggov_stmt_get_int (stmt, 0);
  return TRUE;
}

static char *
dup_name (GgovDb      *db,
          const Place *place)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovIssueStage stage;
  GgovLane lane;

  if (place->kind == GGOV_BOARD_LIMIT_STAGE)
    return g_strdup (ggov_issue_stage_from_code (place->code, &stage, NULL)
                     ? ggov_issue_stage_get_label (stage) : place->code);
  if (place->kind == GGOV_BOARD_LIMIT_LANE)
    return g_strdup (ggov_lane_from_code (place->code, &lane, NULL) ? ggov_lane_get_label (lane)
                                                                     : place->code);

  if ((stmt = ggov_db_prepare (db, names[place->kind], NULL)))
    ggov_stmt_bind_int (stmt, 1, place->id);

  return g_strdup (stmt && ggov_stmt_step (stmt, NULL) == GGOV_DB_ROW ? ggov_stmt_get_text (stmt, 0)
                                                                     : "");
}

static gboolean
check_place (GgovDb       *db,
             gint64        issue_id,
             const Place  *place,
             GError      **error)
{
  g_autofree char *name = NULL;
  gint64 most, n;

  if (!get_most (db, place, &most, error))
    return FALSE;
  if (most == 0)
    return TRUE;
  if (!count_others (db, place, issue_id, &n, error))
    return FALSE;
  if (n < most)
    return TRUE;

  name = dup_name (db, place);
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CROWDED,
               /* Translators: a column of the board, a grid, a person, and two numbers */
               _("“%1$s” has %2$d issues already; the limit is %3$d."), name, (int) n, (int) most);
  return FALSE;
}

static gboolean
is_at_work (GgovIssueStage stage)
{
  return stage >= GGOV_ISSUE_DISPATCHED && stage <= GGOV_ISSUE_VERIFIED;
}

static gboolean
check_at_work (GgovDb     *db,
               GgovIssue  *issue,
               GError    **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  const Place grid = { GGOV_BOARD_LIMIT_GRID, fields->present_grid_id, NULL };
  const Place community = { GGOV_BOARD_LIMIT_COMMUNITY, fields->community_id, NULL };
  const Place lane = { GGOV_BOARD_LIMIT_LANE, 0, ggov_lane_get_code (fields->lane) };

  return (grid.id == 0 || check_place (db, fields->id, &grid, error)) &&
         (community.id == 0 || check_place (db, fields->id, &community, error)) &&
         check_place (db, fields->id, &lane, error);
}

gboolean
_ggov_board_limits_check (GgovDb          *db,
                          GgovIssue       *issue,
                          GgovIssueStage   stage,
                          gint64           handler_id,
                          GError         **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  const Place column = { GGOV_BOARD_LIMIT_STAGE, 0, ggov_issue_stage_get_code (stage) };
  const Place person = { GGOV_BOARD_LIMIT_PERSON, handler_id, NULL };
  gboolean is_new = is_at_work (stage) && !is_at_work (fields->state.stage);

  if (stage != fields->state.stage && ggov_issue_stage_is_open (stage) &&
      !check_place (db, fields->id, &column, error))
    return FALSE;

  if (is_at_work (stage) && handler_id != 0 && (is_new || handler_id != fields->handler_id) &&
      !check_place (db, fields->id, &person, error))
    return FALSE;

  return !is_new || check_at_work (db, issue, error);
}
