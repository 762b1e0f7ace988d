/* ggov-issue-parts.c: reading what belongs to an issue besides its row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-issue-paper.h"
#include "ggov-issue-parts-private.h"
#include "ggov-issue-reporter.h"
#include "ggov-issue-strand.h"
#include "ggov-summons.h"

#define SQL_STRANDS \
  "SELECT s.id, s.issue_id, s.row_version, s.lane, s.task, s.handler_id, p.name, s.limit_text, " \
  "s.started_at, s.due_at, s.due_provisional, s.ended_at, s.outcome, s.note FROM issue_strand s " \
  "LEFT JOIN person p ON p.id = s.handler_id WHERE s.issue_id = $1 " \
  "ORDER BY s.ended_at IS NOT NULL, s.id"
#define SQL_REPORTERS \
  "SELECT r.id, r.issue_id, r.person_id, coalesce (p.name, r.name), " \
  "CASE r.phone WHEN '' THEN coalesce (p.phone, '') ELSE r.phone END, r.source, r.at, r.note, " \
  "r.from_issue_id, f.number FROM issue_reporter r LEFT JOIN person p ON p.id = r.person_id " \
  "LEFT JOIN issue f ON f.id = r.from_issue_id WHERE r.issue_id = $1 ORDER BY r.at, r.id"
#define SQL_SUMMONSES \
  "SELECT s.id, s.issue_id, s.row_version, s.caller_id, c.name, s.organisation_id, o.name, " \
  "s.person_id, p.name, s.called_at, s.due_at, s.arrived_at, s.closed_at, s.note, s.result " \
  "FROM summons s LEFT JOIN person c ON c.id = s.caller_id " \
  "LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN person p ON p.id = s.person_id " \
  "WHERE s.issue_id = $1 ORDER BY s.called_at DESC, s.id DESC"
#define SQL_PAPERS \
  "SELECT a.id, a.issue_event_id, length (c.content), a.name, a.media_type FROM issue_event e " \
  "JOIN attachment a ON a.issue_event_id = e.id JOIN attachment_content c ON c.sha256 = a.sha256 " \
  "WHERE e.issue_id = $1 ORDER BY a.id"
#define SQL_DUPLICATES \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$2") \
  "WHERE i.duplicate_of_id = $1 ORDER BY i.id"
#define SQL_DUPLICATE_OF \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$2") \
  "WHERE i.id = (SELECT d.duplicate_of_id FROM issue d WHERE d.id = $1)"

static gpointer
make_strand (GgovStmt *stmt)
{
  return ggov_issue_strand_new (&(GgovIssueStrandRecord) {
    .id = ggov_stmt_get_int (stmt, 0),
    .issue_id = ggov_stmt_get_int (stmt, 1),
    .row_version = ggov_stmt_get_int (stmt, 2),
    .lane = ggov_stmt_get_text (stmt, 3),
    .task = ggov_stmt_get_text (stmt, 4),
    .handler_id = ggov_stmt_get_int (stmt, 5),
    .handler_name = ggov_stmt_get_text (stmt, 6),
    .limit_text = ggov_stmt_get_text (stmt, 7),
    .started_at = ggov_stmt_get_int (stmt, 8),
    .due_at = ggov_stmt_get_int (stmt, 9),
    .due_provisional = ggov_stmt_get_int (stmt, 10),
    .ended_at = ggov_stmt_get_int (stmt, 11),
    .outcome = ggov_stmt_get_text (stmt, 12),
    .note = ggov_stmt_get_text (stmt, 13),
  });
}

static gpointer
make_reporter (GgovStmt *stmt)
{
  return ggov_issue_reporter_new (&(GgovIssueReporterRecord) {
    .id = ggov_stmt_get_int (stmt, 0),
    .issue_id = ggov_stmt_get_int (stmt, 1),
    .person_id = ggov_stmt_get_int (stmt, 2),
    .name = ggov_stmt_get_text (stmt, 3),
    .phone = ggov_stmt_get_text (stmt, 4),
    .source = ggov_stmt_get_text (stmt, 5),
    .at = ggov_stmt_get_int (stmt, 6),
    .note = ggov_stmt_get_text (stmt, 7),
    .from_issue_id = ggov_stmt_get_int (stmt, 8),
    .from_number = ggov_stmt_get_text (stmt, 9),
  });
}

static gpointer
make_summons (GgovStmt *stmt)
{
  return ggov_summons_new (&(GgovSummonsRecord) {
    .id = ggov_stmt_get_int (stmt, 0),
    .issue_id = ggov_stmt_get_int (stmt, 1),
    .row_version = ggov_stmt_get_int (stmt, 2),
    .caller_id = ggov_stmt_get_int (stmt, 3),
    .caller_name = ggov_stmt_get_text (stmt, 4),
    .organisation_id = ggov_stmt_get_int (stmt, 5),
    .organisation_name = ggov_stmt_get_text (stmt, 6),
    .person_id = ggov_stmt_get_int (stmt, 7),
    .person_name = ggov_stmt_get_text (stmt, 8),
    .called_at = ggov_stmt_get_int (stmt, 9),
    .due_at = ggov_stmt_get_int (stmt, 10),
    .arrived_at = ggov_stmt_get_int (stmt, 11),
    .closed_at = ggov_stmt_get_int (stmt, 12),
    .note = ggov_stmt_get_text (stmt, 13),
    .result = ggov_stmt_get_text (stmt, 14),
  });
}

static gpointer
make_paper (GgovStmt *stmt)
{
  return ggov_issue_paper_new (&(GgovIssuePaperRecord) {
    .id = ggov_stmt_get_int (stmt, 0),
    .event_id = ggov_stmt_get_int (stmt, 1),
    .size = ggov_stmt_get_int (stmt, 2),
    .name = ggov_stmt_get_text (stmt, 3),
    .media_type = ggov_stmt_get_text (stmt, 4),
  });
}

/* What a statement answers for one issue, of which it asks for today's grid where @with_day says so. */
static gboolean
read_rows (GgovDb            *db,
           const char        *sql,
           gint64             issue_id,
           gboolean           with_day,
           GgovStoreRowFunc   make_row,
           GPtrArray        **rows,
           GError           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step = GGOV_DB_ERROR;

  *rows = g_ptr_array_new_with_free_func (g_object_unref);
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  if (with_day)
    _ggov_issue_bind_day (stmt, 2, 0);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (*rows, make_row (stmt));

  return step == GGOV_DB_DONE;
}

gboolean
_ggov_issue_read_parts (GgovDb            *db,
                        GgovIssueDetails  *details,
                        GError           **error)
{
  gint64 id = ggov_issue_get_fields (details->issue)->id;
  g_autoptr(GPtrArray) others = NULL;

  if (!read_rows (db, SQL_STRANDS, id, FALSE, make_strand, &details->strands, error) ||
      !read_rows (db, SQL_REPORTERS, id, FALSE, make_reporter, &details->reporters, error) ||
      !read_rows (db, SQL_SUMMONSES, id, FALSE, make_summons, &details->summonses, error) ||
      !read_rows (db, SQL_PAPERS, id, FALSE, make_paper, &details->papers, error) ||
      !read_rows (db, SQL_DUPLICATES, id, TRUE, _ggov_issue_make, &details->duplicates, error) ||
      !read_rows (db, SQL_DUPLICATE_OF, id, TRUE, _ggov_issue_make, &others, error))
    return FALSE;

  if (others->len > 0)
    details->duplicate_of = g_object_ref (others->pdata[0]);

  return TRUE;
}
