/* ggov-issue-ask.c: which issues are wanted, as queries say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-issue-ask-private.h"
#include "ggov-issues-private.h"

#define ALL_STAGES ((1u << GGOV_ISSUE_N_STAGES) - 1)

/* Which issues a grid has by now takes several questions for each: only those are asked about that
 * can be in it at all. */
#define SQL_CAN_BE_IN(grid) \
  "(i.building_id IN (SELECT building_id FROM plan_building WHERE grid_id = " grid ") " \
  "OR i.grid_id IN (SELECT grid_id FROM grid_successor WHERE successor_id = " grid "))"
#define SQL_GRID \
  "AND (i.grid_id = $3 OR (" SQL_CAN_BE_IN ("$3") " AND " GGOV_SQL_PRESENT_GRID ("i", "$1") " = $3)) "
#define SQL_IS_ENDED "i.stage IN ('closed', 'evaluated', 'void')"

/* The few types, grids and handlers are looked through before the many issues, whose columns are
 * compared as they stand: LIKE takes a small and a capital letter for the same. */
#define SQL_TEXT \
  "AND (i.title LIKE $8 ESCAPE '\\' OR i.place LIKE $8 ESCAPE '\\' " \
  "OR i.number LIKE $8 ESCAPE '\\' " \
  "OR i.case_type_id IN (SELECT id FROM case_type " \
  "WHERE lower (name || ' ' || name_zh) LIKE $8 ESCAPE '\\') " \
  "OR i.grid_id IN (SELECT id FROM grid WHERE lower (code || ' ' || name) LIKE $8 ESCAPE '\\') " \
  "OR i.handler_id IN (SELECT id FROM person WHERE id IN (SELECT handler_id FROM issue) " \
  "AND lower (name) LIKE $8 ESCAPE '\\')) "

/* What is ended stays with the grid that it was filed on. */
static const char *const keys[] = {
  [GGOV_ISSUE_GROUPING_NONE] = "0",
  [GGOV_ISSUE_GROUPING_GRID] =
    ("coalesce (CASE WHEN " SQL_IS_ENDED " THEN i.grid_id ELSE " GGOV_SQL_PRESENT_GRID ("i", "$1")
     " END, 0)"),
  [GGOV_ISSUE_GROUPING_COMMUNITY] =
    "coalesce ((SELECT k.community_id FROM grid k WHERE k.id = i.grid_id), 0)",
  [GGOV_ISSUE_GROUPING_LANE] =
    "(SELECT CASE k.lane WHEN 'community' THEN 1 WHEN 'enforcement' THEN 2 ELSE 3 END "
    "FROM case_type k WHERE k.id = i.case_type_id)",
  [GGOV_ISSUE_GROUPING_HANDLER] = "coalesce (i.handler_id, 0)",
};

/* The same of one group, $14, so that an index helps. */
static const char *const groups[] = {
  [GGOV_ISSUE_GROUPING_NONE] = "AND $14 = 0 ",
  [GGOV_ISSUE_GROUPING_GRID] =
    ("AND ((" SQL_IS_ENDED " AND i.grid_id = $14) OR (NOT " SQL_IS_ENDED
     " AND (i.grid_id = $14 OR " SQL_CAN_BE_IN ("$14") ") AND "
     GGOV_SQL_PRESENT_GRID ("i", "$1") " = $14)) "),
  [GGOV_ISSUE_GROUPING_COMMUNITY] =
    "AND i.grid_id IN (SELECT id FROM grid WHERE community_id = $14) ",
  [GGOV_ISSUE_GROUPING_LANE] =
    "AND i.case_type_id IN (SELECT id FROM case_type WHERE "
    "CASE lane WHEN 'community' THEN 1 WHEN 'enforcement' THEN 2 ELSE 3 END = $14) ",
  [GGOV_ISSUE_GROUPING_HANDLER] = "AND i.handler_id = $14 ",
};

/* What has to be counted apart before it is known which group it is of. */
static const char *const parts_of_keys[] = {
  [GGOV_ISSUE_GROUPING_NONE] = "i.stage",
  [GGOV_ISSUE_GROUPING_GRID] = "i.grid_id, i.stage, i.building_id",
  [GGOV_ISSUE_GROUPING_COMMUNITY] = "i.grid_id, i.stage",
  [GGOV_ISSUE_GROUPING_LANE] = "i.case_type_id, i.stage",
  [GGOV_ISSUE_GROUPING_HANDLER] = "i.handler_id, i.stage",
};

void
_ggov_issue_ask_free (GgovIssueAsk *self)
{
  g_free (self->lane);
  g_free (self->type_code);
  g_free (self->source);
  g_free (self->pattern);
  g_free (self);
}

static char *
dup_pattern (const char *text)
{
  g_autofree char *plain = g_strstrip (g_ascii_strdown (text ? text : "", -1));
  GString *pattern;

  if (*plain == '\0')
    return g_strdup ("");

  pattern = g_string_new ("%");
  for (const char *at = plain; *at; at++)
    {
      if (*at == '%' || *at == '_' || *at == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *at);
    }
  g_string_append_c (pattern, '%');

  return g_string_free (pattern, FALSE);
}

/* Nothing that is asked for may be NULL or empty. */
static char *
dup_wanted (const char *text)
{
  return text && *text ? g_strdup (text) : NULL;
}

GgovIssueAsk *
_ggov_issue_ask_new (const GgovIssueFilter *filter)
{
  GgovIssueAsk *self = g_new0 (GgovIssueAsk, 1);

  self->filter = *filter;
  self->filter.text = NULL;
  self->filter.lane = self->lane = dup_wanted (filter->lane);
  self->filter.type_code = self->type_code = dup_wanted (filter->type_code);
  self->filter.source = self->source = dup_wanted (filter->source);
  self->pattern = dup_pattern (filter->text);
  if (self->filter.stages == 0)
    self->filter.stages = ALL_STAGES;
  /* What is ended is not overdue any more. */
  if (filter->overdue)
    self->filter.stages &= GGOV_ISSUE_FILTER_OPEN;

  return self;
}

