/* ggov-issue-ask-private.h: which issues are wanted, as queries say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

/* A filter with texts of its own, ready to be asked for. */
typedef struct
{
  GgovIssueFilter  filter;
  char            *lane;
  char            *type_code;
  char            *source;
  char            *pattern; /* what LIKE takes, or empty */
} GgovIssueAsk;

/* The parameters of what is asked: the ISO day of the filter's now is $1 and always there; those from
 * the last on are the query's own. */
enum
{
  GGOV_ASK_DAY = 1, GGOV_ASK_COMMUNITY, GGOV_ASK_GRID, GGOV_ASK_LANE, GGOV_ASK_TYPE,
  GGOV_ASK_SOURCE, GGOV_ASK_HANDLER, GGOV_ASK_TEXT, GGOV_ASK_NOW, GGOV_ASK_FILED_FROM,
  GGOV_ASK_FILED_BEFORE, GGOV_ASK_DUE_FROM, GGOV_ASK_DUE_BEFORE, GGOV_ASK_GROUP,
  GGOV_ASK_DEPARTMENT, GGOV_ASK_LAST,
};

/* GGOV_ASK_LAST and the two after it, in a query's text. */
#define GGOV_ASK_SQL_OWN_1 "$16"
#define GGOV_ASK_SQL_OWN_2 "$17"
#define GGOV_ASK_SQL_OWN_3 "$18"

/* @filter: copied */
GgovIssueAsk *_ggov_issue_ask_new       (const GgovIssueFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
void          _ggov_issue_ask_free      (GgovIssueAsk          *self);

/* Whether issues of the stage can be among them. */
gboolean      _ggov_issue_ask_has_stage (const GgovIssueAsk    *self,
                                         GgovIssueStage         stage);

/* (transfer full): "WHERE …" about the row i of issue alone, to be gone on with by AND. Made of
 * constants. */
char         *_ggov_issue_ask_dup_where (const GgovIssueAsk    *self) G_GNUC_WARN_UNUSED_RESULT;

/* Binds what the WHERE has. */
void          _ggov_issue_ask_bind      (const GgovIssueAsk    *self,
                                         GgovStmt              *stmt);

/* Whether words are asked for: those are looked for in every issue. */
gboolean      _ggov_issue_ask_has_words (const GgovIssueAsk    *self);

/* An expression: by what issues are put into groups; never NULL, 0 for those of none. */
const char   *_ggov_issue_ask_get_key   (GgovIssueGrouping      grouping);

/* The columns of i that it is made of, and its stage. */
const char   *_ggov_issue_ask_get_parts (GgovIssueGrouping      grouping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovIssueAsk, _ggov_issue_ask_free)

G_END_DECLS
