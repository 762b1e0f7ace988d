/* ggov-store-filing-types.c: what an issue can be filed as
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-search-text-private.h"
#include "ggov-store-filing-types.h"
#include "ggov-store-private.h"

/* Each version of a type answers by one step of an index when it was used last. */
#define SQL_LIST \
  "SELECT t.id, t.code, t.name, t.name_zh, t.class, t.class_zh, t.lane, t.limit_text, " \
  "t.start_rule, t.filing, t.filing_zh, t.evidence, " \
  "(SELECT max (v.at) FROM (SELECT (SELECT max (i.filed_at) FROM issue i " \
  "WHERE i.case_type_id = o.id) AS at FROM case_type o WHERE o.code = t.code) v) AS used_at " \
  "FROM case_type t WHERE t.valid_from <= $1 AND coalesce (t.valid_to, '9999-12-31') >= $1 " \
  "ORDER BY used_at DESC NULLS LAST, t.code, t.version DESC"

enum
{
  ID, CODE, NAME, NAME_ZH, CLASS, CLASS_ZH, LANE, LIMIT, START_RULE, FILING, FILING_ZH, EVIDENCE,
  USED_AT,
};

static char *
dup_reading (GgovStmt *stmt,
             int       column)
{
  g_autofree char *pinyin = _ggov_search_text_dup_word_pinyin (ggov_stmt_get_text (stmt, column));

  return _ggov_search_text_dup_reading (pinyin);
}

static gpointer
make_type (GgovStmt *stmt)
{
  g_autofree char *name = dup_reading (stmt, NAME_ZH);
  g_autofree char *class_name = dup_reading (stmt, CLASS_ZH);
  g_autofree char *reading = g_strjoin (" ", name, class_name, NULL);
  const GgovFilingTypeFields fields = {
    .id = ggov_stmt_get_int (stmt, ID),
    .code = ggov_stmt_get_text (stmt, CODE),
    .name = ggov_stmt_get_text (stmt, NAME),
    .name_zh = ggov_stmt_get_text (stmt, NAME_ZH),
    .class_name = ggov_stmt_get_text (stmt, CLASS),
    .class_name_zh = ggov_stmt_get_text (stmt, CLASS_ZH),
    .lane = ggov_stmt_get_text (stmt, LANE),
    .limit_text = ggov_stmt_get_text (stmt, LIMIT),
    .start_rule = ggov_stmt_get_text (stmt, START_RULE),
    .filing = ggov_stmt_get_text (stmt, FILING),
    .filing_zh = ggov_stmt_get_text (stmt, FILING_ZH),
    .evidence = ggov_stmt_get_text (stmt, EVIDENCE),
    .reading = reading,
    .used_at = ggov_stmt_get_int (stmt, USED_AT),
  };

  return ggov_filing_type_new (&fields);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
  _ggov_store_return_rows (task, stmt, make_type);
}

void
ggov_store_list_filing_types_async (GgovStore           *self,
                                    const char          *day,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_list_filing_types_async, list_job, g_strdup (day), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_filing_types_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_FILING_TYPE) : NULL;
}
