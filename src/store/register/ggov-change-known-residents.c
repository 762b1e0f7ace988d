/* ggov-change-known-residents.c: who and which doors an import of residents is compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-known-residents.h"
#include "ggov-kinship.h"
#include "ggov-residents-private.h"
#include "ggov-write-residents.h"

#define SQL_PEOPLE \
  "SELECT n.id, coalesce (m.id, 0), coalesce (r.id, 0), coalesce (r.household_id, 0), " \
  "coalesce (d.unit_id, 0), n.name, n.sex, n.birth_date, n.phone, m.identity_number, r.relation, " \
  "d.door, coalesce (r.registered, 0), coalesce (r.living, 0) FROM person n " \
  "LEFT JOIN resident m ON m.person_id = n.id " \
  "LEFT JOIN residence r ON r.person_id = n.id AND " GGOV_SQL_RESIDES_ON ("r", "$1") " " \
  "LEFT JOIN household h ON h.id = r.household_id LEFT JOIN dwelling d ON d.id = h.dwelling_id " \
  "WHERE n.merged_into_id IS NULL ORDER BY n.id, r.living DESC, r.id"
enum { PERSON, RESIDENT, RESIDENCE, HOUSEHOLD, UNIT, NAME, SEX, BORN, PHONE, NUMBER, RELATION, DOOR,
       REGISTERED, LIVING };

#define SQL_DOORS \
  "SELECT d.id, d.unit_id, coalesce (h.id, 0), coalesce (r.person_id, 0), d.door, " \
  "coalesce (h.number, ''), coalesce (h.kind, ''), n.name, n.birth_date FROM dwelling d " \
  "LEFT JOIN household h ON h.dwelling_id = d.id AND " GGOV_SQL_HOUSEHOLD_ON ("h", "$1") " " \
  "LEFT JOIN residence r ON r.household_id = h.id AND r.relation = '" GGOV_KINSHIP_HEAD "' AND " \
  GGOV_SQL_RESIDES_ON ("r", "$1") " LEFT JOIN person n ON n.id = r.person_id ORDER BY d.id, h.id"

void
ggov_known_resident_free (GgovKnownResident *self)
{
  g_free (self->name);
  g_free (self->sex);
  g_free (self->birth_date);
  g_free (self->phone);
  g_free (self->identity_number);
  g_free (self->relation);
  g_free (self->door);
  g_free (self);
}

static void
household_free (GgovKnownHousehold *self)
{
  g_free (self->door);
  g_free (self->number);
  g_free (self->kind);
  g_free (self->head);
  g_free (self->head_birth_date);
  g_free (self);
}

static gpointer
read_person (GgovStmt *stmt)
{
  GgovKnownResident *person = g_new0 (GgovKnownResident, 1);

  person->person_id = ggov_stmt_get_int (stmt, PERSON);
  person->resident_id = ggov_stmt_get_int (stmt, RESIDENT);
  person->residence_id = ggov_stmt_get_int (stmt, RESIDENCE);
  person->household_id = ggov_stmt_get_int (stmt, HOUSEHOLD);
  person->unit_id = ggov_stmt_get_int (stmt, UNIT);
  person->name = g_strdup (ggov_stmt_get_text (stmt, NAME));
  person->sex = g_strdup (ggov_stmt_get_text (stmt, SEX));
  person->birth_date = g_strdup (ggov_stmt_get_text (stmt, BORN));
  person->phone = g_strdup (ggov_stmt_get_text (stmt, PHONE));
  person->identity_number = g_strdup (ggov_stmt_get_text (stmt, NUMBER));
  person->relation = g_strdup (ggov_stmt_get_text (stmt, RELATION));
  person->door = g_strdup (ggov_stmt_get_text (stmt, DOOR));
  person->registered = ggov_stmt_get_int (stmt, REGISTERED) != 0;
  person->living = ggov_stmt_get_int (stmt, LIVING) != 0;

  return person;
}

static gpointer
read_household (GgovStmt *stmt)
{
  GgovKnownHousehold *household = g_new0 (GgovKnownHousehold, 1);

  household->dwelling_id = ggov_stmt_get_int (stmt, 0);
  household->unit_id = ggov_stmt_get_int (stmt, 1);
  household->household_id = ggov_stmt_get_int (stmt, 2);
  household->head_id = ggov_stmt_get_int (stmt, 3);
  household->door = g_strdup (ggov_stmt_get_text (stmt, 4));
  household->number = g_strdup (ggov_stmt_get_text (stmt, 5));
  household->kind = g_strdup (ggov_stmt_get_text (stmt, 6));
  household->head = g_strdup (ggov_stmt_get_text (stmt, 7));
  household->head_birth_date = g_strdup (ggov_stmt_get_text (stmt, 8));

  return household;
}

static GPtrArray *
load (GgovDb          *db,
      const char      *sql,
      const char      *day,
      gpointer       (*read_row) (GgovStmt *stmt),
      GDestroyNotify   free_row,
      GError         **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (rows, read_row (stmt));

  return step == GGOV_DB_DONE ? g_steal_pointer (&rows) : NULL;
}

/* Who is registered at one door and lives at another has two rows, of which the first counts. */
static GPtrArray *
drop_seconds (GPtrArray *all)
{
  GPtrArray *people = g_ptr_array_new_full (all->len, (GDestroyNotify) ggov_known_resident_free);
  gint64 last = 0;

  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      GgovKnownResident *person = all->pdata[i];

      if (person->person_id == last)
        ggov_known_resident_free (person);
      else
        g_ptr_array_add (people, person);
      last = ((GgovKnownResident *) people->pdata[people->len - 1])->person_id;
    }

  return people;
}

