/* ggov-issue-event.h: one thing that was done with an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-issue-stage.h"

G_BEGIN_DECLS

/**
 * GgovIssueEventFields:
 * @at: seconds since 1970-01-01T00:00:00Z
 * @to: the stage it came to
 * @person_name: (nullable): who it was given to, or who did it
 * @granted: (nullable): time that an extension gave, as ggov_limit_parse() reads it
 * @note: may be empty
 * @account: (nullable): whose desk wrote it
 */
typedef struct
{
  gint64          id;
  gint64          at;
  GgovIssueMove   move;
  GgovIssueStage  to;
  const char     *person_name;
  const char     *granted;
  const char     *note;
  const char     *account;
} GgovIssueEventFields;

#define GGOV_TYPE_ISSUE_EVENT (ggov_issue_event_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssueEvent, ggov_issue_event, GGOV, ISSUE_EVENT, GObject)

/* Copies the texts. */
GgovIssueEvent             *ggov_issue_event_new        (const GgovIssueEventFields *fields)
                                                         G_GNUC_WARN_UNUSED_RESULT;

const GgovIssueEventFields *ggov_issue_event_get_fields (GgovIssueEvent             *self);

G_END_DECLS
