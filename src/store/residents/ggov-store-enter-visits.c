/* ggov-store-enter-visits.c: visits that were made, and what came of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-issue-file-private.h"
#include "ggov-local-time.h"
#include "ggov-store-visits.h"
#include "ggov-visits-private.h"
#include "ggov-write-residents.h"

#define FILED_MINUTE (12 * 60) /* nobody says at what time of the day a visit was */

#define SQL_HOUSEHOLD \
  "SELECT h.dwelling_id, h.formed_on, h.ended_on, b.id, " GGOV_RESIDENTS_PLACE_COLUMNS ", d.door " \
  "FROM household h " GGOV_RESIDENTS_JOIN_DOOR "WHERE h.id = $1"
enum { DWELLING_ID, FORMED_ON, ENDED_ON, BUILDING_ID, PLACE };

#define SQL_MEMBERS \
  "SELECT m.id, m.confirmed_on FROM residence r JOIN resident m ON m.person_id = r.person_id " \
  "WHERE r.household_id = $1 AND " GGOV_SQL_RESIDES_ON ("r", "$2") " " \
  "AND ($3 IS NULL OR r.person_id = $3) ORDER BY m.id"

#define SQL_STOP \
  "SELECT s.household_id, coalesce (s.person_id, 0), coalesce (q.visitor_id, 0), q.day, s.visit_id " \
  "FROM visit_stop s JOIN visit_round q ON q.id = s.round_id WHERE s.id = $1"

typedef struct
{
  GStringChunk *texts;
  GArray       *entries;  /* (element-type GgovVisitEntry) */
  GStrvBuilder *numbers;  /* of issues */
  char        **filed;    /* (nullable): the same, at the end */
  gint64        change_id;
} Order;

static void
order_free (Order *order)
{
  g_string_chunk_free (order->texts);
  g_array_unref (order->entries);
  g_strv_builder_unref (order->numbers);
  g_strfreev (order->filed);
  g_free (order);
}

static const char *
keep (Order      *order,
      const char *text)
{
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;

  return plain && *plain ? g_string_chunk_insert (order->texts, plain) : NULL;
}

static gboolean
check_entry (const GgovVisitEntry  *entry,
             GgovStmt              *household,
             GError               **error)
{
  const char *formed_on = ggov_stmt_get_text (household, FORMED_ON);
  const char *ended_on = ggov_stmt_get_text (household, ENDED_ON);
  const gboolean is_met = g_strcmp0 (entry->outcome, "met") == 0;
  int day;

  if (entry->day == NULL)
    return _ggov_residents_refuse (error, g_strdup (_("Say on which day the visit was.")));
  if (!ggov_local_day_parse (entry->day, &day, error))
    return FALSE;
  if (!is_met && g_strcmp0 (entry->outcome, "absent") != 0 &&
      g_strcmp0 (entry->outcome, "refused") != 0)
    /* Translators: what somebody typed */
    return _ggov_residents_refuse (error, g_strdup_printf (
      _("“%s” is no outcome of a visit: met, absent or refused."),
      entry->outcome ? entry->outcome : ""));
  if (strcmp (entry->day, formed_on) < 0 || (ended_on && strcmp (entry->day, ended_on) >= 0))
    return _ggov_residents_refuse (error, g_strdup (
      _("This household was not there on that day. Choose another day or household.")));
  if (entry->confirmed && !is_met)
    return _ggov_residents_refuse (error, g_strdup (
      _("Nobody was met, so nothing can have been confirmed.")));
  if (entry->case_type_id != 0 && entry->found == NULL && entry->issue_title == NULL)
    return _ggov_residents_refuse (error, g_strdup (_("Say what was found.")));

  return TRUE;
}

