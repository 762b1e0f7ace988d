/* ggov-store-issue-facts.c: all that is known of some issues, for files and papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-issues-private.h"
#include "ggov-store-issue-facts.h"

#define DEGREES_E7 1e7

#define SQL_FACTS \
  "SELECT t.code, t.class, t.class_zh, t.closing, t.closing_zh, r.name, r.name_zh, i.description, " \
  "i.source, " GGOV_SQL_ISSUE_REPORTER_NAME ", " GGOV_SQL_ISSUE_REPORTER_PHONE ", h.phone, " \
  "(SELECT e.note FROM issue_event e WHERE e.issue_id = i.id AND e.move IN ('close', 'void') " \
  "ORDER BY e.id DESC LIMIT 1), " \
  "(SELECT max (e.at) FROM issue_event e WHERE e.issue_id = i.id), i.lon_e7, i.lat_e7, " \
  "o.platform, o.source_id, o.status_notes, o.agency, o.notice, o.address_id, o.zipcode, " \
  "o.media_url, o.updated_at, o.expected_at FROM issue i " \
  "JOIN case_type t ON t.id = i.case_type_id LEFT JOIN role r ON r.code = t.role_code " \
  GGOV_SQL_ISSUE_REPORTER "LEFT JOIN person h ON h.id = i.handler_id " \
  "LEFT JOIN issue_origin o ON o.issue_id = i.id WHERE i.id = $1"

enum
{
  TYPE, CLASS, CLASS_ZH, CLOSING, CLOSING_ZH, ROLE, ROLE_ZH, DESCRIPTION, SOURCE, REPORTER,
  REPORTER_PHONE, HANDLER_PHONE, LAST_NOTE, LAST_AT, LON, LAT, PLATFORM, SOURCE_ID, NOTES, AGENCY,
  NOTICE, ADDRESS_ID, ZIPCODE, MEDIA_URL, UPDATED_AT, EXPECTED_AT,
};

static char *
dup_text (GgovStmt *stmt,
          int       column)
{
  return g_strdup (ggov_stmt_get_text (stmt, column));
}

static void
read_origin (GgovStmt       *stmt,
             GgovIssueFacts *facts)
{
  facts->platform = dup_text (stmt, PLATFORM);
  facts->source_id = dup_text (stmt, SOURCE_ID);
  facts->status_notes = dup_text (stmt, NOTES);
  facts->agency = dup_text (stmt, AGENCY);
  facts->notice = dup_text (stmt, NOTICE);
  facts->address_id = dup_text (stmt, ADDRESS_ID);
  facts->zipcode = dup_text (stmt, ZIPCODE);
  facts->media_url = dup_text (stmt, MEDIA_URL);
  facts->updated_at = ggov_stmt_get_int (stmt, UPDATED_AT);
  facts->expected_at = ggov_stmt_get_int (stmt, EXPECTED_AT);
}

static GgovIssueFacts *
make_facts (GgovStmt *stmt)
{
  GgovIssueFacts *facts = g_new0 (GgovIssueFacts, 1);

  facts->type_code = dup_text (stmt, TYPE);
  facts->class_name = dup_text (stmt, CLASS);
  facts->class_name_zh = dup_text (stmt, CLASS_ZH);
  facts->closing = dup_text (stmt, CLOSING);
  facts->closing_zh = dup_text (stmt, CLOSING_ZH);
  facts->role_name = dup_text (stmt, ROLE);
  facts->role_name_zh = dup_text (stmt, ROLE_ZH);
  facts->description = dup_text (stmt, DESCRIPTION);
  facts->source = dup_text (stmt, SOURCE);
  facts->reporter = dup_text (stmt, REPORTER);
  facts->reporter_phone = dup_text (stmt, REPORTER_PHONE);
  facts->handler_phone = dup_text (stmt, HANDLER_PHONE);
  facts->last_note = dup_text (stmt, LAST_NOTE);
  facts->last_at = ggov_stmt_get_int (stmt, LAST_AT);
  facts->has_spot = !ggov_stmt_is_null (stmt, LON) && !ggov_stmt_is_null (stmt, LAT);
  facts->lon = ggov_stmt_get_int (stmt, LON) / DEGREES_E7;
  facts->lat = ggov_stmt_get_int (stmt, LAT) / DEGREES_E7;
  read_origin (stmt, facts);

  return facts;
}

static GgovIssueFacts *
read_facts (GgovDb     *db,
            gint64      id,
            GgovIssue  *known,
            GError    **error)
{
  g_autoptr(GgovIssue) issue = known ? g_object_ref (known) : _ggov_issue_find (db, id, error);
  g_autoptr(GgovStmt) stmt = issue ? ggov_db_prepare (db, SQL_FACTS, error) : NULL;
  GgovIssueFacts *facts;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return NULL;

  facts = make_facts (stmt);
  facts->issue = g_steal_pointer (&issue);
  if (known == NULL && !(facts->events = _ggov_issue_list_events (db, id, error)))
    g_clear_pointer (&facts, ggov_issue_facts_free);

  return facts;
}

/* What a call is about: issues, or one by its number. */
typedef struct
{
  GListModel *issues; /* (nullable) (element-type GgovIssue) */
  gint64      id;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_clear_object (&wanted->issues);
  g_free (wanted);
}

/* On the store's thread. One that is gone meanwhile is left out. */
static void
facts_job (GTask  *task,
           GgovDb *db)
{
  const Wanted *wanted = g_task_get_task_data (task);
  g_autoptr(GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_issue_facts_free);
  const guint n = wanted->issues ? g_list_model_get_n_items (wanted->issues) : 1;
  GError *error = NULL;

  for (guint i = 0; i < n && error == NULL; i++)
    {
      g_autoptr(GgovIssue) issue = wanted->issues ? g_list_model_get_item (wanted->issues, i) : NULL;
      const gint64 id = issue ? ggov_issue_get_fields (issue)->id : wanted->id;
      GgovIssueFacts *facts = read_facts (db, id, issue, &error);

      if (facts)
        g_ptr_array_add (found, facts);
      if (g_task_return_error_if_cancelled (task))
        {
          g_clear_error (&error);
          return;
        }
    }

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_all (GTask      *task,
          GListModel *issues,
          gint64      id)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->issues = issues;
  wanted->id = id;
  _ggov_store_call (g_task_get_source_object (task), ggov_store_list_issue_facts_async, facts_job,
                    wanted, (GDestroyNotify) wanted_free, g_task_get_cancellable (task), read_cb,
                    task);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GListModel *issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, &error);

  if (issues)
    read_all (g_steal_pointer (&task), issues, 0);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_issue_facts_async (GgovStore             *self,
                                   const GgovIssueFilter *filter,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ggov_store_list_issue_facts_async);
  ggov_store_list_issues_async (self, filter, cancellable, listed_cb, task);
}

void
ggov_store_get_issue_facts_async (GgovStore           *self,
                                  gint64               issue_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ggov_store_get_issue_facts_async);
  read_all (task, NULL, issue_id);
}

GPtrArray *
ggov_store_list_issue_facts_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
