/* ggov-store-move-issue.h: moving an issue on, within the rules of its flow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-issue-stage.h"
#include "ggov-store-papers.h"

G_BEGIN_DECLS

/**
 * GgovIssueStep:
 * @row_version: the version the user saw, or -1 for whatever is there now
 * @note: (nullable): the reason, where the move needs one
 * @handler_id: who is sent, or 0: then a dispatch finds who answers for the case type on the grid
 * @granted: (nullable): how much time an extension gives: 4h, 7d or 3cd
 * @pass_reason: (nullable): why a limit of the board may be passed; kept with the note where one is
 * @measure_count: how many places were put right, where closing asks for it; 0 keeps what is known
 * @measure_area_cm2: how much was, likewise
 * @duplicate_of_id: the issue that it is a duplicate of, where it is marked as one
 * @at: when, seconds since 1970-01-01T00:00:00Z, not before the step before; 0 for now
 * @papers: (array length=n_papers) (nullable): photos and papers that show it
 *
 * One thing to be done with an issue.
 */
typedef struct
{
  gint64         issue_id;
  gint64         row_version;
  GgovIssueMove  move;
  const char    *note;
  gint64         handler_id;
  const char    *granted;
  const char    *pass_reason;
  int            measure_count;
  gint64         measure_area_cm2;
  gint64         duplicate_of_id;
  gint64         at;

  const GgovPaper *papers;
  guint            n_papers;
} GgovIssueStep;

/**
 * ggov_store_move_issue_async:
 * @step: copied
 *
 * Does one thing with an issue, as one change: its stage, its event with what shows it, its deadline
 * and those of its strands. A dispatch starts the limit of its case type, a suspension stops it, an
 * extension lengthens it. Strands that are open keep it from being closed, and end where it ends
 * without result. Who reported a duplicate joins the other issue, until it is reopened.
 *
 * What the flow does not allow, a missing reason, an extension without a length or after expiry,
 * and a closing without what its case type asks to be measured are GGOV_STORE_ERROR_REFUSED with a
 * translated sentence; what passes a limit of the board without a reason is
 * GGOV_STORE_ERROR_CROWDED with one; an issue that has moved on meanwhile is GGOV_STORE_ERROR_CONFLICT. End
 * with ggov_store_change_finish().
 */
void     ggov_store_move_issue_async (GgovStore            *self,
                                      const GgovIssueStep  *step,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/* The same within a change that is open already. */
gboolean ggov_change_move_issue      (GgovChange           *change,
                                      const GgovIssueStep  *step,
                                      GError              **error);

G_END_DECLS
