/* ggov-store-rule-measures.c: the register of rules that cases led to (立改废)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-indicator-read-private.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-rule-measures.h"

#define YEAR_DAYS 365

#define SQL_MEASURES \
  "SELECT m.id, m.row_version, m.deed, m.title, m.rule, m.valid_from, m.owner, " \
  "(SELECT count (*) FROM rule_measure_issue l WHERE l.rule_measure_id = m.id) " \
  "FROM rule_measure m ORDER BY m.valid_from DESC, m.id DESC"

#define SQL_TYPES \
  "SELECT DISTINCT t.code, t.name, t.name_zh FROM rule_measure_issue l " \
  "JOIN issue i ON i.id = l.issue_id JOIN case_type t ON t.id = i.case_type_id " \
  "WHERE l.rule_measure_id = $1 ORDER BY t.code"

/* Issues of the types of its cases on the grids of its cases, reported from $2 to before $3. */
#define SQL_COUNT \
  "SELECT count (*) FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "WHERE i.filed_at >= $2 AND i.filed_at < $3 AND i.stage <> 'void' AND EXISTS (" \
  "SELECT 1 FROM rule_measure_issue l JOIN issue c ON c.id = l.issue_id " \
  "JOIN case_type ct ON ct.id = c.case_type_id WHERE l.rule_measure_id = $1 AND ct.code = t.code " \
  "AND c.grid_id IS NOT DISTINCT FROM i.grid_id)"

#define SQL_FIRST "SELECT min (filed_at) FROM issue"
#define SQL_ISSUES \
  "SELECT issue_id FROM rule_measure_issue WHERE rule_measure_id = $1 ORDER BY issue_id"
#define SQL_LINKS "SELECT id FROM rule_measure_issue WHERE rule_measure_id = $1 ORDER BY id"
#define SQL_IS_LINKED \
  "SELECT count (*) FROM rule_measure_issue WHERE rule_measure_id = $1 AND issue_id = $2"

/* An entry with texts of its own. */
typedef struct
{
  GgovRuleMeasureEntry  entry;
  char                 *title;
  char                 *rule;
  char                 *valid_from;
  char                 *owner;
  gint64               *issue_ids;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->title);
  g_free (order->rule);
  g_free (order->valid_from);
  g_free (order->owner);
  g_free (order->issue_ids);
  g_free (order);
}

/* Reading ----------------------------------------------------------------------------------- */

/* What the register is read with. */
typedef struct
{
  GgovDb *db;
  int     first; /* day of the first record */
  int     today;
} Reading;

static gboolean
count_issues (const Reading  *reading,
              gint64          measure_id,
              int             from,
              int             to,
              GgovRate       *rate,
              GError        **error)
{
  g_autoptr(GgovStmt) stmt = NULL;

  *rate = (GgovRate) { 0, MAX (to - from, 0) };
  if (rate->denominator == 0)
    return TRUE;
  if (!(stmt = ggov_db_prepare (reading->db, SQL_COUNT, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, measure_id);
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (from, 0));
  ggov_stmt_bind_int (stmt, 3, ggov_local_time_from_day (to, 0));
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  rate->numerator = ggov_stmt_get_int (stmt, 0);

  return TRUE;
}

static char *
dup_types (GgovDb  *db,
           gint64   measure_id,
           GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_TYPES, error);
  GString *types = g_string_new (NULL);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    ggov_stmt_bind_int (stmt, 1, measure_id);
  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_autofree char *label = _ggov_indicator_dup_label (ggov_stmt_get_text (stmt, 1),
                                                          ggov_stmt_get_text (stmt, 2));

      /* Translators: between two of several names */
      g_string_append_printf (types, "%s%s", types->len ? C_("list", ", ") : "", label);
    }

  return g_string_free (types, step != GGOV_DB_DONE);
}

