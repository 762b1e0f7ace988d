/* ggov-query-residents.c: the register, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-query-private.h"
#include "ggov-query-residents.h"
#include "ggov-residents-door-private.h"
#include "ggov-residents-private.h"
#include "ggov-resident-row-private.h"
#include "ggov-search-text-private.h"

#define MOST_FOUND 20000 /* people that words are looked up for: nobody looks through more */

/* $1 is the day, $2 what the lines are looked for by. */
#define WANTED \
  GGOV_SQL_RESIDES_ON ("r", "$1") " AND ($3 = 0 OR r.living = 1) AND ($4 = 0 OR r.registered = 1) " \
  "AND ($5 = 0 OR r.living + r.registered = 1) AND ($6 IS NULL OR n.sex = $6) " \
  "AND ($7 IS NULL OR n.birth_date <= $7) AND ($8 IS NULL OR n.birth_date > $8) " \
  "AND ($9 IS NULL OR m.confirmed_on IS NULL OR m.confirmed_on < $9) " \
  "AND ($10 IS NULL OR EXISTS (SELECT 1 FROM resident_group k WHERE k.person_id = r.person_id " \
  "AND ($10 = -1 OR k.group_id = $10) AND " GGOV_SQL_MEMBER_ON ("k", "$1") ")) " \
  "AND ($11 IS NULL OR r.household_id = $11) AND ($12 IS NULL OR d.unit_id = $12) " \
  "AND ($17 IS NULL OR coalesce (m.required_filled, 0) < $17) " \
  "AND ($18 IS NULL OR coalesce (m.optional_filled, 0) < $18) "
#define PEOPLE \
  "JOIN person n ON n.id = r.person_id LEFT JOIN resident m ON m.person_id = r.person_id "

/* Of one building, as its doors stand. A city is gone through building by building: the first lines are
 * there at once, and none of it is sorted as a whole. */
#define OF_BUILDING \
  "SELECT r.id, r.person_id FROM unit u JOIN dwelling d ON d.unit_id = u.id " \
  "JOIN household h ON h.dwelling_id = d.id JOIN residence r ON r.household_id = h.id " PEOPLE \
  "WHERE u.building_id = $2 AND " WANTED "ORDER BY "
#define IN_HOUSEHOLD "r.relation = '02' DESC, n.birth_date, r.id LIMIT $13"
#define SQL_OF_BUILDING OF_BUILDING GGOV_RESIDENTS_DOOR_ORDER ", h.id, " IN_HOUSEHOLD
#define SQL_OF_BUILDING_DOWN \
  OF_BUILDING "u.number DESC, length (d.door) DESC, d.door DESC, d.id DESC, h.id DESC, " IN_HOUSEHOLD

#define SQL_BUILDINGS(order) \
  "WITH " GGOV_ROSTER_GROUND " SELECT b.id FROM building b " \
  "LEFT JOIN compound o ON o.id = b.compound_id LEFT JOIN ground x ON x.building_id = b.id " \
  "LEFT JOIN grid g ON g.id = x.grid_id " \
  "LEFT JOIN community c ON c.id = coalesce (g.community_id, b.community_id) " \
  "WHERE EXISTS (SELECT 1 FROM unit u WHERE u.building_id = b.id) " \
  "AND ($2 IS NULL OR b.id = $2) AND ($3 IS NULL OR g.id = $3) AND ($4 IS NULL OR c.id = $4) " \
  "ORDER BY " order
#define PLACES \
  "c.code NULLS FIRST, g.code NULLS FIRST, o.name NULLS FIRST, o.id, length (b.number), b.number, b.id"
#define PLACES_DOWN \
  "c.code DESC NULLS LAST, g.code DESC NULLS LAST, o.name DESC NULLS LAST, o.id DESC, " \
  "length (b.number) DESC, b.number DESC, b.id DESC"

