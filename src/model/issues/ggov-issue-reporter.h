/* ggov-issue-reporter.h: who reported an issue besides the first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_ISSUE_REPORTER (ggov_issue_reporter_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssueReporter, ggov_issue_reporter, GGOV, ISSUE_REPORTER, GObject)

/**
 * GgovIssueReporterRecord:
 * @person_id: 0 for somebody who is not in the records
 * @name: may be empty
 * @phone: may be empty
 * @source: code of a GgovIssueSource
 * @from_issue_id: the duplicate that brought it, or 0
 * @from_number: (nullable): what the office calls that
 *
 * Each member is also a readable property, with dashes. Times are seconds since
 * 1970-01-01T00:00:00Z.
 */
typedef struct
{
  gint64      id;
  gint64      issue_id;
  gint64      person_id;
  const char *name;
  const char *phone;
  const char *source;
  gint64      at;
  const char *note;
  gint64      from_issue_id;
  const char *from_number;
} GgovIssueReporterRecord;

/* Copies the texts. */
GgovIssueReporter *ggov_issue_reporter_new (const GgovIssueReporterRecord *record)
                                           G_GNUC_WARN_UNUSED_RESULT;

const GgovIssueReporterRecord *ggov_issue_reporter_get_record (GgovIssueReporter *self);

G_END_DECLS
