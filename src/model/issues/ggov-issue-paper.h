/* ggov-issue-paper.h: a photo or paper that came with a step of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_ISSUE_PAPER (ggov_issue_paper_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssuePaper, ggov_issue_paper, GGOV, ISSUE_PAPER, GObject)

/**
 * GgovIssuePaperRecord:
 * @event_id: the step it came with
 * @size: of its content, bytes
 * @name: of the file it came as
 * @media_type: application/pdf, image/jpeg or image/png
 *
 * Each member is also a readable property, with dashes. Times are seconds since
 * 1970-01-01T00:00:00Z.
 */
typedef struct
{
  gint64      id;
  gint64      event_id;
  gint64      size;
  const char *name;
  const char *media_type;
} GgovIssuePaperRecord;

/* Copies the texts. */
GgovIssuePaper *ggov_issue_paper_new (const GgovIssuePaperRecord *record)
                                     G_GNUC_WARN_UNUSED_RESULT;

const GgovIssuePaperRecord *ggov_issue_paper_get_record (GgovIssuePaper *self);

G_END_DECLS
