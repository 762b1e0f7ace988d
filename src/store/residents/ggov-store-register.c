/* ggov-store-register.c: people come, go, are born and die, households become others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-register-act-private.h"
#include "ggov-write-residents.h"

#define SQL_OF_PERSON \
  "SELECT DISTINCT r.household_id FROM residence r WHERE r.person_id = $1 AND " \
  GGOV_SQL_RESIDES_ON ("r", "$2") " ORDER BY 1"
#define SQL_RESIDENT "SELECT id FROM resident WHERE person_id = $1"
#define SQL_MEMBERSHIPS \
  "SELECT id FROM resident_group WHERE person_id = $1 AND valid_from <= $2 " \
  "AND (valid_to IS NULL OR valid_to > $2)"
#define SQL_DOOR \
  "SELECT " GGOV_RESIDENTS_PLACE_COLUMNS ", d.door FROM household h " GGOV_RESIDENTS_JOIN_DOOR \
  "WHERE h.id = $1"

static const struct
{
  const char *code;
  const char *action;
  gboolean    leaves;
  gboolean    joins;
} deeds[GGOV_N_REGISTER_DEEDS] = {
  [GGOV_REGISTER_MOVE_IN] = { "move_in", N_("Record a move in"), FALSE, TRUE },
  [GGOV_REGISTER_MOVE_OUT] = { "move_out", N_("Record a move out"), TRUE, FALSE },
  [GGOV_REGISTER_MOVE_WITHIN] = { "move_within", N_("Record a move within the area"), TRUE, TRUE },
  [GGOV_REGISTER_BIRTH] = { "birth", N_("Record a birth"), FALSE, TRUE },
  [GGOV_REGISTER_DEATH] = { "death", N_("Record a death"), FALSE, FALSE },
  [GGOV_REGISTER_SPLIT] = { "split", N_("Split a household"), TRUE, TRUE },
  [GGOV_REGISTER_MERGE] = { "merge", N_("Merge two households"), TRUE, TRUE },
  [GGOV_REGISTER_HEAD] = { "head", N_("Change the head of a household"), TRUE, FALSE },
};

const char *
ggov_register_deed_get_code (GgovRegisterDeed deed)
{
  g_return_val_if_fail (deed < GGOV_N_REGISTER_DEEDS, NULL);

  return deeds[deed].code;
}

const char *
ggov_register_deed_get_label (GgovRegisterDeed deed)
{
  g_return_val_if_fail (deed < GGOV_N_REGISTER_DEEDS, NULL);

  return _(deeds[deed].action);
}

/* The order -------------------------------------------------------------------------------------- */

/* Without blanks around it; what is empty is nothing. */
static const char *
keep (GgovRegisterOrder *order,
      const char        *text)
{
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;

  return plain && *plain ? g_string_chunk_insert (order->texts, plain) : NULL;
}

static GgovRegisterOrder *
order_new (const GgovRegisterAct *act)
{
  GgovRegisterOrder *order = g_new0 (GgovRegisterOrder, 1);

  order->texts = g_string_chunk_new (512);
  order->movers = g_array_new (FALSE, TRUE, sizeof (GgovRegisterMover));
  order->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  order->act = *act;
  order->act.day = keep (order, act->day);
  order->act.door = keep (order, act->door);
  order->act.elsewhere = keep (order, act->elsewhere);
  order->act.reason = keep (order, act->reason);
  order->act.report = keep (order, act->report);
  order->act.members = NULL;
  for (guint i = 0; i < act->n_members; i++)
    {
      GgovRegisterMover mover = { .asked = act->members[i] };

      mover.asked.name = keep (order, mover.asked.name);
      mover.asked.sex = keep (order, mover.asked.sex);
      mover.asked.birth_date = keep (order, mover.asked.birth_date);
      mover.asked.phone = keep (order, mover.asked.phone);
      mover.asked.identity_kind = keep (order, mover.asked.identity_kind);
      mover.asked.identity_number = keep (order, mover.asked.identity_number);
      mover.asked.relation = keep (order, mover.asked.relation);
      g_array_append_val (order->movers, mover);
    }

  return order;
}

static void
order_free (GgovRegisterOrder *order)
{
  g_string_chunk_free (order->texts);
  g_array_unref (order->movers);
  g_array_unref (order->touched);
  g_free (order);
}

static gint64
get_person (const GgovRegisterOrder *order)
{
  return order->movers->len > 0
         ? g_array_index (order->movers, GgovRegisterMover, 0).asked.person_id
         : order->act.head_id;
}

/* Writing it ------------------------------------------------------------------------------------- */

