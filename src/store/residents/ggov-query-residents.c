/* ggov-query-residents.c: the register, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-query-private.h"
#include "ggov-resident-ask-private.h"
#include "ggov-residents-door-private.h"
#include "ggov-residents-private.h"
#include "ggov-resident-row-private.h"
#include "ggov-search-text-private.h"

#define MOST_FOUND 20000 /* people that words are looked up for: nobody looks through more */

/* As its doors stand, and the people of a household, the head first. */
#define DOORS GGOV_RESIDENTS_DOOR_ORDER ", h.id, "
#define DOORS_DOWN "u.number DESC, length (d.door) DESC, d.door DESC, d.id DESC, h.id DESC, "
#define IN_HOUSEHOLD "r.relation = '02' DESC, n.birth_date, r.id"

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

#define IN_GROUPS \
  "FROM resident_group k WHERE k.person_id = r.person_id AND " GGOV_SQL_MEMBER_ON ("k", "$1")
#define N_GROUPS "(SELECT count (*) " IN_GROUPS ")"
#define SQL_MEMBERS(order) \
  "SELECT k.person_id FROM resident_group k WHERE " GGOV_SQL_MEMBER_ON ("k", "$1") \
  " GROUP BY k.person_id ORDER BY count (*) " order ", k.person_id"
#define FILLED "m.required_filled + m.optional_filled"

/* As the indices have them, which serve nothing else. */
#define SEX "(n.sex || '')"
#define RELATION "(r.relation || '')"
#define STAY "(2 * r.living + r.registered)"
#define MOVED_IN "(r.moved_in || '')"

#define SQL_IDENTITY "SELECT person_id FROM resident WHERE identity_number = $1"

/* An index of what is started from has each order to its end, so that the first lines are there at
 * once and none of a city is sorted as a whole. */
static const struct
{
  const char        *column;
  GgovResidentStart  start;
  GgovResidentParts  parts;
  const char        *up;
  const char        *down;
} orders[] = {
  { "place", GGOV_RESIDENTS_BY_PLACE, GGOV_RESIDENTS_WITH_NAMES, PLACES ", " DOORS IN_HOUSEHOLD,
    PLACES_DOWN ", " DOORS_DOWN IN_HOUSEHOLD },
  { "grid", GGOV_RESIDENTS_BY_PLACE, GGOV_RESIDENTS_WITH_NAMES, PLACES ", " DOORS IN_HOUSEHOLD,
    PLACES_DOWN ", " DOORS_DOWN IN_HOUSEHOLD },
  { "name", GGOV_RESIDENTS_BY_PERSON, 0, "n.pinyin, n.name, n.id, r.id",
    "n.pinyin DESC, n.name DESC, n.id DESC, r.id" },
  { "age", GGOV_RESIDENTS_BY_PERSON, 0, "n.birth_date DESC NULLS LAST, n.id DESC, r.id",
    "n.birth_date NULLS LAST, n.id, r.id" },
  { "confirmed-on", GGOV_RESIDENTS_BY_RESIDENT, 0, "m.confirmed_on NULLS FIRST, m.id, r.id",
    "m.confirmed_on DESC NULLS LAST, m.id DESC, r.id" },
  { "door", GGOV_RESIDENTS_BY_DWELLING, GGOV_RESIDENTS_WITH_DOORS,
    "length (d.door), d.door, d.id, h.id, r.id", "length (d.door) DESC, d.door DESC, d.id DESC, h.id, r.id" },
  { "sex", GGOV_RESIDENTS_BY_PERSON, 0, SEX ", n.id, r.id", SEX " DESC, n.id DESC, r.id" },
  { "relation", GGOV_RESIDENTS_BY_RESIDENCE, 0, RELATION ", r.id",
    RELATION " DESC, r.id DESC" },
  { "stay", GGOV_RESIDENTS_BY_RESIDENCE, 0, STAY " DESC, r.id DESC", STAY ", r.id" },
  { "groups", GGOV_RESIDENTS_BY_RESIDENCE, 0, N_GROUPS ", r.id", N_GROUPS " DESC, r.id" },
  { "phone", GGOV_RESIDENTS_BY_PERSON, 0, "n.phone NULLS LAST, n.id, r.id",
    "n.phone DESC NULLS LAST, n.id DESC, r.id" },
  { "identity", GGOV_RESIDENTS_BY_RESIDENT, 0,
    "m.identity_number NULLS LAST, m.identity_kind, m.id, r.id",
    "m.identity_number DESC NULLS LAST, m.identity_kind DESC, m.id DESC, r.id" },
  { "moved-in", GGOV_RESIDENTS_BY_RESIDENCE, 0, MOVED_IN ", r.id",
    MOVED_IN " DESC, r.id DESC" },
  { "filled", GGOV_RESIDENTS_BY_RESIDENT, 0, FILLED ", m.id, r.id", FILLED " DESC, m.id DESC, r.id" },
};

