/* ggov-issue-terms.h: what an issue's deadline is reckoned from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-deadline.h"
#include "ggov-issue-event.h"

G_BEGIN_DECLS

/* Terms that own what they point to. */
typedef struct
{
  GgovDeadlineTerms  terms;
  GArray            *extensions;
  GArray            *suspensions;
} GgovIssueTerms;

/**
 * ggov_issue_terms_new:
 * @limit: of the issue's case type
 * @filed_at: when it was filed, seconds since 1970-01-01T00:00:00Z
 * @events: (element-type GgovIssueEvent): what was done with it, in order
 *
 * The limit runs from the last dispatch; from the filing until there is one, so that a filed
 * issue nobody is sent to runs out as well. Reopening, and filing again what went back to be
 * collected, begin anew. An extension without a length gives no time.
 *
 * Returns: (transfer full): the terms
 */
GgovIssueTerms *ggov_issue_terms_new  (const GgovLimit *limit,
                                       gint64           filed_at,
                                       GPtrArray       *events) G_GNUC_WARN_UNUSED_RESULT;
void            ggov_issue_terms_free (GgovIssueTerms  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovIssueTerms, ggov_issue_terms_free)

G_END_DECLS