static gboolean
check_days (const GgovRegisterOrder  *order,
            GError                  **error)
{
  int day;

  if (order->act.deed == GGOV_REGISTER_DEATH && order->movers->len == 0)
    return _ggov_residents_refuse (error, g_strdup (_("Say who died.")));
  if (order->act.day == NULL)
    return _ggov_residents_refuse (error, g_strdup (_("Say on which day it happened.")));
  if (!ggov_local_day_parse (order->act.day, &day, error))
    return FALSE;

  for (guint i = 0; i < order->movers->len; i++)
    {
      const char *born = g_array_index (order->movers, GgovRegisterMover, i).asked.birth_date;

      if (born && !ggov_local_day_parse (born, &day, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_event (GgovChange         *change,
             GgovRegisterOrder  *order,
             GError            **error)
{
  const GgovRegisterEventRow row = {
    .kind = deeds[order->act.deed].code,
    .day = order->act.day,
    .person_id = get_person (order),
    .household_id = order->act.household_id,
    .to_household_id = order->to_id,
    .elsewhere = order->act.elsewhere,
    .reason = order->act.reason,
    .report = order->act.report,
  };

  return ggov_change_add_register_events (change, &row, 1, &order->event_id, error);
}

static GArray *
list_of_person (GgovDb      *db,
                const char  *sql,
                gint64       person_id,
                const char  *day,
                GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, person_id);
  if (day)
    ggov_stmt_bind_text (stmt, 2, day);

  return ggov_stmt_list_ints (stmt, error);
}

static gboolean
end_memberships (GgovChange  *change,
                 gint64       person_id,
                 const char  *day,
                 GError     **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", day) };
  g_autoptr(GArray) ids = list_of_person (change->db, SQL_MEMBERSHIPS, person_id, day, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_update (change, "resident_group", g_array_index (ids, gint64, i), -1, columns,
                              1, error))
      return FALSE;

  return ids != NULL;
}

/* Somebody may be registered in one household and live in another. */
static gboolean
write_death (GgovChange         *change,
             GgovRegisterOrder  *order,
             GError            **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("died_on", order->act.day) };
  const gint64 person_id = get_person (order);
  g_autoptr(GArray) resident = list_of_person (change->db, SQL_RESIDENT, person_id, NULL, error);
  g_autoptr(GArray) households = NULL;

  if (resident == NULL ||
      !(households = list_of_person (change->db, SQL_OF_PERSON, person_id, order->act.day, error)))
    return FALSE;
  if (resident->len == 0 || households->len == 0)
    return _ggov_residents_refuse (error, g_strdup (
      _("They are of no household of the register on that day.")));

  for (guint i = 0; i < households->len; i++)
    if (!_ggov_register_leave (change, order, g_array_index (households, gint64, i), error))
      return FALSE;

  return _ggov_change_update (change, "resident", g_array_index (resident, gint64, 0), -1, columns,
                              1, error) &&
         end_memberships (change, person_id, order->act.day, error);
}

static gboolean
check_touched (GgovDb                   *db,
               const GgovRegisterOrder  *order,
               GError                  **error)
{
  for (guint i = 0; i < order->touched->len; i++)
    if (!_ggov_residents_check_household (db, g_array_index (order->touched, gint64, i),
                                          order->act.day, error))
      return FALSE;

  return TRUE;
}

/* The log names the door, and nobody. */
static gboolean
set_subject (GgovChange               *change,
             const GgovRegisterOrder  *order,
             GError                  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_DOOR, error);
  g_autofree char *door = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->to_id ? order->to_id : order->act.household_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      door = _ggov_residents_dup_door (stmt, 0);
      ggov_change_set_subject (change, door);
    }

  return step != GGOV_DB_ERROR;
}

gboolean
_ggov_register_act (GgovChange  *change,
                    gpointer     data,
                    GError     **error)
{
  GgovRegisterOrder *order = data;
  const gboolean leaves = deeds[order->act.deed].leaves;
  const gboolean joins = deeds[order->act.deed].joins;

  if (!check_days (order, error) ||
      (joins && !_ggov_register_prepare_join (change, order, error)) ||
      !write_event (change, order, error))
    return FALSE;

  if (order->act.deed == GGOV_REGISTER_DEATH && !write_death (change, order, error))
    return FALSE;

  return (!leaves || _ggov_register_leave (change, order, order->act.household_id, error)) &&
         (!joins || _ggov_register_join (change, order, error)) &&
         check_touched (change->db, order, error) && set_subject (change, order, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GgovRegisterOrder *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &order->change_id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_register_async (GgovStore             *self,
                           const GgovRegisterAct *act,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               user_data)
{
  GgovRegisterOrder *order;
  GTask *task;

  g_return_if_fail (act != NULL && act->deed < GGOV_N_REGISTER_DEEDS);

  order = order_new (act);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_store_register_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  ggov_store_change_async (self, deeds[act->deed].action, "", _ggov_register_act, order, NULL,
                           cancellable, written_cb, task);
}

gboolean
ggov_store_register_finish (GgovStore     *self,
                            GAsyncResult  *result,
                            gint64        *change_id,
                            gint64        *household_id,
                            gint64        *person_id,
                            GError       **error)
{
  const GgovRegisterOrder *order;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  order = g_task_get_task_data (G_TASK (result));
  if (change_id)
    *change_id = order->change_id;
  if (household_id)
    *household_id = order->to_id ? order->to_id : order->act.household_id;
  if (person_id)
    *person_id = get_person (order);

  return TRUE;
}