/* Whoever was gone over later than on this day stays as they are. */
static gboolean
confirm (GgovChange            *change,
         const GgovVisitEntry  *entry,
         GError               **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("confirmed_on", entry->day) };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_MEMBERS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, entry->household_id);
  ggov_stmt_bind_text (stmt, 2, entry->day);
  ggov_stmt_bind_id (stmt, 3, entry->person_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const gint64 id = ggov_stmt_get_int (stmt, 0);

      if (ggov_stmt_is_null (stmt, 1) || strcmp (ggov_stmt_get_text (stmt, 1), entry->day) < 0)
        g_array_append_val (ids, id);
    }

  for (guint i = 0; step == GGOV_DB_DONE && i < ids->len; i++)
    if (!_ggov_change_update (change, "resident", g_array_index (ids, gint64, i), -1, columns, 1,
                              error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

static gboolean
file_issue (GgovChange            *change,
            Order                 *order,
            const GgovVisitEntry  *entry,
            GgovStmt              *household,
            gint64                *issue_id,
            GError               **error)
{
  g_autofree char *door = _ggov_residents_dup_door (household, PLACE);
  g_autofree char *number = NULL;
  GgovIssueFiling filing = {
    .case_type_id = entry->case_type_id,
    .title = entry->issue_title ? entry->issue_title : entry->found,
    .description = entry->found,
    .source = GGOV_ISSUE_SOURCE_VISIT,
    .building_id = ggov_stmt_get_int (household, BUILDING_ID),
    .place = door,
    .reporter_id = entry->visitor_id,
  };
  int day = 0;

  if (!ggov_local_day_parse (entry->day, &day, error))
    return FALSE;

  filing.at = ggov_local_time_from_day (day, FILED_MINUTE);
  if (!_ggov_issue_file (change, &filing, issue_id, &number, error))
    return FALSE;

  g_strv_builder_add (order->numbers, number);

  return TRUE;
}

/* The sheet says what was not said. */
static gboolean
read_stop (GgovChange      *change,
           Order           *order,
           GgovVisitEntry  *entry,
           GError         **error)
{
  g_autoptr(GgovStmt) stop = NULL;

  if (entry->stop_id == 0)
    return TRUE;

  if (!(stop = _ggov_residents_find (change->db, SQL_STOP, entry->stop_id, NULL,
                                     _("There is no such line on a visit sheet. Choose one."), error)))
    return FALSE;
  if (!ggov_stmt_is_null (stop, 4))
    return _ggov_residents_refuse (error, g_strdup (
      _("What came of this line of the sheet was entered already. Undo that first.")));

  entry->household_id = ggov_stmt_get_int (stop, 0);
  entry->person_id = ggov_stmt_get_int (stop, 1);
  if (entry->visitor_id == 0)
    entry->visitor_id = ggov_stmt_get_int (stop, 2);
  if (entry->day == NULL)
    entry->day = keep (order, ggov_stmt_get_text (stop, 3));

  return TRUE;
}

static gboolean
tick_stop (GgovChange  *change,
           gint64       stop_id,
           gint64       visit_id,
           GError     **error)
{
  const GgovColumn columns[] = { GGOV_ID ("visit_id", visit_id) };

  return stop_id == 0 || _ggov_change_update (change, "visit_stop", stop_id, -1, columns, 1, error);
}

static gboolean
enter (GgovChange            *change,
       Order                 *order,
       const GgovVisitEntry  *entry,
       GError               **error)
{
  g_autoptr(GgovStmt) household = _ggov_residents_find (change->db, SQL_HOUSEHOLD,
                                                        entry->household_id, NULL,
                                                        _("There is no such household. Choose one."),
                                                        error);
  g_autofree char *door = NULL;
  gint64 visit_id = 0;
  GgovVisitRow row = {
    .household_id = entry->household_id,
    .person_id = entry->person_id,
    .visitor_id = entry->visitor_id,
    .day = entry->day,
    .outcome = entry->outcome,
    .confirmed = entry->confirmed,
    .found = entry->found,
  };

  if (household == NULL || !check_entry (entry, household, error))
    return FALSE;

  row.dwelling_id = ggov_stmt_get_int (household, DWELLING_ID);
  door = _ggov_residents_dup_door (household, PLACE);
  if ((entry->case_type_id != 0 &&
       !file_issue (change, order, entry, household, &row.issue_id, error)) ||
      !ggov_change_add_visits (change, &row, 1, &visit_id, error) ||
      !tick_stop (change, entry->stop_id, visit_id, error))
    return FALSE;

  ggov_change_set_subject (change, order->entries->len == 1 ? door : "");

  return !entry->confirmed || confirm (change, entry, error);
}

/* On the store's thread. */
static gboolean
enter_all (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  Order *order = data;

  for (guint i = 0; i < order->entries->len; i++)
    {
      GgovVisitEntry *entry = &g_array_index (order->entries, GgovVisitEntry, i);

      if (!read_stop (change, order, entry, error) || !enter (change, order, entry, error))
        return FALSE;
    }

  order->filed = g_strv_builder_end (order->numbers);

  return TRUE;
}

static void
entered_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &order->change_id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_enter_visits_async (GgovStore            *self,
                               const GgovVisitEntry *entries,
                               guint                 n,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->texts = g_string_chunk_new (512);
  order->entries = g_array_new (FALSE, FALSE, sizeof (GgovVisitEntry));
  order->numbers = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    {
      GgovVisitEntry entry = entries[i];

      entry.day = keep (order, entry.day);
      entry.outcome = keep (order, entry.outcome);
      entry.found = keep (order, entry.found);
      entry.issue_title = keep (order, entry.issue_title);
      g_array_append_val (order->entries, entry);
    }

  g_task_set_source_tag (task, ggov_store_enter_visits_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  ggov_store_change_async (self, N_("Enter visits"), "", enter_all, order, NULL, cancellable,
                           entered_cb, task);
}

gboolean
ggov_store_enter_visits_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                gint64        *change_id,
                                GStrv         *numbers,
                                GError       **error)
{
  Order *order;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  order = g_task_get_task_data (G_TASK (result));
  if (change_id)
    *change_id = order->change_id;
  if (numbers)
    *numbers = g_steal_pointer (&order->filed);

  return TRUE;
}
