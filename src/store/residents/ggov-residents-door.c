/* ggov-residents-door.c: who is behind a door that somebody typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-dwelling-address.h"
#include "ggov-residents-door-private.h"
#include "ggov-residents-private.h"
#include "ggov-typed-text.h"

/* What a door's number has: fewer digits are a building or a unit, more an end of a phone or a number of
 * a paper. */
#define LEAST_DIGITS 3
#define MOST_DIGITS  5

#define SQL_DOORS \
  "SELECT d.id, coalesce (b.number, b.name), o.name FROM dwelling d JOIN unit u ON u.id = d.unit_id " \
  "JOIN building b ON b.id = u.building_id LEFT JOIN compound o ON o.id = b.compound_id " \
  "WHERE d.door = $1 AND ($2 IS NULL OR u.number = $2) ORDER BY b.id, " GGOV_RESIDENTS_DOOR_ORDER
#define SQL_PEOPLE \
  "SELECT DISTINCT r.person_id FROM household h JOIN residence r ON r.household_id = h.id " \
  "WHERE h.dwelling_id = $2 AND " GGOV_SQL_RESIDES_ON ("r", "$1") " ORDER BY r.person_id"

/* A door without a building is written as its number alone. */
static gboolean
parse (const char          *typed,
       GgovDwellingAddress *address)
{
  const gsize n = strlen (typed);

  if (strspn (typed, "0123456789") == n)
    {
      if (n < LEAST_DIGITS || n > MOST_DIGITS)
        return FALSE;
      address->door = g_strdup (typed);
      return TRUE;
    }

  return ggov_dwelling_address_parse (typed, address, NULL) && address->door;
}

/* @stmt: stands on a door */
static gboolean
is_meant (GgovStmt                  *stmt,
          const GgovDwellingAddress *address)
{
  g_autofree char *building = ggov_typed_dup_place (ggov_stmt_get_text (stmt, 1));
  const char *compound = ggov_stmt_get_text (stmt, 2);

  if (address->building && g_strcmp0 (building, address->building) != 0)
    return FALSE;

  return address->place == NULL || (compound && strstr (compound, address->place));
}

static GArray *
list_doors (GgovDb                     *db,
            const GgovDwellingAddress  *address,
            GError                    **error)
{
  g_autoptr(GArray) doors = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_DOORS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, address->door);
  ggov_stmt_bind_id (stmt, 2, address->unit);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const gint64 id = ggov_stmt_get_int (stmt, 0);

      if (is_meant (stmt, address))
        g_array_append_val (doors, id);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&doors) : NULL;
}

static gboolean
append_people (GgovDb      *db,
               gint64       dwelling_id,
               const char  *day,
               GArray      *people,
               GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PEOPLE, error);
  g_autoptr(GArray) found = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, dwelling_id);
  if (!(found = ggov_stmt_list_ints (stmt, error)))
    return FALSE;

  g_array_append_vals (people, found->data, found->len);

  return TRUE;
}

gboolean
_ggov_residents_find_door (GgovDb      *db,
                           const char  *typed,
                           const char  *day,
                           GArray      *people,
                           GError     **error)
{
  g_auto(GgovDwellingAddress) address = { NULL };
  g_autoptr(GArray) doors = NULL;

  if (!parse (typed, &address))
    return TRUE;
  if (!(doors = list_doors (db, &address, error)))
    return FALSE;

  for (guint i = 0; i < doors->len; i++)
    if (!append_people (db, g_array_index (doors, gint64, i), day, people, error))
      return FALSE;

  return TRUE;
}
