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
 * GgovIssueFilingReporter:
 * @person_id: 0 for somebody who is not in the records: then there is a name or a phone
 * @name: (nullable)
 * @phone: (nullable)
 */
typedef struct
{
  gint64      person_id;
  const char *name;
  const char *phone;
} GgovIssueFilingReporter;

/**
 * GgovIssueFiling:
 * @title: in a few words; not empty
 * @description: (nullable): the words that a case type may ask for
 * @grid_id: where, or 0: then the grid of the building, else that of the point
 * @building_id: where, or 0
 * @lon_e7: the point, degrees times ten million; 0 with the next where it is not known
 * @lat_e7: likewise
 * @place: (nullable): where in words; else the building's name
 * @reporter_id: who told of it, or 0
 * @at: when, seconds since 1970-01-01T00:00:00Z; 0 for now
 * @papers: (array length=n_papers) (nullable): photos and papers that show it
 * @reporters: (array length=n_reporters) (nullable): who told of it, besides @reporter_id; the
 *   first of them whom the records know is the first reporter where that is 0
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
  gint64           lon_e7;
  gint64           lat_e7;
  const char      *place;
  gint64           reporter_id;
  gint64           at;
  const GgovPaper *papers;
  guint            n_papers;
  const GgovIssueFilingReporter *reporters;
  guint            n_reporters;
} GgovIssueFiling;

/**
 * ggov_store_file_issue_async:
 * @filing: copied
 *
 * Files an issue, as one change. It gets the next number of the year, 2026-00001, and a deadline
 * that runs from now until somebody is sent. What is missing, such as a photo that its case type asks
 * for, is GGOV_STORE_ERROR_REFUSED with a translated sentence.
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
