/* ggov-issue-case.c: the dispute, structures, joint action or utility problem that an issue belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-row-private.h"
#include "ggov-issue-case.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovIssueCaseFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovIssueCaseFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (is_started, "is-started"), NUMBER (count, "count"),
  NUMBER (missing, "missing"), TEXT (view, "view"), TEXT (name, "name"), TEXT (state, "state"),
};

GGOV_DEFINE_CASE_ROW (GgovIssueCase, ggov_issue_case, GGOV_ISSUE_CASE, fields_of_row)
