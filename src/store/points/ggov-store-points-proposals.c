/* ggov-store-points-proposals.c: awards that are proposed, and those who confirm them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-points-proposals-private.h"
#include "ggov-points-rule.h"
#include "ggov-store-points-proposals.h"
#include "ggov-typed-text.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

/* Whether who proposed it cannot confirm it. */
#define SECOND "CASE WHEN p.points > r.approve_above THEN 1 ELSE 0 END"

#define SQL_LIST \
  "SELECT p.id, p.person_id, p.rule_id, p.at, p.minutes, p.points, " SECOND ", " \
  "coalesce (p.transfer_id, 0), n.name, r.activity, r.activity_zh, r.code, coalesce (p.source, ''), p.note, p.evidence, coalesce (p.notice_to, ''), " \
  "p.state, p.proposed_by, p.decided_by, p.reason FROM points_proposal p " \
  "JOIN points_rule r ON r.id = p.rule_id JOIN person n ON n.id = p.person_id " \
  "WHERE ($1 IS NULL OR p.state = $1) " \
  "ORDER BY CASE WHEN p.state = 'proposed' THEN p.at ELSE -p.at END, p.id LIMIT $2"
#define SQL_ONE \
  "SELECT p.state, p.person_id, p.rule_id, p.at, p.minutes, coalesce (p.source, ''), p.note, " \
  "coalesce (p.notice_to, ''), p.proposed_by, " SECOND ", n.name " \
  "FROM points_proposal p JOIN points_rule r ON r.id = p.rule_id " \
  "JOIN person n ON n.id = p.person_id WHERE p.id = $1"

/* Reading --------------------------------------------------------------------------------------- */

static gpointer
make_proposal (GgovStmt *stmt)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (ggov_stmt_get_int (stmt, 3)));
  const GgovPointsProposalRecord record = {
    .id = ggov_stmt_get_int (stmt, 0),
    .person_id = ggov_stmt_get_int (stmt, 1),
    .rule_id = ggov_stmt_get_int (stmt, 2),
    .at = ggov_stmt_get_int (stmt, 3),
    .minutes = ggov_stmt_get_int (stmt, 4),
    .points = ggov_stmt_get_int (stmt, 5),
    .needs_second = ggov_stmt_get_int (stmt, 6),
    .transfer_id = ggov_stmt_get_int (stmt, 7),
    .person = ggov_stmt_get_text (stmt, 8),
    .activity = ggov_points_choose_name (ggov_stmt_get_text (stmt, 9), ggov_stmt_get_text (stmt, 10)),
    .code = ggov_stmt_get_text (stmt, 11),
    .day = day,
    .source = ggov_stmt_get_text (stmt, 12),
    .note = ggov_stmt_get_text (stmt, 13),
    .evidence = ggov_stmt_get_text (stmt, 14),
    .notice_to = ggov_stmt_get_text (stmt, 15),
    .state = ggov_stmt_get_text (stmt, 16),
    .proposed_by = ggov_stmt_get_text (stmt, 17),
    .decided_by = ggov_stmt_get_text (stmt, 18),
    .reason = ggov_stmt_get_text (stmt, 19),
  };

  return ggov_points_proposal_new (&record);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
  ggov_stmt_bind_int (stmt, 2, GGOV_POINTS_MAX_PROPOSALS);
  _ggov_store_return_rows (task, stmt, make_proposal);
}

/* Deciding -------------------------------------------------------------------------------------- */

/* What is decided, and what came of it. It belongs to the task that the caller is answered by. */
typedef struct
{
  GArray *ids;        /* (element-type gint64) */
  char   *decided_by;
  char   *refusal;    /* (nullable) */
  char   *today;
  guint   n_decided;
  char   *problem;    /* (nullable) */
} Decision;

static void
decision_free (gpointer data)
{
  Decision *self = data;

  g_array_unref (self->ids);
  g_free (self->decided_by);
  g_free (self->refusal);
  g_free (self->today);
  g_free (self->problem);
  g_free (self);
}

/* One of them, while it is written. */
typedef struct
{
  const Decision *decision;
  gint64          id;
} Part;

