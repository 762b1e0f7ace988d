/* ggov-register-join.c: people join a household, or become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-kinship.h"
#include "ggov-register-act-private.h"
#include "ggov-write-people.h"
#include "ggov-write-residents.h"

#define SQL_HOUSEHOLD \
  "SELECT d.unit_id, h.ended_on FROM household h JOIN dwelling d ON d.id = h.dwelling_id " \
  "WHERE h.id = $1"
#define SQL_SAME_DOOR "SELECT d.unit_id, d.door FROM household h " \
  "JOIN dwelling d ON d.id = h.dwelling_id WHERE h.id = $1"
#define SQL_DWELLING "SELECT id FROM dwelling WHERE unit_id = $1 AND door = $2"
#define SQL_UNIT "SELECT 1 FROM unit WHERE id = $1"
#define SQL_IDENTITY \
  "SELECT n.name FROM resident x JOIN person n ON n.id = x.person_id " \
  "WHERE x.identity_number = $1 AND x.person_id <> $2 AND x.identity_kind = $3"
#define SQL_PERSON \
  "SELECT n.merged_into_id IS NULL, x.id, x.died_on FROM person n " \
  "LEFT JOIN resident x ON x.person_id = n.id WHERE n.id = $1"

static gboolean
find_dwelling (GgovChange  *change,
               gint64       unit_id,
               const char  *door,
               gint64      *id,
               GError     **error)
{
  const GgovDwellingRow row = { unit_id, door };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_DWELLING, error);
  g_autoptr(GgovStmt) unit = _ggov_residents_find (change->db, SQL_UNIT, unit_id, NULL,
                                                   _("There is no such unit. Choose one."), error);
  GgovDbStep step;

  if (stmt == NULL || unit == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, unit_id);
  ggov_stmt_bind_text (stmt, 2, door);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *id = ggov_stmt_get_int (stmt, 0);

  return step == GGOV_DB_ROW ||
         (step == GGOV_DB_DONE && ggov_change_add_dwellings (change, &row, 1, id, error));
}

/* At the door that is said, or at the one of the household that is left. */
static gboolean
make_household (GgovChange         *change,
                GgovRegisterOrder  *order,
                GError            **error)
{
  g_autoptr(GgovStmt) old = NULL;
  GgovHouseholdRow row = { .formed_on = order->act.day };
  const char *door = order->act.door;

  order->to_unit_id = order->act.unit_id;
  if (order->to_unit_id == 0 && order->act.household_id != 0)
    {
      if (!(old = _ggov_residents_find (change->db, SQL_SAME_DOOR, order->act.household_id, NULL,
                                        _("There is no such household. Choose one."), error)))
        return FALSE;
      order->to_unit_id = ggov_stmt_get_int (old, 0);
      door = ggov_stmt_get_text (old, 1);
    }

  if (order->to_unit_id == 0 || door == NULL || *door == '\0')
    return _ggov_residents_refuse (error, g_strdup (_("Say the unit and the door.")));

  order->is_new = TRUE;

  return find_dwelling (change, order->to_unit_id, door, &row.dwelling_id, error) &&
         ggov_change_add_households (change, &row, 1, &order->to_id, error);
}

static gboolean
find_household (GgovChange         *change,
                GgovRegisterOrder  *order,
                GError            **error)
{
  g_autoptr(GgovStmt) stmt = NULL;

  if (order->act.to_household_id == 0)
    return make_household (change, order, error);

  if (!(stmt = _ggov_residents_find (change->db, SQL_HOUSEHOLD, order->act.to_household_id, NULL,
                                     _("There is no such household. Choose one."), error)))
    return FALSE;

  order->to_id = order->act.to_household_id;
  order->to_unit_id = ggov_stmt_get_int (stmt, 0);
  if (ggov_stmt_is_null (stmt, 1))
    return TRUE;

  /* Translators: a day */
  return _ggov_residents_refuse (error, g_strdup_printf (
    _("This household is no more since %s. Choose another or make a new one."),
    ggov_stmt_get_text (stmt, 1)));
}

static gboolean
check_identity (GgovDb                    *db,
                const GgovRegisterMember  *member,
                GError                   **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (member->identity_number == NULL)
    return TRUE;
  if (!(stmt = ggov_db_prepare (db, SQL_IDENTITY, error)))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, member->identity_number);
  ggov_stmt_bind_int (stmt, 2, member->person_id);
  ggov_stmt_bind_text (stmt, 3, member->identity_kind ? member->identity_kind : "");
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person */
  return _ggov_residents_refuse (error, g_strdup_printf (
    _("%s has this identity number already. Choose that person, or put the number right."),
    ggov_stmt_get_text (stmt, 0)));
}

static gboolean
add_resident (GgovChange                *change,
              const GgovRegisterMember  *member,
              const char                *day,
              GError                   **error)
{
  const GgovResidentRow row = {
    .person_id = member->person_id,
    .identity_kind = member->identity_kind,
    .identity_number = member->identity_number,
    .confirmed_on = day,
  };

  return check_identity (change->db, member, error) &&
         ggov_change_add_residents (change, &row, 1, NULL, error);
}

