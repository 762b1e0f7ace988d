/* ggov-store-issue.c: everything about one issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-issue-parts-private.h"
#include "ggov-start-rule.h"

#define SQL_REST \
  "SELECT i.description, i.source, r.name, b.number, b.name, c.name, t.closing, t.closing_zh, " \
  "i.measure_count, i.measure_area_cm2 FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "LEFT JOIN person r ON r.id = i.reporter_id LEFT JOIN building b ON b.id = i.building_id " \
  "LEFT JOIN compound c ON c.id = b.compound_id WHERE i.id = $1"

void
ggov_issue_details_free (GgovIssueDetails *self)
{
  g_clear_object (&self->issue);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->reporter, g_free);
  g_clear_pointer (&self->building, g_free);
  g_clear_pointer (&self->closing, g_free);
  g_clear_pointer (&self->closing_zh, g_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->strands, g_ptr_array_unref);
  g_clear_pointer (&self->reporters, g_ptr_array_unref);
  g_clear_pointer (&self->summonses, g_ptr_array_unref);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->duplicates, g_ptr_array_unref);
  g_clear_object (&self->duplicate_of);
  g_clear_pointer (&self->terms, ggov_issue_terms_free);
  g_free (self);
}

/* 友谊小区3号楼, or the building's own name. */
static char *
dup_building (GgovStmt *stmt)
{
  const char *number = ggov_stmt_get_text (stmt, 3);
  const char *compound = ggov_stmt_get_text (stmt, 5);

  if (number == NULL)
    return g_strdup (ggov_stmt_get_text (stmt, 4));

  return g_strconcat (compound ? compound : "", number, NULL);
}

static gboolean
read_rest (GgovDb            *db,
           GgovIssueDetails  *details,
           gint64             id,
           GError           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_REST, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  details->description = g_strdup (ggov_stmt_get_text (stmt, 0));
  details->source = g_strdup (ggov_stmt_get_text (stmt, 1));
  details->reporter = g_strdup (ggov_stmt_get_text (stmt, 2));
  details->building = dup_building (stmt);
  details->closing = g_strdup (ggov_stmt_get_text (stmt, 6));
  details->closing_zh = g_strdup (ggov_stmt_get_text (stmt, 7));
  details->measure_count = ggov_stmt_get_int (stmt, 8);
  details->measure_area_cm2 = ggov_stmt_get_int (stmt, 9);

  return TRUE;
}

static void
find_terms (GgovIssueDetails *details)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (details->issue);
  GgovStartRule rule;
  GgovLimit limit;

  if (!ggov_limit_parse (fields->limit_text, &limit, NULL) ||
      !ggov_start_rule_from_code (fields->start_rule, &rule, NULL))
    return;

  details->terms = ggov_issue_terms_new (&limit, fields->filed_at, details->events);
  details->terms->terms.start_rule = rule;
}

/* On the store's thread. */
static void
get_job (GTask  *task,
         GgovDb *db)
{
  gint64 id = *(gint64 *) g_task_get_task_data (task);
  g_autoptr(GgovIssueDetails) details = g_new0 (GgovIssueDetails, 1);
  GError *error = NULL;

  if ((details->issue = _ggov_issue_find (db, id, &error)) == NULL ||
      !read_rest (db, details, id, &error) ||
      (details->events = _ggov_issue_list_events (db, id, &error)) == NULL ||
      !_ggov_issue_read_parts (db, details, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  find_terms (details);
  g_task_return_pointer (task, g_steal_pointer (&details),
                         (GDestroyNotify) ggov_issue_details_free);
}

void
ggov_store_get_issue_async (GgovStore           *self,
                            gint64               issue_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_get_issue_async, get_job,
                    g_memdup2 (&issue_id, sizeof issue_id), g_free, cancellable, callback,
                    user_data);
}

GgovIssueDetails *
ggov_store_get_issue_finish (GgovStore     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
