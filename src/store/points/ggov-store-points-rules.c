/* ggov-store-points-rules.c: the rules of points, their versions and drafts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-points-rules-private.h"
#include "ggov-store-points-rules.h"
#include "ggov-write-points-private.h"

#define SQL_VERSIONS \
  "SELECT " GGOV_POINTS_RULE_COLUMNS " FROM points_rule r WHERE $1 <> '' " \
  "ORDER BY r.code, r.version DESC"
#define SQL_IN_FORCE \
  "SELECT " GGOV_POINTS_RULE_COLUMNS " FROM points_rule r WHERE " GGOV_POINTS_RULE_IN_FORCE ("$1") \
  " ORDER BY r.code, r.version"
#define SQL_NEWEST \
  "SELECT coalesce (max (version), 0) FROM points_rule WHERE code = $1 AND draft = 0"
#define SQL_DRAFT "SELECT id, valid_from FROM points_rule WHERE code = $1 AND draft = 1"
#define SQL_BEFORE \
  "SELECT id, valid_from, coalesce (valid_to, '') FROM points_rule WHERE code = $1 AND draft = 0 " \
  "AND coalesce (valid_to, $2) >= $2 ORDER BY version"
#define SQL_ROLES "SELECT id FROM points_rule_role WHERE rule_id = $1"

/* What is written: a record whose texts are its own. */
typedef struct
{
  GgovPointsRuleRecord record;
  char                *today; /* (nullable): ISO day */
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free ((char *) act->record.code);
  g_free ((char *) act->record.activity);
  g_free ((char *) act->record.activity_zh);
  g_free ((char *) act->record.valid_from);
  g_free ((char *) act->record.valid_to);
  g_free ((char *) act->record.earned_by);
  g_free ((char *) act->record.roles);
  g_free (act->today);
  g_free (act);
}

static Act *
act_new (const char *code,
         const char *today)
{
  Act *act = g_new0 (Act, 1);

  act->record.code = g_strdup (code);
  act->today = g_strdup (today);

  return act;
}

/* Reading --------------------------------------------------------------------------------------- */

static void
list_job (GTask      *task,
          GgovDb     *db,
          const char *sql)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, &error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GgovPointsRule *rule = NULL;
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW &&
         (rule = _ggov_points_make_rule (db, stmt, &error)))
    g_ptr_array_add (rows, rule);

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* On the store's thread. */
static void
versions_job (GTask  *task,
              GgovDb *db)
{
  list_job (task, db, SQL_VERSIONS);
}

/* On the store's thread. */
static void
in_force_job (GTask  *task,
              GgovDb *db)
{
  list_job (task, db, SQL_IN_FORCE);
}

static GListModel *
take_rules (gpointer       self,
            GAsyncResult  *result,
            GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_POINTS_RULE) : NULL;
}

/* Writing --------------------------------------------------------------------------------------- */

static gboolean
discard_draft (GgovChange  *change,
               const char  *code,
               gboolean    *was_there,
               GError     **error)
{
  g_autoptr(GgovStmt) draft = ggov_db_prepare (change->db, SQL_DRAFT, error);
  g_autoptr(GgovStmt) stmt = draft ? ggov_db_prepare (change->db, SQL_ROLES, error) : NULL;
  g_autoptr(GArray) roles = NULL;
  GgovDbStep step;
  gint64 id;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (draft, 1, code);
  step = ggov_stmt_step (draft, error);
  *was_there = step == GGOV_DB_ROW;
  if (step != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  id = ggov_stmt_get_int (draft, 0);
  ggov_stmt_bind_int (stmt, 1, id);
  if (!(roles = ggov_stmt_list_ints (stmt, error)))
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    if (!_ggov_change_delete (change, "points_rule_role", g_array_index (roles, gint64, i), error))
      return FALSE;

  return _ggov_change_delete (change, "points_rule", id, error);
}

static gboolean
write_draft (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  Act *act = data;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_NEWEST, error);
  gboolean was_there;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, act->record.code);
  if (!_ggov_points_ask (stmt, "version", error) ||
      !discard_draft (change, act->record.code, &was_there, error))
    return FALSE;

  act->record.version = ggov_stmt_get_int (stmt, 0) + 1;
  act->record.is_draft = TRUE;
  ggov_change_set_subject (change, act->record.code);

  return ggov_change_add_points_rule (change, &act->record, error) != 0;
}

static gboolean
write_discard (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  const Act *act = data;
  gboolean was_there = FALSE;

  return discard_draft (change, act->record.code, &was_there, error) &&
         (was_there || _ggov_points_refuse (error, _("There is no draft of this rule.")));
}

