/* ggov-resident-ask.c: which residents are wanted, as statements say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-resident-ask-private.h"
#include "ggov-residents-private.h"

/* So many are sorted in no time; an index gives the first of more. */
#define MOST_FEW 20000

#define DOORS "CROSS JOIN household h CROSS JOIN dwelling d CROSS JOIN unit u CROSS JOIN building b "
#define FROM_UNIT \
  "CROSS JOIN unit u CROSS JOIN dwelling d CROSS JOIN household h CROSS JOIN residence r " \
  "CROSS JOIN person n "
#define KNOWN "LEFT JOIN resident m ON m.person_id = n.id "
#define FROM_FEW " few CROSS JOIN residence r CROSS JOIN person n "

/* A CROSS JOIN is gone through as it stands. */
static const struct
{
  const char *begin;
  const char *from;      /* after who the few are */
  const char *where;
  gboolean    has_known; /* m is among it */
  gboolean    has_doors;
  gboolean    has_grids;
} starts[] = {
  [GGOV_RESIDENTS_BY_PERSON] = { "", "person n CROSS JOIN residence r ", "" },
  [GGOV_RESIDENTS_BY_RESIDENT] = { "", "resident m CROSS JOIN person n CROSS JOIN residence r ",
                                   "AND m.person_id = n.id ", TRUE },
  [GGOV_RESIDENTS_BY_RESIDENCE] = { "", "residence r CROSS JOIN person n ", "" },
  [GGOV_RESIDENTS_BY_DWELLING] = { "", "dwelling d CROSS JOIN household h CROSS JOIN residence r "
                                   "CROSS JOIN person n CROSS JOIN unit u CROSS JOIN building b ", "",
                                   FALSE, TRUE },
  [GGOV_RESIDENTS_BY_PLACE] = { "WITH " GGOV_ROSTER_GROUND " ",
                                "building b LEFT JOIN ground x ON x.building_id = b.id "
                                "LEFT JOIN grid g ON g.id = x.grid_id " FROM_UNIT, "",
                                FALSE, TRUE, TRUE },
  [GGOV_RESIDENTS_OF_BUILDING] = { "", "building b " FROM_UNIT, "AND b.id = ", FALSE, TRUE },
  [GGOV_RESIDENTS_OF_PERSON] = { "", "person n CROSS JOIN residence r ", "AND n.id = " },
  [GGOV_RESIDENTS_FEW_OF_HOUSEHOLD] = { "", FROM_FEW, "AND few.person_id = r.person_id " },
  [GGOV_RESIDENTS_FEW_OF_GROUP] = { "", FROM_FEW, "AND few.person_id = r.person_id " },
  [GGOV_RESIDENTS_FEW_OF_AGE] = { "", FROM_FEW, "AND few.person_id = r.person_id " },
  [GGOV_RESIDENTS_FEW_UNCONFIRMED] = { "", FROM_FEW, "AND few.person_id = r.person_id " },
};

/* The filter ------------------------------------------------------------------------------------- */

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

static char *
dup_typed (const char *text)
{
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;

  return plain && *plain ? g_steal_pointer (&plain) : NULL;
}

GgovResidentAsk *
_ggov_resident_ask_new (const char               *as_of,
                        const GgovResidentFilter *filter)
{
  GgovResidentAsk *self = g_new0 (GgovResidentAsk, 1);

  self->as_of = g_strdup (as_of);
  if (filter == NULL)
    return self;

  self->filter = *filter;
  self->sex = g_strdup (filter->sex);
  self->confirmed_before = g_strdup (filter->confirmed_before);
  self->text = dup_typed (filter->text);
  self->born_until = dup_born (as_of, filter->age_from);
  self->born_after = dup_born (as_of, filter->age_to > 0 ? filter->age_to + 1 : 0);
  self->conditions = _ggov_resident_conditions_copy (filter->conditions, filter->n_conditions);

  return self;
}

void
_ggov_resident_ask_free (GgovResidentAsk *self)
{
  g_free (self->as_of);
  g_free (self->sex);
  g_free (self->confirmed_before);
  g_free (self->text);
  g_free (self->born_until);
  g_free (self->born_after);
  _ggov_resident_conditions_free (self->conditions, self->filter.n_conditions);
  g_free (self);
}

gboolean
_ggov_resident_ask_has_place (const GgovResidentAsk *self)
{
  return self->filter.community_id != 0 || self->filter.grid_id != 0 ||
         self->filter.building_id != 0 || self->filter.unit_id != 0;
}

/* What is wanted --------------------------------------------------------------------------------- */