static gboolean
add_somebody (GgovChange          *change,
              GgovRegisterOrder   *order,
              GgovRegisterMember  *member,
              GError             **error)
{
  const gboolean is_newborn = order->act.deed == GGOV_REGISTER_BIRTH;
  const GgovPersonRecord record = {
    .name = member->name,
    .sex = member->sex,
    .birth_date = member->birth_date || !is_newborn ? member->birth_date : order->act.day,
    .phone = member->phone,
    .unit_id = member->living ? order->to_unit_id : 0,
  };

  if (member->name == NULL || *member->name == '\0')
    return _ggov_residents_refuse (error, g_strdup (_("Say who it is: somebody of the office, or "
                                                      "the name of somebody new.")));

  return (member->person_id = ggov_change_add_person (change, &record, error)) != 0 &&
         add_resident (change, member, order->act.day, error);
}

/* Somebody of the office who was in no register so far, such as a volunteer, is a resident now. */
static gboolean
take_somebody (GgovChange          *change,
               GgovRegisterOrder   *order,
               GgovRegisterMember  *member,
               GError             **error)
{
  const GgovColumn home = GGOV_ID ("unit_id", order->to_unit_id);
  g_autoptr(GgovStmt) stmt = _ggov_residents_find (change->db, SQL_PERSON, member->person_id, NULL,
                                                   _("This is nobody of the office."), error);

  if (stmt == NULL)
    return FALSE;
  if (!ggov_stmt_get_int (stmt, 0))
    return _ggov_residents_refuse (error, g_strdup (_("This is nobody of the office.")));
  if (!ggov_stmt_is_null (stmt, 2))
    /* Translators: a day */
    return _ggov_residents_refuse (error, g_strdup_printf (_("They died on %s."),
                                                           ggov_stmt_get_text (stmt, 2)));

  if (ggov_stmt_is_null (stmt, 1) && !add_resident (change, member, order->act.day, error))
    return FALSE;

  return !member->living ||
         _ggov_change_update (change, "person", member->person_id, -1, &home, 1, error);
}

gboolean
_ggov_register_prepare_join (GgovChange         *change,
                             GgovRegisterOrder  *order,
                             GError            **error)
{
  const gboolean comes = order->act.deed == GGOV_REGISTER_MOVE_IN ||
                         order->act.deed == GGOV_REGISTER_BIRTH;

  if (comes && order->movers->len == 0)
    return _ggov_residents_refuse (error, g_strdup (_("Say who it is: somebody of the office, or "
                                                      "the name of somebody new.")));
  if (!find_household (change, order, error))
    return FALSE;

  for (guint i = 0; comes && i < order->movers->len; i++)
    {
      GgovRegisterMember *member = &g_array_index (order->movers, GgovRegisterMover, i).asked;

      if (member->person_id == 0 && !add_somebody (change, order, member, error))
        return FALSE;
    }

  return TRUE;
}

/* Who of those who move is the head where they are by themselves. */
static guint
find_head (const GgovRegisterOrder *order)
{
  for (guint i = 0; i < order->movers->len; i++)
    if (ggov_kinship_is_head (g_array_index (order->movers, GgovRegisterMover, i).asked.relation))
      return i;
  for (guint i = 0; i < order->movers->len; i++)
    {
      const GgovRegisterMover *mover = &g_array_index (order->movers, GgovRegisterMover, i);

      if (ggov_kinship_is_head (mover->was) && mover->asked.relation == NULL)
        return i;
    }

  return 0;
}

static const char *
choose_relation (const GgovRegisterOrder *order,
                 guint                    head,
                 guint                    i)
{
  const GgovRegisterMover *mover = &g_array_index (order->movers, GgovRegisterMover, i);
  const GgovRegisterMover *first = &g_array_index (order->movers, GgovRegisterMover, head);

  if (mover->asked.relation)
    return mover->asked.relation;
  if (!order->is_new || (i != head && mover->was == NULL))
    return GGOV_KINSHIP_RELATIVE;
  if (i == head)
    return GGOV_KINSHIP_HEAD;
  if (ggov_kinship_is_head (first->was))
    return mover->was;

  return ggov_kinship_turn (mover->was, mover->sex, first->was);
}

static gboolean
join (GgovChange               *change,
      GgovRegisterOrder        *order,
      guint                     head,
      guint                     i,
      GError                  **error)
{
  GgovRegisterMember *member = &g_array_index (order->movers, GgovRegisterMover, i).asked;
  const GgovResidenceRow row = {
    .person_id = member->person_id,
    .household_id = order->to_id,
    .relation = choose_relation (order, head, i),
    .registered = member->registered,
    .living = member->living,
    .moved_in = order->act.day,
    .in_event_id = order->event_id,
  };

  return take_somebody (change, order, member, error) &&
         _ggov_residents_check_residence (change->db, row.person_id, row.household_id, row.relation,
                                          row.registered, row.living, row.moved_in, error) &&
         ggov_change_add_residences (change, &row, 1, NULL, error) &&
         _ggov_residents_count_fields (change, row.person_id, order->act.day, error);
}

gboolean
_ggov_register_join (GgovChange         *change,
                     GgovRegisterOrder  *order,
                     GError            **error)
{
  const guint head = find_head (order);

  for (guint i = 0; i < order->movers->len; i++)
    if (!join (change, order, head, i, error))
      return FALSE;

  g_array_append_val (order->touched, order->to_id);

  return TRUE;
}
