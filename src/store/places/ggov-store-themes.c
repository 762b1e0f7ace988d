/* ggov-store-themes.c: what grids and buildings can be coloured by on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-plan-finding.h"
#include "ggov-residents-private.h"
#include "ggov-store-themes.h"
#include "ggov-vacancies-private.h"

/* A query gives a number of a grid or building and its value, or NULL where nothing can be said.
 * $1 is the day asked about, $2 the instant that ends it, $3 the instant that is now, $4 the day
 * VISIT_DAYS before; a query may leave any of them out. */

#define VISIT_DAYS 180 /* a household that nobody met for longer wants a visit */

#define OF_GRIDS "FROM grid g "
#define ON_DAY "WHERE " GGOV_ROSTER_ON_DAY ("g") " ORDER BY g.id"

/* A grid where nobody lives has no households to be counted, rather than none. */
#define HOUSEHOLDS \
  "WITH " GGOV_ROSTER_GROUND ", h AS (SELECT x.grid_id, sum (u.households) AS n FROM ground x " \
  "JOIN unit u ON u.building_id = x.building_id GROUP BY x.grid_id) "
#define SQL_HOUSEHOLDS \
  HOUSEHOLDS "SELECT g.id, h.n " OF_GRIDS "LEFT JOIN h ON h.grid_id = g.id " ON_DAY
#define SQL_DEVIATION \
  HOUSEHOLDS "SELECT g.id, h.n - " G_STRINGIFY (GGOV_PLAN_TARGET_HOUSEHOLDS) " " OF_GRIDS \
  "LEFT JOIN h ON h.grid_id = g.id " ON_DAY

#define ISSUES_OF_GRIDS(condition) \
  "WITH i AS (SELECT " GGOV_SQL_PRESENT_GRID ("a", "$1") " AS grid_id, count (*) AS n " \
  "FROM issue a WHERE " condition " GROUP BY 1) " \
  "SELECT g.id, coalesce (i.n, 0) " OF_GRIDS "LEFT JOIN i ON i.grid_id = g.id " ON_DAY
#define SQL_OPEN_ISSUES ISSUES_OF_GRIDS (GGOV_SQL_ISSUE_OPEN_BY ("a", "$2"))
#define SQL_OVERDUE_ISSUES \
  ISSUES_OF_GRIDS (GGOV_SQL_ISSUE_OPEN_BY ("a", "$2") " AND " GGOV_SQL_ISSUE_LATE_AT ("a", "$3"))

#define VACANCIES(column) \
  "WITH " GGOV_ROSTER_GROUND ", " GGOV_VACANCIES ", v AS (SELECT " column ", count (*) AS n, " \
  "count (CASE WHEN code = 'building_leader' THEN 1 END) AS n_leaders FROM hole GROUP BY " column ") "
#define SQL_VACANCIES \
  VACANCIES ("grid_id") "SELECT g.id, coalesce (v.n, 0) " OF_GRIDS \
  "LEFT JOIN v ON v.grid_id = g.id " ON_DAY

/* Nothing can be said of a building where nobody lives. */
#define OF_BUILDINGS \
  "FROM building b LEFT JOIN v ON v.building_id = b.id " \
  "LEFT JOIN (SELECT DISTINCT building_id FROM unit) u ON u.building_id = b.id ORDER BY b.id"
#define IS_LIVED_IN "CASE WHEN b.kind = 'residential' AND u.building_id IS NOT NULL THEN "
#define SQL_BUILDING_LEADERS \
  VACANCIES ("building_id") "SELECT b.id, " IS_LIVED_IN \
  "CASE WHEN v.n_leaders > 0 THEN 0 ELSE 1 END END " OF_BUILDINGS
#define SQL_BUILDING_VACANCIES \
  VACANCIES ("building_id") "SELECT b.id, " IS_LIVED_IN "coalesce (v.n, 0) END " OF_BUILDINGS
#define SQL_BUILDING_ISSUES \
  "WITH i AS (SELECT a.building_id, count (*) AS n FROM issue a WHERE a.building_id IS NOT NULL " \
  "AND " GGOV_SQL_ISSUE_OPEN_BY ("a", "$2") " GROUP BY a.building_id) " \
  "SELECT b.id, coalesce (i.n, 0) FROM building b LEFT JOIN i ON i.building_id = b.id ORDER BY b.id"

