/* ggov-store-replay.c: reading the issues of a past time to see them under other rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-private.h"
#include "ggov-indicator-read-private.h"
#include "ggov-issue-event.h"
#include "ggov-local-time.h"
#include "ggov-store-replay.h"

#define WHERE \
  "WHERE i.filed_at >= $1 AND i.filed_at < $2 AND i.stage <> 'void' AND i.stage <> 'collect' "

#define SQL_ISSUES \
  "SELECT i.id, t.code, t.name, t.name_zh, t.limit_text, g.code, g.name, i.filed_at, i.due_at, " \
  "i.closed_at, t.start_rule, g.id, g.community_id, i.building_id, i.lon_e7, i.lat_e7 " \
  "FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "LEFT JOIN grid g ON g.id = i.grid_id " WHERE "ORDER BY i.id"

enum
{
  ID, TYPE_CODE, TYPE_NAME, TYPE_NAME_ZH, LIMIT, GRID_CODE, GRID_NAME, FILED_AT, DUE_AT, CLOSED_AT,
  START_RULE, GRID_ID, COMMUNITY_ID, BUILDING_ID, LON_E7, LAT_E7,
};

#define DEGREES_E7 1e7

/* What moves a deadline; all of them in one pass beside the issues. */
#define SQL_EVENTS \
  "SELECT e.issue_id, e.at, e.move, e.granted FROM issue i JOIN issue_event e ON e.issue_id = i.id " \
  WHERE "AND (e.move = 'dispatch' OR e.move = 'reopen' OR e.move = 'suspend' OR e.move = 'resume' " \
  "OR e.move = 'extend') ORDER BY e.issue_id, e.id"

typedef struct
{
  gint64 from;
  gint64 to;
  gint64 now;
  gint64 plan_id;
} Query;

/* The events, of which those of one issue are taken after those of another. */
typedef struct
{
  GgovStmt  *stmt; /* (owned) */
  GgovDbStep step;
} Events;

static GgovIssueEvent *
make_event (GgovStmt *stmt)
{
  GgovIssueEventFields fields = {
    .at = ggov_stmt_get_int (stmt, 1),
    .granted = ggov_stmt_get_text (stmt, 3),
    .note = "",
  };

  ggov_issue_move_from_code (ggov_stmt_get_text (stmt, 2), &fields.move, NULL);

  return ggov_issue_event_new (&fields);
}

static GPtrArray *
take_events (Events  *events,
             gint64   issue_id,
             GError **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  while (events->step == GGOV_DB_ROW && ggov_stmt_get_int (events->stmt, 0) == issue_id)
    {
      g_ptr_array_add (found, make_event (events->stmt));
      events->step = ggov_stmt_step (events->stmt, error);
    }

  return events->step == GGOV_DB_ERROR ? NULL : g_steal_pointer (&found);
}

static const char *
get_text (GgovStmt *stmt,
          int       column)
{
  const char *text = ggov_stmt_get_text (stmt, column);

  return text ? text : "";
}

/* Other grids ----------------------------------------------------------------------------- */

/* In the plan, by number: where its building is, else its place, else where most of its grid's
 * households are. 0 where the plan says nothing of it. */
static gint64
find_number (GgovDraft *plan,
             GgovStmt  *stmt)
{
  const GgovDraftGrid *same;
  gint64 number = 0, grid_id = ggov_stmt_get_int (stmt, GRID_ID);
  guint i;

  if (!ggov_stmt_is_null (stmt, BUILDING_ID))
    return ggov_draft_find_building (plan, ggov_stmt_get_int (stmt, BUILDING_ID), &i)
             ? ggov_draft_get_numbers (plan)[i] : 0;

  if (!ggov_stmt_is_null (stmt, LON_E7) && plan->subdivision)
    number = ggov_geo_subdivision_find_grid (plan->subdivision,
                                             (double) ggov_stmt_get_int (stmt, LON_E7) / DEGREES_E7,
                                             (double) ggov_stmt_get_int (stmt, LAT_E7) / DEGREES_E7);
  if (number != 0 || grid_id == 0 ||
      ggov_plan_get_row (plan->facts->plan)->community_id != ggov_stmt_get_int (stmt, COMMUNITY_ID))
    return number;

  same = _ggov_draft_find_going_on (plan, grid_id);

  return same ? same->number : _ggov_draft_find_successor (plan, grid_id);
}

