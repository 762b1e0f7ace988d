/* ggov-issue-flow.c: the links an issue passes through, and how it moves between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issue-flow.h"
#include "ggov-model-error.h"

#define N_STAGES GGOV_ISSUE_N_STAGES
#define N_MOVES  GGOV_ISSUE_N_MOVES

static const struct
{
  const char *code;
  const char *label;
} stages[N_STAGES] = {
  [GGOV_ISSUE_COLLECTED] = { "collect", NC_("issue stage", "Collected") },
  [GGOV_ISSUE_FILED] = { "file", NC_("issue stage", "Filed") },
  [GGOV_ISSUE_DISPATCHED] = { "dispatch", NC_("issue stage", "Dispatched") },
  [GGOV_ISSUE_HANDLED] = { "handle", NC_("issue stage", "In hand") },
  [GGOV_ISSUE_REPORTED] = { "report-back", NC_("issue stage", "Reported back") },
  [GGOV_ISSUE_VERIFIED] = { "verify", NC_("issue stage", "Verified") },
  [GGOV_ISSUE_CLOSED] = { "closed", NC_("issue stage", "Closed") },
  [GGOV_ISSUE_EVALUATED] = { "evaluated", NC_("issue stage", "Evaluated") },
  [GGOV_ISSUE_VOID] = { "void", NC_("issue stage", "Void") },
};

static const struct
{
  const char *code;
  const char *label;
  gboolean    needs_reason;
} moves[N_MOVES] = {
  [GGOV_ISSUE_FILE] = { "file", NC_("issue move", "File") },
  [GGOV_ISSUE_DISPATCH] = { "dispatch", NC_("issue move", "Dispatch") },
  [GGOV_ISSUE_ACCEPT] = { "accept", NC_("issue move", "Take up") },
  [GGOV_ISSUE_REPORT_BACK] = { "report-back", NC_("issue move", "Report back") },
  [GGOV_ISSUE_VERIFY_PASS] = { "verify-pass", NC_("issue move", "Verify") },
  [GGOV_ISSUE_CLOSE] = { "close", NC_("issue move", "Close") },
  [GGOV_ISSUE_EVALUATE] = { "evaluate", NC_("issue move", "Evaluate") },
  [GGOV_ISSUE_RETURN] = { "return", NC_("issue move", "Return"), TRUE },
  [GGOV_ISSUE_REFUSE] = { "refuse", NC_("issue move", "Refuse"), TRUE },
  [GGOV_ISSUE_TRANSFER] = { "transfer", NC_("issue move", "Transfer"), TRUE },
  [GGOV_ISSUE_SUSPEND] = { "suspend", NC_("issue move", "Suspend"), TRUE },
  [GGOV_ISSUE_RESUME] = { "resume", NC_("issue move", "Resume") },
  [GGOV_ISSUE_EXTEND] = { "extend", NC_("issue move", "Extend"), TRUE },
  [GGOV_ISSUE_REWORK] = { "rework", NC_("issue move", "Send back for rework"), TRUE },
  [GGOV_ISSUE_ANNUL] = { "void", NC_("issue move", "Void"), TRUE },
  [GGOV_ISSUE_REOPEN] = { "reopen", NC_("issue move", "Reopen"), TRUE },
};

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

  { GGOV_ISSUE_FILED, GGOV_ISSUE_DISPATCH, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_FILED, GGOV_ISSUE_RETURN, GGOV_ISSUE_COLLECTED },
  { GGOV_ISSUE_FILED, GGOV_ISSUE_ANNUL, GGOV_ISSUE_VOID },

  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_ACCEPT, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_RETURN, GGOV_ISSUE_FILED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_REFUSE, GGOV_ISSUE_FILED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_TRANSFER, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_SUSPEND, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_RESUME, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_EXTEND, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_DISPATCHED, GGOV_ISSUE_ANNUL, GGOV_ISSUE_VOID },

  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_REPORT_BACK, GGOV_ISSUE_REPORTED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_TRANSFER, GGOV_ISSUE_DISPATCHED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_RETURN, GGOV_ISSUE_FILED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_SUSPEND, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_RESUME, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_EXTEND, GGOV_ISSUE_HANDLED },
  { GGOV_ISSUE_HANDLED, GGOV_ISSUE_ANNUL, GGOV_ISSUE_VOID },

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
    return move == GGOV_ISSUE_RESUME || move == GGOV_ISSUE_ANNUL;

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

  g_return_val_if_fail (state != NULL && (guint) state->stage < N_STAGES, FALSE);
  g_return_val_if_fail ((guint) move < N_MOVES, FALSE);

  if (!find_row (state, move, &row))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_STATE,
                   "“%s” is not possible in stage “%s”%s", moves[move].code,
                   stages[state->stage].code, state->suspended ? ", suspended" : "");
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

gboolean
ggov_issue_stage_is_open (GgovIssueStage stage)
{
  return stage < GGOV_ISSUE_CLOSED;
}

gboolean
ggov_issue_move_needs_reason (GgovIssueMove move)
{
  g_return_val_if_fail ((guint) move < N_MOVES, FALSE);

  return moves[move].needs_reason;
}

const char *
ggov_issue_stage_get_code (GgovIssueStage stage)
{
  g_return_val_if_fail ((guint) stage < N_STAGES, NULL);

  return stages[stage].code;
}

gboolean
ggov_issue_stage_from_code (const char      *code,
                            GgovIssueStage  *stage,
                            GError         **error)
{
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (stage != NULL, FALSE);

  for (guint i = 0; i < N_STAGES; i++)
    if (g_str_equal (code, stages[i].code))
      {
        *stage = i;
        return TRUE;
      }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               "“%s” is not a stage of an issue", code);
  return FALSE;
}

const char *
ggov_issue_stage_get_label (GgovIssueStage stage)
{
  g_return_val_if_fail ((guint) stage < N_STAGES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "issue stage", stages[stage].label);
}

const char *
ggov_issue_move_get_code (GgovIssueMove move)
{
  g_return_val_if_fail ((guint) move < N_MOVES, NULL);

  return moves[move].code;
}

gboolean
ggov_issue_move_from_code (const char     *code,
                           GgovIssueMove  *move,
                           GError        **error)
{
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (move != NULL, FALSE);

  for (guint i = 0; i < N_MOVES; i++)
    if (g_str_equal (code, moves[i].code))
      {
        *move = i;
        return TRUE;
      }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               "“%s” is not something done with an issue", code);
  return FALSE;
}

const char *
ggov_issue_move_get_label (GgovIssueMove move)
{
  g_return_val_if_fail ((guint) move < N_MOVES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "issue move", moves[move].label);
}