/* Where the register has nobody, nothing can be said. */
#define LIVING_AT(place) \
  "SELECT " place " AS place, h.id AS household_id, r.person_id FROM residence r " \
  "JOIN household h ON h.id = r.household_id JOIN dwelling d ON d.id = h.dwelling_id " \
  "JOIN unit u ON u.id = d.unit_id JOIN ground x ON x.building_id = u.building_id " \
  "WHERE r.living = 1 AND " GGOV_SQL_RESIDES_ON ("r", "$1")
#define SPECIAL(place) \
  "WITH " GGOV_ROSTER_GROUND ", s AS (SELECT l.place, count (DISTINCT k.person_id) AS n FROM (" \
  LIVING_AT (place) ") l LEFT JOIN resident_group k ON k.person_id = l.person_id AND " \
  GGOV_SQL_MEMBER_ON ("k", "$1") " GROUP BY l.place) "
#define SQL_SPECIAL \
  SPECIAL ("x.grid_id") "SELECT g.id, s.n " OF_GRIDS "LEFT JOIN s ON s.place = g.id " ON_DAY
#define SQL_BUILDING_SPECIAL \
  SPECIAL ("x.building_id") "SELECT b.id, s.n FROM building b LEFT JOIN s ON s.place = b.id " \
  "ORDER BY b.id"
#define SQL_UNVISITED \
  "WITH " GGOV_ROSTER_GROUND ", met AS (SELECT DISTINCT v.household_id FROM visit v " \
  "WHERE v.outcome = 'met' AND v.day > $4 AND v.day <= $1), " \
  "s AS (SELECT l.place, count (DISTINCT CASE WHEN m.household_id IS NULL THEN l.household_id END) " \
  "AS n FROM (" LIVING_AT ("x.grid_id") ") l LEFT JOIN met m ON m.household_id = l.household_id " \
  "GROUP BY l.place) SELECT g.id, s.n " OF_GRIDS "LEFT JOIN s ON s.place = g.id " ON_DAY

static char *
dup_households (int value)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d household", "%d households", value),
                          value);
}

static char *
dup_deviation (int value)
{
  g_autofree char *number = ggov_classes_dup_signed (value);

  /* Translators: by how many households a grid differs from its target, with a sign */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s household", "%s households",
                                       ABS (value)), number);
}

static char *
dup_open_issues (int value)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d open issue", "%d open issues", value),
                          value);
}

static char *
dup_overdue_issues (int value)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d overdue", "%d overdue", value), value);
}

static char *
dup_vacancies (int value)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d vacant post", "%d vacant posts", value),
                          value);
}

static char *
dup_special (int value)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person of a special group",
                                       "%d people of special groups", value), value);
}

static char *
dup_unvisited (int value)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d household not met for half a year",
                                       "%d households not met for half a year", value), value);
}

static const char * const leader_names[] = { N_("No building leader"), N_("With a building leader") };

static char *
dup_leader (int value)
{
  return g_strdup (_(leader_names[value != 0]));
}

static int
get_households (GgovGrid *grid)
{
  int n = ggov_grid_get_households (grid);

  return n > 0 ? n : GGOV_CLASSES_NO_VALUE;
}

static int
get_deviation (GgovGrid *grid)
{
  int n = ggov_grid_get_households (grid);

  return n > 0 ? n - GGOV_PLAN_TARGET_HOUSEHOLDS : GGOV_CLASSES_NO_VALUE;
}