typedef struct
{
  GgovResidentAsk *ask;
  guint            order;
  gboolean         descending;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  _ggov_resident_ask_free (self->ask);
  g_free (self);
}

/* Goes on with @sql: @order and so many. */
static gboolean
step_sql (GgovSqlText   *sql,
          GgovDb        *db,
          const char    *order,
          guint          limit,
          GCancellable  *cancellable,
          GArray        *keys,
          GError       **error)
{
  g_autoptr(GgovStmt) stmt = NULL;

  _ggov_sql_text_add (sql, " ORDER BY ");
  _ggov_sql_text_add (sql, order);
  _ggov_sql_text_add_int (sql, " LIMIT ", limit - keys->len, "");
  if (!(stmt = _ggov_sql_text_prepare (sql, db, error)))
    return FALSE;

  return _ggov_query_step_keys (stmt, cancellable, keys, error);
}

static const char *
get_order (const Question *self)
{
  return self->descending ? orders[self->order].down : orders[self->order].up;
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

  ggov_stmt_bind_text (stmt, 1, self->ask->as_of);
  ggov_stmt_bind_id (stmt, 2, self->ask->filter.building_id);
  ggov_stmt_bind_id (stmt, 3, self->ask->filter.grid_id);
  ggov_stmt_bind_id (stmt, 4, self->ask->filter.community_id);

  return ggov_stmt_list_ints (stmt, error);
}

/* A city is gone through building by building. */
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
      g_autoptr(GgovSqlText) sql = _ggov_resident_ask_begin (self->ask, GGOV_RESIDENTS_OF_BUILDING,
                                                             g_array_index (buildings, gint64, i),
                                                             GGOV_RESIDENTS_WITH_DOORS);

      if (!step_sql (sql, db, self->descending ? DOORS_DOWN IN_HOUSEHOLD : DOORS IN_HOUSEHOLD, limit,
                     cancellable, keys, error))
        return FALSE;
    }

  return TRUE;
}