/* In another order: all at once, of what buildings there are. */
#define OF_ALL(order) \
  "WITH " GGOV_ROSTER_GROUND " SELECT r.id, r.person_id FROM person n " \
  "JOIN residence r ON r.person_id = n.id LEFT JOIN resident m ON m.person_id = r.person_id " \
  "JOIN household h ON h.id = r.household_id JOIN dwelling d ON d.id = h.dwelling_id " \
  "JOIN unit u ON u.id = d.unit_id JOIN building b ON b.id = u.building_id " \
  "LEFT JOIN ground x ON x.building_id = b.id LEFT JOIN grid g ON g.id = x.grid_id " \
  "WHERE ($2 IS NULL OR b.id = $2) AND " WANTED \
  "AND ($14 IS NULL OR x.grid_id = $14) " \
  "AND ($15 IS NULL OR coalesce (g.community_id, b.community_id) = $15) ORDER BY " order " LIMIT $13"

#define N_GROUPS \
  "(SELECT count (*) FROM resident_group k WHERE k.person_id = r.person_id " \
  "AND " GGOV_SQL_MEMBER_ON ("k", "$1") ")"
#define FILLED "coalesce (m.required_filled + m.optional_filled, 0)"

/* Of one person whom words found. */
#define SQL_OF_PERSON \
  "SELECT r.id, r.person_id FROM residence r " PEOPLE "JOIN household h ON h.id = r.household_id " \
  "JOIN dwelling d ON d.id = h.dwelling_id JOIN unit u ON u.id = d.unit_id " \
  "JOIN building b ON b.id = u.building_id " \
  "LEFT JOIN " GGOV_ROSTER_SPOT " LEFT JOIN grid g ON g.id = x.grid_id " \
  "WHERE r.person_id = $2 AND " WANTED \
  "AND ($14 IS NULL OR x.grid_id = $14) " \
  "AND ($15 IS NULL OR coalesce (g.community_id, b.community_id) = $15) " \
  "AND ($16 IS NULL OR b.id = $16) ORDER BY r.living DESC, r.id LIMIT $13"
#define SQL_IDENTITY "SELECT person_id FROM resident WHERE identity_number = $1"

static const struct
{
  const char *column;
  const char *up;
  const char *down;
} orders[] = {
  { "place", NULL, NULL },
  { "grid", NULL, NULL },
  { "name", OF_ALL ("n.pinyin, n.name, r.id"), OF_ALL ("n.pinyin DESC, n.name DESC, r.id") },
  { "age", OF_ALL ("n.birth_date DESC NULLS LAST, r.id"), OF_ALL ("n.birth_date NULLS LAST, r.id") },
  { "confirmed-on", OF_ALL ("m.confirmed_on NULLS FIRST, r.id"),
    OF_ALL ("m.confirmed_on DESC NULLS LAST, r.id") },
  { "door", OF_ALL ("length (d.door), d.door, r.id"),
    OF_ALL ("length (d.door) DESC, d.door DESC, r.id") },
  { "sex", OF_ALL ("n.sex, r.id"), OF_ALL ("n.sex DESC, r.id") },
  { "relation", OF_ALL ("r.relation, r.id"), OF_ALL ("r.relation DESC, r.id") },
  { "stay", OF_ALL ("r.living DESC, r.registered DESC, r.id"),
    OF_ALL ("r.living, r.registered, r.id") },
  { "groups", OF_ALL (N_GROUPS ", r.id"), OF_ALL (N_GROUPS " DESC, r.id") },
  { "phone", OF_ALL ("n.phone NULLS LAST, r.id"), OF_ALL ("n.phone DESC NULLS LAST, r.id") },
  { "identity", OF_ALL ("m.identity_number NULLS LAST, r.id"),
    OF_ALL ("m.identity_number DESC NULLS LAST, r.id") },
  { "moved-in", OF_ALL ("r.moved_in, r.id"), OF_ALL ("r.moved_in DESC, r.id") },
  { "filled", OF_ALL (FILLED ", r.id"), OF_ALL (FILLED " DESC, r.id") },
};

typedef struct
{
  GgovResidentFilter  filter;       /* its texts are these: */
  char               *as_of;
  char               *sex;              /* (nullable) */
  char               *confirmed_before; /* (nullable) */
  char               *text;             /* (nullable) */
  char               *born_until;       /* (nullable): who is old enough */
  char               *born_after;       /* (nullable): who is young enough */
  guint               order;
  gboolean            descending;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->as_of);
  g_free (self->sex);
  g_free (self->confirmed_before);
  g_free (self->text);
  g_free (self->born_until);
  g_free (self->born_after);
  g_free (self);
}

