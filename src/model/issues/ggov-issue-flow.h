/* ggov-issue-flow.h: the links an issue passes through, and how it moves between them
 *
 * Seven links (collect, file, dispatch, handle, report back, verify and close, evaluate), with the
 * ways round them: return, refuse, transfer, suspend, extend, rework, void, duplicate, reopen. The
 * moves are a table; the records have the same one, so that no other step can be written there.
 *
 * Source: GB/T 30428, the management flow of unit-grid cases.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-stage.h"

G_BEGIN_DECLS

/**
 * GgovIssueState:
 * @stage: the last link passed
 * @suspended: whether its clock stands still; only in the stages "dispatch" and "handle"
 */
typedef struct
{
  GgovIssueStage stage;
  gboolean       suspended;
} GgovIssueState;

/**
 * ggov_issue_flow_apply:
 * @state: (inout): where the issue is, and then where it has come to
 * @move: what is to be done
 * @error: return location for a GgovModelError (STATE), or NULL
 *
 * A suspended issue can only be resumed, annulled or found to be a duplicate.
 *
 * Returns: TRUE, or FALSE with @error set and @state left as it was
 */
gboolean     ggov_issue_flow_apply          (GgovIssueState        *state,
                                             GgovIssueMove          move,
                                             GError               **error);

/**
 * ggov_issue_flow_allows:
 * @state: where the issue is
 * @move: what is to be done
 *
 * Returns: whether ggov_issue_flow_apply() would succeed
 */
gboolean     ggov_issue_flow_allows         (const GgovIssueState  *state,
                                             GgovIssueMove          move);

/**
 * ggov_issue_flow_find_move:
 * @state: where the issue is
 * @stage: where it is wanted, another stage
 * @move: (out): the move that brings it there in one step
 *
 * For a card that is dragged to another column.
 *
 * Returns: TRUE, or FALSE where no single move does, with @move left as it was
 */
gboolean     ggov_issue_flow_find_move      (const GgovIssueState  *state,
                                             GgovIssueStage         stage,
                                             GgovIssueMove         *move);

/**
 * ggov_issue_flow_get_main_move:
 * @state: where the issue is
 * @move: (out): the move that brings it on; resuming, where it is suspended
 *
 * Returns: TRUE, or FALSE at the end of the way, with @move left as it was
 */
gboolean     ggov_issue_flow_get_main_move  (const GgovIssueState  *state,
                                             GgovIssueMove         *move);

G_END_DECLS