GPtrArray *
ggov_change_load_known_residents (GgovChange  *change,
                                  const char  *day,
                                  GError     **error)
{
  g_autoptr(GPtrArray) all = load (change->db, SQL_PEOPLE, day, read_person,
                                   (GDestroyNotify) ggov_known_resident_free, error);

  return all ? drop_seconds (all) : NULL;
}

GPtrArray *
ggov_change_load_known_households (GgovChange  *change,
                                   const char  *day,
                                   GError     **error)
{
  return load (change->db, SQL_DOORS, day, read_household, (GDestroyNotify) household_free, error);
}

gboolean
ggov_change_move_resident (GgovChange               *change,
                           const GgovKnownResident  *known,
                           gint64                    household_id,
                           const char               *relation,
                           gboolean                  registered,
                           gboolean                  living,
                           const char               *day,
                           GError                  **error)
{
  const GgovRegisterEventRow event = {
    .kind = "move_within",
    .day = day,
    .person_id = known->person_id,
    .household_id = known->household_id,
    .to_household_id = household_id,
  };
  GgovColumn columns[] = {
    GGOV_TEXT ("moved_out", day),
    GGOV_ID ("out_event_id", 0),
  };
  GgovResidenceRow row = {
    .person_id = known->person_id,
    .household_id = household_id,
    .relation = relation,
    .registered = registered,
    .living = living,
    .moved_in = day,
  };

  if (!ggov_change_add_register_events (change, &event, 1, &row.in_event_id, error))
    return FALSE;

  columns[1].number = row.in_event_id;

  return _ggov_change_update (change, "residence", known->residence_id, -1, columns,
                              G_N_ELEMENTS (columns), error) &&
         ggov_change_add_residences (change, &row, 1, NULL, error);
}

gboolean
ggov_change_update_residence (GgovChange  *change,
                              gint64       residence_id,
                              const char  *relation,
                              gboolean     registered,
                              gboolean     living,
                              GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("relation", relation),
    GGOV_INT ("registered", registered),
    GGOV_INT ("living", living),
  };

  return _ggov_change_update (change, "residence", residence_id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}