gboolean
_ggov_issue_ask_has_stage (const GgovIssueAsk *self,
                           GgovIssueStage      stage)
{
  return (self->filter.stages & (1u << stage)) != 0;
}

static void
append_stages (const GgovIssueAsk *self,
               GString            *where)
{
  const char *before = "AND i.stage IN (";

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    if (_ggov_issue_ask_has_stage (self, stage))
      {
        g_string_append_printf (where, "%s'%s'", before, ggov_issue_stage_get_code (stage));
        before = ", ";
      }
  g_string_append (where, before[0] == ',' ? ") " : "AND 0 ");
}

char *
_ggov_issue_ask_dup_where (const GgovIssueAsk *self)
{
  const GgovIssueFilter *filter = &self->filter;
  const struct { gboolean is_wanted; const char *sql; } parts[] = {
    { filter->community_id != 0,
      "AND i.grid_id IN (SELECT id FROM grid WHERE community_id = $2) " },
    { filter->grid_id != 0, SQL_GRID },
    { self->lane != NULL, "AND i.case_type_id IN (SELECT id FROM case_type WHERE lane = $4) " },
    { self->type_code != NULL,
      "AND i.case_type_id IN (SELECT id FROM case_type WHERE code = $5) " },
    { self->source != NULL, "AND i.source = $6 " },
    { filter->handler_id == GGOV_ISSUE_FILTER_NOBODY, "AND i.handler_id IS NULL " },
    { filter->handler_id > 0, "AND i.handler_id = $7 " },
    { filter->department_id == GGOV_ISSUE_FILTER_NOBODY,
      "AND NOT EXISTS (SELECT 1 FROM person d WHERE d.id = i.handler_id "
      "AND d.organisation_id IS NOT NULL) " },
    { filter->department_id > 0,
      "AND i.handler_id IN (SELECT id FROM person WHERE organisation_id = $15) " },
    { *self->pattern != '\0', SQL_TEXT },
    { filter->overdue, "AND i.due_at <= $9 AND i.suspended = 0 " },
    { filter->filed_from != 0, "AND i.filed_at >= $10 " },
    { filter->filed_before != 0, "AND i.filed_at < $11 " },
    { filter->due_from != 0, "AND i.due_at >= $12 " },
    { filter->due_before != 0, "AND i.due_at < $13 " },
  };
  GString *where = g_string_new ("WHERE $1 <> '' ");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].is_wanted)
      g_string_append (where, parts[i].sql);
  if (filter->stages != ALL_STAGES)
    append_stages (self, where);
  if (filter->grouping != GGOV_ISSUE_GROUPING_NONE && filter->group_id != 0)
    g_string_append (where, groups[filter->grouping]);
  else if (filter->grouping != GGOV_ISSUE_GROUPING_NONE)
    g_string_append_printf (where, "AND %s = $14 ", keys[filter->grouping]);

  return g_string_free (where, FALSE);
}

static void
bind_text (GgovStmt   *stmt,
           int         n,
           const char *text)
{
  if (text && *text)
    ggov_stmt_bind_text (stmt, n, text);
}

static void
bind_int (GgovStmt *stmt,
          int       n,
          gint64    value)
{
  if (value > 0)
    ggov_stmt_bind_int (stmt, n, value);
}

void
_ggov_issue_ask_bind (const GgovIssueAsk *self,
                      GgovStmt           *stmt)
{
  const GgovIssueFilter *filter = &self->filter;

  _ggov_issue_bind_day (stmt, GGOV_ASK_DAY, filter->now);
  bind_int (stmt, GGOV_ASK_COMMUNITY, filter->community_id);
  bind_int (stmt, GGOV_ASK_GRID, filter->grid_id);
  bind_text (stmt, GGOV_ASK_LANE, self->lane);
  bind_text (stmt, GGOV_ASK_TYPE, self->type_code);
  bind_text (stmt, GGOV_ASK_SOURCE, self->source);
  bind_int (stmt, GGOV_ASK_HANDLER, filter->handler_id);
  bind_text (stmt, GGOV_ASK_TEXT, self->pattern);
  if (filter->overdue)
    ggov_stmt_bind_int (stmt, GGOV_ASK_NOW, filter->now);
  bind_int (stmt, GGOV_ASK_FILED_FROM, filter->filed_from);
  bind_int (stmt, GGOV_ASK_FILED_BEFORE, filter->filed_before);
  bind_int (stmt, GGOV_ASK_DUE_FROM, filter->due_from);
  bind_int (stmt, GGOV_ASK_DUE_BEFORE, filter->due_before);
  if (filter->grouping != GGOV_ISSUE_GROUPING_NONE)
    ggov_stmt_bind_int (stmt, GGOV_ASK_GROUP, filter->group_id);
  bind_int (stmt, GGOV_ASK_DEPARTMENT, filter->department_id);
}

const char *
_ggov_issue_ask_get_key (GgovIssueGrouping grouping)
{
  g_return_val_if_fail (grouping < G_N_ELEMENTS (keys), keys[0]);

  return keys[grouping];
}

const char *
_ggov_issue_ask_get_parts (GgovIssueGrouping grouping)
{
  g_return_val_if_fail (grouping < G_N_ELEMENTS (parts_of_keys), parts_of_keys[0]);

  return parts_of_keys[grouping];
}

gboolean
_ggov_issue_ask_has_words (const GgovIssueAsk *self)
{
  return *self->pattern != '\0';
}
