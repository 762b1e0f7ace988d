/* ggov-resident-conditions.c: residents wanted by what any field of the register says of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-resident-ask-private.h"
#include "ggov-resident-columns-private.h"
#include "ggov-residents-private.h"

/* What is told by the residence, with what a statement needs to say it. */
static const struct
{
  const char        *field;
  const char        *sql;
  GgovResidentParts  parts;
} told[] = {
  { "relation", "r.relation", GGOV_RESIDENTS_WITH_PEOPLE },
  { "community", "c.name", GGOV_RESIDENTS_WITH_NAMES },
  { "grid", "g.name", GGOV_RESIDENTS_WITH_GRIDS },
  { "compound", "o.name", GGOV_RESIDENTS_WITH_NAMES },
  { "building", "coalesce (b.number, b.name)", GGOV_RESIDENTS_WITH_DOORS },
  { "unit", "CAST (u.number AS TEXT)", GGOV_RESIDENTS_WITH_DOORS },
  { "door", "d.door", GGOV_RESIDENTS_WITH_DOORS },
  { "living_since", "CASE WHEN r.living = 1 THEN r.moved_in END", GGOV_RESIDENTS_WITH_PEOPLE },
  { "household_number", "h.number", GGOV_RESIDENTS_WITH_DOORS },
  { "age", "CAST (substr ($1, 1, 4) AS INTEGER) - CAST (substr (n.birth_date, 1, 4) AS INTEGER) - "
    "CASE WHEN substr ($1, 6) < substr (n.birth_date, 6) THEN 1 ELSE 0 END",
    GGOV_RESIDENTS_WITH_PEOPLE },
};

#define GROUPS "special_groups"
#define IN_GROUP \
  "(SELECT 1 FROM resident_group k JOIN special_group s ON s.id = k.group_id " \
  "WHERE k.person_id = r.person_id AND " GGOV_SQL_MEMBER_ON ("k", "$1")

static int
find_told (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (g_str_equal (told[i].field, field))
      return i;

  return -1;
}

/* What the field is, never NULL, between @before and @after. */
static void
add_value (GgovSqlText *sql,
           const char  *field,
           const char  *before,
           const char  *after)
{
  const GgovResidentColumn *column = _ggov_resident_find_column (field);
  const int i = find_told (field);

  _ggov_sql_text_add (sql, before);
  if (i >= 0)
    {
      _ggov_sql_text_add (sql, "coalesce (CAST (");
      _ggov_sql_text_add (sql, told[i].sql);
      _ggov_sql_text_add (sql, " AS TEXT), '')");
    }
  else if (column && column->table)
    {
      _ggov_sql_text_add (sql, g_str_equal (column->table, "person") ? "coalesce (n." : "coalesce (m.");
      _ggov_sql_text_add (sql, column->column);
      _ggov_sql_text_add (sql, ", '')");
    }
  else
    {
      _ggov_sql_text_add_text (sql, "coalesce (m.fields ->> ", field, ", '')");
    }
  _ggov_sql_text_add (sql, after);
}

