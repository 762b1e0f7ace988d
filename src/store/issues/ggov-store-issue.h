/* ggov-store-issue.h: everything about one issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-event.h"
#include "ggov-issue-terms.h"
#include "ggov-issue.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovIssueDetails:
 * @description: may be empty
 * @source: code of a GgovIssueSource
 * @reporter: (nullable): who told of it
 * @building: (nullable): what the building is called
 * @closing: when it can be closed, in English
 * @closing_zh: the same in Chinese
 * @measure_count: how many places were put right
 * @measure_area_cm2: how much was, in square centimetres
 * @events: (element-type GgovIssueEvent): what was done with it, in order
 * @strands: (element-type GgovIssueStrand): what each party has to do, the open ones first
 * @reporters: (element-type GgovIssueReporter): who reported it besides the first
 * @summonses: (element-type GgovSummons): who was called to the spot, the last first
 * @papers: (element-type GgovIssuePaper): what came with its steps
 * @duplicates: (element-type GgovIssue): which others are about the same
 * @duplicate_of: (nullable): which other it is a duplicate of
 * @terms: (nullable): what its deadline is reckoned from; NULL where its limit cannot be read
 */
typedef struct
{
  GgovIssue       *issue;
  char            *description;
  char            *source;
  char            *reporter;
  char            *building;
  char            *closing;
  char            *closing_zh;
  gint64           measure_count;
  gint64           measure_area_cm2;
  GPtrArray       *events;
  GPtrArray       *strands;
  GPtrArray       *reporters;
  GPtrArray       *summonses;
  GPtrArray       *papers;
  GPtrArray       *duplicates;
  GgovIssue       *duplicate_of;
  GgovIssueTerms  *terms;
} GgovIssueDetails;

void              ggov_issue_details_free    (GgovIssueDetails     *self);

/* GGOV_STORE_ERROR_NOT_FOUND where there is no such issue. */
void              ggov_store_get_issue_async  (GgovStore            *self,
                                               gint64                issue_id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GgovIssueDetails *ggov_store_get_issue_finish (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovIssueDetails, ggov_issue_details_free)

G_END_DECLS