/* @people: (element-type gint64): somebody may be among them twice */
static gboolean
step_people (const Question  *self,
             GgovDb          *db,
             GArray          *people,
             guint            limit,
             GCancellable    *cancellable,
             GArray          *keys,
             GError         **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < people->len && keys->len < limit; i++)
    {
      const gint64 *person_id = &g_array_index (people, gint64, i);
      g_autoptr(GgovSqlText) sql = NULL;

      if (!g_hash_table_add (seen, (gpointer) person_id))
        continue;

      sql = _ggov_resident_ask_begin (self->ask, GGOV_RESIDENTS_OF_PERSON, *person_id,
                                      GGOV_RESIDENTS_WITH_PEOPLE);
      if (!step_sql (sql, db, "r.living DESC, r.id", limit, cancellable, keys, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
step_members (const Question  *self,
              GgovDb          *db,
              guint            limit,
              GCancellable    *cancellable,
              GArray          *keys,
              GError         **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, self->descending ? SQL_MEMBERS ("DESC")
                                                                   : SQL_MEMBERS (""), error);
  g_autoptr(GArray) people = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, self->ask->as_of);
  people = ggov_stmt_list_ints (stmt, error);

  return people && step_people (self, db, people, limit, cancellable, keys, error);
}

/* Most are in no group: whoever is in one is counted, and nobody else. */
static gboolean
step_groups (const Question  *self,
             GgovDb          *db,
             guint            limit,
             GCancellable    *cancellable,
             GArray          *keys,
             GError         **error)
{
  g_autoptr(GgovSqlText) others = _ggov_resident_ask_begin (self->ask, GGOV_RESIDENTS_BY_RESIDENCE, 0,
                                                            GGOV_RESIDENTS_WITH_PEOPLE);

  _ggov_sql_text_add (others, " AND NOT EXISTS (SELECT 1 " IN_GROUPS ")");

  return (!self->descending || step_members (self, db, limit, cancellable, keys, error)) &&
         (keys->len >= limit || step_sql (others, db, "r.id", limit, cancellable, keys, error)) &&
         (self->descending || keys->len >= limit ||
          step_members (self, db, limit, cancellable, keys, error));
}

static gboolean
step_all (const Question  *self,
          GgovDb          *db,
          guint            limit,
          GCancellable    *cancellable,
          GArray          *keys,
          GError         **error)
{
  const gboolean has_place = _ggov_resident_ask_has_place (self->ask);
  const gboolean by_place = orders[self->order].start == GGOV_RESIDENTS_BY_PLACE;
  GgovResidentStart start = GGOV_RESIDENTS_BY_PLACE;
  g_autoptr(GgovSqlText) sql = NULL;
  gboolean is_few = has_place;

  if (!has_place && !_ggov_resident_ask_find_few (self->ask, db, &is_few, &start, error))
    return FALSE;
  if (by_place && (has_place || !is_few))
    return step_buildings (self, db, limit, cancellable, keys, error);
  if (!is_few && g_str_equal (orders[self->order].column, "groups"))
    return step_groups (self, db, limit, cancellable, keys, error);

  sql = _ggov_resident_ask_begin (self->ask, is_few ? start : orders[self->order].start, 0,
                                  orders[self->order].parts);

  return step_sql (sql, db, get_order (self), limit, cancellable, keys, error);
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

  if (strlen (self->ask->text) < 8)
    return TRUE;
  if (!(stmt = ggov_db_prepare (db, SQL_IDENTITY, error)))
    return FALSE;

  number = g_ascii_strup (self->ask->text, -1);
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
  g_auto(GStrv) words = _ggov_search_text_split_query (self->ask->text);
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

  return _ggov_residents_find_door (db, self->ask->text, self->ask->as_of, people, error)
           ? g_steal_pointer (&people) : NULL;
}

static gboolean
step_found (const Question  *self,
            GgovDb          *db,
            guint            limit,
            GCancellable    *cancellable,
            GArray          *keys,
            GError         **error)
{
  g_autoptr(GArray) people = find_people (self, db, error);

  return people && step_people (self, db, people, limit, cancellable, keys, error);
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

  return self->ask->text ? step_found (self, db, limit, cancellable, keys, error)
                         : step_all (self, db, limit, cancellable, keys, error);
}

static gpointer
read_row (gconstpointer      question,
          GgovDb            *db,
          const GgovRowKey  *key,
          GError           **error)
{
  const Question *self = question;

  return _ggov_resident_read_row (db, key->id, self->ask->as_of, error);
}

static const GgovQueryClass klass = { .find_keys = find_keys, .read_row = read_row };

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
  question->ask = _ggov_resident_ask_new (as_of, filter);
  question->order = find_order (column);
  question->descending = descending;

  return _ggov_query_new (&klass, question, question_free, ggov_resident_new (&nobody), TRUE);
}
