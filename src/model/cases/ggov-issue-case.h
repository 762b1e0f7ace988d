/* ggov-issue-case.h: the dispute, structures, joint action or utility problem that an issue belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovIssueCaseFields:
 * @view: "disputes", "structures", "joint-actions" or "utilities"
 * @id: what the case is known by: of a dispute and of structures the issue, of a joint action the
 *   action, of a utility problem the company, or 0 while it is nobody's
 * @is_started: 0 where the issue's case type has such a case, but nothing is entered yet
 * @count: meetings of a dispute, structures, issues of an action
 * @missing: structures that still stand
 * @name: of the joint action or the company
 * @state: code of a dispute's outcome, of the service
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      is_started;
  gint64      count;
  gint64      missing;
  const char *view;
  const char *name;
  const char *state;
} GgovIssueCaseFields;

#define GGOV_TYPE_ISSUE_CASE (ggov_issue_case_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssueCase, ggov_issue_case, GGOV, ISSUE_CASE, GObject)

GgovIssueCase *ggov_issue_case_new (const GgovIssueCaseFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovIssueCaseFields *ggov_issue_case_get_fields (GgovIssueCase *self);

G_END_DECLS