static void
add_stay (const GgovResidentAsk *self,
          GgovSqlText           *sql)
{
  if (self->filter.stay == GGOV_RESIDENT_LIVING)
    _ggov_sql_text_add (sql, " AND r.living = 1");
  else if (self->filter.stay == GGOV_RESIDENT_REGISTERED)
    _ggov_sql_text_add (sql, " AND r.registered = 1");
  else if (self->filter.stay == GGOV_RESIDENT_SEPARATED)
    _ggov_sql_text_add (sql, " AND r.living + r.registered = 1");
}

static void
add_age (const GgovResidentAsk *self,
         GgovSqlText           *sql)
{
  if (self->born_until)
    _ggov_sql_text_add_text (sql, " AND n.birth_date <= ", self->born_until, "");
  if (self->born_after)
    _ggov_sql_text_add_text (sql, " AND n.birth_date > ", self->born_after, "");
}

/* @group: the column. Behind a sign it is not looked up by: a person is in few groups, a group has a
 * crowd. */
static void
add_membership (const GgovResidentAsk *self,
                const char            *group,
                GgovSqlText           *sql)
{
  _ggov_sql_text_add (sql, GGOV_SQL_MEMBER_ON ("k", "$1"));
  if (self->filter.group_id != -1)
    _ggov_sql_text_add_int (sql, group, self->filter.group_id, "");
}

static void
add_known (const GgovResidentAsk *self,
           GgovSqlText           *sql)
{
  const GgovResidentFilter *filter = &self->filter;

  if (self->sex)
    _ggov_sql_text_add_text (sql, " AND n.sex = ", self->sex, "");
  if (self->confirmed_before)
    _ggov_sql_text_add_text (sql, " AND (m.confirmed_on IS NULL OR m.confirmed_on < ",
                             self->confirmed_before, ")");
  if (filter->group_id != 0)
    {
      _ggov_sql_text_add (sql, " AND EXISTS (SELECT 1 FROM resident_group k "
                               "WHERE k.person_id = r.person_id AND ");
      add_membership (self, " AND +k.group_id = ", sql);
      _ggov_sql_text_add (sql, ")");
    }
  if (filter->required_below > 0)
    _ggov_sql_text_add_int (sql, " AND coalesce (m.required_filled, 0) < ", filter->required_below, "");
  if (filter->optional_below > 0)
    _ggov_sql_text_add_int (sql, " AND coalesce (m.optional_filled, 0) < ", filter->optional_below, "");
}

static void
add_place (const GgovResidentAsk *self,
           GgovSqlText           *sql)
{
  const GgovResidentFilter *filter = &self->filter;

  if (filter->household_id != 0)
    _ggov_sql_text_add_int (sql, " AND r.household_id = ", filter->household_id, "");
  if (filter->unit_id != 0)
    _ggov_sql_text_add_int (sql, " AND u.id = ", filter->unit_id, "");
  if (filter->building_id != 0)
    _ggov_sql_text_add_int (sql, " AND b.id = ", filter->building_id, "");
  if (filter->grid_id != 0)
    _ggov_sql_text_add_int (sql, " AND x.grid_id = ", filter->grid_id, "");
  if (filter->community_id != 0)
    _ggov_sql_text_add_int (sql, " AND coalesce (g.community_id, b.community_id) = ",
                            filter->community_id, "");
}

static GgovResidentParts
get_parts (const GgovResidentAsk *self)
{
  const GgovResidentParts parts = _ggov_resident_conditions_get_parts (self);

  if (self->filter.grid_id != 0 || self->filter.community_id != 0)
    return MAX (parts, GGOV_RESIDENTS_WITH_GRIDS);

  return _ggov_resident_ask_has_place (self) ? MAX (parts, GGOV_RESIDENTS_WITH_DOORS) : parts;
}

/* Where to start --------------------------------------------------------------------------------- */

/* "(SELECT person_id …)" of those who are few */
static void
add_few (const GgovResidentAsk *self,
         GgovResidentStart      start,
         GgovSqlText           *sql)
{
  if (start == GGOV_RESIDENTS_FEW_OF_HOUSEHOLD)
    _ggov_sql_text_add_int (sql, "(SELECT DISTINCT e.person_id FROM residence e "
                                 "WHERE e.household_id = ", self->filter.household_id, ")");
  else if (start == GGOV_RESIDENTS_FEW_UNCONFIRMED)
    _ggov_sql_text_add_text (sql, "(SELECT k.person_id FROM resident k WHERE k.confirmed_on IS NULL "
                                  "UNION ALL SELECT k.person_id FROM resident k "
                                  "WHERE k.confirmed_on < ", self->confirmed_before, ")");
  else if (start == GGOV_RESIDENTS_FEW_OF_AGE)
    {
      _ggov_sql_text_add (sql, "(SELECT n.id AS person_id FROM person n "
                               "WHERE n.birth_date IS NOT NULL");
      add_age (self, sql);
      _ggov_sql_text_add (sql, ")");
    }
  else if (start == GGOV_RESIDENTS_FEW_OF_GROUP)
    {
      _ggov_sql_text_add (sql, "(SELECT DISTINCT k.person_id FROM resident_group k WHERE ");
      add_membership (self, " AND k.group_id = ", sql);
      _ggov_sql_text_add (sql, ")");
    }
}