static void
bind_filter (GgovStmt       *stmt,
             const Question *self,
             gint64          id,
             guint           limit)
{
  const GgovResidentFilter *filter = &self->filter;

  ggov_stmt_bind_text (stmt, 1, self->as_of);
  ggov_stmt_bind_id (stmt, 2, id);
  ggov_stmt_bind_int (stmt, 3, filter->stay == GGOV_RESIDENT_LIVING);
  ggov_stmt_bind_int (stmt, 4, filter->stay == GGOV_RESIDENT_REGISTERED);
  ggov_stmt_bind_int (stmt, 5, filter->stay == GGOV_RESIDENT_SEPARATED);
  ggov_stmt_bind_text (stmt, 6, self->sex);
  ggov_stmt_bind_text (stmt, 7, self->born_until);
  ggov_stmt_bind_text (stmt, 8, self->born_after);
  ggov_stmt_bind_text (stmt, 9, self->confirmed_before);
  ggov_stmt_bind_id (stmt, 10, filter->group_id);
  ggov_stmt_bind_id (stmt, 11, filter->household_id);
  ggov_stmt_bind_id (stmt, 12, filter->unit_id);
  ggov_stmt_bind_int (stmt, 13, limit);
  ggov_stmt_bind_id (stmt, 17, filter->required_below);
  ggov_stmt_bind_id (stmt, 18, filter->optional_below);
}

static void
bind_area (GgovStmt       *stmt,
           const Question *self)
{
  ggov_stmt_bind_id (stmt, 14, self->filter.grid_id);
  ggov_stmt_bind_id (stmt, 15, self->filter.community_id);
}

static GArray *
list_buildings (const Question  *self,
                GgovDb          *db,
                GError         **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, self->descending ? SQL_BUILDINGS (PLACES_DOWN)
                                                                   : SQL_BUILDINGS (PLACES), error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, self->as_of);
  ggov_stmt_bind_id (stmt, 2, self->filter.building_id);
  ggov_stmt_bind_id (stmt, 3, self->filter.grid_id);
  ggov_stmt_bind_id (stmt, 4, self->filter.community_id);

  return ggov_stmt_list_ints (stmt, error);
}

static gboolean
step_buildings (const Question  *self,
                GgovDb          *db,
                guint            limit,
                GCancellable    *cancellable,
                GArray          *keys,
                GError         **error)
{
  g_autoptr(GArray) buildings = list_buildings (self, db, error);

  if (buildings == NULL)
    return FALSE;

  for (guint i = 0; i < buildings->len && keys->len < limit; i++)
    {
      g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, self->descending ? SQL_OF_BUILDING_DOWN
                                                                       : SQL_OF_BUILDING, error);

      if (stmt == NULL)
        return FALSE;

      bind_filter (stmt, self, g_array_index (buildings, gint64, i), limit - keys->len);
      if (!_ggov_query_step_keys (stmt, cancellable, keys, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
step_all (const Question  *self,
          GgovDb          *db,
          guint            limit,
          GCancellable    *cancellable,
          GArray          *keys,
          GError         **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, self->descending ? orders[self->order].down
                                                                   : orders[self->order].up, error);

  if (stmt == NULL)
    return FALSE;

  bind_filter (stmt, self, self->filter.building_id, limit);
  bind_area (stmt, self);

  return _ggov_query_step_keys (stmt, cancellable, keys, error);
}

/* Words ------------------------------------------------------------------------------------------ */

static gboolean
find_identity (const Question  *self,
               GgovDb          *db,
               GArray         **people,
               GError         **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  g_autofree char *number = NULL;

  if (strlen (self->text) < 8)
    return TRUE;
  if (!(stmt = ggov_db_prepare (db, SQL_IDENTITY, error)))
    return FALSE;

  number = g_ascii_strup (self->text, -1);
  ggov_stmt_bind_text (stmt, 1, number);

  return (*people = ggov_stmt_list_ints (stmt, error)) != NULL;
}

/* (element-type gint64): people, best first; those behind a door after those whom words found */
static GArray *
find_people (const Question  *self,
             GgovDb          *db,
             GError         **error)
{
  g_autoptr(GArray) people = NULL;
  g_auto(GStrv) words = _ggov_search_text_split_query (self->text);
  g_autoptr(GArray) found = NULL;

  if (!find_identity (self, db, &people, error))
    return NULL;
  if (people && people->len > 0)
    return g_steal_pointer (&people);

  g_clear_pointer (&people, g_array_unref);
  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!(found = ggov_db_find_words (db, (const char * const *) words, FALSE, MOST_FOUND, error)))
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const gint64 number = g_array_index (found, gint64, i), id = number / 8;

      if (number % 8 == GGOV_SEARCH_PERSON)
        g_array_append_val (people, id);
    }

  return _ggov_residents_find_door (db, self->text, self->as_of, people, error)
           ? g_steal_pointer (&people) : NULL;
}