/* The grid that goes on under its code. NULL where it is new. */
static const GgovDraftBase *
find_base (GgovDraft *plan,
           gint64     number)
{
  gint64 grid_id = 0;

  for (guint i = 0; i < plan->grids->len; i++)
    if (((const GgovDraftGrid *) plan->grids->pdata[i])->number == number)
      grid_id = ((const GgovDraftGrid *) plan->grids->pdata[i])->grid_id;
  for (guint i = 0; grid_id != 0 && i < plan->facts->bases->len; i++)
    if (((const GgovDraftBase *) plan->facts->bases->pdata[i])->grid_id == grid_id)
      return plan->facts->bases->pdata[i];

  return NULL;
}

/* (out) (transfer full): what the grid is known by and called; left as they are where the plan says
 * nothing. */
static void
find_other (GgovDraft  *plan,
            GgovStmt   *stmt,
            char      **code,
            char      **name)
{
  gint64 number = find_number (plan, stmt);
  const GgovDraftBase *base = number != 0 ? find_base (plan, number) : NULL;

  if (number == 0)
    return;

  *code = base ? g_strdup (base->code) : g_strdup_printf (GGOV_REPLAY_NEW_GRID "%d", (int) number);
  *name = _ggov_draft_dup_grid_name (plan, number);
}

/* @plan: (nullable) */
static void
add_issue (GgovReplay *replay,
           GgovDraft  *plan,
           GgovStmt   *stmt,
           GPtrArray  *events)
{
  g_autofree char *other_code = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *type = _ggov_indicator_dup_label (ggov_stmt_get_text (stmt, TYPE_NAME),
                                                     ggov_stmt_get_text (stmt, TYPE_NAME_ZH));
  GgovReplayCase one = {
    .type_code = ggov_stmt_get_text (stmt, TYPE_CODE),
    .type_name = type,
    .limit_text = ggov_stmt_get_text (stmt, LIMIT),
    .grid_code = get_text (stmt, GRID_CODE),
    .grid_name = get_text (stmt, GRID_NAME),
    .filed_at = ggov_stmt_get_int (stmt, FILED_AT),
    .due_at = ggov_stmt_get_int (stmt, DUE_AT),
    .closed_at = ggov_stmt_get_int (stmt, CLOSED_AT),
    .start_rule = ggov_stmt_get_text (stmt, START_RULE),
  };

  if (plan)
    find_other (plan, stmt, &other_code, &other_name);
  one.other_grid_code = other_code;
  one.other_grid_name = other_name;
  ggov_replay_add (replay, &one, events);
}

/* (transfer full) (nullable): NULL with @error unset where none is asked for */
static GgovDraft *
read_plan (GgovDb       *db,
           const Query  *query,
           GError      **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (query->now));

  return query->plan_id != 0 ? _ggov_draft_read (db, query->plan_id, 0, day, error) : NULL;
}

static gboolean
bind (GgovStmt    *stmt,
      const Query *query)
{
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, query->from);
  ggov_stmt_bind_int (stmt, 2, query->to);

  return TRUE;
}

static GgovReplay *
read_replay (GgovDb       *db,
             const Query  *query,
             GError      **error)
{
  g_autoptr(GgovReplay) replay = ggov_replay_new (query->now);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ISSUES, error);
  g_autoptr(GgovStmt) event_stmt = stmt ? ggov_db_prepare (db, SQL_EVENTS, error) : NULL;
  g_autoptr(GgovDraft) plan = event_stmt ? read_plan (db, query, error) : NULL;
  Events events = { event_stmt, GGOV_DB_ERROR };
  GgovDbStep step;

  if (!bind (stmt, query) || !bind (event_stmt, query) || (query->plan_id != 0 && plan == NULL))
    return NULL;

  events.step = ggov_stmt_step (event_stmt, error);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_autoptr(GPtrArray) own = take_events (&events, ggov_stmt_get_int (stmt, ID), error);

      if (own == NULL)
        return NULL;
      add_issue (replay, plan, stmt, own);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&replay) : NULL;
}

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GgovReplay *replay = read_replay (db, g_task_get_task_data (task), &error);

  if (replay)
    g_task_return_pointer (task, replay, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_read_replay_async (GgovStore           *self,
                              gint64               from,
                              gint64               to,
                              gint64               now,
                              gint64               plan_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  const Query query = { from, to, now, plan_id };

  _ggov_store_call (self, ggov_store_read_replay_async, read_job, g_memdup2 (&query, sizeof query),
                    g_free, cancellable, callback, user_data);
}

GgovReplay *
ggov_store_read_replay_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
