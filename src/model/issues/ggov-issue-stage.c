/* ggov-issue-stage.c: the links an issue passes through, what is done with it, and their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issue-stage.h"
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
  [GGOV_ISSUE_DUPLICATE] = { "duplicate", NC_("issue move", "Mark as duplicate") },
  [GGOV_ISSUE_REOPEN] = { "reopen", NC_("issue move", "Reopen"), TRUE },
  [GGOV_ISSUE_REMIND] = { "remind", NC_("issue move", "Reminder") },
  [GGOV_ISSUE_NOTICE] = { "notice", NC_("issue move", "Reminder notice") },
  [GGOV_ISSUE_CRITICISE] = { "criticise", NC_("issue move", "Criticism") },
  [GGOV_ISSUE_REPORT_UP] = { "report-up", NC_("issue move", "Report upward") },
  [GGOV_ISSUE_BEGIN_STRAND] = { "strand", NC_("issue move", "Strand begun") },
  [GGOV_ISSUE_END_STRAND] = { "strand-done", NC_("issue move", "Strand done") },
  [GGOV_ISSUE_DROP_STRAND] = { "strand-drop", NC_("issue move", "Strand given up") },
  [GGOV_ISSUE_ADD_REPORTER] = { "reporter", NC_("issue move", "Another reporter") },
  [GGOV_ISSUE_TAKE_OVER] = { "take-over", NC_("issue move", "Duplicate joined") },
  [GGOV_ISSUE_SUMMON] = { "summon", NC_("issue move", "Summoned") },
  [GGOV_ISSUE_ARRIVE] = { "arrive", NC_("issue move", "Summons answered") },
};

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

gboolean
ggov_issue_move_is_beside (GgovIssueMove move)
{
  return move > GGOV_ISSUE_REOPEN;
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