/* What is in force ends before a version of it begins; what was to begin later never does. */
static gboolean
end_others (GgovChange  *change,
            const char  *code,
            const char  *first_day,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BEFORE, error);
  g_autofree char *last_day = NULL;
  GgovDbStep step;
  int day = 0;

  if (stmt == NULL || !ggov_local_day_parse (first_day, &day, error))
    return FALSE;

  last_day = ggov_local_day_format (day - 1);
  ggov_stmt_bind_text (stmt, 1, code);
  ggov_stmt_bind_text (stmt, 2, first_day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovColumn columns[] = { GGOV_TEXT ("valid_to", last_day) };

      if (strcmp (ggov_stmt_get_text (stmt, 1), first_day) >= 0)
        return _ggov_points_refuse (error, _("A version of this rule begins on that day or later already. "
                                             "Choose a later day."));
      if (!_ggov_change_update (change, "points_rule", ggov_stmt_get_int (stmt, 0), -1, columns, 1,
                                error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}

static gboolean
write_start (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Act *act = data;
  const GgovColumn columns[] = { GGOV_INT ("draft", 0) };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_DRAFT, error);
  g_autofree char *first_day = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, act->record.code);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE && _ggov_points_refuse (error, _("There is no draft of this rule."));

  first_day = g_strdup (ggov_stmt_get_text (stmt, 1));
  if (strcmp (first_day, act->today) < 0)
    return _ggov_points_refuse (error, _("A rule begins today or later: what was done before is paid by "
                                         "the rule of its day."));

  return end_others (change, act->record.code, first_day, error) &&
         _ggov_change_update (change, "points_rule", ggov_stmt_get_int (stmt, 0), -1, columns, 1, error);
}

static gboolean
write_end (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const Act *act = data;
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", act->today) };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BEFORE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, act->record.code);
  ggov_stmt_bind_text (stmt, 2, act->today);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;
  if (step == GGOV_DB_DONE || strcmp (ggov_stmt_get_text (stmt, 1), act->today) > 0)
    return _ggov_points_refuse (error, _("This activity's rule is not in force on that day."));

  return _ggov_change_update (change, "points_rule", ggov_stmt_get_int (stmt, 0), -1, columns, 1, error);
}

static void
write_act (GgovStore           *self,
           const char          *action,
           GgovChangeFunc       func,
           Act                 *act,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  ggov_store_change_async (self, action, act->record.code, func, act, act_free, cancellable, callback,
                           user_data);
}

/* Public ----------------------------------------------------------------------------------------- */

void
ggov_store_list_points_rules_async (GgovStore           *self,
                                    const char          *as_of,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_points_rules_async, in_force_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_rules_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return take_rules (self, result, error);
}

void
ggov_store_list_points_rule_versions_async (GgovStore           *self,
                                            const char          *as_of,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_points_rule_versions_async, versions_job, g_strdup (as_of),
                    g_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_rule_versions_finish (GgovStore     *self,
                                             GAsyncResult  *result,
                                             GError       **error)
{
  return take_rules (self, result, error);
}

void
ggov_store_draft_points_rule_async (GgovStore                  *self,
                                    const GgovPointsRuleRecord *record,
                                    GCancellable               *cancellable,
                                    GAsyncReadyCallback         callback,
                                    gpointer                    user_data)
{
  Act *act;

  g_return_if_fail (record != NULL);

  act = g_new0 (Act, 1);
  act->record = *record;
  act->record.code = g_strdup (record->code);
  act->record.activity = g_strdup (record->activity);
  act->record.activity_zh = g_strdup (record->activity_zh ? record->activity_zh : record->activity);
  act->record.valid_from = g_strdup (record->valid_from);
  act->record.valid_to = g_strdup (record->valid_to);
  act->record.earned_by = g_strdup (record->earned_by);
  act->record.roles = g_strdup (record->roles);
  write_act (self, N_("Draft a rule of points"), write_draft, act, cancellable, callback, user_data);
}

void
ggov_store_start_points_rule_async (GgovStore           *self,
                                    const char          *code,
                                    const char          *today,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  write_act (self, N_("Put a rule of points in force"), write_start, act_new (code, today), cancellable,
             callback, user_data);
}

void
ggov_store_discard_points_rule_async (GgovStore           *self,
                                      const char          *code,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  write_act (self, N_("Discard the draft of a rule of points"), write_discard, act_new (code, NULL),
             cancellable, callback, user_data);
}

void
ggov_store_end_points_rule_async (GgovStore           *self,
                                  const char          *code,
                                  const char          *last_day,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  write_act (self, N_("End a rule of points"), write_end, act_new (code, last_day), cancellable,
             callback, user_data);
}
