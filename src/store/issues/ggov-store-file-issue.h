/* ggov-store-file-issue.h: filing a new issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-issue-kind.h"
#include "ggov-store-papers.h"

G_BEGIN_DECLS

/**
 * GgovIssueFiling:
 * @title: in a few words; not empty
 * @description: (nullable)
 * @grid_id: where, or 0: then the grid of the building
 * @building_id: where, or 0
 * @place: (nullable): where in words; else the building's name
 * @reporter_id: who told of it, or 0
 * @at: when, seconds since 1970-01-01T00:00:00Z; 0 for now
 * @papers: (array length=n_papers) (nullable): photos and papers that show it
 *
 * A new issue.
 */
typedef struct
{
  gint64           case_type_id;
  const char      *title;
  const char      *description;
  GgovIssueSource  source;
  gint64           grid_id;
  gint64           building_id;
  const char      *place;
  gint64           reporter_id;
  gint64           at;
  const GgovPaper *papers;
  guint            n_papers;
} GgovIssueFiling;

/**
 * ggov_store_file_issue_async:
 * @filing: copied
 *
 * Files an issue, as one change. It gets the next number of the year, 2026-00001, and a deadline
 * that runs from now until somebody is sent. What is missing is GGOV_STORE_ERROR_REFUSED with a
 * translated sentence.
 */
void     ggov_store_file_issue_async  (GgovStore              *self,
                                       const GgovIssueFiling  *filing,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data);

/**
 * ggov_store_file_issue_finish:
 * @change_id: (out) (optional): the change's number
 * @issue_id: (out) (optional): the issue's
 * @number: (out) (optional) (transfer full): what the office calls it
 */
gboolean ggov_store_file_issue_finish (GgovStore              *self,
                                       GAsyncResult           *result,
                                       gint64                 *change_id,
                                       gint64                 *issue_id,
                                       char                  **number,
                                       GError                **error);

G_END_DECLS