/* A measure without cases has nothing to be compared by. */
static gboolean
find_rates (const Reading          *reading,
            GgovRuleMeasureFields  *fields,
            GError                **error)
{
  int day;

  if (fields->n_issues == 0 || !ggov_local_day_parse (fields->valid_from, &day, NULL))
    return TRUE;

  return count_issues (reading, fields->id, MAX (day - YEAR_DAYS, reading->first), day,
                       &fields->before, error) &&
         count_issues (reading, fields->id, day, MIN (reading->today + 1, day + YEAR_DAYS),
                       &fields->after, error);
}

static GgovRuleMeasure *
read_measure (const Reading  *reading,
              GgovStmt       *stmt,
              GError        **error)
{
  g_autofree char *types = NULL;
  GgovRuleMeasureFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .title = ggov_stmt_get_text (stmt, 3),
    .rule = ggov_stmt_get_text (stmt, 4),
    .valid_from = ggov_stmt_get_text (stmt, 5),
    .owner = ggov_stmt_get_text (stmt, 6),
    .n_issues = ggov_stmt_get_int (stmt, 7),
  };

  ggov_rule_deed_from_code (ggov_stmt_get_text (stmt, 2), &fields.deed);
  fields.types = types = dup_types (reading->db, fields.id, error);
  if (types == NULL || !find_rates (reading, &fields, error))
    return NULL;

  return ggov_rule_measure_new (&fields);
}

static GPtrArray *
list_measures (GgovDb      *db,
               const char  *today,
               GError     **error)
{
  g_autoptr(GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovStmt) stmt = NULL;
  Reading reading = { .db = db };
  gint64 first;
  GgovDbStep step;

  if (!ggov_local_day_parse (today, &reading.today, error) ||
      !ggov_db_query_int (db, SQL_FIRST, &first, error) ||
      !(stmt = ggov_db_prepare (db, SQL_MEASURES, error)))
    return NULL;

  reading.first = ggov_local_time_get_day (first);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovRuleMeasure *measure = read_measure (&reading, stmt, error);

      if (measure == NULL)
        return NULL;
      g_ptr_array_add (measures, measure);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&measures) : NULL;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GPtrArray *measures = list_measures (db, g_task_get_task_data (task), &error);

  if (measures)
    g_task_return_pointer (task, measures, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_rule_measures_async (GgovStore           *self,
                                     const char          *today,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (today != NULL);

  _ggov_store_call (self, ggov_store_list_rule_measures_async, list_job, g_strdup (today), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_rule_measures_finish (GgovStore     *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  GPtrArray *measures;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  measures = g_task_propagate_pointer (G_TASK (result), error);

  return measures ? _ggov_store_take_list (measures, GGOV_TYPE_RULE_MEASURE) : NULL;
}

static GArray *
list_ids (GgovDb      *db,
          const char  *sql,
          gint64       measure_id,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, measure_id);

  return ggov_stmt_list_ints (stmt, error);
}

/* On the store's thread. */
static void
issues_job (GTask  *task,
            GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) ids = list_ids (db, SQL_ISSUES, *(gint64 *) g_task_get_task_data (task), &error);

  for (guint i = 0; ids && error == NULL && i < ids->len; i++)
    {
      GgovIssue *issue = _ggov_issue_find (db, g_array_index (ids, gint64, i), &error);

      if (issue)
        g_ptr_array_add (issues, issue);
    }

  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&issues), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_rule_issues_async (GgovStore           *self,
                                   gint64               measure_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_rule_issues_async, issues_job,
                    g_memdup2 (&measure_id, sizeof measure_id), g_free, cancellable, callback,
                    user_data);
}

GListModel *
ggov_store_list_rule_issues_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  GPtrArray *issues;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  issues = g_task_propagate_pointer (G_TASK (result), error);

  return issues ? _ggov_store_take_list (issues, GGOV_TYPE_ISSUE) : NULL;
}

/* Writing ----------------------------------------------------------------------------------- */

