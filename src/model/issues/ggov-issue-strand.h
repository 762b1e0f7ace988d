/* ggov-issue-strand.h: what one party has to do about an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_ISSUE_STRAND (ggov_issue_strand_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssueStrand, ggov_issue_strand, GGOV, ISSUE_STRAND, GObject)

/**
 * GgovIssueStrandRecord:
 * @lane: code of a GgovLane
 * @task: what it asks for
 * @handler_name: (nullable): NULL while nobody has it
 * @limit_text: as ggov_limit_parse() reads it
 * @due_at: 0 while the issue is suspended
 * @due_provisional: 1 if it may still change as a year’s holidays are announced
 * @ended_at: 0 while it is open
 * @outcome: (nullable): "done" or "dropped"
 * @note: what came of it
 *
 * Each member is also a readable property, with dashes. Times are seconds since
 * 1970-01-01T00:00:00Z.
 */
typedef struct
{
  gint64      id;
  gint64      issue_id;
  gint64      row_version;
  const char *lane;
  const char *task;
  gint64      handler_id;
  const char *handler_name;
  const char *limit_text;
  gint64      started_at;
  gint64      due_at;
  gint64      due_provisional;
  gint64      ended_at;
  const char *outcome;
  const char *note;
} GgovIssueStrandRecord;

/* Copies the texts. */
GgovIssueStrand *ggov_issue_strand_new (const GgovIssueStrandRecord *record)
                                       G_GNUC_WARN_UNUSED_RESULT;

const GgovIssueStrandRecord *ggov_issue_strand_get_record (GgovIssueStrand *self);

G_END_DECLS