static gboolean
is_wanted (const GgovResidentAsk *self,
           GgovResidentStart      few)
{
  if (few == GGOV_RESIDENTS_FEW_OF_HOUSEHOLD)
    return self->filter.household_id != 0;
  if (few == GGOV_RESIDENTS_FEW_OF_GROUP)
    return self->filter.group_id != 0;
  if (few == GGOV_RESIDENTS_FEW_OF_AGE)
    return self->born_until != NULL || self->born_after != NULL;

  return self->confirmed_before != NULL;
}

/* Counts no more than it has to. */
static gboolean
check_few (const GgovResidentAsk  *self,
           GgovDb                 *db,
           GgovResidentStart       few,
           gboolean               *is_few,
           GError                **error)
{
  g_autoptr(GgovSqlText) sql =
    _ggov_sql_text_new (few == GGOV_RESIDENTS_FEW_OF_GROUP ? self->as_of : NULL);
  g_autoptr(GgovStmt) stmt = NULL;

  _ggov_sql_text_add (sql, "SELECT count (*) FROM (SELECT 1 FROM ");
  add_few (self, few, sql);
  _ggov_sql_text_add_int (sql, " few LIMIT ", MOST_FEW + 1, ") found");
  if (!(stmt = _ggov_sql_text_prepare (sql, db, error)) ||
      ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  *is_few = ggov_stmt_get_int (stmt, 0) <= MOST_FEW;

  return TRUE;
}

gboolean
_ggov_resident_ask_find_few (const GgovResidentAsk  *self,
                             GgovDb                 *db,
                             gboolean               *is_few,
                             GgovResidentStart      *start,
                             GError                **error)
{
  *is_few = FALSE;
  for (guint few = GGOV_RESIDENTS_FEW_OF_HOUSEHOLD; few <= GGOV_RESIDENTS_FEW_UNCONFIRMED && !*is_few;
       few++)
    {
      if (!is_wanted (self, few))
        continue;
      if (!check_few (self, db, few, is_few, error))
        return FALSE;
      *start = few;
    }

  return TRUE;
}

/* The statement ---------------------------------------------------------------------------------- */

static void
add_tables (const GgovResidentAsk *self,
            GgovResidentStart      start,
            GgovResidentParts      parts,
            GgovSqlText           *sql)
{
  _ggov_sql_text_add (sql, starts[start].begin);
  _ggov_sql_text_add (sql, "SELECT r.id, r.person_id FROM ");
  add_few (self, start, sql);
  _ggov_sql_text_add (sql, starts[start].from);
  if (!starts[start].has_known)
    _ggov_sql_text_add (sql, KNOWN);
  if (parts >= GGOV_RESIDENTS_WITH_DOORS && !starts[start].has_doors)
    _ggov_sql_text_add (sql, DOORS);
  if (parts >= GGOV_RESIDENTS_WITH_GRIDS && !starts[start].has_grids)
    _ggov_sql_text_add (sql, GGOV_RESIDENTS_JOIN_GRID);
  if (parts >= GGOV_RESIDENTS_WITH_NAMES)
    _ggov_sql_text_add (sql, "LEFT JOIN compound o ON o.id = b.compound_id LEFT JOIN community c "
                             "ON c.id = coalesce (g.community_id, b.community_id) ");
}

GgovSqlText *
_ggov_resident_ask_begin (const GgovResidentAsk *self,
                          GgovResidentStart      start,
                          gint64                 of,
                          GgovResidentParts      parts)
{
  GgovSqlText *sql = _ggov_sql_text_new (self->as_of);

  parts = MAX (parts, get_parts (self));
  add_tables (self, start, parts, sql);
  _ggov_sql_text_add (sql, "WHERE r.person_id = n.id ");
  if (of != 0)
    _ggov_sql_text_add_int (sql, starts[start].where, of, " ");
  else
    _ggov_sql_text_add (sql, starts[start].where);
  if (parts >= GGOV_RESIDENTS_WITH_DOORS || starts[start].has_doors)
    _ggov_sql_text_add (sql, "AND h.id = r.household_id AND d.id = h.dwelling_id "
                             "AND u.id = d.unit_id AND b.id = u.building_id ");
  _ggov_sql_text_add (sql, "AND " GGOV_SQL_RESIDES_ON ("r", "$1"));
  add_stay (self, sql);
  add_age (self, sql);
  add_known (self, sql);
  add_place (self, sql);
  _ggov_resident_conditions_add (self, sql);

  return sql;
}
