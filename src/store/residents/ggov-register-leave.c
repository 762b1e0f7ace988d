/* ggov-register-leave.c: people leave a household, and those who stay get another head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-kinship.h"
#include "ggov-register-act-private.h"
#include "ggov-write-residents.h"

#define SQL_PRESENT \
  "SELECT r.id, r.person_id, r.relation, r.registered, r.living, r.moved_in, n.name, n.sex " \
  "FROM residence r JOIN person n ON n.id = r.person_id " \
  "WHERE r.household_id = $1 AND " GGOV_SQL_RESIDES_ON ("r", "$2") " ORDER BY r.id"
#define SQL_LATER \
  "SELECT 1 FROM residence r WHERE r.household_id = $1 AND r.moved_out IS NULL " \
  "OR r.household_id = $1 AND r.moved_out > $2 LIMIT 1"

/* Somebody of the household on the day. */
typedef struct
{
  gint64      residence_id;
  gint64      person_id;
  const char *relation;
  const char *name;
  const char *sex;
  const char *moved_in;
  gboolean    registered;
  gboolean    living;
  gboolean    leaves;
} Present;

static GArray *
read_present (GgovDb             *db,
              GgovRegisterOrder  *order,
              gint64              household_id,
              GError            **error)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (Present));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PRESENT, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, household_id);
  ggov_stmt_bind_text (stmt, 2, order->act.day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_array_append_val (people, ((Present) {
      .residence_id = ggov_stmt_get_int (stmt, 0),
      .person_id = ggov_stmt_get_int (stmt, 1),
      .relation = g_string_chunk_insert (order->texts, ggov_stmt_get_text (stmt, 2)),
      .registered = ggov_stmt_get_int (stmt, 3),
      .living = ggov_stmt_get_int (stmt, 4),
      .moved_in = g_string_chunk_insert (order->texts, ggov_stmt_get_text (stmt, 5)),
      .name = g_string_chunk_insert (order->texts, ggov_stmt_get_text (stmt, 6)),
      .sex = g_string_chunk_insert (order->texts, ggov_stmt_get_text (stmt, 7)),
    }));

  return step == GGOV_DB_DONE ? g_steal_pointer (&people) : NULL;
}

static Present *
find_present (GArray *people,
              gint64  person_id)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, Present, i).person_id == person_id)
      return &g_array_index (people, Present, i);

  return NULL;
}

static void
add_mover (GgovRegisterOrder *order,
           const Present     *person)
{
  const GgovRegisterMover mover = {
    .asked = {
      .person_id = person->person_id,
      .registered = person->registered && !order->act.stays_registered,
      .living = person->living,
    },
  };

  g_array_append_val (order->movers, mover);
}

/* Who leaves, and what they were. */
static gboolean
mark_leaving (GgovRegisterOrder  *order,
              GArray             *people,
              GError            **error)
{
  const gboolean is_whole = order->movers->len == 0;

  if (order->act.deed == GGOV_REGISTER_HEAD)
    return TRUE;

  for (guint i = 0; is_whole && i < people->len; i++)
    add_mover (order, &g_array_index (people, Present, i));

  for (guint i = 0; i < order->movers->len; i++)
    {
      GgovRegisterMover *mover = &g_array_index (order->movers, GgovRegisterMover, i);
      Present *person = find_present (people, mover->asked.person_id);

      if (person == NULL)
        return _ggov_residents_refuse (error, g_strdup (
          _("Somebody of these is not of this household on that day. Look at it again.")));

      person->leaves = TRUE;
      if (!mover->asked.living && !mover->asked.registered)
        {
          mover->asked.living = person->living;
          mover->asked.registered = person->registered && !order->act.stays_registered;
        }
      mover->was = person->relation;
      mover->sex = person->sex;
    }

  return TRUE;
}

static gboolean
end_residence (GgovChange               *change,
               const GgovRegisterOrder  *order,
               const Present            *person,
               GError                  **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("moved_out", order->act.day),
    GGOV_ID ("out_event_id", order->event_id),
  };

  return _ggov_change_update (change, "residence", person->residence_id, -1, columns,
                              G_N_ELEMENTS (columns), error);
}

