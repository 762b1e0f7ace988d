/* ggov-issues-private.h: what the files that read and move issues share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"
#include "ggov-plans-private.h"
#include "ggov-store-private.h"

G_BEGIN_DECLS

/* How many columns of its own GGOV_SQL_ISSUE_COLUMNS has: what a query adds begins with this one. */
#define GGOV_N_SQL_ISSUE_COLUMNS 34

#define GGOV_SQL_ISSUE_PHOTOS \
  "FROM issue_event e JOIN attachment a ON a.issue_event_id = e.id " \
  "WHERE e.issue_id = i.id AND a.media_type LIKE 'image/%'"

/* What _ggov_issue_make() reads, in its order. */
#define GGOV_SQL_ISSUE_COLUMNS \
  "i.id, i.row_version, i.number, i.title, t.name, t.name_zh, t.limit_text, t.lane, t.measures, " \
  "i.stage, i.suspended, i.grid_id, g.code, g.name, u.name, i.building_id, i.place, " \
  "i.handler_id, h.name, i.filed_at, i.due_at, i.due_provisional, i.closed_at, " \
  "(SELECT count (*) FROM issue_event e WHERE e.issue_id = i.id), w.id, w.code, w.name, t.start_rule, " \
  "v.id IS NOT NULL, (SELECT min (a.id) " GGOV_SQL_ISSUE_PHOTOS "), " \
  "(SELECT count (*) " GGOV_SQL_ISSUE_PHOTOS "), coalesce (u.id, 0), t.evidence, t.figure "

#define GGOV_SQL_ISSUE_TABLES \
  "FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "LEFT JOIN grid g ON g.id = i.grid_id LEFT JOIN community u ON u.id = g.community_id " \
  "LEFT JOIN person h ON h.id = i.handler_id "

/* Who reported it first: one of the records, else the first of those who are only named. */
#define GGOV_SQL_ISSUE_REPORTER \
  "LEFT JOIN person p ON p.id = i.reporter_id " \
  "LEFT JOIN issue_reporter q ON i.reporter_id IS NULL AND q.id = " \
  "(SELECT min (f.id) FROM issue_reporter f WHERE f.issue_id = i.id) " \
  "LEFT JOIN person k ON k.id = q.person_id "
#define GGOV_SQL_ISSUE_REPORTER_NAME "coalesce (p.name, k.name, nullif (q.name, ''))"
#define GGOV_SQL_ISSUE_REPORTER_PHONE "coalesce (p.phone, k.phone, nullif (q.phone, ''))"

/* For the columns; what only counts does without. @day is the parameter of the day on which the
 * present grid is asked for, and whether the handler is on leave. */
#define GGOV_SQL_ISSUE_PRESENT(day) \
  "LEFT JOIN grid w ON w.id = " GGOV_SQL_PRESENT_GRID ("i", day) " " \
  "LEFT JOIN person v ON v.id = i.handler_id AND EXISTS (SELECT 1 FROM post_leave l " \
  "JOIN post o ON o.id = l.post_id WHERE o.person_id = i.handler_id " \
  "AND l.valid_from <= " day " AND l.valid_to >= " day ") "

/* Whether an issue, of which the row is called @issue, was open at the end of a day; @end is the
 * parameter of the next day's first instant. */
#define GGOV_SQL_ISSUE_OPEN_BY(issue, end) \
  issue ".filed_at < " end " AND " issue ".stage <> 'void' " \
  "AND coalesce (" issue ".closed_at, " end ") >= " end

/* Whether the time of such an issue was up at an instant, as ggov_issue_due_judge() has it. */
#define GGOV_SQL_ISSUE_LATE_AT(issue, now) \
  "(" issue ".due_at <= " now " AND " issue ".suspended = 0 AND " issue ".stage <> 'collect')"

/* Sets GGOV_STORE_ERROR_REFUSED. Returns: FALSE */
gboolean   _ggov_issue_refuse      (GError    **error,
                                    const char *sentence);

/**
 * _ggov_issue_find_last_number:
 * @last: (out): of the numbers that the office gave in @year; 0 for none
 */
gboolean   _ggov_issue_find_last_number (GgovDb   *db,
                                         int       year,
                                         guint64  *last,
                                         GError  **error);

/* (transfer full): what the office calls the issue of that number: "2026-00012" */
char      *_ggov_issue_dup_number       (int       year,
                                         guint64   number) G_GNUC_WARN_UNUSED_RESULT;

/* Binds the day of an instant, seconds since 1970-01-01T00:00:00Z; 0 for now. */
void       _ggov_issue_bind_day    (GgovStmt  *stmt,
                                    int        n,
                                    gint64     at);

/* A GgovStoreRowFunc. A code that is not known is taken for the first of its kind. */
gpointer   _ggov_issue_make        (GgovStmt  *stmt);

/**
 * _ggov_issue_find:
 *
 * Returns: (transfer full): the issue, or NULL with @error set: NOT_FOUND where there is none
 */
GgovIssue *_ggov_issue_find        (GgovDb    *db,
                                    gint64     id,
                                    GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_issue_list_events:
 *
 * Returns: (transfer full) (element-type GgovIssueEvent): what was done with it, in order
 */
GPtrArray *_ggov_issue_list_events (GgovDb    *db,
                                    gint64     issue_id,
                                    GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