static gboolean
check_entry (const GgovRuleMeasureEntry  *entry,
             GError                     **error)
{
  g_autofree char *title = g_strstrip (g_strdup (entry->title ? entry->title : ""));
  int day;

  if (*title == '\0')
    return _ggov_issue_refuse (error, _("A measure needs a title."));
  if (entry->valid_from == NULL || !ggov_local_day_parse (entry->valid_from, &day, NULL))
    return _ggov_issue_refuse (error, _("Say from which day it holds, such as 2026-04-01."));

  return TRUE;
}

static gboolean
link_issue (GgovChange  *change,
            gint64       measure_id,
            gint64       issue_id,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_IS_LINKED, error);
  const GgovColumn columns[] = {
    GGOV_ID ("rule_measure_id", measure_id),
    GGOV_ID ("issue_id", issue_id),
  };

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, measure_id);
  ggov_stmt_bind_int (stmt, 2, issue_id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  return ggov_stmt_get_int (stmt, 0) > 0 ||
         _ggov_change_insert (change, "rule_measure_issue", columns, G_N_ELEMENTS (columns),
                              error) != 0;
}

static gboolean
write_measure (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  const GgovRuleMeasureEntry *entry = &((const Order *) data)->entry;
  const GgovColumn columns[] = {
    GGOV_TEXT ("deed", ggov_rule_deed_get_code (entry->deed)),
    GGOV_TEXT ("title", entry->title),
    GGOV_TEXT ("rule", entry->rule ? entry->rule : ""),
    GGOV_TEXT ("valid_from", entry->valid_from),
    GGOV_TEXT ("owner", entry->owner ? entry->owner : ""),
  };
  gint64 id = entry->id;

  if (!check_entry (entry, error))
    return FALSE;

  if (id == 0)
    id = _ggov_change_insert (change, "rule_measure", columns, G_N_ELEMENTS (columns), error);
  else if (!_ggov_change_update (change, "rule_measure", id, entry->row_version, columns,
                                 G_N_ELEMENTS (columns), error))
    return FALSE;

  for (guint i = 0; id != 0 && i < entry->n_issues; i++)
    if (!link_issue (change, id, entry->issue_ids[i], error))
      return FALSE;

  return id != 0;
}

void
ggov_store_write_rule_measure_async (GgovStore                  *self,
                                     const GgovRuleMeasureEntry *entry,
                                     GCancellable               *cancellable,
                                     GAsyncReadyCallback         callback,
                                     gpointer                    user_data)
{
  Order *order;

  g_return_if_fail (entry != NULL && (guint) entry->deed < GGOV_N_RULE_DEEDS);

  order = g_new0 (Order, 1);
  order->entry = *entry;
  order->entry.title = order->title = g_strdup (entry->title);
  order->entry.rule = order->rule = g_strdup (entry->rule);
  order->entry.valid_from = order->valid_from = g_strdup (entry->valid_from);
  order->entry.owner = order->owner = g_strdup (entry->owner);
  order->entry.issue_ids = order->issue_ids = g_memdup2 (entry->issue_ids,
                                                         entry->n_issues * sizeof (gint64));
  ggov_store_change_async (self, entry->id ? N_("Change a measure") : N_("Enter a measure"), "",
                           write_measure, order, order_free, cancellable, callback, user_data);
}

static gboolean
remove_measure (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  gint64 id = *(const gint64 *) data;
  g_autoptr(GArray) links = list_ids (change->db, SQL_LINKS, id, error);

  for (guint i = 0; links && i < links->len; i++)
    if (!_ggov_change_delete (change, "rule_measure_issue", g_array_index (links, gint64, i), error))
      return FALSE;

  return links && _ggov_change_delete (change, "rule_measure", id, error);
}

void
ggov_store_remove_rule_measure_async (GgovStore           *self,
                                      gint64               measure_id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  ggov_store_change_async (self, N_("Remove a measure"), "", remove_measure,
                           g_memdup2 (&measure_id, sizeof measure_id), g_free, cancellable,
                           callback, user_data);
}
