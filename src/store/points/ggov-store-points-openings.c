/* ggov-store-points-openings.c: balances of paper books become opening entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-points-rules-private.h"
#include "ggov-store-points-openings.h"
#include "ggov-store-points-views.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

#define SQL_RULE "SELECT id FROM points_rule WHERE code = '" GGOV_POINTS_OPENING "' ORDER BY version"
#define SQL_PERSON \
  "SELECT count (*), max (id) FROM person WHERE merged_into_id IS NULL " \
  "AND ($1 = '' OR phone = $1) AND ($2 = '' OR name = $2)"
#define SQL_OPENED \
  "SELECT e.points FROM points_transfer t JOIN points_entry e ON e.transfer_id = t.id AND e.points > 0 " \
  "WHERE t.rule_id = $1 AND t.source = $2 AND " GGOV_POINTS_STANDS ("t")

/* What is written. It belongs to the task that the caller is answered by. */
typedef struct
{
  GPtrArray *openings; /* (element-type GgovPointsOpening) */
  gint64     at;
  gboolean   is_rehearsal;
  GPtrArray *problems; /* (element-type GgovPointsOpeningProblem) */
  guint      n_written;
  guint      n_same;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_ptr_array_unref (run->openings);
  g_clear_pointer (&run->problems, g_ptr_array_unref);
  g_free (run);
}

void
ggov_points_opening_free (gpointer opening)
{
  GgovPointsOpening *self = opening;

  g_free (self->name);
  g_free (self->phone);
  g_free (self);
}

void
ggov_points_opening_problem_free (gpointer problem)
{
  g_free (((GgovPointsOpeningProblem *) problem)->sentence);
  g_free (problem);
}

/* The rule that such entries have: made by the first. */
static gint64
find_rule (GgovChange  *change,
           gint64       at,
           GError     **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (at));
  const GgovPointsRuleRecord record = {
    .code = GGOV_POINTS_OPENING, .activity = "Balance carried over from paper", .activity_zh = "纸质积分结转",
    .points = 1, .valid_from = day, .valid_to = day,
  };
  gint64 id = 0;

  if (!ggov_db_query_int (change->db, SQL_RULE, &id, error))
    return 0;

  return id != 0 ? id : ggov_change_add_points_rule (change, &record, error);
}

static gboolean
find_person (GgovChange               *change,
             const GgovPointsOpening  *opening,
             gint64                   *person_id,
             GError                  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PERSON, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, opening->phone);
  ggov_stmt_bind_text (stmt, 2, opening->name);
  if (!_ggov_points_ask (stmt, "person", error))
    return FALSE;
  *person_id = ggov_stmt_get_int (stmt, 1);
  if (ggov_stmt_get_int (stmt, 0) == 0)
    return _ggov_points_refuse (error, _("Nobody of this name and phone is known."));

  return ggov_stmt_get_int (stmt, 0) == 1 ||
         _ggov_points_refuse (error, _("Several people are called so. Write the phone as well."));
}

/* Those that somebody has already, 0 if none. */
static gboolean
find_opened (GgovChange  *change,
             gint64       rule_id,
             const char  *source,
             gint64      *points,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_OPENED, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, rule_id);
  ggov_stmt_bind_text (stmt, 2, source);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *points = ggov_stmt_get_int (stmt, 0);

  return step != GGOV_DB_ERROR;
}

static gboolean
write_one (GgovChange               *change,
           Run                      *run,
           gint64                    rule_id,
           const GgovPointsOpening  *opening,
           GError                  **error)
{
  gint64 person_id, from, to, opened = 0;
  g_autofree char *source = NULL;

  if (opening->points <= 0)
    return _ggov_points_refuse (error, _("Points are a whole number, 1 or more."));
  if (!find_person (change, opening, &person_id, error))
    return FALSE;

  source = g_strdup_printf (GGOV_POINTS_OPENING "/%" G_GINT64_FORMAT, person_id);
  if (!find_opened (change, rule_id, source, &opened, error))
    return FALSE;
  if (opened == opening->points)
    {
      run->n_same++;
      return TRUE;
    }
  if (opened != 0)
    return _ggov_points_refuse (error, _("Another balance was carried over for this person already. Reverse "
                                         "that first."));

  if (!(from = _ggov_points_open_account (change, "issue", 0, error)) ||
      !(to = _ggov_points_open_account (change, "person", person_id, error)))
    return FALSE;
  run->n_written++;

  return _ggov_points_move (change, &(GgovPointsTransfer) {
           .kind = "earn", .at = run->at, .rule_id = rule_id, .source = source }, from, to,
         opening->points, error) != 0;
}

static gboolean
write_openings (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  Run *run = g_task_get_task_data (data);
  const gint64 rule_id = find_rule (change, run->at, error);

  if (rule_id == 0)
    return FALSE;
  if (run->is_rehearsal)
    ggov_change_set_rehearsal (change);

  for (guint i = 0; i < run->openings->len; i++)
    {
      const GgovPointsOpening *opening = run->openings->pdata[i];
      g_autoptr(GError) problem = NULL;
      GgovPointsOpeningProblem *told;

      if (!ggov_change_check_cancelled (change, error))
        return FALSE;
      if (write_one (change, run, rule_id, opening, &problem))
        continue;
      if (!g_error_matches (problem, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED))
        return g_propagate_error (error, g_steal_pointer (&problem)), FALSE;

      told = g_new0 (GgovPointsOpeningProblem, 1);
      told->row = opening->row;
      told->sentence = g_strdup (problem->message);
      g_ptr_array_add (run->problems, told);
    }

  return TRUE;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_open_balances_async (GgovStore           *self,
                                GPtrArray           *openings,
                                gint64               at,
                                gboolean             is_rehearsal,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->openings = g_ptr_array_ref (openings);
  run->at = at;
  run->is_rehearsal = is_rehearsal;
  run->problems = g_ptr_array_new_with_free_func (ggov_points_opening_problem_free);
  g_task_set_source_tag (task, ggov_store_open_balances_async);
  g_task_set_task_data (task, run, run_free);
  g_task_set_check_cancellable (task, FALSE);
  ggov_store_change_async (self, N_("Carry over points from paper"), "", write_openings,
                           g_object_ref (task), g_object_unref, cancellable, written_cb, task);
}

GPtrArray *
ggov_store_open_balances_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 guint         *n_written,
                                 guint         *n_same,
                                 GError       **error)
{
  Run *run;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  run = g_task_get_task_data (G_TASK (result));
  *n_written = run->n_written;
  *n_same = run->n_same;

  return g_steal_pointer (&run->problems);
}
