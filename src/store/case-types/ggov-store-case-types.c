/* ggov-store-case-types.c: the office's case types, listed, saved and withdrawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-types-private.h"
#include "ggov-roster-private.h"
#include "ggov-search-text-private.h"
#include "ggov-store-case-types.h"
#include "ggov-write-case-types.h"

#define SQL_LIST \
  GGOV_SQL_CASE_TYPE \
  "WHERE t.id = (SELECT v.id FROM case_type v WHERE v.code = t.code ORDER BY " \
  "CASE WHEN $4 = 1 THEN 0 " \
  "WHEN v.valid_from <= $1 AND coalesce (v.valid_to, '9999-12-31') >= $1 THEN 0 ELSE 1 END, " \
  "v.version DESC LIMIT 1) AND ($2 = 1 OR coalesce (t.valid_to, '9999-12-31') >= $1) " \
  "AND ($3 IS NULL OR t.lane = $3) ORDER BY t.code"
#define SQL_VERSIONS GGOV_SQL_CASE_TYPE "WHERE t.code = $1 ORDER BY t.version DESC"

typedef struct
{
  char     *code; /* (nullable) */
  char     *text; /* (nullable) */
  char     *lane; /* (nullable) */
  char     *day;
  gboolean  with_ended;
  gboolean  last;
} Query;

/* What is saved, or withdrawn. */
typedef struct
{
  GgovCaseTypeVersion *version; /* (nullable) */
  char                *code;    /* (nullable) */
  char                *day;     /* (nullable) */
} Order;

static void
query_free (Query *query)
{
  g_free (query->code);
  g_free (query->text);
  g_free (query->lane);
  g_free (query->day);
  g_free (query);
}

static void
order_free (Order *order)
{
  g_clear_object (&order->version);
  g_free (order->code);
  g_free (order->day);
  g_free (order);
}

static GgovStmt *
prepare (GgovDb       *db,
         const Query  *query,
         GError      **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, query->code ? SQL_VERSIONS : SQL_LIST, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, query->code ? query->code : query->day);
  if (query->code == NULL)
    {
      ggov_stmt_bind_int (stmt, 2, query->with_ended != FALSE);
      ggov_stmt_bind_text (stmt, 3, query->lane);
      ggov_stmt_bind_int (stmt, 4, query->last != FALSE);
    }

  return stmt;
}

/* What was written by an older program has no reading yet. */
static char *
dup_reading (const GgovCaseTypeRecord *record)
{
  g_autofree char *pinyin = NULL;

  if (record->reading && *record->reading)
    return g_strdup (record->reading);

  pinyin = _ggov_search_text_dup_word_pinyin (record->name_zh);

  return _ggov_search_text_dup_reading (pinyin);
}

static gboolean
matches (const GgovCaseTypeRecord *record,
         const char * const       *typed)
{
  const char *texts[] = {
    record->code, record->name, record->name_zh, record->class_name, record->class_name_zh,
    record->filing, record->filing_zh, record->role_label,
  };
  g_autofree char *reading = typed ? dup_reading (record) : NULL;

  return typed == NULL || _ggov_roster_match (typed, reading, texts, G_N_ELEMENTS (texts));
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) typed = _ggov_roster_split_text (query->text);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = prepare (db, query, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    {
      g_autoptr(GgovCaseTypeVersion) version = _ggov_case_type_make (db, stmt, &error);

      if (version == NULL)
        break;
      if (matches (ggov_case_type_version_get_record (version), (const char * const *) typed))
        g_ptr_array_add (rows, g_steal_pointer (&version));
    }

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* On the store's thread. */
static gboolean
save (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  const Order *order = data;

  return ggov_change_save_case_type (change, ggov_case_type_version_get_record (order->version),
                                     order->day, error) != 0;
}

/* On the store's thread. */
static gboolean
withdraw (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const Order *order = data;

  return ggov_change_withdraw_case_type (change, order->code, order->day, error);
}

void
ggov_store_list_case_types_async (GgovStore                *self,
                                  const GgovCaseTypeFilter *filter,
                                  const char               *day,
                                  GCancellable             *cancellable,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data)
{
  Query *query;

  g_return_if_fail (day != NULL);

  query = g_new0 (Query, 1);
  query->day = g_strdup (day);
  if (filter)
    {
      query->code = g_strdup (filter->code);
      query->text = g_strdup (filter->text);
      query->lane = g_strdup (filter->lane);
      query->with_ended = filter->with_ended;
      query->last = filter->last;
    }
  _ggov_store_call (self, ggov_store_list_case_types_async, list_job, query,
                    (GDestroyNotify) query_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_case_types_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_CASE_TYPE_VERSION) : NULL;
}

void
ggov_store_save_case_type_async (GgovStore                *self,
                                 const GgovCaseTypeRecord *record,
                                 const char               *day,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  Order *order;

  g_return_if_fail (record != NULL);

  order = g_new0 (Order, 1);
  order->version = ggov_case_type_version_new (record);
  order->day = g_strdup (day);

  ggov_store_change_async (self, record->id ? N_("Change a case type") : N_("Add a case type"), "",
                           save, order, (GDestroyNotify) order_free, cancellable, callback,
                           user_data);
}

void
ggov_store_withdraw_case_type_async (GgovStore           *self,
                                     const char          *code,
                                     const char          *day,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Order *order;

  g_return_if_fail (code != NULL);
  g_return_if_fail (day != NULL);

  order = g_new0 (Order, 1);
  order->code = g_strdup (code);
  order->day = g_strdup (day);

  ggov_store_change_async (self, N_("Withdraw a case type"), "", withdraw, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