/* (transfer full): what LIKE finds @text by wherever it is; small letters */
static char *
dup_pattern (const char *text)
{
  g_autofree char *small = g_ascii_strdown (text, -1);
  GString *pattern = g_string_new ("%");

  for (const char *p = small; *p; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');

  return g_string_free (pattern, FALSE);
}

static void
add_part (GgovSqlText                 *sql,
          const GgovResidentCondition *condition)
{
  g_autofree char *pattern = dup_pattern (condition->value);

  add_value (sql, condition->field, " AND lower (", ")");
  _ggov_sql_text_add_text (sql, " LIKE ", pattern, " ESCAPE '\\'");
}

/* Who has none is on no side of a limit. */
static void
add_limit (GgovSqlText                 *sql,
           const GgovResidentCondition *condition)
{
  const gboolean is_from = condition->test == GGOV_RESIDENT_IS_FROM;

  add_value (sql, condition->field, " AND ", " <> ''");
  if (condition->is_number)
    {
      add_value (sql, condition->field, " AND CAST (", " AS REAL)");
      _ggov_sql_text_add_text (sql, is_from ? " >= CAST (" : " <= CAST (", condition->value,
                               " AS REAL)");
    }
  else
    {
      add_value (sql, condition->field, " AND ", "");
      _ggov_sql_text_add_text (sql, is_from ? " >= " : " <= ", condition->value, "");
    }
}

/* Groups are records of their own. */
static void
add_groups (GgovSqlText                 *sql,
            const GgovResidentCondition *condition)
{
  const gboolean is_not = condition->test == GGOV_RESIDENT_IS_NOT ||
                          condition->test == GGOV_RESIDENT_IS_EMPTY;

  _ggov_sql_text_add (sql, is_not ? " AND NOT EXISTS " IN_GROUP : " AND EXISTS " IN_GROUP);
  if (condition->test == GGOV_RESIDENT_IS_FILLED || condition->test == GGOV_RESIDENT_IS_EMPTY)
    _ggov_sql_text_add (sql, ")");
  else
    _ggov_sql_text_add_text (sql, " AND s.code = ", condition->value, ")");
}

static void
add_condition (GgovSqlText                 *sql,
               const GgovResidentCondition *condition)
{
  if (g_str_equal (condition->field, GROUPS))
    {
      add_groups (sql, condition);
      return;
    }

  switch (condition->test)
    {
    case GGOV_RESIDENT_IS:
    case GGOV_RESIDENT_IS_NOT:
      add_value (sql, condition->field, " AND ", "");
      _ggov_sql_text_add_text (sql, condition->test == GGOV_RESIDENT_IS ? " = " : " <> ",
                               condition->value, "");
      break;

    case GGOV_RESIDENT_HAS:
      add_part (sql, condition);
      break;

    case GGOV_RESIDENT_IS_FROM:
    case GGOV_RESIDENT_IS_TO:
      add_limit (sql, condition);
      break;

    case GGOV_RESIDENT_IS_FILLED:
      add_value (sql, condition->field, " AND ", " <> ''");
      break;

    case GGOV_RESIDENT_IS_EMPTY:
      add_value (sql, condition->field, " AND ", " = ''");
      break;

    default:
      g_assert_not_reached ();
    }
}

void
_ggov_resident_conditions_add (const GgovResidentAsk *self,
                               GgovSqlText           *sql)
{
  for (guint i = 0; i < self->filter.n_conditions; i++)
    add_condition (sql, &self->conditions[i]);
}

GgovResidentParts
_ggov_resident_conditions_get_parts (const GgovResidentAsk *self)
{
  GgovResidentParts parts = GGOV_RESIDENTS_WITH_PEOPLE;

  for (guint i = 0; i < self->filter.n_conditions; i++)
    {
      const int at = find_told (self->conditions[i].field);

      if (at >= 0)
        parts = MAX (parts, told[at].parts);
    }

  return parts;
}

GgovResidentCondition *
_ggov_resident_conditions_copy (const GgovResidentCondition *conditions,
                                guint                        n_conditions)
{
  GgovResidentCondition *copy = g_new0 (GgovResidentCondition, n_conditions);

  for (guint i = 0; i < n_conditions; i++)
    copy[i] = (GgovResidentCondition) {
      .field = g_strdup (conditions[i].field),
      .test = conditions[i].test,
      .value = g_strdup (conditions[i].value ? conditions[i].value : ""),
      .is_number = conditions[i].is_number,
    };

  return copy;
}

void
_ggov_resident_conditions_free (GgovResidentCondition *conditions,
                                guint                  n_conditions)
{
  for (guint i = 0; i < n_conditions; i++)
    {
      g_free ((char *) conditions[i].field);
      g_free ((char *) conditions[i].value);
    }
  g_free (conditions);
}