static gboolean
check_notice (const char  *notice_to,
              const char  *today,
              GError     **error)
{
  g_autofree char *sentence = NULL;

  if (*notice_to == '\0' || strcmp (notice_to, today) < 0)
    return TRUE;

  sentence = g_strdup_printf (_("Public notice runs until %s. Confirm it after that."), notice_to);

  return _ggov_points_refuse (error, sentence);
}

static gboolean
check_second (const Decision  *decision,
              const char      *proposed_by,
              gboolean         needs_second,
              GError         **error)
{
  return !needs_second || g_strcmp0 (decision->decided_by, proposed_by) != 0 ||
         _ggov_points_refuse (error, _("So many points are confirmed by somebody else than who proposed "
                                       "them."));
}

static gint64
award (GgovChange  *change,
       GgovStmt    *stmt,
       GError     **error)
{
  const char *source = ggov_stmt_get_text (stmt, 5);
  const GgovAwardRecord record = {
    .person_id = ggov_stmt_get_int (stmt, 1),
    .rule_id = ggov_stmt_get_int (stmt, 2),
    .at = ggov_stmt_get_int (stmt, 3),
    .minutes = ggov_stmt_get_int (stmt, 4),
    .source = *source ? source : NULL,
    .note = ggov_stmt_get_text (stmt, 6),
    .is_confirmed = TRUE,
  };

  return ggov_change_award (change, &record, error);
}

static gboolean
decide_one (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Part *part = data;
  const Decision *decision = part->decision;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ONE, error);
  gint64 transfer_id = 0;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, part->id);
  if (!_ggov_points_ask (stmt, "proposal", error))
    return FALSE;
  if (!g_str_equal (ggov_stmt_get_text (stmt, 0), "proposed"))
    return _ggov_points_refuse (error, _("This award was confirmed or refused already."));

  if (decision->refusal == NULL &&
      (!check_notice (ggov_stmt_get_text (stmt, 7), decision->today, error) ||
       !check_second (decision, ggov_stmt_get_text (stmt, 8), ggov_stmt_get_int (stmt, 9), error) ||
       !(transfer_id = award (change, stmt, error))))
    {
      g_prefix_error (error, "%s: ", ggov_stmt_get_text (stmt, 10));
      return FALSE;
    }

  return _ggov_change_update (change, "points_proposal", part->id, -1, (GgovColumn[]) {
           GGOV_TEXT ("state", decision->refusal ? "refused" : "confirmed"),
           GGOV_TEXT ("decided_by", decision->decided_by),
           GGOV_TEXT ("reason", decision->refusal ? decision->refusal : ""),
           GGOV_ID ("transfer_id", transfer_id),
         }, 4, error);
}

static gboolean
check_words (const Decision  *decision,
             GError         **error)
{
  if (ggov_typed_is_blank (decision->decided_by))
    return _ggov_points_refuse (error, _("Say who decides: the name is kept with the award."));

  return decision->refusal == NULL || !ggov_typed_is_blank (decision->refusal) ||
         _ggov_points_refuse (error, _("Say why it is refused: whoever proposed it wants to know."));
}

static gboolean
write_decision (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  Decision *self = g_task_get_task_data (data);

  if (!check_words (self, error))
    return FALSE;

  for (guint i = 0; i < self->ids->len; i++)
    {
      Part part = { self, g_array_index (self->ids, gint64, i) };
      g_autoptr(GError) problem = NULL;

      if (ggov_change_try (change, decide_one, &part, &problem))
        self->n_decided++;
      else if (!g_error_matches (problem, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED))
        return g_propagate_error (error, g_steal_pointer (&problem)), FALSE;
      else if (self->problem == NULL)
        self->problem = g_strdup (problem->message);
    }

  return self->n_decided > 0 || self->problem == NULL || _ggov_points_refuse (error, self->problem);
}