static const struct
{
  GgovTheme   theme;
  const char *sql;
  const char *tables[6]; /* that the query reads beside grids and plans */
} themes[] = {
  { { "households", N_("Households"), GGOV_THEME_GRIDS, GGOV_THEME_AMOUNT,
      GGOV_CLASSING_NATURAL, 5, FALSE, NULL, dup_households, get_households },
    SQL_HOUSEHOLDS, { "building", "unit" } },
  { { "deviation", N_("Deviation from 400"), GGOV_THEME_GRIDS, GGOV_THEME_BALANCE,
      GGOV_CLASSING_TARGET, 7, FALSE, NULL, dup_deviation, get_deviation },
    SQL_DEVIATION, { "building", "unit" } },
  { { "open-issues", N_("Open issues"), GGOV_THEME_GRIDS, GGOV_THEME_HEAT,
      GGOV_CLASSING_NATURAL, 5, TRUE, NULL, dup_open_issues, NULL },
    SQL_OPEN_ISSUES, { "issue" } },
  { { "overdue-issues", N_("Overdue issues"), GGOV_THEME_GRIDS, GGOV_THEME_HEAT,
      GGOV_CLASSING_NATURAL, 4, TRUE, NULL, dup_overdue_issues, NULL },
    SQL_OVERDUE_ISSUES, { "issue" } },
  { { "vacancies", N_("Vacant posts"), GGOV_THEME_GRIDS, GGOV_THEME_LACK,
      GGOV_CLASSING_NATURAL, 5, TRUE, NULL, dup_vacancies, NULL },
    SQL_VACANCIES, { "building", "party_organisation_grid", "post", "unit" } },
  { { "special-groups", N_("Special groups"), GGOV_THEME_GRIDS, GGOV_THEME_AMOUNT,
      GGOV_CLASSING_NATURAL, 5, TRUE, NULL, dup_special, NULL },
    SQL_SPECIAL, { "building", "residence", "resident_group", "unit" } },
  { { "last-visit", N_("Last visit"), GGOV_THEME_GRIDS, GGOV_THEME_LACK,
      GGOV_CLASSING_NATURAL, 5, TRUE, NULL, dup_unvisited, NULL },
    SQL_UNVISITED, { "building", "residence", "unit", "visit" } },
  { { "building-leaders", N_("Building leaders"), GGOV_THEME_BUILDINGS, GGOV_THEME_PAIR,
      GGOV_CLASSING_EACH, G_N_ELEMENTS (leader_names), FALSE, leader_names, dup_leader, NULL },
    SQL_BUILDING_LEADERS, { "building", "post", "unit" } },
  { { "building-vacancies", N_("Vacant posts"), GGOV_THEME_BUILDINGS, GGOV_THEME_LACK,
      GGOV_CLASSING_NATURAL, 4, TRUE, NULL, dup_vacancies, NULL },
    SQL_BUILDING_VACANCIES, { "building", "post", "unit" } },
  { { "building-issues", N_("Open issues"), GGOV_THEME_BUILDINGS, GGOV_THEME_HEAT,
      GGOV_CLASSING_NATURAL, 4, TRUE, NULL, dup_open_issues, NULL },
    SQL_BUILDING_ISSUES, { "building", "issue" } },
  { { "building-special-groups", N_("Special groups"), GGOV_THEME_BUILDINGS, GGOV_THEME_AMOUNT,
      GGOV_CLASSING_NATURAL, 4, TRUE, NULL, dup_special, NULL },
    SQL_BUILDING_SPECIAL, { "building", "residence", "resident_group", "unit" } },
};

static const char * const grid_tables[] = {
  "grid", "grid_successor", "plan", "plan_building", NULL,
};

typedef struct
{
  const char *sql;
  char       *day;
  gint64      now;
} Question;

static void
question_free (Question *question)
{
  g_free (question->day);
  g_free (question);
}

guint
ggov_theme_get_n (void)
{
  return G_N_ELEMENTS (themes);
}

const GgovTheme *
ggov_theme_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (themes), NULL);

  return &themes[i].theme;
}

const GgovTheme *
ggov_theme_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i].theme.id, id) == 0)
      return &themes[i].theme;

  return NULL;
}

const char *
ggov_theme_get_title (const GgovTheme *self)
{
  return _(self->title);
}

void
ggov_theme_init_terms (const GgovTheme  *self,
                       GgovClassesTerms *terms)
{
  terms->method = self->classing;
  terms->n = self->n_classes;
  terms->zero_apart = self->zero_apart;
  terms->target = GGOV_PLAN_TARGET_HOUSEHOLDS;
}

