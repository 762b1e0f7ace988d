/* ggov-hand-over.c: open issues and strands go from the holder of a post to somebody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-hand-over-private.h"
#include "ggov-issue-flow.h"
#include "ggov-issue-kind.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-plans-private.h"
#include "ggov-store-move-issue.h"
#include "ggov-write-issues.h"

/* Of the issues @joined to the holder p of post $1, those at its place on day $2. */
#define SQL_AT_POST(columns, joined) \
  "SELECT " columns " FROM post p " joined \
  "LEFT JOIN grid g ON g.id = " GGOV_SQL_PRESENT_GRID ("i", "$2") " " \
  "LEFT JOIN unit u ON u.id = p.unit_id WHERE p.id = $1 AND " GGOV_SQL_ISSUE_IS_OPEN ("i") " " \
  "AND (p.sub_district_id IS NOT NULL " \
  "OR g.id = coalesce (" GGOV_SQL_SUCCESSOR ("p.grid_id", "$2") ", p.grid_id) OR g.community_id = p.community_id " \
  "OR i.building_id = coalesce (p.building_id, u.building_id)) ORDER BY i.id"
#define SQL_OPEN SQL_AT_POST ("i.id", "JOIN issue i ON i.handler_id = p.person_id ")
#define SQL_STRANDS \
  SQL_AT_POST ("s.id, s.lane, i.id, i.stage", \
               "JOIN issue_strand s ON s.handler_id = p.person_id AND s.ended_at IS NULL " \
               "JOIN issue i ON i.id = s.issue_id ")

static GgovStmt *
ask (GgovChange  *change,
     const char  *sql,
     gint64       post_id,
     GError     **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (change->at));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, post_id);
  ggov_stmt_bind_text (stmt, 2, day);

  return g_steal_pointer (&stmt);
}

static GArray *
list_open (GgovChange  *change,
           gint64       post_id,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ask (change, SQL_OPEN, post_id, error);

  return stmt ? ggov_stmt_list_ints (stmt, error) : NULL;
}

/* Gives a row of issues or strands to somebody else, where it is.
 * @stage: the issue's, as records have it */
static gboolean
hand_row_over (GgovChange           *change,
               const GgovIssueStep  *step,
               const char           *stage,
               const char           *table,
               gint64                id,
               GError              **error)
{
  const GgovColumn columns[] = { GGOV_ID ("handler_id", step->handler_id) };
  const GgovIssueEventRecord event = {
    .issue_id = step->issue_id,
    .at = change->at,
    .move = ggov_issue_move_get_code (step->move),
    .from_stage = stage,
    .to_stage = stage,
    .person_id = step->handler_id,
    .note = step->note,
  };

  return ggov_change_add_issue_event (change, &event, error) != 0 &&
         _ggov_change_update (change, table, id, -1, columns, G_N_ELEMENTS (columns), error);
}

static gboolean
hand_over (GgovChange           *change,
           const GgovIssueStep  *step,
           GError              **error)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_find (change->db, step->issue_id, error);
  const GgovIssueState *state;

  if (issue == NULL)
    return FALSE;

  state = &ggov_issue_get_fields (issue)->state;
  /* Where the flow knows no transfer, as while it is suspended, its stage stays what it is. */
  if (!ggov_issue_flow_allows (state, step->move))
    return hand_row_over (change, step, ggov_issue_stage_get_code (state->stage), "issue",
                          step->issue_id, error);

  return ggov_change_move_issue (change, step, error);
}

/* An open strand of an issue. */
typedef struct
{
  gint64   id;
  gint64   issue_id;
  GgovLane lane;
  char    *stage; /* of the issue */
} Strand;

static void
strand_clear (gpointer data)
{
  g_free (((Strand *) data)->stage);
}

static GArray *
list_strands (GgovChange  *change,
              gint64       post_id,
              GError     **error)
{
  g_autoptr(GArray) strands = g_array_new (FALSE, FALSE, sizeof (Strand));
  g_autoptr(GgovStmt) stmt = ask (change, SQL_STRANDS, post_id, error);
  GgovDbStep step;

  g_array_set_clear_func (strands, strand_clear);
  if (stmt == NULL)
    return NULL;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      Strand strand = { ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 2) };

      if (!ggov_lane_from_code (ggov_stmt_get_text (stmt, 1), &strand.lane, error))
        return NULL;
      strand.stage = g_strdup (ggov_stmt_get_text (stmt, 3));
      g_array_append_val (strands, strand);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&strands) : NULL;
}

/* A strand keeps its clock, whoever has it. */
static gboolean
hand_strands_over (GgovChange           *change,
                   const GgovIssueStep  *order,
                   gint64                post_id,
                   GError              **error)
{
  g_autoptr(GArray) strands = list_strands (change, post_id, error);

  for (guint i = 0; strands && i < strands->len; i++)
    {
      const Strand *strand = &g_array_index (strands, Strand, i);
      /* Translators: the lane of a strand, and why somebody else has it now */
      g_autofree char *note = g_strdup_printf (_("Strand of “%1$s”: %2$s"),
                                               ggov_lane_get_label (strand->lane), order->note);
      GgovIssueStep step = *order;

      step.issue_id = strand->issue_id;
      step.note = note;
      if (!hand_row_over (change, &step, strand->stage, "issue_strand", strand->id, error))
        return FALSE;
    }

  return strands != NULL;
}

gboolean
_ggov_hand_over_issues (GgovChange  *change,
                        gint64       post_id,
                        gint64       to_person_id,
                        const char  *note,
                        GError     **error)
{
  g_autoptr(GArray) issues = list_open (change, post_id, error);
  GgovIssueStep step = {
    .row_version = -1,
    .move = GGOV_ISSUE_TRANSFER,
    .handler_id = to_person_id,
    .note = note && *note ? note : _("Handed over with the post."),
    /* A full board is no reason for somebody to stay. */
    .pass_reason = _("the post changes hands"),
  };

  for (guint i = 0; issues && i < issues->len; i++)
    {
      step.issue_id = g_array_index (issues, gint64, i);
      if (!hand_over (change, &step, error))
        return FALSE;
    }

  return issues != NULL && hand_strands_over (change, &step, post_id, error);
}
