/* ggov-resident-row.c: one line of the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "ggov-person.h"
#include "ggov-resident-row-private.h"
#include "ggov-residents-private.h"
#include "ggov-role.h"

#define SQL_ROW \
  "SELECT r.id, r.person_id, r.household_id, d.id, u.id, b.id, g.id, " \
  "coalesce (g.community_id, b.community_id), r.registered, r.living, n.name, n.pinyin, n.sex, " \
  "n.birth_date, n.phone, m.identity_kind, m.identity_number, r.relation, d.door, c.name, g.code, " \
  "g.name, m.confirmed_on, r.moved_in, r.moved_out, m.required_filled, m.optional_filled, " \
  GGOV_RESIDENTS_PLACE_COLUMNS " " \
  "FROM residence r JOIN person n ON n.id = r.person_id " \
  "LEFT JOIN resident m ON m.person_id = r.person_id JOIN household h ON h.id = r.household_id " \
  GGOV_RESIDENTS_JOIN_DOOR GGOV_RESIDENTS_JOIN_GRID \
  "LEFT JOIN community c ON c.id = coalesce (g.community_id, b.community_id) WHERE r.id = $2"
enum
{
  ID, PERSON_ID, HOUSEHOLD_ID, DWELLING_ID, UNIT_ID, BUILDING_ID, GRID_ID, COMMUNITY_ID, REGISTERED,
  LIVING, NAME, PINYIN, SEX, BIRTH_DATE, PHONE, IDENTITY_KIND, IDENTITY_NUMBER, RELATION, DOOR,
  COMMUNITY, GRID_CODE, GRID, CONFIRMED_ON, MOVED_IN, MOVED_OUT, REQUIRED,
  OPTIONAL, PLACE,
};

#define SQL_GROUPS \
  "SELECT s.name, s.name_zh, s.sensitive FROM resident_group k JOIN special_group s ON s.id = k.group_id " \
  "WHERE k.person_id = $2 AND " GGOV_SQL_MEMBER_ON ("k", "$1") " ORDER BY s.sort_order, s.id"

int
_ggov_resident_get_age (const char *birth_date,
                        const char *day)
{
  int age;

  if (birth_date == NULL || strlen (birth_date) < 10 || strlen (day) < 10)
    return -1;

  age = atoi (day) - atoi (birth_date) - (strcmp (day + 4, birth_date + 4) < 0);

  return MAX (age, -1);
}

/* Returns how many, or -1 with @error set. What the law protects is not in a list. */
static gint64
read_groups (GgovDb      *db,
             gint64       person_id,
             const char  *day,
             GString     *names,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_GROUPS, error);
  GgovDbStep step;
  gint64 n = 0;

  if (stmt == NULL)
    return -1;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, person_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const char *name = ggov_stmt_get_int (stmt, 2)
                           ? GGOV_RESIDENTS_HIDDEN : ggov_role_choose_name (ggov_stmt_get_text (stmt, 0),
                                                             ggov_stmt_get_text (stmt, 1));

      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", name);
    }

  return step == GGOV_DB_DONE ? n : -1;
}

static GgovResident *
make_row (GgovStmt   *stmt,
          const char *day,
          gint64      groups,
          const char *group_names)
{
  g_autofree char *place = _ggov_residents_dup_place (stmt, PLACE);
  const gboolean registered = ggov_stmt_get_int (stmt, REGISTERED);
  const gboolean living = ggov_stmt_get_int (stmt, LIVING);

  return ggov_resident_new (&(GgovResidentRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .household_id = ggov_stmt_get_int (stmt, HOUSEHOLD_ID),
    .dwelling_id = ggov_stmt_get_int (stmt, DWELLING_ID),
    .unit_id = ggov_stmt_get_int (stmt, UNIT_ID),
    .building_id = ggov_stmt_get_int (stmt, BUILDING_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .community_id = ggov_stmt_get_int (stmt, COMMUNITY_ID),
    .age = _ggov_resident_get_age (ggov_stmt_get_text (stmt, BIRTH_DATE), day),
    .registered = registered,
    .living = living,
    .separated = registered != living,
    .groups = groups,
    .required_filled = ggov_stmt_get_int (stmt, REQUIRED),
    .optional_filled = ggov_stmt_get_int (stmt, OPTIONAL),
    .name = ggov_stmt_get_text (stmt, NAME),
    .pinyin = ggov_stmt_get_text (stmt, PINYIN),
    .sex = ggov_stmt_get_text (stmt, SEX),
    .sex_label = ggov_sex_get_label (ggov_stmt_get_text (stmt, SEX)),
    .birth_date = ggov_stmt_get_text (stmt, BIRTH_DATE),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .identity_kind = ggov_stmt_get_text (stmt, IDENTITY_KIND),
    .identity_number = ggov_stmt_get_text (stmt, IDENTITY_NUMBER),
    .relation = ggov_stmt_get_text (stmt, RELATION),
    .place = place,
    .door = ggov_stmt_get_text (stmt, DOOR),
    .community = ggov_stmt_get_text (stmt, COMMUNITY),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
    .group_names = group_names,
    .confirmed_on = ggov_stmt_get_text (stmt, CONFIRMED_ON),
    .moved_in = ggov_stmt_get_text (stmt, MOVED_IN),
    .moved_out = ggov_stmt_get_text (stmt, MOVED_OUT),
  });
}

GgovResident *
_ggov_resident_read_row (GgovDb      *db,
                         gint64       residence_id,
                         const char  *day,
                         GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROW, error);
  g_autoptr(GString) names = g_string_new (NULL);
  gint64 groups;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, residence_id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return NULL;

  groups = read_groups (db, ggov_stmt_get_int (stmt, PERSON_ID), day, names, error);

  return groups >= 0 ? make_row (stmt, day, groups, names->str) : NULL;
}