/* Somebody may be found twice. */
static gboolean
step_found (const Question  *self,
            GgovDb          *db,
            guint            limit,
            GCancellable    *cancellable,
            GArray          *keys,
            GError         **error)
{
  g_autoptr(GArray) people = find_people (self, db, error);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len && keys->len < limit; i++)
    {
      g_autoptr(GgovStmt) stmt = NULL;

      if (!g_hash_table_add (seen, &g_array_index (people, gint64, i)))
        continue;
      if (!(stmt = ggov_db_prepare (db, SQL_OF_PERSON, error)))
        return FALSE;

      bind_filter (stmt, self, g_array_index (people, gint64, i), limit - keys->len);
      bind_area (stmt, self);
      ggov_stmt_bind_id (stmt, 16, self->filter.building_id);
      if (!_ggov_query_step_keys (stmt, cancellable, keys, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_keys (gconstpointer   question,
           GgovDb         *db,
           guint           limit,
           GCancellable   *cancellable,
           GArray         *keys,
           GError        **error)
{
  const Question *self = question;

  if (self->text)
    return step_found (self, db, limit, cancellable, keys, error);
  if (orders[self->order].up)
    return step_all (self, db, limit, cancellable, keys, error);

  return step_buildings (self, db, limit, cancellable, keys, error);
}

static gpointer
read_row (gconstpointer      question,
          GgovDb            *db,
          const GgovRowKey  *key,
          GError           **error)
{
  const Question *self = question;

  return _ggov_resident_read_row (db, key->id, self->as_of, error);
}

static const GgovQueryClass klass = { .find_keys = find_keys, .read_row = read_row };

/* The day on which somebody is so old who was born on the day that is returned. */
static char *
dup_born (const char *as_of,
          int         years)
{
  int day, year, month, day_of_month;

  if (years == 0 || !ggov_local_day_parse (as_of, &day, NULL))
    return NULL;

  ggov_local_day_to_date (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year - years, month, day_of_month);
}

static guint
find_order (const char *column)
{
  for (guint i = 0; column && i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].column, column))
      return i;

  if (column)
    g_critical ("the register has no column “%s”", column);

  return 0;
}

static char *
dup_typed (const char *text)
{
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;

  return plain && *plain ? g_steal_pointer (&plain) : NULL;
}

GgovQuery *
ggov_query_new_residents (const char               *as_of,
                          const GgovResidentFilter *filter,
                          const char               *column,
                          gboolean                  descending)
{
  const GgovResidentRecord nobody = { .name = "", .pinyin = "", .sex = "", .sex_label = "",
                                      .relation = "", .place = "", .door = "", .age = -1 };
  Question *question;

  g_return_val_if_fail (as_of != NULL, NULL);

  question = g_new0 (Question, 1);
  question->as_of = g_strdup (as_of);
  question->order = find_order (column);
  question->descending = descending;
  if (filter)
    {
      question->filter = *filter;
      question->sex = g_strdup (filter->sex);
      question->confirmed_before = g_strdup (filter->confirmed_before);
      question->text = dup_typed (filter->text);
      question->born_until = dup_born (as_of, filter->age_from);
      question->born_after = dup_born (as_of, filter->age_to > 0 ? filter->age_to + 1 : 0);
    }

  return _ggov_query_new (&klass, question, question_free, ggov_resident_new (&nobody), TRUE);
}
