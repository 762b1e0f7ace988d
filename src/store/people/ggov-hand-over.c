/* ggov-hand-over.c: open issues go from the holder of a post to somebody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-hand-over-private.h"
#include "ggov-issue-flow.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-plans-private.h"
#include "ggov-store-move-issue.h"
#include "ggov-write-issues.h"

#define SQL_OPEN \
  "SELECT i.id FROM post p JOIN issue i ON i.handler_id = p.person_id " \
  "LEFT JOIN grid g ON g.id = " GGOV_SQL_PRESENT_GRID ("i", "$2") " " \
  "LEFT JOIN unit u ON u.id = p.unit_id WHERE p.id = $1 AND " GGOV_SQL_ISSUE_IS_OPEN ("i") " " \
  "AND (p.sub_district_id IS NOT NULL " \
  "OR g.id = coalesce (" GGOV_SQL_SUCCESSOR ("p.grid_id", "$2") ", p.grid_id) OR g.community_id = p.community_id " \
  "OR i.building_id = coalesce (p.building_id, u.building_id)) ORDER BY i.id"

static GArray *
list_open (GgovChange  *change,
           gint64       post_id,
           GError     **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (change->at));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_OPEN, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, post_id);
  ggov_stmt_bind_text (stmt, 2, day);

  return ggov_stmt_list_ints (stmt, error);
}

/* Where the flow knows no transfer, as while it is suspended, its stage stays what it is. */
static gboolean
hand_over_as_it_is (GgovChange           *change,
                    const GgovIssueStep  *step,
                    GgovIssueStage        stage,
                    GError              **error)
{
  const GgovColumn columns[] = { GGOV_ID ("handler_id", step->handler_id) };
  const GgovIssueEventRecord event = {
    .issue_id = step->issue_id,
    .at = change->at,
    .move = ggov_issue_move_get_code (step->move),
    .from_stage = ggov_issue_stage_get_code (stage),
    .to_stage = ggov_issue_stage_get_code (stage),
    .person_id = step->handler_id,
    .note = step->note,
  };

  return ggov_change_add_issue_event (change, &event, error) != 0 &&
         _ggov_change_update (change, "issue", step->issue_id, -1, columns, G_N_ELEMENTS (columns),
                              error);
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
  if (!ggov_issue_flow_allows (state, step->move))
    return hand_over_as_it_is (change, step, state->stage, error);

  return ggov_change_move_issue (change, step, error);
}

gboolean
_ggov_hand_over_issues (GgovChange  *change,
                        gint64       post_id,
                        gint64       to_person_id,
                        const char  *note,
                        GError     **error)
{
  g_autoptr(GArray) issues = list_open (change, post_id, error);

  for (guint i = 0; issues && i < issues->len; i++)
    {
      const GgovIssueStep step = {
        .issue_id = g_array_index (issues, gint64, i),
        .row_version = -1,
        .move = GGOV_ISSUE_TRANSFER,
        .handler_id = to_person_id,
        .note = note && *note ? note : _("Handed over with the post."),
        /* A full board is no reason for somebody to stay. */
        .pass_reason = _("the post changes hands"),
      };

      if (!hand_over (change, &step, error))
        return FALSE;
    }

  return issues != NULL;
}
