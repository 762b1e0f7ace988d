/* ggov-issue-flow.c: the links an issue passes through, and how it moves between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-flow.h"
#include "ggov-model-error.h"

/* A stage has one move that brings it on, its first here; where two moves lead to the same stage,
 * the first is the one a dragged card means. */
static const struct
{
  GgovIssueStage from;
  GgovIssueMove  move;
  GgovIssueStage to;
} table[] = {
  { GGOV_ISSUE_COLLECTED, GGOV_ISSUE_FILE, GGOV_ISSUE_FILED },
  { GGOV_ISSUE_COLLECTED, GGOV_ISSUE_REFUSE, GGOV_ISSUE_VOID },
  { GGOV_ISSUE_COLLECTED, GGOV_ISSUE_ANNUL, GGOV_ISSUE_VOID },
  { GGOV_ISSUE_COLLECTED, GGOV_ISSUE_DUPLICATE, GGOV_ISSUE_VOID },

  { GGOV_ISSUE_FILED, GGOV_ISSUE_DISPATCH, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_FILED, GGOV_ISSUE_RETURN, GGOV_ISSUE_COLLECTED },
  { GGOV_ISSUE_FILED, GGOV_ISSUE_ANNUL, GGOV_ISSUE_VOID },
  { GGOV_ISSUE_FILED, GGOV_ISSUE_DUPLICATE, GGOV_ISSUE_VOID },

  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_ACCEPT, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_RETURN, GGOV_ISSUE_FILED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_REFUSE, GGOV_ISSUE_FILED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_TRANSFER, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_SUSPEND, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_RESUME, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_EXTEND, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_ANNUL, GGOV_ISSUE_VOID },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_DUPLICATE, GGOV_ISSUE_VOID },

  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_REPORT_BACK, GGOV_ISSUE_REPORTED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_TRANSFER, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_RETURN, GGOV_ISSUE_FILED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_SUSPEND, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_RESUME, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_EXTEND, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_ANNUL, GGOV_ISSUE_VOID },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_DUPLICATE, GGOV_ISSUE_VOID },

  { GGOV_ISSUE_REPORTED, GGOV_ISSUE_VERIFY_PASS, GGOV_ISSUE_VERIFIED },
  { GGOV_ISSUE_REPORTED, GGOV_ISSUE_REWORK, GGOV_ISSUE_HANDLED },

  { GGOV_ISSUE_VERIFIED, GGOV_ISSUE_CLOSE, GGOV_ISSUE_CLOSED },
  { GGOV_ISSUE_VERIFIED, GGOV_ISSUE_REWORK, GGOV_ISSUE_HANDLED },

  { GGOV_ISSUE_CLOSED, GGOV_ISSUE_EVALUATE, GGOV_ISSUE_EVALUATED },
  { GGOV_ISSUE_CLOSED, GGOV_ISSUE_REWORK, GGOV_ISSUE_HANDLED },

  { GGOV_ISSUE_EVALUATED, GGOV_ISSUE_REOPEN, GGOV_ISSUE_HANDLED },

  { GGOV_ISSUE_VOID, GGOV_ISSUE_REOPEN, GGOV_ISSUE_COLLECTED },
};

/* The move that ends a suspension, and what else one can do in it. */
static gboolean
fits_suspension (const GgovIssueState *state,
                 GgovIssueMove         move)
{
  if (state->suspended)
    return move == GGOV_ISSUE_RESUME || move == GGOV_ISSUE_ANNUL || move == GGOV_ISSUE_DUPLICATE;

  return move != GGOV_ISSUE_RESUME;
}

static gboolean
find_row (const GgovIssueState *state,
          GgovIssueMove         move,
          guint                *row)
{
  if (!fits_suspension (state, move))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].from == state->stage && table[i].move == move)
      {
        *row = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
ggov_issue_flow_apply (GgovIssueState  *state,
                       GgovIssueMove    move,
                       GError         **error)
{
  guint row;

  g_return_val_if_fail (state != NULL && (guint) state->stage < GGOV_ISSUE_N_STAGES, FALSE);
  g_return_val_if_fail ((guint) move < GGOV_ISSUE_N_MOVES, FALSE);

  if (!find_row (state, move, &row))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_STATE,
                   "“%s” is not possible in stage “%s”%s", ggov_issue_move_get_code (move),
                   ggov_issue_stage_get_code (state->stage),
                   state->suspended ? ", suspended" : "");
      return FALSE;
    }

  state->stage = table[row].to;
  state->suspended = move == GGOV_ISSUE_SUSPEND;
  return TRUE;
}

gboolean
ggov_issue_flow_allows (const GgovIssueState *state,
                        GgovIssueMove         move)
{
  guint row;

  g_return_val_if_fail (state != NULL, FALSE);

  return find_row (state, move, &row);
}

gboolean
ggov_issue_flow_find_move (const GgovIssueState *state,
                           GgovIssueStage        stage,
                           GgovIssueMove        *move)
{
  g_return_val_if_fail (state != NULL, FALSE);
  g_return_val_if_fail (move != NULL, FALSE);

  for (guint i = 0; stage != state->stage && i < G_N_ELEMENTS (table); i++)
    if (table[i].from == state->stage && table[i].to == stage &&
        fits_suspension (state, table[i].move))
      {
        *move = table[i].move;
        return TRUE;
      }

  return FALSE;
}

gboolean
ggov_issue_flow_get_main_move (const GgovIssueState *state,
                               GgovIssueMove        *move)
{
  g_return_val_if_fail (state != NULL, FALSE);
  g_return_val_if_fail (move != NULL, FALSE);

  if (state->suspended)
    {
      *move = GGOV_ISSUE_RESUME;
      return TRUE;
    }

  if (state->stage == GGOV_ISSUE_EVALUATED || state->stage == GGOV_ISSUE_VOID)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].from == state->stage)
      {
        *move = table[i].move;
        return TRUE;
      }

  return FALSE;
}
