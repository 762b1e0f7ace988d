/* ggov-issue-parts-private.h: what belongs to an issue besides its row, as it is read and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issues-private.h"
#include "ggov-office-clock.h"
#include "ggov-store-issue.h"
#include "ggov-store-move-issue.h"

G_BEGIN_DECLS

/* Fills in strands, reporters, duplicates, summonses and papers. */
gboolean _ggov_issue_read_parts       (GgovDb               *db,
                                       GgovIssueDetails     *details,
                                       GError              **error);

/**
 * _ggov_issue_write_beside:
 * @move: one that is beside the flow
 * @papers: (nullable) (element-type GgovPaper)
 *
 * Notes in the issue's history what was done beside the flow.
 */
gboolean _ggov_issue_write_beside     (GgovChange           *change,
                                       GgovIssue            *issue,
                                       GgovIssueMove         move,
                                       gint64                at,
                                       gint64                person_id,
                                       const char           *note,
                                       GPtrArray            *papers,
                                       GError              **error);

/* Keeps papers with a step. One that is none, or is too large, is GGOV_STORE_ERROR_REFUSED. */
gboolean _ggov_issue_write_papers     (GgovChange           *change,
                                       gint64                event_id,
                                       const GgovPaper      *papers,
                                       guint                 n_papers,
                                       GError              **error);

/* Brings the deadlines of open strands in line with what was done with their issue, or with the
 * clock; @issue_id is 0 for those of all issues. */
gboolean _ggov_issue_reckon_strands   (GgovChange           *change,
                                       GgovOfficeClock      *clock,
                                       gint64                issue_id,
                                       GError              **error);

/* By when a strand has to be done; @events are those of its issue. */
gboolean _ggov_issue_reckon_strand    (GgovOfficeClock      *clock,
                                       const char           *limit_text,
                                       gint64                started_at,
                                       GPtrArray            *events,
                                       gint64               *due_at,
                                       gboolean             *due_provisional,
                                       GError              **error);

/* Whether no strand is open; FALSE with GGOV_STORE_ERROR_REFUSED and a sentence that names them. */
gboolean _ggov_issue_check_strands    (GgovDb               *db,
                                       gint64                issue_id,
                                       GError              **error);

/* Gives up the strands of an issue that ends without result. */
gboolean _ggov_issue_drop_strands     (GgovChange           *change,
                                       gint64                issue_id,
                                       gint64                at,
                                       GError              **error);

/* Whether @issue can be a duplicate of another; FALSE with GGOV_STORE_ERROR_REFUSED. */
gboolean _ggov_issue_check_duplicate  (GgovDb               *db,
                                       GgovIssue            *issue,
                                       gint64                other_id,
                                       GError              **error);

/* Lets those who reported @issue join the other one, which keeps that in its history. */
gboolean _ggov_issue_join             (GgovChange           *change,
                                       GgovIssue            *issue,
                                       gint64                other_id,
                                       gint64                at,
                                       GError              **error);

/* Takes them away again from what @issue was a duplicate of. */
gboolean _ggov_issue_part             (GgovChange           *change,
                                       GgovIssue            *issue,
                                       GError              **error);

/**
 * _ggov_issue_check_written:
 *
 * Whether every issue that a change wrote is where its steps have brought it, and is no duplicate of
 * a duplicate. What does not fit is GGOV_STORE_ERROR_CONSTRAINT.
 */
gboolean _ggov_issue_check_written    (GgovDb               *db,
                                       gint64                change_id,
                                       GError              **error);

G_END_DECLS
