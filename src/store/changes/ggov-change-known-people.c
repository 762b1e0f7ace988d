/* ggov-change-known-people.c: who and what an import of people is compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-known-people.h"
#include "ggov-change-private.h"
#include "ggov-roster-private.h"
#include "ggov-search-text-private.h"

#define SQL_PEOPLE \
  "SELECT id, name, sex, birth_date, phone FROM person WHERE merged_into_id IS NULL ORDER BY id"
#define SQL_ROLES  "SELECT id, code, name, name_zh, scope FROM role ORDER BY sort_order, id"

/* $1 is the day. */
#define SQL_WIDE_PLACES \
  "SELECT 'sub-district', id, 0, 0, 0, code, name, NULL, NULL, 0 FROM sub_district " \
  "UNION ALL " \
  "SELECT 'community', id, id, 0, 0, code, name, NULL, NULL, 0 FROM community " \
  "UNION ALL " \
  "SELECT 'grid', g.id, g.community_id, g.id, 0, g.code, g.name, NULL, NULL, 0 FROM grid g " \
  "WHERE " GGOV_ROSTER_ON_DAY ("g")
#define SQL_BUILDINGS \
  "WITH " GGOV_ROSTER_GROUND " " \
  "SELECT 'building', b.id, coalesce (b.community_id, 0), coalesce (x.grid_id, 0), b.id, NULL, " \
  "b.name, o.name, b.number, 0 FROM building b LEFT JOIN compound o ON o.id = b.compound_id " \
  "LEFT JOIN ground x ON x.building_id = b.id ORDER BY b.id"
#define SQL_UNITS \
  "WITH " GGOV_ROSTER_GROUND " " \
  "SELECT 'unit', u.id, coalesce (b.community_id, 0), coalesce (x.grid_id, 0), b.id, NULL, " \
  "b.name, o.name, b.number, u.number FROM unit u JOIN building b ON b.id = u.building_id " \
  "LEFT JOIN compound o ON o.id = b.compound_id " \
  "LEFT JOIN ground x ON x.building_id = b.id ORDER BY u.id"

#define SQL_POST(column) \
  "SELECT 1 FROM post p WHERE p.person_id = $2 AND p.role_id = $3 AND p." column " = $4 AND " \
  GGOV_ROSTER_ON_DAY ("p")

/* By the kind of place; the names never come from outside. */
static const struct { const char *kind, *sql; } post_queries[] = {
  { "sub-district", SQL_POST ("sub_district_id") },
  { "community", SQL_POST ("community_id") },
  { "grid", SQL_POST ("grid_id") },
  { "building", SQL_POST ("building_id") },
  { "unit", SQL_POST ("unit_id") },
};

static void
person_free (GgovKnownPerson *person)
{
  g_free (person->name);
  g_free (person->sex);
  g_free (person->birth_date);
  g_free (person->phone);
  g_free (person);
}

GgovKnownPerson *
ggov_known_person_new (gint64      id,
                       const char *name,
                       const char *sex,
                       const char *birth_date,
                       const char *phone)
{
  GgovKnownPerson *person = g_new0 (GgovKnownPerson, 1);

  person->id = id;
  person->name = g_strdup (name);
  person->sex = g_strdup (sex);
  person->birth_date = g_strdup (birth_date);
  person->phone = g_strdup (phone);

  return person;
}

static gpointer
read_person (GgovStmt *stmt)
{
  return ggov_known_person_new (ggov_stmt_get_int (stmt, 0), ggov_stmt_get_text (stmt, 1),
                                ggov_stmt_get_text (stmt, 2), ggov_stmt_get_text (stmt, 3),
                                ggov_stmt_get_text (stmt, 4));
}

static void
place_free (GgovKnownPlace *place)
{
  g_free (place->code);
  g_free (place->name);
  g_free (place->compound);
  g_free (place->number);
  g_free (place);
}

static gpointer
read_place (GgovStmt *stmt)
{
  GgovKnownPlace *place = g_new0 (GgovKnownPlace, 1);

  place->kind = g_intern_string (ggov_stmt_get_text (stmt, 0));
  place->id = ggov_stmt_get_int (stmt, 1);
  place->community_id = ggov_stmt_get_int (stmt, 2);
  place->grid_id = ggov_stmt_get_int (stmt, 3);
  place->building_id = ggov_stmt_get_int (stmt, 4);
  place->code = g_strdup (ggov_stmt_get_text (stmt, 5));
  place->name = g_strdup (ggov_stmt_get_text (stmt, 6));
  place->compound = g_strdup (ggov_stmt_get_text (stmt, 7));
  place->number = g_strdup (ggov_stmt_get_text (stmt, 8));
  place->unit = (int) ggov_stmt_get_int (stmt, 9);

  return place;
}

static void
role_free (GgovKnownRole *role)
{
  g_free (role->code);
  g_free (role->name);
  g_free (role->name_zh);
  g_free (role->scope);
  g_free (role);
}

static gpointer
read_role (GgovStmt *stmt)
{
  GgovKnownRole *role = g_new0 (GgovKnownRole, 1);

  role->id = ggov_stmt_get_int (stmt, 0);
  role->code = g_strdup (ggov_stmt_get_text (stmt, 1));
  role->name = g_strdup (ggov_stmt_get_text (stmt, 2));
  role->name_zh = g_strdup (ggov_stmt_get_text (stmt, 3));
  role->scope = g_strdup (ggov_stmt_get_text (stmt, 4));

  return role;
}

/* @day: (nullable): for $1, where the query has it */
static gboolean
append_rows (GgovChange  *change,
             const char  *sql,
             const char  *day,
             gpointer   (*read) (GgovStmt *),
             GPtrArray   *rows,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  if (day)
    ggov_stmt_bind_text (stmt, 1, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (rows, read (stmt));

  return step == GGOV_DB_DONE;
}

gboolean
ggov_known_names_sound_alike (const char *a,
                              const char *b)
{
  g_autofree char *one = _ggov_search_text_dup_pinyin (a);
  g_autofree char *other = _ggov_search_text_dup_pinyin (b);

  return g_str_equal (one, other);
}

GPtrArray *
ggov_change_load_people (GgovChange  *change,
                         GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);

  return append_rows (change, SQL_PEOPLE, NULL, read_person, rows, error)
           ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
ggov_change_load_places (GgovChange  *change,
                         const char  *day,
                         GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);

  g_return_val_if_fail (day != NULL, NULL);

  return append_rows (change, SQL_WIDE_PLACES, day, read_place, rows, error) &&
         append_rows (change, SQL_BUILDINGS, day, read_place, rows, error) &&
         append_rows (change, SQL_UNITS, day, read_place, rows, error)
           ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
ggov_change_load_roles (GgovChange  *change,
                        GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) role_free);

  return append_rows (change, SQL_ROLES, NULL, read_role, rows, error)
           ? g_steal_pointer (&rows) : NULL;
}

static const char *
find_post_query (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (post_queries); i++)
    if (g_str_equal (post_queries[i].kind, kind))
      return post_queries[i].sql;

  g_return_val_if_reached (NULL);
}

gboolean
ggov_change_has_post (GgovChange            *change,
                      gint64                 person_id,
                      gint64                 role_id,
                      const GgovKnownPlace  *place,
                      const char            *day,
                      gboolean              *found,
                      GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, find_post_query (place->kind), error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, person_id);
  ggov_stmt_bind_int (stmt, 3, role_id);
  ggov_stmt_bind_int (stmt, 4, place->id);
  step = ggov_stmt_step (stmt, error);
  *found = step == GGOV_DB_ROW;

  return step != GGOV_DB_ERROR;
}