/* Somebody is of the same household as something else from now on. */
static gboolean
go_on (GgovChange               *change,
       const GgovRegisterOrder  *order,
       gint64                    household_id,
       Present                  *person,
       const char               *relation,
       gboolean                  living,
       GError                  **error)
{
  const GgovResidenceRow row = {
    .person_id = person->person_id,
    .household_id = household_id,
    .relation = relation,
    .registered = person->registered,
    .living = living,
    .moved_in = order->act.day,
    .in_event_id = order->event_id,
  };

  person->relation = relation;
  person->living = living;
  person->moved_in = order->act.day;

  return ggov_change_add_residences (change, &row, 1, &person->residence_id, error);
}

static gboolean
leave (GgovChange         *change,
       GgovRegisterOrder  *order,
       gint64              household_id,
       Present            *person,
       GError            **error)
{
  const GgovColumn home = GGOV_ID ("unit_id", 0);

  if (!end_residence (change, order, person, error) ||
      (person->living && !_ggov_change_update (change, "person", person->person_id, -1, &home, 1,
                                               error)))
    return FALSE;

  if (!order->act.stays_registered || !person->registered)
    return TRUE;

  person->leaves = FALSE;

  return go_on (change, order, household_id, person, person->relation, FALSE, error);
}

/* How somebody is related is as dated as where they live. */
static gboolean
relate (GgovChange               *change,
        const GgovRegisterOrder  *order,
        gint64                    household_id,
        Present                  *person,
        const char               *relation,
        GError                  **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("relation", relation) };

  if (g_str_equal (relation, person->relation))
    return TRUE;

  if (g_str_equal (person->moved_in, order->act.day))
    return _ggov_change_update (change, "residence", person->residence_id, -1, columns, 1, error);

  return end_residence (change, order, person, error) &&
         go_on (change, order, household_id, person, relation, person->living, error);
}

/* The new head comes last, so that there are never two. */
static gboolean
set_head (GgovChange               *change,
          const GgovRegisterOrder  *order,
          gint64                    household_id,
          GArray                   *people,
          GError                  **error)
{
  Present *head = find_present (people, order->act.head_id);
  const char *was = head ? head->relation : NULL;

  if (head == NULL || head->leaves)
    return _ggov_residents_refuse (error, g_strdup (
      _("The new head has to be somebody who stays in this household.")));

  for (guint i = 0; i < people->len; i++)
    {
      Present *person = &g_array_index (people, Present, i);

      if (person != head && !person->leaves &&
          !relate (change, order, household_id, person,
                   ggov_kinship_turn (person->relation, person->sex, was), error))
        return FALSE;
    }

  return relate (change, order, household_id, head, GGOV_KINSHIP_HEAD, error);
}

/* A household of nobody is no more. */
static gboolean
end_if_empty (GgovChange               *change,
              const GgovRegisterOrder  *order,
              gint64                    household_id,
              GError                  **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("ended_on", order->act.day) };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_LATER, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, household_id);
  ggov_stmt_bind_text (stmt, 2, order->act.day);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_DONE)
    return step == GGOV_DB_ROW;

  return _ggov_change_update (change, "household", household_id, -1, columns, 1, error);
}

gboolean
_ggov_register_leave (GgovChange         *change,
                      GgovRegisterOrder  *order,
                      gint64              household_id,
                      GError            **error)
{
  g_autoptr(GArray) people = read_present (change->db, order, household_id, error);

  if (people == NULL || !mark_leaving (order, people, error))
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      Present *person = &g_array_index (people, Present, i);

      if (person->leaves && !leave (change, order, household_id, person, error))
        return FALSE;
    }

  /* Who died may have been of two households, of which one has another head now. */
  g_array_append_val (order->touched, household_id);
  if (order->act.deed == GGOV_REGISTER_HEAD ||
      (order->act.head_id != 0 && (order->act.deed != GGOV_REGISTER_DEATH ||
                                   find_present (people, order->act.head_id))))
    return set_head (change, order, household_id, people, error);

  return end_if_empty (change, order, household_id, error);
}