static void
decided_cb (GObject      *object,
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

/* Proposing ---------------------------------------------------------------------------------------- */

typedef struct
{
  int   from;       /* days since 1970-01-01 */
  int   to;
  guint n_proposed;
} Search;

static gboolean
write_wish (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  return _ggov_points_propose (change, data, error) != 0;
}

static void
wish_free (gpointer data)
{
  GgovPointsWish *wish = data;

  g_free ((char *) wish->source);
  g_free ((char *) wish->note);
  g_free ((char *) wish->evidence);
  g_free ((char *) wish->proposed_by);
  g_free ((char *) wish->today);
  g_free (wish);
}

static gboolean
write_search (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  Search *search = g_task_get_task_data (data);

  return _ggov_points_propose_all (change, search->from, search->to, &search->n_proposed, error);
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  gint64 id;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    g_task_return_int (task, id);
  else
    g_task_return_error (task, error);
}

/* Public ------------------------------------------------------------------------------------------- */

void
ggov_store_propose_award_async (GgovStore            *self,
                                const GgovPointsWish *wish,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  GgovPointsWish *copy;

  g_return_if_fail (wish != NULL);

  copy = g_memdup2 (wish, sizeof *wish);
  copy->source = g_strdup (wish->source);
  copy->note = g_strdup (wish->note);
  copy->evidence = g_strdup (wish->evidence);
  copy->proposed_by = g_strdup (wish->proposed_by);
  copy->today = g_strdup (wish->today);
  ggov_store_change_async (self, N_("Propose an award of points"), "", write_wish, copy, wish_free,
                           cancellable, callback, user_data);
}

void
ggov_store_propose_awards_async (GgovStore           *self,
                                 const char          *from,
                                 const char          *to,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  if (!ggov_local_day_parse (from, &search->from, NULL) ||
      !ggov_local_day_parse (to, &search->to, NULL))
    g_critical ("“%s” or “%s” is not a day", from, to);

  g_task_set_source_tag (task, ggov_store_propose_awards_async);
  g_task_set_task_data (task, search, g_free);
  g_task_set_check_cancellable (task, FALSE);
  ggov_store_change_async (self, N_("Propose awards of points"), to, write_search, g_object_ref (task),
                           g_object_unref, cancellable, searched_cb, task);
}

gboolean
ggov_store_propose_awards_finish (GgovStore     *self,
                                  GAsyncResult  *result,
                                  guint         *n_proposed,
                                  gint64        *change_id,
                                  GError       **error)
{
  g_autoptr(GError) problem = NULL;
  gint64 id;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  id = g_task_propagate_int (G_TASK (result), &problem);
  if (problem)
    return g_propagate_error (error, g_steal_pointer (&problem)), FALSE;

  *n_proposed = ((const Search *) g_task_get_task_data (G_TASK (result)))->n_proposed;
  if (change_id)
    *change_id = id;

  return TRUE;
}

void
ggov_store_list_points_proposals_async (GgovStore           *self,
                                        const char          *state,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_points_proposals_async, list_job, g_strdup (state), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_proposals_finish (GgovStore     *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_POINTS_PROPOSAL) : NULL;
}

void
ggov_store_decide_points_proposals_async (GgovStore           *self,
                                          const gint64        *ids,
                                          guint                n_ids,
                                          const char          *decided_by,
                                          const char          *refusal,
                                          const char          *today,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Decision *decision = g_new0 (Decision, 1);

  decision->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (decision->ids, ids, n_ids);
  decision->decided_by = g_strstrip (g_strdup (decided_by ? decided_by : ""));
  decision->refusal = g_strdup (refusal);
  decision->today = g_strdup (today);
  g_task_set_source_tag (task, ggov_store_decide_points_proposals_async);
  g_task_set_task_data (task, decision, decision_free);
  g_task_set_check_cancellable (task, FALSE);
  ggov_store_change_async (self, refusal ? N_("Refuse proposed awards") : N_("Confirm proposed awards"),
                           "", write_decision, g_object_ref (task), g_object_unref, cancellable,
                           decided_cb, task);
}

gboolean
ggov_store_decide_points_proposals_finish (GgovStore     *self,
                                           GAsyncResult  *result,
                                           guint         *n_decided,
                                           char         **problem,
                                           GError       **error)
{
  Decision *decision;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  decision = g_task_get_task_data (G_TASK (result));
  *n_decided = decision->n_decided;
  if (problem)
    *problem = g_steal_pointer (&decision->problem);

  return TRUE;
}
