/* ggov-issue-rules-private.h: what has to hold before something is done with an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issues-private.h"
#include "ggov-office-clock.h"
#include "ggov-store-move-issue.h"

G_BEGIN_DECLS

/* Whether @step may be done at @at; FALSE with GGOV_STORE_ERROR_REFUSED and a sentence. */
gboolean _ggov_issue_check_step (GgovDb               *db,
                                 GgovIssue            *issue,
                                 const GgovIssueStep  *step,
                                 gint64                at,
                                 GError              **error);

/**
 * _ggov_issue_check_evidence:
 * @asked: a sum of GgovEvidence: what the case type asks for
 * @note: (nullable): the words that go with the step
 *
 * Whether @move shows what it has to: words, a picture, and a paper, which may be a picture of one.
 * FALSE with GGOV_STORE_ERROR_REFUSED and a sentence that says what is missing.
 */
gboolean _ggov_issue_check_evidence (guint             asked,
                                     GgovIssueMove     move,
                                     const char       *note,
                                     const GgovPaper  *papers,
                                     guint             n_papers,
                                     GError          **error);

/* Whether the deadline has to be reckoned again after @move. */
gboolean _ggov_issue_moves_due  (GgovIssueMove         move);

/**
 * _ggov_issue_reckon:
 * @start_rule: (nullable): code of a GgovStartRule; NULL for none of its own
 * @events: (element-type GgovIssueEvent): what was done with it, in order
 * @due_at: (out): seconds since 1970-01-01T00:00:00Z, or 0 while the clock stands still
 *
 * Says by when. An extension that does not fit the limit is
 * GGOV_STORE_ERROR_REFUSED.
 */
gboolean _ggov_issue_reckon     (GgovOfficeClock      *clock,
                                 const char           *limit_text,
                                 const char           *start_rule,
                                 gint64                filed_at,
                                 GPtrArray            *events,
                                 gint64               *due_at,
                                 gboolean             *due_provisional,
                                 GError              **error);

G_END_DECLS