char *
ggov_theme_dup_label (const GgovTheme   *self,
                      const GgovClasses *classes,
                      guint              i)
{
  if (self->names)
    return g_strdup (_(self->names[i]));

  return ggov_classes_dup_label (classes, i, self->classing == GGOV_CLASSING_TARGET);
}

const char *
ggov_theme_get_unknown_label (const GgovTheme *self)
{
  /* A building without a value has none because nobody is there to be counted. */
  return self->subject == GGOV_THEME_GRIDS || self->ramp == GGOV_THEME_HEAT ? _("No data")
                                                                            : _("Nobody lives there");
}

gboolean
ggov_theme_reads (const GgovTheme    *self,
                  const char * const *tables)
{
  for (guint i = 0; tables[i]; i++)
    {
      if (g_strv_contains (grid_tables, tables[i]))
        return TRUE;

      for (guint j = 0; j < G_N_ELEMENTS (themes); j++)
        if (&themes[j].theme == self && g_strv_contains (themes[j].tables, tables[i]))
          return TRUE;
    }

  return FALSE;
}

static void
values_clear (GgovThemeValues *self)
{
  g_free (self->ids);
  g_free (self->values);
}

GgovThemeValues *
ggov_theme_values_new (const gint64 *ids,
                       const int    *values,
                       guint         n)
{
  GgovThemeValues *self = g_atomic_rc_box_new0 (GgovThemeValues);

  self->n = n;
  self->ids = g_memdup2 (ids, n * sizeof *ids);
  self->values = g_memdup2 (values, n * sizeof *values);

  return self;
}

GgovThemeValues *
ggov_theme_values_ref (GgovThemeValues *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ggov_theme_values_unref (GgovThemeValues *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) values_clear);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

int
ggov_theme_values_find (const GgovThemeValues *self,
                        gint64                 id)
{
  const gint64 *found = self->n > 0 ? bsearch (&id, self->ids, self->n, sizeof id, compare_ids)
                                    : NULL;

  return found ? self->values[found - self->ids] : GGOV_CLASSES_NO_VALUE;
}

static void
bind (GgovStmt       *stmt,
      const Question *question)
{
  g_autofree char *before = NULL;
  int day;

  if (strstr (question->sql, "$4") && ggov_local_day_parse (question->day, &day, NULL))
    {
      before = ggov_local_day_format (day - VISIT_DAYS);
      ggov_stmt_bind_text (stmt, 4, before);
    }
  if (strstr (question->sql, "$1"))
    ggov_stmt_bind_text (stmt, 1, question->day);
  if (strstr (question->sql, "$2"))
    ggov_stmt_bind_int (stmt, 2, ggov_local_day_parse (question->day, &day, NULL)
                                   ? ggov_local_time_from_day (day + 1, 0) : question->now);
  if (strstr (question->sql, "$3"))
    ggov_stmt_bind_int (stmt, 3, question->now);
}

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (int));
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, question->sql, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      bind (stmt, question);
      while ((step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
        {
          gint64 id = ggov_stmt_get_int (stmt, 0);
          int value = ggov_stmt_is_null (stmt, 1) ? GGOV_CLASSES_NO_VALUE
                                                  : (int) ggov_stmt_get_int (stmt, 1);

          g_array_append_val (ids, id);
          g_array_append_val (values, value);
        }
    }

  if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           ggov_theme_values_new ((const gint64 *) (gpointer) ids->data,
                                                  (const int *) (gpointer) values->data, ids->len),
                           (GDestroyNotify) ggov_theme_values_unref);
}

void
ggov_store_read_theme_async (GgovStore           *self,
                             const GgovTheme     *theme,
                             const char          *day,
                             gint64               now,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Question *question;

  g_return_if_fail (theme != NULL);
  g_return_if_fail (day != NULL);

  question = g_new0 (Question, 1);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (&themes[i].theme == theme)
      question->sql = themes[i].sql;
  question->day = g_strdup (day);
  question->now = now;
  _ggov_store_call (self, ggov_store_read_theme_async, read_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GgovThemeValues *
ggov_store_read_theme_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
