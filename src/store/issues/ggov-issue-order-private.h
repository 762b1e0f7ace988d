/* ggov-issue-order-private.h: what is to be written about the parts of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"
#include "ggov-issue-parts-private.h"
#include "ggov-store-issue-parts.h"

G_BEGIN_DECLS

typedef struct _GgovIssueOrder GgovIssueOrder;

/* What one of the calls was asked for, with texts of its own. */
struct _GgovIssueOrder
{
  gint64           issue_id;
  GgovLane         lane;
  GgovIssueSource  source;
  gint64           person_id;
  gint64           caller_id;
  gint64           organisation_id;
  int              minutes;
  gint64           at;
  char            *text;   /* (nullable): a task or a name */
  char            *phone;  /* (nullable) */
  char            *limit;  /* (nullable) */
  char            *note;
  gint64           id;
  gint64           row_version;
  gboolean         is_good;
  GPtrArray       *papers; /* (nullable) (element-type GgovPaper) */
  GgovIssueOrder  *next;   /* (owned) (nullable): what else belongs to the same change */
};

/* The part of an issue that is answered. */
typedef struct
{
  gint64 issue_id;
  gint64 person_id;
  gint64 since;
  gint64 ended_at; /* 0 while it is open */
} GgovIssuePart;

GgovIssueOrder *_ggov_issue_order_new        (gint64                 issue_id,
                                              gint64                 person_id,
                                              gint64                 at,
                                              const char            *note)
                                              G_GNUC_WARN_UNUSED_RESULT;
GgovIssueOrder *_ggov_issue_order_new_answer (const GgovPartAnswer  *answer)
                                              G_GNUC_WARN_UNUSED_RESULT;
void            _ggov_issue_order_free       (GgovIssueOrder        *order);

/* Writes a change; @order: (transfer full) */
void            _ggov_issue_order_write      (GgovStore             *store,
                                              const char            *action,
                                              GgovChangeFunc         func,
                                              GgovIssueOrder        *order,
                                              GCancellable          *cancellable,
                                              GAsyncReadyCallback    callback,
                                              gpointer               user_data);

/* (transfer full): without blanks at its ends; empty for NULL */
char           *_ggov_issue_dup_stripped     (const char            *text)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* Refuses with @sentence unless the statement counts none. */
gboolean        _ggov_issue_check_count      (GgovStmt              *stmt,
                                              const char            *sentence,
                                              GError               **error);

/* (transfer full) (nullable): the issue, if work is still to be done about it; names the change */
GgovIssue      *_ggov_issue_find_open        (GgovChange            *change,
                                              gint64                 issue_id,
                                              GError               **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_issue_find_part:
 * @sql: asks of $1 for its issue, its person, when it began and when it ended
 *
 * Reads what is to be answered; FALSE where it is not there, was answered, or began later.
 */
gboolean        _ggov_issue_find_part        (GgovChange            *change,
                                              const char            *sql,
                                              const GgovIssueOrder  *order,
                                              GgovIssuePart         *part,
                                              GError               **error);

G_END_DECLS
