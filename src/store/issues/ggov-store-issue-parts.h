/* ggov-store-issue-parts.h: strands, reporters and summonses of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each call is one change and is kept in the issue's history; end it with
 * ggov_store_change_finish(). What a rule forbids is GGOV_STORE_ERROR_REFUSED with a translated
 * sentence, what has moved on meanwhile GGOV_STORE_ERROR_CONFLICT. Times are seconds since
 * 1970-01-01T00:00:00Z, and 0 for now.
 */

#pragma once

#include "ggov-issue-kind.h"
#include "ggov-store-papers.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovStrandOrder:
 * @lane: whose strand; an issue has one of each lane at the most
 * @task: what it asks for; not empty
 * @handler_id: who has it, or 0: then who serves the issue's grid for the lane, if anybody does
 * @limit_text: (nullable): as ggov_limit_parse() reads it; NULL for that of the case type
 */
typedef struct
{
  gint64      issue_id;
  GgovLane    lane;
  const char *task;
  gint64      handler_id;
  const char *limit_text;
  gint64      at;
} GgovStrandOrder;

/**
 * GgovReporterOrder:
 * @person_id: who, or 0 for somebody who is not in the records: then there is a name or a phone
 * @name: (nullable)
 * @phone: (nullable)
 * @note: (nullable): what they told
 * @next: (nullable): somebody else who told the same, of the same issue, in the same change
 */
typedef struct _GgovReporterOrder GgovReporterOrder;

struct _GgovReporterOrder
{
  gint64                   issue_id;
  gint64                   person_id;
  const char              *name;
  const char              *phone;
  GgovIssueSource          source;
  const char              *note;
  gint64                   at;
  const GgovReporterOrder *next;
};

/**
 * GgovSummonsOrder:
 * @caller_id: who calls, of the grid or its community; 0 for the office
 * @organisation_id: the department that is called, or 0
 * @person_id: who is called, or 0; one of the two is
 * @minutes: how long they have, on the clock; 0 for GGOV_SUMMONS_MINUTES
 * @note: (nullable): for what
 */
typedef struct
{
  gint64      issue_id;
  gint64      caller_id;
  gint64      organisation_id;
  gint64      person_id;
  int         minutes;
  const char *note;
  gint64      at;
} GgovSummonsOrder;

/**
 * GgovPartAnswer:
 * @id: of the strand or summons
 * @row_version: the version the user saw, or -1 for whatever is there now
 * @is_good: whether the strand is done, or given up; whether somebody came, or nobody
 * @person_id: who came, or 0 for whoever was called
 * @note: (nullable): what came of it; a strand that is given up needs a reason
 * @papers: (array length=n_papers): photos and papers of it
 */
typedef struct
{
  gint64           id;
  gint64           row_version;
  gboolean         is_good;
  gint64           person_id;
  const char      *note;
  gint64           at;
  const GgovPaper *papers;
  guint            n_papers;
} GgovPartAnswer;

/* All of what they are given is copied. A lane whose strand has ended can have another. */
void     ggov_store_begin_strand_async    (GgovStore                *self,
                                           const GgovStrandOrder    *order,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
void     ggov_store_end_strand_async      (GgovStore                *self,
                                           const GgovPartAnswer     *answer,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);

/* All of them, or none where one is refused. */
void     ggov_store_add_reporter_async    (GgovStore                *self,
                                           const GgovReporterOrder  *order,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);

/* Calls somebody to the spot. The same cannot be called again while they are still awaited. */
void     ggov_store_summon_async          (GgovStore                *self,
                                           const GgovSummonsOrder   *order,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
void     ggov_store_answer_summons_async  (GgovStore                *self,
                                           const GgovPartAnswer     *answer,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);

/* Reads what a photo or paper of an issue holds; NOT_FOUND if there is none of that number. */
void     ggov_store_read_issue_paper_async  (GgovStore            *self,
                                             gint64                paper_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GBytes  *ggov_store_read_issue_paper_finish (GgovStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
